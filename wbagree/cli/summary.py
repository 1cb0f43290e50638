"""``wbagree summary``: how many records, by pair or by another cut."""

from typing import Annotated, TextIO

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.output import say
from wbagree.cli.printing import Format, FormatOption, OutputOption, Printable, kosovo_note, print_rows
from wbagree.cli.question import Asked, asks
from wbagree.domain.filter import Filter
from wbagree.domain.summary import Cut, Summary
from wbagree.formats import summary as shown

app = typer.Typer(**SETTINGS)


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
    by: Annotated[
        Cut, typer.Option("--by", metavar="CUT", help=f"One of {', '.join(Cut)}.", case_sensitive=False)
    ] = Cut.PAIR,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store import counting

    register.spare(ctx, output)
    with register.answering(ctx) as connection:
        question = asked.question(connection)
        counted = counting.summary(connection, question, by)
    printed = print_rows(
        Printable(
            objects=lambda: shown.objects(counted),
            cells=lambda: shown.cells(counted),
            grid=lambda: shown.grid(counted, inherited=question.inherited),
            document=lambda file: _write_document(counted, question, file),
        ),
        format_,
        output,
    )
    if printed is not Format.MD:
        for sentence in counted.explanation():
            say(sentence)


def _write_document(counted: Summary, question: Filter, file: TextIO) -> None:
    from wbagree.formats import markdown

    file.write(f"# Agreements by {counted.by}\n\n")
    file.write(f"Question: {markdown.escaped(question.words())}, as of {counted.day}.\n\n")
    markdown.write_grid(shown.grid(counted, inherited=question.inherited), file, kosovo_note=kosovo_note())
    file.write("\n" + "".join(f"- {markdown.escaped(sentence)}\n" for sentence in counted.explanation()))
