"""Folding of spellings, for the search index and for queries (rule 5).

``Đorđević``, ``Djordjevic``, ``Dordevic`` and ``Ђорђевић`` fold to ``dordevic``; ``Споразум`` to ``sporazum``.
Folding is for comparing, never for showing.
"""

import re
import unicodedata
from functools import cache, lru_cache

from wbagree.domain import INVISIBLE

# Cyrillic of the region, as its Latin alphabets write it once their own diacritics are gone.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "d", "ѓ": "gj", "е": "e", "ж": "z", "з": "z",
    "ѕ": "dz", "и": "i", "й": "j", "ј": "j", "к": "k", "ќ": "kj", "л": "l", "љ": "lj", "м": "m", "н": "n",
    "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ф": "f", "х": "h",
    "ц": "c", "ч": "c", "џ": "dz", "ш": "s", "щ": "st", "ъ": "a", "ы": "i", "ь": "", "э": "e", "ю": "ju",
    "я": "ja", "ѐ": "e", "ѝ": "i",
}  # fmt: skip
# Latin letters that Unicode does not decompose into a base letter and a mark.
_LATIN = {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
_LETTERS = str.maketrans(_CYRILLIC | _LATIN)

# The marks that join letters, or turn the direction of a text: in a name they have no meaning.
_TURNING = r"\u061c\u200c-\u200f\u202a-\u202e"

# Not compiled before a text needs them: most have neither.
_CO_HYPHEN = r"\bco-(?=\w)"
_DJ = "dj+"
_WORD = r"[^\W_]+"
# Characters of the longest name whose fold is kept: hostile texts would fill the memory.
_LONGEST_KEPT = 200
# str.translate table: other ASCII characters than those of words become blanks (faster than a regex).
_IN_WORDS = "".join(char if char.isalnum() else " " for char in map(chr, range(128)))


def fold(text: str) -> str:
    """Return ``text`` without case, diacritics or script.

    Two spellings of one word fold to the same text.
    """
    if text.isascii():
        folded = text.lower()
    else:
        # Recomposed first: ѓ, ќ and й are letters of their own here, not а г, к or и with an accent.
        letters = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
        marked = unicodedata.normalize("NFKD", letters)
        folded = "".join(char for char in marked if not unicodedata.combining(char)).casefold()
    if "dj" in folded:
        folded = re.sub(_DJ, "d", folded)
    return re.sub(_CO_HYPHEN, "co", folded) if "co-" in folded else folded


def folded_words(text: str) -> list[str]:
    """Return the folded words of ``text``, in order.

    Blanks, punctuation and underscores separate words.
    """
    if text.isascii():
        return fold(text).translate(_IN_WORDS).split()
    return [word for chunk in text.split() for word in _words_of(chunk)]


@lru_cache(maxsize=2**16)
def _words_of(chunk: str) -> tuple[str, ...]:
    """Return the folded words of a text without blanks.

    Cached: registers repeat the same few thousand words, and folding is slow.
    """
    return tuple(re.findall(_WORD, fold(chunk)))


def fold_name(text: str) -> str:
    """Return the folded words of a name, joined by one blank.

    Punctuation, footnote stars and invisible characters do not count.
    """
    return _kept_fold(text) if len(text) <= _LONGEST_KEPT else _fold_of_name(text)


def _fold_of_name(text: str) -> str:
    return " ".join(folded_words(without_invisible(text)))


# A run meets the names of all parties several times.
_kept_fold = lru_cache(maxsize=2**15)(_fold_of_name)


def without_invisible(text: str) -> str:
    """Return ``text`` without invisible characters."""
    return text if text.isascii() else _unseen().sub("", text)


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{INVISIBLE}{_TURNING}]")
