"""Calendar files, read back by another program's parser."""

import io
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from wbagree.formats.common.sanitiser import visible_line
from wbagree.formats.data.calendar import Event, write_calendar

MADE = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
DAY = date(2027, 3, 10)


def written(*events):
    file = io.StringIO()
    write_calendar(events, file, MADE)
    return file.getvalue()


def test_a_calendar_is_what_rfc_5545_asks_for():
    event = Event("x-renewal-2027-03-10", DAY, DAY, "Renewal: Protocol, on; joint \\ patrols", ("Renews.", "AL-XK-1"))
    assert written(event).split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//wbagree//due//EN",
        "BEGIN:VEVENT", "UID:x-renewal-2027-03-10", "DTSTAMP:20261128T093000Z", "DTSTART;VALUE=DATE:20270310",
        r"SUMMARY:Renewal: Protocol\, on\; joint \\ patrols", r"DESCRIPTION:Renews.\nAL-XK-1", "TRANSP:TRANSPARENT",
        "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip


@given(st.text(), st.text(max_size=300), st.integers(0, 400))
def test_any_text_comes_back_and_no_line_is_too_long(summary, detail, days):
    event = Event("one", DAY, DAY + timedelta(days=days), summary, (detail, "KEY"))
    text = written(event)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (read,) = Calendar.from_ical(text.encode()).walk("VEVENT")
    assert read.get("SUMMARY", "") == visible_line(summary)
    assert read["DESCRIPTION"] == f"{visible_line(detail)}\nKEY"
    assert read.decoded("DTSTART") == DAY
    assert read.decoded("DTEND", DAY + timedelta(days=1)) == DAY + timedelta(days=days + 1)


def test_an_empty_calendar_is_one():
    assert Calendar.from_ical(written()).walk("VEVENT") == []
