"""The likeness of two titles of the same parties, by their parts."""

import difflib
from enum import IntEnum
from itertools import product

from wbagree.domain.agreements.title_parts import FIRST_YEAR, TitleParts
from wbagree.domain.agreements.vocabularies import Form

# Translations of one title use any of these for its form.
_TREATIES = frozenset({Form.AGREEMENT, Form.TREATY, Form.CONVENTION})
# An agreement in one of these forms is not in another one; lists are less strict about the rest.
_DISTINCT_FORMS = _TREATIES | {Form.PROTOCOL, Form.DECLARATION, Form.ACTION_PLAN}
# Two spellings of one word, where one is misspelt; only so many words are compared.
_MISSPELT, _FEW_WORDS = 0.8, 6

# A longer title may have so many words for each that it shares with a shorter one.
_MUCH_MORE = 2
# So many words of a title and of its translation may be unknown.
_FEW_MORE = 3


class Likeness(IntEnum):
    """The likeness of two titles."""

    DIFFERENT = 0
    # One of them does not say what it is about, or not in a language that can be read.
    SILENT = 1
    SUBJECT = 2
    # In two languages: all types of both, and little else.
    TRANSLATED = 3
    SIMILAR = 4
    EQUAL = 5


def are_in_one_language(ours: TitleParts, theirs: TitleParts) -> bool:
    """Return whether two titles are in one language.

    Where that is not known, they share a word.
    """
    if ours.languages and theirs.languages:
        return not ours.languages.isdisjoint(theirs.languages)
    # Names of parties are much the same in many languages.
    return not _telling(ours).isdisjoint(_telling(theirs))


def _telling(parts: TitleParts) -> frozenset[str]:
    return parts.words | parts.subject | parts.activities


def _contradict(ours: TitleParts, theirs: TitleParts) -> bool:
    """Return whether two titles name different subjects, forms or numbers."""
    forms = {*ours.forms[:1], *theirs.forms[:1]}
    return (
        (bool(ours.types and theirs.types) and ours.types.isdisjoint(theirs.types))
        or (len(forms) > 1 and forms <= _DISTINCT_FORMS and not forms <= _TREATIES)
        or _different_numbers(ours.numbers - theirs.numbers, theirs.numbers - ours.numbers)
    )


def have_different_numbers(ours: TitleParts, theirs: TitleParts) -> bool:
    """Return whether each title has a number that the other has not."""
    return not ours.numbers <= theirs.numbers and not theirs.numbers <= ours.numbers


def _different_numbers(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Return whether numbers that only one title has are a difference.

    One of them may name a date that the other does not name, but not be the second of something.
    """
    return bool(ours and theirs) or any(only and max(only) < FIRST_YEAR for only in (ours, theirs))


def likeness_in_one_language(ours: TitleParts, theirs: TitleParts, years: frozenset[int]) -> Likeness:
    """Return the likeness of two titles in one language; ``years``: those of the signatures."""
    if _contradict(ours, theirs) or ours.relations != theirs.relations:
        return Likeness.DIFFERENT
    silent = ours.is_silent or theirs.is_silent
    if silent or ours.name == theirs.name:
        return Likeness.SILENT if silent else Likeness.EQUAL
    if ours.topics and ours.topics == theirs.topics and (ours.is_short_name or theirs.is_short_name):
        return Likeness.SIMILAR
    ours_only, theirs_only = _unmatched(ours.words, theirs.words)
    if (ours_only or ours.types - theirs.types) and (theirs_only or theirs.types - ours.types):
        return Likeness.DIFFERENT
    shared = len(ours.words) - len(ours_only)
    if not ours.types & theirs.types and len(ours_only) + len(theirs_only) > _MUCH_MORE * shared:
        return Likeness.DIFFERENT
    # Two words for the subject of one type, or for what is done about it, may be two subjects.
    activities, other_activities = _unmatched(ours.activities, theirs.activities)
    two_subjects = all(_unmatched(ours.subject, theirs.subject)) or (
        bool(activities and other_activities) if ours.types else bool(activities or other_activities)
    )
    two_subjects |= ours.topics != theirs.topics
    equal = not ours_only and not theirs_only and not two_subjects and _name_the_same(ours, theirs, years)
    return Likeness.EQUAL if equal else Likeness.SIMILAR


def likeness_across_languages(ours: TitleParts, theirs: TitleParts, years: frozenset[int]) -> Likeness:
    """Return the likeness of two titles in two languages; ``years``: those of the signatures."""
    known = ours.is_known and theirs.is_known
    if _contradict(ours, theirs) or (known and ours.relations != theirs.relations):
        return Likeness.DIFFERENT
    if ours.is_silent or theirs.is_silent:
        return Likeness.SILENT
    if ours.types & theirs.types:
        same = known and _name_the_same(ours, theirs, years) and _differ_little(ours, theirs)
        return Likeness.TRANSLATED if same else Likeness.SUBJECT
    if ours.subjects and theirs.subjects and (ours.topics or theirs.topics):
        return Likeness.DIFFERENT if ours.subjects.isdisjoint(theirs.subjects) else Likeness.SUBJECT
    if not known:
        names = _has_own_topic(ours, theirs) or _has_own_topic(theirs, ours)
        return Likeness.DIFFERENT if names else Likeness.SILENT
    # Many words are much the same in several languages.
    ours_only, theirs_only = _unmatched(ours.subject | ours.words, theirs.subject | theirs.words)
    return Likeness.DIFFERENT if ours_only and theirs_only else Likeness.SUBJECT


def _has_own_topic(short: TitleParts, other: TitleParts) -> bool:
    """Return whether another title would name the topic of a short name.

    Otherwise, whether a title in a language without a vocabulary names the same subject cannot be known.
    """
    return short.is_short_name and bool(short.topics) and other.has_known_topics and not other.subjects


def _differ_little(ours: TitleParts, theirs: TitleParts) -> bool:
    """Return whether few words, and no place, are in one title only."""
    ours_only, theirs_only = _unmatched(ours.words, theirs.words)
    places = ours.places & ours_only | theirs.places & theirs_only
    return max(len(ours_only), len(theirs_only)) <= _FEW_MORE and not places


def _name_the_same(ours: TitleParts, theirs: TitleParts, years: frozenset[int]) -> bool:
    """Return whether two titles name the same types, forms and numbers.

    The years of signature do not count.
    """
    forms, other_forms = ({"" if form in _TREATIES else form for form in one.forms} for one in (ours, theirs))
    same_forms = forms == other_forms or not forms or not other_forms
    return same_forms and ours.types == theirs.types and ours.numbers ^ theirs.numbers <= years


def _unmatched(ours: frozenset[str], theirs: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of each that the other has not, even misspelt.

    A word with figures is a name, and each figure counts.
    """
    ours, theirs = ours - theirs, theirs - ours
    if not ours or not theirs or max(len(ours), len(theirs)) > _FEW_WORDS:
        return ours, theirs
    misspelt = [
        (one, other)
        for one, other in product(ours, theirs)
        if one[0] == other[0]
        and one.isalpha()
        and other.isalpha()
        and difflib.SequenceMatcher(None, one, other).ratio() >= _MISSPELT
    ]
    return ours - {one for one, _ in misspelt}, theirs - {other for _, other in misspelt}
