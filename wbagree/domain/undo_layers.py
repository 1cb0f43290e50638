"""Changes of one thing as layers that are on or off.

A change lies on those before it. Taking it back switches off those of its layers on which nothing lies, field by field;
by force, all of them and those that lie on them. Taking that back switches the same layers on again. The thing is what
the layers that are on make of it. With all of them off it is what it was at first, in whatever order they were taken
back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

# The cells of one thing, None when it is not there.
Cells = Mapping[str, str] | None
# The field of a layer that is the whole thing: it was added or deleted.
WHOLE = ""


class Step(NamedTuple):
    """What a change set made of the thing; ``undoes`` is the change set that it took back."""

    number: int
    undoes: int | None
    before: Cells
    after: Cells


class Layer(NamedTuple):
    """What one change set said of one field, or of the whole thing."""

    number: int
    field: str


@dataclass(frozen=True, slots=True)
class Switch:
    """The layers to switch when a change set is taken back.

    ``in_the_way`` are the layers that lie on them. ``free`` are those that can be switched without losing a later
    change: fields on which nothing lies, or whose value stays the same. Of a thing that was added or deleted all or
    none are free.
    """

    layers: Mapping[Layer, bool]
    in_the_way: frozenset[Layer] = frozenset()
    free: Mapping[Layer, bool] = field(default_factory=dict)

    @property
    def blocked(self) -> list[int]:
        """The change sets that added or deleted the thing since: no field can be taken back from under them."""
        over_fields = any(layer.field != WHOLE for layer in self.layers)
        return sorted(layer.number for layer in self.in_the_way if over_fields and layer.field == WHOLE)

    @property
    def all(self) -> dict[Layer, bool]:
        """All that is switched when it is forced."""
        blocking = self.blocked
        return {**self.layers, **{one: False for one in self.in_the_way if one.number not in blocking}}

    def without(self, switched: Mapping[Layer, bool]) -> "Switch":
        """Return the rest of a switch after some layers were ``switched``."""
        left = {layer: on for layer, on in self.layers.items() if layer not in switched}
        return Switch(left, frozenset(one for one in self.in_the_way if any(_covers(one, layer) for layer in left)))


class Layers:
    """The layers of one thing, from all that was ever done to it."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._base = steps[0].before if steps else None
        self._values: dict[Layer, Cells | str] = {}
        self._on: set[Layer] = set()
        self._switched: dict[int, dict[Layer, bool]] = {}
        for step in steps:
            self._take(step)

    def _take(self, step: Step) -> None:
        """Replay a step; what no switching explains is said by the step itself."""
        switched = self._switched[step.number] = {}
        if step.undoes in self._switched:
            switched.update(self._explaining(self.switch(step.undoes), step.after))
        elif step.undoes is not None and step.after is None:  # it went with what it is a part of
            switched.update(dict.fromkeys(self._on, False))
        self._on = self._with(switched)
        for name, value in _differences(self.cells(), step.after):
            layer = Layer(step.number, name)
            self._values[layer] = value
            self._on.add(layer)
            switched[layer] = True

    def switch(self, number: int | None) -> Switch:
        """Return how what a change set switched is switched back, where that is not so already."""
        layers = {
            layer: not on for layer, on in self._switched.get(number or 0, {}).items() if (layer in self._on) == on
        }
        covering = (one for one in self._on if one not in layers and any(_covers(one, layer) for layer in layers))
        switch = Switch(layers, frozenset(covering))
        return replace(switch, free=self._free(switch))

    def _free(self, switch: Switch) -> dict[Layer, bool]:
        covered = {layer.field for layer in switch.in_the_way}
        if WHOLE in covered or (covered and any(layer.field == WHOLE for layer in switch.layers)):
            return {}
        now, after = self.cells() or {}, self.cells(switch.all) or {}
        kept = {name for name in covered if now.get(name) != after.get(name)}
        return {layer: on for layer, on in switch.all.items() if layer.field not in kept}

    def _explaining(self, switch: Switch, after: Cells) -> dict[Layer, bool]:
        """Return the layers whose switching explains the cells ``after``.

        See ``Switch.free``.
        """
        forced = self.cells(switch.all)
        if forced is None or after is None or any(layer.field == WHOLE for layer in switch.all):
            return switch.all
        return {layer: on for layer, on in switch.all.items() if forced.get(layer.field) == after.get(layer.field)}

    def cells(self, switched: Mapping[Layer, bool] | None = None) -> Cells:
        """Return what the thing is, or would be with some layers ``switched``."""
        on = self._with(switched or {})
        cells = self._base
        for layer, value in self._values.items():  # in the order in which they were said
            if layer not in on:
                continue
            if not isinstance(value, str):
                cells = value
            elif cells is not None:
                cells = {**cells, layer.field: value}
        return cells

    def deleted_by(self, switched: Mapping[Layer, bool]) -> int:
        """Return the change set whose deletion holds once layers are ``switched``; 0 when none deleted the thing."""
        on = self._with(switched)
        whole = [layer for layer in self._values if layer in on and layer.field == WHOLE]
        return whole[-1].number if whole and self._values[whole[-1]] is None else 0

    def undone_by(self) -> int:
        """Return the last change set that switched off the adding of the thing; 0 when none did."""
        added = {layer for layer, value in self._values.items() if isinstance(value, Mapping)}
        off = [number for number, switched in self._switched.items() for one in added if switched.get(one) is False]
        return max(off, default=0)

    def _with(self, switched: Mapping[Layer, bool]) -> set[Layer]:
        on = {layer for layer, on in switched.items() if on}
        return (self._on - switched.keys()) | on


def _covers(upper: Layer, lower: Layer) -> bool:
    return upper.number > lower.number and (WHOLE in (upper.field, lower.field) or upper.field == lower.field)


def _differences(before: Cells, after: Cells) -> Iterable[tuple[str, Cells | str]]:
    """Each field that differs with what it is after; the whole when one of them is not there."""
    if before is None or after is None:
        return [] if before == after else [(WHOLE, after)]
    return [(field, value) for field, value in after.items() if before.get(field, "") != value]
