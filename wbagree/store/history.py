"""Recording what changes: ``writing.apply`` hands every change over, and one command's changes are one change set."""

import getpass
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from wbagree.domain.draft import write
from wbagree.domain.record import Agreement
from wbagree.store.bulk import insert_rows
from wbagree.store.tables import BatchRow, ChangeRow, ChangeSetRow, DistinctPairRow, OriginRow

if TYPE_CHECKING:
    from wbagree.store.writing import Change

_ENTRY = "change set"


@dataclass(slots=True)
class Entry:
    """The change set of a transaction: who and with which command; it has a number once something changes."""

    by: str
    command: str
    undoes: int | None = None
    number: int = 0
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """A file that was taken in: its name, the SHA-256 of its bytes, and the mapping it was read with (TOML)."""

    file: str
    checksum: str
    mapping: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from: the line of the batch's file, and the digest of the row."""

    key: str
    line: int
    digest: str


def begin(session: Session, command: str) -> None:
    """Say which command the changes of this session are made by."""
    session.info[_ENTRY] = Entry(who(), command)


def who() -> str:
    """Return who is at work: WBAGREE_USER, else the login."""
    if named := os.environ.get("WBAGREE_USER"):
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "unknown"


def number(session: Session, undoes: int | None = None) -> int:
    """Return the number of the session's change set, which begins with it."""
    entry: Entry = session.info[_ENTRY]
    if not entry.number:
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        row = ChangeSetRow(at=at, by=entry.by, command=entry.command, undoes=undoes)
        session.add(row)
        session.flush()
        entry.number = row.id or 0
    return entry.number


def record(session: Session, changes: Sequence["Change"]) -> None:
    """Add changes to the session's change set."""
    if not changes:
        return
    change_set = number(session)
    entry: Entry = session.info[_ENTRY]
    rows = [
        {"change_set_id": change_set, "position": position, "key": change.key, "kind": change.kind,
         "fields": _differences(change.before, change.after)}
        for position, change in enumerate(changes, entry.changes)
    ]  # fmt: skip
    insert_rows(session, ChangeRow, rows)
    entry.changes += len(rows)


def _differences(before: Agreement | None, after: Agreement | None) -> str:
    """The fields that differ, as JSON; an added record says all of it itself, until another change says what it was."""
    if before is None:
        return "{}"
    old, new = write(before), write(after) if after else {}
    changed = {name: [old[name], new.get(name, "")] for name in old if old[name] != new.get(name, "")}
    return json.dumps(changed, ensure_ascii=False)


def record_batch(session: Session, batch: Batch, counts: Mapping[str, int]) -> int:
    """Make the session's change set a batch with these counts, and return its number."""
    change_set = number(session)
    row = {"change_set_id": change_set, "file": batch.file, "checksum": batch.checksum, "mapping": batch.mapping}
    insert_rows(session, BatchRow, [{**row, **counts}])
    return change_set


def record_origins(session: Session, origins: Sequence[Origin]) -> None:
    """Remember which rows of the session's batch records came from."""
    if origins:
        change_set = number(session)
        rows = [{"change_set_id": change_set, "line": o.line, "key": o.key, "digest": o.digest} for o in origins]
        insert_rows(session, OriginRow, rows)


def record_different(session: Session, one: str, other: str) -> None:
    """Remember that two records that look alike are two."""
    first, second = sorted((one, other))
    session.merge(DistinctPairRow(one=first, other=second))
    session.flush()
