"""Reading imports: files, outcomes of their rows, agreements from them."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wbagree.store.read.change_sets import CHANGE_SET_COLUMNS, ChangeSet, Undos

OUTCOMES = ("rows_read", "new", "updated", "unchanged", "left_alone", "refused")


@dataclass(frozen=True, slots=True)
class Import:
    """An import: its change set, file, mapping and the number of rows by outcome."""

    change_set: ChangeSet
    file: str
    checksum: str
    mapping: str
    counts: Mapping[str, int]


def imports(connection: sqlite3.Connection) -> list[Import]:
    """Return the imports, the latest first."""
    undos = Undos(connection)
    columns = ", ".join(f"b.{name}" for name in OUTCOMES)
    rows = connection.execute(
        f"SELECT {CHANGE_SET_COLUMNS}, b.checksum, b.mapping, {columns} FROM change_set AS c"
        " JOIN batch AS b ON b.change_set_id = c.id ORDER BY c.id DESC"
    )
    return [
        Import(undos.change_set_of(row[:7]), row[6], row[7], row[8], dict(zip(OUTCOMES, row[9:], strict=True)))
        for row in map(tuple, rows)
    ]


def known_rows(connection: sqlite3.Connection, digests: Sequence[str]) -> dict[str, str]:
    """Return the keys of agreements, by the digests of their imported rows.

    If several imports had the row, the latest counts; imports that are undone do not.
    """
    marks = ", ".join("?" * len(digests))
    rows = connection.execute(
        f"SELECT digest, key, change_set_id FROM origin WHERE digest IN ({marks}) ORDER BY change_set_id",
        tuple(digests),
    ).fetchall()
    undone = Undos(connection).undone_by if rows else {}
    return {digest: key for digest, key, number in rows if number not in undone}


def dangling_relations(connection: sqlite3.Connection, number: int) -> list[tuple[int, str, str]]:
    """Return the relations of an import that point outside the register.

    Each is the line (or 0), the agreement's key and the missing key.
    """
    rows = connection.execute(
        "SELECT coalesce(o.line, 0), a.key, r.target_key FROM change AS c JOIN agreement AS a ON a.key = c.key"
        " JOIN relation AS r ON r.agreement_id = a.id"
        " LEFT JOIN origin AS o ON o.change_set_id = c.change_set_id AND o.key = c.key"
        " WHERE c.change_set_id = ? AND c.subject = 'agreement'"
        " AND NOT EXISTS (SELECT 1 FROM agreement AS t WHERE t.key = r.target_key)"
        " ORDER BY o.line, c.position, r.position",
        (number,),
    )
    return [tuple(row) for row in rows]
