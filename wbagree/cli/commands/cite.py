"""``wbagree cite``: a reference for a footnote or a bibliography."""

from dataclasses import replace
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.file_formats import format_of_ending
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.restricted import leaves_terminal
from wbagree.cli.output.rows import OutputOption
from wbagree.cli.output.streams import open_output, print_message
from wbagree.errors import UsageProblem
from wbagree.formats.common.citation import Style, references_in_style
from wbagree.services.name_reader import is_key
from wbagree.services.restricted import refuse_restricted

app = typer.Typer(**TYPER_SETTINGS)


_STYLES_OF_FORMATS = {"bibtex": Style.BIBTEX, "ris": Style.RIS, "json": Style.CSL}


@app.command(
    help=(
        "Print references to agreements for a footnote or a bibliography: text (OSCOLA-style), csl (CSL-JSON), bibtex"
        " or ris. A part that is not recorded is left out; a doubtful date says so."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree cite AL-XK-2012-1\n"
        "  wbagree cite AL-XK extradition bibtex\n"
        "  wbagree cite AL-XK-2012-1 AL-XK-2018-1 refs.bib"
    ),
)
@with_filter_options
def cite(
    ctx: typer.Context,
    options: FilterOptions,
    format_: Annotated[
        Style | None,
        typer.Option("--format", metavar="FORMAT", help="text, csl, bibtex or ris.", case_sensitive=False),
    ] = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import agreements, codes

    if options == FilterOptions(words=[], with_restricted=options.with_restricted):
        raise UsageProblem("no agreements are named", "for example: wbagree cite AL-XK-2012-1, or wbagree cite AL XK")
    style = format_ or _STYLES_OF_FORMATS.get(format_of_ending(output), Style.TEXT)
    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        # What is restricted is left out, but refused if it is named by its key.
        named = any(map(is_key, options.words or ()))
        question = replace(options, with_restricted=True) if named else options
        filter_ = question.to_filter(connection, output)
        found = [record.agreement for record in agreements.records(connection, filter_)]
        if filter_.keys:
            found.sort(key=lambda agreement: filter_.keys.index(agreement.key))
            if leaves_terminal(output) and not options.with_restricted:
                refuse_restricted(found)
        parties = codes.names_of(connection, sorted({code for agreement in found for code in agreement.parties}))
    if not found:
        print_message("No matching agreements. The register may be incomplete.")
        return
    with open_output(output, private=options.with_restricted) as file:
        file.write(references_in_style(found, parties, style) + "\n")
