"""Cells that this program never writes: wrong kind, unknown word, no date.

A stranger's register, a tool or a hand can put them into a file that SQLite finds sound.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.domain.agreements.fields import DATES
from wbagree.domain.agreements.renewal import Renewal
from wbagree.domain.agreements.vocabularies import (
    Assertion,
    Confidence,
    Disclosure,
    Form,
    Level,
    PartyKind,
    Score,
    Verb,
)
from wbagree.domain.contacts import CONTACT
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.framework import FrameworkKind, MembershipStatus
from wbagree.domain.tallies import TALLY
from wbagree.errors import DatabaseProblem, InvalidDate, InvalidValue, SpoiltCell, WbagreeError
from wbagree.store.file.connection import reading as opened
from wbagree.store.file.definitions import is_strange
from wbagree.store.file.failures import damaged
from wbagree.store.read import entity_cells

# Cells that may be empty in the sense of SQL; all others hold a text or a number.
NULLABLE = {
    *(("agreement", name + end) for name in DATES for end in ("", "_earliest", "_latest")),
    *(("participation", name) for name in ("ratified", "in_force")),
    *(("agreement", "asserted_status"), ("change_set", "undoes"), ("issued_key", "deleted_on")),
}  # fmt: skip

_WORDS: dict[tuple[str, str], type[StrEnum] | tuple[str, ...]] = {
    ("agreement", "form"): Form,
    ("agreement", "level"): Level,
    ("agreement", "asserted_status"): Assertion,
    ("agreement", "confidence"): Confidence,
    ("agreement", "disclosure"): ("", Disclosure.RESTRICTED.value),
    ("assessment", "score"): Score,
    ("relation", "verb"): Verb,
    ("party", "kind"): PartyKind,
    ("framework", "kind"): FrameworkKind,
    ("framework_member", "standing"): MembershipStatus,
    ("change", "kind"): ("add", "edit", "delete"),
    ("change", "subject"): (AGREEMENT, *entity_cells.SUBJECTS),
}


def _read_day(text: str) -> None:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(text)


def _read_number(stem: str, text: str) -> None:
    if text != f"{stem}-{int(text.removeprefix(f'{stem}-'))}":
        raise ValueError(text)


def _read_fields(text: str) -> None:
    """Read the fields of a change, as the history does."""
    for cells in json.loads(text).values():
        before, after = cells
        if not (isinstance(before, str) and isinstance(after, str)):
            raise TypeError(text)


_DATE_COLUMNS = {
    "agreement": DATES,
    "participation": ("ratified", "in_force"),
    "assessment": ("on_date",),
    "party": ("since", "until"),
    "party_name": ("since", "until"),
    "succession": ("since",),
    "framework": ("established", "ended"),
    "framework_member": ("joined", "left"),
    "contact": ("valid_from", "valid_to", "verified"),
    "tally": ("on",),
}
_DAYS = {
    "agreement": tuple(f"{name}_{end}" for name in DATES for end in ("earliest", "latest")),
    "assessment": ("on_latest",),
    "succession": ("since_latest",),
}
_Read = Callable[[str], object]
# The reader of a text that is not empty, and the words for a valid one.
_NOTATIONS: dict[tuple[str, str], tuple[_Read, str]] = {
    **{
        (table, name): (PartialDate.parse, "a date such as 2012, 2012-03 or 2012-03-10")
        for table, names in _DATE_COLUMNS.items()
        for name in names
    },
    **{(table, name): (_read_day, "a day such as 2012-03-10") for table, names in _DAYS.items() for name in names},
    ("change_set", "at"): (datetime.fromisoformat, "a time"),
    ("agreement", "renewal"): (Renewal.parse, "a renewal"),
    ("contact", "key"): (partial(_read_number, CONTACT), "the key of a contact point"),
    ("tally", "key"): (partial(_read_number, TALLY), "the key of a tally"),
    ("change", "fields"): (_read_fields, "what a change did"),
}
_NEVER_EMPTY = {("assessment", "on_date"), ("succession", "since"), ("tally", "on"), ("change_set", "at"),
                ("change", "fields"), ("contact", "key"), ("tally", "key")}  # fmt: skip
# Characters of a cell that are shown.
_SHOWN = 60


class Flaw(NamedTuple):
    """A sentence on a flaw, and one without cells for logs."""

    sentence: str
    unquoted: str = ""

    @property
    def discreet(self) -> str:
        """The sentence for a log."""
        return self.unquoted or self.sentence


def invalid_cells(connection: sqlite3.Connection) -> Iterator[Flaw]:
    """Yield each invalid cell: table, column, row and what it is."""
    with _any_text(connection):
        for table, columns in _tables(connection).items():
            row = _named(table, columns)
            yield from _kinds(connection, table, columns, row)
            for column in columns:
                if words := _WORDS.get((table, column)):
                    yield from _words(connection, table, column, row, tuple(map(str, words)))
                if notation := _NOTATIONS.get((table, column)):
                    yield from _notation(connection, table, column, row, notation)


def wrong_kinds(connection: sqlite3.Connection) -> Iterator[Flaw]:
    """Yield each dangling reference, and each agreement with two versions of a list."""
    for table, _, target, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Flaw(f"references: a row of {table} points to a row of {target} that is not there")
    for field, query in _HELD.items():
        rows = connection.execute(f"SELECT key, {field}, ({query}) AS held FROM agreement WHERE {field} IS NOT held")
        for key, shown, held in rows:
            differ = f"{key}: {field}: answers show {shown}, questions find {held or 'none'}"
            yield Flaw(differ, f"{key}: {field}: answers show others than questions find")


_HELD = {
    "parties": "SELECT group_concat(party_code, ';') FROM"
    " (SELECT party_code FROM participation WHERE agreement_id = agreement.id ORDER BY party_code)",
    "types": "SELECT group_concat(type_code, ';') FROM"
    " (SELECT type_code FROM agreement_type WHERE agreement_id = agreement.id ORDER BY position)",
}


def cause_of(error: Exception, path: Path) -> DatabaseProblem | None:
    """Return the failure that damage or invalid cells explain, or None.

    A date that cannot be read is the register's when a cell holds the very same.
    """
    if isinstance(error, WbagreeError) and not isinstance(error, InvalidDate | SpoiltCell):
        return None
    try:
        with opened(path) as connection:
            if isinstance(error, InvalidDate):
                found = [*_dated(connection, error.text)]
            else:
                if not is_strange(connection):
                    (state,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
                    if state != "ok":
                        return damaged(path, state)
                found = [*invalid_cells(connection), *wrong_kinds(connection)]
    except DatabaseProblem as problem:
        return problem if path.is_file() and not isinstance(error, InvalidDate) else None
    if not found:
        return None
    return SpoiltCell(_first([flaw.sentence for flaw in found]), _first([flaw.discreet for flaw in found]))


def _first(sentences: Sequence[str]) -> str:
    more = f"; and {len(sentences) - _NAMED} more" if len(sentences) > _NAMED else ""
    return "; ".join(sentences[:_NAMED]) + more


def _dated(connection: sqlite3.Connection, text: str) -> Iterator[Flaw]:
    """Cells of dates that hold this text, which is none."""
    with _any_text(connection):
        tables = _tables(connection)
        for table, names in _DATE_COLUMNS.items():
            columns = tables.get(table, {})
            for column in (name for name in names if name in columns):
                yield from _notation(
                    connection, table, column, _named(table, columns), _NOTATIONS[table, column], only=text
                )


# A failure names so many cells; db check names all.
_NAMED = 3


@contextmanager
def _any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Bytes that are no text, shown as far as they are one."""
    before, connection.text_factory = connection.text_factory, partial(bytes.decode, errors="replace")
    try:
        yield
    finally:
        connection.text_factory = before


