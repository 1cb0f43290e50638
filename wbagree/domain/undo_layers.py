"""Changes of one entity as layers that are on or off.

A layer is one change set's value of one field, or its addition or deletion of the whole entity. It covers earlier
layers of the same field; one of the whole entity covers those of all fields, and theirs cover it. Undoing a change set
switches its layers off, field by field, except those that later layers cover; undoing by force switches off all of its
layers and those that cover them. Undoing the undo switches the same layers on again. The entity's cells follow from the
layers that are on. With all layers off it is as it was at first, in any order of undoing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

# The cells of one entity, None while it does not exist.
Cells = Mapping[str, str] | None
# The field of a layer for the entity as a whole: it was added or deleted.
WHOLE_ENTITY = ""


class Step(NamedTuple):
    """One change set's change of the entity: its cells before and after.

    ``number`` is the change set's; ``undoes`` is the number of the change set that it undid.
    """

    number: int
    undoes: int | None
    before: Cells
    after: Cells


class Layer(NamedTuple):
    """The identity of a layer: a change set's number and a field."""

    number: int
    field: str


@dataclass(frozen=True, slots=True)
class Switch:
    """The layers to switch when a change set is undone.

    ``layers`` has each with whether it is then on. ``in_the_way`` are the later layers that cover them. ``free`` are
    those that can be switched without losing a later change: their field is not covered, or its value stays the same.
    If the change set added or deleted the entity, all of its layers are free or none.
    """

    layers: Mapping[Layer, bool]
    in_the_way: frozenset[Layer] = frozenset()
    free: Mapping[Layer, bool] = field(default_factory=dict)

    @property
    def blocked(self) -> list[int]:
        """The later change sets that added or deleted the entity.

        Changes of its fields that are older than these cannot be undone.
        """
        over_fields = any(layer.field != WHOLE_ENTITY for layer in self.layers)
        return sorted(layer.number for layer in self.in_the_way if over_fields and layer.field == WHOLE_ENTITY)

    @property
    def forced(self) -> dict[Layer, bool]:
        """All layers to switch when the undo is forced: also those in the way.

        The layers of ``blocked`` change sets are not among them.
        """
        blocking = self.blocked
        return {**self.layers, **{one: False for one in self.in_the_way if one.number not in blocking}}

    def remaining(self, switched: Mapping[Layer, bool]) -> "Switch":
        """Return the part that is left after some layers were ``switched``."""
        left = {layer: on for layer, on in self.layers.items() if layer not in switched}
        return Switch(left, frozenset(one for one in self.in_the_way if any(_covers(one, layer) for layer in left)))


class Layers:
    """The layers of one entity, built from all its steps in order."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._base = steps[0].before if steps else None
        self._values: dict[Layer, Cells | str] = {}
        self._on: set[Layer] = set()
        self._switched: dict[int, dict[Layer, bool]] = {}
        for step in steps:
            self._replay(step)

    def _replay(self, step: Step) -> None:
        """Replay a step of the history.

        A step that undid another switches that one's layers. Each difference left after this becomes a new layer.
        """
        switched = self._switched[step.number] = {}
        if step.undoes in self._switched:
            switched.update(self._explaining(self.switch_to_undo(step.undoes), step.after))
        elif step.undoes is not None and step.after is None:  # deleted together with its owner
            switched.update(dict.fromkeys(self._on, False))
        self._on = self._on_after(switched)
        for name, value in _differences(self.cells(), step.after):
            layer = Layer(step.number, name)
            self._values[layer] = value
            self._on.add(layer)
            switched[layer] = True

    def switch_to_undo(self, number: int | None) -> Switch:
        """Return the switch that undoes a change set.

        Layers that are switched back already are left out.
        """
        layers = {
            layer: not on for layer, on in self._switched.get(number or 0, {}).items() if (layer in self._on) == on
        }
        covering = (one for one in self._on if one not in layers and any(_covers(one, layer) for layer in layers))
        switch = Switch(layers, frozenset(covering))
        return replace(switch, free=self._free(switch))

    def _free(self, switch: Switch) -> dict[Layer, bool]:
        covered = {layer.field for layer in switch.in_the_way}
        if WHOLE_ENTITY in covered or (covered and any(layer.field == WHOLE_ENTITY for layer in switch.layers)):
            return {}
        now, after = self.cells() or {}, self.cells(switch.forced) or {}
        kept = {name for name in covered if now.get(name) != after.get(name)}
        return {layer: on for layer, on in switch.forced.items() if layer.field not in kept}

    def _explaining(self, switch: Switch, after: Cells) -> dict[Layer, bool]:
        """Return the layers of ``switch`` that an undo switched, given its result.

        ``after`` are the cells after the undo. See ``Switch.free``.
        """
        forced = self.cells(switch.forced)
        if forced is None or after is None or any(layer.field == WHOLE_ENTITY for layer in switch.forced):
            return switch.forced
        return {layer: on for layer, on in switch.forced.items() if forced.get(layer.field) == after.get(layer.field)}

    def cells(self, switched: Mapping[Layer, bool] | None = None) -> Cells:
        """Return the entity's cells as they are, or with some layers ``switched``."""
        on = self._on_after(switched or {})
        cells = self._base
        for layer, value in self._values.items():  # in the order of the changes
            if layer not in on:
                continue
            if not isinstance(value, str):
                cells = value
            elif cells is not None:
                cells = {**cells, layer.field: value}
        return cells

    def deleted_by(self, switched: Mapping[Layer, bool]) -> int:
        """Return the change set that deleted the entity, once layers are ``switched``.

        0 when the entity would not be deleted.
        """
        on = self._on_after(switched)
        whole = [layer for layer in self._values if layer in on and layer.field == WHOLE_ENTITY]
        return whole[-1].number if whole and self._values[whole[-1]] is None else 0

    def undone_by(self) -> int:
        """Return the last change set that undid adding the entity, or 0."""
        added = {layer for layer, value in self._values.items() if isinstance(value, Mapping)}
        off = [number for number, switched in self._switched.items() for one in added if switched.get(one) is False]
        return max(off, default=0)

    def _on_after(self, switched: Mapping[Layer, bool]) -> set[Layer]:
        on = {layer for layer, on in switched.items() if on}
        return (self._on - switched.keys()) | on


def _covers(upper: Layer, lower: Layer) -> bool:
    return upper.number > lower.number and (WHOLE_ENTITY in (upper.field, lower.field) or upper.field == lower.field)


def _differences(before: Cells, after: Cells) -> Iterable[tuple[str, Cells | str]]:
    """Return each field that differs, with its value after the change.

    If the entity does not exist before or after, the difference is the ``WHOLE_ENTITY``.
    """
    if before is None or after is None:
        return [] if before == after else [(WHOLE_ENTITY, after)]
    return [(field, value) for field, value in after.items() if before.get(field, "") != value]
