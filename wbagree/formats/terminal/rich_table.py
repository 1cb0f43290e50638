"""Tables for a terminal, drawn by Rich."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style as RichStyle
from rich.table import Column, Table
from rich.text import Text

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.status import date_words, status_words
from wbagree.domain.agreements.vocabularies import label
from wbagree.formats.common.columns import DEFAULT_COLUMNS, heading, visible_cell
from wbagree.formats.common.grid import SOFT_HYPHEN, Grid
from wbagree.formats.common.labelled_lines import write_labelled
from wbagree.formats.common.sanitiser import PLAIN, Style, make_visible, text_width, visible_line

# A terminal of at least so many characters has room for columns of parties and form.
_WIDE = 120
# On a narrower terminal, words of a title between date and status would have to be broken.
_NARROW = 50
# Columns of long texts: their share of the width that is left, and their least width.
_LONG = {"title": (3, 30), "title_original": (3, 30), "notes": (3, 30), "sources": (2, 24), "types": (1, 30)}
_UNBROKEN = ("key", "signed")
# The number of blanks between two columns.
_BETWEEN = 2
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


def draw_records(records: Sequence[Record], columns: tuple[str, ...], file: TextIO, *, colour: bool) -> None:
    """Draw a table of records.

    The default columns have a layout of their own. Other columns that do not fit are written as a block of lines for
    each record.
    """
    wide = text_width()
    if columns == DEFAULT_COLUMNS and wide >= _NARROW:
        _draw(_table_of_defaults(records, wide=wide >= _WIDE), file, colour=colour)
    elif _least_width(records, columns) <= wide:
        _draw(_table_of_columns(records, columns), file, colour=colour)
    else:
        _write_blocks(([(heading(name), visible_cell(record, name)) for name in columns] for record in records), file)


def _table_of_defaults(records: Sequence[Record], *, wide: bool) -> Table:
    """Return the table of the default columns.

    Key and types are below each title, so that it has most of the width; unless ``wide``, the form is there too.
    """
    table = _table(
        ("Parties", "Signed", "Form", "Title, key, types", "Status") if wide else ("Signed", "Title", "Status")
    )
    title_column = table.columns[-2]
    title_column.ratio, title_column.overflow = 1, "fold"
    table.columns[-1].max_width = 15
    table.columns[1 if wide else 0].no_wrap = True
    if wide:
        table.columns[0].max_width = 11
    for record in records:
        agreement = record.agreement
        parties, form = " ".join(agreement.parties), label(agreement.form)
        signed = str(agreement.signed or "undated")
        title = Text(visible_line(agreement.title))
        # Unless the user chose another key, it begins with the parties.
        named = [parties] if not wide and not agreement.key.startswith("-".join(agreement.parties) + "-") else []
        about = [agreement.key, *named, *([] if wide else [form]), ", ".join(agreement.types)]
        title.append("\n" + visible_line(" · ".join(about)), style="dim")
        table.add_row(*([parties, signed, form] if wide else [signed]), title, _status_and_since(record))
    return table


def _least_width(records: Sequence[Record], columns: tuple[str, ...]) -> int:
    """Return the least width of a table of these columns.

    No word is broken in it, and columns of long texts have their least width.
    """
    least = []
    for name in columns:
        texts = [heading(name), *(visible_line(visible_cell(record, name)) for record in records)]
        pieces = texts if name in _UNBROKEN else [word for text in texts for word in text.split()]
        least.append(_LONG[name][1] if name in _LONG else max(map(cell_len, pieces)))
    return sum(least) + _BETWEEN * len(columns)


def _write_blocks(blocks: Iterable[Sequence[tuple[str, str]]], file: TextIO) -> None:
    """Write a block of labelled lines for each row, without empty cells."""
    for block in blocks:
        write_labelled(((name, [visible_line(text)]) for name, text in block if text), file)
        file.write("\n")


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

    If it is too wide, break headings at hyphens, then drop optional columns, then print blocks.
    """
    for tried, broken in ((grid, False), (grid, True), (grid.without_optional(), True)):
        if _least_grid_width(tried, broken=broken) <= text_width():
            _draw(_table_of_grid(tried, broken=broken), file, colour=colour)
            return
    headings = grid.plain_headings()
    _write_blocks(([*zip(headings, row, strict=True)] for row in grid.rows), file)


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
    if not broken:
        return grid.plain_headings()
    return tuple(heading.replace(SOFT_HYPHEN, "-\n").replace(" ", "\n") for heading in grid.headings)


def _numeric(grid: Grid) -> tuple[bool, ...]:
    return grid.numeric or (False,) * len(grid.headings)


def _least_grid_width(grid: Grid, *, broken: bool) -> int:
    """Return the least width that breaks no number, heading or word.

    In numeric columns whole cells are kept on a line.
    """
    widths = []
    for place, (head, whole) in enumerate(zip(_headings(grid, broken=broken), _numeric(grid), strict=True)):
        cells = [_cell_of_grid(row[place], broken=broken and whole) for row in grid.rows]
        pieces = [piece for cell in cells for piece in (cell.split("\n") if whole else cell.split())]
        widths.append(max(map(cell_len, [*pieces, *head.split("\n")])))
    return sum(widths) + _BETWEEN * len(widths)


def _draw(table: Table, file: TextIO, *, colour: bool) -> None:
    """Write a table with Rich's layout and our own styles.

    A ``Style`` passes the ``Terminal`` unchanged; escape sequences that Rich writes would not.
    """
    for segment in Console(file=file, width=text_width(), highlight=False, color_system=None).render(table):
        style = Style(*_codes(segment.style)) if colour and segment.style and segment.text.strip() else ""
        file.writelines((style, segment.text, PLAIN) if style else (segment.text,))


def _codes(style: RichStyle) -> Iterator[int]:
    """Yield the SGR codes of the styles that these tables use."""
    yield from (code for code, set_ in ((1, style.bold), (2, style.dim)) if set_)
    yield from map(int, style.color.get_ansi_codes() if style.color else ())


def _table(headings: tuple[str, ...]) -> Table:
    # Text, not a string: Rich would read a heading that comes from the register as markup.
    columns = (Column(header=Text(make_visible(heading))) for heading in headings)
    return Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, header_style="bold")


def _cell(record: Record, name: str) -> Text:
    # Text, not a string: Rich would read [annex 1] as markup.
    return _status(record) if name == "computed_status" else Text(visible_line(visible_cell(record, name)))


def _status_and_since(record: Record) -> Text:
    """Return the status with the dates of entry into force and end.

    Dates that are not recorded are left out.
    """
    text = _status(record)
    in_force, ended = date_words(record, "in_force"), date_words(record, "ended")
    if in_force and record.status != "inherited":
        text.append(f"\n{'from' if record.status == 'in-force' else 'in force'} {in_force}", style="dim")
    if ended:
        text.append(f"\n{'ends' if record.status == 'in-force' else 'ended'} {ended}", style="dim")
    return text


def _status(record: Record) -> Text:
    return Text(status_words(record), style=status_style(record.status))


def status_style(status: str) -> str:
    """Return the name of the Rich style of a computed status.

    All ways of ending have the same style.
    """
    return _STATUS_STYLES.get(status, _ENDED_STYLE)
