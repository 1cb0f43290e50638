"""Printing the records of ``list`` and ``search``: the format, the columns, the account at the end."""

import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from wbagree.cli.output import in_colour, on_terminal, opened, say
from wbagree.domain.filter import Filter
from wbagree.domain.record import Record
from wbagree.errors import NotFound
from wbagree.formats import columns as columns_
from wbagree.store import reading


class ListFormat(StrEnum):
    """How a list is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


_ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md", ".markdown": "md"}


def format_of(output: Path | None) -> str:
    """Return the format that a file's ending says, or ``table``."""
    return _ENDINGS.get(output.suffix.lower(), "table") if output else "table"


def read_sort(text: str) -> str:
    """Return the order that ``--sort`` names; NotFound lists those there are."""
    if text.removeprefix("-") not in reading.SORTS:
        raise NotFound("order", text, hint=f"sort by one of {', '.join(reading.SORTS)}; -signed turns it round")
    return text


def print_records(
    connection: sqlite3.Connection,
    question: Filter,
    sort: str,
    limit: int | None,
    chosen: str,
    format_: str | None,
    output: Path | None,
) -> None:
    """Print the records that answer ``question``, then say on stderr what the number means."""
    names = columns_.choose(chosen)
    found = list(
        reading.records(connection, question, sort=sort, limit=limit, fields=columns_.fields_read(names))
    )
    chosen_format = format_ or format_of(output)
    with opened(output, styled=chosen_format == "table") as file:
        write_records(found, names, chosen_format, file, to_terminal=output is None)
    say_account(found, question, limit)


def write_records(
    found: list[Record], names: tuple[str, ...], format_: str, file: TextIO, *, to_terminal: bool
) -> None:
    """Write records in one of the formats; a table is drawn for a terminal and plain elsewhere."""
    if format_ in ("json", "jsonl"):
        from wbagree.formats import json_

        write = json_.write_json if format_ == "json" else json_.write_jsonl
        write((json_.record_object(record, names) for record in found), file)
    elif format_ == "csv":
        import csv

        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([columns_.cell(record, name) for name in names] for record in found)
    elif format_ == "table" and to_terminal and on_terminal():
        if found:
            from wbagree.formats import table

            table.write_records(found, names, file, colour=in_colour())
    else:
        grid = columns_.Grid(
            tuple(columns_.heading(name) for name in names),
            [tuple(columns_.shown(record, name) for name in names) for record in found],
        )
        if format_ == "md":
            from wbagree.formats import markdown as renderer
        else:
            from wbagree.formats import plain as renderer
        if found or format_ == "md":
            renderer.write_grid(grid, file)


def say_account(found: list[Record], question: Filter, limit: int | None) -> None:
    """Say how many records there are, and how many of them are inherited or undated."""
    inherited = sum(1 for record in found if record.inherited_from)
    undated = sum(1 for record in found if record.agreement.signed is None)
    parts = ["1 record" if len(found) == 1 else f"{len(found)} records"]
    if limit is not None and len(found) == limit:
        parts.append(f"cut at --limit {limit}")
    if inherited:
        parts.append(f"{inherited} inherited from a predecessor")
    if undated and (question.since or question.until):
        parts.append(f"{undated} undated, which may fall in the range (--dated leaves them out)")
    elif undated:
        parts.append(f"{undated} undated")
    say(", ".join(parts))
