"""``wbagree export``: records to a file, whole: to read back (csv), to compute with (json), to read (md)."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.disclosure import concealed
from wbagree.cli.output import opened, say
from wbagree.cli.question import Asked, asks
from wbagree.domain.filter import Filter
from wbagree.domain.record import Record
from wbagree.errors import UsageProblem

app = typer.Typer(**SETTINGS)


class ExportFormat(StrEnum):
    """What an export can be."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


_ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "md", ".markdown": "md"}


@app.command(
    help=(
        "Write records to FILE or stdout: csv (reads back with import, byte for byte), json, jsonl, or md (a document"
        " with a table and an article for each agreement, numbered sources and the footnote on Kosovo)."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree export register.csv\n"
        "  wbagree export --pair AL-XK albania-kosovo.md\n"
        "  wbagree export --among wb6 --type extradition --format json"
    ),
)
@asks
def export(
    ctx: typer.Context,
    asked: Asked,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Its ending says the format.")] = None,
    format_: Annotated[
        ExportFormat | None,
        typer.Option("--format", metavar="FORMAT", case_sensitive=False, help="csv, json, jsonl or md."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="The same as FILE.")] = None,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="In documents, with contact points: names, telephones, e-mails.")
    ] = False,
    kosovo_note: Annotated[
        bool,
        typer.Option(
            "--kosovo-note/--no-kosovo-note",
            envvar="WBAGREE_KOSOVO_NOTE",
            help="In documents, write Kosovo* with the footnote on its designation.",
        ),
    ] = True,
) -> None:
    target = file or output
    if file and output and file != output:
        raise UsageProblem(f"two files are named, {file} and {output}; name one")
    chosen = format_ or _ending(target)
    if with_contacts and chosen != ExportFormat.MD:
        raise UsageProblem(
            f"contact points are no part of a record, and {chosen} holds records only",
            f"wbagree contacts list --with-contacts --format {chosen} writes them",
        )
    register.spare(ctx, target)
    with register.answering(ctx) as connection:
        question = asked.question(connection, leaves=True)
        with opened(target) as stream:
            if chosen == ExportFormat.MD:
                hidden = concealed(connection, with_restricted=asked.with_restricted)
                written = _document(
                    connection, question, stream, hidden, kosovo_note=kosovo_note, with_contacts=with_contacts
                )
            else:
                written = _data(connection, question, chosen, stream)
    records = "1 record" if written == 1 else f"{written} records"
    say(f"{records} written to {target}" if target and str(target) != "-" else f"{records} written")


def _ending(target: Path | None) -> str:
    ending = target.suffix.lower() if target else ""
    if ending not in _ENDINGS:
        raise UsageProblem(
            f"{target}: no format has the ending {ending!r}" if target else "an export to stdout needs --format",
            "one of csv, json, jsonl, md: name FILE.csv, or say --format csv",
        )
    return _ENDINGS[ending]


def _data(connection: sqlite3.Connection, question: Filter, chosen: str, stream: TextIO) -> int:
    """Write records one after the other, so that memory does not grow with the register."""
    from wbagree.store import reading

    written = 0

    def counted() -> Iterator[Record]:
        nonlocal written
        for record in reading.records(connection, question, sort=reading.FILE_ORDER):
            written += 1
            yield record

    if chosen == ExportFormat.CSV:
        from wbagree.formats.interchange import write_csv

        extra = reading.extra_fields(connection, question)
        write_csv((record.agreement for record in counted()), stream, extra=extra)
    else:
        from wbagree.formats import json_

        write = json_.write_json if chosen == ExportFormat.JSON else json_.write_jsonl
        write((json_.record_object(record) for record in counted()), stream)
    return written


def _document(
    connection: sqlite3.Connection,
    question: Filter,
    stream: TextIO,
    hidden: set[str],
    *,
    kosovo_note: bool,
    with_contacts: bool,
) -> int:
    from dataclasses import replace

    from wbagree.cli.brief import contacts_of
    from wbagree.cli.show import surroundings
    from wbagree.formats import summary as shown
    from wbagree.formats.document import Chapter, Document, Preface
    from wbagree.store import counting, lookups, reading

    records = {record.agreement.key: record for record in reading.records(connection, question)}
    summary = counting.summary(connection, question)
    preface = Preface(
        question.words(),
        date.today().isoformat(),
        shown.grid(summary, inherited=question.inherited),
        summary.explanation(),
        kosovo_note=kosovo_note,
    )
    parties = {code: party.name for code, party in lookups.party_book(connection).parties.items()}
    around = {key: surroundings(connection, record, hidden) for key, record in records.items()}
    chapters = [
        Chapter(pair, [replace(records[key], inherited_from=signer[key]) for key in records if key in signer])
        for pair, signer in counting.pairs_asked(connection, question).items()
    ]
    bound = {code for chapter in chapters for code in chapter.pair}
    contacts = contacts_of(connection, bound, question.as_of or date.today()) if with_contacts else None
    types = {code: type_.label for code, type_ in lookups.type_book(connection).types.items()}
    Document(preface, parties, around, stream, contacts, types).write(chapters)
    return len(records)
