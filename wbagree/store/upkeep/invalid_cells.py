"""Cells that this program never writes: wrong kinds, unknown words, invalid dates.

Another program or a hand-made edit can put them into a file that SQLite finds undamaged.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from wbagree.errors import DatabaseProblem, InvalidDate, InvalidValue, SpoiltCell, WbagreeError
from wbagree.store.file.connection import open_for_reading as opened
from wbagree.store.file.definitions import has_foreign_definitions
from wbagree.store.file.failures import damage_error
from wbagree.store.upkeep.column_rules import DATE_COLUMNS, NEVER_EMPTY, NOTATIONS, NULLABLE, WORDS, Reader

# The number of a cell's characters that are shown.
_SHOWN = 60


class Flaw(NamedTuple):
    """A sentence on a flaw, and one for logs without quoted cells."""

    sentence: str
    unquoted: str = ""

    @property
    def redacted(self) -> str:
        """The sentence for a log, which quotes no cell."""
        return self.unquoted or self.sentence


def invalid_cells(connection: sqlite3.Connection) -> Iterator[Flaw]:
    """Yield a flaw for each invalid cell, with its row and content."""
    with _replacing_invalid_bytes(connection):
        for table, columns in _tables(connection).items():
            row = _row_name_sql(table, columns)
            yield from _wrong_kinds(connection, table, columns, row)
            for column in columns:
                if words := WORDS.get((table, column)):
                    yield from _unknown_words(connection, table, column, row, tuple(map(str, words)))
                if notation := NOTATIONS.get((table, column)):
                    yield from _invalid_texts(connection, table, column, row, notation)


def inconsistent_rows(connection: sqlite3.Connection) -> Iterator[Flaw]:
    """Yield each dangling reference, and each inconsistent list of an agreement.

    Its parties and types are stored twice: in its row, and in tables of their own.
    """
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
    """Return the error if damage or invalid cells explain a failure.

    Otherwise None. An unreadable date is explained if a cell has exactly its text.
    """
    if isinstance(error, WbagreeError) and not isinstance(error, InvalidDate | SpoiltCell):
        return None
    try:
        with opened(path) as connection:
            if isinstance(error, InvalidDate):
                found = [*_invalid_dates(connection, error.text)]
            else:
                if not has_foreign_definitions(connection):
                    (state,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
                    if state != "ok":
                        return damage_error(path, state)
                found = [*invalid_cells(connection), *inconsistent_rows(connection)]
    except DatabaseProblem as problem:
        return problem if path.is_file() and not isinstance(error, InvalidDate) else None
    if not found:
        return None
    return SpoiltCell(
        _first_sentences([flaw.sentence for flaw in found]), _first_sentences([flaw.redacted for flaw in found])
    )


def _first_sentences(sentences: Sequence[str]) -> str:
    more = f"; and {len(sentences) - _NAMED} more" if len(sentences) > _NAMED else ""
    return "; ".join(sentences[:_NAMED]) + more


def _invalid_dates(connection: sqlite3.Connection, text: str) -> Iterator[Flaw]:
    """Yield a flaw for each date cell with this invalid text."""
    with _replacing_invalid_bytes(connection):
        tables = _tables(connection)
        for table, names in DATE_COLUMNS.items():
            columns = tables.get(table, {})
            for column in (name for name in names if name in columns):
                yield from _invalid_texts(
                    connection, table, column, _row_name_sql(table, columns), NOTATIONS[table, column], only=text
                )


# An error names so many cells; db check names all.
_NAMED = 3


@contextmanager
def _replacing_invalid_bytes(connection: sqlite3.Connection) -> Iterator[None]:
    """Read texts with invalid bytes in the block, replacing these."""
    before, connection.text_factory = connection.text_factory, partial(bytes.decode, errors="replace")
    try:
        yield
    finally:
        connection.text_factory = before


def _tables(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Return our tables, each with its columns and their kinds.

    Tables of the search index are left out.
    """
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_text*' AND name NOT GLOB 'sqlite_*'"
    )
    found = {}
    for (name,) in names.fetchall():
        columns = connection.execute(f"PRAGMA table_info({_quoted_name(name)})").fetchall()
        found[name] = {row["name"]: "integer" if "INT" in row["type"].upper() else "text" for row in columns}
    return found


