"""``wbagree list``: records that answer a question."""

from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.restricted import leaves_terminal
from wbagree.cli.output.agreement_table import agreement_rows, print_record_counts
from wbagree.cli.output.rows import FormatOption, LimitOption, OutputOption, RowFormat, print_rows, row_set_of
from wbagree.cli.output.streams import print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.errors import NotFound, UsageProblem
from wbagree.formats.common.columns import fields_needed, parse_columns

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help="List agreements: by pair, party, type, form, status, date, text.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree list AL-XK\n"
        "  wbagree list Kosova Shqipëria justice since 2010 out.csv\n"
        "  wbagree list --pair HR-RS --no-inherited --sort -signed\n"
        "  wbagree list --among wb6 --type extradition --status in-force\n"
        "  wbagree list --pair BA-CS --as-of 2005-06 --format csv --columns key,title,computed_status"
    ),
)
@with_filter_options
def list_records(
    ctx: typer.Context,
    options: FilterOptions,
    deleted: Annotated[
        bool, typer.Option("--deleted", help="Show deleted agreements: when, by whom, and how to restore them.")
    ] = False,
    sort: Annotated[
        str | None,
        typer.Option("--sort", metavar="FIELD", help="signed, key, title, form, status ...; -signed: newest first."),
    ] = None,
    limit: LimitOption = None,
    columns: Annotated[
        str, typer.Option("--columns", "-c", metavar="A,B,C", help="Columns by name; an unknown name lists them all.")
    ] = "",
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import agreements

    register.refuse_register_as_output(ctx, output)
    if deleted:
        if sort or columns:
            raise UsageProblem("--deleted has its own columns and order", "leave out --sort and --columns")
        _list_deleted(ctx, options, limit, format_, output)
        return
    names = parse_columns(columns)
    sort = "signed" if sort is None else sort
    if sort.removeprefix("-") not in agreements.SORTS:
        raise NotFound("order", sort, hint=f"sort by one of {', '.join(agreements.SORTS)}; for newest first: -signed")
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output, counts_hidden=False)
        found = list(agreements.records(connection, filter_, sort=sort, limit=limit, fields=fields_needed(names)))
        besides = agreements.count_inherited_besides(connection, filter_)
        hidden = agreements.count_hidden_undated(connection, filter_)
    print_rows(agreement_rows(found, names), format_, output, private=options.with_restricted)
    print_record_counts(found, filter_, limit, besides, hidden)
    if not found and filter_.text and limit != 0 and not options.text:
        print_message(f"Read as text: {filter_.text}. It is no country, type, form, status or date.")


_DELETED_COLUMNS = ("deleted", "by", "key", "title", "parties", "signed", "restore")
_ON_SCREEN = ("deleted", "by", "key", "title", "restore")


def _list_deleted(
    ctx: typer.Context, options: FilterOptions, limit: int | None, format_: RowFormat | None, output: Path | None
) -> None:
    """Print deleted agreements, the last one first."""
    from wbagree.services.deletions import deletions_that_match
    from wbagree.services.restricted import keys_hidden_in_history

    with register.open_or_hint(ctx) as connection:
        shown = options.with_restricted or not leaves_terminal(output)
        hidden = keys_hidden_in_history(connection, with_restricted=shown)
        found = list(islice(deletions_that_match(connection, options.read(connection), hidden), limit))
    rows = [
        {
            "deleted": one.change_set.at,
            "by": one.change_set.by,
            "key": one.key,
            "title": one.cells.get("title", ""),
            "parties": one.cells.get("parties", "").split(";"),
            "signed": one.cells.get("signed", ""),
            "restore": f"wbagree undo {one.change_set.number}",
        }
        for one in found
    ]
    on_screen = [{**row, "deleted": str(row["deleted"])[:16].replace("T", " ")} for row in rows]
    plain = row_set_of(rows, _DELETED_COLUMNS)
    print_rows(
        plain._replace(grid=row_set_of(on_screen, _ON_SCREEN).grid), format_, output, private=options.with_restricted
    )
    print_message(f"{pluralise(len(found), 'deleted agreement')}." if found else "No deleted agreements.")
