"""Suggestions for an unknown text: the most similar known texts."""

import difflib
import functools
from collections import Counter
from collections.abc import Iterable, Mapping

_MOST = 3
# Letters of the shortest word that is compared; shorter ones are in too many names.
_TELLING = 4
# Factor for the similarity of a part of a name: an equally similar whole name is suggested first.
_PART = 0.95
# Longer texts get no suggestion.
_LONGEST = 200
# Finding suggestions is slow: only so many unknown names of one list get them.
_PATIENCE = 50


def similar_texts(text: str, known: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """Return up to three of the ``known`` texts most similar to ``text``.

    ``cutoff`` is the least similarity, from 0 to 1 (the same text).
    """
    return difflib.get_close_matches(text, [*known], n=_MOST, cutoff=cutoff)


def nearest_codes(name: str, known: Mapping[str, Iterable[str]], cutoff: float) -> list[str]:
    """Return up to three codes with names most similar to ``name``.

    ``name`` is folded; ``known`` maps folded names to their codes. ``cutoff`` is the least similarity, from 0
    (anything) to 1 (the same). The whole of a known name is compared, and each of its longer words; the best of these
    counts.
    """
    letters = Counter(name)

    @functools.cache  # the same words are in many names
    def likeness_to(other: str) -> float:
        return _likeness(name, letters, other, cutoff)

    likeness: dict[str, float] = {}
    for other, codes in known.items():
        best = max(
            likeness_to(other),
            *(_PART * likeness_to(word) for word in other.split(" ") if len(word) >= _TELLING),
            0.0,
        )
        for code in codes:
            likeness[code] = max(best, likeness.get(code, 0.0))
    close = sorted((-ratio, code) for code, ratio in likeness.items() if ratio >= cutoff)
    return [code for _, code in close[:_MOST]]


class SuggestionCache:
    """Suggestions among the names of one book, computed once for each name.

    Only so many names get suggestions (``_PATIENCE``).
    """

    def __init__(self, cutoff: float) -> None:
        self._cutoff = cutoff
        self._given: dict[str, list[str]] = {}

    def nearest(self, name: str, known: Mapping[str, Iterable[str]]) -> list[str]:
        """Return the codes with the most similar names.

        Empty for a very long name, or after many names.
        """
        if name not in self._given:
            if len(name) > _LONGEST or len(self._given) >= _PATIENCE:
                return []
            self._given[name] = nearest_codes(name, known, self._cutoff)
        return self._given[name]


def _likeness(one: str, letters: Counter[str], other: str, cutoff: float) -> float:
    """Return how similar two texts are; 0 if clearly below ``cutoff``."""
    # Two upper bounds that are quick to find avoid most of the work on names that have nothing in common.
    least = cutoff * (len(one) + len(other)) / 2
    if len(one) < least or len(other) < least:
        return 0.0
    shared = 0
    for letter, number in letters.items():
        shared += min(number, other.count(letter))
    if shared < least:
        return 0.0
    return difflib.SequenceMatcher(None, one, other).ratio()
