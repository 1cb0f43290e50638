"""``wbagree matrix``: pairs by types, and what is missing."""

from dataclasses import replace
from typing import Annotated, Any, TextIO

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.matrix_columns import MatrixColumns, split_off_columns
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
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.filter import Filter
from wbagree.domain.reports.coverage import FrameworksServing
from wbagree.domain.reports.matrix import Matrix
from wbagree.errors import UsageProblem
from wbagree.formats.common.grid import Grid
from wbagree.formats.grids import matrix as shown
from wbagree.services.gaps import NO_PROOF, refuse_narrowed, without_other

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Show what each pair has by group of types, or by type: how many agreements, and the strongest status. --gaps"
        " lists what is missing. Among the six of the Western Balkans, unless other parties are named."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree matrix\n"
        "  wbagree matrix --by type --type justice\n"
        "  wbagree matrix --gaps --type extradition --type mla\n"
        "  wbagree matrix --frameworks --by type\n"
        "  wbagree matrix --among AL,XK,MK,ME --as-of 2010 --format md --output matrix.md"
    ),
)
@with_filter_options
def matrix(
    ctx: typer.Context,
    options: FilterOptions,
    by: Annotated[
        MatrixColumns | None,
        typer.Option("--by", metavar="type|group", help="group; type with --gaps.", case_sensitive=False),
    ] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="Only what is missing.")] = False,
    frameworks: Annotated[
        bool, typer.Option("--frameworks", help="Whether cover is bilateral, multilateral, both or none.")
    ] = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import matrix as covering
    from wbagree.store.read.frameworks import frameworks_serving

    register.refuse_register_as_output(ctx, output)
    words, by = split_off_columns(options.words or [], by)
    options = replace(options, words=words)
    columns = by or (MatrixColumns.TYPE if gaps else MatrixColumns.GROUP)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output, default_group=True)
        if gaps:
            refuse_narrowed(filter_, "--gaps")
        found = covering.matrix(connection, filter_, columns)
        found = without_other(found) if gaps else found
        multilateral = frameworks_serving(connection, found) if frameworks else {}
    if frameworks:
        if gaps:
            raise UsageProblem("--gaps and --frameworks are two questions; ask one")
        rows = _services(found, multilateral, filter_)
        if print_rows(rows, format_, output, private=options.with_restricted) is not RowFormat.MD:
            from wbagree.formats.grids import coverage

            for sentence in coverage.matrix_legend(found, multilateral):
                print_message(sentence)
        return
    rows = _gaps(found, filter_) if gaps else _cells(found, filter_)
    printed = print_rows(rows, format_, output, private=options.with_restricted)
    if printed is not RowFormat.MD:
        for sentence in _gap_notes(found) if gaps else shown.legend(found):
            print_message(sentence)


def _cells(found: Matrix, filter_: Filter) -> RowSet:
    objects = shown.matrix_objects(found)

    def draw(file: TextIO) -> None:
        write_grid(shown.matrix_grid(found), file, to_terminal=is_stdout_terminal(), colour=has_colour())

    return RowSet(
        objects=lambda: objects,
        cells=lambda: [tuple(objects[0]) if objects else (), *(tuple(map(str, item.values())) for item in objects)],
        grid=lambda: shown.matrix_grid(found),
        draw=draw,
        write_markdown=markdown_writer(
            f"Agreements by {found.by}", filter_, found.day, shown.matrix_grid(found), shown.legend(found)
        ),
    )


def _services(found: Matrix, serving: FrameworksServing, filter_: Filter) -> RowSet:
    from wbagree.formats.grids import coverage

    rows = coverage.coverage_matrix_objects(found, serving)
    plain = row_set_of(rows, tuple(rows[0]) if rows else ())

    def draw(file: TextIO) -> None:
        write_grid(
            coverage.coverage_matrix_grid(found, serving), file, to_terminal=is_stdout_terminal(), colour=has_colour()
        )

    return RowSet(
        objects=plain.objects,
        cells=plain.cells,
        grid=lambda: coverage.coverage_matrix_grid(found, serving),
        draw=draw,
        write_markdown=markdown_writer(
            "What serves each pair",
            filter_,
            found.day,
            coverage.coverage_matrix_grid(found, serving),
            coverage.matrix_legend(found, serving),
        ),
    )


def _gaps(found: Matrix, filter_: Filter) -> RowSet:
    missing = found.gaps()
    sentences = [gap.sentence() for gap in missing]
    rows: list[dict[str, Any]] = [
        {"pair": "-".join(gap.pair), found.by: gap.column, "only": gap.cell.best.value} for gap in missing
    ]

    def write_lines(file: TextIO) -> None:
        file.writelines(sentence + "\n" for sentence in sentences)

    return RowSet(
        objects=lambda: rows,
        cells=lambda: [("pair", found.by, "only"), *(tuple(row.values()) for row in rows)],
        grid=lambda: Grid(("Not found",), [(sentence,) for sentence in sentences]),
        draw=write_lines,
        write_plain=write_lines,
        write_markdown=markdown_writer(
            "Not found in this register",
            filter_,
            found.day,
            sentences,
            [NO_PROOF],
        ),
    )


def _gap_notes(found: Matrix) -> list[str]:
    return [f"{pluralise(len(found.gaps()), 'gap')}. {NO_PROOF}"]
