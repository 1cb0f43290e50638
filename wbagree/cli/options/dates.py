"""Dates as people type them on the command line."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidValue, UsageProblem

if TYPE_CHECKING:
    from wbagree.domain.dates.period import Period


def read_optional_date(text: str | None) -> PartialDate | None:
    """Return the date in ``text``, or None when there is none."""
    if not text:
        return None
    from wbagree.domain.dates.typed import read_typed_date  # here: most commands are given no date

    return read_typed_date(text)


def read_optional_start(text: str | None) -> PartialDate | None:
    """Return the date in ``text``, or None when there is none.

    A period (``90d``) means the day so long ago.
    """
    if not text:
        return None
    from wbagree.domain.dates.typed import read_typed_start  # likewise

    return read_typed_start(text)


def read_as_of_day(text: str | None) -> date | None:
    """Return the day of ``--as-of``: the last of a month or year."""
    read = read_optional_date(text)
    return read.latest if read else None


def read_period_option(option: str, text: str, unit: str) -> "Period":
    """Return the period of an option, such as ``6m``.

    A number alone counts ``unit``. UsageProblem names the option.
    """
    from wbagree.domain.dates.typed import read_typed_period  # likewise

    try:
        return read_typed_period(text, unit)
    except InvalidValue as error:
        raise UsageProblem(f"{option}: {error.sentence}") from error


def read_moment(text: str, *, after: bool) -> str:
    """Return the moment (UTC, ISO) of a day or a local time.

    Of a day it is the beginning; with ``after`` the end. A period (``90d``) means the day so long ago. InvalidValue
    when it cannot be read.
    """
    if ":" in text or ("T" in text and text[:1].isdecimal()):
        try:
            at = datetime.fromisoformat(text)
        except ValueError as error:
            raise InvalidValue(f"{text!r} is no time, as in 2026-11-25T14:30") from error
        return _utc(at + timedelta(seconds=1) if after else at)
    from wbagree.domain.dates.typed import read_typed_start  # likewise

    read = read_typed_start(text)
    try:
        day = read.latest + timedelta(days=1) if after else read.earliest
        return _utc(datetime.combine(day, time()))
    except (OverflowError, ValueError) as error:
        raise InvalidValue(f"{text!r} is out of range") from error


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
