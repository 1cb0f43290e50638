"""The layout of a heat map, in panels that fill a slide."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt

from wbagree.formats.svg import elements
from wbagree.formats.svg.frame import FULL_WIDTH, Frame
from wbagree.formats.svg.text_width import BOLD, fit_text, text_width, wrap_text

_SIZE, _SMALL = 16.0, 14.0
_ROW, _SMALL_ROW = 32.0, 25.0
_NARROWEST, _WIDEST = 46.0, 128.0
_GAP, _PANEL_GAP = 14.0, 40.0
_LONGEST = 380.0  # the greatest width of a row's label, or length of a slanted heading
_LINES = 3
_LEADING = 1.2
_SLIDE = 16 / 9
_MANY = 24  # the most rows that are always in one panel
_PANELS = 12
_SLANT = sqrt(0.5)  # of 45 degrees
_TALL = 0.72  # the height of a capital, as a multiple of the size
_TOTAL = "Total"


@dataclass(frozen=True, slots=True)
class Axis:
    """The labels of rows or columns, in full and as codes."""

    long: Sequence[str]
    short: Sequence[str]


@dataclass(frozen=True, slots=True)
class Place:
    """The rectangle of a cell, and the size of its text."""

    x: float
    y: float
    width: float
    height: float
    size: float

    @property
    def middle(self) -> float:
        """The x coordinate of a text's middle."""
        return self.x + self.width / 2

    @property
    def baseline(self) -> float:
        """The y coordinate of a text's baseline."""
        return self.y + self.height / 2 + self.size * 0.35


@dataclass(frozen=True, slots=True)
class HeatmapLayout:
    """The positions of cells and their labels.

    ``across``: the width of a column. ``down``: the height of a row. ``aside``: the width of the labels of rows.
    ``shortened``: some labels are codes. The last row of the last panel has the totals.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    panels: int
    aside: float
    across: float
    down: float
    size: float
    shortened: bool
    frame: Frame
    _headings: Sequence[Sequence[str]] = field(default=())

    @property
    def per_panel(self) -> int:
        """The number of rows in a panel, the row of totals included."""
        return ceil((len(self.rows) + 1) / self.panels)

    @property
    def slanted(self) -> bool:
        """Whether headings are slanted, as one does not fit its column."""
        return any(len(lines) > _LINES for lines in self._headings)

    @property
    def head(self) -> float:
        """The height of the headings."""
        if self.slanted:
            # The upper corner of the last letter is the highest.
            return (max(self._heading_width(name) for name in self.columns) + _TALL * self.size) * _SLANT + 8
        return max(len(lines) for lines in self._headings) * self.size * _LEADING + 8

    @property
    def _panel(self) -> float:
        return self.aside + self.across * (len(self.columns) + 1)

    @property
    def width(self) -> float:
        """The width of all panels, with a slanted heading that extends beyond."""
        whole = self._panel * self.panels + _PANEL_GAP * (self.panels - 1)
        if not self.slanted:
            return whole
        # Above the column of totals there is room for a part of the last slanted heading.
        return whole + max(0.0, self._heading_width(self.columns[-1]) * _SLANT - self.across * 1.4)

    @property
    def height(self) -> float:
        """The height of headings and rows."""
        return self.head + self.per_panel * self.down

    def _heading_width(self, name: str) -> float:
        return min(text_width(name, self.size), _LONGEST)

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell."""
        panel, line = divmod(row, self.per_panel)
        x = panel * (self._panel + _PANEL_GAP) + self.aside + column * self.across
        return Place(x, self.head + line * self.down, self.across, self.down, self.size)

    def row_total(self, row: int) -> Place:
        """Return the place of a row's total."""
        return self.place(row, len(self.columns))

    def column_total(self, column: int) -> Place:
        """Return the place of a column's total."""
        return self.place(len(self.rows), column)

    def corner(self) -> Place:
        """Return the place of the grand total."""
        return self.place(len(self.rows), len(self.columns))

    def labels(self) -> str:
        """Return the labels of rows and columns as markup."""
        ink = self.frame.paint("text")
        markup = []
        for row, name in enumerate((*self.rows, _TOTAL)):
            at = self.place(row, 0)
            weight = BOLD if row == len(self.rows) else None
            room = self.aside - _GAP
            shown = fit_text(name, room, self.size, weight or 400)
            x, y = at.x - _GAP, at.baseline
            markup.append(elements.text_element(x, y, shown, size=self.size, fill=ink, text_anchor="end",
                                   font_weight=weight))  # fmt: skip
        for panel in range(ceil((len(self.rows) + 1) / self.per_panel)):
            markup += self._heads(panel * self.per_panel, ink)
        return "".join(markup)

    def _heads(self, row: int, ink: str) -> list[str]:
        markup = []
        for column, name in enumerate((*self.columns, _TOTAL)):
            at = self.place(row, column)
            weight = BOLD if column == len(self.columns) else None
            if self.slanted and not weight:
                x, y = at.middle, self.head - 8
                shown = fit_text(name, _LONGEST, self.size)
                markup.append(
                    elements.text_element(
                        x, y, shown, size=self.size, fill=ink, transform=f"rotate(-45 {x:.2f} {y:.2f})"
                    )
                )
                continue
            lines = [name] if weight else self._headings[column]
            for place, line in enumerate(reversed(lines)):
                y = self.head - 8 - place * self.size * _LEADING
                markup.append(elements.text_element(at.middle, y, line, size=self.size, fill=ink, text_anchor="middle",
                                       font_weight=weight))  # fmt: skip
        return markup


