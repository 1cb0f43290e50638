"""``wbagree compare``: two pairs, or one question on two days."""

import textwrap
from collections.abc import Sequence
from dataclasses import replace
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
    row_set_of,
    write_grid,
)
from wbagree.cli.output.streams import has_colour, is_stdout_terminal, print_message
from wbagree.domain.filter import Filter
from wbagree.domain.reports.comparison import DayComparison, PairComparison
from wbagree.formats.common.sanitiser import text_width
from wbagree.formats.grids import comparison as shown
from wbagree.services.gaps import NO_PROOF

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Compare two pairs: what one has and the other lacks, by type. Or compare one pair in two years: what was"
        " signed since, and which status changed. A year is its last day."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree compare AL-XK MK-XK\n"
        "  wbagree compare AL XK MK XK justice\n"
        "  wbagree compare AL-XK 2015 2025\n"
        "  wbagree compare wb6 extradition 2010 2020 since.csv"
    ),
)
@with_filter_options
def compare(
    ctx: typer.Context,
    options: FilterOptions,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.services import comparison

    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        words, days = comparison.split_off_days(connection, options.words or ())
        filter_ = replace(options, words=words).to_filter(connection, output)
        comparison.check_comparison(filter_, days)
        if days:
            of_days = comparison.compare_days(connection, filter_, days)
            rows, message = _rows_of_days(of_days, filter_), shown.day_sentence(of_days)
        else:
            of_pairs = comparison.compare_pairs(connection, filter_)
            rows, message = _rows_of_pairs(of_pairs, filter_), NO_PROOF
    if print_rows(rows, format_, output, private=options.with_restricted) is not RowFormat.MD:
        print_message(message)


def _rows_of_pairs(found: PairComparison, filter_: Filter) -> RowSet:
    grid, lines = shown.pair_grid(found), list(shown.pair_lines(found))

    def write(file: TextIO) -> None:
        if grid.rows:
            write_grid(grid, file, to_terminal=is_stdout_terminal(), colour=has_colour())
        _write_lines(lines, file)

    title = f"{' and '.join(map('-'.join, found.pairs))} compared"
    return row_set_of(shown.pair_objects(found), shown.PAIR_COLUMNS)._replace(
        draw=write,
        write_plain=write,
        write_markdown=markdown_writer(
            title, filter_, found.day, grid, [*map(str.strip, filter(None, lines)), NO_PROOF]
        ),
    )


def _rows_of_days(found: DayComparison, filter_: Filter) -> RowSet:
    lines = list(shown.day_lines(found))

    def write(file: TextIO) -> None:
        _write_lines(lines[1:], file)

    sentences = [*map(str.strip, filter(None, lines)), shown.day_sentence(found)]
    return row_set_of(shown.day_objects(found), shown.DAY_COLUMNS)._replace(
        draw=write,
        write_plain=write,
        write_markdown=markdown_writer(
            f"Agreements on {' and '.join(found.days)}", filter_, found.days[1], sentences, ()
        ),
    )


def _write_lines(lines: Sequence[str], file: TextIO) -> None:
    """Write lines; at a terminal they go on under their first word."""
    for line in lines:
        wrapped = [line]
        if is_stdout_terminal():
            indent = " " * (len(line) - len(line.lstrip()) + 2)
            wrapped = textwrap.wrap(
                line, text_width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
            )
            wrapped = wrapped or [""]
        file.writelines(f"{part}\n" for part in wrapped)
