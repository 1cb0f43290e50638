"""``wbagree timeline``: agreements by year."""

from typing import TextIO

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.output import say
from wbagree.cli.printing import Format, FormatOption, OutputOption, Printable, kosovo_note, print_rows
from wbagree.cli.question import Asked, asks
from wbagree.domain.filter import Filter
from wbagree.domain.summary import Cut, Summary
from wbagree.formats import bars
from wbagree.formats import summary as shown

app = typer.Typer(**SETTINGS)


@app.command(
    help="Show how many agreements were signed in each year, as bars at a terminal and as a table in files.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree timeline --pair AL-XK\n"
        "  wbagree timeline --among wb6 --since 2000\n"
        "  wbagree timeline --type readmission --format csv"
    ),
)
@asks
def timeline(ctx: typer.Context, asked: Asked, format_: FormatOption = None, output: OutputOption = None) -> None:
    from wbagree.store import counting

    register.spare(ctx, output)
    with register.answering(ctx) as connection:
        question = asked.question(connection)
        counted = counting.summary(connection, question, Cut.YEAR)
    printed = print_rows(
        Printable(
            objects=lambda: shown.objects(counted),
            cells=lambda: shown.cells(counted),
            grid=lambda: shown.grid(counted, inherited=question.inherited),
            draw=lambda file: bars.write(counted, file),
            plain=lambda file: bars.write(counted, file),
            document=lambda file: _write_document(counted, question, file),
        ),
        format_,
        output,
    )
    if printed is not Format.MD:
        undated = f", {counted.total.undated} of them undated" if counted.total.undated else ""
        inherited = f"; {counted.total.inherited} inherited are not among them" if counted.total.inherited else ""
        say(f"{counted.total.records} records{undated}{inherited}")


def _write_document(counted: Summary, question: Filter, file: TextIO) -> None:
    from wbagree.formats import markdown

    file.write(f"# Agreements by year\n\nQuestion: {markdown.escaped(question.words())}, as of {counted.day}.\n\n")
    markdown.write_grid(shown.grid(counted, inherited=question.inherited), file, kosovo_note=kosovo_note())
    file.write("\n" + "".join(f"- {markdown.escaped(sentence)}\n" for sentence in counted.explanation()))
