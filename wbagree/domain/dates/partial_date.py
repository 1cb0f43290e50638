"""Dates as precise as their source: 2012, 2012-03 or 2012-03-10 (rule 1).

The notation is that of EDTF (ISO 8601-2): ``?`` after a date means inferred or disputed, ``~`` approximate. Dates as
people and gazettes write them are read by ``date_parser``; this module is loaded at every start and stays light.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from wbagree.errors import InvalidDate

_NOTATION = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~]?)")
# Wide enough for any treaty still cited and any end still foreseen; other years are slips of the pen.
_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_MARKS = ("", "?", "~")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, with a mark of doubt.

    ``mark`` is ``?`` (inferred), ``~`` (about) or empty. ``month`` and ``day`` are None if unknown. InvalidDate when
    there is no such day.
    """

    year: int
    month: int | None = None
    day: int | None = None
    mark: str = ""

    def __post_init__(self) -> None:
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            reason = f"the year {self.year} is not from {_FIRST_YEAR} to {_LAST_YEAR}"
            raise InvalidDate(str(self), reason, plain=f"T{reason[1:]}.")
        if self.mark not in _MARKS:
            raise InvalidDate(str(self), f"the mark {self.mark!r} is neither '?' (inferred) nor '~' (about) nor empty")
        if self.month is None:
            if self.day is not None:
                raise InvalidDate(str(self), f"the day {self.day} has no month; name the month or leave out the day")
        elif not 1 <= self.month <= 12:
            reason = f"there is no month {self.month}; months are 01 to 12"
            raise InvalidDate(str(self), reason, plain=f"There is no month {self.month}.")
        elif self.day is not None:
            # The first 28 days are in every month: most dates need no look at the calendar.
            last = 28 if 1 <= self.day <= 28 else _last_day(self.year, self.month).day
            if not 1 <= self.day <= last:
                month = f"{self.year}-{self.month:02}"
                plain = f"{self.day} {MONTHS[self.month - 1]} {self.year} is not a valid date."
                raise InvalidDate(
                    str(self), f"there is no day {self.day} in {month}, which has {last} days", plain=plain
                )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the date of a text in our own notation.

        That is ``YYYY[-MM[-DD]]`` and a mark. InvalidDate for any other text.
        """
        match = _NOTATION.fullmatch(text)
        if match is None:
            raise InvalidDate(
                text, "is not 2012, 2012-03 or 2012-03-10, each with '?' (inferred) or '~' (about) after it if need be"
            )
        year, month, day, mark = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, mark)

    def __str__(self) -> str:
        """Return the date in our notation, which ``parse`` reads."""
        if self.month is None:
            # A day without its month is invalid: only the sentence that refuses it writes one.
            return f"{self.year:04}{'' if self.day is None else f'-??-{self.day:02}'}{self.mark}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}{self.mark}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}{self.mark}"

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """The smallest part that is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """The first day that this can mean, marks left aside."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that this can mean, marks left aside."""
        if self.day is None or self.month is None:
            return _last_day(self.year, self.month or 12)
        return date(self.year, self.month, self.day)


def _last_day(year: int, month: int) -> date:
    """Return the last day of a month.

    Without ``calendar``, which takes longer to import than the rest of this module.
    """
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
