"""The preview of an import, before anything is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TextIO

from wbagree.domain.agreements.fields import ALL_NAMES
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.foreign_lists.column_mapping import fields_of_target, header_or_number
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.labelled_lines import write_labelled
from wbagree.formats.common.sanitiser import visible_line
from wbagree.formats.list_readers.opened_list import OpenedList

_SAMPLES = 2
_RECORDS = 3
_PROBLEMS = 20
_LONGEST = 40
# The order in which the fields of a record are shown, if they are not empty; the other fields follow.
_FIRST = ("title", "title_original", "parties", "form", "types", "signed", "in_force", "ended", "place", "level",
          "status", "signatories", "acts", "references", "relations", "sources", "implementation", "confidence",
          "disclosure", "renewal", "notes")  # fmt: skip
SHOWN_FIELDS = (*_FIRST, *(name for name in ALL_NAMES[1:] if name not in _FIRST))


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the list and its interpretation.

    ``place``: the list and the number of the row, as messages name them. ``row``: its cells.
    """

    place: str
    row: Sequence[str]
    read: InterpretedRow


def write_facts(listing: OpenedList, file: TextIO) -> None:
    """Write the properties of the file, detected or stated.

    These are format, encoding, delimiter, line of the header, and the texts above it.
    """
    facts = [*listing.facts.items(), ("header", f"line {listing.header_line}" if listing.header_line else "names")]
    if listing.layout.is_own:
        facts.append(("layout", "wbagree's own"))
    if listing.layout.is_partly_own:
        facts.append(("layout", "columns of wbagree's own: of an agreement that is here they are taken at their word"))
    facts += [("above it", text) for text in listing.lines_above if text]
    write_labelled(((name.capitalize(), [text]) for name, text in facts), file)


def columns_grid(listing: OpenedList, seen: Sequence[PreviewRow]) -> Grid:
    """Return the table of the list's columns and the fields they become.

    Each with its header, the field, how that was found, and two values before and after. Neighbours without a header
    that are alike have one row.
    """
    rows: list[tuple[str, ...]] = []
    for place, column in enumerate(listing.layout.columns):
        samples: list[str] = []
        for one in seen:
            if len(samples) < _SAMPLES and place < len(one.row) and one.row[place].strip():
                before = _short(one.row[place])
                after = _short(_result(one.read, column.target))
                samples.append(before if after in ("", before) else f"{before} → {after}")
        rows.append((column.header, column.target or "(nothing)", column.origin, " | ".join(samples)))
    return Grid(("Column", "Field", "How", "Values: before → after"), list(_join_alike(rows)))


def _join_alike(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of columns; alike neighbours without a header are one.

    A workbook may have 16,384 of them.
    """

    def alike(numbered: tuple[int, tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
        number, (header, *others) = numbered
        return (0 if header == header_or_number("", number) else number), tuple(others)

    for _, group in groupby(enumerate(rows, 1), alike):
        (first, row), *more = group
        yield (f"columns {first} to {more[-1][0]}", *row[1:]) if more else row


def _result(read: InterpretedRow, target: str) -> str:
    """Return the text of the field that a column became.

    For a column that is only a part of a field, the text of the whole field.
    """
    name = next(iter(fields_of_target(target)), "")
    return read.cells.get(name, "") or read.additions.get(name, "")


def write_records(seen: Sequence[PreviewRow], file: TextIO) -> None:
    """Write the first records as they would be stored.

    Inferred texts are marked.
    """
    for one in seen[:_RECORDS]:
        cells = one.read.cells
        changes = f": {cells['key']} is here, and only this of it is stated" if one.read.revises else ""
        file.write(f"{visible_line(one.place)}{changes}\n")
        texts = ((name, cells[name]) for name in SHOWN_FIELDS if cells.get(name))
        inferred = one.read.inferred
        write_labelled(
            (
                (name, [f"{visible_line(text)} (inferred)" if name in inferred else visible_line(text)])
                for name, text in texts
            ),
            file,
        )
        file.write("\n")


def write_problems(problems: Sequence[tuple[str, FieldProblem]], file: TextIO) -> None:
    """Write the first problems found, and how many more there are."""
    file.writelines(visible_line(f"{place} {problem}") + "\n" for place, problem in problems[:_PROBLEMS])
    if len(problems) > _PROBLEMS:
        file.write(f"... and {len(problems) - _PROBLEMS} more\n")


def _short(text: str) -> str:
    flat = visible_line(text)
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
