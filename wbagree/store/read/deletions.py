"""Deleted agreements, as the history has them."""

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.store.read import change_sets
from wbagree.store.read.change_sets import ChangeSet


class Deletion(NamedTuple):
    """A deleted agreement: its cells, and the change set that deleted it."""

    key: str
    cells: Mapping[str, str]
    change_set: ChangeSet


def deletions(connection: sqlite3.Connection) -> Iterator[Deletion]:
    """Yield the agreements that were deleted, the last one first.

    Agreements whose addition was undone were never deleted.
    """

    @cache
    def change_set(number: int) -> ChangeSet | None:
        return change_sets.change_set(connection, number)

    @cache
    def original_kinds(number: int) -> dict[str, str]:
        """Return what was done to each agreement before all undos."""
        made = change_set(number)
        original = change_sets.original_change(connection, made).number if made else number
        query = "SELECT key, kind FROM change WHERE change_set_id = ? AND subject = ? ORDER BY position"
        return dict(connection.execute(query, (original, AGREEMENT)).fetchall())

    rows = connection.execute(
        "SELECT max(change_set_id), key, kind, fields FROM change"
        " WHERE subject = ? AND key NOT IN (SELECT key FROM agreement) GROUP BY key ORDER BY 1 DESC, position",
        (AGREEMENT,),
    )
    for number, key, kind, fields in rows:
        made = change_set(number)
        if made and kind == "delete" and original_kinds(number).get(key) == "delete":
            logged = change_sets.logged_change(number, AGREEMENT, key, kind, fields)
            yield Deletion(key, {name: before for name, (before, _) in logged.fields.items()}, made)
