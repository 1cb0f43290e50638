"""The definitions of a register, compared with those that this program makes.

A schema can carry more than records: a trigger changes what is written, a view may never end. So a file whose
definitions are not ours is read at most, and only while what reading asks for is ours.
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
# Definitions that only hold rows, as this program writes them; all others may compute something.
_PLAIN = ("CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ")
_INDEX = _PLAIN[1:]
_MADE = re.compile(r"\bAS\b", re.IGNORECASE)


class Named(NamedTuple):
    """The kind and the name of a table, index, view or trigger."""

    name: str
    kind: str


def definitions_in(connection: sqlite3.Connection) -> dict[str, Named]:
    """Return the definitions of a file, each on one line."""
    rows = connection.execute(
        "SELECT name, type, CAST(sql AS TEXT) FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    )
    definitions = {_one_line(sql): Named(str(name), str(kind)) for name, kind, sql in rows}
    return {sql: named for sql, named in definitions.items() if sql not in _STATISTICS}


# The table of the revision, the same at each revision. A view of that name might never end.
REVISION = (
    "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
)


def expected(revision: str) -> dict[str, Named]:
    """Return the definitions of a revision, as this program makes them.

    DatabaseProblem when it never made such a revision. A test compares the files with the migrations, and writes them
    anew with UPDATE_GOLDENS=1.
    """
    return {sql: _named(sql) for sql in _lines(revision)}


def _lines(revision: str) -> set[str]:
    """The definitions alone, which nearly every answer is content with."""
    try:
        return set(_file(revision).read_text(encoding="utf-8").splitlines())
    except FileNotFoundError as error:
        raise DatabaseProblem(f"schema {revision} is not one that this program ever made") from error


def is_strange(connection: sqlite3.Connection) -> bool:
    """Return whether a file has definitions that this program never made.

    SQLite would compute them while it checks the file.
    """
    ever = {line for file in _folder().iterdir() for line in file.read_text(encoding="utf-8").splitlines()}
    return not definitions_in(connection).keys() <= ever


def _file(revision: str) -> Path:
    return _folder() / f"{revision}.sql"


def _folder() -> Path:
    return resources.migrations() / "definitions"


def _one_line(sql: str) -> str:
    line = " ".join(sql.split())
    pages = re.match(_PAGES, line) if line.startswith(_QUOTED) else None
    return pages[0] if pages else line


def _named(sql: str) -> Named:
    kind, _, name = re.match(_NAME, sql).groups()  # type: ignore[union-attr]  # a test reads all the files
    return Named(name, kind.lower())


def differences(connection: sqlite3.Connection, revision: str) -> list[tuple[Named, str]]:
    """Return the missing, changed and foreign definitions, by name.

    None for a register of ours.
    """
    ours, theirs = expected(revision), definitions_in(connection)
    missing = {named.name: named for sql, named in ours.items() if sql not in theirs}
    strange = {named.name: named for sql, named in theirs.items() if sql not in ours}
    return [
        (named, "is missing" if name not in strange else _CHANGED if name in missing else "is not this program's")
        for name, named in sorted((missing | strange).items())
    ]


_CHANGED = "is not as this program makes it"


def check_own(path: Path, connection: sqlite3.Connection, revision: str) -> None:
    """Raise DatabaseProblem unless all definitions of a file are ours."""
    if different := differences(connection, revision):
        (name, kind), wrong = different[0]
        raise DatabaseProblem(
            f"{path}: {kind} {name!r} {wrong}; such a file is only read",
            f"export its records, with a wbagree of schema {revision}, and import them into another register",
        )


def _computes(sql: str) -> bool:
    """Whether a definition may compute its content.

    All do but tables and indexes without columns ``AS`` something.
    """
    return not sql.startswith(_PLAIN) or _MADE.search(sql) is not None


def check_readable(path: Path, theirs: Mapping[str, Named], revision: str) -> None:
    """Refuse a file whose foreign definitions could answer a query.

    Raises DatabaseProblem. A table or view with a name of ours must be ours, or at least a plain table; ``theirs`` are
    the foreign ones among those ``definitions_in``.
    """
    ours = _lines(revision)
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
