"""A foreign list that is open: its layout, its properties and its rows.

``open_list`` chooses the reader by the content of the file, except that text in a file called ``.json``, ``.jsonl`` or
``.ndjson`` is always read as JSON. It finds the header among the first rows.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from wbagree.domain.foreign_lists.column_mapping import (
    HEADER_SEARCH_ROWS,
    PROBLEM_COLUMN,
    Layout,
    Mapping,
    find_header,
    join_header_rows,
    recognise_layout,
)
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.errors import ImportRefused, NotFound, UsageProblem
from wbagree.formats.list_readers.not_lists import refuse_no_list
from wbagree.formats.list_readers.rows import JSON_LINES, TEXT, ReaderOptions, ReaderResult, Row

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENOUGH = 4096
# The most columns of any spreadsheet program, and the most columns with a heading that a list of agreements can have.
_WIDEST = 2**14
_MOST_COLUMNS = 2000
_LINKS = "{}: cells have links behind their text, which are not read; put the addresses into a column of their own"


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A list with its layout, its detected properties, and its rows.

    ``facts``: what the reader found out, such as the encoding. ``header_line`` is 0 where the format names the columns
    itself (JSON). ``lines_above``: the texts of the rows above the header. ``rows``: those below it, to be read once.
    ``has_party_rows``: rows with one number are the parties of one item. ``other_sheets``: those that were not read.
    """

    name: str
    facts: dict[str, str]
    header_line: int
    lines_above: tuple[str, ...]
    layout: Layout
    rows: Iterable[Row]
    notices: tuple[str, ...]
    has_party_rows: bool = False
    other_sheets: tuple[str, ...] = ()

    @property
    def by_line(self) -> bool:
        """Return whether a row's number is its line in the file.

        The rows of a workbook and the items of a JSON document have other numbers.
        """
        return self.facts.get("format") in (TEXT, JSON_LINES)


@contextmanager
def open_list(
    path: Path, name: str, options: ReaderOptions, mapping: Mapping, vocabulary: Vocabulary
) -> Iterator[OpenedList]:
    """Open the list at ``path``, which messages call ``name``.

    ImportRefused says why it cannot be read. NotFound when there is no such file, UsageProblem when an option of
    ``options`` has no effect or a wrong value.
    """
    with _rows_of(path, name, options, vocabulary) as read:
        rows = read.rows
        line, above, header = 0, [], read.header
        if header is None:
            first = list(islice(rows, HEADER_SEARCH_ROWS))
            if options.header and first and PROBLEM_COLUMN not in first[0][1]:
                first = _rows_down_to(options.header, first, rows)
            if not first:
                raise ImportRefused(f"{name} has no rows")
            if (widest := max(len(cells) for _, cells in first)) > _WIDEST:
                raise ImportRefused(f"{name} has a row of {widest:,} cells; it cannot be a list of agreements")
            # Not in our own file of refused rows.
            stated_line = options.header if PROBLEM_COLUMN not in first[0][1] else 0
            place = _header_at_line(first, stated_line, name) if stated_line else find_header(
                [cells for _, cells in first], mapping, vocabulary)  # fmt: skip
            line, header = first[place][0], tuple(first[place][1])
            above = [" ".join(filter(None, map(str.strip, cells))) for _, cells in first[:place]]
            below = place + 1
            if below < len(first) and (two := join_header_rows(header, first[below][1], mapping, vocabulary)):
                header, below = two, below + 1
            elif place and (two := join_header_rows(first[place - 1][1], header, mapping, vocabulary)):
                line, header, above = first[place - 1][0], two, above[:-1]
            rows = chain(first[below:], rows)
        if (columns := sum(1 for cell in header if cell.strip())) > _MOST_COLUMNS:
            raise ImportRefused(f"{name} has {columns:,} columns; it cannot be a list of agreements")
        understood = recognise_layout(header, mapping, vocabulary)
        # In a list that we wrote, the column of sources has the addresses as text too.
        links = (_LINKS.format(name),) if read.links and not understood.is_own else ()
        notices = links + read.notices
        yield OpenedList(
            name,
            dict(read.facts),
            line,
            tuple(above),
            understood,
            rows,
            notices,
            read.has_party_rows,
            read.other_sheets,
        )


def _rows_down_to(line: int, first: list[Row], rows: Iterator[Row]) -> list[Row]:
    """Return the rows down to the first below ``line``.

    Of many only the last are kept, so that a header far down takes no more memory.
    """
    seen = deque(first, maxlen=max(len(first), HEADER_SEARCH_ROWS))
    while seen[-1][0] <= line and (row := next(rows, None)):
        seen.append(row)
    return list(seen)


def _header_at_line(first: list[Row], line: int, name: str) -> int:
    lines = [number for number, _ in first]
    if line not in lines:
        near = sorted(sorted(lines, key=lambda at: abs(at - line))[:5])
        raise UsageProblem(f"--header {line}: {name} has no row there; rows near it begin at {near}")
    return lines.index(line)


@contextmanager
def _rows_of(path: Path, name: str, options: ReaderOptions, vocabulary: Vocabulary) -> Iterator[ReaderResult]:
    try:
        with path.open("rb") as file:
            beginning = file.read(_ENOUGH)
    except FileNotFoundError as error:
        raise NotFound("file", name) from error
    except OSError as error:
        raise ImportRefused(f"{name} cannot be read: {error.strerror}") from error
    if not beginning.strip():
        raise ImportRefused(f"{name} is empty")
    if beginning.startswith((*_ZIP, _OLD_OFFICE)):
        from wbagree.formats.list_readers import workbook

        yield workbook.read_workbook(path, name, options)
        return
    refuse_no_list(name, beginning)
    from wbagree.formats.list_readers import delimited, encoding, json_objects

    mark = encoding.codec_of_mark(beginning).removesuffix("-sig")
    if mark and options.encoding and not encoding.codec_named(options.encoding).startswith(mark):
        options.refuse_idle(name, f"{mark} by the mark at its beginning", "encoding")
    coding = encoding.detect_codec(path, name, options.encoding)
    if path.suffix.lower() in (".json", ".jsonl", ".ndjson") or _is_json(beginning, coding):
        options.refuse_idle(name, "JSON", "delimiter", "sheet", "header")
        yield json_objects.read_json(path, name, coding, vocabulary)
        return
    options.refuse_idle(name, TEXT, "sheet")
    with delimited.open_delimited(path, name, coding, options.delimiter) as rows:
        notice = "" if options.encoding else encoding.page_notice(path, name, coding)
        yield replace(rows, notices=(notice, *rows.notices)) if notice else rows


def _is_json(beginning: bytes, coding: str) -> bool:
    try:
        text = beginning.decode(coding, errors="replace").lstrip("\ufeff \t\r\n")
    except UnicodeError:  # some codecs do not support "replace"
        return False
    return text.startswith("{") or (text.startswith("[") and text[1:].lstrip().startswith(("{", "]")))
