"""The parts of a title that tell agreements apart."""

from typing import NamedTuple

from wbagree.domain.text.folding import folded_words

# The subject of a title is at its beginning; the longest known has 325 characters.
TELLING = 4000
# Numbers from here are years.
FIRST_YEAR = 1800
# Inflected forms of one word begin with these letters.
_BEGINNING = 6


class TitleParts(NamedTuple):
    """A title in parts.

    ``name``: all words, folded. ``forms``: all forms that it names, in their order. ``relations``: what it does to
    another agreement (a ``Verb``, or ``ends``). ``subject``: the words that name its types. ``words``: those that are
    neither of them nor names of parties or forms, nor common in titles. ``activities``: common words that may still
    tell a subject (*facilitation*, *abolition*). ``places``: those of ``words`` that are names. ``topics``: the
    subjects for which there is no type (*air-transport*); their words are among ``words``. Of all words but ``name``,
    only the beginnings, so that inflected forms are equal. ``languages``: those of its common words; empty if it has
    none. ``is_known``: whether the vocabulary of types is in its language; ``has_known_topics``: likewise that of
    topics. ``is_silent``: whether it does not say what it is about.
    """

    name: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()
    forms: tuple[str, ...] = ()
    relations: frozenset[str] = frozenset()
    numbers: frozenset[int] = frozenset()
    subject: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    is_known: bool = True
    has_known_topics: bool = False
    is_silent: bool = False

    @property
    def subjects(self) -> frozenset[str]:
        """The types and topics."""
        return self.types | self.topics

    @property
    def is_short_name(self) -> bool:
        """Whether it has one word and names, as *Argentina - Chile BIT*."""
        return not self.forms and len(self.words) == 1


def words_of_title(title: str, _: tuple[str, ...]) -> TitleParts:
    """Return a title in parts without a vocabulary: its words alone."""
    words = folded_words(title[:TELLING])
    return TitleParts(tuple(words), words=frozenset(map(beginning, words)))


def beginning(word: str) -> str:
    """Return the beginning that a folded word shares with its inflected forms."""
    return word[:_BEGINNING]
