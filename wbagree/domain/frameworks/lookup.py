"""Lookup of frameworks by name."""

import re
from collections.abc import Iterable, Mapping, Sequence

from wbagree.domain.frameworks.framework import Framework
from wbagree.domain.text.folding import fold_name

# Since 2004 the European Treaty Series is the Council of Europe Treaty Series: CETS 185 is ETS 185.
_SAME: Mapping[str, str] = {"cets": "ets", "organisation": "organization", "centre": "center"}
_LITTLE = {"the", "of", "for", "on", "no", "nr", "number"}
_SERIES = ("ets", "council of europe convention")

_Words = tuple[str, ...]


def find_by_name(frameworks: Iterable[Framework], text: str) -> list[Framework]:
    """Return the frameworks that ``text`` can mean.

    By a whole name, else by the beginning of one, else by some of its words. Of a chain of successors, only the latest
    is returned.
    """
    requested = _words(text)
    if not requested:
        return []
    names = [(framework, _names(framework)) for framework in frameworks]
    for fits in (_equals, _begins_with, _contains):
        if found := [framework for framework, known in names if any(fits(name, requested) for name in known)]:
            return _latest(found)
    return []


def _names(framework: Framework) -> list[_Words]:
    """Return the words of each name of a framework.

    A name with a second one in parentheses counts as a whole and in its parts.
    """
    texts = [framework.key, framework.short_name]
    if framework.name:
        texts += [framework.name, *re.split(r"[()]", framework.name)]
    names = [words for words in map(_words, texts) if words]
    series, title = _SERIES
    return [*names, *[_words(f"{title} {framework.name}") for name in names[:1] if name[0] == series]]


def _words(text: str) -> _Words:
    apart = re.sub(r"(?<=[^\W\d])(?=\d)", " ", fold_name(text))
    words = [word.lstrip("0") or word for word in apart.split()]
    return tuple(_SAME.get(word, word) for word in words if word not in _LITTLE)


def _equals(name: _Words, requested: _Words) -> bool:
    return name == requested


def _begins_with(name: _Words, requested: _Words) -> bool:
    return name[: len(requested)] == requested


def _contains(name: _Words, requested: _Words) -> bool:
    plural = {word.removesuffix("s") for word in name}
    return all(word.removesuffix("s") in plural for word in requested)


def _latest(found: Sequence[Framework]) -> list[Framework]:
    """Return the latest of a chain of successors, otherwise all of them."""
    keys = {framework.key for framework in found}
    last = [framework for framework in found if framework.succeeded_by not in keys]
    return last if len(last) == 1 else [*found]


def predecessors(frameworks: Mapping[str, Framework], key: str) -> list[tuple[Framework, str]]:
    """Return the predecessors of a framework, and theirs.

    Each with the key of the one that it became, or '' if that is the framework ``key`` itself.
    """
    found: list[tuple[Framework, str]] = []
    waiting, seen = [key], {key}
    while waiting:
        here = waiting.pop(0)
        for framework in frameworks.values():
            if framework.succeeded_by == here and framework.key not in seen:
                found.append((framework, "" if here == key else here))
                waiting.append(framework.key)
                seen.add(framework.key)
    return found
