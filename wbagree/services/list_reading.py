"""The rows of a list as the store imports them."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wbagree.domain.agreements.validation import is_restricted
from wbagree.domain.foreign_lists.column_mapping import PARTY_TARGETS, TITLE_TARGETS, Layout, Mapping
from wbagree.domain.foreign_lists.group_merging import GroupedRow, merge_rows
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_groups import Row, RowGroups
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.errors import UsageProblem
from wbagree.formats.common.sanitiser import single_line
from wbagree.formats.list_readers.opened_list import OpenedList, open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
from wbagree.services.list_columns import ListSource, UnderstoodList, agreement_rows, understand_columns

if TYPE_CHECKING:
    from wbagree.store.write.import_result import ImportRow


@dataclass(slots=True)
class ListReading:
    """One reading of a list, with counts for the report.

    ``on_row`` receives the place of each row, its cells and its interpretation. ``discreet``: texts of restricted
    agreements are only counted. ``broken_words``: lines with text that was broken before, one word of each, and the
    word that it was. ``only_parties_signed``: agreements of many parties with the signatures of these, and no date of
    their own.
    """

    understood: UnderstoodList
    mapping: Mapping
    interpreter: RowInterpreter
    single_interpreter: RowInterpreter | None = None
    inferred: Counter[str] = field(default_factory=Counter)
    other_fields: Counter[str] = field(default_factory=Counter)
    not_understood: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    skipped_lines: list[str] = field(default_factory=list)
    broken_words: list[tuple[int, str, str]] = field(default_factory=list)
    only_parties_signed: int = 0
    on_row: Callable[[str, Sequence[str], InterpretedRow], None] = lambda _, __, ___: None
    discreet: bool = False

    @property
    def listing(self) -> OpenedList:
        """The list that is read."""
        return self.understood.listing

    @property
    def groups(self) -> RowGroups | None:
        """The groups of rows that are one agreement.

        None if each row is one.
        """
        return self.understood.groups

    def rows(self) -> "Iterator[ImportRow]":
        """Yield the rows as the store imports them."""
        rows = agreement_rows(self.listing, self.mapping, self.listing.rows, self.skipped_lines)
        groups = self.groups.collect(rows, self.listing.name) if self.groups else ([row] for row in rows)
        for group in groups:
            read = self._read(group)
            self._count(read)
            self.missing.update(read.missing)
            self.only_parties_signed += _is_signed_by_parties_only(read)
            for line, row in group:
                self._note_broken(line, row, read)
            place = f"{self.listing.name}:{_lines_in_words([line for line, _ in group])}"
            self.on_row(place, group[0][1], read)
            yield self._import_row(place, group, read)

    def _read(self, group: Sequence[Row], *, revises: bool | None = None) -> InterpretedRow:
        """Read the rows of one agreement."""
        if self.groups is None:
            return self.interpreter.read(group[0][1], revises=revises)
        if len(group) == 1 and self.single_interpreter:
            return self.single_interpreter.read(group[0][1], revises=revises)
        reads = [GroupedRow(line, self._party(row), self.interpreter.read(row, revises=revises)) for line, row in group]
        return merge_rows(reads, self.listing.layout)

    def _party(self, row: Sequence[str]) -> str:
        """Return the first name of a party in a row, as written."""
        columns = enumerate(self.listing.layout.columns)
        places = [place for place, column in columns if column.target in PARTY_TARGETS and place < len(row)]
        return next((" ".join(row[place].split()) for place in places if row[place].strip()), "")

    def _import_row(self, place: str, group: Sequence[Row], read: InterpretedRow) -> "ImportRow":
        """Return an agreement that was read as the store imports it."""
        from wbagree.store.write.import_result import ImportRow

        def reread(*, revises: bool) -> ImportRow:
            again = self._read(group, revises=revises)
            self._count(again)
            return self._import_row(place, group, again)

        return ImportRow(
            place,
            read.cells,
            tuple(read.problems),
            group[0][0],
            self._digest(group, read),
            tuple(tuple(row) for _, row in group),
            tuple(line for line, _ in group) if self.groups else (),
            read.additions,
            tuple(read.not_stored),
            is_part=read.is_part,
            id=read.id,
            version=read.version,
            revises=read.revises,
            reread=reread,
        )

    def _count(self, read: InterpretedRow) -> None:
        if not (self.listing.layout.is_own or read.revises):
            self.inferred.update(read.inferred)
            hide = self.discreet and is_restricted(read.cells)
            self.not_understood.update(["texts of restricted agreements"] if hide else read.not_understood)
            self.other_fields.update(name for name in ("form", "types") if read.cells.get(name) == "other")

    def _note_broken(self, line: int, row: Sequence[str], read: InterpretedRow) -> None:
        text = " ".join(row)
        if text.isascii():
            return
        from wbagree.domain.text.code_pages import broken_word  # here: most lists are whole

        if found := broken_word(text):
            self.broken_words.append((line, *(("", "") if self.discreet and is_restricted(read.cells) else found)))

    def _digest(self, group: Sequence[Row], read: InterpretedRow) -> str:
        """Return a digest by which rows without a key are recognised.

        Neither the running number of a row nor the order of an agreement's rows is part of it.
        """
        if read.cells.get("key") or read.id:
            return ""
        columns = self.listing.layout.columns
        texts = sorted(
            "\x1f".join(cell for cell, column in zip(row, columns, strict=False) if column.target != "number")
            for _, row in group
        )
        return hashlib.sha256("\x1f".join([self.mapping.home, *texts]).encode(errors="replace")).hexdigest()


def _is_signed_by_parties_only(read: InterpretedRow) -> bool:
    """Return whether only the parties of a treaty have dates of signature.

    Of two the date follows from their acts; of more, nothing general does.
    """
    is_of_many = read.cells.get("parties", "").count(";") > 1
    return is_of_many and not read.cells.get("signed") and "signature " in read.cells.get("acts", "")


# So many separate lines of an agreement are named.
_MOST_RUNS = 4


def _lines_in_words(lines: Sequence[int]) -> str:
    """Return lines as 12-19, or 12-14,20,31."""
    runs: list[list[int]] = []
    for line in dict.fromkeys(sorted(lines)):
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    words = [f"{first}-{last}" if last > first else str(first) for first, last in runs]
    return ",".join(words[:_MOST_RUNS]) + (f",…,{words[-1]}" if len(words) > _MOST_RUNS else "")


@contextmanager
def open_list_reading(
    path: Path,
    name: str,
    options: ReaderOptions,
    mapping: Mapping,
    connection: sqlite3.Connection,
    *,
    discreet: bool = False,
) -> Iterator[ListReading]:
    """Open a list against the parties and types of a register."""
    from wbagree.store.read.keys import key_in_use
    from wbagree.store.read.parties_and_types import party_book, type_book

    vocabulary = bundled_vocabulary()
    with open_list(path, name, options, mapping, vocabulary) as opened:
        parties = PartyReader(party_book(connection), vocabulary.names, mapping.parties, vocabulary.ambiguous)
        understood = understand_columns(ListSource(opened, path, options, mapping), parties)
        listing, groups, types = understood.listing, understood.groups, type_book(connection)

        def interpreter_of(layout: Layout, mapping: Mapping) -> RowInterpreter:
            is_here = partial(key_in_use, connection)
            return RowInterpreter(layout, mapping, parties, types, vocabulary, is_here)

        # With a row for each party, the party that made the list is no party of all its agreements.
        interpreter = interpreter_of(listing.layout, replace(mapping, home="") if groups else mapping)
        with_home = interpreter_of(understood.single, mapping) if groups and groups.leaves_out_home else None
        yield ListReading(understood, mapping, interpreter, with_home, discreet=discreet)


# How many columns, and characters of a header, a message names.
_MOST_NAMES, _LONGEST_NAME = 30, 60
# What the reader left out, such as other sheets, may be the reason: so many sentences on it are shown.
_MOST_NOTICES = 3


def refuse_unusable_list(reading: ListReading) -> None:
    """Raise UsageProblem for a list that cannot give records."""
    listing, mapping = reading.listing, reading.mapping
    targets = {column.target: column.header for column in listing.layout.columns if column.target}
    lacks_home = (
        "partner" in targets
        and not reading.groups
        and not mapping.home
        and targets.keys().isdisjoint(("parties", "party_a"))
    )
    named = [single_line(column.header[:_LONGEST_NAME])[:_LONGEST_NAME] for column in listing.layout.columns]
    columns = ", ".join(named[:_MOST_NAMES]) + (f" and {len(named) - _MOST_NAMES} more" if named[_MOST_NAMES:] else "")
    if {*targets, *mapping.constants}.isdisjoint(("key", *TITLE_TARGETS)):
        raise UsageProblem(
            f"{listing.name}: no column of line {listing.header_line} is known to be the title",
            f"say which one is: --map 'HEADER=title'; the columns are: {columns}"
            + "".join(f"\n  {notice}" for notice in listing.notices[:_MOST_NOTICES]),
        )
    if reading.understood.is_unclear:
        _refuse_unclear_rows(reading)
    if lacks_home:
        raise UsageProblem(
            f"{listing.name}: column {targets['partner'][:_LONGEST_NAME]!r} has only the partner country.",
            "Add --home CODE for your own country (for example --home AL).",
        )
    if "key" not in targets and not listing.layout.names_parties(mapping.constants):
        raise UsageProblem(
            f"{listing.name}: no column is known to name the parties",
            f"say which one does: --map 'HEADER=parties' (or partner, with --home); the columns are: {columns}",
        )


def _refuse_unclear_rows(reading: ListReading) -> None:
    """Raise UsageProblem for rows that may be agreements, or parties of one."""
    columns = reading.understood.likely_groups
    home = reading.mapping.home
    own = f"an agreement of {home}, add --group-by ''" if home else "an agreement of your own country, add --home CODE"
    raise UsageProblem(
        f"{reading.listing.name}: rows have the same {' and '.join(map(repr, columns))}, and different parties.",
        f"If an agreement has a row for each party, add --group-by '{','.join(columns)}'. If each row is {own}.",
    )
