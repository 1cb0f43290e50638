"""Groupings among the bare words of a command: ``by year and type``."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from wbagree.errors import UsageProblem

_Grouping = TypeVar("_Grouping")

_BY = ("by", "per")
_AND = ("and", "&", "+")


def split_off_groupings(
    words: Sequence[str], read: Callable[[str], _Grouping | None], known: Sequence[str]
) -> tuple[list[str], list[_Grouping]]:
    """Split the groupings behind ``by`` off the words of a command.

    ``read`` returns the grouping that one or two words mean. UsageProblem if ``by`` comes before another word, with the
    ``known`` ones.
    """
    rest = [part for word in words for part in _parts(word, read)]
    kept: list[str] = []
    found: list[_Grouping] = []
    behind = False
    while rest:
        word = rest.pop(0)
        two = read(f"{word} {rest[0]}") if behind and rest else None
        one = two or (read(word) if behind else None)
        if word.lower() in _BY:
            behind = True
            if not rest or not (read(rest[0]) or (rest[1:] and read(" ".join(rest[:2])))):
                raise grouping_error(" ".join(rest[:1]), known)
        elif one:
            found.append(one)
            del rest[: 1 if two else 0]
        elif not (behind and found and word.lower() in _AND and rest and read(rest[0])):
            behind = False
            kept.append(word)
    return kept, found


def _parts(word: str, read: Callable[[str], object | None]) -> list[str]:
    """Return an argument such as ``by year,type`` or ``year,type`` as words."""
    parts = re.split(r"[\s,]+", word.strip(" ,"))
    return parts if parts[0].lower() in _BY or all(map(read, parts)) else [word]


def grouping_error(text: str, known: Sequence[str]) -> UsageProblem:
    """Return the error for what is no grouping."""
    sentence = f"Cannot group by {text!r}." if text.strip() else "No grouping is named."
    return UsageProblem(sentence, f"Group by {', '.join(known)}; for example: --by {known[0]}")
