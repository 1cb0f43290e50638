"""Periods: 30 days, 6 months, 5 years."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidDate, InvalidValue

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_PERIOD = re.compile(r"(?P<number>[0-9]{1,3}) (?P<unit>day|month|year)s?")


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days, months or years."""

    number: int
    unit: str

    def __post_init__(self) -> None:
        if self.number < 1:
            raise InvalidValue("a period is at least one day, month or year")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the period of a text such as ``6 months``, or raise InvalidValue."""
        match = _PERIOD.fullmatch(text)
        if match is None:
            raise InvalidValue(f"{text!r} is no period, as in '30 days', '6 months' or '5 years'")
        return cls(int(match["number"]), match["unit"])

    def __str__(self) -> str:
        """Return the period in the notation that ``parse`` reads."""
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"

    def day_before(self, day: date) -> date:
        """Return the day that is this period before ``day``.

        In a month that is too short, it is the last day.
        """
        try:
            return day - self._delta(1)
        except (ValueError, OverflowError):  # before there are dates
            return date.min

    def date_after(self, start: PartialDate, times: int) -> PartialDate:
        """Return the date that is ``times`` periods after ``start``.

        It is as precise as ``start``. InvalidDate beyond the last year.
        """
        try:
            day = start.earliest + self._delta(times)
        except (ValueError, OverflowError):
            raise InvalidDate(str(start), f"has no date {times} times {self} later") from None
        return PartialDate(day.year, start.month and day.month, start.day and day.day, start.mark)

    def _delta(self, times: int) -> "relativedelta":
        from dateutil.relativedelta import relativedelta  # here: most agreements that are read have no renewal

        return relativedelta(**{f"{self.unit}s": self.number * times})  # type: ignore[arg-type]  # days, months or years
