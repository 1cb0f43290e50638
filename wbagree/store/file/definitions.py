"""The definitions of a register, compared with those that this program makes.

A schema can do harm: a trigger changes what is written, and a query of a view may never end. So a file with foreign
definitions is never written, and it is read only if these cannot answer a query.
"""

import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from wbagree import resources
from wbagree.errors import DatabaseProblem

# The tables inside the full-text index, which each version of SQLite makes in its own way.
_PAGES = r"CREATE TABLE '(?:agreement|type)_text_(?:data|idx|content|docsize|config)'(?=\()"
_QUOTED = "CREATE TABLE '"
# The tables that ANALYZE makes.
_STATISTICS = {
    "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}
_NAME = r"CREATE (?:UNIQUE |VIRTUAL )?(\w+) ([\"'`]?)(\w+)\2"
# The beginnings of definitions that hold rows, as this program writes them; others may compute their rows.
_PLAIN = ("CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ")
_INDEX = _PLAIN[1:]
_MADE = re.compile(r"\bAS\b", re.IGNORECASE)


class Definition(NamedTuple):
    """The kind and the name of a table, index, view or trigger."""

    name: str
    kind: str


def definitions_in(connection: sqlite3.Connection) -> dict[str, Definition]:
    """Return the definitions of a file, each on one line."""
    rows = connection.execute(
        "SELECT name, type, CAST(sql AS TEXT) FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    )
    definitions = {_one_line(sql): Definition(str(name), str(kind)) for name, kind, sql in rows}
    return {sql: named for sql, named in definitions.items() if sql not in _STATISTICS}


# The table of the revision, the same at each revision. The query of a view with its name might never end.
REVISION_TABLE = (
    "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
)


def expected_definitions(revision: str) -> dict[str, Definition]:
    """Return the definitions of a revision, as this program makes them.

    DatabaseProblem when there is no such revision. A test compares the files with the migrations, and rewrites them
    with UPDATE_GOLDENS=1.
    """
    return {sql: _kind_and_name(sql) for sql in _expected_sql(revision)}


def _expected_sql(revision: str) -> set[str]:
    """Return the definitions of a revision, without kinds and names.

    Most commands need no more.
    """
    try:
        return set(_file(revision).read_text(encoding="utf-8").splitlines())
    except FileNotFoundError as error:
        raise DatabaseProblem(f"schema {revision} is not one that this program ever made") from error


def has_foreign_definitions(connection: sqlite3.Connection) -> bool:
    """Return whether a file has definitions that this program never made.

    SQLite would evaluate them while it checks the file.
    """
    ever = {line for file in _folder().iterdir() for line in file.read_text(encoding="utf-8").splitlines()}
    return not definitions_in(connection).keys() <= ever


def _file(revision: str) -> Path:
    return _folder() / f"{revision}.sql"


def _folder() -> Path:
    return resources.migrations_folder() / "definitions"


def _one_line(sql: str) -> str:
    line = " ".join(sql.split())
    pages = re.match(_PAGES, line) if line.startswith(_QUOTED) else None
    return pages[0] if pages else line


def _kind_and_name(sql: str) -> Definition:
    kind, _, name = re.match(_NAME, sql).groups()  # type: ignore[union-attr]  # a test reads all the files
    return Definition(name, kind.lower())


def definition_differences(connection: sqlite3.Connection, revision: str) -> list[tuple[Definition, str]]:
    """Return the missing, changed and foreign definitions, by name.

    Each with the end of a sentence about it. A register of ours has none.
    """
    ours, theirs = expected_definitions(revision), definitions_in(connection)
    missing = {named.name: named for sql, named in ours.items() if sql not in theirs}
    strange = {named.name: named for sql, named in theirs.items() if sql not in ours}
    return [
        (named, "is missing" if name not in strange else _CHANGED if name in missing else "is not this program's")
        for name, named in sorted((missing | strange).items())
    ]


_CHANGED = "is not as this program makes it"


def check_own(path: Path, connection: sqlite3.Connection, revision: str) -> None:
    """Raise DatabaseProblem unless all definitions of a file are ours."""
    if different := definition_differences(connection, revision):
        (name, kind), wrong = different[0]
        raise DatabaseProblem(
            f"{path}: {kind} {name!r} {wrong}; such a file is only read",
            f"export its agreements, with a wbagree of schema {revision}, and import them into another register",
        )


def _computes(sql: str) -> bool:
    """Return whether a definition may compute its content.

    All may, except tables and indexes without a word ``AS``.
    """
    return not sql.startswith(_PLAIN) or _MADE.search(sql) is not None


def check_readable(path: Path, theirs: Mapping[str, Definition], revision: str) -> None:
    """Raise DatabaseProblem if a foreign view may replace one of ours.

    That is so if one of ours other than an index is missing, and a foreign one may compute its content. ``theirs`` are
    all definitions of the file, from ``definitions_in``.
    """
    ours = _expected_sql(revision)
    if theirs.keys() == ours:
        return
    missing = [sql for sql in ours - theirs.keys() if not sql.startswith(_INDEX)]
    computed = sorted(theirs[sql] for sql in theirs.keys() - ours if _computes(sql))
    if missing and computed:
        name, kind = computed[0]
        raise DatabaseProblem(
            f"{path}: {kind} {name!r} is not this program's; such a file is not read",
            "wbagree db copies lists the copies beside it, wbagree db restore FILE puts one back",
        )
