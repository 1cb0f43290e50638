"""Dates as people type them on the command line."""

from datetime import date

from wbagree.domain.dates.partial_date import PartialDate


def read_partial(text: str | None) -> PartialDate | None:
    """Return the date that ``text`` says, in any way people write one; None when nothing was said."""
    if not text:
        return None
    from wbagree.domain.dates.date_parser import read_date  # here: most commands are given no date

    return read_date(text)


def read_day(text: str | None) -> date | None:
    """Return the day that ``--as-of`` means: of a month or a year its last."""
    read = read_partial(text)
    return read.latest if read else None
