"""What somebody probably meant: the known names most like an unknown one, as a whole or in one of their words."""

import difflib
from collections.abc import Iterable, Mapping

_MOST = 3
# Shorter words are in too many names to say which was meant.
_TELLING = 4
# A whole name that is as like goes before a part of one.
_PART = 0.95
# Nobody means a known name by a longer text.
_LONGEST = 200
# Looking for likeness is slow, and whoever has so many unknown names in one list reads no more advice.
_PATIENCE = 50


def nearest(name: str, known: Mapping[str, Iterable[str]], cutoff: float) -> list[str]:
    """Return up to three codes whose folded names (``known``: name to codes) are most like the folded ``name``.

    ``cutoff`` is from 0 (anything) to 1 (the same); a name counts by its whole or by its most similar word.
    """
    likeness: dict[str, float] = {}
    for other, codes in known.items():
        best = max(
            _likeness(name, other),
            *(_PART * _likeness(name, word) for word in other.split(" ") if len(word) >= _TELLING),
            0.0,
        )
        for code in codes:
            likeness[code] = max(best, likeness.get(code, 0.0))
    close = sorted((-ratio, code) for code, ratio in likeness.items() if ratio >= cutoff)
    return [code for _, code in close[:_MOST]]


class SuggestionCache:
    """What is nearest among the names of one book: looked for once for each name, and only so many times."""

    def __init__(self, cutoff: float) -> None:
        self._cutoff = cutoff
        self._given: dict[str, list[str]] = {}

    def nearest(self, name: str, known: Mapping[str, Iterable[str]]) -> list[str]:
        """Return what ``nearest`` does, or nothing for a name that nobody types or that comes too late."""
        if name not in self._given:
            if len(name) > _LONGEST or len(self._given) >= _PATIENCE:
                return []
            self._given[name] = nearest(name, known, self._cutoff)
        return self._given[name]


def _likeness(one: str, other: str) -> float:
    matcher = difflib.SequenceMatcher(None, one, other)
    # The two quick bounds spare most of the work on names that have nothing in common.
    return matcher.ratio() if matcher.real_quick_ratio() > 0.5 and matcher.quick_ratio() > 0.5 else 0.0
