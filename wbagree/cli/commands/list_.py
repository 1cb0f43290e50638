"""``wbagree list``: records that answer a question."""

from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.agreement_table import agreement_rows, print_record_counts
from wbagree.cli.output.rows import FormatOption, LimitOption, OutputOption, print_rows
from wbagree.errors import NotFound
from wbagree.formats.common.columns import fields_needed, parse_columns

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help="List records: by pair, party, type, form, status, date, text.",
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
    sort: Annotated[
        str,
        typer.Option("--sort", metavar="FIELD", help="signed, key, title, form, status ...; -signed: newest first."),
    ] = "signed",
    limit: LimitOption = None,
    columns: Annotated[
        str, typer.Option("--columns", "-c", metavar="A,B,C", help="Columns by name; an unknown name lists them all.")
    ] = "",
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import agreements

    names = parse_columns(columns)
    if sort.removeprefix("-") not in agreements.SORTS:
        raise NotFound("order", sort, hint=f"sort by one of {', '.join(agreements.SORTS)}; -signed turns it round")
    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output)
        found = list(agreements.records(connection, filter_, sort=sort, limit=limit, fields=fields_needed(names)))
        besides = agreements.count_inherited_besides(connection, filter_)
    print_rows(agreement_rows(found, names), format_, output, private=options.with_restricted)
    print_record_counts(found, filter_, limit, besides)
