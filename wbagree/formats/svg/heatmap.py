"""The matrix as a heat map: more agreements, deeper colour."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.reports.matrix import GAP_STATUSES, BestStatus, Cell, Matrix
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.palette import Scale
from wbagree.formats.grids.matrix import cell_sentence, number_of_agreements
from wbagree.formats.svg import elements
from wbagree.formats.svg.frame import (
    FULL_WIDTH,
    SWATCH,
    BarePicture,
    Frame,
    LegendItem,
    empty_picture,
    render_framed,
    undated_notes,
)
from wbagree.formats.svg.heatmap_layout import Axis, HeatmapLayout, Place, arrange
from wbagree.formats.svg.text_width import BOLD, text_width

Pair = tuple[str, str]
Link = Callable[[Pair, str], str | None]

# Up to so many pairs (those of twelve parties) all are drawn; of more, only the pairs that have records.
_ALL_DRAWN = 66
_MOST_DRAWN = 500  # and of these at most so many, those with the most records
_NOT_PROOF = "An empty cell does not mean that no agreement exists."


def render(matrix: Matrix, frame: Frame, names: Mapping[str, str], link: Link | None = None) -> str:
    """Return the heat map as an SVG.

    ``names``: code of a party to its name. ``link``: from a pair and a column to the address that their cell links to.
    Pairs are rows; but types are rows if there are more types than pairs.
    """
    pairs = matrix.pairs
    if len(pairs) > _ALL_DRAWN:
        numbers = {pair: _number(matrix.pair_totals.get(pair)) for pair in pairs}
        most = sorted((pair for pair in pairs if numbers[pair]), key=lambda pair: -numbers[pair])[:_MOST_DRAWN]
        pairs = tuple(sorted(most))
    if not pairs or not matrix.columns:
        return empty_picture("No record answers the question. Absence of a record is not proof of absence.", frame)
    return render_framed(_Heat(matrix, pairs, frame, names, link).picture(), frame)


@dataclass(slots=True)
class _Heat:
    matrix: Matrix
    pairs: tuple[Pair, ...]
    frame: Frame
    names: Mapping[str, str]
    link: Link | None

    def picture(self) -> BarePicture:
        cells = [self.matrix.cell(pair, column) for pair in self.pairs for column in self.matrix.columns]
        scale = Scale(max(map(_shade, cells)))
        texts = [_text(cell) for cell in (*cells, *self._totals())]
        self.pairs = tuple(sorted(self.pairs, key=self._called))
        grid = arrange(*self._axes(), texts, self.frame)
        if grid.shortened:  # pairs are shown as codes, and sorted by them
            self.pairs = tuple(sorted(self.pairs))
            grid = arrange(*self._axes(), texts, self.frame)
        shown = grid.labels() + "".join(self._cells(grid, scale)) + "".join(self._sums(grid))
        return BarePicture(
            shown,
            max(grid.width, 0 if self.frame.bare else FULL_WIDTH),
            grid.height,
            self._described(),
            legend=self._key(cells, scale),
            notes=self._notes(grid),
            texts=[self.names.get(code, code) for pair in self.pairs for code in pair],
            linked=bool(self.link),
        )

    def _axes(self) -> tuple[Axis, Axis]:
        """Return rows and columns, each with long and short labels."""
        pairs = Axis(
            tuple(map(self._called, self.pairs)),
            tuple("–".join(pair) for pair in self.pairs),
        )
        labels = tuple(capitalise(self.matrix.labels.get(column, column)) for column in self.matrix.columns)
        columns = Axis(labels, labels)
        return (pairs, columns) if self._pairs_down() else (columns, pairs)

    def _called(self, pair: Pair) -> str:
        return " – ".join(self.names.get(code, code) for code in pair)

    def _pairs_down(self) -> bool:
        return self.matrix.by == "group" or len(self.pairs) >= len(self.matrix.columns)

    def _totals(self) -> list[Cell]:
        return [*self.matrix.pair_totals.values(), *self.matrix.column_totals.values(), self.matrix.total]

    def _cells(self, grid: HeatmapLayout, scale: Scale) -> "list[str]":
        markup = []
        for m, pair in enumerate(self.pairs):
            for n, column in enumerate(self.matrix.columns):
                place = grid.place(*((m, n) if self._pairs_down() else (n, m)))
                markup.append(self._cell(place, pair, column, scale))
        return markup

    def _cell(self, place: Place, pair: Pair, column: str, scale: Scale) -> str:
        cell = self.matrix.cell(pair, column)
        step = scale.step(_shade(cell))
        paint = self.frame.paint
        ink = paint(f"ink-{step}")
        label = self.frame.shown_text(self._label(cell, pair, column))
        markup = elements.element(
            "rect", x=place.x + 1, y=place.y + 1, width=place.width - 2, height=place.height - 2, rx=2,
            fill=paint(f"heat-{step}"),
        )  # fmt: skip
        markup += elements.text_element(
            place.middle, place.baseline, _text(cell), size=place.size, fill=ink, text_anchor="middle"
        )
        markup += _mark(cell.best, place.x + place.width - 8, place.y + 8, ink)
        whole = elements.element("g", elements.element("title", elements.escaped_text(label)), markup)
        address = self.link(pair, column) if self.link and _number(cell) else None
        return elements.link_element(whole, address, label)

    def _sums(self, grid: HeatmapLayout) -> "list[str]":
        """Return the totals to the right of the cells and below them.

        Each record counts once in a total.
        """
        pairs = [self.matrix.pair_totals.get(pair) for pair in self.pairs]
        columns = [self.matrix.column_totals.get(column) for column in self.matrix.columns]
        at_rows, at_columns = (pairs, columns) if self._pairs_down() else (columns, pairs)
        sums = [(grid.row_total(n), cell) for n, cell in enumerate(at_rows)]
        sums += [(grid.column_total(n), cell) for n, cell in enumerate(at_columns)]
        sums.append((grid.corner(), self.matrix.total))
        return [
            elements.text_element(
                place.middle, place.baseline, _text(cell or Cell()), size=place.size, fill=self.frame.paint("text"),
                text_anchor="middle", font_weight=BOLD,
            )
            for place, cell in sums
        ]  # fmt: skip

    def _label(self, cell: Cell, pair: Pair, column: str) -> str:
        """Return the pair, column and content of a cell, in words."""
        return f"{self._called(pair)}, {self.matrix.labels.get(column, column)}: {cell_sentence(cell)}"

    def _key(self, cells: "list[Cell]", scale: Scale) -> "list[LegendItem]":
        paint = self.frame.paint
        inherited = any(cell.inherited for cell in cells)
        items = (
            [LegendItem("", "Colour: number of agreements, including inherited")] if inherited and scale.highest else []
        )
        items += [LegendItem(_swatch(paint(f"heat-{step}")), meaning) for step, meaning, _ in scale.steps()]
        items.append(LegendItem(_swatch(paint("heat-0")) + _sign("–", paint("ink-0")), "none found"))
        bests = {cell.best for cell in cells}
        for cover, meaning in (
            (BestStatus.IN_FORCE, "at least one in force"),
            (BestStatus.IN_FORCE_BY_SOURCE, "at least one in force by what a source says"),
            (BestStatus.PROVISIONAL, "at least one applied provisionally"),
        ):
            if cover in bests:
                items.append(LegendItem(_mark(cover, SWATCH / 2, SWATCH / 2, paint("text")), meaning))
        if inherited:
            items.append(LegendItem(_sign("+n", paint("text")), "signed by a predecessor (inherited)"))
        if any(_number(cell) and cell.best in GAP_STATUSES for cell in cells):
            items.append(LegendItem(_sign("(n)", paint("text")), "only ended, or not in force yet"))
        return items

    def _notes(self, grid: HeatmapLayout) -> "list[str]":
        notes = ["An agreement counts in each cell it belongs to and once in a total. " + _NOT_PROOF]
        notes += undated_notes(self.matrix.undated, _number(self.matrix.total))
        if left := len(self.matrix.pairs) - len(self.pairs):
            few = "without a record" if len(self.pairs) < _MOST_DRAWN else "with fewer records or none"
            notes.append(f"Not drawn: {left} of {len(self.matrix.pairs)} pairs, {few}.")
        if grid.shortened:
            codes = sorted({code for pair in self.pairs for code in pair})
            notes.append("; ".join(f"{code} {self.names.get(code, code)}" for code in codes))
        return notes

    def _described(self) -> str:
        total = self.matrix.total
        pair, column = max(
            ((pair, column) for pair in self.pairs for column in self.matrix.columns),
            key=lambda place: _number(self.matrix.cell(*place)),
        )
        most = self._label(self.matrix.cell(pair, column), pair, column)
        return (
            f"A table of {pluralise(len(self.pairs), 'pair')} by {pluralise(len(self.matrix.columns), 'subject')},"
            f" {pluralise(total.records, 'record')} in all; the deepest colour is the highest number."
            f" The highest: {most}."
        )


def _number(cell: Cell | None) -> int:
    return cell.records + cell.inherited if cell else 0


def _shade(cell: Cell) -> int:
    """Return the number that decides the colour of a cell.

    0 if all its agreements have ended or are not in force: these are written, but not shaded.
    """
    return 0 if cell.best in GAP_STATUSES else _number(cell)


def _text(cell: Cell) -> str:
    if not _number(cell):
        return "–"
    return f"({number_of_agreements(cell)})" if cell.best in GAP_STATUSES else number_of_agreements(cell)


def _mark(best: BestStatus, x: float, y: float, ink: str) -> str:
    """Return the mark of a status at a point.

    A dot for in force, a smaller one for in force by a source, a ring for applied provisionally, otherwise ''.
    """
    if best is BestStatus.IN_FORCE:
        return elements.element("circle", cx=x, cy=y, r=3, fill=ink)
    if best is BestStatus.IN_FORCE_BY_SOURCE:
        return elements.element("circle", cx=x, cy=y, r=1.6, fill=ink)
    if best is BestStatus.PROVISIONAL:
        return elements.element("circle", cx=x, cy=y, r=2.5, fill="none", stroke=ink, stroke_width=1.2)
    return ""


def _swatch(colour: str) -> str:
    return elements.element("rect", width=SWATCH, height=SWATCH, rx=2, fill=colour)


def _sign(text: str, ink: str) -> str:
    size = 13.0 if text_width(text, 13.0) <= SWATCH else 11.0
    return elements.text_element(SWATCH / 2, SWATCH - 4, text, size=size, fill=ink, text_anchor="middle")
