"""Grids of text, from which all tables for people are drawn."""

from collections.abc import Sequence
from typing import NamedTuple

SOFT_HYPHEN = "\u00ad"


class Grid(NamedTuple):
    """Rows of text under headings, as the renderers for people draw them.

    ``numeric`` columns are aligned to the right. If there is too little room, headings may break at a soft hyphen, and
    the last ``optional_columns`` columns may be left out.
    """

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    numeric: tuple[bool, ...] = ()
    last_is_total: bool = False
    optional_columns: int = 0

    def plain_headings(self) -> tuple[str, ...]:
        """Return the headings without soft hyphens."""
        return tuple(heading.replace(SOFT_HYPHEN, "") for heading in self.headings)

    def without_optional(self) -> "Grid":
        """Return the grid without its optional columns."""
        kept = len(self.headings) - self.optional_columns
        rows = [row[:kept] for row in self.rows]
        return Grid(self.headings[:kept], rows, self.numeric[:kept], last_is_total=self.last_is_total)
