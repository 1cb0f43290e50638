"""Tables for a terminal, drawn by Rich."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import product
from typing import TextIO

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style as RichStyle
from rich.table import Column, Table
from rich.text import Text

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.status import status_words
from wbagree.formats.common.columns import LISTED_COLUMNS, dated_status, heading, listed_cells, visible_cell
from wbagree.formats.common.grid import FIXED_BLANK, Block, Grid
from wbagree.formats.common.labelled_lines import write_labelled
from wbagree.formats.common.sanitiser import BOLD, PLAIN, Style, make_visible, text_width, visible_line

# A terminal of at least so many characters has room for each column of a list.
_WIDE = 160
# On a narrower terminal, words of a title between date and status would have to be broken.
_NARROW = 72
# The most characters of a column of a list. Two parties have room, or a longer one.
_MOST = {"parties": 8, "signed": 11, "computed_status": 24}
# Columns of long texts: their share of the width that is left, and their least width.
_LONG = {"title": (3, 30), "title_original": (3, 30), "notes": (3, 30), "sources": (2, 24), "types": (1, 30)}
_UNBROKEN = ("key", "signed")
# More lines than so many for each row, and those of the headings, need rules between the rows.
_FEW_FOLDED, _HEADING_LINES = 1.5, 2
# The number of blanks between two columns.
_BETWEEN = 2
# Thin lines below the headings, between rows, and above a total.
_BOX = Box("    \n    \n ── \n    \n ── \n ── \n    \n    \n")
_STATUS_STYLES = {
    "in-force": "green",
    "provisional": "cyan",
    "signed": "yellow",
    "negotiation": "yellow",
    "suspended": "yellow",
    "inherited": "dim",
    "unknown": "dim",
}
_ENDED_STYLE = "red"


def draw_list(records: Sequence[Record], file: TextIO, *, colour: bool) -> None:
    """Draw records with the columns of a list, a rule between them.

    Unless the terminal is wide, key, form and types are below the title. On a narrow one each record is a block of
    lines.
    """
    wide = text_width()
    if wide >= _WIDE:
        _draw(_wide_list(records), file, colour=colour)
    elif wide >= _NARROW:
        _draw(_folded_list(records), file, colour=colour)
    else:
        headings = [heading(name) for name in LISTED_COLUMNS]
        _write_blocks(([*zip(headings, listed_cells(record), strict=True)] for record in records), file)


def draw_records(records: Sequence[Record], columns: tuple[str, ...], file: TextIO, *, colour: bool) -> None:
    """Draw a table of records with chosen columns.

    If they do not fit, each record is a block of lines.
    """
    if _least_width(records, columns) <= text_width():
        _draw(_table_of_columns(records, columns), file, colour=colour)
    else:
        _write_blocks(([(heading(name), visible_cell(record, name)) for name in columns] for record in records), file)


def _wide_list(records: Sequence[Record]) -> Table:
    table = _table(tuple(map(heading, LISTED_COLUMNS)))
    for name, column in zip(LISTED_COLUMNS, table.columns, strict=True):
        column.no_wrap = name in _UNBROKEN
        column.max_width = _MOST.get(name)
        if name in ("title", "types"):
            column.ratio, column.overflow = _LONG[name][0], "fold"
    for record in records:
        *cells, _ = listed_cells(record)
        status, dates = _status_cell(record)
        table.add_row(*map(Text, map(visible_line, cells)), Text("\n").join((status, *map(Text, dates))))
    return table


def _folded_list(records: Sequence[Record]) -> Table:
    """Return the list with key, form and types below each title."""
    below = ", ".join(("Title", *(heading(name).lower() for name in ("key", "form", "types"))))
    table = _table((heading("parties"), heading("signed"), below, heading("computed_status")))
    for name, column in zip(("parties", "signed", "title", "computed_status"), table.columns, strict=True):
        column.max_width = _MOST.get(name)
    table.columns[2].ratio, table.columns[2].overflow = 1, "fold"
    for record in records:
        parties, signed, title, key, form, types, _ = map(visible_line, listed_cells(record))
        status, dates = _status_cell(record)
        below = " · ".join(filter(None, (key, form, *dates, types)))
        table.add_row(parties, signed, Text.assemble(title, "\n", (below, "dim")), status)
    return table


def _status_cell(record: Record) -> tuple[Text, list[str]]:
    """Return the status on two lines, and the dates without room there."""
    status = dated_status(record)
    lines = visible_line(status.words).replace(" (", "\n(").split("\n")
    text = Text("\n".join(lines), style=status_style(record.status))
    if not status.date or (len(lines) == 1 and max(len(lines[0]), len(status.date)) <= _MOST["computed_status"]):
        text.append(f"\n{status.date}" if status.date else "", style="dim")
        return text, [*status.others]
    return text, [status.date, *status.others]


def _least_width(records: Sequence[Record], columns: tuple[str, ...]) -> int:
    """Return the least width of a table of these columns.

    No word is broken in it, and columns of long texts have their least width.
    """
    least = []
    for name in columns:
        texts = [heading(name), *(visible_line(visible_cell(record, name)) for record in records)]
        pieces = texts if name in _UNBROKEN else [word for text in texts for word in text.split()]
        least.append(_LONG[name][1] if name in _LONG else max(map(cell_len, pieces)))
    return sum(least) + _BETWEEN * (len(columns) - 1)


def _write_blocks(blocks: Iterable[Sequence[tuple[str, str]]], file: TextIO) -> None:
    """Write a block of labelled lines for each row, without empty cells."""
    for block in blocks:
        write_labelled(((name, [visible_line(text)]) for name, text in block if text), file)
        file.write("\n")


def _write_titled_blocks(blocks: Iterable[Block], file: TextIO, *, colour: bool) -> None:
    indent = max(len(name) for block in blocks for name, _ in block.lines) + _BETWEEN + 1
    for place, block in enumerate(blocks):
        file.write("\n" if place else "")
        file.writelines((BOLD, block.title, PLAIN, "\n") if colour else (block.title, "\n"))
        lines = StringIO()
        write_labelled(((name, [text]) for name, text in block.lines), lines, indent=indent)
        file.write(lines.getvalue().replace(FIXED_BLANK, " "))


def _table_of_columns(records: Sequence[Record], columns: tuple[str, ...]) -> Table:
    table = _table(tuple(heading(name) for name in columns))
    for name, column in zip(columns, table.columns, strict=True):
        column.no_wrap = name in _UNBROKEN
        if name in _LONG:
            column.ratio, column.min_width = _LONG[name]
            column.overflow = "fold"
    for record in records:
        table.add_row(*(_cell(record, name) for name in columns))
    return table


def draw_grid(grid: Grid, file: TextIO, *, colour: bool) -> None:
    """Draw a grid, its total in a section of its own.

    If it is too wide, words of headings are below each other, then columns are left out, then texts take several lines,
    then rows are blocks.
    """
    narrower = [grid, *map(grid.without, grid.omissible)]
    for wrapped, tried, broken in product((False, True), narrower, (False, True)):
        if _least_grid_width(tried, broken=broken, wrapped=wrapped) <= text_width():
            _draw(_table_of_grid(tried, broken=broken), file, colour=colour)
            return
    if grid.blocks:
        _write_titled_blocks(grid.blocks, file, colour=colour)
    else:
        _write_blocks(([*zip(grid.headings, row, strict=True)] for row in grid.rows), file)


def _table_of_grid(grid: Grid, *, broken: bool) -> Table:
    table = _table(_headings(grid, broken=broken))
    for place, (column, right) in enumerate(zip(table.columns, _numeric(grid), strict=True)):
        column.justify = "right" if right else "left"
        # Numbers are not wrapped, nor are texts without a blank, such as times and keys.
        column.no_wrap = right or not any(" " in row[place] for row in grid.rows)
        column.overflow = "fold"
    for place, row in enumerate(grid.rows):
        total = grid.last_is_total and place == len(grid.rows) - 1
        if total:
            table.add_section()
        cells = (_cell_of_grid(text, broken=broken and whole) for text, whole in zip(row, _numeric(grid), strict=True))
        table.add_row(*(Text(cell, style="bold" if total else "") for cell in cells))
    return table


def _cell_of_grid(text: str, *, broken: bool) -> str:
    """Return the text of a cell on one line.

    If ``broken``, brackets after a number begin a second line.
    """
    return visible_line(text).replace(" (", "\n(") if broken else visible_line(text)


def _headings(grid: Grid, *, broken: bool) -> tuple[str, ...]:
    return tuple(heading.replace(" ", "\n") if broken else heading for heading in grid.headings)


def _numeric(grid: Grid) -> tuple[bool, ...]:
    return grid.numeric or (False,) * len(grid.headings)


def _least_grid_width(grid: Grid, *, broken: bool, wrapped: bool) -> int:
    """Return the least width that breaks no number, heading or word.

    Texts are on one line, unless they are ``wrapped``.
    """
    widths = []
    for place, (head, whole) in enumerate(zip(_headings(grid, broken=broken), _numeric(grid), strict=True)):
        cells = [_cell_of_grid(row[place], broken=broken and whole) for row in grid.rows]
        pieces = [piece for cell in cells for piece in (cell.split() if wrapped and not whole else cell.split("\n"))]
        widths.append(max(map(cell_len, [*pieces, *head.split("\n")])))
    return sum(widths) + _BETWEEN * (len(widths) - 1)


def _draw(table: Table, file: TextIO, *, colour: bool) -> None:
    """Write a table with Rich's layout and our own styles.

    A rule is between its rows if many have several lines. A ``Style`` passes the ``Terminal`` unchanged; escape
    sequences that Rich writes would not.
    """
    console = Console(file=file, width=text_width(), highlight=False, color_system=None)
    lines = list(Segment.split_lines(console.render(table)))
    if len(lines) > _FEW_FOLDED * table.row_count + _HEADING_LINES:
        table.show_lines = True
        lines = list(Segment.split_lines(console.render(table)))
    for line in lines:
        pieces = [(segment.text, segment.style) for segment in line]
        while pieces and not pieces[-1][0].strip():
            pieces.pop()
        for place, (text, style) in enumerate(pieces, 1):
            seen = text.rstrip() if place == len(pieces) else text
            codes = Style(*_codes(style)) if colour and style and seen.strip() else ""
            file.writelines((codes, seen, PLAIN) if codes else (seen,))
        file.write("\n")


def _codes(style: RichStyle) -> Iterator[int]:
    """Yield the SGR codes of the styles that these tables use."""
    yield from (code for code, set_ in ((1, style.bold), (2, style.dim)) if set_)
    yield from map(int, style.color.get_ansi_codes() if style.color else ())


def _table(headings: tuple[str, ...]) -> Table:
    # Text, not a string: Rich would read a heading that comes from the register as markup.
    columns = (Column(header=Text(make_visible(heading))) for heading in headings)
    return Table(
        *columns,
        box=_BOX,
        show_edge=False,
        pad_edge=False,
        collapse_padding=True,
        header_style="bold",
        border_style="dim",
    )


def _cell(record: Record, name: str) -> Text:
    # Text, not a string: Rich would read [annex 1] as markup.
    return _status(record) if name == "computed_status" else Text(visible_line(visible_cell(record, name)))


def _status(record: Record) -> Text:
    return Text(status_words(record), style=status_style(record.status))


def status_style(status: str) -> str:
    """Return the name of the Rich style of a computed status.

    All ways of ending have the same style.
    """
    return _STATUS_STYLES.get(status, _ENDED_STYLE)
