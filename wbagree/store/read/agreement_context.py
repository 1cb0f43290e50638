"""The context of an agreement: related titles, incoming relations, import rows."""

import sqlite3
from collections.abc import Iterable

from wbagree.domain.agreements.parts import Provenance, Relation


def titles(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, str]:
    """Return the titles of the keys that are in the register."""
    found = {}
    for key in dict.fromkeys(keys):
        if row := connection.execute("SELECT title FROM agreement WHERE key = ?", (key,)).fetchone():
            found[key] = row[0]
    return found


def related_from(connection: sqlite3.Connection, key: str) -> list[Relation]:
    """Return the relations that other agreements state towards ``key``.

    Each has the key of the other agreement.
    """
    rows = connection.execute(
        "SELECT r.verb, a.key FROM relation AS r JOIN agreement AS a ON a.id = r.agreement_id"
        " WHERE r.target_key = ? ORDER BY a.key, r.position",
        (key,),
    )
    return [Relation(row[0], row[1]) for row in rows]


def provenance(connection: sqlite3.Connection, key: str) -> list[Provenance]:
    """Return the imported rows that a record came from, first import first."""
    rows = connection.execute(
        "SELECT o.change_set_id, b.file, o.line, c.at, EXISTS (SELECT 1 FROM change_set WHERE undoes = c.id)"
        " FROM origin AS o JOIN batch AS b USING (change_set_id) JOIN change_set AS c ON c.id = o.change_set_id"
        " WHERE o.key = ? ORDER BY o.change_set_id, o.line",
        (key,),
    ).fetchall()
    if not any(row[4] for row in rows):
        return [Provenance(number, file, line, at) for number, file, line, at, _ in rows]
    from wbagree.store.read.change_sets import Undos  # here: an import is seldom undone

    undone_by = Undos(connection).undone_by
    return [Provenance(number, file, line, at, undone_by.get(number)) for number, file, line, at, _ in rows]


def restricted_keys(connection: sqlite3.Connection) -> set[str]:
    """Return the keys of agreements that are restricted, or were when deleted."""
    rows = connection.execute(
        "SELECT key FROM agreement WHERE disclosure <> ''"
        " UNION SELECT key FROM change WHERE kind = 'delete' AND json_extract(fields, '$.disclosure[0]') <> ''"
    )
    return {row[0] for row in rows}


def ever_restricted_keys(connection: sqlite3.Connection) -> set[str]:
    """Return the keys of agreements that are or ever were restricted.

    The history has the cells of earlier times.
    """
    rows = connection.execute(
        "SELECT DISTINCT key FROM change WHERE subject = 'agreement' AND fields LIKE '%\"disclosure\"%'"
        " AND (json_extract(fields, '$.disclosure[0]') <> '' OR json_extract(fields, '$.disclosure[1]') <> '')"
    )
    return restricted_keys(connection) | {row[0] for row in rows}
