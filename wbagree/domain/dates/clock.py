"""The clock of this computer, and signs that it is wrong."""

from datetime import date

from wbagree.domain.dates.partial_date import PartialDate

# The last day in the bundled agreements: today cannot be earlier.
PAST = date(2026, 3, 9)


def wrong() -> bool:
    """Return whether the clock shows a day that cannot be today."""
    return date.today() < PAST


def past(*known: PartialDate | None) -> date:
    """Return the last day that has certainly come.

    The clock's, or a later one that is ``known`` to have come.
    """
    return max(date.today(), PAST, *(day.earliest for day in known if day))


def ahead(day: PartialDate, *known: PartialDate | None) -> str:
    """Return the reason why a date is in the future, or ''.

    Dates up to those ``known`` are accepted, also if the clock is behind them.
    """
    return f"{day} is yet to come: the clock says {date.today()}" if day.earliest > past(*known) else ""
