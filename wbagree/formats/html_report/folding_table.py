"""The letters that a browser needs to fold as ``domain.text.folding`` does.

A browser can normalise, lower and strip marks. For all other letters it gets a table that ``fold`` itself computes, so
that there is only one definition of folding.
"""

import unicodedata
from functools import cache

from wbagree.domain.text.folding import fold

# The scripts of Europe: Latin, Greek, Cyrillic, Armenian, Georgian. Texts of other scripts are found without a table,
# because a page folds index and query alike.
FOLDED_LETTERS = (
    *(range(0x80, 0x590), range(0x10A0, 0x1100), range(0x1C80, 0x1CC0), range(0x1D00, 0x2000)),
    *(range(0x2C60, 0x2E00), range(0xA640, 0xA800), range(0xAB30, 0xAB70)),
)


def fold_plainly(letter: str) -> str:
    """Return a letter as the page's script folds it without the table."""
    marked = unicodedata.normalize("NFKD", letter.lower())
    return "".join(char for char in marked if unicodedata.category(char)[0] != "M").lower()


@cache
def folding_table() -> dict[str, str]:
    """Return the letters that ``fold`` and ``fold_plainly`` fold differently.

    Letter, composed (NFKC), to what ``fold`` makes of it.
    """
    differing = {}
    for letters in FOLDED_LETTERS:
        for letter in map(chr, letters):
            if unicodedata.normalize("NFKC", letter) == letter and (folded := fold(letter)) != fold_plainly(letter):
                differing[letter] = folded
    return differing
