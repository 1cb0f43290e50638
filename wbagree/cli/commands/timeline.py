"""``wbagree timeline``: agreements by year."""

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.rows import FormatOption, OutputOption, RowFormat, RowSet, markdown_writer, print_rows
from wbagree.cli.output.streams import print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.reports.summary import GroupBy
from wbagree.formats.grids import summary as shown
from wbagree.formats.terminal import year_bars

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help="Show how many agreements were signed in each year, as bars at a terminal and as a table in files.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree timeline --pair AL-XK\n"
        "  wbagree timeline --among wb6 --since 2000\n"
        "  wbagree timeline --type readmission --format csv"
    ),
)
@with_filter_options
def timeline(
    ctx: typer.Context, options: FilterOptions, format_: FormatOption = None, output: OutputOption = None
) -> None:
    from wbagree.store.read import summaries

    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output)
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
        undated = f", {counted.total.undated} of them undated" if counted.total.undated else ""
        inherited = f"; not among them: {counted.total.inherited} inherited" if counted.total.inherited else ""
        print_message(f"{pluralise(counted.total.records, 'record')}{undated}{inherited}")
