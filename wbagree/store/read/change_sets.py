"""Change sets: the changes of each command, and which are undone."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from wbagree.errors import DatabaseProblem


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The changes of one command.

    ``undone_by`` is the change set that undid it, or None. ``file`` is the file of an import, empty for others.
    ``is_undo``: it is an undo, not the undo of an undo.
    """

    number: int
    at: str
    by: str
    command: str
    undoes: int | None
    records: int
    file: str = ""
    undone_by: int | None = None
    is_undo: bool = False

    @property
    def seed(self) -> bool:
        """Whether it loaded the bundled register."""
        return self.undoes is None and (self.file == BUNDLED or self.command.partition(" ")[0] == "seed")


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One entity in a change set.

    ``kind`` is add, edit or delete; ``fields`` gives each field its cells before and after.
    """

    subject: str
    key: str
    kind: str
    fields: Mapping[str, tuple[str, str]]


# The file of a batch that is the bundled register.
BUNDLED = "bundled register"
CHANGE_SET_COLUMNS = (
    "c.id, c.at, c.by, c.command, c.undoes, (SELECT count(*) FROM change WHERE change_set_id = c.id),"
    " coalesce(b.file, '')"
)
_CHANGE_SETS = f"SELECT {CHANGE_SET_COLUMNS} FROM change_set AS c LEFT JOIN batch AS b ON b.change_set_id = c.id"


class Undos:
    """The change sets that are undone, each with the undo (``undone_by``).

    The last undo of a change set counts, unless it is undone itself; the same rule decides that.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        pairs = connection.execute("SELECT id, undoes FROM change_set WHERE undoes < id ORDER BY id")
        latest: dict[int, int] = {}
        self._taking: set[int] = set()
        for number, undoes in pairs:
            latest[undoes] = number
            if undoes not in self._taking:
                self._taking.add(number)
        self.undone_by: dict[int, int] = {}
        for number in sorted(latest, reverse=True):  # its undo is later, and so decided already
            undo = latest[number]
            if undo not in self.undone_by:
                again = latest.get(undo)  # the undo was undone, and that undone
                self.undone_by[number] = self.undone_by[again] if again else undo

    def change_set_of(self, row: Sequence[Any]) -> ChangeSet:
        """Return the change set of a row of ``_CHANGE_SETS``."""
        number, at, by, command, undoes, records, file = row
        undone_by = self.undone_by.get(number)
        return ChangeSet(number, at, by, command, undoes, records, file, undone_by, number in self._taking)


def change_set(connection: sqlite3.Connection, number: int) -> ChangeSet | None:
    """Return a change set by number; None when there is none."""
    row = connection.execute(f"{_CHANGE_SETS} WHERE c.id = ?", (number,)).fetchone()
    return Undos(connection).change_set_of(row) if row else None


def last_change(connection: sqlite3.Connection, by: str, before: int | None = None) -> ChangeSet | None:
    """Return a user's last change set that is not undone, or None.

    Undos and seeds are left out; with ``before``, only earlier change sets than that number count.
    """
    own = _latest_first(connection, by)
    return next(
        (one for one in own if _is_in_effect(one) and not one.seed and not (before and one.number >= before)), None
    )


def last_change_of_all(connection: sqlite3.Connection) -> ChangeSet | None:
    """Return the last change set that is not undone, or None.

    It may be any user's, and a seed, but not an undo.
    """
    return next(filter(_is_in_effect, _latest_first(connection)), None)


def _is_in_effect(made: ChangeSet) -> bool:
    return made.undoes is None and made.undone_by is None and made.records > 0


def last_undo(connection: sqlite3.Connection, by: str) -> tuple[ChangeSet | None, ChangeSet | None]:
    """Return a user's last undo, and their last change after it.

    The undo is one that is not undone itself. Either is None if there is none.
    """
    newer = None
    for made in _latest_first(connection, by):
        if made.undoes is None and made.records:
            newer = newer or made
        elif made.is_undo and made.undone_by is None:
            return made, newer
    return None, newer


