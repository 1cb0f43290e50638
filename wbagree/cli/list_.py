"""``wbagree list``: records that answer a question."""

from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.question import Asked, asks
from wbagree.cli.records import ListFormat, print_records, read_sort

app = typer.Typer(**SETTINGS)


@app.command(
    help="List records: by pair, party, type, form, status, date, text.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree list --pair AL-XK\n"
        "  wbagree list --pair 'Kosova-Shqipëria' --type justice\n"
        "  wbagree list --pair HR-RS --no-inherited --sort -signed\n"
        "  wbagree list --among wb6 --type extradition --status in-force\n"
        "  wbagree list --pair BA-RS --as-of 2005-06 --format csv --columns key,title,computed_status"
    ),
)
@asks
def list_records(
    ctx: typer.Context,
    asked: Asked,
    sort: Annotated[
        str, typer.Option("--sort", metavar="FIELD", help="signed, key, title, form, status ...; -signed: newest first.")
    ] = "signed",
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=0, help="At most so many records.")] = None,
    columns: Annotated[
        str, typer.Option("--columns", "-c", metavar="A,B,C", help="Columns by name; 'list --columns ?' names them.")
    ] = "",
    format_: Annotated[ListFormat | None, typer.Option("--format", help="table, csv, json, jsonl or md.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    with register.reading(ctx) as connection:
        question = asked.question(connection)
        print_records(connection, question, read_sort(sort), limit, columns, format_, output)


