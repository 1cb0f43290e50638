"""The authentic languages of an agreement, and the one that prevails.

Written ``sq;sr;en``, or ``sq;sr;en, en prevails``: codes of ISO 639 in the order of the text. Names come from CLDR by
way of Babel, which is slow to import and is loaded only where an agreement has languages.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from wbagree.domain.text.folding import fold_name, folded_words
from wbagree.errors import InvalidValue

# What the vocabulary calls words for "prevails", and words such as "language" that name none.
_PREVAILS, _NO_NAME = "prevails", "language"
# The regions' words for "and", and punctuation, separate languages.
_BETWEEN = r"[;,/|&+\n]|\((?=[^()]*\s)|\.(?:\s|$)|\s(?:and|dhe|i|и|und|et|e)\s"
# Montenegrin is not in CLDR.
_FURTHER = {"cnr": "Montenegrin"}
_NOTATION = "write codes or names, as in 'sq;sr;en' or 'sq;sr;en, en prevails'"


def read_languages(text: str, term: Callable[[str, str], str] = lambda _field, _text: "") -> str:
    """Return languages in our notation, from codes or names.

    ``term`` returns the code of a word of the vocabulary, or ''. InvalidValue for a part that is no language, and for
    two that prevail.
    """
    codes: dict[str, None] = {}
    prevailing: dict[str, None] = {}
    for part in re.split(_BETWEEN, text):
        if not part.strip():
            continue
        words = folded_words(part)
        prevails = {word for word in words if word == _PREVAILS or term("languages", word) == _PREVAILS}
        code = _code_of([word for word in words if word not in prevails], term)
        if not code:
            raise InvalidValue(f"{part.strip()!r} is no language; {_NOTATION}")
        codes[code] = None
        if prevails:
            prevailing[code] = None
    if not codes:
        raise InvalidValue(f"{text!r} names no language; {_NOTATION}")
    if len(prevailing) > 1:
        raise InvalidValue(f"{' and '.join(prevailing)} cannot both prevail; {_NOTATION}")
    return ", ".join((";".join(codes), *(f"{code} {_PREVAILS}" for code in prevailing)))


def language_words(languages: str) -> str:
    """Return languages in our notation as English names.

    ``Albanian, English; English prevails``. '' for none.
    """
    codes, _, prevailing = languages.partition(", ")
    names = _english_names() if languages else {}
    named = ", ".join(names.get(code, code) for code in codes.split(";"))
    if not prevailing:
        return named
    code = prevailing.removesuffix(f" {_PREVAILS}")
    return f"{named}; {names.get(code, code)} {_PREVAILS}"


def _code_of(words: list[str], term: Callable[[str, str], str]) -> str:
    """Return the code of a language's words, or ''.

    Words that name none are left out, as in *the Albanian language* or *en français*.
    """
    names = [word for word in words if term("languages", word) != _NO_NAME]
    if (
        len(names) == 1
        and len(words) > 1
        and names[0] in _codes()
        and not _codes().keys().isdisjoint({*words} - {*names})
    ):
        return ""  # EN SQ are two
    for found in (words, names):
        name = " ".join(found)
        if code := _code_of_name(name, term("languages", name)):
            return code
    return ""


def _code_of_name(name: str, known: str) -> str:
    if known and known not in (_PREVAILS, _NO_NAME):
        return known
    if not name:
        return ""
    return _codes().get(name, "") or (_names().get(name, "") if len(name) > 3 else "")


@cache
def _english_names() -> Mapping[str, str]:
    """Return the English names of languages by code."""
    from babel import Locale  # here, because it costs 50 ms that most agreements never need

    names = Locale.parse("en").languages.items()
    return {code: name for code, name in names if code.isalpha() and len(code) <= 3} | _FURTHER


@cache
def _codes() -> Mapping[str, str]:
    """Return the codes of languages, with further codes that mean the same: ``eng`` is ``en``."""
    from babel.core import get_global

    known = _english_names()
    others = {other: code for other, code in get_global("language_aliases").items() if code in known}
    return {**others, **{code: code for code in known}}


@cache
def _names() -> Mapping[str, str]:
    """Return folded names of languages with codes, in the region's languages."""
    from babel import Locale

    from wbagree.domain.parties.country_names import LOCALES

    names: dict[str, str] = {}
    known = _english_names()
    for locale in LOCALES:
        for code, name in Locale.parse(locale).languages.items():
            if code in known:
                names.setdefault(fold_name(name), code)
    return names
