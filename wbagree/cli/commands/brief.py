"""``wbagree brief``: the two pages for a meeting."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.file_formats import format_of_ending
from wbagree.cli.options import completion
from wbagree.cli.options.dates import read_as_of_day
from wbagree.cli.options.file_words import split_off_file
from wbagree.cli.options.kosovo import KosovoNoteOption
from wbagree.cli.output.streams import open_binary_output, open_output, print_message
from wbagree.cli.parser import refuse_empty_options
from wbagree.errors import UsageProblem
from wbagree.formats.brief.brief import Brief
from wbagree.services.question_words import pair_of_words

app = typer.Typer(**TYPER_SETTINGS)

_FORMATS = ("md", "text", "docx")


@app.command(
    help=(
        "Write the brief on a pair, in Markdown or for Word: at a glance, what they have, what is missing against the"
        " other pairs, implementation, inherited instruments, numbered sources. Every sentence is from the register."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree brief AL-XK\n"
        "  wbagree brief AL-XK --output albania-kosovo.docx\n"
        "  wbagree brief AL-XK --with-contacts\n"
        "  wbagree brief BA-RS --as-of 2015 --among BA,RS,HR,ME"
    ),
)
def brief(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="A B", autocompletion=completion.complete_pairs, help="Such as AL XK or AL-XK."),
    ],
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Status as of that day.")] = None,
    among: Annotated[
        str,
        typer.Option("--among", metavar="A,B,C", autocompletion=completion.complete_groups,
                     help="Countries to compare with when listing gaps."),
    ] = "wb6",
    with_restricted: Annotated[
        bool, typer.Option("--with-restricted", help="Include restricted agreements.")
    ] = False,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="With contact points: units, names, telephones and e-mails.")
    ] = False,
    kosovo_note: KosovoNoteOption = True,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, a .md or .docx.")
    ] = None,
) -> None:  # fmt: skip
    from wbagree.services.brief import make_brief
    from wbagree.services.contacts import contacts_of

    words, output = split_off_file(words, output)
    register.refuse_register_as_output(ctx, output)
    refuse_empty_options(as_of=as_of)
    format_ = format_of_ending(output)
    if output and output.suffix and format_ not in _FORMATS:
        raise UsageProblem(f"{output}: a brief is Markdown or for Word", "name a file that ends in .md or .docx")
    with register.open_or_hint(ctx) as connection:
        public = not with_restricted
        made = make_brief(
            connection,
            pair_of_words(connection, words),
            among,
            read_as_of_day(as_of),
            public=public,
            on_message=print_message,
        )
        made = replace(made, kosovo_note=kosovo_note)
        if with_contacts:
            made = replace(made, contacts=contacts_of(connection, made.pair, date.fromisoformat(made.day)))
    private = with_restricted or with_contacts
    if format_ == "docx":
        _write_word(made, output, private=private)
    else:
        with open_output(output, private=private) as file:
            made.write(file)
    if output:
        print_message(f"written to {output}")


def _write_word(made: Brief, output: Path | None, *, private: bool) -> None:
    from wbagree.formats.docx.document import write_word

    markdown = io.StringIO()
    made.write(markdown, linked=True)
    with open_binary_output(output, private=private) as file:
        write_word(markdown.getvalue(), file, made_on=made.made_on)
