"""Contact points: found, and checked as typed."""

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from wbagree.domain.contacts import Contact, NameResolvers, validated_contact, write_contact
from wbagree.services import typed_words
from wbagree.services.entity_changes import find_by_key
from wbagree.store.read import entity_cells, frameworks, keys


def contacts_of(connection: sqlite3.Connection, parties: Collection[str], day: date) -> list[Contact]:
    """Return the contact points of parties that may be valid then."""
    contacts = entity_cells.contacts(connection).values()
    return sorted(
        (one for one in contacts if one.party in parties and one.may_be_valid(day)), key=lambda one: one.party
    )


def find_contact(connection: sqlite3.Connection, key: str) -> Contact:
    """Return the contact point with a key; NotFound names some there are."""
    return find_by_key(entity_cells.contacts(connection), key, "contact point", "wbagree contacts lists them")


def typed_contact(
    connection: sqlite3.Connection, key: str, given: Mapping[str, str], before: Contact | None = None
) -> Contact:
    """Return the contact point with the fields ``given``.

    The other fields are those of ``before``. Agreements and frameworks that ``before`` names are accepted even if they
    have been deleted since. InvalidRecord names all problems.
    """
    names = contact_name_resolvers(connection)
    if before is None:
        return validated_contact(key, given, names)
    return validated_contact(key, {**write_contact(before), **given}, _with_names_of(before, names), before)


def contact_name_resolvers(connection: sqlite3.Connection) -> NameResolvers:
    """Return the functions that resolve names in a contact point."""
    known = frameworks.frameworks(connection)
    return NameResolvers(
        party=typed_words.party_book(connection).resolve,
        type=typed_words.type_book(connection).resolve,
        agreement=lambda text: keys.resolve_key(connection, text),
        framework=lambda text: frameworks.find_framework(known, text).key,
    )


def _with_names_of(before: Contact, names: NameResolvers) -> NameResolvers:
    """Return ``names`` that also understand those of a contact point.

    The contact point may name agreements and frameworks that have been deleted since.
    """
    return replace(
        names,
        agreement=lambda text: text if text in before.agreements else names.agreement(text),
        framework=lambda text: text if text in before.frameworks else names.framework(text),
    )
