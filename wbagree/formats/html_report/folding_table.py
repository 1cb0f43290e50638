"""The letters that a browser needs to fold as ``domain.text.folding`` does.

A browser can normalise, lower and strip marks; the rest is asked of the program's own fold, so that there is one.
"""

import unicodedata
from functools import cache

from wbagree.domain.text.folding import fold

# The scripts that Europe writes: Latin, Greek, Cyrillic, Armenian, Georgian. A page folds index and query alike, so
# what is left of other scripts is found all the same.
CONCERNED = (
    *(range(0x80, 0x590), range(0x10A0, 0x1100), range(0x1C80, 0x1CC0), range(0x1D00, 0x2000)),
    *(range(0x2C60, 0x2E00), range(0xA640, 0xA800), range(0xAB30, 0xAB70)),
)


def plain(letter: str) -> str:
    """Return a letter as the page's own script folds it where the table says nothing."""
    marked = unicodedata.normalize("NFKD", letter.lower())
    return "".join(char for char in marked if unicodedata.category(char)[0] != "M").lower()


@cache
def table() -> dict[str, str]:
    """Return the letters, composed (NFKC), that fold to something else than ``plain`` makes of them."""
    differing = {}
    for letters in CONCERNED:
        for letter in map(chr, letters):
            if unicodedata.normalize("NFKC", letter) == letter and (folded := fold(letter)) != plain(letter):
                differing[letter] = folded
    return differing
