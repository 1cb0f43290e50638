"""Dates and periods as a person types them: ``yesterday``, ``28.11.2026``, ``6m``.

Only what is typed is read here. A list keeps the rules of ``date_parser``, where no word depends on today.
"""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wbagree.domain.dates import clock
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.period import Period
from wbagree.errors import InvalidDate, InvalidValue

if TYPE_CHECKING:
    from wbagree.domain.dates.date_parser import DateOrder

_PERIOD = re.compile(r"\s*([0-9]{1,5})\s*([^\W\d_]+)\.?\s*")
_LIKE = "Use 28.11.2026, 2026-11-28 or yesterday."
_MOST_YEARS = 999
# Characters of a typed text that a sentence repeats.
_LONGEST = 100


class TypedDateProblem(InvalidDate):
    """A sentence on a typed date that cannot be read."""

    def __init__(self, problem: InvalidDate, text: str) -> None:
        super().__init__(text, problem.reason, problem.readings, problem.plain)
        shown = repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
        if problem.readings:
            self.sentence = f"{shown} could be {' or '.join(problem.readings)}. Type one of these."
        else:
            self.sentence = problem.plain or f"I can't read the date {shown}. {_LIKE}"
        self.log_sentence = self.sentence


def read_typed_date(text: str, order: "DateOrder | None" = None) -> PartialDate:
    """Return the date of a typed text: ``28.11.2026``, ``yesterday``.

    A day may be in words of any language of the region. InvalidDate for any other text than a date, in words for the
    person who typed it.
    """
    try:
        return PartialDate.parse(text)
    except InvalidDate:
        pass  # most dates on a command line are in our notation, and need no words
    from wbagree.domain.dates.date_parser import read_date
    from wbagree.domain.dates.date_words import day_distance

    distance = day_distance(text)
    try:
        if distance is not None:
            return _partial(_today() + timedelta(days=distance))
        return read_date(text, order)
    except InvalidDate as problem:
        if _period(text):
            problem.plain = f"{text.strip()!r} is a length of time. Type a date such as 28.11.2026."
        raise TypedDateProblem(problem, text) from None


def read_typed_start(text: str) -> PartialDate:
    """Return a typed date; a typed period (``90d``) is so long ago."""
    if period := _period(text):
        try:
            return _partial(period.day_before(_today()))
        except InvalidDate as problem:
            raise TypedDateProblem(problem, text) from None
    return read_typed_date(text)


def read_typed_period(text: str, unit: str, most: int = 1200) -> Period:
    """Return the period of a typed text: ``6m``, ``90 days``, ``2y``.

    A number alone counts ``unit``, of which a period may have ``most``. InvalidValue when it cannot be read.
    """
    number = text.strip()
    if re.fullmatch(r"[0-9]{1,5}", number):
        period = Period(int(number), unit) if int(number) else None
    else:
        period = _period(text)
    if period is None:
        raise InvalidValue(f"I can't read the length of time {text[:_LONGEST]!r}. Use 6m, 90d or 2y.")
    longest = Period(most, unit)
    if period.day_before(date(9999, 1, 1)) < longest.day_before(date(9999, 1, 1)):
        raise InvalidValue(f"{text.strip()} is too long. Use {longest} at most.")
    return period


def is_typed_period(text: str) -> bool:
    """Return whether a typed text is a period, such as ``6m``."""
    return _period(text) is not None


def _period(text: str) -> Period | None:
    """Return the period of a number and a unit, or None."""
    from wbagree.domain.dates.date_words import PERIOD_WORDS
    from wbagree.domain.text.folding import fold

    match = _PERIOD.fullmatch(text)
    if match is None or fold(match[2]) not in PERIOD_WORDS:
        return None
    unit, times = PERIOD_WORDS[fold(match[2])]
    number = int(match[1])
    # 2010. g. is the year 2010.
    return Period(number * times, unit) if number and not (unit == "year" and number > _MOST_YEARS) else None


def _today() -> date:
    """Return today; InvalidDate when the clock is wrong."""
    today = date.today()
    if clock.is_wrong():
        plain = f"The clock says {today}, which cannot be today. Type the date itself."
        raise InvalidDate("", "depends on a wrong clock", plain=plain)
    return today


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
