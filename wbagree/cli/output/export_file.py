"""Records written to a file, as data or as a document."""

import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from wbagree.cli.file_formats import format_of_ending
from wbagree.cli.output.streams import open_binary_output, open_output
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import ALL_NAMES, ID, IDENTITY_NAMES
from wbagree.domain.filter import Filter
from wbagree.errors import UsageProblem
from wbagree.formats.common.columns import COLUMNS
from wbagree.services.documents import ExportRequest


class ExportFormat(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    XLSX = "xlsx"
    DOCX = "docx"


DOCUMENTS = (ExportFormat.MD, ExportFormat.DOCX)
FOR_PEOPLE = (*DOCUMENTS, ExportFormat.XLSX)


def export_format(target: Path | None) -> ExportFormat:
    """Return the format of a file's ending; UsageProblem for another ending."""
    format_ = format_of_ending(target)
    if format_ not in set(ExportFormat):
        raise UsageProblem(
            f"{target}: no format has the ending {target.suffix.lower()!r}"
            if target
            else "an export to stdout needs --format",
            f"one of {', '.join(ExportFormat)}: name FILE.csv, or say --format csv",
        )
    return ExportFormat(format_)


def write_export(
    connection: sqlite3.Connection, request: ExportRequest, chosen: ExportFormat, target: Path | None
) -> int:
    """Write what a request asks for; return the number of agreements.

    ``target`` is a file; None is stdout.
    """
    if chosen in FOR_PEOPLE:
        return _for_people(connection, request, chosen, target)
    with open_output(target, private=request.with_restricted) as stream:
        return _data(connection, request.filter_, chosen, stream)


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
