"""Rows, and how they are printed in each format."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TextIO

import typer

from wbagree.cli.file_formats import FORMAT_BY_ENDING, format_of_ending
from wbagree.cli.output.streams import has_colour, is_stdout_terminal, open_output, print_message
from wbagree.domain.filter import Filter
from wbagree.errors import UsageProblem
from wbagree.formats.common.columns import heading
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import terminal_width


class RowFormat(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


FormatOption = Annotated[
    RowFormat | None,
    typer.Option("--format", metavar="FORMAT", case_sensitive=False, help="table, csv, json, jsonl or md."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Save to FILE. The extension sets the format (.csv, .json …)."),
]
# The largest integer of SQLite.
LARGEST_INTEGER = 2**63 - 1
LimitOption = Annotated[
    int | None,
    typer.Option("--limit", "-n", metavar="N", min=0, max=LARGEST_INTEGER, help="Maximum number of results."),
]

# Formats that only ``export`` writes.
_EXPORTED = ("xlsx", "docx")
# A table in a file is plain text.
_FORMATS = {**{format_.value: format_ for format_ in RowFormat}, "text": RowFormat.TABLE}


class RowSet(NamedTuple):
    """Rows in the shape of each format, made when needed.

    ``cells``: names first, then the rows. ``draw`` (on a terminal), ``write_plain`` (as a text) and ``write_markdown``
    replace the grid.
    """

    objects: Callable[[], Iterable[dict[str, Any]]]
    cells: Callable[[], Iterable[Sequence[str]]]
    grid: Callable[[], Grid]
    draw: Callable[[TextIO], None] | None = None
    write_plain: Callable[[TextIO], None] | None = None
    write_markdown: Callable[[TextIO], None] | None = None


def print_rows(
    rows: RowSet, format_: RowFormat | None, output: Path | None = None, *, private: bool = False
) -> RowFormat:
    """Print rows to ``output`` or stdout, and return the format used.

    It is ``format_``, or that of the file's ending. Only its owner can read a ``private`` file.
    """
    chosen = format_ or format_of_output(output) or RowFormat.TABLE
    with open_output(output, private=private) as file:
        if chosen is RowFormat.CSV:
            from wbagree.formats.common import csv_safety

            csv_safety.write_safe_csv(rows.cells(), file)
        elif chosen in (RowFormat.JSON, RowFormat.JSONL):
            from wbagree.formats.data import json

            (json.write_json if chosen is RowFormat.JSON else json.write_jsonl)(rows.objects(), file)
        elif chosen is RowFormat.MD:
            from wbagree.cli.output.kosovo import has_kosovo_note
            from wbagree.formats.markdown import syntax

            (rows.write_markdown or (lambda file: syntax.write_grid(rows.grid(), file, kosovo_note=has_kosovo_note())))(
                file
            )
        else:
            _write_table(rows, file, to_terminal=output is None and is_stdout_terminal() and terminal_width() > 0)
    if output is not None and str(output) != "-":
        print_message(f"written to {output}")
    return chosen


def format_of_output(output: Path | None) -> RowFormat | None:
    """Return the format of the ending of ``output``.

    UsageProblem when no format has that ending.
    """
    if output is None or str(output) == "-" or (output.exists() and not output.is_file()):
        return None
    if (format_ := _FORMATS.get(format_of_ending(output))) is None:
        endings = [ending for ending, name in FORMAT_BY_ENDING.items() if name in _FORMATS]
        raise UsageProblem(
            f"{output}: no format has the ending {output.suffix!r}",
            f"for example: wbagree export AL-XK {output.name}"
            if format_of_ending(output) in _EXPORTED
            else f"end the name in one of {', '.join(endings)}, or say --format",
        )
    return format_


def _write_table(rows: RowSet, file: TextIO, *, to_terminal: bool) -> None:
    """Write a table: drawn on a terminal, plain text elsewhere.

    Without rows it is empty.
    """
    own = rows.draw if to_terminal else rows.write_plain
    if own:
        own(file)
        return
    grid = rows.grid()
    if not grid.rows:
        return
    write_grid(grid, file, to_terminal=to_terminal, colour=has_colour())


def write_grid(grid: Grid, file: TextIO, *, to_terminal: bool, colour: bool) -> None:
    """Write a grid: drawn on a terminal, in aligned columns elsewhere."""
    if to_terminal and terminal_width():
        from wbagree.formats.terminal import rich_table

        rich_table.draw_grid(grid, file, colour=colour)
    else:
        from wbagree.formats.terminal import plain_table as plain

        plain.write_grid(grid, file)


def markdown_writer(
    title: str, filter_: Filter, day: str, body: Grid | Sequence[str], notes: Sequence[str]
) -> Callable[[TextIO], None]:
    """Return the writer of a Markdown document.

    ``body`` is a table, or sentences, on the records that match ``filter_`` as of ``day``.
    """

    def write(file: TextIO) -> None:
        from wbagree.cli.output.kosovo import has_kosovo_note
        from wbagree.formats.markdown.table_document import TableDocument, write_table_document

        words = filter_._replace(as_of=None).in_words()  # the document has the day in any case
        write_table_document(TableDocument(title, words, day, body, notes), file, kosovo_note=has_kosovo_note())

    return write


def row_set_of(rows: Sequence[dict[str, Any]], names: Sequence[str], omissible: Sequence[Sequence[str]] = ()) -> RowSet:
    """Return rows of texts, numbers and lists for printing.

    ``omissible``: names that a terminal without room leaves out, the first that are enough.
    """

    def texts(joint: str) -> list[tuple[str, ...]]:
        return [tuple(_text(row[name], joint) for name in names) for row in rows]

    numeric = tuple(bool(rows) and isinstance(rows[0][name], int) for name in names)
    return RowSet(
        objects=lambda: rows,
        cells=lambda: [tuple(names), *texts(";")],
        grid=lambda: Grid(
            tuple(map(heading, names)),
            texts(", "),
            numeric,
            omissible=[tuple(map(heading, some)) for some in omissible],
        ),
    )


def entity_row(entity: object, names: Iterable[str]) -> dict[str, Any]:
    """Return the fields ``names`` of a value as texts and lists.

    None becomes an empty text.
    """
    values = {name: getattr(entity, name) for name in names}
    return {
        name: list(value) if isinstance(value, tuple) else "" if value is None else str(value)
        for name, value in values.items()
    }


def _text(value: object, joint: str) -> str:
    return joint.join(value) if isinstance(value, list) else "" if value is None else str(value)
