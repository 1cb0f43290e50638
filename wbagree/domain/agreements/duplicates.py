"""Duplicates: certain ones, and probable ones for a person to compare.

Certain: the same parties and title, with the same date or the same references. Probable: the same parties, a near date,
and titles with similar words or, across languages, the same subjects. Agreements on different subjects are no probable
duplicates, even if their titles are similar.
"""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.text.folding import folded_words

# Gazettes and reports of one signature differ by days, not by months.
NEAR_PERIOD = timedelta(days=31)
# Two instruments of one day differ by their subject: words that are in every title are not compared.
_COMMON = frozenset(
    folded_words(
        "a an and at between by for from in into of on the to with agreement treaty convention protocol memorandum"
        " understanding mou arrangement government governments council ministers ministry ministries republic states"
        " concerning regarding related relating field cooperation"
    )
)
_SIMILAR = 0.75
# The type of an agreement on an unknown subject.
_UNKNOWN_TYPE = "other"
# Comparing takes the square of the length; the longest title known has 325 characters.
_COMPARED = 4000

# Returns the types in a title (vocabulary.types_in): titles in two languages are compared by them.
TypesInTitle = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class DuplicateMatch:
    """An agreement that a new one duplicates, with the reason.

    It is ``certain`` or probable.
    """

    other: Agreement
    reason: str
    certain: bool


def find_duplicate(
    new: Agreement, candidates: Iterable[Agreement], types_in_title: TypesInTitle
) -> DuplicateMatch | None:
    """Return the agreement that ``new`` duplicates, or None.

    The same title goes before the same references, and these before a probable duplicate.
    """
    between = [other for other in candidates if other.parties == new.parties]
    for likeness, certain in ((_same_title, True), (_same_references, True), (_probable, False)):
        for other in between:
            if reason := likeness(new, other, types_in_title):
                return DuplicateMatch(other, reason, certain=certain)
    return None


def _same_title(new: Agreement, other: Agreement, _: TypesInTitle) -> str:
    same = _same_date(new, other) and not _names(new).isdisjoint(_names(other))
    return "same parties, date and title" if same else ""


def _same_references(new: Agreement, other: Agreement, _: TypesInTitle) -> str:
    # One gazette prints several agreements of one day: the title has to be the same as well.
    same = _share_references(new, other) and not _names(new).isdisjoint(_names(other))
    return "same parties, title and references" if same else ""


def _share_references(new: Agreement, other: Agreement) -> bool:
    return bool(new.references) and set(new.references) == set(other.references)


def _probable(new: Agreement, other: Agreement, subjects: TypesInTitle) -> str:
    if not _near_dates(new, other) or _different_subjects(new, other, subjects):
        return ""
    dated = new.signed is not None and other.signed is not None
    date = "no conflicting date" if not dated else "same date" if _same_date(new, other) else "near date"
    if _similar_titles(new, other):
        shared = " and references" if _share_references(new, other) else ""
        return f"same parties{shared}, similar title, {date}"
    # Without both dates the subject alone is too little: a pair has several agreements about one thing.
    return _same_subject(new, other, subjects, date) if dated else ""


def _different_subjects(new: Agreement, other: Agreement, subjects: TypesInTitle) -> bool:
    """Return whether two agreements share no subject.

    Types and titles of both must name subjects; otherwise it cannot be known.
    """
    ours, theirs = (({*one.types} | _subjects(one, subjects)) - {_UNKNOWN_TYPE} for one in (new, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _same_subject(new: Agreement, other: Agreement, subjects: TypesInTitle, date: str) -> str:
    ours, theirs = _subjects(new, subjects), _subjects(other, subjects)
    if ours & theirs:
        return f"same parties, same subject, {date}"
    one_day = _same_date(new, other) and new.signed is not None and new.signed.precision == "day"
    if one_day and not (ours and theirs):
        return "same parties, same day, title without a subject"
    return ""


def _same_date(new: Agreement, other: Agreement) -> bool:
    """Return whether both have the same date of signature.

    Marks of doubt are ignored.
    """
    if new.signed is None or other.signed is None:
        return new.signed is other.signed
    return (new.signed.earliest, new.signed.latest) == (other.signed.earliest, other.signed.latest)


def _near_dates(new: Agreement, other: Agreement) -> bool:
    if new.signed is None or other.signed is None:
        return True  # an undated report of the same title may well be of the same signature
    return (
        new.signed.earliest - NEAR_PERIOD <= other.signed.latest
        and other.signed.earliest - NEAR_PERIOD <= new.signed.latest
    )


def _titles(agreement: Agreement) -> list[str]:
    return [title for title in (agreement.title, agreement.title_original) if title]


def _names(agreement: Agreement) -> set[tuple[str, ...]]:
    return {tuple(folded_words(title)) for title in _titles(agreement)}


def _subjects(agreement: Agreement, subjects: TypesInTitle) -> set[str]:
    return {code for title in _titles(agreement) for code in subjects(title)}


def _similar_titles(new: Agreement, other: Agreement) -> bool:
    return not _names(new).isdisjoint(_names(other)) or any(
        _similar_words(_distinctive_words(ours), _distinctive_words(theirs))
        for ours in _titles(new)
        for theirs in _titles(other)
    )


def _distinctive_words(title: str) -> list[str]:
    return [word for word in folded_words(title[:_COMPARED]) if word not in _COMMON]


def _similar_words(ours: list[str], theirs: list[str]) -> bool:
    if not ours or not theirs:
        return False  # "Treaty" and "Protocol" have no word to compare
    # The quick upper bound avoids most of the work on titles that have nothing in common.
    matcher = difflib.SequenceMatcher(None, ours, theirs)
    return matcher.real_quick_ratio() >= _SIMILAR and matcher.ratio() >= _SIMILAR
