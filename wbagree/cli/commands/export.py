"""``wbagree export``: records to a file, as data or as a document."""

from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.kosovo import kosovo_note_option
from wbagree.cli.output.export_file import DOCUMENTS, FOR_PEOPLE, ExportFormat, export_format, write_export
from wbagree.cli.output.rows import OutputOption
from wbagree.cli.output.streams import print_message
from wbagree.cli.parser import is_typed
from wbagree.domain.agreements.vocabularies import is_or_are, pluralise
from wbagree.errors import UsageProblem
from wbagree.services.documents import ExportRequest

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Write agreements to FILE or stdout. csv and xlsx (a workbook) can be imported again. json and jsonl are for"
        " programs. md and docx are documents with a table, an article for each agreement, and numbered sources. For"
        " Excel choose xlsx: a csv opens with the wrong letters there, unless you load it by Data > From Text/CSV as"
        " UTF-8."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree export register.csv\n"
        "  wbagree export --among wb6 western-balkans.xlsx\n"
        "  wbagree export --pair AL-XK albania-kosovo.docx\n"
        "  wbagree export --among wb6 --type extradition --format json"
    ),
)
@with_filter_options
def export(
    ctx: typer.Context,
    options: FilterOptions,
    format_: Annotated[
        ExportFormat | None,
        typer.Option("--format", metavar="FORMAT", case_sensitive=False, help=f"One of {', '.join(ExportFormat)}."),
    ] = None,
    output: OutputOption = None,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="In documents, with contact points: names, telephones, e-mails.")
    ] = False,
    kosovo_note: Annotated[
        bool, kosovo_note_option("In documents, write Kosovo* with the footnote on its designation.")
    ] = True,
) -> None:
    from wbagree.store.read import entity_cells

    target = output
    chosen = format_ or export_format(target)
    if chosen not in FOR_PEOPLE and is_typed(ctx, "kosovo_note"):
        raise UsageProblem(f"--kosovo-note is for documents and workbooks, and {chosen} holds agreements as they are")
    if with_contacts and chosen not in DOCUMENTS:
        table = ExportFormat.CSV if chosen == ExportFormat.XLSX else chosen
        raise UsageProblem(
            f"contact points are no part of an agreement, and {chosen} holds agreements only",
            f"wbagree contacts list --with-contacts --format {table} writes them",
        )
    register.refuse_register_as_output(ctx, target)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, always_leaves_terminal=True)
        request = ExportRequest(
            filter_,
            kosovo_note=kosovo_note,
            with_contacts=with_contacts,
            with_restricted=options.with_restricted,
            on_message=print_message,
        )
        written = write_export(connection, request, chosen, target)
        is_table = chosen not in FOR_PEOPLE and filter_.is_of_all()
        not_in_it = len(entity_cells.saved_questions(connection)) if is_table else 0
    agreements = pluralise(written, "agreement")
    if not_in_it:
        print_message(
            f"{pluralise(not_in_it, 'saved question')} {is_or_are(not_in_it)} not in it."
            " To write them: wbagree saved questions.csv"
        )
    print_message(f"{agreements} written to {target}" if target and str(target) != "-" else f"{agreements} written")
