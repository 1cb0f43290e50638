"""Titles in parts: what they name, number and relate to, for telling agreements apart.

The words are data: those of ``Vocabulary``, and of ``title_words.csv`` and ``title_topics.csv`` in
``seed/vocabulary``.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from wbagree.domain.agreements.title_parts import FIRST_YEAR, TELLING, TitleParts, beginning
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
# Behind the figures of ordinal numbers: 2nd, 17th, 1er, 2e, 1o.
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|e|o|a)$")
_DAYS, _MONTHS, _YEARS = 31, 12, range(FIRST_YEAR, 2200)
# Words so near to a month are of its date; words so short are between its parts (17 de mayo de 1946).
_NEAR, _SHORT = 4, 2
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

    ``meanings``: those of words, by their first letters; ``topics``: likewise, of words that name a subject without a
    type; ``languages``: those of the vocabulary, and of topics. ``names`` returns the
    beginnings of the words that name each party; it is called only when a title is read, because loading them takes
    long.
    """

    vocabulary: Vocabulary
    meanings: Mapping[str, tuple[Meaning, ...]]
    topics: Mapping[str, tuple[Meaning, ...]]
    languages: frozenset[str]
    languages_of_topics: frozenset[str]
    names: Callable[[], Mapping[str, Collection[str]]]

    def read(self, title: str, parties: tuple[str, ...]) -> TitleParts:
        """Return the title of an agreement between parties in parts."""
        return _read(self, title[:TELLING], parties)

    def meanings_of(self, word: str) -> tuple[Meaning, ...]:
        """Return the meanings of a folded word."""
        return _meanings_of(self, word)

    def topics_of(self, word: str) -> tuple[Meaning, ...]:
        """Return the topics that a folded word names."""
        return _topics_of(self, word)


def make_title_reader(
    vocabulary: Vocabulary,
    words: Iterable[tuple[str, str, str]],
    topics: Iterable[tuple[str, str, str]],
    names: Callable[[], Mapping[str, Collection[str]]],
) -> TitleReader:
    """Make a reader from rows: (meaning or topic, language, word or stem with ``*``).

    A language with names of forms is one of the vocabulary.
    """
    meanings = _by_first_letters(words)
    languages = frozenset(one.language for found in meanings.values() for one in found if one.code == _FORM)
    by_letters = _by_first_letters(topics)
    languages_of_topics = frozenset(one.language for found in by_letters.values() for one in found)
    return TitleReader(vocabulary, meanings, by_letters, languages, languages_of_topics, names)


def _by_first_letters(rows: Iterable[tuple[str, str, str]]) -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = {}
    for code, language, text in rows:
        word = fold_name(text)
        found.setdefault(word[:_PREFIX], []).append(Meaning(word, text.endswith(_STEM), code, language))
    return {letters: tuple(meanings) for letters, meanings in found.items()}


@lru_cache(maxsize=2**14)  # titles repeat the same few thousand words
def _meanings_of(reader: TitleReader, word: str) -> tuple[Meaning, ...]:
    return tuple(one for one in reader.meanings.get(word[:_PREFIX], ()) if one.fits(word))


@lru_cache(maxsize=2**14)
def _topics_of(reader: TitleReader, word: str) -> tuple[Meaning, ...]:
    return tuple(one for one in reader.topics.get(word[:_PREFIX], ()) if one.fits(word))


@lru_cache(maxsize=4096)  # each title is compared with several others
def _read(reader: TitleReader, title: str, parties: tuple[str, ...]) -> TitleParts:
    words = folded_words(title)
    languages = _languages(reader, words)
    meanings = [[one for one in reader.meanings_of(word) if one.is_of(languages)] for word in words]
    codes = [{one.code for one in found} for found in meanings]
    figures = [_figure(word) for word in words]
    dated = any(figure is not None for figure in figures)
    types = reader.vocabulary.named_types(title)
    forms = _forms(reader, words, codes)
    names = {name for party in parties for name in reader.names().get(party, ())}
    common = {
        place
        for place, word in enumerate(words)
        if codes[place]
        or place in forms
        or beginning(word) in names
        or (dated and _is_of_a_date(words, figures, place))
    }
    telling = {
        place: beginning(word)
        for place, word in enumerate(words)
        if place not in common or _is_letter_of_annex(words, codes, place)
    }
    other_words = frozenset(word for place, word in telling.items() if place not in types.places)
    activities = frozenset(
        beginning(word)
        for place, word in enumerate(words)
        if _ACTIVITY in codes[place] and place not in types.places and place not in forms
    )
    topics = frozenset(one.code for word in words for one in reader.topics_of(word) if one.is_of(languages))
    return TitleParts(
        name=tuple(words),
        types=frozenset(types.types),
        forms=tuple(forms[place] for place in sorted(forms)),
        relations=_relations(reader, title, languages) if any(_RELATIONS & found for found in codes) else frozenset(),
        numbers=_numbers(figures, codes),
        subject=frozenset(word for place, word in telling.items() if place in types.places),
        words=other_words,
        activities=activities,
        topics=topics,
        places=frozenset() if _GERMAN in languages else other_words & _capitals(title),
        languages=languages,
        is_known=not languages.isdisjoint(reader.languages) and (bool(forms) or languages <= reader.languages),
        has_known_topics=bool(topics) or not languages.isdisjoint(reader.languages_of_topics),
        is_silent=not (types.types or topics or other_words or activities),
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


def _is_of_a_date(words: Sequence[str], figures: Sequence[int | None], place: int) -> bool:
    """Return whether a word is a number, or a month.

    As in *17th May 1946*, *17 de mayo de 1946* and *May 17, 1946*. ``figures``: the numbers that the words are.
    """
    if figures[place] is not None:
        return True
    near = range(max(0, place - _NEAR), min(len(words), place + _NEAR + 1))
    longer = [other for other in near if len(words[other]) > _SHORT or figures[other] is not None]
    before = [figures[other] for other in longer if other < place][-1:]
    after = [figures[other] for other in longer if other > place][:2]
    if not after or after[0] is None:
        return False
    is_day_and_year = after[0] <= _DAYS and (after[1:] or [None])[0] in _YEARS
    return is_day_and_year or (bool(before) and before[0] is not None)


def _is_month(figures: Sequence[int | None], place: int) -> bool:
    """Return whether a number is the month of a date: other titles have it in words."""
    if not 0 < place < len(figures) - 1:
        return False
    before, number, after = figures[place - 1 : place + 2]
    if before is None or number is None or after is None:
        return False
    return number <= _MONTHS and (before in _YEARS or after in _YEARS)


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


def _numbers(figures: Sequence[int | None], codes: Sequence[Iterable[str]]) -> frozenset[int]:
    """Return the numbers of a title, in figures or words, without months."""
    in_figures = {one for place, one in enumerate(figures) if one is not None and not _is_month(figures, place)}
    return frozenset(in_figures | {int(code) for found in codes for code in found if code.isdecimal()})


def _figure(word: str) -> int | None:
    """Return the number that a word is in figures: ``17``, ``17th``, ``1o``."""
    figures = _ORDINAL.sub("", word) if word[:1].isdecimal() else ""
    return int(figures) if figures.isdecimal() and len(figures) <= _LONGEST_NUMBER else None
