"""Text that a terminal shows but never obeys, and our own styles."""

import io
import os
import re
import sys
from functools import cache
from typing import Any, Self, TextIO

from wbagree.domain import INVISIBLE

# C0 and C1 controls except tab and newline, DEL, line separators, and characters that change the direction of text.
_OBEYED = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029"
# Surrogates, halves of a character that no terminal can show.
_HALVES = r"\ud800-\udfff"
# Arabic, Indic and similar scripts need joiners next to their letters; anywhere else joiners are invisible.
_JOINED = r"[\u0620-\u109f\u1700-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]"
_JOINERS = rf"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"

# Columns of a terminal: fewer have no room for a table, more are not believed.
_NARROWEST, _WIDEST = 20, 1000
_USUAL = 80


def sanitise(text: str) -> str:
    """Return ``text`` with control and bidirectional characters replaced by codes.

    A code is the character's number in hexadecimal, as ``<1B>``.
    """
    return text if "".join(text.split("\n")).isprintable() else _obeyed_pattern().sub(_code, text)


def make_visible(text: str) -> str:
    """Return ``text`` so that a terminal shows all of it.

    Codes replace the characters that a terminal would obey or hide.
    """
    return text if text.isascii() and text.isprintable() else _obeyed_or_hidden_pattern().sub(_code, text)


def single_line(text: str) -> str:
    """Return ``text`` on one line, as ``sanitise`` makes it safe."""
    return sanitise(" ".join(text.split()))


def visible_line(text: str) -> str:
    """Return ``text`` on one line, all of it visible."""
    return make_visible(" ".join(text.split()))


def _code(match: re.Match[str]) -> str:
    return f"<{ord(match[0]):02X}>"


@cache
def _obeyed_pattern() -> re.Pattern[str]:
    """Return the pattern of characters that a terminal obeys.

    Compiled when first needed, for nearly every output is printable as it is.
    """
    return re.compile(f"[{_OBEYED}]")


@cache
def _obeyed_or_hidden_pattern() -> re.Pattern[str]:
    return re.compile(f"[{_OBEYED}{INVISIBLE}{_HALVES}]|{_JOINERS}")


class Style(str):
    """An escape sequence that styles the text after it.

    The only sequence that ``Terminal`` passes on unchanged. No text from elsewhere is an instance of this class.
    """

    __slots__ = ()

    def __new__(cls, *codes: int) -> Self:
        """Make the sequence from the codes of ``SGR`` (ECMA-48)."""
        return super().__new__(cls, f"\x1b[{';'.join(map(str, codes))}m")


BOLD, PLAIN = Style(1), Style(0)


class Terminal(io.TextIOBase):
    """A stream to a terminal that makes all text visible.

    Only a ``Style`` passes unchanged. It replaces the original stream, so that it does not matter which code prints. It
    has no ``buffer``, because bytes would bypass it.
    """

    def __init__(self, stream: TextIO) -> None:
        """Write to ``stream``."""
        self.stream = stream

    def write(self, text: str) -> int:
        """Write ``text``, made visible."""
        self.stream.write(text if isinstance(text, Style) else make_visible(text))
        return len(text)

    def reconfigure(self, **settings: Any) -> None:
        """Set the encoding and other settings of the stream."""
        getattr(self.stream, "reconfigure")(**settings)  # noqa: B009  (TextIO does not declare it)

    def flush(self) -> None:
        """Flush the stream."""
        self.stream.flush()

    def fileno(self) -> int:
        """Return the file descriptor of the stream."""
        return self.stream.fileno()

    def isatty(self) -> bool:
        """Return whether the stream is a terminal."""
        return self.stream.isatty()

    def writable(self) -> bool:
        """Return True."""
        return True

    @property
    def encoding(self) -> str:  # type: ignore[override]  # declared as an attribute there
        """The encoding of the stream, which ``input`` reads."""
        return self.stream.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override]  # likewise
        """The stream's handling of characters that it cannot encode."""
        return self.stream.errors


def shield(stream: TextIO) -> TextIO:
    """Return ``stream``, wrapped in ``Terminal`` if it is a terminal."""
    return Terminal(stream) if stream.isatty() and not isinstance(stream, Terminal) else stream  # type: ignore[return-value]  # has what a TextIO needs


def unshield(stream: TextIO) -> TextIO:
    """Return the original stream of a ``Terminal``, any other stream unchanged.

    Only for code that moves the cursor and writes no text from elsewhere.
    """
    return stream.stream if isinstance(stream, Terminal) else stream


def text_width() -> int:
    """Return how many characters a line of text may have.

    80 where ``terminal_width`` returns 0.
    """
    return terminal_width() or _USUAL


def terminal_width(unknown: int = _USUAL) -> int:
    """Return how many characters a line of the terminal has.

    COLUMNS goes before what the terminal reports; ``unknown`` when neither says. 0 when the terminal reports a number
    below 20 or above 1,000.
    """
    columns = int(os.environ.get("COLUMNS") or terminal_size()[0] or unknown)
    return columns if _NARROWEST <= columns <= _WIDEST else 0


def terminal_size() -> tuple[int, int]:
    """Return the columns and lines of stdout's terminal, 0 where not known."""
    try:
        columns, lines = os.get_terminal_size(sys.__stdout__.fileno()) if sys.__stdout__ else (0, 0)
    except (OSError, ValueError):  # not a terminal, or closed
        return 0, 0
    return columns, lines


def forget_impossible_size() -> None:
    """Remove COLUMNS and LINES that are no size of a terminal.

    They go from the environment: libraries read it as well, and would believe any number.
    """
    for name, least in (("COLUMNS", _NARROWEST), ("LINES", 1)):
        stated = os.environ.get(name, "")
        if not (stated.isdecimal() and len(stated) <= len(str(_WIDEST)) and least <= int(stated) <= _WIDEST):
            os.environ.pop(name, None)
