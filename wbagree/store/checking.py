"""Checking a register: the file, its schema, its references, its index, and every record against the gate."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from wbagree.domain.dates import PartialDate
from wbagree.domain.draft import Gate, write
from wbagree.domain.filter import Filter
from wbagree.domain.record import AGREEMENT
from wbagree.errors import DatabaseProblem, InvalidDate
from wbagree.store import beside, definitions, past, reading
from wbagree.store.connection import REVISION, check_revision, opened, revision_of
from wbagree.store.indexing import texts, type_names
from wbagree.store.lookups import party_book, type_book


def problems(path: Path) -> list[str]:
    """Return one sentence for each thing that is wrong with the register at ``path``; empty when it is sound."""
    with opened(path) as connection:
        check_revision(path, revision_of(path, connection))
        broken = _broken(connection)
        # A damaged file cannot be trusted to answer the other questions, nor one that lacks what they ask.
        wrong = broken or list(_schema(connection))
        return wrong or [*_references(connection), *_keys(connection), *_contents(connection)]


def _broken(connection: sqlite3.Connection) -> list[str]:
    return [f"file: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]


def _schema(connection: sqlite3.Connection) -> Iterator[str]:
    for named, wrong in definitions.differences(connection, REVISION):
        yield f"schema: {named.name} {wrong}"


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, _, target, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"references: a row of {table} points to a row of {target} that is not there"


def _keys(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute("SELECT key FROM agreement JOIN issued_key USING (key) WHERE deleted_on IS NOT NULL")
    for (key,) in rows:
        yield f"keys: {key} is marked as deleted, but its record is there"


def _index(connection: sqlite3.Connection) -> Iterator[str]:
    stored = {row["rowid"]: tuple(row)[1:] for row in connection.execute("SELECT rowid, * FROM agreement_text")}
    for number, agreement in reading.numbered(connection):
        if stored.pop(number, None) != texts(agreement):
            yield f"index: search does not see {agreement.key} as it is"
    if dict(connection.execute("SELECT code, names FROM type_text").fetchall()) != type_names(connection.execute):
        yield "index: search does not see the names of the types as they are"
    for number in stored:
        yield f"index: search finds a record that is not there (row {number})"


def _contents(connection: sqlite3.Connection) -> Iterator[str]:
    yield from _shown(connection)
    wrong_dates = list(_dates(connection))
    yield from (sentence for sentence, _ in wrong_dates)
    yield from _history(connection)
    if all(readable for _, readable in wrong_dates):  # else a record cannot be read at all
        yield from _index(connection)
        yield from _records(connection)


def _shown(connection: sqlite3.Connection) -> Iterator[str]:
    """What answers show of a record is what questions find it by."""
    for field, query in _SHOWN.items():
        rows = connection.execute(f"SELECT key, {field}, ({query}) AS held FROM agreement WHERE {field} IS NOT held")
        yield from (
            f"{key}: {field}: answers show {shown}, questions find {held or 'none'}" for key, shown, held in rows
        )


_SHOWN = {
    "parties": "SELECT group_concat(party_code, ';') FROM"
    " (SELECT party_code FROM participation WHERE agreement_id = agreement.id ORDER BY party_code)",
    "types": "SELECT group_concat(type_code, ';') FROM"
    " (SELECT type_code FROM agreement_type WHERE agreement_id = agreement.id ORDER BY position)",
}


def _history(connection: sqlite3.Connection) -> Iterator[str]:
    for (number,) in connection.execute("SELECT id FROM change_set ORDER BY id").fetchall():
        try:
            changes = past.changes(connection, number)
        except DatabaseProblem as error:
            yield f"history: {error.sentence}"
            continue
        unknown = {change.subject for change in changes} - {AGREEMENT, *beside.SUBJECTS}
        yield from (f"history: change set {number} tells of {subject!r}, which nothing is" for subject in unknown)


def _records(connection: sqlite3.Connection) -> Iterator[str]:
    gate = Gate(party_book(connection), type_book(connection))
    for record in reading.records(connection, Filter(), sort="key"):
        agreement, wrong = gate.check(write(record.agreement))
        if agreement is None:
            yield from (f"{record.agreement.key}: {problem}" for problem in wrong)
        elif agreement != record.agreement:
            yield f"{record.agreement.key}: does not read back as it was stored"


def _dates(connection: sqlite3.Connection) -> Iterator[tuple[str, bool]]:
    """What is wrong with the dates or with the days beside them that questions use, and whether each can be read."""
    for query in _DATES:
        for key, field, text, *days in connection.execute(query):
            try:
                date = PartialDate.parse(text)
            except InvalidDate as error:
                yield f"{key}: {field}: {error.sentence}", False
                continue
            if days != [date.earliest.isoformat(), date.latest.isoformat()][-len(days) :]:
                yield f"{key}: {field}: questions would not see {text} as what it is", True


# key, field, the date, and the days kept beside it: its latest, or its earliest and latest
_DATES = (
    *(
        f"SELECT key, '{name}', {name}, {name}_earliest, {name}_latest FROM agreement WHERE {name} IS NOT NULL"
        for name in ("signed", "in_force", "ended")
    ),
    "SELECT key, 'implementation', on_date, on_latest FROM assessment JOIN agreement ON id = agreement_id",
)