def arrange(rows: Axis, columns: Axis, texts: Sequence[str], frame: Frame) -> HeatmapLayout:
    """Return the grid whose proportions are nearest to a slide's.

    ``texts``: those of all cells and totals, which must fit. Up to _MANY rows are in one panel in any case.
    """
    if len(rows.long) <= _MANY:
        return _grid(rows, columns, texts, 1, frame)
    grids = [_grid(rows, columns, texts, panels, frame) for panels in range(1, _PANELS + 1)]
    return min(grids, key=lambda grid: abs(grid.width / (grid.height + 220) - _SLIDE))


def _grid(rows: Axis, columns: Axis, texts: Sequence[str], panels: int, frame: Frame) -> HeatmapLayout:
    size, down = (_SIZE, _ROW) if panels == 1 and len(rows.long) <= _MANY else (_SMALL, _SMALL_ROW)
    narrowest = max(
        _NARROWEST, *(text_width(text, size, BOLD) + 26 for text in texts), text_width(_TOTAL, size, BOLD) + 8
    )
    short_rows = panels > 1 and rows.short != rows.long
    down_names = [frame.shown_text(name) for name in (rows.short if short_rows else rows.long)]
    aside = min(max(text_width(name, size, BOLD) for name in (*down_names, _TOTAL)), _LONGEST) + _GAP
    room = (FULL_WIDTH - aside) / (len(columns.long) + 1) if panels == 1 else 0.0
    across = min(max(narrowest, room), _WIDEST)
    short_columns = columns.short != columns.long and _too_wide(columns.long, across, size)
    across_names = [frame.shown_text(name) for name in (columns.short if short_columns else columns.long)]
    headings = [_heading(name, across - 8, size) for name in across_names]
    return HeatmapLayout(
        down_names, across_names, panels, aside, across, down, size, short_rows or short_columns, frame, headings
    )


def _heading(name: str, room: float, size: float) -> list[str]:
    """Return the lines of a heading.

    More than _LINES lines, some of them empty, mean that it does not fit and that headings must be slanted.
    """
    lines = wrap_text(name, room, size)
    return lines if not _too_wide([name], room + 8, size) else [*lines, *[""] * _LINES, ""]


def _too_wide(names: Sequence[str], across: float, size: float) -> bool:
    return any(
        len(wrap_text(name, across - 8, size)) > _LINES
        or any(text_width(word, size) > across - 8 for word in name.split())
        for name in names
    )
