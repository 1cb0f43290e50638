"""Taking in a file, as ``import`` and ``seed`` do: rows, progress, every problem with its place, the account."""

import hashlib
import sqlite3
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from wbagree import atomic_files
from wbagree.cli.command_line import readable
from wbagree.cli.output.streams import messages_on_terminal, print_message, write_to_free_name
from wbagree.domain.agreements.validation import FieldProblem, is_restricted, to_cells
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.foreign_lists.cell_readers import is_not_an_agreement
from wbagree.domain.foreign_lists.column_mapping import PROBLEM, Mapping
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.domain.foreign_lists.target_readers import DISCLOSING, InterpretedRow
from wbagree.domain.text.folding import fold_name
from wbagree.errors import ImportRefused, NotFound, UsageProblem
from wbagree.formats import list_readers
from wbagree.formats.common import csv_safety
from wbagree.formats.common.sanitiser import single_line, unshielded
from wbagree.formats.list_readers import OpenedList
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled
from wbagree.services.restricted import stays_on_terminal

if TYPE_CHECKING:
    from wbagree.store.write.row_import import ImportCounts, ImportResult, ImportRow, PossibleDuplicate


# Bytes of a list: a hundred times the largest that anybody has of agreements.
_LARGEST = 2**29


@contextmanager
def on_disk(file: Path) -> Iterator[tuple[Path, str]]:
    """Give a file's path and what messages call it; ``-`` is stdin, kept in a file so that it can be read twice.

    ImportRefused for what has no end, or is no file and can be read only once, NotFound for what is not there.
    """
    if str(file) != "-":
        _check_readable(file)
        yield file, readable(file.name)
        return
    with ExitStack() as stack:
        try:
            place = stack.enter_context(atomic_files.temporary_file())
            kept = stack.enter_context(place.open("wb"))
            if hasattr(sys.stdin, "buffer"):
                while (chunk := sys.stdin.buffer.read(_CHUNK)) and kept.tell() <= _LARGEST:
                    kept.write(chunk)
            kept.flush()
        except OSError as error:
            raise ImportRefused(f"stdin cannot be kept while it is read: {error.strerror}") from error
        _check_size(kept.tell(), "stdin")
        yield place, "stdin"


_CHUNK = 2**20


