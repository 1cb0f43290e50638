"""``wbagree timeline``: agreements by year."""

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.options.filter_options import Asked, asks
from wbagree.cli.output.rows import Format, FormatOption, OutputOption, Printable, documented, print_rows
from wbagree.cli.output.streams import say
from wbagree.domain.agreements.vocabularies import numbered
from wbagree.domain.reports.summary import Cut
from wbagree.formats.grids import summary as shown
from wbagree.formats.terminal import year_bars

app = typer.Typer(**SETTINGS)


@app.command(
    help="Show how many agreements were signed in each year, as bars at a terminal and as a table in files.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree timeline --pair AL-XK\n"
        "  wbagree timeline --among wb6 --since 2000\n"
        "  wbagree timeline --type readmission --format csv"
    ),
)
@asks
def timeline(ctx: typer.Context, asked: Asked, format_: FormatOption = None, output: OutputOption = None) -> None:
    from wbagree.store.read import summaries

    register.spare(ctx, output)
    with register.answering(ctx) as connection:
        question = asked.question(connection, output)
        counted = summaries.summary(connection, question, Cut.YEAR)
    grid = shown.grid(counted, inherited=question.inherited)
    printed = print_rows(
        Printable(
            objects=lambda: shown.objects(counted),
            cells=lambda: shown.cells(counted),
            grid=lambda: grid,
            draw=lambda file: year_bars.write(counted, file),
            plain=lambda file: year_bars.write(counted, file),
            document=documented("Agreements by year", question, counted.day, grid, counted.explanation()),
        ),
        format_,
        output,
        private=asked.with_restricted,
    )
    if printed is not Format.MD:
        undated = f", {counted.total.undated} of them undated" if counted.total.undated else ""
        inherited = f"; not among them: {counted.total.inherited} inherited" if counted.total.inherited else ""
        say(f"{numbered(counted.total.records, 'record')}{undated}{inherited}")
