"""Checking a register: the file, its schema, its references, its index, and every record against the gate."""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from wbagree.domain.draft import Gate, write
from wbagree.domain.filter import Filter
from wbagree.store import reading, schema
from wbagree.store.connection import reading as opened
from wbagree.store.indexing import texts
from wbagree.store.lookups import party_book, type_book


def problems(path: Path) -> list[str]:
    """Return one sentence for each thing that is wrong with the register at ``path``; empty when it is sound."""
    with opened(path) as connection:
        broken = _broken(connection)
        # A damaged file cannot be trusted to answer the other questions.
        return broken or [*_schema(connection), *_references(connection), *_index(connection), *_records(connection)]


def _broken(connection: sqlite3.Connection) -> list[str]:
    return [f"file: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]


def _schema(connection: sqlite3.Connection) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "register.db"
        schema.create(fresh)
        with opened(fresh) as model:
            wanted = definitions(model)
    found = definitions(connection)
    for name in sorted(wanted.keys() | found.keys()):
        if name not in found:
            yield f"schema: {name} is missing"
        elif name not in wanted:
            yield f"schema: {name} is not this program's"
        elif wanted[name] != found[name]:
            yield f"schema: {name} is not as this program makes it"


def definitions(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the SQL that defines each table, index, view and trigger, by name."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    return {row[0]: row[1] for row in rows}


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, _, target, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"references: a row of {table} points to a row of {target} that is not there"


def _index(connection: sqlite3.Connection) -> Iterator[str]:
    stored = {row["rowid"]: tuple(row)[1:] for row in connection.execute("SELECT rowid, * FROM agreement_text")}
    for number, key in connection.execute("SELECT id, key FROM agreement ORDER BY key").fetchall():
        wanted = texts(connection.execute, [number])[number]
        if stored.pop(number, None) != tuple(wanted.values()):
            yield f"index: search does not see {key} as it is"
    for number in stored:
        yield f"index: search finds a record that is not there (row {number})"


def _records(connection: sqlite3.Connection) -> Iterator[str]:
    gate = Gate(party_book(connection), type_book(connection))
    for record in reading.records(connection, Filter(), sort="key"):
        agreement, wrong = gate.check(write(record.agreement))
        if agreement is None:
            yield from (f"{record.agreement.key}: {problem}" for problem in wrong)
        elif agreement != record.agreement:
            yield f"{record.agreement.key}: does not read back as it was stored"
