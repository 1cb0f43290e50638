"""Delimited text that a spreadsheet opens without running anything in it.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@`` or a control character for a formula. An
apostrophe in front makes a text of it, and is taken off again when the cell is read; a cell that has apostrophes of
its own in front of such a beginning gets one more, so that every cell comes back as it was.

The same holds inside a cell after a semicolon, a tab or a line end: where lists are separated by semicolons, a
spreadsheet begins a cell there. No quotation mark keeps it from that: to it the mark stands in the middle of a cell.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

# The list is OWASP's, for CSV injection; some programs take the full-width signs for the plain ones.
_SIGNS, _BREAKS = "=+-@\t\r\n＝＋－＠", ";\t\r\n"
_SIGN, _BEGIN = f"[{re.escape(_SIGNS)}]", f"(?:^|(?<=[{_BREAKS}]))"
# What a cell that is disarmed at its very beginning has there.
_OPENING = _SIGNS + "'"
_RUN = re.compile(rf"{_BEGIN}(?='*{_SIGN})")
_DISARMED = re.compile(rf"{_BEGIN}'(?='*{_SIGN})")


def escape_formula(cell: str) -> str:
    """Return the cell as it stands in a file: with an apostrophe wherever a spreadsheet would run it."""
    # In most cells nothing can begin, which is told sooner than where; each of _BREAKS by itself, soonest of all.
    if cell and (cell[0] in _OPENING or ";" in cell or "\n" in cell or "\t" in cell or "\r" in cell):
        return _RUN.sub("'", cell)
    return cell


def unescape_formula(cell: str) -> str:
    """Return the cell of a file without the apostrophes that ``escape_formula`` put in."""
    return _DISARMED.sub("", cell) if "'" in cell else cell


def double_escape(cell: str) -> str:
    """Return the cell with one apostrophe more wherever ``unescape_formula`` takes one off."""
    return _DISARMED.sub("''", cell) if "'" in cell else cell


def write_csv(rows: Iterable[Sequence[str]], file: TextIO, delimiter: str = ",") -> None:
    """Write rows as CSV with LF line ends and as few quotation marks as can be, every cell disarmed."""
    csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(
        [escape_formula(cell) for cell in row] for row in rows
    )
