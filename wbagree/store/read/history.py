"""Reading the history: change sets, and agreements at an earlier time."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.domain.agreements.validation import to_cells
from wbagree.domain.undo_layers import Cells
from wbagree.errors import NotFound
from wbagree.store.read import agreements, change_sets, change_steps, entity_cells, keys
from wbagree.store.read.change_sets import ChangeSet, LoggedChange

_DIGITS = 19


@dataclass(frozen=True, slots=True)
class ChangeSetWithChanges:
    """A change set with its changes, or with some of them."""

    change_set: ChangeSet
    changes: list[LoggedChange]


def change_sets_since(
    connection: sqlite3.Connection, *, since: str = "", limit: int | None = None
) -> Iterator[ChangeSetWithChanges]:
    """Yield the change sets since a time, the latest first.

    ``since`` is UTC, ISO.
    """
    for change_set in change_sets.change_sets_since(connection, since, limit):
        yield ChangeSetWithChanges(change_set, change_sets.changes(connection, change_set.number))


def was_issued(connection: sqlite3.Connection, text: str) -> bool:
    """Return whether an agreement has, or had, exactly this key."""
    return connection.execute("SELECT 1 FROM issued_key WHERE key = ?", (text,)).fetchone() is not None


def changed_key(connection: sqlite3.Connection, text: str) -> str:
    """Return the key that a text names, in any case, or "".

    It may be the key of any entity that was ever changed.
    """
    row = connection.execute("SELECT key FROM change WHERE key = ? COLLATE NOCASE", (text.strip(),)).fetchone()
    return row[0] if row else ""


def change_set_by_number(connection: sqlite3.Connection, number: str) -> ChangeSetWithChanges:
    """Return a change set by its number, with every field.

    NotFound when there is none.
    """
    # A number that SQLite cannot hold was never given.
    found = change_sets.change_set(connection, int(number)) if len(number) < _DIGITS else None
    if found is None:
        raise NotFound("change set", number, hint="wbagree history lists them")
    return ChangeSetWithChanges(found, change_steps.detailed_changes(connection, found.number))


def change_sets_of(connection: sqlite3.Connection, key: str, *, since: str = "") -> list[ChangeSetWithChanges]:
    """Return the change sets that changed an entity, the latest first.

    Those of a framework include changes of its memberships. NotFound when no entity ever had the key.
    """
    given = key.strip()
    within = given.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "/%"
    rows = connection.execute(
        "SELECT DISTINCT key FROM change WHERE key = ? COLLATE NOCASE OR key LIKE ? ESCAPE '\\'", (given, within)
    )
    found = {row[0] for row in rows}
    if not found:
        if not entity_cells.entity_exists(connection, given):
            keys.resolve_key(connection, given)  # raises NotFound, with the nearest keys
        return []  # it exists, and was never changed
    entries = []
    for change_set in change_sets.change_sets_since(connection, since, keys=found):
        changes = [change for change in change_sets.changes(connection, change_set.number) if change.key in found]
        entries.append(ChangeSetWithChanges(change_set, changes))
    return entries


@dataclass(frozen=True, slots=True)
class AgreementAt:
    """An agreement at a moment: its cells, None when the register did not have it.

    ``still_exists``: the register has it now. ``doubtful``: change sets dated before the moment but made after one
    dated later (clock skew); their changes are not in the cells.
    """

    cells: Cells
    still_exists: bool
    doubtful: tuple[ChangeSet, ...] = ()


def agreement_as_recorded(connection: sqlite3.Connection, key: str, moment: str) -> AgreementAt:
    """Return an agreement as it was just before ``moment`` (UTC, ISO).

    Every change since then is reverted, the latest first, beginning with the present cells.
    """
    row = connection.execute("SELECT key FROM issued_key WHERE key = ? COLLATE NOCASE", (key.strip(),)).fetchone()
    known = row[0] if row else keys.resolve_key(connection, key)
    stored = agreements.agreements(connection, [known]).get(known)
    cells: Cells = to_cells(stored) if stored else None
    taken_off = change_sets.change_sets_since(connection, moment, keys={known})
    for change_set in taken_off:
        for change in reversed(change_sets.changes(connection, change_set.number)):
            if (change.subject, change.key) == (AGREEMENT, known):
                cells, _ = change_steps.cells_around(change, cells)
    return AgreementAt(cells, stored is not None, tuple(one for one in taken_off if one.at < moment))


def not_recorded_error(key: str, moment: str) -> NotFound:
    """Return the error for an agreement that was not in the register."""
    return NotFound(
        "agreement", key, hint=f"It was not in the register at {moment}. To see its changes: wbagree history {key}"
    )
