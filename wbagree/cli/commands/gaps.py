"""``wbagree gaps``: what was not found for a pair, and is found for others."""

import textwrap
from collections.abc import Iterator
from typing import TextIO

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.rows import (
    FormatOption,
    OutputOption,
    RowFormat,
    RowSet,
    markdown_writer,
    print_rows,
    write_grid,
)
from wbagree.cli.output.streams import has_colour, is_stdout_terminal, print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.filter import Filter
from wbagree.domain.reports.matrix import Gap, Matrix
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import text_width
from wbagree.formats.grids import matrix as shown
from wbagree.services.gaps import NO_PROOF, refuse_narrowed, without_other

app = typer.Typer(**TYPER_SETTINGS)

# A grid of more types than that does not fit a terminal; the list has all.
_MOST_COLUMNS = 5
_HEADING = "Not found in this register"


@app.command(
    help=(
        "List by type for which pairs no agreement was found. Among the six of the Western Balkans, unless other"
        " parties are named."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree gaps\n"
        "  wbagree gaps extradition mla\n"
        "  wbagree gaps AL XK\n"
        "  wbagree gaps wb6 justice gaps.md"
    ),
)
@with_filter_options
def gaps(
    ctx: typer.Context,
    options: FilterOptions,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import matrix

    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output, default_group=True)
        refuse_narrowed(filter_, "gaps")
        found = without_other(matrix.matrix(connection, filter_, "type"))
    if print_rows(_rows(found, filter_), format_, output, private=options.with_restricted) is not RowFormat.MD:
        print_message(f"{pluralise(len(found.gaps()), 'gap')}. {NO_PROOF}")


def _rows(found: Matrix, filter_: Filter) -> RowSet:
    rows = [{"pair": "-".join(gap.pair), "type": gap.column, "only": gap.cell.best.value} for gap in found.gaps()]
    lines = list(_lines(found))

    def write(file: TextIO) -> None:
        if len(found.columns) <= _MOST_COLUMNS and found.pairs:
            write_grid(_grid(found), file, to_terminal=is_stdout_terminal(), colour=has_colour())
            file.write("\n")
        if lines:
            file.writelines([f"{_HEADING}:\n", *(f"{_wrapped(line)}\n" for line in lines)])

    return RowSet(
        objects=lambda: rows,
        cells=lambda: [("pair", "type", "only"), *(tuple(row.values()) for row in rows)],
        grid=lambda: Grid((_HEADING,), [(line,) for line in lines]),
        draw=write,
        write_plain=write,
        write_markdown=markdown_writer(_HEADING, filter_, found.day, lines, [NO_PROOF]),
    )


def _wrapped(line: str) -> str:
    """Return a line, indented; on a terminal its continuation more so."""
    if not is_stdout_terminal():
        return f"  {line}"
    return textwrap.fill(
        line, text_width(), initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip


def _lines(found: Matrix) -> Iterator[str]:
    """Yield a line for each type: the pairs for which none was found."""
    number = len(found.pairs)
    for column in found.columns:
        missing = [gap for gap in found.gaps() if gap.column == column]
        if missing:
            name = found.labels.get(column, column)
            many = f" ({len(missing)} of {number} pairs)" if number > 1 else ""
            yield f"{name}{many}: {', '.join(map(_pair, missing))}"


def _pair(gap: Gap) -> str:
    return f"{'-'.join(gap.pair)}{gap.uncounted_note()}"


def _grid(found: Matrix) -> Grid:
    """Return the numbers of agreements, pairs by types."""
    headings = ("Pair", *(found.labels.get(column, column) for column in found.columns))
    rows = [
        ("-".join(pair), *(shown.number_of_agreements(found.cell(pair, column)) or "-" for column in found.columns))
        for pair in found.pairs
    ]
    return Grid(headings, rows, (False, *(True for _ in found.columns)))