def _tables(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """The columns of our tables and their kinds, without the search index."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_text*' AND name NOT GLOB 'sqlite_*'"
    )
    found = {}
    for (name,) in names.fetchall():
        columns = connection.execute(f"PRAGMA table_info({_name(name)})").fetchall()
        found[name] = {row["name"]: "integer" if "INT" in row["type"].upper() else "text" for row in columns}
    return found


def _name(text: str) -> str:
    quoted = text.replace('"', '""')
    return f'"{quoted}"'


def _named(table: str, columns: dict[str, str]) -> str:
    """SQL for the name of a row: key of its agreement, own key, first columns."""
    if "agreement_id" in columns:
        return f"coalesce((SELECT key FROM agreement WHERE id = agreement_id), 'no agreement') || {_place(columns)}"
    own = next((name for name in ("key", "code") if name in columns and table not in ("change", "origin")), "")
    first = [own] if own else [*columns][:2]
    return " || '/' || ".join(f"coalesce({_name(name)}, '')" for name in first)


def _place(columns: dict[str, str]) -> str:
    return f"', row ' || {_name('position' if 'position' in columns else 'party_code')}"


def _kinds(connection: sqlite3.Connection, table: str, columns: dict[str, str], row: str) -> Iterator[Flaw]:
    """Cells of another kind than their column, in one reading of the table."""
    allowed = {name: (kind, "null") if (table, name) in NULLABLE else (kind,) for name, kind in columns.items()}
    wrong = [f"typeof({_name(name)}) NOT IN ({_listed(kinds)})" for name, kinds in allowed.items()]
    kinds = ", ".join(f"typeof({_name(name)})" for name in columns)
    rows = connection.execute(f"SELECT {row}, {kinds} FROM {_name(table)} WHERE {' OR '.join(wrong)}")
    for called, *found in rows:
        for (name, expected), kind in zip(allowed.items(), found, strict=True):
            if kind not in expected:
                yield _flaw(table, name, called, _KINDS.get(kind, kind), f", not {_KINDS[expected[0]]}")


_KINDS = {"text": "a text", "integer": "a number", "real": "a fraction", "blob": "bytes", "null": "nothing"}


def _words(connection: sqlite3.Connection, table: str, column: str, row: str, words: tuple[str, ...]) -> Iterator[Flaw]:
    cell = _name(column)
    condition = f"typeof({cell}) = 'text' AND {cell} NOT IN ({_listed(words)})"
    for called, text in connection.execute(f"SELECT {row}, {cell} FROM {_name(table)} WHERE {condition}"):
        yield _flaw(table, column, called, _quoted(text), f", which is none of {_any_of(words)}", "a word")


def _notation(
    connection: sqlite3.Connection,
    table: str,
    column: str,
    row: str,
    notation: tuple[_Read, str],
    only: str | None = None,
) -> Iterator[Flaw]:
    cell, (read, expected) = _name(column), notation
    filled = "" if (table, column) in _NEVER_EMPTY else f" AND {cell} <> ''"
    query = f"SELECT {row}, {cell} FROM {_name(table)} WHERE typeof({cell}) = 'text'{filled}"
    rows = connection.execute(query) if only is None else connection.execute(f"{query} AND {cell} = ?", (only,))
    readable = cache(partial(_is_readable, read))
    for called, text in rows:
        if not readable(text):
            yield _flaw(table, column, called, _quoted(text), f", which is not {expected}", "a text")


def _is_readable(read: _Read, text: str) -> bool:
    try:
        read(text)
    except (InvalidValue, ValueError, TypeError, AttributeError, RecursionError):
        return False
    return True


def _any_of(words: tuple[str, ...]) -> str:
    return ", ".join(word or "(empty)" for word in words)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _quoted(text: str) -> str:
    return repr(text) if len(text) <= _SHOWN else f"{text[:_SHOWN]!r}…"


def _flaw(table: str, column: str, called: object, held: str, why: str, kind: str = "") -> Flaw:
    """The flaw of a cell; a log may have no more than its ``kind``."""
    name = called.decode(errors="replace") if isinstance(called, bytes) else str(called)
    return Flaw(*(f"{name}: {table}.{column} holds {what}{why}" for what in (held, kind or held)))
