"""``wbagree cite``: a reference for a footnote or a bibliography."""

from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.restricted import RestrictedOption, leaves_terminal
from wbagree.cli.output.file_formats import format_of_ending
from wbagree.cli.output.rows import OutputOption
from wbagree.cli.output.streams import open_output
from wbagree.errors import UsageProblem
from wbagree.formats.common.citation import STYLES, references_in_style
from wbagree.services.restricted import refuse_restricted

app = typer.Typer(**TYPER_SETTINGS)

_STYLES_OF_FORMATS = {"bibtex": "bibtex", "ris": "ris", "json": "csl"}


@app.command(
    help=(
        "Print references to agreements for a footnote or a bibliography: text (OSCOLA-style), csl (CSL-JSON), bibtex"
        " or ris. A part that is not on record is left out; a doubtful date says so."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree cite AL-XK-2012-1\n"
        "  wbagree cite AL-XK-2012-1 AL-XK-2018-1 --format bibtex --output refs.bib"
    ),
)
def cite(
    ctx: typer.Context,
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", autocompletion=completion.complete_keys)],
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT", help="text, csl, bibtex or ris.", autocompletion=lambda: list(STYLES)
        ),
    ] = "",
    with_restricted: RestrictedOption = False,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import agreements, codes

    style = format_ or _STYLES_OF_FORMATS.get(format_of_ending(output), "text")
    if style not in STYLES:
        raise UsageProblem(f"--format {style!r}: one of {', '.join(STYLES)}")
    register.refuse_register_as_output(ctx, output)
    with register.open_for_reading(ctx) as connection:
        found = [agreements.record(connection, key).agreement for key in keys]
        if leaves_terminal(output) and not with_restricted:
            refuse_restricted(found)
        parties = codes.names_of(connection, sorted({code for agreement in found for code in agreement.parties}))
    with open_output(output, private=with_restricted) as file:
        file.write(references_in_style(found, parties, style) + "\n")
