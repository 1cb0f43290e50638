"""Labelled lines: each text under its name, wrapped to the terminal, nothing cut."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from wbagree.formats.common.sanitiser import make_visible, terminal_size, terminal_width

# Lines longer than this are hard to read, however wide the terminal is.
_WIDEST = 100
_NARROWEST = 20
# Where an address goes on in the next line, the best first.
_ENDS = ("/", "?&=", "-_.")


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
            text = "\n".join(_pieces(wrap_visible(line, width), width))
            file.write(label.ljust(indent) + text.replace("\n", "\n" + " " * indent) + "\n")
            label = ""


def _pieces(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text, on a terminal none too long.

    A longer one is a word, such as an address: it is continued where it can be read best. Nothing is put in between,
    and elsewhere it stays whole, so that it can be copied.
    """
    for line in text.split("\n"):
        rest = line
        while len(rest) > width and terminal_size()[0]:
            cuts = (max(rest.rfind(end, 0, width) for end in ends) + 1 for ends in _ENDS)
            cut = next((cut for cut in cuts if cut > width // 2), width)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def wrap_visible(text: str, width: int) -> str:
    """Return ``text``, made visible, in lines of at most ``width`` characters.

    A longer word has a line of its own.
    """
    return textwrap.fill(make_visible(text), width, break_long_words=False, break_on_hyphens=False)