def _latest_first(connection: sqlite3.Connection, by: str | None = None) -> Iterator[ChangeSet]:
    """Return the change sets of one user or all, the latest first."""
    undos = Undos(connection)
    of, values = (" WHERE c.by = ?", (by,)) if by is not None else ("", ())
    return map(undos.change_set_of, connection.execute(f"{_CHANGE_SETS}{of} ORDER BY c.id DESC", values))


def original_change(connection: sqlite3.Connection, made: ChangeSet) -> ChangeSet:
    """Return the change set at the beginning of a chain of undos.

    A change set that is no undo is its own.
    """
    row = connection.execute(
        "WITH RECURSIVE up (id, undoes) AS (SELECT ?, ? UNION ALL"
        " SELECT c.id, c.undoes FROM up JOIN change_set AS c ON c.id = up.undoes AND c.id < up.id)"
        " SELECT min(id) FROM up",
        (made.number, made.undoes),
    ).fetchone()
    found = change_set(connection, row[0])
    return found or made


class Removal(NamedTuple):
    """The change set that removed an entity.

    ``is_undo``: it undid the addition; the entity was never deleted.
    """

    number: int
    is_undo: bool


def find_removal(connection: sqlite3.Connection, subject: str, key: str) -> Removal | None:
    """Return the removal of an entity that is not in the register.

    None if the history has no removal of it.
    """
    query = (
        "SELECT h.kind, c.id, c.undoes FROM change AS h JOIN change_set AS c ON c.id = h.change_set_id"
        " WHERE h.subject = ? AND h.key = ? {} ORDER BY c.id DESC, h.position DESC LIMIT 1"
    )
    last = connection.execute(query.format(""), (subject, key)).fetchone()
    if last is None or last[0] != "delete":
        return None
    number = last[1]
    made = change_set(connection, number) if last[2] is not None else None
    if made is None:
        return Removal(number, is_undo=False)
    # A deletion that was undone and brought back is a deletion.
    undone = (subject, key, original_change(connection, made).number)
    first = connection.execute(query.format("AND c.id = ?"), undone).fetchone()
    return Removal(number, is_undo=first is None or first[0] != "delete")


def change_sets_since(
    connection: sqlite3.Connection, since: str = "", limit: int | None = None, keys: Collection[str] = ()
) -> list[ChangeSet]:
    """Return the change sets since a time, the latest first.

    ``since`` is UTC, ISO; with ``keys`` only those that changed one of them. They are all from the first dated since
    then, in the order of their numbers: their times may be out of order if a clock went back.
    """
    marks = ", ".join("?" * len(keys))
    only = f" AND c.id IN (SELECT change_set_id FROM change WHERE key IN ({marks}))" if keys else ""
    cut = f" LIMIT {int(limit)}" if limit is not None else ""
    first = "(SELECT min(id) FROM change_set WHERE at >= ?)"
    rows = connection.execute(f"{_CHANGE_SETS} WHERE c.id >= {first}{only} ORDER BY c.id DESC{cut}", (since, *keys))
    return list(map(Undos(connection).change_set_of, rows))


def changes(connection: sqlite3.Connection, number: int) -> list[LoggedChange]:
    """Return the changes of a change set, in their order."""
    rows = connection.execute(
        "SELECT subject, key, kind, fields FROM change WHERE change_set_id = ? ORDER BY position", (number,)
    )
    return [logged_change(number, *row) for row in rows]


def logged_change(number: int, subject: str, key: str, kind: str, fields: str) -> LoggedChange:
    """Return the change in a row of the table ``change``.

    DatabaseProblem when it cannot be read.
    """
    return LoggedChange(subject, key, kind, _fields(number, fields))


def _fields(number: int, text: str) -> dict[str, tuple[str, str]]:
    try:
        return {name: (old, new) for name, (old, new) in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise damaged_change_set(number) from error


def damaged_change_set(number: int) -> DatabaseProblem:
    """Return the error for a change set that cannot be read."""
    return DatabaseProblem(f"change set {number} is damaged: what it changed cannot be read")
