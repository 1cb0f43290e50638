"""How wide a text is, so that labels can be placed where none meets another.

A picture names fonts and carries none. Each character counts as wide as the wider of Source Sans 3 and Arial has it:
what fits here fits in both, and in those that have Arial's widths (Helvetica, Liberation Sans).
"""

import unicodedata
from functools import lru_cache

FONTS = "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
BOLD = 600
# Thousandths of the size of the font, from the space to the tilde.
_REGULAR = (
    *(278, 289, 426, 556, 556, 889, 667, 249, 333, 333, 418, 584, 278, 333, 278, 350),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 303, 350, 303, 497, 556),
    *(542, 556, 556, 500, 556, 556, 292, 556, 556, 246, 247, 500, 255, 833, 556, 556),
    *(556, 556, 347, 500, 338, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_SEMIBOLD = (
    *(278, 333, 482, 556, 556, 889, 722, 275, 333, 333, 438, 584, 278, 333, 278, 344),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611),
    *(975, 722, 722, 722, 722, 667, 611, 778, 722, 282, 556, 722, 611, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 344, 333, 584, 556),
    *(549, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611),
    *(611, 611, 389, 556, 361, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584),
)
_OTHERS = {"–": 556, "“": 500, "”": 500, "‘": 278, "’": 278, "·": 278, "đ": 611, "ı": 278, "ł": 333}
_WIDEST, _CYRILLIC_CAPITAL, _CYRILLIC, _ACCENT = 1000, 1060, 910, 60


def width(text: str, size: float, weight: int = 400) -> float:
    """Return how wide a text is at most, in the unit of ``size``."""
    return sum(_width(char, weight) for char in text) * size / 1000


@lru_cache(maxsize=4096)
def _width(char: str, weight: int) -> int:
    table = _SEMIBOLD if weight >= BOLD else _REGULAR
    if " " <= char <= "~":
        return table[ord(char) - 32]
    if char in _OTHERS:
        return _OTHERS[char]
    if unicodedata.combining(char):
        return 0
    letter = unicodedata.normalize("NFD", char)[0]
    if " " <= letter <= "~":
        return table[ord(letter) - 32] + _ACCENT
    if "Ͱ" <= char <= "ԯ":
        return _CYRILLIC_CAPITAL if char.isupper() else _CYRILLIC
    return _WIDEST


def fitted(text: str, room: float, size: float, weight: int = 400) -> str:
    """Return ``text``, cut with … where it is wider than ``room``."""
    if width(text, size, weight) <= room:
        return text
    used, end = width("…", size, weight), 0
    while end < len(text) and (used := used + width(text[end], size, weight)) <= room:
        end += 1
    return text[:end].rstrip(" ,-–") + "…"


def wrapped(text: str, room: float, size: float, weight: int = 400) -> list[str]:
    """Return ``text`` in lines that fit into ``room``; a word that is wider than that is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width(longer, size, weight) > room:
            lines.append(line)
            longer = word
        line = longer
    return [fitted(line, room, size, weight) for line in (*lines, line) if line]
