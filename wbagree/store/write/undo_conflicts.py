"""Conflicts of an undo with later changes, dependencies and other programs."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from wbagree.domain.acts.kinds import ACT_KIND
from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.domain.parties.party_book import PARTY
from wbagree.domain.types import TYPE
from wbagree.domain.undo_layers import WHOLE_ENTITY, Cells, Layer, Layers, Switch
from wbagree.store.read import parties_and_types
from wbagree.store.read.change_steps import CurrentState, DatedChange, EntityKey
from wbagree.store.read.dependencies import DEPENDENCIES, OWNED

# A reason names so many change sets or keys.
_NAMED = 3


class LeftAsIs(Exception):
    """An entity is left as it is, for a reason.

    ``forcible``: ``--force`` would undo it all the same.
    """

    def __init__(self, reason: str, *, forcible: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.forcible = reason, forcible


class Outcome(NamedTuple):
    """The new cells of an entity, and the layers switched for them.

    ``left`` is the reason why some of its fields are left as they are, or ''.
    """

    after: Cells
    switched: Mapping[Layer, bool]
    left: str = ""


def undo_outcome(layers: Layers, switch: Switch, now: Cells, sentences: "ConflictSentences", *, force: bool) -> Outcome:
    """Return the outcome of an undo that switches an entity's layers.

    Fields that later layers cover are left as they are, unless ``force``; LeftAsIs when these are all fields.
    """
    if switch.blocked and now is None:
        raise LeftAsIs(sentences.deleted(switch.blocked[-1]))
    switched = switch.forced if force else switch.free
    if not switched:
        raise LeftAsIs(sentences.in_the_way(switch.remaining(switched), now), forcible=True)
    was, after = layers.cells(), layers.cells(switched)
    if after is None:
        if any(on and layer.field != WHOLE_ENTITY for layer, on in switched.items()):
            undo = layers.undone_by()
            raise LeftAsIs(f"it is not here since change set {undo}; wbagree undo {undo} brings it back")
        return Outcome(None, switched)
    kept = switch.remaining(switched)
    left = [sentences.in_the_way(kept, now)] if kept.layers else []
    if now is None or was is None:
        return Outcome(after, switched, "".join(left))
    moved = {name: value for name, value in after.items() if was.get(name) != value}
    # Changes that are not in the history were made by another program.
    if not force and (other := [name for name in moved if now.get(name) != was.get(name)]):
        left.append(f"{', '.join(other)} changed since")
        moved = {name: value for name, value in moved.items() if name not in other}
        if not moved:
            raise LeftAsIs("; ".join(left), forcible=True)
    return Outcome({**now, **moved}, switched, "; ".join(left))


class ConflictSentences:
    """Sentences on the later change sets of an entity.

    They name the users of these, except the one who undoes.
    """

    def __init__(self, done: Sequence[DatedChange], own: str) -> None:
        self._by = {row.number: row.by for row in done}
        self._own = own

    def deleted(self, number: int) -> str:
        """Return the sentence on a later deletion, with the command against it."""
        return f"it was deleted since by {self._sets([number])}; wbagree undo {number} brings it back"

    def in_the_way(self, switch: Switch, now: Cells) -> str:
        """Return the sentence on the later changes that are in the way."""
        numbers = sorted({layer.number for layer in switch.in_the_way})
        if now is None:
            return self.deleted(numbers[-1])
        covered = {layer.field for layer in switch.in_the_way if layer.field != WHOLE_ENTITY}
        fields = sorted({layer.field for layer in switch.layers} & covered)
        return f"{', '.join(fields)} changed again by {self._sets(numbers)}".lstrip()

    def _sets(self, numbers: Sequence[int]) -> str:
        sets = [f"{one} ({self._by[one]})" if self._by[one] != self._own else str(one) for one in numbers[:_NAMED]]
        more = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
        return f"change set{'s' if len(numbers) > 1 else ''} {', '.join(sets)}{more}"


class DependencyCheck:
    """The dependencies between entities as they are now."""

    def __init__(self, connection: sqlite3.Connection, present: CurrentState) -> None:
        self._connection, self._present = connection, present

    def parts(self, entity: EntityKey, *, force: bool) -> list[EntityKey]:
        """Return the owned entities to be deleted with an entity.

        LeftAsIs when another entity depends on it, or without ``force`` an owned one.
        """
        needing = list(self._needing(entity))
        kept = [one.key for one in needing if not (force and one.subject in OWNED)]
        if kept:
            more = f" and {len(kept) - _NAMED} more" if len(kept) > _NAMED else ""
            forcible = all(one.subject in OWNED for one in needing)
            named = f"{', '.join(kept[:_NAMED])}{more}"
            raise LeftAsIs(
                f"it is needed by what was stated since: {named}; undo or delete that first", forcible=forcible
            )
        return needing

    def _needing(self, entity: EntityKey) -> Iterable[EntityKey]:
        for subject, needed in DEPENDENCIES.items():
            if entity.subject in needed:
                for key, cells in self._present.all(subject).items():
                    if entity.key in needed[entity.subject](key, cells):
                        yield EntityKey(subject, key)
        if entity.subject in (PARTY, TYPE, ACT_KIND):
            for key in parties_and_types.keys_of_records_with(self._connection, entity.subject, entity.key):
                if self._present.record(key):
                    yield EntityKey(AGREEMENT, key)

    def check(self, entity: EntityKey, after: Cells) -> None:
        """Raise LeftAsIs when a dependency of the restored state is missing."""
        if after is None:
            return
        for subject, of in DEPENDENCIES.get(entity.subject, {}).items():
            for key in of(entity.key, after):
                if self._present.cells(EntityKey(subject, key)) is None:
                    raise LeftAsIs(f"the {subject} {key} is not here any more; bring that back first")
