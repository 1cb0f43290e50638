"""SQL of users, over the views of ``domain.query_views`` and nothing else.

The rows of the views are copied into a database in memory, and the query runs there. It is no guard to let it run on
the register with an authorizer that permits what a view reads: SQLite gives it the name of a CTE in place of the name
of a view, so that a CTE called like a view could read every table.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import date
from typing import Any, NamedTuple, NoReturn

from wbagree import ending
from wbagree.domain.query_views import QUERY_VIEW_NAMES, QUERY_VIEWS
from wbagree.errors import DatabaseProblem, InvalidValue, UsageProblem


class Scope(NamedTuple):
    """The content of the views: restricted agreements, persons, and the day."""

    with_restricted: bool = False
    with_contacts: bool = False
    day: date | None = None


class Answer(NamedTuple):
    """The names of the columns, each one different, and the rows."""

    names: tuple[str, ...]
    rows: list[tuple[Any, ...]]


# Bounds of a query, so that none takes all the memory: of its text in characters, of a value and of the answer in
# bytes, of all that SQLite keeps meanwhile.
LONGEST_QUERY = 100_000
_LONGEST_VALUE, _LARGEST_ANSWER, _MOST_ROWS, _MOST_MEMORY = 10**7, 2**28, 10**6, 2**29
# After so many seconds the user learns that the query still runs.
_PATIENCE = 5.0
# Between two looks at the clock, in instructions of SQLite: some milliseconds.
_INSTRUCTIONS = 100_000

_NAMES = ", ".join(QUERY_VIEW_NAMES)
_LISTED = "wbagree sql --views lists the columns."
_HINT = f"Use {_NAMES}. {_LISTED}"


def read_query(text: str) -> str:
    """Return a query; UsageProblem or InvalidValue when it cannot be one."""
    if not text.strip():
        raise UsageProblem("The query is empty.", 'For example: wbagree sql "SELECT key, title FROM agreements"')
    if "\0" in text:
        raise InvalidValue("The query contains a NUL character. Remove it.")
    if len(text) > LONGEST_QUERY:
        raise too_long()
    return text


def too_long() -> InvalidValue:
    """Return the error for a query that is too long."""
    return InvalidValue(f"The query has more than {LONGEST_QUERY:,} characters. Shorten it.")


def copy_views(connection: sqlite3.Connection, query: str, scope: Scope) -> sqlite3.Connection:
    """Return a database in memory with the views that a query names.

    A view that its text does not contain cannot be used by it.
    """
    copy = sqlite3.connect(":memory:", isolation_level=None)
    text = query.lower()
    copy.execute("BEGIN")
    for view in QUERY_VIEWS:
        if view.name in text:
            columns = ", ".join(f'"{column}"' for column in view.columns)
            copy.execute(f"CREATE TABLE {view.name} ({columns})")
            marks = ", ".join("?" * len(view.columns))
            copy.executemany(f"INSERT INTO {view.name} VALUES ({marks})", _rows(connection, view.name, columns, scope))
    copy.execute("COMMIT")
    return copy


def _rows(connection: sqlite3.Connection, view: str, columns: str, scope: Scope) -> Iterable[tuple[Any, ...]]:
    """Return the rows of a view.

    CTEs take the place of the views that leave something out, so that all else is as the view has it.
    """
    stored = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'view' AND name = ?", (view,)).fetchone()
    if stored is None:
        raise DatabaseProblem(f"This register has no view {view!r}.", "wbagree db check names what is wrong with it.")
    replaced = {"present_day": f"SELECT '{(scope.day or date.today()).isoformat()}' AS day"}
    if scope.with_restricted:
        replaced["public_agreement"] = "SELECT * FROM agreement"
    if scope.with_contacts:
        replaced |= {"public_signatory": "SELECT * FROM signatory", "public_contact": "SELECT * FROM contact"}
    tables = ", ".join(f"{name} AS ({sql})" for name, sql in replaced.items())
    definition = str(stored[0]).partition(" AS\n")[2]
    cursor = connection.cursor()
    cursor.row_factory = None
    # In the order of keys, so that also an answer without an order of its own is always the same.
    return cursor.execute(f"WITH {tables} SELECT {columns} FROM ({definition}) ORDER BY 1, 2")


def answer(copy: sqlite3.Connection, query: str, on_wait: Callable[[], None]) -> Answer:
    """Run a query on copied views, and close them.

    UsageProblem for what is more than one SELECT over the views, InvalidValue for what SQLite cannot answer,
    KeyboardInterrupt when a signal came. ``on_wait`` is called once if the query takes long.
    """
    with closing(copy):
        _confine(copy)
        _watch(copy, on_wait)
        try:
            cursor = copy.execute(query)
            if cursor.description is None:
                raise UsageProblem("The query is empty.", _HINT)
            return Answer(_different(column[0] for column in cursor.description), _fetch(cursor))
        except (sqlite3.Error, sqlite3.Warning) as error:
            _refuse(error)
        except MemoryError as error:
            raise InvalidValue(
                "The query needs too much memory.", "Add a condition to it, or LIMIT, then try again."
            ) from error


def _confine(copy: sqlite3.Connection) -> None:
    """Let a connection do nothing but read its tables."""
    for function in _FUNCTIONS:  # SQLite declares them at their first use, which the authorizer would refuse
        with suppress(sqlite3.Error):  # without JSON, a query that needs it fails
            copy.execute(f"SELECT 1 FROM {function}('[]')").fetchall()
    refused = {name.lower() for (name,) in copy.execute("PRAGMA module_list")} - _FUNCTIONS
    copy.execute("PRAGMA temp_store = MEMORY")
    copy.execute(f"PRAGMA hard_heap_limit = {_MOST_MEMORY}")
    copy.execute("PRAGMA query_only = ON")
    copy.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    copy.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    copy.text_factory = lambda text: text.decode("utf-8", "replace")  # a query can make bytes that are no text

    def authorize(action: int, one: str | None, other: str | None, *_: str | None) -> int:
        name = (one or "").lower()
        if action == sqlite3.SQLITE_READ:
            # Without a column, it may be a CTE of the query's own: there the name is any.
            own = name in QUERY_VIEW_NAMES or name in _FUNCTIONS
            cte = not other and name not in refused and not name.startswith(("sqlite_", "pragma_"))
            allowed = own or cte
        elif action == sqlite3.SQLITE_FUNCTION:
            allowed = (other or "").lower() not in _HARMFUL
        else:
            allowed = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE)
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    copy.set_authorizer(authorize)


# Functions that make rows, for lists such as the ``types`` of an agreement.
_FUNCTIONS = {"json_each", "json_tree"}
# Functions that reach beyond the query.
_HARMFUL = {"load_extension", "fts3_tokenizer"}


def _watch(copy: sqlite3.Connection, on_wait: Callable[[], None]) -> None:
    """Let a signal end the query.

    ``on_wait`` is called once if it takes long.
    """
    end, waiting = time.monotonic() + _PATIENCE, True

    def look() -> bool:
        nonlocal waiting
        if waiting and time.monotonic() > end:
            waiting = False
            on_wait()
        return ending.has_received_signal()

    copy.set_progress_handler(look, _INSTRUCTIONS)


def _fetch(cursor: sqlite3.Cursor) -> list[tuple[Any, ...]]:
    """Return all rows; InvalidValue when they are too many."""
    rows: list[tuple[Any, ...]] = []
    size = 0
    for row in cursor:
        rows.append(row)
        size += sum(64 + (len(value) if isinstance(value, (str, bytes)) else 0) for value in row)
        if len(rows) > _MOST_ROWS or size > _LARGEST_ANSWER:
            raise InvalidValue(
                f"The answer is too large: more than {_MOST_ROWS:,} rows or {_LARGEST_ANSWER >> 20} MB.",
                "Add a condition to the query, or LIMIT.",
            )
    return rows


def _different(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of columns, with a number where one is repeated."""
    found: list[str] = []
    for name in names:
        number, new = 1, name
        while new in found:
            number += 1
            new = f"{name}_{number}"
        found.append(new)
    return tuple(found)


def _refuse(error: Exception) -> NoReturn:
    """Raise the error for a failure of SQLite."""
    code, message = getattr(error, "sqlite_errorcode", None), str(error)
    if code == sqlite3.SQLITE_INTERRUPT:
        raise KeyboardInterrupt from error
    if code == sqlite3.SQLITE_AUTH or "not authorized" in message:
        raise UsageProblem("The query does more than read the views. Write one SELECT over them.", _HINT) from error
    if "one statement" in message:
        raise UsageProblem("The query has several statements. Write one SELECT.", _HINT) from error
    if "binding" in message:
        raise UsageProblem(
            "The query has a parameter such as ? or :name. Write its value.", "A text is in single quotes: 'AL-XK'."
        ) from error
    what, _, name = message.partition(": ")
    if what == "no such table":
        raise UsageProblem(f"No view is called {name!r}.", _HINT) from error
    if what == "no such column":
        raise InvalidValue(f"No column is called {name!r}.", _LISTED) from error
    raise InvalidValue(f"SQLite cannot answer the query: {message}", _LISTED) from error
