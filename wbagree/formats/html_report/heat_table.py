"""The matrix as a shaded table of HTML.

A table, not a picture: screen readers read it with its headings, the keyboard moves through it, and it adapts to the
width of the page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from wbagree.domain.reports.matrix import BestStatus, Cell, Matrix
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.palette import Scale
from wbagree.formats.grids.matrix import (
    STATUS_LETTERS,
    STATUS_WORDS,
    cell_sentence,
    number_of_agreements,
    number_of_strongest,
)
from wbagree.formats.html_report.entry import Names


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell of the table.

    ``number``: how many agreements, ``5+1`` with an inherited one. ``strongest``: how many have the strongest status,
    ``4 S``. ``sentence``: both in words. ``step``: of the heat scale. ``page_query``: the query of the page's address
    for these agreements.
    """

    number: str = ""
    strongest: str = ""
    sentence: str = STATUS_WORDS[BestStatus.NONE]
    step: int = 0
    page_query: str = ""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: its name, its cells, its total.

    ``code``: a short name for narrow pages.
    """

    name: str
    cells: tuple[HeatCell, ...]
    code: str = ""
    total: HeatCell | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one group.

    ``name``: that of the group, '' for rows without a group.
    """

    name: str
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class HeatTable:
    """The whole table.

    ``upright``: one pair is the only column, and each group of types is a block of rows. ``groups``: how many columns
    each group of types spans. ``missing``: the types of which no pair has an agreement. ``letters``: those that occur,
    with their meanings. ``steps``: the steps of the heat scale, with the range of numbers of each.
    """

    upright: bool
    columns: tuple[str, ...]
    groups: tuple[tuple[str, int], ...]
    blocks: tuple[Block, ...]
    missing: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    steps: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _HeatBuilder:
    matrix: Matrix
    names: Names
    scale: Scale

    def cell(self, cell: Cell, pair: tuple[str, str], column: str = "") -> HeatCell:
        if cell.best is BestStatus.NONE:
            return HeatCell()
        # A page with one pair needs no filter by parties.
        parties = [("party", code) for code in pair] if len(self.matrix.pairs) > 1 else []
        query = [*parties, *([("type", column)] if column else [])]
        step = self.scale.step(cell.records + cell.inherited)
        return HeatCell(
            number_of_agreements(cell), number_of_strongest(cell), cell_sentence(cell), step, urlencode(query)
        )

    def pair(self, pair: tuple[str, str]) -> str:
        return " – ".join(map(self.names.party, pair))

    def label(self, column: str) -> str:
        text = self.matrix.labels.get(column, column)
        return capitalise(text)


def heat_table(matrix: Matrix, groups: Mapping[str, Sequence[str]], names: Names) -> HeatTable:
    """Return the matrix by type as the page shows it.

    ``groups``: label of a group to the codes of its types.
    """
    most = max((cell.records + cell.inherited for cell in matrix.cells.values()), default=0)
    builder = _HeatBuilder(matrix, names, Scale(most))
    shown = [column for column in matrix.columns if any(matrix.cell(pair, column) != Cell() for pair in matrix.pairs)]
    grouped = {
        label: inside for label, codes in groups.items() if (inside := [code for code in codes if code in shown])
    }
    ordered = [code for inside in grouped.values() for code in inside]
    upright = len(matrix.pairs) == 1
    best = {cell.best for cell in matrix.cells.values() if number_of_strongest(cell)}
    return HeatTable(
        upright=upright,
        columns=tuple(map(builder.pair, matrix.pairs)) if upright else tuple(map(builder.label, ordered)),
        groups=() if upright else tuple((label, len(codes)) for label, codes in grouped.items()),
        blocks=_upright(builder, grouped) if upright else _across(builder, ordered),
        missing=tuple(builder.label(column) for column in matrix.columns if column not in shown),
        letters=tuple((STATUS_LETTERS[cover], STATUS_WORDS[cover]) for cover in BestStatus if cover in best),
        steps=tuple((step, words) for step, words, _ in builder.scale.steps()) if most else (),
    )


def _upright(builder: _HeatBuilder, grouped: Mapping[str, Sequence[str]]) -> tuple[Block, ...]:
    def row(column: str) -> HeatRow:
        cells = (builder.cell(builder.matrix.cell(pair, column), pair, column) for pair in builder.matrix.pairs)
        return HeatRow(builder.label(column), tuple(cells))

    return tuple(Block(label, tuple(map(row, codes))) for label, codes in grouped.items())


def _across(builder: _HeatBuilder, columns: Sequence[str]) -> tuple[Block, ...]:
    rows = [
        HeatRow(
            builder.pair(pair),
            tuple(builder.cell(builder.matrix.cell(pair, column), pair, column) for column in columns),
            "–".join(pair),
            builder.cell(builder.matrix.pair_totals.get(pair, Cell()), pair),
        )
        for pair in builder.matrix.pairs
    ]
    return (Block("", tuple(rows)),)
