"""Taking a change set back: each thing becomes what it was before, unless somebody changed it again since."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, update

from wbagree.domain.draft import Gate, write
from wbagree.domain.parties import PARTY
from wbagree.domain.record import AGREEMENT, EXTRA_FIELDS, FIELDS, Agreement
from wbagree.domain.types import TYPE
from wbagree.errors import Duplicate, InvalidRecord
from wbagree.store import beside, history, keeping, lookups, past, reading
from wbagree.store.history import Written
from wbagree.store.lookups import party_book, type_book
from wbagree.store.needing import NEEDS, PART_OF
from wbagree.store.past import Changed, ChangeSet
from wbagree.store.tables import IssuedKeyRow
from wbagree.store.writing import Change, apply, plain

_FIELDS = (*FIELDS, *EXTRA_FIELDS)
# How many of those in the way a reason names.
_NAMED = 3


@dataclass(slots=True)
class Undone:
    """What an undo did: what was taken back, what was left with the reason, and the number of its own change set.

    ``beside`` counts what was taken back and is no record.
    """

    taken_back: list[str] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    beside: int = 0
    number: int = 0


def take_back(session: Session, change_set: ChangeSet, *, force: bool = False) -> Undone:
    """Take a change set back; Duplicate when that was done already. ``force`` overrules later changes.

    What an earlier undo of it had left can still be taken back by force.
    """
    if change_set.undone_by is not None and not force:
        raise Duplicate(f"change set {change_set.number} was taken back already, by change set {change_set.undone_by}")
    undone = Undone()
    back: dict[tuple[str, str], Written] = {}
    now = _Now(session)
    # Backwards, so that what depends on what came later is taken back after it.
    for change in reversed(past.changes(plain(session), change_set.number)):
        cells = now.cells(change.subject, change.key)
        since = past.changed_since(plain(session), change, change_set.number)
        needing = now.needing(change)
        if reason := _conflict(change, cells, since, force=force) or _orphans(change, now, needing, force=force):
            undone.left[change.key] = reason
            continue
        for place in needing:
            _put(back, now, place, now.cells(*place), None)
        _put(back, now, (change.subject, change.key), cells, _before(change, cells))
    if real := [change for change in back.values() if change.before != change.after]:
        undone.number = history.number(session, undoes=change_set.number)
        _apply(session, real)
    undone.taken_back = [change.key for change in real]
    undone.beside = sum(change.subject != AGREEMENT for change in real)
    return undone


def _put(
    back: dict[tuple[str, str], Written],
    now: "_Now",
    place: tuple[str, str],
    cells: Mapping[str, str] | None,
    before: dict[str, str] | None,
) -> None:
    """Take one change back; one change set may have changed the same several times, and the first says what it was."""
    first = back[place].before if place in back else cells
    back[place] = Written(*place, first, before)
    now.put(*place, before)


def _orphans(change: Changed, now: "_Now", needing: list[tuple[str, str]], *, force: bool) -> str:
    """Why something cannot go that others need, or come back without what it needs: nothing vanishes or dangles."""
    kept = [key for subject, key in needing if not (force and subject in PART_OF)]
    if kept:
        more = f" and {len(kept) - _NAMED} more" if len(kept) > _NAMED else ""
        return f"it is needed by what was stated since: {', '.join(kept[:_NAMED])}{more}"
    return now.lacking(change)


class _Now:
    """How things stand; what is no record is read once for all of its subject."""

    def __init__(self, session: Session) -> None:
        self._connection = plain(session)
        self._beside: dict[str, dict[str, dict[str, str]]] = {}
        self._taken_back: dict[tuple[str, str], dict[str, str] | None] = {}

    def put(self, subject: str, key: str, cells: dict[str, str] | None) -> None:
        """Remember how something stands once a change of it is taken back."""
        self._taken_back[subject, key] = cells

    def cells(self, subject: str, key: str) -> dict[str, str] | None:
        """Return the cells of something, None when it is not here."""
        if (subject, key) in self._taken_back:
            return self._taken_back[subject, key]
        if subject == AGREEMENT:
            stored = reading.agreements(self._connection, [key]).get(key)
            return write(stored) if stored else None
        return self._all(subject).get(key)

    def needing(self, change: Changed) -> list[tuple[str, str]]:
        """Return what could not stay, subject and key, if something is taken back that was added."""
        if change.kind != "add":
            return []
        found = [
            (subject, key)
            for subject, needed in NEEDS.items()
            if change.subject in needed
            for key, cells in self._all(subject).items()
            if change.key in needed[change.subject](key, cells)
        ]
        if change.subject in (PARTY, TYPE):
            found += [(AGREEMENT, key) for key in lookups.records_with(self._connection, change.subject, change.key)]
        return [place for place in found if self.cells(*place) is not None]

    def lacking(self, change: Changed) -> str:
        """Say what is not here any more that something would need if it were what it was before."""
        needs = NEEDS.get(change.subject, {})
        before = _before(change, self.cells(change.subject, change.key)) if needs else None
        if before is None:
            return ""
        needed = ((subject, key) for subject, of in needs.items() for key in of(change.key, before))
        missing = (
            f"the {subject} {key} is not here any more" for subject, key in needed if not self.cells(subject, key)
        )
        return next(missing, "")

    def _all(self, subject: str) -> dict[str, dict[str, str]]:
        if subject not in self._beside:
            self._beside[subject] = beside.cells(self._connection, subject)
        return self._beside[subject]


def _conflict(change: Changed, now: Mapping[str, str] | None, since: list[int], *, force: bool) -> str:
    later = f"changed again by change set {', '.join(map(str, since))}" if since else ""
    if change.kind == "add":
        return "" if force or now is None else later
    if change.kind == "delete":
        return "it is here again" if now is not None else ""
    if now is None:
        return "it was deleted since"
    moved = [name for name, (_, after) in change.fields.items() if now[name] != after]
    return f"{', '.join(moved)} {later or 'changed since'}" if moved and not force else ""


def _before(change: Changed, now: Mapping[str, str] | None) -> dict[str, str] | None:
    """The cells before the change, what was changed in other fields since kept; None when it was not here."""
    if change.kind == "add":
        return None
    before = {name: old for name, (old, _) in change.fields.items()}
    empty = dict.fromkeys(_FIELDS, "") if change.subject == AGREEMENT else {}
    return {**empty, **(now or {}), **before}


def _apply(session: Session, back: list[Written]) -> None:
    gate = Gate(party_book(plain(session)), type_book(plain(session)))
    records = [
        Change(_agreement(gate, change.before), _agreement(gate, change.after))
        for change in back
        if change.subject == AGREEMENT
    ]
    apply(session, records)
    _as_if_never_given(session, [change.key for change in records if change.after is None])
    keeping.apply(session, [change for change in back if change.subject != AGREEMENT])


def _as_if_never_given(session: Session, keys: list[str]) -> None:
    """Records whose adding was taken back were not deleted by anybody: the same list may bring them again."""
    for key in keys:
        session.exec(update(IssuedKeyRow).where(col(IssuedKeyRow.key) == key).values(deleted_on=None))


def _agreement(gate: Gate, cells: Mapping[str, str] | None) -> Agreement | None:
    if cells is None:
        return None
    agreement, problems = gate.check(cells)
    if agreement is None:
        raise InvalidRecord([f"{cells['key']} cannot be what it was: {problem}" for problem in problems])
    return agreement
