"""The version and the modules of SQLite that wbagree needs."""

import re
import sqlite3

from wbagree.errors import DatabaseProblem

# The first version that drops columns, as the migrations do. Many commands work with an older one.
MIN_VERSION = (3, 35)

_REQUIRED = f"wbagree needs SQLite {MIN_VERSION[0]}.{MIN_VERSION[1]} or later, with FTS5 and JSON"
_HINT = "run wbagree with another Python, or with a newer SQLite"
# SQLite's message for a module that it lacks.
_NO_MODULE = re.compile(r"no such (?:module|function|table): (?:main\.)?(fts5|json)")


def check_sqlite() -> None:
    """Raise DatabaseProblem when SQLite is too old for writing."""
    if sqlite3.sqlite_version_info < MIN_VERSION:
        raise DatabaseProblem(f"this Python has SQLite {_version()}; {_REQUIRED}", _HINT)


def missing_feature_error(sentence: str) -> DatabaseProblem | None:
    """Return the error if SQLite lacks something needed, or None.

    ``sentence`` is SQLite's message, which the lack must explain.
    """
    if module := _NO_MODULE.search(sentence):
        return DatabaseProblem(f"this Python's SQLite {_version()} has no {module[1].upper()}; {_REQUIRED}", _HINT)
    if sqlite3.sqlite_version_info < MIN_VERSION:
        return DatabaseProblem(f"{sentence}, with SQLite {_version()}; {_REQUIRED}", _HINT)
    return None


def _version() -> str:
    return ".".join(map(str, sqlite3.sqlite_version_info))
