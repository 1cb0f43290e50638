"""A date is as precise as its source, and refuses to be a day that never was (domain rule 1)."""

from datetime import date
from typing import Any

import pytest
import seed_data
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidDate

_MARKS = st.sampled_from(["", "?", "~"])


def _cut(day: date, precision: str, mark: str) -> PartialDate:
    month = None if precision == "year" else day.month
    return PartialDate(day.year, month, day.day if precision == "day" else None, mark)


DATES = st.builds(
    _cut, st.dates(date(1500, 1, 1), date(2200, 12, 31)), st.sampled_from(["year", "month", "day"]), _MARKS
)


@pytest.mark.parametrize(
    ("text", "parts", "precision", "earliest", "latest"),
    [
        ("2012", (2012, None, None, ""), "year", "2012-01-01", "2012-12-31"),
        ("2012?", (2012, None, None, "?"), "year", "2012-01-01", "2012-12-31"),
        ("2012-02", (2012, 2, None, ""), "month", "2012-02-01", "2012-02-29"),
        ("2011-02~", (2011, 2, None, "~"), "month", "2011-02-01", "2011-02-28"),
        ("2011-12", (2011, 12, None, ""), "month", "2011-12-01", "2011-12-31"),
        ("2000-02-29", (2000, 2, 29, ""), "day", "2000-02-29", "2000-02-29"),
        ("1946-07-09?", (1946, 7, 9, "?"), "day", "1946-07-09", "1946-07-09"),
        ("1500", (1500, None, None, ""), "year", "1500-01-01", "1500-12-31"),
        ("2200-12-31~", (2200, 12, 31, "~"), "day", "2200-12-31", "2200-12-31"),
    ],
)
def test_our_notation_says_the_parts_the_precision_and_the_range(
    text: str, parts: tuple[Any, ...], precision: str, earliest: str, latest: str
) -> None:
    read = PartialDate.parse(text)
    assert (read.year, read.month, read.day, read.mark) == parts
    assert read.precision == precision
    assert (read.earliest.isoformat(), read.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2012-13", "no month 13"),
        ("2012-00-10", "no month 0"),
        ("2012-04-31", "no day 31 in 2012-04, which has 30 days"),
        ("2011-02-29", "no day 29 in 2011-02, which has 28 days"),
        ("1900-02-29", "no day 29"),
        ("2012-04-00", "no day 0"),
        ("1499", "not from 1500 to 2200"),
        ("2201-01-01", "not from 1500 to 2200"),
        ("0000", "not from 1500 to 2200"),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_the_part_that_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate, match=reason) as caught:
        PartialDate.parse(text)
    assert repr(text) in caught.value.sentence


@pytest.mark.parametrize(
    "text",
    [
        *("", " 2012", "2012 ", "2012\n", "2012-3", "12", "12012", "20120310", "2012-03-10T00:00", "28.11.2012"),
        *("2012%", "?2012", "2012?~", "2012-", "-2012", "2012-03-", "2012-03-10-", "2012/03", "201X"),
        *("٢٠١٢", "２０１２", "2012-0３"),
    ],
)
def test_anything_but_our_notation_is_refused_with_the_notation(text: str) -> None:
    with pytest.raises(InvalidDate, match="is not 2012, 2012-03 or 2012-03-10"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "parts",
    [
        *((2012, None, 10), (2012, 13), (2012, 0), (2012, -1), (2012, 2, 30), (2012, 2, -1), (2012, None, -1)),
        *((12,), (10**30,), (-2012,), (2012, 3, 10, "%"), (2012, 3, 10, "?~"), (2012, 3, 10, " ")),
    ],
)
def test_impossible_parts_make_no_date(parts: tuple[Any, ...]) -> None:
    with pytest.raises(InvalidDate):
        PartialDate(*parts)


def test_a_date_does_not_change() -> None:
    with pytest.raises(AttributeError):
        PartialDate(2012).year = 2013  # type: ignore[misc]  # what the test is about


def test_every_date_of_the_bundled_register_is_written_as_it_was_read() -> None:
    texts = [
        row[field] for row in seed_data.rows("agreements") for field in ("signed", "in_force", "ended") if row[field]
    ]
    assert texts
    assert [str(PartialDate.parse(text)) for text in texts] == texts


@given(DATES)
def test_writing_then_reading_is_the_identity(written: PartialDate) -> None:
    assert PartialDate.parse(str(written)) == written


@given(st.text() | st.from_regex(r"\d{4}(-\d{2}){0,2}[?~]?"))
def test_any_text_is_the_date_it_spells_or_refused(text: str) -> None:
    try:
        read = PartialDate.parse(text)
    except InvalidDate:
        return
    assert str(read) == text


@given(DATES)
def test_the_earliest_day_is_not_after_the_latest_and_a_day_is_both(written: PartialDate) -> None:
    assert written.earliest <= written.latest
    assert (written.earliest == written.latest) == (written.precision == "day")


@given(st.dates(date(1500, 1, 1), date(2200, 12, 31)), st.sampled_from(["year", "month", "day"]), _MARKS)
def test_a_day_lies_within_its_month_and_its_year(day: date, precision: str, mark: str) -> None:
    cut = _cut(day, precision, mark)
    assert cut.earliest <= day <= cut.latest
