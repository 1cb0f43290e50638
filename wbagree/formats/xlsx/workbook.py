"""The register as an XLSX workbook of four or five sheets.

The first sheet has the headings that ``list_readers`` recognises as our own layout. The columns that people look for
come first. A full export has a sheet of saved questions, if there are any.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from wbagree import atomic_files
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import STANDARD_NAMES
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.column_mapping import workbook_heading
from wbagree.domain.parties.party_book import pair_of
from wbagree.domain.reports.summary import Summary
from wbagree.domain.saved_questions import COLUMNS, SHEET, SavedQuestion, listed_cells
from wbagree.formats.common import columns, kosovo, legend
from wbagree.formats.grids import summary as shown
from wbagree.formats.xlsx.sheet_writer import Cell, CellFormats, Link, Sheet

# The columns that fit on a printed page, and those that people look for first. The other columns follow.
_BETWEEN = "between"
_PRINTED = ("key", "title", _BETWEEN, "types", "form", "signed", "in_force", "ended", "computed_status")
_FIRST = (*_PRINTED, "parties", "status_reason", "inherited_from", "score", "level")
_TITLE = 60
_SOURCES = ("Key", "Title", "Source", "Address")


@dataclass(frozen=True, slots=True)
class About:
    """The facts of the sheet about the workbook.

    ``question``: the filter in words. ``made_on``: an ISO date. ``program``: its name and version. ``left_out``: how
    many restricted records are left out. ``parties`` and ``types``: code to name. ``questions`` are saved ones.
    """

    question: str
    made_on: str
    program: str
    left_out: int
    parties: Mapping[str, str]
    types: Mapping[str, str]
    kosovo_note: bool = True
    questions: Sequence[SavedQuestion] = ()


def write_workbook(
    records: Iterable[Record], extra: tuple[str, ...], summary: Summary, about: About, file: BinaryIO
) -> int:
    """Write a workbook, and return how many records it has.

    ``extra``: columns after the standard ones. InvalidValue when a sheet cannot hold a record whole, OSError when
    the file cannot be written.
    """
    names = (*_FIRST, *(name for name in (*STANDARD_NAMES, *extra) if name not in _FIRST))
    try:
        # XlsxWriter keeps the sheets here until it packs them, and after a failure it would not delete them.
        with atomic_files.temporary_file(folder=True) as folder:
            book = Workbook(file, {"constant_memory": True, "tmpdir": str(folder)})
            book.use_zip64()
            # A date without a time: the same answer on the same day gives the same bytes.
            book.set_properties({"title": "Agreements", "created": datetime.fromisoformat(about.made_on)})
            try:
                written = _Writer(book, names, summary, about).write(records)
                book.close()  # not by ``with``, which would pack an incomplete workbook too
            finally:
                for sheet in book.worksheets():  # after a failure the files of their rows are still open
                    sheet.row_data_fh.close()  # type: ignore[attr-defined]  # a file, with constant memory
            return written
    except FileCreateError as error:
        raise OSError(*error.args[0].args) from error  # the OSError that XlsxWriter wrapped


@dataclass(slots=True)
class _Writer:
    book: Workbook
    names: tuple[str, ...]
    summary: Summary
    about: About
    called: Mapping[str, str] = field(init=False)
    _parties: set[str] = field(default_factory=set)
    _types: set[str] = field(default_factory=set)
    _kosovo: bool = False

    def __post_init__(self) -> None:
        """Set the names of parties, with Kosovo starred unless that is off."""
        star = "*" if self.about.kosovo_note else ""
        self.called = {code: kosovo.star_kosovo(name, star) for code, name in self.about.parties.items()}

    def write(self, records: Iterable[Record]) -> int:
        styles = CellFormats(self.book)
        titles = {"Key": 21, "Title": _TITLE, "Original title": _TITLE, "Types": 36, workbook_heading(_BETWEEN): 34}
        agreements = Sheet(self.book, styles, "Agreements", tuple(map(workbook_heading, self.names)), titles)
        pairs = self._pairs(styles)
        sources = Sheet(self.book, styles, "Sources", _SOURCES, {"Title": _TITLE, "Source": _TITLE, "Address": _TITLE})
        for record in records:
            self._agreement(record, agreements)
            self._sources(record, sources)
        agreements.finish(filtered=agreements.rows, printed=len(_PRINTED))
        pairs.finish(filtered=pairs.rows - 1)
        sources.finish(filtered=sources.rows)
        questions = self._questions(styles)
        about = self._about(styles, agreements.rows)
        note = f"* {kosovo.KOSOVO_NOTE}" if self._starred() else ""
        for sheet in (agreements, pairs, sources, *questions, about):
            sheet.set_header_and_footer(self.about.question, self.summary.day, note)
        return agreements.rows

    def _agreement(self, record: Record, sheet: Sheet) -> None:
        agreement = record.agreement
        cells = [self._cell(record, name) for name in self.names]
        sheet.add(cells, about=agreement.key)
        self._parties.update(agreement.parties)
        self._types.update(agreement.types)
        self._kosovo = self._kosovo or any(isinstance(cell, str) and kosovo.mentions_kosovo(cell) for cell in cells)

    def _cell(self, record: Record, name: str) -> Cell:
        if name == _BETWEEN:
            return " – ".join(self.called.get(code, code) for code in sorted(record.agreement.parties))
        text = columns.interchange_cell(record, name)
        value = getattr(record.agreement, name, None)
        if isinstance(value, PartialDate):
            return value
        address = next((source.url for source in record.agreement.sources if source.url), "")
        return Link(text, address) if name == "sources" and address else text

    def _sources(self, record: Record, sheet: Sheet) -> None:
        agreement = record.agreement
        for source in agreement.sources:
            address = Link(source.url, source.url)
            sheet.add((agreement.key, agreement.title, source.citation, address), about=agreement.key)

    def _pairs(self, styles: CellFormats) -> Sheet:
        grid = shown.summary_grid(self.summary)
        pair, *headings = grid.headings
        numeric = [heading for heading, right in zip(headings, grid.numeric[1:], strict=True) if right]
        wrapped = {"Parties": 50, "Main types": 60}
        sheet = Sheet(self.book, styles, "Pairs", (pair, "Parties", *headings), wrapped, numeric)
        for name, *numbers in grid.rows:
            cells = (int(cell) if cell.isdigit() else cell for cell in numbers)
            total = name == grid.rows[-1][0]
            pair = "" if total else " – ".join(self.called.get(code, code) for code in pair_of(name, self.called))
            sheet.add((name, pair, *cells), about=name, strong=total)
        return sheet

    def _questions(self, styles: CellFormats) -> list[Sheet]:
        """Return the sheet of saved questions, if there are any."""
        if not self.about.questions:
            return []
        sheet = Sheet(self.book, styles, SHEET, tuple(map(str.capitalize, COLUMNS)), {"Question": _TITLE})
        for one in self.about.questions:
            sheet.add(listed_cells(one), about=one.name)
        sheet.finish(filtered=sheet.rows)
        return [sheet]

    def _about(self, styles: CellFormats, records: int) -> Sheet:
        sheet = Sheet(self.book, styles, "About", ("About this workbook", "What it says"), {"What it says": 110})
        for name, text in self._explanations(records):
            sheet.add((name, text), about="About", strong=not text)
        sheet.finish(filtered=0)
        return sheet

    def _starred(self) -> bool:
        """Return whether the workbook needs the Kosovo note."""
        parties = (self.called.get(code, code) for code in self._parties)
        return self.about.kosovo_note and (self._kosovo or any(map(kosovo.mentions_kosovo, parties)))

    def _explanations(self, records: int) -> Iterator[tuple[str, str]]:
        about = self.about
        parties = {code: self.called.get(code, code) for code in sorted(self._parties)}
        yield "Question", about.question
        yield "Status as of", self.summary.day
        yield "Made on", f"{about.made_on} by {about.program}"
        yield "Records", str(records)
        yield "Restricted records left out", str(about.left_out)
        yield "Limits", legend.LIMITS
        yield (
            "Printing",
            f"Of the agreements the columns to “{workbook_heading(_PRINTED[-1])}” are printed; the others follow.",
        )
        if self._starred():
            yield "Kosovo*", f"* {kosovo.KOSOVO_NOTE}"
        yield "Pairs", " ".join(self.summary.explanation())
        yield "Columns of the agreements", ""
        yield from ((workbook_heading(name), legend.COLUMN_LEGENDS[name]) for name in self.names)
        yield "Parties", ""
        yield from parties.items()
        yield "Types", ""
        yield from ((code, about.types.get(code, code)) for code in about.types if code in self._types)
