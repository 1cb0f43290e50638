"""Ranges of dates among typed words: ``2010-2020``, ``since January 2015``, ``last 5 years``."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import fold
from wbagree.errors import InvalidDate

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}[?~]?|[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[0-9]{4}\.?")
_RANGE = re.compile(r"([0-9]{4})\s*(?:[-–—]|\.\.)\s*([0-9]{4})")
_FROM = ("since", "from", "after", "od", "nga", "prej", "од")
_TO = ("until", "to", "before", "till", "do", "deri", "до")
BOUNDS = (*_FROM, *_TO)
_AND = ("and", "i", "и", "dhe")
# Words before a date that change nothing: signed in 2012.
_BEFORE_DATE = ("signed", "in", "on", "during", "the")
# A day and a month in words. Names of months are slow to load: a word must begin like one.
_IN_WORDS = re.compile(r"(?:[0-9]{1,2}\.?\s)?([^\W\d_]{3,})\.?\s[0-9]{4}\.?")
_MONTHS = (
    *("jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "avg", "sep", "oct", "okt", "nov", "dec", "dek"),
    *("shk", "pri", "qer", "kor", "gus", "sht", "tet", "nen", "dhj"),
    *("sij", "velj", "ozu", "tra", "svi", "lip", "srp", "kol", "ruj", "lis", "stu", "pro"),
)
_PAST = ("last", "past")
_YEARS = {"this year": 0, "last year": -1}
_MONTHS_AGO = {"this month": 0, "last month": 1}
_FIRST_YEAR = 1800


def read_range(text: str) -> tuple[PartialDate | None, PartialDate | None] | None:
    """Return the first and the last date of a range, or None.

    Either may be None; of one date both are equal.
    """
    words = text.split()
    while words and words[0].lower() in _BEFORE_DATE:
        del words[0]
    if years := _RANGE.fullmatch(" ".join(words)):
        first, last = map(_date_of, years.groups())
        return (first, last) if first and last else None
    if range_ := _range_in_words(words):
        return range_
    bound, rest = " ".join(words[:1]).lower(), " ".join(words[1:])
    if bound in BOUNDS:
        day = _date_of(rest) or _day_in_words(rest)
        return ((day, None) if bound in _FROM else (None, day)) if day else None
    if bound in _PAST and (past := _past_span("7 days" if rest == "week" else rest)):
        return past
    day = _date_of(" ".join(words))
    return (day, day) if day else None


def days_of_word(word: str) -> tuple[PartialDate, ...]:
    """Return the dates of a word: one, or two of a range."""
    first, last = read_range(word.strip()) or (None, None)
    return tuple(dict.fromkeys(day for day in (first, last) if day))


def _range_in_words(words: Sequence[str]) -> tuple[PartialDate, PartialDate] | None:
    """Return the range of ``2010 to 2015`` or ``between 2010 and 2015``."""
    lowered = [word.lower() for word in words]
    begin = 1 if lowered[:1] and lowered[0] in (*_FROM, "between") else 0
    joints = _AND if lowered[:1] == ["between"] else _TO
    for place in range(begin + 1, len(words) - 1):
        if lowered[place] in joints:
            first, last = _date_of(" ".join(words[begin:place])), _date_of(" ".join(words[place + 1 :]))
            return (first, last) if first and last else None
    return None


def _past_span(period: str) -> tuple[PartialDate, None] | None:
    """Return the range of the last ``5 years``, or None."""
    from wbagree.domain.dates.typed import is_typed_period, read_typed_start

    try:
        return (read_typed_start(period), None) if is_typed_period(period) else None
    except InvalidDate:
        return None


def _day_in_words(text: str) -> PartialDate | None:
    """Return the day of a word such as ``yesterday``, or None."""
    from wbagree.domain.dates.date_words import day_distance  # here: these words are slow to load

    if (distance := day_distance(text)) is None:
        return None
    day = date.today() + timedelta(days=distance)
    return PartialDate(day.year, day.month, day.day)


def _date_of(text: str) -> PartialDate | None:
    """Return the date that a word is, or None.

    It has a year of four digits, from 1800 to the next one.
    """
    from wbagree.domain.dates.date_parser import read_date

    if text.lower() in _YEARS:
        return PartialDate(date.today().year + _YEARS[text.lower()])
    if text.lower() in _MONTHS_AGO:
        months = date.today().year * 12 + date.today().month - 1 - _MONTHS_AGO[text.lower()]
        return PartialDate(months // 12, months % 12 + 1)
    words = _IN_WORDS.fullmatch(text)
    is_date = _DATE.fullmatch(text) or (words and fold(words[1]).startswith(_MONTHS))
    try:
        day = read_date(text) if is_date else None
    except InvalidDate:
        return None
    return day if day and _FIRST_YEAR <= day.earliest.year <= date.today().year + 1 else None
