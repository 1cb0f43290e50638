"""The renewal of an agreement, and the notice that ends it.

Written ``tacit every 5 years from 2020-03-10, notice 6 months`` or ``by agreement on 2027-03-10, notice 30 days``. A
part that is missing is unknown; without a date, renewals are counted from the entry into force.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.period import Period
from wbagree.errors import InvalidDate, InvalidValue

_NOTATION = re.compile(
    r"(?P<manner>tacit|by agreement)(?: every (?P<every>[^,]+?)(?: from (?P<start>\S+?))?| on (?P<once>\S+?))?"
    r"(?:, notice (?P<notice>[^,]+))?"
)


class Manner(StrEnum):
    """The manner of a renewal.

    Tacit: the agreement goes on unless a party objects. By agreement: only if the parties agree to it.
    """

    TACIT = "tacit"
    BY_AGREEMENT = "by agreement"


@dataclass(frozen=True, slots=True)
class Renewal:
    """The renewal of an agreement.

    It is renewed every ``every`` from ``start``, or without ``every`` once on ``start``. A notice that ends it must be
    given ``notice`` before.
    """

    manner: Manner
    every: Period | None = None
    start: PartialDate | None = None
    notice: Period | None = None

    def __post_init__(self) -> None:
        if self.every is None and self.start is None:
            raise InvalidValue("a renewal needs a period ('every 5 years') or a day ('on 2027-03-10')")
        if self.start and not self._counts_from(self.start):
            raise InvalidValue(f"every {self.every} cannot be counted from {self.start}, which is less precise")

    def _counts_from(self, start: PartialDate) -> bool:
        """Return whether a date is precise enough to count periods from.

        Half a year after 2024 is no date.
        """
        unit = self.every.unit if self.every else "year"
        return not ((start.month is None and unit != "year") or (start.day is None and unit == "day"))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the renewal of a text in our notation, or raise InvalidValue."""
        match = _NOTATION.fullmatch(" ".join(text.lower().split()))
        if match is None:
            raise InvalidValue(
                f"I can't read the renewal {text!r}. Use 'tacit every 5 years from 2020-03-10, notice 6 months', or"
                " 'by agreement on 2027-03-10, notice 30 days'."
            )
        every, start, notice = match["every"], match["start"] or match["once"], match["notice"]
        return cls(
            Manner(match["manner"]),
            Period.parse(every) if every else None,
            PartialDate.parse(start) if start else None,
            Period.parse(notice) if notice else None,
        )

    def __str__(self) -> str:
        """Return the renewal in the notation that ``parse`` reads."""
        every = f" every {self.every}" if self.every else ""
        start = f" {'from' if self.every else 'on'} {self.start}" if self.start else ""
        notice = f", notice {self.notice}" if self.notice else ""
        return f"{self.manner}{every}{start}{notice}"

    def has_ended(self, day: date) -> bool:
        """Return whether its only renewal was before ``day``.

        Only a single renewal by agreement can be over: others happen by themselves, or again.
        """
        once = self.manner is Manner.BY_AGREEMENT and self.every is None
        return once and self.start is not None and self.start.latest < day

    def is_computable(self, in_force: PartialDate | None) -> bool:
        """Return whether there is a precise enough date to count from."""
        start = self.start or in_force
        return start is not None and self._counts_from(start)

    def upcoming(self, in_force: PartialDate | None, day: date) -> Iterator[PartialDate]:
        """Yield the renewals that are not over on ``day``, in time.

        Nothing when there is no date to count from.
        """
        start = self.start or in_force
        if start is None or not self.is_computable(in_force):
            return
        if self.every is None:
            if start.latest >= day:
                yield start
            return
        times = 1
        while True:
            try:
                renewal = self.every.date_after(start, times)
            except InvalidDate:  # further away than any agreement is foreseen
                return
            if renewal.latest >= day:
                yield renewal
            times += 1
