"""``wbagree export``: records to a file, as data or as a document."""

import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.file_formats import format_of_ending
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.kosovo import kosovo_note_option
from wbagree.cli.output.rows import OutputOption
from wbagree.cli.output.streams import open_binary_output, open_output, print_message
from wbagree.cli.parser import is_typed
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import ALL_NAMES, ID, IDENTITY_NAMES
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.filter import Filter
from wbagree.errors import UsageProblem
from wbagree.formats.common.columns import COLUMNS
from wbagree.services.documents import ExportRequest

app = typer.Typer(**TYPER_SETTINGS)


class ExportFormat(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    XLSX = "xlsx"
    DOCX = "docx"


_DOCUMENTS = (ExportFormat.MD, ExportFormat.DOCX)
_FOR_PEOPLE = (*_DOCUMENTS, ExportFormat.XLSX)


@app.command(
    help=(
        "Write records to FILE or stdout: csv (reads back with import, byte for byte), json, jsonl, xlsx (a workbook of"
        " agreements, pairs and sources; reads back as well), or md and docx (a document with a table and an article"
        " for each agreement, numbered sources and the footnote on Kosovo). For Excel choose xlsx: it opens a csv with"
        " the wrong letters, unless you load it by Data > From Text/CSV as UTF-8."
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
    target = output
    chosen = format_ or _format_of(target)
    if chosen not in _FOR_PEOPLE and is_typed(ctx, "kosovo_note"):
        raise UsageProblem(f"--kosovo-note is for documents and workbooks, and {chosen} holds records as they are")
    if with_contacts and chosen not in _DOCUMENTS:
        table = ExportFormat.CSV if chosen == ExportFormat.XLSX else chosen
        raise UsageProblem(
            f"contact points are no part of a record, and {chosen} holds records only",
            f"wbagree contacts list --with-contacts --format {table} writes them",
        )
    register.refuse_register_as_output(ctx, target)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, always_leaves_terminal=True)
        if chosen in _FOR_PEOPLE:
            request = ExportRequest(
                filter_,
                kosovo_note=kosovo_note,
                with_contacts=with_contacts,
                with_restricted=options.with_restricted,
                on_message=print_message,
            )
            written = _for_people(connection, request, chosen, target)
        else:
            with open_output(target, private=options.with_restricted) as stream:
                written = _data(connection, filter_, chosen, stream)
    records = pluralise(written, "record")
    print_message(f"{records} written to {target}" if target and str(target) != "-" else f"{records} written")


def _format_of(target: Path | None) -> ExportFormat:
    format_ = format_of_ending(target)
    if format_ not in set(ExportFormat):
        raise UsageProblem(
            f"{target}: no format has the ending {target.suffix.lower()!r}"
            if target
            else "an export to stdout needs --format",
            f"one of {', '.join(ExportFormat)}: name FILE.csv, or say --format csv",
        )
    return ExportFormat(format_)


def _for_people(
    connection: sqlite3.Connection, request: ExportRequest, chosen: ExportFormat, target: Path | None
) -> int:
    from wbagree.services import documents

    private = request.with_restricted or request.with_contacts
    if chosen == ExportFormat.MD:
        with open_output(target, private=private) as file:
            return documents.write_markdown(connection, request, file)
    write = documents.write_workbook if chosen == ExportFormat.XLSX else documents.write_word
    with open_binary_output(target, private=private) as packed:
        return write(connection, request, packed)


def _data(connection: sqlite3.Connection, filter_: Filter, chosen: ExportFormat, stream: TextIO) -> int:
    """Write records one by one, so that memory stays small."""
    from wbagree.store.read import agreements

    written = 0

    def counted() -> Iterator[Record]:
        nonlocal written
        fields = (*ALL_NAMES, ID)
        for record in agreements.records(connection, filter_, sort=agreements.FILE_ORDER, fields=fields):
            written += 1
            yield record

    if chosen == ExportFormat.CSV:
        from wbagree.formats.data.csv import write_csv

        extra = agreements.extra_fields(connection, filter_)
        write_csv(counted(), stream, extra=extra)
    else:
        from wbagree.formats.data import json

        write = json.write_json if chosen == ExportFormat.JSON else json.write_jsonl
        names = (*COLUMNS, *IDENTITY_NAMES)
        write((json.record_object(record, names) for record in counted()), stream)
    return written
