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
from wbagree.domain.foreign_lists.cell_readers import is_not_an_agreement
from wbagree.domain.foreign_lists.column_mapping import PARTY_TARGETS, TITLE_TARGETS, Mapping
from wbagree.domain.foreign_lists.date_orders import DATED_TARGETS, with_date_orders
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.domain.text.folding import fold_name
from wbagree.errors import UsageProblem
from wbagree.formats.common.sanitiser import single_line
from wbagree.formats.list_readers.opened_list import OpenedList, open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

if TYPE_CHECKING:
    from wbagree.store.write.import_result import ImportRow

# A list with no more columns than these may have records with one cell.
_FEW = 2


@dataclass(slots=True)
class ListReading:
    """One reading of a list, with counts for the report.

    ``on_row`` receives the place of each row, its cells and its interpretation. ``discreet``: texts of restricted
    agreements are only counted. ``broken_words``: lines with text that was broken before, one word of each, and the
    word that it was.
    """

    listing: OpenedList
    mapping: Mapping
    interpreter: RowInterpreter
    inferred: Counter[str] = field(default_factory=Counter)
    other_fields: Counter[str] = field(default_factory=Counter)
    not_understood: Counter[str] = field(default_factory=Counter)
    skipped_lines: list[str] = field(default_factory=list)
    broken_words: list[tuple[int, str, str]] = field(default_factory=list)
    on_row: Callable[[str, Sequence[str], InterpretedRow], None] = lambda _, __, ___: None
    discreet: bool = False

    def rows(self) -> "Iterator[ImportRow]":
        """Yield the rows as the store imports them."""
        above = self._fill_down()
        for line, cells in self.listing.rows:
            place = f"{self.listing.name}:{line}"
            if self._is_no_record(cells):
                self.skipped_lines.append(f"{place} {' '.join(filter(None, map(str.strip, cells)))}")
                continue
            row = cells
            if above:
                row = [above.get(column, cell) if not cell.strip() else cell for column, cell in enumerate(cells)]
                above = {column: row[column] if column < len(row) else text for column, text in above.items()}
            read = self.interpreter.read(row)
            self._count(read)
            self._note_broken(line, row, read)
            self.on_row(place, row, read)
            yield self._import_row(place, line, row, read)

    def _import_row(self, place: str, line: int, row: Sequence[str], read: InterpretedRow) -> "ImportRow":
        """Return a row that was read as the store imports it."""
        from wbagree.store.write.import_result import ImportRow

        def reread(*, revises: bool) -> ImportRow:
            again = self.interpreter.read(row, revises=revises)
            self._count(again)
            return self._import_row(place, line, row, again)

        return ImportRow(
            place,
            read.cells,
            tuple(read.problems),
            line,
            self._digest(row, read),
            tuple(row),
            read.additions,
            tuple(read.not_stored),
            is_part=read.is_part,
            id=read.id,
            version=read.version,
            revises=read.revises,
            reread=reread,
        )

    def _fill_down(self) -> dict[int, str]:
        """Return the columns of ``fill_down``, each with an empty text."""
        headers = {fold_name(header) for header in self.mapping.fill_down}
        found = {n: fold_name(column.header) for n, column in enumerate(self.listing.layout.columns)}
        if missing := headers - set(found.values()):
            raise UsageProblem(f"--fill-down names a column that is not there: {', '.join(sorted(missing))}")
        return dict.fromkeys((n for n, header in found.items() if header in headers), "")

    def _is_no_record(self, row: Sequence[str]) -> bool:
        """Return whether a line is no record.

        It is the header again, or one text alone: a heading, a total, a source.
        """
        if self.listing.layout.is_own or self.listing.layout.is_partly_own:
            return False
        header = [column.header for column in self.listing.layout.columns]
        filled = [cell.strip() for cell in row if cell.strip()]
        return len(header) > _FEW and (is_not_an_agreement(filled) or list(row) == header)

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

    def _digest(self, row: Sequence[str], read: InterpretedRow) -> str:
        """Return a digest by which a row without key is recognised.

        The running number of a row is not part of it.
        """
        if read.cells.get("key") or read.id:
            return ""
        columns = self.listing.layout.columns
        texts = [cell for cell, column in zip(row, columns, strict=False) if column.target != "number"]
        return hashlib.sha256("\x1f".join([self.mapping.home, *texts]).encode(errors="replace")).hexdigest()


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

    with open_list(path, name, options, mapping, bundled_vocabulary()) as opened:
        parties = PartyReader(
            party_book(connection), bundled_vocabulary().names, mapping.parties, bundled_vocabulary().ambiguous
        )
        listing = _with_date_orders(opened, path, name, options, mapping)
        is_here = partial(key_in_use, connection)
        interpreter = RowInterpreter(
            listing.layout, mapping, parties, type_book(connection), bundled_vocabulary(), is_here
        )
        yield ListReading(listing, mapping, interpreter, discreet=discreet)


def _with_date_orders(
    listing: OpenedList, path: Path, name: str, options: ReaderOptions, mapping: Mapping
) -> OpenedList:
    """Return a list with the orders of its date columns.

    Text is read once more for them; other lists are in memory.
    """
    layout = listing.layout
    targets = {column.target for column in layout.columns}
    if mapping.date_order or layout.is_own or layout.is_partly_own or targets.isdisjoint(DATED_TARGETS):
        return listing
    rows = listing.rows
    if listing.by_line:
        with open_list(path, name, options, mapping, bundled_vocabulary()) as again:
            layout, sentences = with_date_orders(layout, (cells for _, cells in again.rows))
    else:
        kept = list(rows)
        layout, sentences = with_date_orders(layout, (cells for _, cells in kept))
        rows = iter(kept)
    notices = (*listing.notices, *(f"{name}: {sentence}" for sentence in sentences))
    return replace(listing, layout=layout, rows=rows, notices=notices)


# How many columns, and characters of a header, a message names.
_MOST_NAMES, _LONGEST_NAME = 30, 60
# What the reader left out, such as other sheets, may be the reason: so many sentences on it are shown.
_MOST_NOTICES = 3


def refuse_unusable_list(listing: OpenedList, mapping: Mapping) -> None:
    """Raise UsageProblem for a list that cannot give records."""
    targets = {column.target: column.header for column in listing.layout.columns if column.target}
    named = [single_line(column.header[:_LONGEST_NAME])[:_LONGEST_NAME] for column in listing.layout.columns]
    columns = ", ".join(named[:_MOST_NAMES]) + (f" and {len(named) - _MOST_NAMES} more" if named[_MOST_NAMES:] else "")
    if {*targets, *mapping.constants}.isdisjoint(("key", *TITLE_TARGETS)):
        raise UsageProblem(
            f"{listing.name}: no column of line {listing.header_line} is known to be the title",
            f"say which one is: --map 'HEADER=title'; the columns are: {columns}"
            + "".join(f"\n  {notice}" for notice in listing.notices[:_MOST_NOTICES]),
        )
    if "partner" in targets and not mapping.home and not {"parties", "party_a"} & targets.keys():
        raise UsageProblem(
            f"{listing.name}: column {targets['partner'][:_LONGEST_NAME]!r} has only the partner country.",
            "Add --home CODE for your own country (for example --home AL).",
        )
    if {*targets, *mapping.constants}.isdisjoint(("key", *PARTY_TARGETS)):
        raise UsageProblem(
            f"{listing.name}: no column is known to name the parties",
            f"say which one does: --map 'HEADER=parties' (or partner, with --home); the columns are: {columns}",
        )
