"""Taking a change set back: each record becomes what it was before, unless somebody changed it again since."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, update

from wbagree.domain.draft import Gate, write
from wbagree.domain.record import EXTRA_FIELDS, FIELDS, Agreement
from wbagree.errors import Duplicate, InvalidRecord
from wbagree.store import history, past, reading
from wbagree.store.lookups import party_book, type_book
from wbagree.store.past import ChangeSet, RecordChange
from wbagree.store.tables import IssuedKeyRow
from wbagree.store.writing import Change, apply, plain


@dataclass(slots=True)
class Undone:
    """What an undo did: the keys taken back, those left with the reason, and the number of its own change set."""

    taken_back: list[str] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    number: int = 0


def take_back(session: Session, change_set: ChangeSet, *, force: bool = False) -> Undone:
    """Take a change set back; Duplicate when that was done already. ``force`` overrules later changes.

    What an earlier undo of it had left can still be taken back by force.
    """
    if change_set.undone_by is not None and not force:
        raise Duplicate(f"change set {change_set.number} was taken back already, by change set {change_set.undone_by}")
    connection = plain(session)
    gate = Gate(party_book(connection), type_book(connection))
    undone = Undone()
    changes: list[Change] = []
    # Backwards, so that what depends on what came later is taken back after it.
    for change in reversed(past.changes(connection, change_set.number)):
        stored = reading.agreements(connection, [change.key]).get(change.key)
        since = past.changed_since(connection, change.key, change_set.number)
        if reason := _conflict(change, stored, since, force=force):
            undone.left[change.key] = reason
            continue
        back = _back(gate, change, stored)
        if back is not None:
            changes.append(back)
        undone.taken_back.append(change.key)
    if changes:
        undone.number = history.number(session, undoes=change_set.number)
        apply(session, changes)
        _as_if_never_given(session, [change.key for change in changes if change.after is None])
    return undone


def _as_if_never_given(session: Session, keys: list[str]) -> None:
    """Records whose adding was taken back were not deleted by anybody: the same list may bring them again."""
    for key in keys:
        session.exec(update(IssuedKeyRow).where(col(IssuedKeyRow.key) == key).values(deleted_on=None))


def _conflict(change: RecordChange, stored: Agreement | None, since: list[int], *, force: bool) -> str:
    later = f"changed again by change set {', '.join(map(str, since))}" if since else ""
    if change.kind == "add":
        return "" if force or stored is None else later
    if change.kind == "delete":
        return "it is here again" if stored is not None else ""
    if stored is None:
        return "it was deleted since"
    now = write(stored)
    moved = [name for name, (_, after) in change.fields.items() if now[name] != after]
    return f"{', '.join(moved)} {later or 'changed since'}" if moved and not force else ""


def _back(gate: Gate, change: RecordChange, stored: Agreement | None) -> Change | None:
    """The change that takes this one back; None when there is nothing left to take back."""
    before = {name: old for name, (old, _) in change.fields.items()}
    if change.kind == "add":
        return Change(stored, None) if stored else None
    if change.kind == "delete":
        return Change(None, _agreement(gate, {**dict.fromkeys((*FIELDS, *EXTRA_FIELDS), ""), **before}))
    if stored is None:
        return None
    after = _agreement(gate, {**write(stored), **before})
    return Change(stored, after) if after != stored else None


def _agreement(gate: Gate, cells: Mapping[str, str]) -> Agreement:
    agreement, problems = gate.check(cells)
    if agreement is None:
        raise InvalidRecord([f"{cells['key']} cannot be what it was: {problem}" for problem in problems])
    return agreement
