"""The meaning of cells that a person stated (``--value``)."""

from collections.abc import Mapping, Sequence

from wbagree.domain.agreements.fields import DATE_NAMES, FIELDS, ValueKind
from wbagree.domain.foreign_lists.column_mapping import TARGETS, Layout
from wbagree.domain.text.folding import fold_name

# The targets in which a cell without a target is replaced: those whose cells are words, or may have a word instead.
_WORDS = frozenset(
    (*(one.name for one in FIELDS if one.kind is ValueKind.WORD), "types", *DATE_NAMES, "restricted", "public")
)


class CellValues:
    """The cells that mean something else, by the place of their column."""

    def __init__(self, layout: Layout, values: Mapping[str, str]) -> None:
        stated = [(*_target_and_cell(name), text) for name, text in values.items()]
        self._by_place: dict[int, dict[str, str]] = {}
        for place, column in enumerate(layout.columns):
            everywhere = {cell: text for target, cell, text in stated if not target and column.target in _WORDS}
            here = {cell: text for target, cell, text in stated if target and target == column.target}
            if meant := everywhere | here:
                self._by_place[place] = meant

    def replace(self, row: Sequence[str]) -> Sequence[str]:
        """Return a row with the texts that its cells mean."""
        if not self._by_place:
            return row
        return [self._meant(place, cell) for place, cell in enumerate(row)]

    def _meant(self, place: int, cell: str) -> str:
        meant = self._by_place.get(place)
        return meant.get(_folded(cell), cell) if meant and cell.strip() else cell


def _target_and_cell(name: str) -> tuple[str, str]:
    target, colon, cell = name.partition(":")
    known = target.strip().lower().replace(" ", "_")
    return (known, _folded(cell)) if colon and known in TARGETS else ("", _folded(name))


def _folded(cell: str) -> str:
    return fold_name(cell) or cell.strip()
