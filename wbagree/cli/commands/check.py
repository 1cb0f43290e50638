"""``wbagree check``: the register's own quality report."""

from collections import Counter
from datetime import date
from typing import Annotated, TextIO

import typer

from wbagree import ending
from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.rows import FormatOption, OutputOption, RowSet, print_rows, row_set_of
from wbagree.cli.output.streams import print_message
from wbagree.domain.agreements.quality_checks import DUPLICATE, QUALITY_CHECKS, Finding
from wbagree.errors import InvalidValue, NotFound

app = typer.Typer(**TYPER_SETTINGS)

_ALL = (*QUALITY_CHECKS, DUPLICATE)


@app.command(
    help=(
        "Report what a careful reader would question: undated, unsourced, in force before signed, relations that"
        " contradict dates, parties outside their years, stale status, probable duplicates. Leaves with 0 when there is"
        " nothing, else with 4. (wbagree db check looks after the file.)"
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree check --pair AL-XK\n"
        "  wbagree check --kind duplicate --kind relations\n"
        "  wbagree check --format csv --output check.csv"
    ),
)
@with_filter_options
def check(
    ctx: typer.Context,
    options: FilterOptions,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help=f"Only of this kind: {', '.join(_ALL)}; repeat for either.",
                     autocompletion=lambda: list(_ALL)),
    ] = None,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:  # fmt: skip
    from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
    from wbagree.store.read import quality

    kinds = tuple(dict.fromkeys(kind or _ALL))
    for name in kinds:
        if name not in _ALL:
            raise NotFound("kind", name, hint=f"the kinds are: {', '.join(_ALL)}")
    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output)
        found = [
            finding
            for finding in quality.quality_findings(connection, filter_, bundled_vocabulary().types_in, date.today())
            if finding.kind in kinds
        ]
    print_rows(_printable(found), format_, output, private=options.with_restricted)
    if found:
        ending.note_success()
        counts = Counter(finding.kind for finding in found)
        text = ", ".join(f"{counts[name]} {name}" for name in kinds if counts[name])
        raise InvalidValue(f"{len(found)} to look at: {text}")
    print_message("nothing to look at")


def _printable(found: list[Finding]) -> RowSet:
    rows = [{"kind": finding.kind, "key": finding.key, "finding": finding.sentence} for finding in found]
    plain = row_set_of(rows, ("kind", "key", "finding"))

    def write_lines(file: TextIO) -> None:
        file.writelines(f"{finding.key}: {finding.sentence}\n" for finding in found)

    return RowSet(plain.objects, plain.cells, plain.grid, draw=write_lines, write_plain=write_lines)
