"""The sheets of a workbook, read by python-calamine.

Calamine can exhaust memory or crash on a hostile file: run it only in ``sandbox``.
"""

import datetime as dt
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from wbagree.errors import NotFound
from wbagree.formats.common.csv_safety import unescape_formula
from wbagree.formats.list_readers.rows import Row
from wbagree.formats.list_readers.workbook_marks import Marks, apply_precisions, marks_of

# The most bytes of an unpacked workbook, and the most cells of a sheet, that an office computer can handle.
_LARGEST = 2**27
_MOST_CELLS = 2**24
# A row that is repeated more often was never typed: it is the last row of a sheet, repeated to the end of the page.
_MOST_REPEATED = 10_000
# A cell that has content; one that is only formatted takes no memory.
_CELL = re.compile(rb'<c [^<>]{0,100}?\br="([A-Z]{1,3})([0-9]{1,10})"[^<>]{0,100}(?<!/)>\s{0,100}<(?!/)')
_CHUNK = 2**20
# The parts of a workbook in which no spreadsheet program declares a document type. A declaration there is made to
# define entities that expand without end, or that read files. In other parts (META-INF, Basic, Configurations2)
# OpenOffice once declared one.
_CONTENT_PARTS = ("xl/", "_rels/", "[content_types]", "content.xml")
_DECLARED = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E", re.IGNORECASE)
_PROLOGUE = 2**16
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class UnreadableWorkbook(Exception):
    """The reason why a workbook cannot be read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet, and what else its workbook has.

    ``others``: the names of the other sheets. ``links``: whether cells have hyperlinks, whose addresses are not read.
    ``notices``: sentences on hidden and struck rows, comments, errors and the like.
    """

    name: str
    others: tuple[str, ...]
    links: bool
    rows: list[Row]
    notices: tuple[str, ...] = ()


