"""``wbagree summary``: records, or cover by frameworks, counted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.groupings import grouping_error, split_off_groupings
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
from wbagree.domain.reports.summary import GroupBy, grouping_of
from wbagree.errors import UsageProblem
from wbagree.formats.grids import summary as shown

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Count agreements by country pair, or by type, group, form, year, party, status, level, assessment or"
        " signatory. Two of them make a table of both."
        " --frameworks counts instead what serves pairs: agreements, frameworks that both belong to, both or neither;"
        " among the six of the Western Balkans, unless other parties are named."
    ),
    short_help="Count agreements by country pair, or by type, year, status ...",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree summary --among wb6\n"
        "  wbagree summary AL-XK by type\n"
        "  wbagree summary --by signatory\n"
        "  wbagree summary wb6 --by year,type\n"
        "  wbagree summary --frameworks\n"
        "  wbagree summary --frameworks --by type --as-of 2010\n"
        "  wbagree summary --format md --output summary.md"
    ),
)
@with_filter_options
def summary(
    ctx: typer.Context,
    options: FilterOptions,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="CUT", help=f"{', '.join(GroupBy)}; repeat to cross two, or year,type."),
    ] = None,
    frameworks: Annotated[
        bool, typer.Option("--frameworks", help="Whether cover is bilateral, multilateral, both or none.")
    ] = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    register.refuse_register_as_output(ctx, output)
    words, behind_by = split_off_groupings(options.words or [], grouping_of, list(GroupBy))
    options = replace(options, words=words)
    groupings = list(dict.fromkeys([*_typed_groupings(by), *behind_by])) or [GroupBy.PAIR]
    if len(groupings) > 2:
        raise UsageProblem(f"{len(groupings)} groupings are named: {', '.join(groupings)}", "name one or two")
    if frameworks:
        rows, explanation = _services(ctx, options, groupings, output)
    elif len(groupings) == 2:
        rows, explanation = _crossed(ctx, options, groupings, output)
    elif groupings == [GroupBy.ASSESSMENT]:
        rows, explanation = _implementation(ctx, options, output)
    else:
        rows, explanation = _records(ctx, options, groupings[0], output)
    if print_rows(rows, format_, output, private=options.with_restricted) is not RowFormat.MD:
        for sentence in explanation:
            print_message(sentence)


def _typed_groupings(texts: list[str] | None) -> Iterator[GroupBy]:
    """Yield the groupings of the option ``--by``."""
    for text in (part for typed in texts or () for part in typed.split(",") if part.strip() or not typed.strip()):
        if not (found := grouping_of(text)):
            raise grouping_error(text, list(GroupBy))
        yield found


def _crossed(
    ctx: typer.Context, options: FilterOptions, groupings: list[GroupBy], output: Path | None
) -> tuple[RowSet, list[str]]:
    """Return the table of two groupings."""
    from wbagree.formats.grids import crossed_summary as shown_crossed
    from wbagree.store.read.crossed_summaries import crossed_summary

    first, second = groupings
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output, by_pairs=GroupBy.PAIR in groupings)
        crossed = crossed_summary(connection, filter_, first, second)
    grid = shown_crossed.crossed_grid(crossed)
    explanation = crossed.explanation()
    rows = RowSet(
        objects=lambda: shown_crossed.crossed_objects(crossed),
        cells=lambda: shown_crossed.crossed_cells(crossed),
        grid=lambda: grid,
        write_markdown=markdown_writer(
            f"Agreements by {first} and {second}", filter_, crossed.first.day, grid, explanation
        ),
    )
    return rows, explanation


def _records(ctx: typer.Context, options: FilterOptions, by: GroupBy, output: Path | None) -> tuple[RowSet, list[str]]:
    from wbagree.store.read import summaries

    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output, by_pairs=by is GroupBy.PAIR)
        counted = summaries.summary(connection, filter_, by)
    grid = shown.summary_grid(counted, inherited=filter_.inherited)
    explanation = counted.explanation()
    rows = RowSet(
        objects=lambda: shown.summary_objects(counted),
        cells=lambda: shown.summary_cells(counted),
        grid=lambda: grid,
        write_markdown=markdown_writer(f"Agreements by {by}", filter_, counted.day, grid, explanation),
    )
    return rows, explanation


def _implementation(ctx: typer.Context, options: FilterOptions, output: Path | None) -> tuple[RowSet, list[str]]:
    """Return the table of latest assessments, as monitors publish it.

    Tallies of others follow it, cited as theirs.
    """
    from wbagree.domain.reports.assessments import differing_assessments
    from wbagree.formats.grids import assessments
    from wbagree.store.read import agreements, entity_cells, summaries

    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output)
        counted = summaries.summary(connection, filter_, GroupBy.ASSESSMENT)
        assessed = filter_ if filter_.assessed is not None else filter_._replace(assessed=True)
        day = date.fromisoformat(counted.day)
        differ = [
            record.agreement.key
            for record in agreements.records(connection, assessed, sort="key", fields=["implementation"])
            if not record.inherited_from and differing_assessments(record.agreement.implementation, day)
        ]
        tallies = [tally for tally in entity_cells.tallies(connection).values() if tally.is_about(filter_)]
    grid = assessments.assessment_grid(counted)
    explanation = assessments.assessment_notes(counted, differ) + [tally.citation() for tally in tallies]
    lines = row_set_of(assessments.assessment_objects(counted), assessments.COLUMNS)
    document = markdown_writer("Implementation", filter_, counted.day, grid, explanation)
    return lines._replace(grid=lambda: grid, write_markdown=document), explanation


def _services(
    ctx: typer.Context, options: FilterOptions, groupings: list[GroupBy], output: Path | None
) -> tuple[RowSet, list[str]]:
    from wbagree.domain.reports.coverage import COVERAGE_GROUPS, summarise_coverage
    from wbagree.formats.grids import coverage as shown_service
    from wbagree.store.read import matrix as covering
    from wbagree.store.read.frameworks import frameworks_serving, shared_frameworks

    by = groupings[0]
    if len(groupings) > 1 or by not in COVERAGE_GROUPS:
        known = ", ".join(COVERAGE_GROUPS)
        raise UsageProblem(f"--frameworks counts by {known}, not by {' and '.join(groupings)}")
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output, default_group=True)
        matrix = covering.matrix(connection, filter_, GroupBy.GROUP if by is GroupBy.GROUP else GroupBy.TYPE)
        counted = summarise_coverage(
            matrix,
            frameworks_serving(connection, matrix),
            shared_frameworks(connection, matrix),
            by,
            narrowed=bool(filter_.types),
        )
    grid = shown_service.coverage_grid(counted)
    explanation = counted.explanation()
    rows = RowSet(
        objects=lambda: shown_service.coverage_objects(counted),
        cells=lambda: shown_service.coverage_cells(counted),
        grid=lambda: grid,
        write_markdown=markdown_writer(f"What serves pairs, by {by}", filter_, counted.day, grid, explanation),
    )
    return rows, explanation
