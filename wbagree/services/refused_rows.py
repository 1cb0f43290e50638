"""The file of refused rows, which people correct and import again."""

import os
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.foreign_lists.column_mapping import PROBLEM_COLUMN
from wbagree.domain.foreign_lists.target_readers import DISCLOSURE_TARGETS
from wbagree.formats.common import csv_safety
from wbagree.formats.list_readers.opened_list import OpenedList

if TYPE_CHECKING:
    from wbagree.store.write.import_result import ImportRow


# The problem of a row without one of its own.
_OTHER_ROW = "another row of this agreement has a problem"
# The most bytes of a list's name that leave room for the ending; most drives allow 255.
_ROOM = 255 - len(".refused-999.csv")


def refused_rows_path(file: Path) -> Path:
    """Return the file for the refused rows of a list.

    For stdin (``-``) it is in the current folder.
    """
    if str(file) == "-":
        return Path("stdin.refused.csv")
    name = os.fsencode(file.name)
    if len(name) > _ROOM:
        name = name[:_ROOM].decode(errors="ignore").encode()  # without half a letter at the end
    return file.with_name(f"{os.fsdecode(name)}.refused.csv")


class RefusedRows:
    """The refused rows, in the list's own columns and ``problem``.

    Cells beyond the last column of the list follow the problem. The file is ``private`` when the list is, when a row
    states its disclosure, or when a row is about a restricted agreement.
    """

    def __init__(self, listing: OpenedList, *, private: bool = False) -> None:
        columns = listing.layout.columns
        # If the list is itself a file of refused rows, its column of problems is left out.
        self._ours = frozenset(place for place, column in enumerate(columns) if column.header == PROBLEM_COLUMN)
        self._header = [column.header for column in columns if column.header != PROBLEM_COLUMN]
        self._disclosures = [place for place, column in enumerate(columns) if column.target in DISCLOSURE_TARGETS]
        # The options that read the list read this file as well.
        self._delimiter = {"semicolon": ";", "tab": "\t", "pipe": "|"}.get(listing.facts.get("delimiter", ""), ",")
        self.private = private
        self._rows: list[list[str]] = []

    def add(self, row: "ImportRow", problems: Sequence[FieldProblem], restricted: bool) -> None:
        """Add a row with its problems.

        Of an agreement of several rows, all are added. ``restricted``: the problems quote a restricted agreement, which
        makes the whole file private.
        """
        general = [problem for problem in problems if not problem.line]
        for line, row_cells in zip_longest(row.lines, row.rows):
            own = [problem for problem in problems if line and problem.line == line]
            self._add(row_cells, "; ".join(map(str, own + general)) or _OTHER_ROW, restricted=restricted)

    def _add(self, row_cells: Sequence[str], problem: str, *, restricted: bool) -> None:
        disclosures = [row_cells[place] for place in self._disclosures if place < len(row_cells)]
        self.private |= restricted or any(map(str.strip, disclosures))
        cells = [cell for place, cell in enumerate(row_cells) if place not in self._ours]
        width = len(self._header)
        cells += [""] * (width - len(cells))
        self._rows.append([*cells[:width], problem, *cells[width:]])

    def __bool__(self) -> bool:
        """Return whether a row was refused."""
        return bool(self._rows)

    def write(self, file: TextIO) -> None:
        """Write the rows as CSV."""
        file.write("\ufeff")  # so that the encoding in a saved mapping does not mislead the next import
        rows = [[*self._header, PROBLEM_COLUMN], *self._rows]
        csv_safety.write_safe_csv(([_without_surrogates(cell) for cell in row] for row in rows), file, self._delimiter)


def _without_surrogates(cell: str) -> str:
    """Return a cell without surrogates, which no file can hold."""
    return cell.encode(errors="replace").decode()
