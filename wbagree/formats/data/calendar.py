"""Calendar files (iCalendar, RFC 5545), with events of whole days."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, TextIO

from wbagree.formats.common.sanitiser import visible_line

# Octets of a line, without its end.
_LONGEST = 75
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,"})


class Event(NamedTuple):
    """An event of the days from ``first`` to ``last``.

    A calendar that takes in another event of the same ``uid`` replaces it. ``lines`` describe it.
    """

    uid: str
    first: date
    last: date
    summary: str
    lines: tuple[str, ...]


def write_calendar(events: Iterable[Event], file: TextIO, made: datetime) -> None:
    """Write events as a calendar, ``made`` at a moment.

    The file must leave the ends of lines as they are.
    """
    file.writelines(_folded(line) + "\r\n" for line in _lines(events, made.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")))


def _lines(events: Iterable[Event], made: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//wbagree//due//EN")
    for event in events:
        yield from ("BEGIN:VEVENT", f"UID:{_text(event.uid)}", f"DTSTAMP:{made}")
        yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
        if event.last > event.first:
            yield f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}"  # the day after the last
        yield f"SUMMARY:{_text(event.summary)}"
        yield "DESCRIPTION:" + r"\n".join(map(_text, event.lines))
        yield from ("TRANSP:TRANSPARENT", "END:VEVENT")
    yield "END:VCALENDAR"


def _text(text: str) -> str:
    """Return a value of the type TEXT: escaped, and without control characters."""
    return visible_line(text).translate(_ESCAPES)


def _folded(line: str) -> str:
    """Return a line folded so that no part is too long.

    A further part begins with a blank; no character is divided.
    """
    parts, part, size = [], "", 0
    for char in line:
        octets = len(char.encode(errors="replace"))
        if size + octets > _LONGEST:
            parts.append(part)
            part, size = " ", 1
        part += char
        size += octets
    return "\r\n".join([*parts, part])