def _check_readable(file: Path) -> None:
    try:
        found = file.stat()
    except FileNotFoundError as error:
        raise NotFound("file", str(file)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ImportRefused(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if stat.S_ISDIR(found.st_mode):
        raise ImportRefused(f"{file} is a folder; name a file")
    if not stat.S_ISREG(found.st_mode):
        raise ImportRefused(f"{file} is a pipe or a device, not a file", "wbagree import - reads what comes on stdin")
    _check_size(found.st_size, file.name)


def _check_size(size: int, name: str) -> None:
    if size > _LARGEST:
        raise ImportRefused(f"{name} is larger than {_LARGEST // 2**20} MiB; it cannot be a list of agreements")


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal; NotFound or ImportRefused when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise NotFound("file", str(path)) from error
    except OSError as error:
        raise ImportRefused(f"{path} cannot be read: {error.strerror}") from error


# A list with so few columns may well have a record with one cell.
_FEW = 2


@dataclass(slots=True)
class ListReading:
    """One reading of a list: its rows as they go in, and what was inferred or not understood on the way."""

    listing: OpenedList
    mapping: Mapping
    interpreter: RowInterpreter
    inferred: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    not_understood: Counter[str] = field(default_factory=Counter)
    asides: list[str] = field(default_factory=list)
    hear: Callable[[str, Sequence[str], InterpretedRow], None] = lambda _, __, ___: None

    def rows(self) -> "Iterator[ImportRow]":
        """Yield the rows as the store takes them in."""
        from wbagree.store.write.row_import import ImportRow

        held = self._held()
        for line, cells in self.listing.rows:
            place = f"{self.listing.name}:{line}"
            if self._is_aside(cells):
                self.asides.append(f"{place} {' '.join(filter(None, map(str.strip, cells)))}")
                continue
            row = cells
            if held:
                row = [held.get(column, cell) if not cell.strip() else cell for column, cell in enumerate(cells)]
                held = {column: row[column] if column < len(row) else text for column, text in held.items()}
            read = self.interpreter.read(row)
            self._count(read)
            self.hear(place, row, read)
            yield ImportRow(
                place,
                read.cells,
                tuple(read.problems),
                line,
                self._digest(row, read),
                tuple(row),
                read.additions,
                tuple(read.not_stored),
                is_part=read.is_part,
            )

    def _held(self) -> dict[int, str]:
        """The columns whose text holds for the rows below it, none of them filled yet."""
        wanted = {fold_name(header) for header in self.mapping.fill_down}
        found = {n: fold_name(column.header) for n, column in enumerate(self.listing.layout.columns)}
        if missing := wanted - set(found.values()):
            raise UsageProblem(f"--fill-down names a column that is not there: {', '.join(sorted(missing))}")
        return dict.fromkeys((n for n, header in found.items() if header in wanted), "")

    def _is_aside(self, row: Sequence[str]) -> bool:
        """Whether a line is no record: the header again, or one text alone (a heading, a total, a source)."""
        if self.listing.layout.own or self.listing.layout.partly_own:
            return False
        header = [column.header for column in self.listing.layout.columns]
        filled = [cell.strip() for cell in row if cell.strip()]
        return len(header) > _FEW and (is_not_an_agreement(filled) or list(row) == header)

    def _count(self, read: InterpretedRow) -> None:
        if not (self.listing.layout.own or read.revises):
            self.inferred.update(read.inferred)
            hide = is_restricted(read.cells) and not messages_on_terminal()
            self.not_understood.update(["texts of restricted agreements"] if hide else read.not_understood)
            self.other.update(name for name in ("form", "types") if read.cells.get(name) == "other")

    def _digest(self, row: Sequence[str], read: InterpretedRow) -> str:
        """What tells this row when it comes again; a running number does not, and a key tells more."""
        if read.cells.get("key"):
            return ""
        columns = self.listing.layout.columns
        said = [cell for cell, column in zip(row, columns, strict=False) if column.target != "number"]
        return hashlib.sha256("\x1f".join([self.mapping.home, *said]).encode(errors="replace")).hexdigest()


@contextmanager
def reading(
    path: Path, name: str, how: ReaderOptions, mapping: Mapping, connection: sqlite3.Connection
) -> Iterator[ListReading]:
    """Open a list against the parties and types of a register."""
    from wbagree.store.read.keys import key_in_use
    from wbagree.store.read.parties_and_types import party_book, type_book

    with list_readers.open_list(path, name, how, mapping, bundled()) as listing:
        parties = PartyReader(party_book(connection), bundled().names, mapping.parties, bundled().ambiguous)
        is_here = partial(key_in_use, connection)
        interpreter = RowInterpreter(listing.layout, mapping, parties, type_book(connection), bundled(), is_here)
        yield ListReading(listing, mapping, interpreter)


@contextmanager
def progress(path: Path, reading: ListReading) -> "Iterator[Iterator[ImportRow]]":
    """Yield the rows of a list, with a progress bar on stderr.

    The bar is shown only at a terminal. It counts rows; its length is the line of the last row in the file.
    """
    if not sys.stderr.isatty():
        yield reading.rows()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    counted = TextColumn("{task.fields[rows]}")
    columns = (counted, BarColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    # The bar writes numbers alone. It leaves the streams as they are, for what others print must be made visible.
    console = Console(file=unshielded(sys.stderr))
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=_lines_in(path) if reading.listing.by_line else None, rows=pluralise(0, "row"))

        def watched() -> "Iterator[ImportRow]":
            for number, row in enumerate(reading.rows(), 1):
                bar.update(task, completed=row.line, rows=pluralise(number, "row"))
                yield row

        yield watched()


def _lines_in(path: Path) -> int:
    with path.open("rb") as file:
        return 1 + sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(2**20), b""))


