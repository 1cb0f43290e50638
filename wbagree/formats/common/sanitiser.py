"""Text that a terminal shows and never obeys, and our own styles."""

import io
import os
import re
from functools import cache
from typing import Any, Self, TextIO

from wbagree.domain import UNSEEN

# C0 and C1 controls except tab and newline, DEL, and the characters that turn or hide the direction of text.
_OBEYED = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029"
# Half characters, which no terminal can show.
_HALVES = r"\ud800-\udfff"
# Words of Arabic, Indic and like scripts need joiners between their letters; anywhere else these are unseen.
_JOINED = r"[\u0620-\u109f\u1700-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]"
_JOINERS = rf"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"

# A line shorter than this has no room for a table, and none is longer than that.
_NARROWEST, _WIDEST = 20, 1000
_USUAL = 80


def sanitise(text: str) -> str:
    """Return ``text`` with control and bidirectional characters replaced by their code, as ``<1B>``."""
    return text if text.isprintable() else _obeyed().sub(_code, text)


def visible(text: str) -> str:
    """Return ``text`` as a terminal shows all of it: what it would obey or hide is replaced by its code."""
    return text if text.isascii() and text.isprintable() else _hidden().sub(_code, text)


def single_line(text: str) -> str:
    """Return ``text`` safe and on one line."""
    return sanitise(" ".join(text.split()))


def visible_line(text: str) -> str:
    """Return ``text`` visible and on one line."""
    return visible(" ".join(text.split()))


def _code(match: re.Match[str]) -> str:
    return f"<{ord(match[0]):02X}>"


@cache
def _obeyed() -> re.Pattern[str]:
    """Made when it is first needed: nearly every answer is printable as it is."""
    return re.compile(f"[{_OBEYED}]")


@cache
def _hidden() -> re.Pattern[str]:
    return re.compile(f"[{_OBEYED}{UNSEEN}{_HALVES}]|{_JOINERS}")


class Style(str):
    """A sequence that styles what follows. A terminal obeys nothing else, and no text can become one."""

    __slots__ = ()

    def __new__(cls, *codes: int) -> Self:
        """Make the sequence of the numbers of ``SGR`` (ECMA-48)."""
        return super().__new__(cls, f"\x1b[{';'.join(map(str, codes))}m")


BOLD, PLAIN = Style(1), Style(0)


class Terminal(io.TextIOBase):
    """A stream to a terminal: text is shown whole and never obeyed, a ``Style`` alone gets through.

    It stands where the stream stood, so that it does not matter who prints. It has no ``buffer``, for bytes would get
    past it.
    """

    def __init__(self, stream: TextIO) -> None:
        """Write to ``stream``."""
        self.stream = stream

    def write(self, text: str) -> int:
        """Write ``text``, made visible."""
        self.stream.write(text if isinstance(text, Style) else visible(text))
        return len(text)

    def reconfigure(self, **settings: Any) -> None:
        """Set the encoding and the like of the stream."""
        getattr(self.stream, "reconfigure")(**settings)  # noqa: B009  (TextIO does not declare it)

    def flush(self) -> None:
        """Flush the stream."""
        self.stream.flush()

    def fileno(self) -> int:
        """Return the number of the stream's file."""
        return self.stream.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal, as it is."""
        return self.stream.isatty()

    def writable(self) -> bool:
        """Whether it can be written to, as it can."""
        return True

    @property
    def encoding(self) -> str:  # type: ignore[override]  # declared as an attribute there
        """How the stream writes characters; ``input`` asks."""
        return self.stream.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override]  # likewise
        """What the stream does with a character it cannot write."""
        return self.stream.errors


def shielded(stream: TextIO) -> TextIO:
    """Return ``stream``, as a Terminal when it is one."""
    return Terminal(stream) if stream.isatty() and not isinstance(stream, Terminal) else stream  # type: ignore[return-value]  # has what a TextIO needs


def unshielded(stream: TextIO) -> TextIO:
    """Return the terminal itself, for what moves its cursor and writes nothing that comes from anywhere else."""
    return stream.stream if isinstance(stream, Terminal) else stream


def room() -> int:
    """Return how many characters a line of text may have; the usual number where no number is of use."""
    return width() or _USUAL


def width(unknown: int = _USUAL) -> int:
    """Return how many characters a line of the terminal has, ``unknown`` when it does not say.

    0 when there is no room for a table, or COLUMNS says what cannot be.
    """
    stated = os.environ.get("COLUMNS")
    if stated:
        try:
            columns = int(stated)
        except ValueError:
            return 0
    else:
        import shutil

        columns = shutil.get_terminal_size((unknown, 24)).columns
    return columns if _NARROWEST <= columns <= _WIDEST else 0
