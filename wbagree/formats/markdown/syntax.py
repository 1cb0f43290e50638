"""Markdown syntax: escaped text, links, tables, Kosovo footnote (rule 4)."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import TextIO

from wbagree.formats.common import kosovo
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import single_line

# Characters that have a meaning in the running text of some Markdown dialect.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$&^]|=(?==)|\+(?=\+)")
# The beginning of a bare address, for dialects that make links of these.
_ADDRESS = re.compile(r"(?<!\\)(?::(?=//)|(?<=www)\.)", re.IGNORECASE)
_WORD = re.compile(r"\S+")
# The beginning of a line that would be a list, a heading or a rule.
_BLOCK_START = re.compile(r"^(?:\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:#]))")
# An entity, such as ``&amp;``, which Markdown would decode even inside an address.
_ENTITY = re.compile(r"&(?=#?\w+;)")


# Cached, because most texts of a long document are names, dates and words that its records share.
@lru_cache(maxsize=2**12)
def escape_markdown(text: str) -> str:
    """Return ``text`` on one line, escaped for Markdown."""
    inside = _SPECIAL.sub(r"\\\g<0>", single_line(text))
    shown = inside.rstrip("#")  # Markdown does not show hash signs at the end of a heading.
    return _unlinked(_BLOCK_START.sub(r"\g<0>\\", shown + r"\#" * (len(inside) - len(shown))))


def _unlinked(text: str) -> str:
    """Return Markdown text in which no escape is inside a bare address.

    A dialect that makes links of bare addresses would take the backslash of an escape for a part of the address. In a
    word with a backslash, the colon or dot that makes it an address is therefore escaped as well.
    """
    if "\\" not in text or not _ADDRESS.search(text):
        return text
    return _WORD.sub(lambda word: _ADDRESS.sub(r"\\\g<0>", word[0]) if "\\" in word[0] else word[0], text)


def link(text: str, url: str) -> str:
    """Return a Markdown link to an address.

    Characters that could end the link are percent-encoded.
    """
    safe_url = "".join(char if char.isalnum() or char in _URL_SAFE else _percent(char) for char in url)
    return f"[{escape_markdown(text)}](<{_ENTITY.sub('&amp;', safe_url)}>)"


_URL_SAFE = set("-._~:/?#[]@!$&'*+,;=%")


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


def write_grid(grid: Grid, file: TextIO, *, kosovo_note: bool = True) -> None:
    """Write a grid as a pipe table, its cells escaped.

    With ``kosovo_note`` Kosovo has its star, and its footnote below the table.
    """
    rows = [tuple(map(escape_markdown, row)) for row in grid.rows]
    if kosovo_note:
        rows = [tuple(map(star_kosovo_markdown, row)) for row in rows]
    write_table(tuple(map(escape_markdown, grid.headings)), rows, file, numeric=grid.numeric)
    if kosovo_note and any(kosovo.mentions_kosovo(cell) for row in rows for cell in row):
        write_kosovo_note(file)


def write_kosovo_note(file: TextIO) -> None:
    """Write the usual footnote to Kosovo*."""
    file.write(f"\n---\n\n\\* {kosovo.KOSOVO_NOTE}\n")


def write_table(
    headings: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    file: TextIO,
    *,
    numeric: tuple[bool, ...] = (),
) -> None:
    """Write a pipe table; its cells are Markdown already."""
    rules = [("---:" if right else "---") for right in numeric or (False,) * len(headings)]
    file.writelines("| " + " | ".join(cells) + " |\n" for cells in chain((headings, tuple(rules)), rows))


def star_kosovo_markdown(text: str) -> str:
    r"""Return Markdown text with Kosovo written as ``Kosovo\\*``."""
    return _unlinked(kosovo.star_kosovo(text, r"\*"))
