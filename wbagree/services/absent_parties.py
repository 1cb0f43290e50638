"""Parties that did not exist yet on a day."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from wbagree.domain.dates.partial_date import PartialDate


def notes_on_absent_parties(connection: sqlite3.Connection, codes: Iterable[str], day: date) -> list[str]:
    """Return a note for each absent party, with its predecessors."""
    from wbagree.store.read.parties_and_types import party_book, successions

    book = party_book(connection)
    notes = []
    for code in codes:
        since = book.parties[code].since
        if since and PartialDate.parse(since).earliest > day:
            before = [step.predecessor for step in successions(connection) if step.successor == code]
            instead = (
                f"; before that it was part of {' or '.join(before)}, which has records of its own" if before else ""
            )
            notes.append(f"note: {code} is on record from {since}, after {day}{instead}")
    return notes