def _quoted_name(text: str) -> str:
    quoted = text.replace('"', '""')
    return f'"{quoted}"'


def _row_name_sql(table: str, columns: dict[str, str]) -> str:
    """Return SQL for the name of a row.

    It is the key of its agreement with its place, or its own key, or its first two columns.
    """
    if "agreement_id" in columns:
        return f"coalesce((SELECT key FROM agreement WHERE id = agreement_id), 'no agreement') || {_place_sql(columns)}"
    own = next((name for name in ("key", "code") if name in columns and table not in ("change", "origin")), "")
    first = [own] if own else [*columns][:2]
    return " || '/' || ".join(f"coalesce({_quoted_name(name)}, '')" for name in first)


def _place_sql(columns: dict[str, str]) -> str:
    return f"', row ' || {_quoted_name('position' if 'position' in columns else 'party_code')}"


def _wrong_kinds(connection: sqlite3.Connection, table: str, columns: dict[str, str], row: str) -> Iterator[Flaw]:
    """Yield a flaw for each cell of another kind than its column.

    The table is read once for all columns.
    """
    allowed = {name: (kind, "null") if (table, name) in NULLABLE else (kind,) for name, kind in columns.items()}
    wrong = [f"typeof({_quoted_name(name)}) NOT IN ({_sql_list(kinds)})" for name, kinds in allowed.items()]
    kinds = ", ".join(f"typeof({_quoted_name(name)})" for name in columns)
    rows = connection.execute(f"SELECT {row}, {kinds} FROM {_quoted_name(table)} WHERE {' OR '.join(wrong)}")
    for called, *found in rows:
        for (name, expected), kind in zip(allowed.items(), found, strict=True):
            if kind not in expected:
                yield _flaw(table, name, called, _KINDS.get(kind, kind), f", not {_KINDS[expected[0]]}")


_KINDS = {"text": "a text", "integer": "a number", "real": "a fraction", "blob": "bytes", "null": "nothing"}


def _unknown_words(
    connection: sqlite3.Connection, table: str, column: str, row: str, words: tuple[str, ...]
) -> Iterator[Flaw]:
    cell = _quoted_name(column)
    condition = f"typeof({cell}) = 'text' AND {cell} NOT IN ({_sql_list(words)})"
    for called, text in connection.execute(f"SELECT {row}, {cell} FROM {_quoted_name(table)} WHERE {condition}"):
        yield _flaw(table, column, called, _quoted(text), f", which is none of {_any_of(words)}", "a word")


def _invalid_texts(
    connection: sqlite3.Connection,
    table: str,
    column: str,
    row: str,
    notation: tuple[Reader, str],
    only: str | None = None,
) -> Iterator[Flaw]:
    cell, (read, expected) = _quoted_name(column), notation
    filled = "" if (table, column) in NEVER_EMPTY else f" AND {cell} <> ''"
    query = f"SELECT {row}, {cell} FROM {_quoted_name(table)} WHERE typeof({cell}) = 'text'{filled}"
    rows = connection.execute(query) if only is None else connection.execute(f"{query} AND {cell} = ?", (only,))
    readable = cache(partial(_is_readable, read))
    for called, text in rows:
        if not readable(text):
            yield _flaw(table, column, called, _quoted(text), f", which is not {expected}", "a text")


def _is_readable(read: Reader, text: str) -> bool:
    try:
        read(text)
    except (InvalidValue, ValueError, TypeError, AttributeError, RecursionError):
        return False
    return True


def _any_of(words: tuple[str, ...]) -> str:
    return ", ".join(word or "(empty)" for word in words)


def _sql_list(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _quoted(text: str) -> str:
    return repr(text) if len(text) <= _SHOWN else f"{text[:_SHOWN]!r}…"


def _flaw(table: str, column: str, called: object, held: str, why: str, kind: str = "") -> Flaw:
    """Return the flaw of a cell.

    ``held`` is the cell's content; in a log, ``kind`` takes its place.
    """
    name = called.decode(errors="replace") if isinstance(called, bytes) else str(called)
    return Flaw(*(f"{name}: {table}.{column} holds {what}{why}" for what in (held, kind or held)))
