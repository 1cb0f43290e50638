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
    try:
        blanks = _has_blanks_before_quotes(file.read(_SAMPLE), delimiter)
        file.seek(0)
    except UnicodeError as error:
        raise _undecodable(name, coding) from error
    reader = csv.reader(file, delimiter=delimiter, skipinitialspace=blanks, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [unescape_formula(cell) if "'" in cell else cell for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(name, line, reader.line_num, str(error)) from error
    except UnicodeError as error:
        raise _undecodable(name, coding) from error


def _has_blanks_before_quotes(sample: str, delimiter: str) -> bool:
    """Return whether all quoted cells have blanks before them.

    As in ``Title, "Tirana"``.
    """
    if f'{delimiter} "' not in sample or f'{delimiter}"' in sample or delimiter.isspace():
        return False
    whole = io.StringIO(sample if len(sample) < _SAMPLE else sample.rpartition("\n")[0], newline="")
    try:
        return bool(list(csv.reader(whole, delimiter=delimiter, skipinitialspace=True, strict=True)))
    except csv.Error:
        return False


def _unreadable(name: str, line: int, last: int, error: str) -> ImportRefused:
    """Return the refusal of a row that the reader cannot read.

    ``line`` is where the row begins, ``last`` where reading ended.
    """
    if "end of data" in error:
        return ImportRefused(f"{name}: a quotation mark opened on line {line} is never closed")
    if "expected after" in error:
        opened = f" (it was opened on line {line})" if last != line else ""
        return ImportRefused(
            f"{name}:{last} has text after a closing quotation mark{opened}",
            'write a quotation mark within a quoted cell twice: "Agreement ""on"" readmission"',
        )
    return ImportRefused(f"{name}:{line} cannot be read as delimited text: {error}")


def _undecodable(name: str, coding: str) -> ImportRefused:
    return ImportRefused(
        f"{name} is not {coding} throughout", "name its encoding: --encoding NAME, as in cp1250 or cp1251"
    )