def read_sheet(path: Path, requested: str = "") -> Sheet:
    """Read the ``requested`` sheet of a workbook, or the first with rows.

    Hidden sheets come after those that are shown.
    Where cells are merged downwards, each of them has their text. UnreadableWorkbook says why the workbook cannot be
    read; NotFound, with the names of its sheets, that none is called ``requested``.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        links = _has_hidden_links(path)
        with CalamineWorkbook.from_path(path) as book:
            names = list(book.sheet_names)
            if requested and requested not in names:
                raise NotFound("sheet", requested, names)
            if not names:
                raise UnreadableWorkbook("it has no sheets")
            hidden = {one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible}
            in_order = sorted(names, key=hidden.__contains__)
            name, grid = _first_with_rows([requested] if requested else in_order, lambda sheet: _grid(book, sheet))
        marks = _marks(path, name)
        notices = ["the sheet is hidden"] if name in hidden else []
        notices += [*filter(None, [apply_precisions(grid, marks.precisions)]), *marks.notices]
    except (CalamineError, *_DAMAGED) as error:
        raise UnreadableWorkbook(str(error) or "it is damaged") from error
    others = tuple(f"{other} (hidden)" if other in hidden else other for other in names if other != name)
    return Sheet(name, others, links or marks.links, _rows(grid), tuple(notices))


def _marks(path: Path, sheet: str) -> Marks:
    if not zipfile.is_zipfile(path):
        return Marks({}, ())
    with zipfile.ZipFile(path) as parts:
        try:
            return marks_of(parts, sheet)
        except (ET.ParseError, KeyError):  # calamine has read the sheet, and that is what counts
            return Marks({}, ())


def _first_with_rows(names: list[str], grid_of: Callable[[str], list[list[Any]]]) -> tuple[str, list[list[Any]]]:
    """Return the name and cells of the first sheet with rows.

    Those of the first sheet when none has any.
    """
    name, grid = names[0], grid_of(names[0])
    for other in names[1:]:
        if _filled(grid):
            break
        if _filled(more := grid_of(other)):
            return other, more
    return name, grid


def _has_hidden_links(path: Path) -> bool:
    """Return whether cells of an XLSX have hyperlinks.

    The library that reads the sheets does not report them. UnreadableWorkbook when the file is no workbook, declares a
    document type, or would not fit into memory: it unpacks to far more, or has a cell far out.
    """
    if not zipfile.is_zipfile(path):
        return False  # an old workbook is no larger than it looks
    with zipfile.ZipFile(path) as parts:
        _refuse_no_workbook(parts)
        size = sum(part.file_size for part in parts.infolist())
        if size > _LARGEST:
            raise UnreadableWorkbook(f"it would unpack to {size // 2**20:,} MiB; save the sheet as CSV and import that")
        for part in parts.namelist():
            if part.lower().startswith(_CONTENT_PARTS) and _declares(parts, part):
                raise UnreadableWorkbook(f"{part} declares a document type, which no spreadsheet does")
            if part.startswith("xl/worksheets/"):
                _refuse_far_out(parts, part)
        relations = [part for part in parts.namelist() if part.startswith("xl/worksheets/_rels/")]
        return any(b"/hyperlink" in parts.read(part) for part in relations)


def _declares(parts: zipfile.ZipFile, part: str) -> bool:
    with parts.open(part) as file:
        return _DECLARED.search(file.read(_PROLOGUE)) is not None


def _refuse_no_workbook(parts: zipfile.ZipFile) -> None:
    """Raise UnreadableWorkbook for a ZIP file that holds no workbook.

    The message says what it holds.
    """
    names = parts.namelist()
    folders = {name.partition("/")[0] for name in names}
    if "content.xml" in names or "xl" in folders:
        return
    for folder, what in (("word", "a Word document"), ("ppt", "a presentation"), ("visio", "a drawing")):
        if folder in folders and "[Content_Types].xml" in names:
            raise UnreadableWorkbook(f"it is {what}; copy the table into a spreadsheet and import that")
    files = [name for name in names if not name.endswith("/")]
    more = ", ..." if files[_NAMED:] else ""
    raise UnreadableWorkbook(
        f"it is a ZIP archive with {', '.join(files[:_NAMED]) or 'nothing'}{more} in it; unpack it and import the list"
    )


_NAMED = 3


def _refuse_far_out(parts: zipfile.ZipFile, part: str) -> None:
    """Raise UnreadableWorkbook if a sheet spans too many cells for memory.

    A sheet is read as the rectangle that reaches from its first cell to its farthest. The message names the cell that
    makes it too large.
    """
    rows = columns = 0
    with parts.open(part) as file:
        rest = b""
        while chunk := file.read(_CHUNK):
            for letters, number in _CELL.findall(rest + chunk):
                rows = max(rows, int(number))
                columns = max(columns, _column(letters))
                if rows * columns > _MOST_CELLS:
                    cell = (letters + number).decode()
                    raise UnreadableWorkbook(
                        f"{part} has a cell so far out ({cell}) that the sheet does not fit into memory"
                    )
            rest = chunk[-_OVERLAP:]


# More bytes than _CELL can match: chunks overlap by so many, so that none cuts a match.
_OVERLAP = 512


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _grid(book: Any, sheet: str) -> list[list[Any]]:
    """Return the cells of a sheet, from its first row on.

    The text of cells that are merged downwards is in each of them.
    """
    read = book.get_sheet_by_name(sheet)
    grid: list[list[Any]] = read.to_python(skip_empty_area=False)
    left_over = sum(map(len, grid))
    for (top, left), (bottom, right) in read.merged_cell_ranges or ():
        # A title across the page stays in its one cell; text that is merged downwards holds for every row.
        last = right if bottom > top else left
        for row in range(top, min(bottom + 1, len(grid))):
            wide = min(last + 1, len(grid[row])) - left
            if wide > 0:
                grid[row][left : left + wide] = [grid[top][left]] * wide
                left_over -= wide
        if left_over < 0:
            raise UnreadableWorkbook("its merged cells lie over each other")
    return grid


def _filled(grid: list[list[Any]]) -> bool:
    return sum(1 for row in grid if sum(1 for value in row if value not in ("", None)) > 1) > 1


def _rows(grid: list[list[Any]]) -> list[Row]:
    rows = []
    line = 1
    for _, same in groupby(grid):
        number = len(alike := list(same))
        cells = [_text(value) for value in alike[0]]
        if any(cell.strip() for cell in cells):
            if number > _MOST_REPEATED:
                raise UnreadableWorkbook(f"row {line} is repeated {number:,} times")
            rows += [(line + place, list(cells)) for place in range(number)]
        line += number
    return rows


def _text(value: object) -> str:
    if isinstance(value, dt.datetime):
        # A hair before midnight is midnight: spreadsheets show it so.
        return (value + dt.timedelta(milliseconds=500)).date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unescape_formula(value) if isinstance(value, str) else "" if value is None else str(value)
