"""Tables as plain text: one line for each row, nothing cut."""

import unicodedata
from typing import TextIO

from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import visible_line


def write_grid(grid: Grid, file: TextIO) -> None:
    """Write a grid with aligned columns.

    Spaces at the end of a line are left out.
    """
    rows = [grid.headings, *grid.rows]
    cells = [[visible_line(text) for text in row] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    numeric = grid.numeric or (False,) * len(widths)
    for place, row in enumerate(cells):
        if grid.last_is_total and place == len(cells) - 1:
            file.write("  ".join("-" * wide for wide in widths).rstrip() + "\n")
        padded = (
            " " * (wide - cell_width(text)) + text if right else text + " " * (wide - cell_width(text))
            for text, wide, right in zip(row, widths, numeric, strict=True)
        )
        file.write("  ".join(padded).rstrip() + "\n")


def cell_width(text: str) -> int:
    """Return how many terminal cells ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
