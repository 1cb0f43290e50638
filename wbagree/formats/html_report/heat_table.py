"""The matrix as a shaded table of HTML.

A table and no picture: it is read out with its headings, gone through by keyboard, and wide or narrow as the page is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from wbagree.domain.reports.matrix import BestStatus, Cell, Matrix
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.palette import Scale
from wbagree.formats.grids.matrix import LETTERS, WORDS, number, sentence, strongest
from wbagree.formats.html_report.entry import Names


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How many, ``5+1`` with an inherited one, and of these ``4 S``; its ``step`` of the heat, and its address.

    ``sentence``: all of it in words.
    """

    number: str = ""
    strongest: str = ""
    sentence: str = WORDS[BestStatus.NONE]
    step: int = 0
    go: str = ""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: its name (and ``code`` where there is little room), its cells, its total."""

    name: str
    cells: tuple[HeatCell, ...]
    code: str = ""
    total: HeatCell | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together, under the name of their group or under none."""

    name: str
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """The whole table. ``upright``: one pair is the only column, and a group of types a block of rows.

    ``groups``: how many columns each group of types spans; ``missing``: types of which no pair has anything;
    ``letters``: those that occur, with their meaning; ``steps``: those of the heat, with the numbers of each.
    """

    upright: bool
    columns: tuple[str, ...]
    groups: tuple[tuple[str, int], ...]
    blocks: tuple[Block, ...]
    missing: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    steps: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Maker:
    matrix: Matrix
    names: Names
    scale: Scale

    def cell(self, cell: Cell, pair: tuple[str, str], column: str = "") -> HeatCell:
        if cell.best is BestStatus.NONE:
            return HeatCell()
        # The only pair of a page need not be asked for.
        parties = [("party", code) for code in pair] if len(self.matrix.pairs) > 1 else []
        query = [*parties, *([("type", column)] if column else [])]
        step = self.scale.step(cell.records + cell.inherited)
        return HeatCell(number(cell), strongest(cell), sentence(cell), step, urlencode(query))

    def pair(self, pair: tuple[str, str]) -> str:
        return " – ".join(map(self.names.party, pair))

    def label(self, column: str) -> str:
        text = self.matrix.labels.get(column, column)
        return capitalise(text)


def heat(matrix: Matrix, groups: Mapping[str, Sequence[str]], names: Names) -> Heat:
    """Return the matrix by type as the page shows it; ``groups``: label of a group to the codes of its types."""
    most = max((cell.records + cell.inherited for cell in matrix.cells.values()), default=0)
    maker = _Maker(matrix, names, Scale(most))
    shown = [column for column in matrix.columns if any(matrix.cell(pair, column) != Cell() for pair in matrix.pairs)]
    grouped = {
        label: inside for label, codes in groups.items() if (inside := [code for code in codes if code in shown])
    }
    ordered = [code for inside in grouped.values() for code in inside]
    upright = len(matrix.pairs) == 1
    best = {cell.best for cell in matrix.cells.values() if strongest(cell)}
    return Heat(
        upright=upright,
        columns=tuple(map(maker.pair, matrix.pairs)) if upright else tuple(map(maker.label, ordered)),
        groups=() if upright else tuple((label, len(codes)) for label, codes in grouped.items()),
        blocks=_upright(maker, grouped) if upright else _across(maker, ordered),
        missing=tuple(maker.label(column) for column in matrix.columns if column not in shown),
        letters=tuple((LETTERS[cover], WORDS[cover]) for cover in BestStatus if cover in best),
        steps=tuple((step, words) for step, words, _ in maker.scale.steps()) if most else (),
    )


def _upright(maker: _Maker, grouped: Mapping[str, Sequence[str]]) -> tuple[Block, ...]:
    def row(column: str) -> HeatRow:
        cells = (maker.cell(maker.matrix.cell(pair, column), pair, column) for pair in maker.matrix.pairs)
        return HeatRow(maker.label(column), tuple(cells))

    return tuple(Block(label, tuple(map(row, codes))) for label, codes in grouped.items())


def _across(maker: _Maker, columns: Sequence[str]) -> tuple[Block, ...]:
    rows = [
        HeatRow(
            maker.pair(pair),
            tuple(maker.cell(maker.matrix.cell(pair, column), pair, column) for column in columns),
            "–".join(pair),
            maker.cell(maker.matrix.pair_totals.get(pair, Cell()), pair),
        )
        for pair in maker.matrix.pairs
    ]
    return (Block("", tuple(rows)),)
