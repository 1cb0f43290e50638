"""Reading the history: change sets, batches, and where a record came from."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wbagree.errors import DatabaseProblem


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one command changed; ``undone_by`` is the change set that took it back, or None."""

    number: int
    at: str
    by: str
    command: str
    undoes: int | None
    undone_by: int | None
    records: int


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing in a change set: ``kind`` add, edit or delete; ``fields`` to their cells before and after."""

    subject: str
    key: str
    kind: str
    fields: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class BatchAccount:
    """A batch: the change set, its file, and what became of the rows."""

    change_set: ChangeSet
    file: str
    checksum: str
    mapping: str
    counts: Mapping[str, int]


COUNTS = ("rows_read", "new", "updated", "unchanged", "left_alone", "refused")
# What was taken back, all the way: an undo that was itself taken back takes nothing back. Undoing goes forward in time,
# so the last undo of a change set decides, and whether that one holds is decided by its own last undo.
_CHANGE_SETS = """
WITH RECURSIVE chain (id, undo, depth) AS (
    SELECT undoes, id, 1 FROM change_set WHERE undoes IS NOT NULL
    UNION ALL
    SELECT chain.id, u.id, chain.depth + 1 FROM chain JOIN change_set AS u ON u.undoes = chain.undo
),
taken_back (id, undone_by) AS (
    SELECT id, CASE WHEN max(depth) % 2 THEN (SELECT c.undo FROM chain AS c WHERE c.id = chain.id ORDER BY depth DESC)
    END FROM chain GROUP BY id
)
SELECT c.id, c.at, c.by, c.command, c.undoes, t.undone_by,
    (SELECT count(*) FROM change WHERE change_set_id = c.id) AS records
FROM change_set AS c LEFT JOIN taken_back AS t ON t.id = c.id
"""


def issued(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, str | None]:
    """Return those of ``keys`` that were ever given, and when the record was deleted: None of one that is there."""
    given = "SELECT key, deleted_on FROM issued_key WHERE key IN (SELECT value FROM json_each(?))"
    return {row[0]: row[1] for row in connection.execute(given, (json.dumps(list(keys)),))}


def change_set(connection: sqlite3.Connection, number: int | None = None) -> ChangeSet | None:
    """Return a change set by number, or the last that can be taken back; None when there is none."""
    if number is not None:
        row = connection.execute(f"{_CHANGE_SETS} WHERE c.id = ?", (number,)).fetchone()
    else:
        row = connection.execute(
            f"SELECT * FROM ({_CHANGE_SETS}) WHERE undone_by IS NULL AND undoes IS NULL AND records > 0"
            " ORDER BY id DESC LIMIT 1"
        ).fetchone()
    return ChangeSet(*row) if row else None


def change_sets(
    connection: sqlite3.Connection, since: str = "", limit: int | None = None, keys: Collection[str] = ()
) -> list[ChangeSet]:
    """Return the change sets from ``since`` (UTC, ISO) on, of these keys if any are named, the latest first.

    From the first that was made then, in the order in which they were made: a clock may have gone back in between.
    """
    marks = ", ".join("?" * len(keys))
    only = f" AND c.id IN (SELECT change_set_id FROM change WHERE key IN ({marks}))" if keys else ""
    cut = f" LIMIT {int(limit)}" if limit is not None else ""
    first = "(SELECT min(id) FROM change_set WHERE at >= ?)"
    rows = connection.execute(f"{_CHANGE_SETS} WHERE c.id >= {first}{only} ORDER BY c.id DESC{cut}", (since, *keys))
    return [ChangeSet(*row) for row in rows]


def changes(connection: sqlite3.Connection, number: int) -> list[Changed]:
    """Return what a change set changed, in the order in which it did."""
    rows = connection.execute(
        "SELECT subject, key, kind, fields FROM change WHERE change_set_id = ? ORDER BY position", (number,)
    )
    return [Changed(subject, key, kind, _fields(number, fields)) for subject, key, kind, fields in rows]


def _fields(number: int, text: str) -> dict[str, tuple[str, str]]:
    try:
        return {name: (old, new) for name, (old, new) in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise DatabaseProblem(f"change set {number} is damaged: what it changed cannot be read") from error


def changed_since(connection: sqlite3.Connection, change: Changed, number: int) -> list[int]:
    """Return the change sets after ``number`` that changed the same and still hold; what was taken back does not."""
    rows = connection.execute(
        f"SELECT DISTINCT c.id FROM ({_CHANGE_SETS}) AS c JOIN change ON change_set_id = c.id"
        " WHERE subject = ? AND key = ? AND c.id > ? AND c.undone_by IS NULL AND c.undoes IS NULL ORDER BY 1",
        (change.subject, change.key, number),
    )
    return [row[0] for row in rows]


def batches(connection: sqlite3.Connection) -> list[BatchAccount]:
    """Return the batches, the latest first."""
    columns = ", ".join(f"b.{name}" for name in COUNTS)
    rows = connection.execute(
        f"SELECT c.*, b.file, b.checksum, b.mapping, {columns} FROM ({_CHANGE_SETS}) AS c"
        " JOIN batch AS b ON b.change_set_id = c.id ORDER BY c.id DESC"
    )
    return [
        BatchAccount(ChangeSet(*row[:7]), row[7], row[8], row[9], dict(zip(COUNTS, row[10:], strict=True)))
        for row in map(tuple, rows)
    ]


def known_rows(connection: sqlite3.Connection, digests: Sequence[str]) -> dict[str, str]:
    """Return the keys of the records that rows with these digests became, by digest; the latest counts."""
    marks = ", ".join("?" * len(digests))
    rows = connection.execute(
        f"SELECT o.digest, o.key FROM origin AS o JOIN ({_CHANGE_SETS}) AS c ON c.id = o.change_set_id"
        f" WHERE o.digest IN ({marks}) AND c.undone_by IS NULL ORDER BY o.change_set_id",
        tuple(digests),
    )
    return {row[0]: row[1] for row in rows}


def are_different(connection: sqlite3.Connection, key: str) -> set[str]:
    """Return the records that somebody said are not the same as ``key``."""
    rows: Iterable[tuple[str]] = connection.execute(
        "SELECT other FROM distinct_pair WHERE one = ? UNION SELECT one FROM distinct_pair WHERE other = ?", (key, key)
    )
    return {row[0] for row in rows}


def dangling_relations(connection: sqlite3.Connection, number: int) -> list[tuple[int, str, str]]:
    """Return the relations of a batch's records that point outside the register: line (or 0), key, target."""
    rows = connection.execute(
        "SELECT coalesce(o.line, 0), a.key, r.target_key FROM change AS c JOIN agreement AS a ON a.key = c.key"
        " JOIN relation AS r ON r.agreement_id = a.id"
        " LEFT JOIN origin AS o ON o.change_set_id = c.change_set_id AND o.key = c.key"
        " WHERE c.change_set_id = ? AND c.subject = 'agreement'"
        " AND NOT EXISTS (SELECT 1 FROM agreement AS t WHERE t.key = r.target_key)"
        " ORDER BY c.position, r.position",
        (number,),
    )
    return [tuple(row) for row in rows]
