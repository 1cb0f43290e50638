"""The reader of delimited text: CSV, TSV and the like."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from wbagree.errors import ImportRefused, UsageProblem
from wbagree.formats.common.csv_safety import unescape_formula
from wbagree.formats.list_readers.rows import TEXT, ReaderResult, Row

# A cell may hold a long text; the module's own limit of 128 KiB is smaller than what people paste.
_LONGEST_CELL = 2**24
_SAMPLE = 2**16
_DELIMITERS = (",", ";", "\t", "|")
_NAMED = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "\\t": "\t"}
_NAMES = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "pipe"}


@contextmanager
def open_delimited(path: Path, name: str, coding: str, named: str = "") -> Iterator[ReaderResult]:
    """Open a delimited text, to be read row by row.

    ``named`` is the delimiter, a character or its English name; it is detected if empty.
    """
    with path.open(encoding=coding, newline="") as file:
        delimiter = _named_delimiter(named) if named else _detected_delimiter(file, name, coding)
        facts = {"format": TEXT, "encoding": coding, "delimiter": _NAMES.get(delimiter, delimiter)}
        yield ReaderResult(facts, _rows(file, name, coding, delimiter))


def _named_delimiter(named: str) -> str:
    delimiter = _NAMED.get(named.lower(), named)
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise UsageProblem(f"--delimiter {named!r}: one character, or one of {', '.join(_NAMED)}")
    return delimiter


def _detected_delimiter(file: TextIO, name: str, coding: str) -> str:
    try:
        sample = file.read(_SAMPLE)
    except UnicodeError as error:
        raise _undecodable(name, coding) from error
    file.seek(0)
    return _most_regular(sample)


def _most_regular(sample: str) -> str:
    """Return the delimiter that cuts most rows into equally many cells.

    When none cuts any row, the one that is most frequent in the first line; a comma if there is none.
    """
    scores = {}
    for delimiter in _DELIMITERS:
        try:
            # The last row of the sample may be cut off.
            counts = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)][:-1] or [0]
        except csv.Error:
            continue
        usual = max(set(counts) - {0, 1}, key=counts.count, default=0)
        scores[delimiter] = (counts.count(usual) / len(counts), usual) if usual else (0.0, 0)
    return max(scores, key=lambda delimiter: scores[delimiter], default=",") if any(
        score for score, _ in scores.values()) else _most_in_first_line(sample)  # fmt: skip


def _most_in_first_line(sample: str) -> str:
    line = sample.partition("\n")[0]
    return max(_DELIMITERS, key=line.count)


def _rows(file: TextIO, name: str, coding: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = _Lines(file)
    reader = csv.reader(lines, delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if lines.ended and reader.line_num > line and lines.quotes % 2:
                raise ImportRefused(f"{name}: a quotation mark opened on line {line} is never closed")
            lines.quotes = 0
            if any(cell.strip() for cell in cells):
                yield line, [unescape_formula(cell) if "'" in cell else cell for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise ImportRefused(f"{name}:{line} cannot be read as delimited text: {error}") from error
    except UnicodeError as error:
        raise _undecodable(name, coding) from error


class _Lines:
    """The lines of a file, with a count of quotation marks.

    ``quotes``: how many there are in the lines of the current row; the reader of rows sets it to 0 after each row.
    ``ended``: whether the last line was read.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.quotes = 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            self.quotes += line.count('"')
            yield line
        self.ended = True


def _undecodable(name: str, coding: str) -> ImportRefused:
    return ImportRefused(
        f"{name} is not {coding} throughout", "name its encoding: --encoding NAME, as in cp1250 or cp1251"
    )
