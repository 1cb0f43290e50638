"""Tallies: found, and checked as typed."""

import sqlite3
from collections.abc import Mapping

from wbagree.domain.tallies import Tally, validated_tally, write_tally
from wbagree.errors import NotFound, WbagreeError
from wbagree.services import typed_words
from wbagree.services.entity_changes import find_by_key
from wbagree.store.read import entity_cells


def find_tally(connection: sqlite3.Connection, key: str) -> Tally:
    """Return the tally with a key; NotFound names some there are."""
    return find_by_key(entity_cells.tallies(connection), key, "tally", "wbagree tallies lists them")


def typed_tally(
    connection: sqlite3.Connection, key: str, given: Mapping[str, str], before: Tally | None = None
) -> Tally:
    """Return the tally with the fields ``given``.

    The other fields are those of ``before``. InvalidRecord names all problems.
    """
    book = typed_words.party_book(connection)

    def parties(text: str) -> tuple[str, ...]:
        try:
            return book.resolve_many(text)
        except NotFound as unknown:
            try:
                return book.resolve_pair(text)  # AL-XK, as everywhere else
            except WbagreeError:
                raise unknown from None

    cells = {**write_tally(before), **given} if before else given
    return validated_tally(key, cells, parties, before)
