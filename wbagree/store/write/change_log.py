"""The log of changes: the changes of one command are one change set."""

import getpass
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from sqlmodel import Session, func, select

from wbagree.domain.text.folding import without_invisible
from wbagree.store.write.rows import insert_rows, insert_tuples
from wbagree.store.write.tables import BatchRow, ChangeRow, ChangeSetRow, DistinctPairRow, OriginRow

_PENDING = "change set"


@dataclass(slots=True)
class PendingChangeSet:
    """The change set of the current transaction; numbered by its first change.

    ``before`` is the latest time of the earlier change sets, if it is later than ``at``, the time of this one.
    """

    by: str
    command: str
    undoes: int | None = None
    number: int = 0
    changes: int = 0
    at: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The file of an import.

    Its name, the SHA-256 of its bytes, and the mapping of its columns (TOML).
    """

    file: str
    checksum: str
    mapping: str = ""


class Origin(NamedTuple):
    """The row that an agreement came from: its line and digest."""

    key: str
    line: int
    digest: str


class EntityChange(NamedTuple):
    """An entity's cells before and after a change.

    They are None while it does not exist. ``subject`` is its kind: agreement, contact, type ... For an added
    entity, ``after`` may be empty.
    """

    subject: str
    key: str
    before: Mapping[str, str] | None
    after: Mapping[str, str] | None

    @property
    def kind(self) -> str:
        """The kind of change: add, edit or delete."""
        return "add" if self.before is None else "delete" if self.after is None else "edit"


def begin_change_set(session: Session, command: str) -> None:
    """Begin the change set of a session, made by ``command``."""
    session.info[_PENDING] = PendingChangeSet(current_user(), command)


def current_user() -> str:
    """Return the name of the user: WBAGREE_USER, else the login.

    The name is on one line, without invisible or control characters.
    """
    names = map(_readable, (os.environ.get("WBAGREE_USER", ""), *_logins()))
    return next(filter(None, names), "unknown")


# Longer names are shortened to this number of characters.
_LONGEST_NAME = 100


def _readable(name: str) -> str:
    """Return a name that can be shown anywhere, or ""."""
    text = without_invisible(os.fsencode(name).decode(errors="replace"))  # bytes that are no text are replaced
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"


def _logins() -> Iterator[str]:
    """Yield the user's names in the environment, then in the system.

    A container's user may have no name.
    """
    with suppress(OSError, KeyError, ImportError):
        yield getpass.getuser()
    with suppress(OSError, KeyError, ImportError):
        import pwd  # here: not every system has it

        yield pwd.getpwuid(os.getuid()).pw_name


def change_set_number(session: Session, undoes: int | None = None) -> int:
    """Return the number of the session's change set.

    The first call inserts its row; ``undoes`` is the change set that it undoes.
    """
    entry: PendingChangeSet = session.info[_PENDING]
    if not entry.number:
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        latest = session.exec(select(func.max(ChangeSetRow.at))).one() or ""
        entry.at, entry.before = at, latest if latest > at else ""
        row = ChangeSetRow(at=at, by=entry.by, command=entry.command, undoes=undoes)
        session.add(row)
        session.flush()
        entry.number = row.id or 0
    return entry.number


def number_if_changed(session: Session) -> int:
    """Return the number of the session's change set, 0 when nothing changed."""
    entry: PendingChangeSet = session.info[_PENDING]
    return entry.number


def roll_back(session: Session) -> None:
    """Roll back all changes of the session, and begin another change set."""
    entry: PendingChangeSet = session.info[_PENDING]
    session.rollback()
    begin_change_set(session, entry.command)


def times_out_of_order(session: Session) -> tuple[str, str] | None:
    """Return two times if an earlier change set has a later time.

    They are the time of the session's change set and that later one. None if the times are in order.
    """
    entry: PendingChangeSet = session.info[_PENDING]
    return (entry.at, entry.before) if entry.before else None


def log_changes(session: Session, changes: Iterable[EntityChange]) -> None:
    """Add changes to the session's change set."""
    written = list(changes)
    if not written:
        return
    entry: PendingChangeSet = session.info[_PENDING]
    change_set = change_set_number(session)
    rows = [
        (change_set, position, change.subject, change.key, change.kind, _differences(change))
        for position, change in enumerate(written, entry.changes)
    ]
    columns = ("change_set_id", "position", "subject", "key", "kind", "fields")
    insert_tuples(session, ChangeRow, columns, rows)
    entry.changes += len(rows)


def _differences(change: EntityChange) -> str:
    """Return the fields that differ, as JSON.

    Empty for an added entity: its cells are in the register, or in its next change.
    """
    if change.before is None:
        return "{}"
    old, new = change.before, change.after
    changed = {name: [old[name], new[name] if new else ""] for name in old if new is None or old[name] != new[name]}
    return json.dumps(changed, ensure_ascii=False)


def log_import(session: Session, batch: ImportedFile, counts: Mapping[str, int]) -> int:
    """Log the session's change set as an import; return its number."""
    change_set = change_set_number(session)
    row = {"change_set_id": change_set, "file": batch.file, "checksum": batch.checksum, "mapping": batch.mapping}
    insert_rows(session, BatchRow, [{**row, **counts}])
    return change_set


def log_origins(session: Session, origins: Sequence[Origin]) -> None:
    """Log the rows that agreements of the session's import came from."""
    if origins:
        change_set = change_set_number(session)
        rows = [(change_set, origin.line, origin.key, origin.digest) for origin in origins]
        insert_tuples(session, OriginRow, ("change_set_id", "line", "key", "digest"), rows)


def log_different(session: Session, one: str, other: str) -> None:
    """Record that two similar agreements are different."""
    first, second = sorted((one, other))
    session.merge(DistinctPairRow(one=first, other=second))
    session.flush()
