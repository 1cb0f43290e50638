"""What the tests of the store stand on: the bundled files read by nothing of ours, and records made for one test."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import oracles
import pytest
import seed_data

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.filter import Filter
from wbagree.domain.types import TYPE, write_type
from wbagree.store.file import connection
from wbagree.store.read import agreements as reading
from wbagree.store.read import parties_and_types
from wbagree.store.write import entities
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.change_log import EntityChange
from wbagree.store.write.session import transaction


@pytest.fixture(scope="session")
def bundled(_templates: dict[str, Path]) -> Path:
    """The register with bundled agreements of every kind, for tests that only read."""
    return _templates["seeded"]


@pytest.fixture(scope="session")
def blank(_templates: dict[str, Path]) -> Path:
    """The register without records, for tests that keep nothing."""
    return _templates["empty"]


@pytest.fixture(scope="session")
def table() -> Callable[[str], list[dict[str, str]]]:
    """The rows of a bundled file."""

    def read(name: str) -> list[dict[str, str]]:
        return seed_data.rows(name)

    return read


@pytest.fixture(scope="session")
def rows() -> dict[str, dict[str, str]]:
    """Those agreements by key."""
    return seed_data.some()


@pytest.fixture(scope="session")
def agreement_of() -> Callable[..., Agreement]:
    """Make an agreement of what the test is about; everything else is plain."""

    def made(**fields: object) -> Agreement:
        plain = {
            "key": "",
            "title": "Agreement",
            "form": "agreement",
            "types": ("mla",),
            "parties": ("AL", "XK"),
            "confidence": "low",
        }
        return Agreement(**{**plain, **fields})

    return made


@pytest.fixture(scope="session")
def add() -> Callable[..., list[str]]:
    """Add records to a register and return their keys."""

    def added(path: Path, *agreements: Agreement, bundled: bool = False) -> list[str]:
        with transaction(path) as session:
            return apply_agreement_changes(
                session, [AgreementChange(None, agreement, bundled) for agreement in agreements]
            )

    return added


@pytest.fixture(scope="session")
def change() -> Callable[..., None]:
    """Edit the record before into the record after; None after deletes it."""

    def changed(path: Path, before: Agreement, after: Agreement | None) -> None:
        with transaction(path) as session:
            apply_agreement_changes(session, [AgreementChange(before, after)])

    return changed


@pytest.fixture(scope="session")
def found() -> Callable[..., list[str]]:
    """The keys of the records of a register that answer a question, in the order asked for."""

    def answer(path: Path, question: Filter | None = None, **options: object) -> list[str]:
        with connection.open_for_reading(path) as register:
            records = reading.records(register, question or Filter(), **options)
            return [record.agreement.key for record in records]

    return answer


@pytest.fixture
def alias() -> Callable[..., None]:
    """Give a type further names."""

    def named(path: Path, code: str, *aliases: str) -> None:
        with connection.open_for_reading(path) as register:
            known = parties_and_types.type_book(register).types[code]
        further = replace(known, aliases=(*known.aliases, *aliases))
        with transaction(path) as session:
            entities.apply_entity_changes(session, [EntityChange(TYPE, code, write_type(known), write_type(further))])

    return named


@pytest.fixture(scope="session")
def dump() -> Callable[[Path], dict[str, list[dict[str, object]]]]:
    """Every row of every table of an SQLite file, by table; not the pages in which the search index keeps itself."""

    def dumped(path: Path) -> dict[str, list[dict[str, object]]]:
        with closing(sqlite3.connect(path)) as register:
            names = register.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_text_%'"
            ).fetchall()
            register.row_factory = sqlite3.Row
            return {name: [dict(row) for row in register.execute(f'SELECT * FROM "{name}"')] for (name,) in names}

    return dumped


@pytest.fixture(scope="session")
def served():
    """The pairs a row serves as of a day: {pair: whether it is inherited}."""
    return oracles.pairs


@pytest.fixture(scope="session")
def members_on():
    """Framework to its members on a day."""
    return oracles.members
