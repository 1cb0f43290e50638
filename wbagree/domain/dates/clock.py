"""The clock of this computer, and signs that it is wrong."""

from datetime import date

from wbagree.domain.dates.partial_date import PartialDate

# The last day that the bundled agreements tell of: no day before it can be today.
PAST = date(2026, 3, 9)


def wrong() -> bool:
    """Whether the clock says a day that cannot be today."""
    return date.today() < PAST


def past(*known: PartialDate | None) -> date:
    """Return the last day that is past: the clock's, or a later one that is ``known`` to have been."""
    return max(date.today(), PAST, *(day.earliest for day in known if day))


def ahead(day: PartialDate, *known: PartialDate | None) -> str:
    """Return why a date cannot be yet, empty when it can; what is ``known`` is not held against the clock."""
    return f"{day} is yet to come: the clock says {date.today()}" if day.earliest > past(*known) else ""
