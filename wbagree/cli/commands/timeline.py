"""``wbagree timeline``: agreements by year, or the life of one."""

import sqlite3
from pathlib import Path

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.restricted import leaves_terminal
from wbagree.cli.output.rows import (
    FormatOption,
    OutputOption,
    RowFormat,
    RowSet,
    markdown_writer,
    print_rows,
    row_set_of,
)
from wbagree.cli.output.streams import print_message
from wbagree.domain.agreements.status import explain_status_on_day, status_words
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.filter import Filter
from wbagree.domain.reports.summary import GroupBy
from wbagree.errors import UsageProblem
from wbagree.formats.common.life import LIFE_COLUMNS, life_rows
from wbagree.formats.grids import summary as shown
from wbagree.formats.terminal import year_bars
from wbagree.services.restricted import refuse_restricted

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Show how many agreements were signed in each year, as bars at a terminal and as a table in files; or the life"
        " of one agreement: what happened, by date."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree timeline --pair AL-XK\n"
        "  wbagree timeline AL-XK-2012-1\n"
        "  wbagree timeline --among wb6 --since 2000\n"
        "  wbagree timeline --type readmission --format csv"
    ),
)
@with_filter_options
def timeline(
    ctx: typer.Context,
    options: FilterOptions,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import summaries

    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output)
        if len(filter_.keys) == 1:
            _show_life(connection, filter_, format_, output, options)
            return
        counted = summaries.summary(connection, filter_, GroupBy.YEAR)
    grid = shown.summary_grid(counted, inherited=filter_.inherited)
    printed = print_rows(
        RowSet(
            objects=lambda: shown.summary_objects(counted),
            cells=lambda: shown.summary_cells(counted),
            grid=lambda: grid,
            draw=lambda file: year_bars.write_year_bars(counted, file),
            write_plain=lambda file: year_bars.write_year_bars(counted, file),
            write_markdown=markdown_writer("Agreements by year", filter_, counted.day, grid, counted.explanation()),
        ),
        format_,
        output,
        private=options.with_restricted,
    )
    if printed is not RowFormat.MD:
        undated = f" ({counted.total.undated} with no signature date)" if counted.total.undated else ""
        more, verb = counted.total.inherited, "was" if counted.total.inherited == 1 else "were"
        inherited = f". {more} more {verb} signed by a predecessor." if more else ""
        print_message(f"{pluralise(counted.total.records, 'agreement')}{undated}{inherited}")


def _show_life(
    connection: sqlite3.Connection,
    filter_: Filter,
    format_: RowFormat | None,
    output: Path | None,
    options: FilterOptions,
) -> None:
    """Print what happened to one agreement, by date, and its status."""
    from wbagree.store.read import agreements

    (key,) = filter_.keys
    if filter_ != Filter(keys=filter_.keys, as_of=filter_.as_of, public=filter_.public):
        raise UsageProblem(f"the life of {key} takes no filter but --as-of", "leave out the key, or the filter")
    record = agreements.record(connection, key, filter_.as_of)
    if leaves_terminal(output) and not options.with_restricted:
        refuse_restricted([record.agreement])
    print_rows(row_set_of(life_rows(record), LIFE_COLUMNS), format_, output, private=options.with_restricted)
    print_message(f"{record.agreement.key}: {status_words(record)}: {explain_status_on_day(record)}")
