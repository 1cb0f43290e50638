"""The clock of this computer, and signs that it is wrong."""

from datetime import date

from wbagree.domain.dates.partial_date import PartialDate

# The last day in the bundled agreements: today cannot be earlier.
EARLIEST_TODAY = date(2026, 3, 9)


def is_wrong() -> bool:
    """Return whether the clock shows a day that cannot be today."""
    return date.today() < EARLIEST_TODAY


def last_certain_day(*certain: PartialDate | None) -> date:
    """Return the last day that has certainly come.

    The clock's, or a later one that is ``certain`` to have come.
    """
    return max(date.today(), EARLIEST_TODAY, *(day.earliest for day in certain if day))


def future_reason(day: PartialDate, *certain: PartialDate | None, what: str = "The date") -> str:
    """Return a sentence on a date in the future, or ''.

    Dates up to those that are ``certain`` are accepted, also if the clock is behind them. ``what``: the date in words.
    """
    if day.earliest <= last_certain_day(*certain):
        return ""
    return f"{what} is in the future: {day} (the clock says {date.today()})."
