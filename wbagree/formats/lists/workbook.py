"""Workbooks: XLSX, XLS and ODS, by way of python-calamine; dates are dates, whole numbers have no decimal point."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wbagree.errors import ImportRefused, NotFound
from wbagree.formats.formulas import as_it_was
from wbagree.formats.lists.rows import HowToRead, Row, Rows

# Bytes unpacked, and cells, that still fit into the memory of an office machine.
_LARGEST = 2**30
_MOST_CELLS = 2**25
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_CHUNK = 2**20


def read(path: Path, name: str, how: HowToRead) -> Rows:
    """Read a sheet of a workbook: the one named, else the first that has rows; merged cells all have their text."""
    from python_calamine import CalamineError, CalamineWorkbook

    _check_size(path, name)
    try:
        with CalamineWorkbook.from_path(path) as book:
            names = list(book.sheet_names)
            sheets = {sheet: _grid(book, sheet) for sheet in ([how.sheet] if how.sheet in names else names)}
    except CalamineError as error:
        raise ImportRefused(f"{name} cannot be read as a workbook: {error}") from error
    if how.sheet and how.sheet not in names:
        raise NotFound("sheet", how.sheet, names, f"{name} has the sheets {', '.join(names)}")
    chosen = how.sheet or next((sheet for sheet, grid in sheets.items() if _filled(grid)), names[0])
    others = [sheet for sheet in names if sheet != chosen]
    notices: tuple[str, ...] = (_LINKS.format(name),) if _has_links(path) else ()
    notices += (f"{name}: sheet {chosen!r} was read; --sheet reads another: {', '.join(others)}",) if others else ()
    return Rows({"format": "workbook", "sheet": chosen}, _rows(sheets[chosen]), notices=notices)


def _check_size(path: Path, name: str) -> None:
    """Refuse a workbook that would not fit into memory: one that unpacks to far more, or has a cell far out."""
    if not zipfile.is_zipfile(path):
        return  # an old workbook is no larger than it looks
    with zipfile.ZipFile(path) as parts:
        size = sum(part.file_size for part in parts.infolist())
        if size > _LARGEST:
            raise ImportRefused(f"{name} would unpack to {size // 2**20:,} MiB; save the sheet as CSV and import that")
        for part in parts.namelist():
            if part.startswith("xl/worksheets/") and _farthest(parts, part) > _MOST_CELLS:
                raise ImportRefused(f"{name}: {part} has a cell so far out that the sheet does not fit into memory")


_LINKS = "{}: cells have links behind their text, which are not read; put the addresses into a column of their own"


def _has_links(path: Path) -> bool:
    """Whether cells of an XLSX have addresses that are not seen: what reads the sheets does not tell them."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as parts:
        relations = [part for part in parts.namelist() if part.startswith("xl/worksheets/_rels/")]
        return any(b"/hyperlink" in parts.read(part) for part in relations)


def _farthest(parts: zipfile.ZipFile, part: str) -> int:
    """The number of cells of the rectangle that a sheet's cells span."""
    rows = columns = 0
    with parts.open(part) as file:
        rest = b""
        while chunk := file.read(_CHUNK):
            for letters, number in _CELL.findall(rest + chunk):
                rows = max(rows, int(number))
                columns = max(columns, _column(letters))
            rest = chunk[-32:]
    return rows * columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _grid(book: Any, sheet: str) -> list[list[Any]]:
    """The cells of a sheet, from its first row on, with what is merged written into every cell of it."""
    read = book.get_sheet_by_name(sheet)
    grid: list[list[Any]] = read.to_python(skip_empty_area=False)
    for (top, left), (bottom, right) in read.merged_cell_ranges or ():
        for row in range(top, min(bottom + 1, len(grid))):
            # A title across the page stays in its one cell; what is merged downwards holds for every row.
            for column in range(left, right + 1 if bottom > top else left + 1):
                if column < len(grid[row]):
                    grid[row][column] = grid[top][left]
    return grid


def _filled(grid: list[list[Any]]) -> bool:
    return sum(1 for row in grid if sum(1 for value in row if value not in ("", None)) > 1) > 1


def _rows(grid: list[list[Any]]) -> Iterator[Row]:
    for line, values in enumerate(grid, 1):
        cells = [_text(value) for value in values]
        if any(cell.strip() for cell in cells):
            yield line, cells


def _text(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return as_it_was(value) if isinstance(value, str) else "" if value is None else str(value)
