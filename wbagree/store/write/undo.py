"""Undo of a change set, field by field.

Each field becomes what it would be without the change set, unless it was changed again since.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from wbagree.domain.agreements.agreement import AGREEMENT, Agreement
from wbagree.domain.agreements.validation import AgreementValidator, is_restricted
from wbagree.domain.undo_layers import Cells, Layers
from wbagree.errors import Duplicate
from wbagree.store.read import change_steps
from wbagree.store.read.change_sets import ChangeSet, LoggedChange
from wbagree.store.read.change_steps import CurrentState, DatedChange, EntityKey
from wbagree.store.write import change_log, entities
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.change_log import EntityChange
from wbagree.store.write.keys import mark_deleted
from wbagree.store.write.session import raw_connection
from wbagree.store.write.undo_conflicts import ConflictSentences, DependencyCheck, LeftAsIs, undo_outcome


@dataclass(slots=True)
class UndoResult:
    """The changes of an undo, and the entities left as they are.

    ``left`` maps their keys to reasons. A key in both was undone in part: the reason names the fields that were left.
    ``forcible`` are the keys left that ``force`` would undo. ``number`` is the undo's own change set.
    """

    changes: list[LoggedChange] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    forcible: list[str] = field(default_factory=list)
    number: int = 0

    @property
    def taken_back(self) -> list[str]:
        """The keys of the entities that changed."""
        return [change.key for change in self.changes]


def undo_change_set(session: Session, change_set: ChangeSet, *, force: bool = False) -> UndoResult:
    """Undo a change set; Duplicate when it is undone already.

    ``force`` undoes it also where later changes are in the way, and after an undo that left a part of it.
    """
    if change_set.undone_by is not None and not force:
        raise Duplicate(
            f"change set {change_set.number} was taken back already, by change set {change_set.undone_by}",
            f"wbagree undo {change_set.undone_by} brings it back",
        )
    done = change_steps.changes_by_entity(raw_connection(session), change_set.number)
    undo = _Undo(session, change_set.number, done, force=force)
    # Backwards, so that dependants are undone before what they depend on.
    for entity in reversed(done):
        undo.take(entity)
    return undo.apply()


class _Undo:
    """An undo at work: decides entity by entity, then applies all."""

    def __init__(
        self, session: Session, number: int, done: Mapping[EntityKey, list[DatedChange]], *, force: bool
    ) -> None:
        self._session, self._number, self._done, self._force = session, number, done, force
        self._present = CurrentState(raw_connection(session), done)
        self._needs = DependencyCheck(raw_connection(session), self._present)
        self._validator: AgreementValidator | None = None
        self._undone = UndoResult()
        # The change of each entity; for agreements also the values before and after, and the day of the deletion.
        self._changes: dict[EntityKey, EntityChange] = {}
        self._agreements: dict[str, tuple[Agreement | None, Agreement | None]] = {}
        self._deleted_on: dict[str, str | None] = {}

    def take(self, entity: EntityKey) -> None:
        """Decide on an entity: undone, unchanged already, or left with a reason."""
        now = self._present.cells(entity)
        layers = Layers(change_steps.steps_of(self._done[entity], now))
        switch = layers.switch_to_undo(self._number)
        if not switch.layers:
            return
        try:
            after, switched, kept = undo_outcome(
                layers, switch, now, ConflictSentences(self._done[entity], change_log.current_user()), force=self._force
            )
            self._needs.check(entity, after)
            parts = self._needs.parts(entity, force=self._force) if after is None and now is not None else []
            agreement = self._validated(after) if entity.subject == AGREEMENT else None
        except LeftAsIs as left:
            self._leave(entity, left.reason, forcible=left.forcible)
            return
        if kept:
            self._leave(entity, kept, forcible=True)
        if entity.subject == AGREEMENT:
            self._agreements[entity.key] = self._present.record(entity.key), agreement
            if after is None:
                self._deleted_on[entity.key] = self._deletion_day(entity, layers.deleted_by(switched))
        for part in parts:
            self._put(part, None)
        self._put(entity, after, agreement)

    def _leave(self, entity: EntityKey, reason: str, *, forcible: bool) -> None:
        self._undone.left[entity.key] = reason
        self._undone.forcible += [entity.key] if forcible else []

    def _put(self, entity: EntityKey, after: Cells, agreement: Agreement | None = None) -> None:
        self._changes[entity] = EntityChange(*entity, self._present.cells(entity), after)
        self._present.replace_cells(entity, after, agreement)
        if entity.subject != AGREEMENT:  # it may be a party, a type or a kind of acts that an agreement needs
            self._validator = None

    def _validated(self, cells: Cells) -> Agreement | None:
        """Return the agreement of cells; LeftAsIs when they break a rule."""
        if cells is None:
            return None
        if self._validator is None:
            books = self._present.party_book(), self._present.type_book()
            self._validator = AgreementValidator(*books, acts=self._present.act_book(), by_clock=False)
        agreement, problems = self._validator.validate(cells)
        if agreement is None:
            shown = [problem.redacted() for problem in problems] if is_restricted(cells) else problems
            raise LeftAsIs(f"it would break a rule: {'; '.join(map(str, shown))}")
        return agreement

    def _deletion_day(self, entity: EntityKey, number: int) -> str | None:
        """Return the day of the deletion in effect, or None.

        None when the agreement was never deleted: then an import may add it again.
        """
        return next((row.at[:10] for row in self._done[entity] if row.number == number), None)

    def apply(self) -> UndoResult:
        """Store the decisions as one change set.

        There is none if all entities are left as they are.
        """
        undone = self._undone
        if self._changes or not undone.left:
            undone.number = change_log.change_set_number(self._session, undoes=self._number)
        real = {entity: change for entity, change in self._changes.items() if change.before != change.after}
        others = [change for entity, change in real.items() if entity.subject != AGREEMENT]
        # Agreements depend on parties and types: these are added before and deleted after them.
        entities.apply_entity_changes(self._session, [change for change in others if change.after is not None])
        records = [AgreementChange(*self._agreements[key]) for subject, key in real if subject == AGREEMENT]
        apply_agreement_changes(self._session, records)
        _mark_deletions(self._session, self._deleted_on)
        entities.apply_entity_changes(self._session, [change for change in others if change.after is None])
        # Entities that already were as the undo makes them count as undone: an empty change records that.
        change_log.log_changes(
            self._session, [EntityChange(*entity, {}, {}) for entity in self._changes if entity not in real]
        )
        undone.changes = [change_steps.change_between(entity, one.before, one.after) for entity, one in real.items()]
        return undone


def _mark_deletions(session: Session, days: Mapping[str, str | None]) -> None:
    """Mark agreements as deleted on the days of their deletions.

    The day is None for an agreement that was removed by an undo only.
    """
    for day in set(days.values()):
        mark_deleted(session, [key for key, one in days.items() if one == day], day)
