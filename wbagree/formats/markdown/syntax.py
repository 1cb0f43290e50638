"""Markdown syntax: escaped text, links, tables, Kosovo footnote (rule 4)."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import TextIO

from wbagree.formats.common import kosovo
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import single_line

# Everything that some Markdown dialect gives a meaning in running text.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$&^]|=(?==)|\+(?=\+)")
# Where a dialect that links bare addresses begins one.
_ADDRESS = re.compile(r"(?<!\\)(?::(?=//)|(?<=www)\.)", re.IGNORECASE)
_WORD = re.compile(r"\S+")
# What makes a list, a heading or a rule of a line that begins with it.
_BLOCK_START = re.compile(r"^(?:\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:#]))")
# What Markdown would read as a character with a name, inside an address too.
_ENTITY = re.compile(r"&(?=#?\w+;)")


# Of a long document most texts are the names, dates and words that its records share.
@lru_cache(maxsize=2**12)
def escaped(text: str) -> str:
    """Return ``text`` on one line, with every character that Markdown could act on escaped."""
    inside = _SPECIAL.sub(r"\\\g<0>", single_line(text))
    shown = inside.rstrip("#")  # Hash signs that end a heading are not shown.
    return _unlinked(_BLOCK_START.sub(r"\g<0>\\", shown + r"\#" * (len(inside) - len(shown))))


def _unlinked(text: str) -> str:
    """Return Markdown text in which no bare address holds a backslash of ours.

    A dialect that links bare addresses takes the backslash for a part of the address, and what follows as it is.
    """
    if "\\" not in text or not _ADDRESS.search(text):
        return text
    return _WORD.sub(lambda word: _ADDRESS.sub(r"\\\g<0>", word[0]) if "\\" in word[0] else word[0], text)


def link(text: str, url: str) -> str:
    """Return a link; the address is written so that nothing in it can end the link."""
    safe_url = "".join(char if char.isalnum() or char in _URL_SAFE else _percent(char) for char in url)
    return f"[{escaped(text)}](<{_ENTITY.sub('&amp;', safe_url)}>)"


_URL_SAFE = set("-._~:/?#[]@!$&'*+,;=%")


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


def write_grid(grid: Grid, file: TextIO, *, kosovo_note: bool = True) -> None:
    """Write a grid as a pipe table; cells are escaped, and Kosovo has its star and note unless that is turned off."""
    rows = [tuple(map(escaped, row)) for row in grid.rows]
    if kosovo_note:
        rows = [tuple(map(starred, row)) for row in rows]
    write_table(tuple(map(escaped, grid.plain_headings())), rows, file, numeric=grid.numeric)
    if kosovo_note and any(kosovo.mentioned(cell) for row in rows for cell in row):
        write_kosovo_note(file)


def write_kosovo_note(file: TextIO) -> None:
    """Write the footnote that documents of the region print with Kosovo*."""
    file.write(f"\n---\n\n\\* {kosovo.NOTE}\n")


def write_table(
    headings: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    file: TextIO,
    *,
    numeric: tuple[bool, ...] = (),
) -> None:
    """Write a pipe table of cells that are Markdown already."""
    rules = [("---:" if right else "---") for right in numeric or (False,) * len(headings)]
    file.writelines("| " + " | ".join(cells) + " |\n" for cells in chain((headings, tuple(rules)), rows))


def starred(text: str) -> str:
    r"""Return Markdown text with Kosovo written as ``Kosovo\\*``."""
    return _unlinked(kosovo.starred(text, r"\*"))