class RefusedRows:
    """The rows that were refused, in the list's own columns and ``problem``; cells beyond them come last.

    The file is its owner's alone when the list is ``private``, or when a row says anything of its disclosure, or
    tells of a restricted agreement.
    """

    def __init__(self, listing: OpenedList, *, private: bool = False) -> None:
        columns = listing.layout.columns
        # What an earlier file of refused rows says of its problems is left out.
        self._ours = frozenset(place for place, column in enumerate(columns) if column.header == PROBLEM)
        self._header = [column.header for column in columns if column.header != PROBLEM]
        self._disclosures = [place for place, column in enumerate(columns) if column.target in DISCLOSING]
        # The options that read the list read this file as well.
        self._delimiter = {"semicolon": ";", "tab": "\t", "pipe": "|"}.get(listing.facts.get("delimiter", ""), ",")
        self.private = private
        self._rows: list[list[str]] = []

    def hear(self, row: "ImportRow", problems: Sequence[FieldProblem], restricted: bool) -> None:
        """Keep a row with what is wrong with it; the reasons quote a ``restricted`` agreement."""
        said = [row.row[place] for place in self._disclosures if place < len(row.row)]
        self.private |= restricted or any(map(str.strip, said))
        cells = [cell for place, cell in enumerate(row.row) if place not in self._ours]
        wide = len(self._header)
        cells += [""] * (wide - len(cells))
        self._rows.append([*cells[:wide], "; ".join(map(str, problems)), *cells[wide:]])

    def write(self, target: Path | None) -> Path | None:
        """Write the rows to ``target``, or to one with a number: what somebody is correcting is never written over.

        Return the file, None when there are no rows, or no target.
        """
        if target is None or not self._rows:
            return None
        return write_to_free_name(target, self._write, private=self.private)

    def _write(self, file: TextIO) -> None:
        file.write("\ufeff")  # so that a kept mapping's encoding does not mislead whoever reads it again
        rows = [[*self._header, PROBLEM], *self._rows]
        csv_safety.write_csv(([_whole(cell) for cell in row] for row in rows), file, self._delimiter)


def _whole(cell: str) -> str:
    """A text without halves of characters, which JSON can hold and a file cannot."""
    return cell.encode(errors="replace").decode()


def report(
    intake: "ImportResult", name: str, *, dry_run: bool, skip_invalid: bool = False, hints: Sequence[str] = ()
) -> None:
    """Say what became of the rows; ImportRefused when there were problems, all of them named, with ``hints``."""
    for doubt in intake.doubts:
        print_message("\n".join(side_by_side(doubt, " left alone")))
    for line in (*intake.notices, *map(str, intake.refusals)):
        print_message(shortened(line))
    refused = bool(intake.refusals) and not skip_invalid
    sentence = f"{name}: {counted(intake.account, stored=not (refused or dry_run))}"
    if refused:
        raise ImportRefused(f"{sentence}; nothing was stored", "\n  ".join(hints))
    if intake.batch and not dry_run:
        sentence += f" (batch {intake.batch}; wbagree undo {intake.batch} takes it back)"
    print_message(f"{sentence} (dry run: no row was stored)" if dry_run else sentence)


def counted(account: "ImportCounts", *, stored: bool) -> str:
    """Return in words what became of the rows, or would if they were stored."""
    counts = {
        "new": account.new,
        "updated": account.updated,
        "unchanged": account.unchanged,
        "left alone": account.left_alone,
        "refused": account.refused,
    }
    (first, *rest) = (f"{number} {what}" for what, number in counts.items() if number or what != "left alone")
    rows = pluralise(account.read, "row")
    if not stored:
        first, rows = f"{account.new} would be new", f"of {rows}"
    return f"{rows}{' read:' if stored else ''} {', '.join([first, *rest])}"


def shortened(text: str) -> str:
    """Return ``text`` on one line, cut where nobody would read on: a cell may hold a book."""
    flat = single_line(text)
    return flat if len(flat) <= _READ else f"{flat[:_READ]}… ({len(flat):,} characters)"


_READ = 1000


def side_by_side(doubt: "PossibleDuplicate", became: str = "") -> list[str]:
    """Return the lines that show a row beside the record that it probably tells of: what it says otherwise.

    ``became``: what became of the row, when that is decided.
    """
    told, stored = to_cells(doubt.told), to_cells(doubt.match.other)
    lines = [f"{doubt.place}{became}: probably {doubt.match.other.key} ({doubt.match.reason})"]
    if stays_on_terminal(doubt.told) or stays_on_terminal(doubt.match.other):
        return [f"{lines[0]}; restricted, and shown on a terminal only"]
    for name, text in told.items():
        if name not in _OURS and text not in ("", "unknown", "other", stored[name]):
            lines.append(f"  {name}: in the list   {shortened(text)}")
            lines.append(f"  {' ' * len(name)}  on record     {shortened(stored[name]) or '(empty)'}")
    return lines


# What an import adds of its own says nothing about the instrument.
_OURS = ("key", "confidence", "notes")
