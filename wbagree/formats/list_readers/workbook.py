"""The reader of one sheet of a workbook (XLSX, XLS or ODS)."""

from pathlib import Path

from wbagree.formats.list_readers.rows import ReaderOptions, ReaderResult
from wbagree.formats.list_readers.sandbox import read_sheet_confined


def read_workbook(path: Path, name: str, options: ReaderOptions) -> ReaderResult:
    """Read a sheet of a workbook.

    It is the one that ``options`` names, or else the first that has rows.
    """
    options.refuse_idle(name, "a workbook", "encoding", "delimiter")
    sheet = read_sheet_confined(path, name, options.sheet)
    notices: tuple[str, ...] = ()
    if sheet.others:
        notices = (f"{name}: sheet {sheet.name!r} was read; --sheet reads another: {', '.join(sheet.others)}",)
    facts = {"format": "workbook", "sheet": sheet.name}
    notices += tuple(f"{name}: {notice}" for notice in sheet.notices)
    return ReaderResult(facts, iter(sheet.rows), links=sheet.links, other_sheets=sheet.others, notices=notices)
