"""Labelled lines: each text under its name, wrapped to the terminal, nothing cut."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import TextIO

from wbagree.formats.common.sanitiser import make_visible, terminal_width

# Lines longer than this are hard to read, however wide the terminal is.
_WIDEST = 100
_NARROWEST = 20


def line_width() -> int:
    """Return how many characters a line may have on this terminal."""
    return min(terminal_width(_WIDEST) or _WIDEST, _WIDEST)


def write_labelled(
    texts: Iterable[tuple[str, Sequence[str]]], file: TextIO, *, indent: int = 16, width: int = 0
) -> None:
    """Write each name once, with its lines to the right of it.

    The lines begin at column ``indent``; a name that does not fit in front of them has a line of its own. Lines are as
    long as the terminal has room for, or at most ``width`` characters.
    """
    width = max((width or line_width()) - indent, _NARROWEST)
    for name, lines in texts:
        label = f"{name}:"
        if len(label) >= indent:
            file.write(label + "\n")
            label = ""
        for line in lines:
            file.write(label.ljust(indent) + wrap_visible(line, width).replace("\n", "\n" + " " * indent) + "\n")
            label = ""


def wrap_visible(text: str, width: int) -> str:
    """Return ``text``, made visible, in lines of at most ``width`` characters.

    A longer word has a line of its own.
    """
    return textwrap.fill(make_visible(text), width, break_long_words=False, break_on_hyphens=False)
