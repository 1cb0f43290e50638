"""Titles in parts: what they name, number and relate to, for telling agreements apart.

The words are data: those of ``Vocabulary``, and of ``seed/vocabulary/title_words.csv``.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from wbagree.domain.agreements.title_parts import TELLING, TitleParts, beginning
from wbagree.domain.agreements.vocabularies import Form, Verb
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.domain.text.folding import fold_name, folded_words

# What titles do to other agreements: the verbs of relations, and one more.
_RELATIONS = frozenset({*Verb, "ends"})
_FORMS = frozenset(Form)
# The meanings of words that name a form, and an activity.
_FORM, _ACTIVITY = "form", "activity"
# Its nouns have capitals, as names have.
_GERMAN = "de"
# A stem in the table ends in this.
_STEM = "*"
# Stems are found by the beginning of a word, which has at least this many letters.
_PREFIX = 3
_LONGEST_NUMBER = 9
# The share of common words in a title whose language is known.
_ENOUGH = 0.15
# (with implementing protocol): what comes with an agreement is no relation to another.
_BRACKETS = re.compile(r"\([^()]*\)")


class Meaning(NamedTuple):
    """A meaning of a word, or of words that begin so."""

    word: str
    is_stem: bool
    code: str
    language: str

    def fits(self, word: str) -> bool:
        """Return whether a folded word has this meaning."""
        return word.startswith(self.word) if self.is_stem else word == self.word

    def is_of(self, languages: Collection[str]) -> bool:
        """Return whether the meaning is of one of some languages.

        Without languages, each is.
        """
        return not languages or not self.language or self.language in languages


@dataclass(frozen=True, slots=True, eq=False)
class TitleReader:
    """Reader of titles.

    ``meanings``: those of words, by their first letters; ``languages``: those of the vocabulary. ``names`` returns the
    beginnings of the words that name each party; it is called only when a title is read, because loading them takes
    long.
    """

    vocabulary: Vocabulary
    meanings: Mapping[str, tuple[Meaning, ...]]
    languages: frozenset[str]
    names: Callable[[], Mapping[str, Collection[str]]]

    def read(self, title: str, parties: tuple[str, ...]) -> TitleParts:
        """Return the title of an agreement between parties in parts."""
        return _read(self, title[:TELLING], parties)

    def meanings_of(self, word: str) -> tuple[Meaning, ...]:
        """Return the meanings of a folded word."""
        return _meanings_of(self, word)


def make_title_reader(
    vocabulary: Vocabulary,
    words: Iterable[tuple[str, str, str]],
    names: Callable[[], Mapping[str, Collection[str]]],
) -> TitleReader:
    """Make a reader from rows: (meaning, language, word or stem with ``*``).

    A language with names of forms is one of the vocabulary.
    """
    by_prefix: dict[str, list[Meaning]] = {}
    for code, language, text in words:
        word = fold_name(text)
        by_prefix.setdefault(word[:_PREFIX], []).append(Meaning(word, text.endswith(_STEM), code, language))
    meanings = {prefix: tuple(found) for prefix, found in by_prefix.items()}
    languages = frozenset(one.language for found in meanings.values() for one in found if one.code == _FORM)
    return TitleReader(vocabulary, meanings, languages, names)


@lru_cache(maxsize=2**14)  # titles repeat the same few thousand words
def _meanings_of(reader: TitleReader, word: str) -> tuple[Meaning, ...]:
    return tuple(one for one in reader.meanings.get(word[:_PREFIX], ()) if one.fits(word))


@lru_cache(maxsize=4096)  # each title is compared with several others
def _read(reader: TitleReader, title: str, parties: tuple[str, ...]) -> TitleParts:
    words = folded_words(title)
    languages = _languages(reader, words)
    meanings = [[one for one in reader.meanings_of(word) if one.is_of(languages)] for word in words]
    codes = [{one.code for one in found} for found in meanings]
    types = reader.vocabulary.named_types(title)
    forms = _forms(reader, words, codes)
    names = {name for party in parties for name in reader.names().get(party, ())}
    telling = {
        place: beginning(word)
        for place, word in enumerate(words)
        if _is_letter_of_annex(words, codes, place)
        or not (codes[place] or place in forms or beginning(word) in names or _is_of_a_date(words, place))
    }
    other_words = frozenset(word for place, word in telling.items() if place not in types.places)
    activities = frozenset(
        beginning(word)
        for place, word in enumerate(words)
        if _ACTIVITY in codes[place] and place not in types.places and place not in forms
    )
    return TitleParts(
        name=tuple(words),
        types=frozenset(types.types),
        forms=tuple(forms[place] for place in sorted(forms)),
        relations=_relations(reader, title, languages),
        numbers=frozenset(chain.from_iterable(map(_numbers, words, codes))),
        subject=frozenset(word for place, word in telling.items() if place in types.places),
        words=other_words,
        activities=activities,
        places=frozenset() if _GERMAN in languages else other_words & _capitals(title),
        languages=languages,
        is_known=not languages.isdisjoint(reader.languages) and (bool(forms) or languages <= reader.languages),
        is_silent=not (types.types or other_words or activities),
    )


def _forms(reader: TitleReader, words: Sequence[str], codes: Sequence[Collection[str]]) -> dict[int, str]:
    """Return the forms in a title by the places of their words."""
    found = {place: code for place, known in enumerate(codes) for code in known if code in _FORMS}
    return found | {place: code for places, code in reader.vocabulary.forms_of(words) for place in places}


def _is_letter_of_annex(words: Sequence[str], codes: Sequence[Collection[str]], place: int) -> bool:
    return len(words[place]) == 1 and place > 0 and Verb.SUPPLEMENTS in codes[place - 1]


def _capitals(title: str) -> set[str]:
    """Return the beginnings of words with a capital, if most have none."""
    words = title.split()[1:]
    capitals = [word for word in words if word.lstrip("(\"'„“«")[:1].isupper()]
    return (
        {beginning(one) for word in capitals for one in folded_words(word)} if len(capitals) < len(words) / 2 else set()
    )


def _is_of_a_date(words: Sequence[str], place: int) -> bool:
    """Return whether a word is a number, or between two numbers."""
    between = 0 < place < len(words) - 1 and words[place - 1].isdecimal() and words[place + 1].isdecimal()
    return between or words[place].isdecimal()


def _languages(reader: TitleReader, words: Sequence[str]) -> frozenset[str]:
    """Return the languages of most common words, if there are enough."""
    votes = Counter(
        language for word in words for language in {one.language for one in reader.meanings_of(word)} if language
    )
    most = max(votes.values(), default=0)
    return frozenset(language for language, number in votes.items() if number == most >= len(words) * _ENOUGH)


def _relations(reader: TitleReader, title: str, languages: frozenset[str]) -> frozenset[str]:
    """Return what a title does to another agreement.

    The word for it is before the name of that agreement, in the name of a form (*Zusatzprotokoll*), or follows it
    (*protocole additionnel*), and is before the subject.
    """
    bare = _BRACKETS.sub(" ", title)
    words = folded_words(bare)
    meanings = [{one.code for one in reader.meanings_of(word) if one.is_of(languages)} for word in words]
    if not any(found & _RELATIONS for found in meanings):
        return frozenset()
    forms = _forms(reader, words, meanings)
    last = max(forms, default=len(words))
    subject = min(reader.vocabulary.named_types(bare).places, default=len(words))
    found = {
        code
        for place, known in enumerate(meanings)
        if place <= subject and (place <= last or place - 1 in forms)
        for code in known & _RELATIONS
    }
    # Amendments often supplement as well, and one language says both.
    return frozenset(found - {Verb.SUPPLEMENTS} if Verb.AMENDS in found else found)


def _numbers(word: str, codes: Iterable[str]) -> list[int]:
    number = [int(word)] if word.isdecimal() and len(word) <= _LONGEST_NUMBER else []
    return number + [int(code) for code in codes if code.isdecimal()]
