"""Workbooks: XLSX, XLS and ODS, one sheet of them."""

from pathlib import Path

from wbagree.formats.lists.rows import HowToRead, Rows
from wbagree.formats.lists.unpacking import sheet_of

_LINKS = "{}: cells have links behind their text, which are not read; put the addresses into a column of their own"


def read(path: Path, name: str, how: HowToRead) -> Rows:
    """Read a sheet of a workbook: the one named, else the first that has rows."""
    sheet = sheet_of(path, name, how.sheet)
    notices: tuple[str, ...] = (_LINKS.format(name),) if sheet.links else ()
    if sheet.others:
        others = ", ".join(sheet.others)
        notices += (f"{name}: sheet {sheet.name!r} was read; --sheet reads another: {others}",)
    return Rows({"format": "workbook", "sheet": sheet.name}, iter(sheet.rows), notices=notices)
