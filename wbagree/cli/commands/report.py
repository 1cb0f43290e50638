"""``wbagree report``: one page for a reader who never opens a terminal."""

from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.file_formats import format_of_ending
from wbagree.cli.options.file_words import needed_file
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.kosovo import KosovoNoteOption
from wbagree.cli.output.streams import open_output, print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.errors import UsageProblem

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Write one page for any browser: figures, what each pair has, signatures by year, and a table to search and"
        " filter, with every agreement in full. It needs no network, and prints as a clean"
        " document."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree report register.html\n"
        "  wbagree report --pair AL-XK albania-kosovo.html\n"
        "  wbagree report --among wb6 --type justice --as-of 2020 justice.html"
    ),
)
@with_filter_options
def report(
    ctx: typer.Context,
    options: FilterOptions,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, a .html; - for stdout.")
    ] = None,
    kosovo_note: KosovoNoteOption = True,
) -> None:
    file = needed_file(output, "wbagree report AL-XK albania-kosovo.html")
    if str(file) != "-" and format_of_ending(file) != "html":
        raise UsageProblem(
            f"{file} must end in .html.",
            "For csv, json, xlsx, md and docx: wbagree export",
        )
    register.refuse_register_as_output(ctx, file)
    with register.open_or_hint(ctx) as connection:
        from wbagree.services.html_report import make_report_page

        filter_ = options.to_filter(connection, always_leaves_terminal=True, by_pairs=True)
        page = make_report_page(
            connection,
            filter_,
            with_restricted=options.with_restricted,
            kosovo_note=kosovo_note,
            on_message=print_message,
        )
        with open_output(file, private=options.with_restricted) as stream:
            page.write(stream)
    agreements = pluralise(page.total, "agreement")
    listed = f", the {len(page.entries)} newest of them listed" if page.total > len(page.entries) else ""
    print_message(f"{agreements}{listed}, written to {file}" if str(file) != "-" else f"{agreements}{listed}, written")
