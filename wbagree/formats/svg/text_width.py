"""Widths of texts, so that labels can be placed without overlap.

A picture names fonts but contains none. The width of a character is the greatest that it has in Source Sans 3, Arial
and DejaVu Sans. A text that fits by these widths fits in all three, in fonts with Arial's widths (Helvetica, Liberation
Sans), and in the fallback of a machine that has none of the named fonts.
"""

import unicodedata
from functools import lru_cache

FONTS = "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
BOLD = 600
# Widths of the characters from space to tilde, in thousandths of the font size.
_REGULAR = (
    *(318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 350),
    *(637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 556),
    *(1015, 685, 687, 722, 771, 667, 611, 778, 752, 295, 500, 667, 558, 863, 749, 788),
    *(667, 788, 722, 667, 611, 732, 685, 989, 686, 667, 686, 391, 350, 391, 838, 556),
    *(542, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612),
    *(635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838),
)
_SEMIBOLD = (
    *(349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366),
    *(696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611),
    *(1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 556, 775, 638, 996, 837, 851),
    *(733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 366, 458, 838, 556),
    *(549, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688),
    *(716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838),
)
_OTHERS = {"–": 556, "“": 658, "”": 658, "‘": 380, "’": 380, "·": 380, "đ": 716, "ı": 343, "ł": 372}
_WIDEST, _CYRILLIC_CAPITAL, _CYRILLIC, _ACCENT = 1100, 1330, 1110, 140


def text_width(text: str, size: float, weight: int = 400) -> float:
    """Return the greatest width of a text, in the unit of ``size``."""
    return _thousandths(text, weight) * size / 1000


@lru_cache(maxsize=4096)
def _thousandths(text: str, weight: int) -> int:
    return sum(_width(char, weight) for char in text)


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


def fit_text(text: str, room: float, size: float, weight: int = 400) -> str:
    """Return ``text``, cut and ended by … if wider than ``room``."""
    if text_width(text, size, weight) <= room:
        return text
    used, end = text_width("…", size, weight), 0
    while end < len(text) and (used := used + text_width(text[end], size, weight)) <= room:
        end += 1
    return text[:end].rstrip(" ,-–") + "…"


def wrap_text(text: str, room: float, size: float, weight: int = 400) -> list[str]:
    """Return ``text`` in lines that fit into ``room``.

    A word that is wider is cut.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, size, weight) > room:
            lines.append(line)
            longer = word
        line = longer
    return [fit_text(line, room, size, weight) for line in (*lines, line) if line]
