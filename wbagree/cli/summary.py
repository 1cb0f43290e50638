"""``wbagree summary``: how many records, by pair or by another cut."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.output import in_colour, on_terminal, opened, say
from wbagree.cli.question import Asked, asks
from wbagree.cli.records import ListFormat, format_of
from wbagree.domain.summary import CUTS, Summary

app = typer.Typer(**SETTINGS)

Cut = StrEnum("Cut", {cut.upper(): cut for cut in CUTS})


@app.command(
    help="Count records by country pair, or by type, group, form, year, party, status, level or assessment.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree summary --among wb6\n"
        "  wbagree summary --by type --pair AL-XK\n"
        "  wbagree summary --format md --output summary.md"
    ),
)
@asks
def summary(
    ctx: typer.Context,
    asked: Asked,
    by: Annotated[Cut, typer.Option("--by", metavar="CUT", help=f"One of {', '.join(CUTS)}.")] = Cut("pair"),
    format_: Annotated[ListFormat | None, typer.Option("--format", help="table, csv, json, jsonl or md.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    from wbagree.store import counting

    with register.reading(ctx) as connection:
        question = asked.question(connection)
        counted = counting.summary(connection, question, by)
    chosen = format_ or format_of(output)
    to_terminal = output is None and on_terminal()
    with opened(output, styled=chosen == "table") as file:
        _write(counted, chosen, file, inherited=question.inherited, to_terminal=to_terminal, asked=question.words())
    if chosen != "md":
        for sentence in counted.explanation():
            say(sentence)


def _write(counted: Summary, chosen: str, file: TextIO, *, inherited: bool, to_terminal: bool, asked: str) -> None:
    from wbagree.formats import tallies

    grid = tallies.grid(counted, inherited=inherited)
    if chosen in ("json", "jsonl"):
        from wbagree.formats import json_

        (json_.write_json if chosen == "json" else json_.write_jsonl)(tallies.objects(counted), file)
    elif chosen == "csv":
        tallies.write_csv(counted, file)
    elif chosen == "md":
        from wbagree.formats import markdown

        file.write(f"Question: {markdown.escaped(asked)}, as of {counted.day}.\n\n")
        markdown.write_grid(grid, file)
        file.write("\n" + "".join(f"- {markdown.escaped(sentence)}\n" for sentence in counted.explanation()))
    elif to_terminal:
        from wbagree.formats import table

        table.write_grid(grid, file, colour=in_colour())
    else:
        from wbagree.formats import plain

        plain.write_grid(grid, file)
