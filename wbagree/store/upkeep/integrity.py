"""The check of a register: file, schema, references, index, every agreement."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from wbagree.domain.agreements.agreement import AGREEMENT, Agreement
from wbagree.domain.agreements.validation import AgreementValidator, FieldProblem, to_cells
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.errors import DatabaseProblem
from wbagree.store.file import definitions
from wbagree.store.file.connection import REVISION, check_revision, opened, revision_of
from wbagree.store.read import agreements, change_sets, entity_cells
from wbagree.store.read.identities import IDENTIFIED
from wbagree.store.read.parties_and_types import act_book, party_book, type_book
from wbagree.store.upkeep.invalid_cells import Flaw, inconsistent_rows, invalid_cells
from wbagree.store.write.agreements import columns_of_acts, rows_of_acts
from wbagree.store.write.search_index import indexed_texts, type_names


def integrity_problems(path: Path, *, discreet: bool = False) -> list[str]:
    """Return a sentence for each flaw of a register.

    ``discreet`` sentences quote neither cells nor restricted agreements.
    """
    with opened(path) as connection:
        check_revision(path, revision_of(path, connection))
        broken = [] if definitions.has_foreign_definitions(connection) else _broken(connection)
        # The other checks need a file that is undamaged and has all definitions.
        wrong = broken or list(_schema(connection))
        found = wrong or [*inconsistent_rows(connection), *_deleted_keys(connection), *_contents(connection)]
    return [flaw.redacted if discreet else flaw.sentence for flaw in found]


def _broken(connection: sqlite3.Connection) -> list[Flaw]:
    return [Flaw(f"file: {row[0]}") for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]


def _schema(connection: sqlite3.Connection) -> Iterator[Flaw]:
    for named, wrong in definitions.definition_differences(connection, REVISION):
        yield Flaw(f"schema: {named.name} {wrong}")


def _deleted_keys(connection: sqlite3.Connection) -> Iterator[Flaw]:
    rows = connection.execute("SELECT key FROM agreement JOIN issued_key USING (key) WHERE deleted_on IS NOT NULL")
    for (key,) in rows:
        yield Flaw(f"keys: {key} is marked as deleted, but its record is there")


def _missing_ids(connection: sqlite3.Connection) -> Iterator[Flaw]:
    given = set(map(tuple, connection.execute("SELECT subject, key FROM identity")))
    here = {AGREEMENT: [key for (key,) in connection.execute("SELECT key FROM agreement")]}
    for subject in IDENTIFIED:
        for key in here[subject] if subject in here else entity_cells.cells_by_key(connection, subject):
            if (subject, key) not in given:
                yield Flaw(f"ids: the {subject} {key} has none")


def _index(connection: sqlite3.Connection) -> Iterator[Flaw]:
    stored = {row["rowid"]: tuple(row)[1:] for row in connection.execute("SELECT rowid, * FROM agreement_text")}
    for number, agreement in agreements.all_with_row_id(connection):
        if stored.pop(number, None) != indexed_texts(agreement):
            yield Flaw(f"index: search does not see {agreement.key} as it is")
    if dict(connection.execute("SELECT code, names FROM type_text").fetchall()) != type_names(connection.execute):
        yield Flaw("index: search does not see the names of the types as they are")
    for number in stored:
        yield Flaw(f"index: search finds a record that is not there (row {number})")


def _contents(connection: sqlite3.Connection) -> Iterator[Flaw]:
    # Agreements, index and history cannot be read and compared while cells are invalid.
    if cells := [*invalid_cells(connection)]:
        yield from cells
        yield Flaw("the records, the history and the index were not compared: correct these cells first")
        return
    yield from _inconsistent_days(connection)
    yield from _missing_ids(connection)
    yield from _history(connection)
    yield from _index(connection)
    yield from _records(connection)


def _history(connection: sqlite3.Connection) -> Iterator[Flaw]:
    for (number,) in connection.execute("SELECT id FROM change_set ORDER BY id").fetchall():
        try:
            changes = change_sets.changes(connection, number)
        except DatabaseProblem as error:
            yield Flaw(f"history: {error.sentence}")
            continue
        unknown = {change.subject for change in changes} - {AGREEMENT, *entity_cells.SUBJECTS}
        yield from (Flaw(f"history: change set {number} names {subject!r}, which is unknown") for subject in unknown)


def _records(connection: sqlite3.Connection) -> Iterator[Flaw]:
    validator = AgreementValidator(
        party_book(connection), type_book(connection), acts=act_book(connection), by_clock=False
    )
    for record in agreements.records(connection, Filter(), sort="key"):
        agreement, wrong = validator.validate(to_cells(record.agreement))
        if agreement is None:
            yield from (_flaw(record.agreement, problem) for problem in wrong)
        elif agreement != record.agreement:
            yield Flaw(f"{record.agreement.key}: does not read back as it was stored")
        elif _has_other_acts(connection, agreement):
            yield Flaw(f"{agreement.key}: acts: questions would not see what follows from them")


def _has_other_acts(connection: sqlite3.Connection, agreement: Agreement) -> bool:
    """Return whether stored dates and roles differ from those of the acts."""
    columns = columns_of_acts(agreement)
    stored = connection.execute(f"SELECT id, {', '.join(columns)} FROM agreement WHERE key = ?", (agreement.key,))
    number, *values = stored.fetchone()
    if values != [*columns.values()]:
        return True
    for table, names, rows in rows_of_acts(agreement):
        found = connection.execute(f"SELECT {', '.join(names)} FROM {table} WHERE agreement_id = ?", (number,))
        if set(map(tuple, found)) != set(rows):
            return True
    return False


def _flaw(agreement: Agreement, problem: FieldProblem) -> Flaw:
    redacted = problem.redacted() if agreement.disclosure else problem
    return Flaw(*(f"{agreement.key}: {one}" for one in (problem, redacted)))


def _inconsistent_days(connection: sqlite3.Connection) -> Iterator[Flaw]:
    """Yield a flaw for each day that does not match its date."""
    for query in _DATES:
        for key, field, text, *days in connection.execute(query):
            date = PartialDate.parse(text)
            if days != [date.earliest.isoformat(), date.latest.isoformat()][-len(days) :]:
                yield Flaw(
                    f"{key}: {field}: questions would not see {text} as what it is",
                    f"{key}: {field}: questions would not see it as what it is",
                )


# Queries of key, field, date, and the date's days: the latest, or the earliest and the latest.
_DATES = (
    *(
        f"SELECT key, '{name}', {name}, {name}_earliest, {name}_latest FROM agreement WHERE {name} IS NOT NULL"
        for name in ("signed", "in_force", "ended")
    ),
    "SELECT key, 'implementation', on_date, on_latest FROM assessment JOIN agreement ON id = agreement_id",
)
