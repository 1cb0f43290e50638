"""Tables for a person at a terminal, drawn by rich: titles wrap, status has a colour and its words."""

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wbagree.domain.record import Record
from wbagree.domain.terms import label
from wbagree.formats.columns import DEFAULT, Grid, heading, shown, status_words
from wbagree.formats.terminal import one_line

# Below this many columns of terminal, form and types stand under the title instead of beside it.
_WIDE = 120
_STATUS_STYLES = {
    "in-force": "green",
    "provisional": "cyan",
    "signed": "yellow",
    "negotiation": "yellow",
    "unknown": "dim",
}
_ENDED_STYLE = "red"


def write_records(records: Sequence[Record], columns: tuple[str, ...], file: TextIO, *, colour: bool) -> None:
    """Draw records; the default columns are laid out for the width of the terminal."""
    console = _console(file, colour=colour)
    if columns == DEFAULT and console.width < _WIDE:
        table = _narrow(records)
    else:
        table = _table(tuple(heading(name) for name in columns))
        for name, column in zip(columns, table.columns, strict=True):
            column.no_wrap = name in ("key", "signed")
            column.ratio = {"title": 3, "types": 1, "title_original": 3, "notes": 3}.get(name)
            if column.ratio:
                column.overflow = "fold"
        table.expand = any(column.ratio for column in table.columns) and console.width < _natural(records)
        for record in records:
            table.add_row(*(_cell(record, name) for name in columns))
    console.print(table)


def _natural(records: Sequence[Record]) -> int:
    """The width at which no title would wrap."""
    return 100 + max((len(record.agreement.title) for record in records), default=0)


def _narrow(records: Sequence[Record]) -> Table:
    table = _table(("Key", "Signed", "Title, form and types", "Status"))
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    table.columns[2].ratio = 1
    table.columns[2].overflow = "fold"
    table.columns[3].max_width = 14
    for record in records:
        agreement = record.agreement
        about = f"{label(agreement.form)}: {', '.join(agreement.types)}"
        key = Text(agreement.key)
        if not agreement.key.startswith("-".join(agreement.parties) + "-"):
            key.append("\n" + " ".join(agreement.parties), style="dim")
        title = Text(one_line(agreement.title))
        title.append("\n" + about, style="dim")
        table.add_row(key, str(agreement.signed or ""), title, _status(record))
    return table


def write_grid(grid: Grid, file: TextIO, *, colour: bool) -> None:
    """Draw a grid; the total stands apart."""
    table = _table(grid.headings)
    for column, right in zip(table.columns, grid.numeric or (False,) * len(grid.headings), strict=True):
        column.justify = "right" if right else "left"
        column.no_wrap = right
        column.overflow = "fold"
    for place, row in enumerate(grid.rows):
        total = grid.last_is_total and place == len(grid.rows) - 1
        if total:
            table.add_section()
        table.add_row(*(Text(one_line(text), style="bold" if total else "") for text in row))
    _console(file, colour=colour).print(table)


def _console(file: TextIO, *, colour: bool) -> Console:
    return Console(file=file, highlight=False, no_color=not colour, soft_wrap=False)


def _table(headings: tuple[str, ...]) -> Table:
    return Table(*headings, box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")


def _cell(record: Record, name: str) -> Text:
    # Text, not a string: rich would read [annex 1] as markup.
    return _status(record) if name == "computed_status" else Text(one_line(shown(record, name)))


def _status(record: Record) -> Text:
    return Text(status_words(record), style=_STATUS_STYLES.get(record.status, _ENDED_STYLE))
