"""``wbagree show``: one record, whole."""

import sqlite3
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, completion, register
from wbagree.cli.output import in_colour, opened
from wbagree.cli.question import read_day
from wbagree.domain.record import Record
from wbagree.formats.sheet import Surroundings

app = typer.Typer(**SETTINGS)


@app.command(
    help="Show one record with everything that is known of it, and why its status is what it is.",
    epilog="\b\nExamples:\n  wbagree show AL-XK-2012-1\n  wbagree show AL-XK-2012-1 --as-of 2011 --format json",
)
def show(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.keys)],
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="Status as of that day.")] = "",
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")] = "text",
) -> None:
    from wbagree.errors import UsageProblem
    from wbagree.store import reading

    if format_ not in ("text", "json"):
        raise UsageProblem(f"--format {format_!r}: text or json")
    with register.answering(ctx) as connection:
        record = reading.record(connection, key, read_day(as_of))
        around = surroundings(connection, record)
    with opened(None, styled=format_ == "text") as file:
        if format_ == "json":
            from wbagree.formats.json_ import sheet_object, write_jsonl

            write_jsonl([sheet_object(record, around)], file)
        else:
            from wbagree.formats.sheet import write_sheet

            write_sheet(record, around, file, bold=in_colour())


def surroundings(connection: sqlite3.Connection, record: Record) -> Surroundings:
    """Return what stands around a record: names, and the other records that it and that relate to it."""
    from wbagree.store import lookups, past, reading

    agreement = record.agreement
    related = reading.related_from(connection, agreement.key)
    wanted = [relation.key for relation in (*agreement.relations, *related)]
    return Surroundings(
        parties=lookups.names_of(connection, agreement.parties),
        types=lookups.labels_of(connection, agreement.types),
        titles=reading.titles(connection, wanted),
        related_from=related,
        came_from=past.provenance(connection, agreement.key),
    )
