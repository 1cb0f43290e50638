"""Duplicates: certain ones, and probable ones for a person to compare.

Certain: the same parties and title, with the same date or the same references; or the same day, and titles that name
the same and nothing else. Probable: the same parties, a near date, and titles with similar words or, across languages,
the same subjects. Two agreements differ by a registration number, by a relation between them, and by titles that name
other subjects, numbers or years, or of which only one amends, implements or extends something.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from operator import itemgetter

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.title_likeness import (
    Likeness,
    are_in_one_language,
    have_different_numbers,
    likeness_across_languages,
    likeness_in_one_language,
)
from wbagree.domain.agreements.title_parts import TitleParts
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import folded_words

# Gazettes and reports of one signature differ by days, not by months.
NEAR_PERIOD = timedelta(days=31)
# The type of an agreement on an unknown subject.
_UNKNOWN_TYPE = "other"
# Returns the parts of the title of an agreement between parties (TitleReader.read).
ReadTitle = Callable[[str, tuple[str, ...]], TitleParts]


@dataclass(frozen=True, slots=True)
class DuplicateMatch:
    """An agreement that a new one duplicates, with the reason.

    It is ``certain`` or probable.
    """

    other: Agreement
    reason: str
    certain: bool

    @property
    def sentence(self) -> str:
        """The sentence for a person, without a full stop."""
        return f"Possible duplicate of {self.other.key} ({self.reason})"


# Likenesses that are certain for agreements of one day.
_CERTAIN = (Likeness.TRANSLATED, Likeness.EQUAL)


def find_duplicate(new: Agreement, candidates: Iterable[Agreement], read_title: ReadTitle) -> DuplicateMatch | None:
    """Return the agreement that ``new`` duplicates, or None.

    The same title goes before the same references, and these before the same subject on the same day, and a probable
    duplicate.
    """
    between = [other for other in candidates if other.parties == new.parties]
    near = [other for other in _near(new, between) if not _differ(new, other)]
    names = _names(new)
    for other in near:
        if _same_date(new, other) and not names.isdisjoint(_names(other)) and _agree(new, other, read_title):
            return DuplicateMatch(other, "same parties, date and title", certain=True)
    # One gazette prints several agreements of one day: the title has to be the same as well.
    for other in between if new.references else ():
        cited = _share_references(new, other) and not _differ(new, other)
        if cited and not names.isdisjoint(_names(other)) and _agree(new, other, read_title):
            return DuplicateMatch(other, "same parties, title and references", certain=not _on_far_days(new, other))
    likenesses = [(other, _likeness(new, other, read_title)) for other in near]
    same = [other for other, likeness in likenesses if likeness in _CERTAIN and _same_day(new, other)]
    if len(same) == 1:
        return DuplicateMatch(same[0], "same parties, date and subject", certain=True)
    for other, likeness in sorted(likenesses, key=itemgetter(1), reverse=True):
        if reason := _reason(new, other, likeness):
            return DuplicateMatch(other, reason, certain=False)
    return None


def _agree(new: Agreement, other: Agreement, read_title: ReadTitle) -> bool:
    """Return whether two agreements, which share a title, share the other.

    Or one has no other, or it is in other words, but names the same.
    """
    same = folded_words(new.title) == folded_words(other.title)
    return same or _likeness(new, other, read_title) is not Likeness.DIFFERENT


def _differ(new: Agreement, other: Agreement) -> bool:
    """Return whether other facts than titles and signatures tell two apart.

    These are registrations, relations, and, without both dates of signature, dates of entry into force.
    """
    registered = new.registration and other.registration
    if registered and _numbers_in(new.registration).isdisjoint(_numbers_in(other.registration)):
        return True
    undated = new.signed is None or other.signed is None
    if undated and new.in_force and other.in_force and not _may_be_near(new.in_force, other.in_force):
        return True
    keys = ({relation.key for relation in one.relations} for one in (new, other))
    return any(bool(one.key) and one.key in related for one, related in zip((other, new), keys, strict=True))


def _numbers_in(registration: str) -> frozenset[str]:
    """Return the numbers of a registration: ``UN I-50123`` and ``50123`` are one."""
    return frozenset(re.findall(r"\d+", registration)) or frozenset({registration})


def _share_references(new: Agreement, other: Agreement) -> bool:
    return bool(new.references) and set(new.references) == set(other.references)


def _reason(new: Agreement, other: Agreement, likeness: Likeness) -> str:
    """Return why two agreements of near dates are probable duplicates, or ''."""
    dated = new.signed is not None and other.signed is not None
    date = "no conflicting date" if not dated else "same date" if _same_date(new, other) else "near date"
    # Without both dates a part of the title is too little: a pair has several agreements about one thing.
    if likeness is Likeness.EQUAL or (likeness is Likeness.SIMILAR and dated):
        shared = " and references" if _share_references(new, other) else ""
        return f"same parties{shared}, similar title, {date}"
    if likeness in (Likeness.SUBJECT, Likeness.TRANSLATED) and dated:
        return f"same parties, same subject, {date}"
    if likeness is Likeness.SILENT and _same_day(new, other):
        return "same parties, same day, subjects not comparable"
    return ""


def _likeness(new: Agreement, other: Agreement, read_title: ReadTitle) -> Likeness:
    """Return the likeness of the titles of two agreements.

    Titles in one language that is known go before others.
    """
    ours, theirs = _parts(new, read_title), _parts(other, read_title)
    named = all(any(one.subjects for one in parts) for parts in (ours, theirs))
    if not named:
        ours, theirs = _with_types(ours, new), _with_types(theirs, other)
    both = list(product(ours, theirs))
    in_one = [titles for titles in both if are_in_one_language(*titles)]
    known = [titles for titles in in_one if titles[0].is_known and titles[1].is_known]
    years = frozenset(one.signed.year for one in (new, other) if one.signed)
    if not in_one:
        found = {likeness_across_languages(*titles, years) for titles in both}
        # Types that a person gave say less than titles.
        return max(found) if named else min(max(found), Likeness.SILENT)
    # Two translations that have different numbers are of two agreements, even of one original title.
    if in_one[0] is both[0] and have_different_numbers(*both[0]):
        return Likeness.DIFFERENT
    found = {likeness_in_one_language(*titles, years) for titles in known or in_one}
    return max(found) if Likeness.EQUAL in found or Likeness.DIFFERENT not in found else Likeness.DIFFERENT


def _parts(agreement: Agreement, read_title: ReadTitle) -> list[TitleParts]:
    """Return the parts of the titles, without the date of signature."""
    parts = [read_title(title, agreement.parties) for title in (agreement.title, agreement.title_original) if title]
    if agreement.signed is None or agreement.signed.precision != "day":
        return parts
    day = agreement.signed.earliest
    date = {day.day, day.year}
    return [one._replace(numbers=one.numbers - {*date, day.month}) if date <= one.numbers else one for one in parts]


def _with_types(parts: Iterable[TitleParts], agreement: Agreement) -> list[TitleParts]:
    """Return the parts of titles with the types of their agreement.

    These say less than titles do.
    """
    stated = frozenset(agreement.types) - {_UNKNOWN_TYPE}
    return [one._replace(types=one.types | stated) for one in parts]


def _same_day(new: Agreement, other: Agreement) -> bool:
    return _same_date(new, other) and new.signed is not None and new.signed.precision == "day"


def _same_date(new: Agreement, other: Agreement) -> bool:
    """Return whether both have the same date of signature.

    Marks of doubt are ignored.
    """
    if new.signed is None or other.signed is None:
        return new.signed is other.signed
    return (new.signed.earliest, new.signed.latest) == (other.signed.earliest, other.signed.latest)


def _near(new: Agreement, others: Iterable[Agreement]) -> list[Agreement]:
    """Return the agreements whose dates, if any, may be near."""
    if new.signed is None:
        return list(others)  # an undated report of the same title may well be of the same signature
    return [other for other in others if other.signed is None or _may_be_near(new.signed, other.signed)]


def _may_be_near(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest - NEAR_PERIOD <= other.latest and other.earliest - NEAR_PERIOD <= one.latest


def _on_far_days(new: Agreement, other: Agreement) -> bool:
    """Return whether the days of signature are known, and not near."""
    if new.signed is None or other.signed is None or {new.signed.precision, other.signed.precision} != {"day"}:
        return False
    return not _may_be_near(new.signed, other.signed)


def _names(agreement: Agreement) -> set[tuple[str, ...]]:
    return {tuple(folded_words(title)) for title in (agreement.title, agreement.title_original) if title}
