"""Grids of text, from which all tables for people are drawn."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

# In the texts of a block: no line ends here.
FIXED_BLANK = "\u00a0"


class Block(NamedTuple):
    """Labelled texts under a title."""

    title: str
    lines: Sequence[tuple[str, str]]


class Grid(NamedTuple):
    """Rows of text under headings, as the renderers for people draw them.

    ``numeric`` columns are aligned to the right. If there is too little room, the columns of the first of ``omissible``
    that is enough may be left out, by their headings. Where there is none for a table, ``blocks`` take its place.
    """

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    numeric: tuple[bool, ...] = ()
    last_is_total: bool = False
    omissible: Sequence[Collection[str]] = ()
    blocks: Sequence[Block] = ()

    def without(self, headings: Collection[str]) -> "Grid":
        """Return the grid without the columns of these headings."""
        kept = [place for place, heading in enumerate(self.headings) if heading not in headings]
        return self._replace(
            headings=tuple(self.headings[place] for place in kept),
            rows=[tuple(row[place] for place in kept) for row in self.rows],
            numeric=tuple(self.numeric[place] for place in kept) if self.numeric else (),
        )
