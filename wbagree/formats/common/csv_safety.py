"""Delimited text that a spreadsheet opens without running anything in it.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end for a formula. An
apostrophe in front makes it text, and is removed again when the cell is read. A cell that already has apostrophes in
front of such a character gets one more, so that every cell is read back unchanged.

The same holds inside a cell, after a semicolon, a tab or a line end: a spreadsheet that separates cells by semicolons
or tabs begins a new cell there. Quotation marks do not prevent that, because to such a program they are in mid-cell.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

# OWASP's list for CSV injection. Some programs treat the full-width signs as the plain ones.
_SIGNS, _BREAKS = "=+-@\t\r\n＝＋－＠", ";\t\r\n"
_SIGN, _BEGIN = f"[{re.escape(_SIGNS)}]", f"(?:^|(?<=[{_BREAKS}]))"
# First characters of a cell that may need an apostrophe at its beginning.
_OPENING = _SIGNS + "'"
_RUN = re.compile(rf"{_BEGIN}(?='*{_SIGN})")
_DISARMED = re.compile(rf"{_BEGIN}'(?='*{_SIGN})")


def escape_formula(cell: str) -> str:
    """Return the cell with an apostrophe wherever a spreadsheet would run it."""
    # Most cells need no apostrophe. Separate tests of each of _BREAKS find that out faster than the expression.
    if cell and (cell[0] in _OPENING or ";" in cell or "\n" in cell or "\t" in cell or "\r" in cell):
        return _RUN.sub("'", cell)
    return cell


def unescape_formula(cell: str) -> str:
    """Return the cell without the apostrophes that ``escape_formula`` put in."""
    return _DISARMED.sub("", cell) if "'" in cell else cell


def double_escape(cell: str) -> str:
    """Return the cell with one apostrophe more wherever ``unescape_formula`` removes one."""
    return _DISARMED.sub("''", cell) if "'" in cell else cell


def write_safe_csv(rows: Iterable[Sequence[str]], file: TextIO, delimiter: str = ",") -> None:
    """Write rows as CSV, every cell escaped by ``escape_formula``.

    Line ends are LF, and only cells that need quotation marks have them.
    """
    csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(
        [escape_formula(cell) for cell in row] for row in rows
    )
