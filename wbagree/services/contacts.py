"""Contact points of the register."""

import sqlite3
from collections.abc import Collection
from datetime import date

from wbagree.domain.contacts import Contact
from wbagree.store.read import entity_cells


def contacts_of(connection: sqlite3.Connection, parties: Collection[str], day: date) -> list[Contact]:
    """Return the contact points of parties that can be valid on a day, party by party."""
    contacts = entity_cells.contacts(connection).values()
    return sorted((one for one in contacts if one.party in parties and one.holds(day)), key=lambda one: one.party)
