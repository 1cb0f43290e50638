"""``wbagree summary``: how many records, by pair or by another cut; or what serves pairs, counted."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.options.filter_options import Asked, asks
from wbagree.cli.output.rows import Format, FormatOption, OutputOption, Printable, documented, plain_rows, print_rows
from wbagree.cli.output.streams import say
from wbagree.domain.reports.summary import Cut
from wbagree.errors import UsageProblem
from wbagree.formats.grids import summary as shown

app = typer.Typer(**SETTINGS)


@app.command(
    help=(
        "Count records by country pair, or by type, group, form, year, party, status, level or assessment."
        " --frameworks counts instead what serves pairs: agreements, frameworks that both belong to, both or neither;"
        " among the six of the Western Balkans, unless other parties are named."
    ),
    short_help="Count records by country pair, or by type, year, status ...",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree summary --among wb6\n"
        "  wbagree summary --by type --pair AL-XK\n"
        "  wbagree summary --frameworks\n"
        "  wbagree summary --frameworks --by type --as-of 2010\n"
        "  wbagree summary --format md --output summary.md"
    ),
)
@asks
def summary(
    ctx: typer.Context,
    asked: Asked,
    by: Annotated[
        Cut, typer.Option("--by", metavar="CUT", help=f"One of {', '.join(Cut)}.", case_sensitive=False)
    ] = Cut.PAIR,
    frameworks: Annotated[
        bool, typer.Option("--frameworks", help="Whether cover is bilateral, multilateral, both or none.")
    ] = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    register.spare(ctx, output)
    if frameworks:
        what, explanation = _services(ctx, asked, by, output)
    elif by is Cut.ASSESSMENT:
        what, explanation = _implementation(ctx, asked, output)
    else:
        what, explanation = _records(ctx, asked, by, output)
    if print_rows(what, format_, output, private=asked.with_restricted) is not Format.MD:
        for sentence in explanation:
            say(sentence)


def _records(ctx: typer.Context, asked: Asked, by: Cut, output: Path | None) -> tuple[Printable, list[str]]:
    from wbagree.store.read import summaries

    with register.answering(ctx) as connection:
        question = asked.question(connection, output, by_pairs=by is Cut.PAIR)
        counted = summaries.summary(connection, question, by)
    grid = shown.grid(counted, inherited=question.inherited)
    explanation = counted.explanation()
    what = Printable(
        objects=lambda: shown.objects(counted),
        cells=lambda: shown.cells(counted),
        grid=lambda: grid,
        document=documented(f"Agreements by {by}", question, counted.day, grid, explanation),
    )
    return what, explanation


def _implementation(ctx: typer.Context, asked: Asked, output: Path | None) -> tuple[Printable, list[str]]:
    """The table that monitors publish, of the latest assessments; what others counted is told beside it, as theirs."""
    from wbagree.domain.reports.assessments import differing
    from wbagree.formats.grids import assessments
    from wbagree.store.read import agreements, entity_cells, summaries

    with register.answering(ctx) as connection:
        question = asked.question(connection, output)
        counted = summaries.summary(connection, question, Cut.ASSESSMENT)
        assessed = question if question.assessed is not None else question._replace(assessed=True)
        day = date.fromisoformat(counted.day)
        differ = [
            record.agreement.key
            for record in agreements.records(connection, assessed, sort="key", fields=["implementation"])
            if not record.inherited_from and differing(record.agreement.implementation, day)
        ]
        tallies = [tally for tally in entity_cells.tallies(connection).values() if tally.concerns(question)]
    grid = assessments.grid(counted)
    explanation = assessments.sentences(counted, differ) + [tally.cited() for tally in tallies]
    lines = plain_rows(assessments.objects(counted), assessments.NAMES)
    document = documented("Implementation", question, counted.day, grid, explanation)
    return lines._replace(grid=lambda: grid, document=document), explanation


def _services(ctx: typer.Context, asked: Asked, by: Cut, output: Path | None) -> tuple[Printable, list[str]]:
    from wbagree.domain.reports.coverage import SERVICE_CUTS, count
    from wbagree.formats.grids import coverage as shown_service
    from wbagree.store.read import matrix as covering
    from wbagree.store.read.frameworks import serving, shared

    if by not in SERVICE_CUTS:
        raise UsageProblem(f"--frameworks counts by {', '.join(SERVICE_CUTS)}, not by {by}")
    with register.answering(ctx) as connection:
        question = asked.of_pairs().question(connection, output)
        matrix = covering.matrix(connection, question, Cut.GROUP if by is Cut.GROUP else Cut.TYPE)
        counted = count(
            matrix, serving(connection, matrix), shared(connection, matrix), by, narrowed=bool(question.types)
        )
    grid = shown_service.grid(counted)
    explanation = counted.explanation()
    what = Printable(
        objects=lambda: shown_service.objects(counted),
        cells=lambda: shown_service.cells(counted),
        grid=lambda: grid,
        document=documented(f"What serves pairs, by {by}", question, counted.day, grid, explanation),
    )
    return what, explanation
