"""When an agreement comes up again, and the last day to say that it shall not."""

from datetime import date
from itertools import islice

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.renewal import Manner, Renewal
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.period import Period
from wbagree.errors import WbagreeError

DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
PERIODS = st.builds(Period, st.integers(1, 120), st.sampled_from(["day", "month", "year"]))


@pytest.mark.parametrize(
    "text",
    [
        "tacit every 5 years from 2020-03-10, notice 6 months",
        "tacit every 1 year, notice 30 days",
        "by agreement on 2027-03-10",
        "by agreement every 2 years from 2024",
        "tacit every 6 months from 2024-02, notice 1 month",
        "tacit every 5 years from 2020?",
    ],
)
def test_what_is_read_is_written_the_same(text):
    assert str(Renewal.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("every 5 years", "Use 'tacit every 5 years from"),
        ("tacit", "needs a period"),
        ("tacit, notice 6 months", "needs a period"),
        ("tacit every so often", "'so often' is no period"),
        ("tacit every 0 years", "at least one"),
        ("tacit every 5 years from 2020-02-31", "no day 31"),
        ("tacit every 6 months from 2020", "less precise"),
        ("tacit every 10 days from 2020-05", "less precise"),
        ("tacit every 5 years, notice soon", "'soon' is no period"),
    ],
)
def test_what_cannot_be_is_refused_with_what_would_be_right(text, sentence):
    with pytest.raises(WbagreeError) as caught:
        Renewal.parse(text)
    assert sentence in caught.value.sentence


@pytest.mark.parametrize(
    ("text", "in_force", "expected"),
    [
        ("tacit every 5 years from 2020-03-10", None, ["2030-03-10", "2035-03-10"]),
        ("tacit every 1 year", "2019-08-31", ["2027-08-31", "2028-08-31"]),
        ("tacit every 6 months", "2019-08-31", ["2027-02-28", "2027-08-31"]),
        ("tacit every 1 year", "2019~", ["2026~", "2027~"]),
        ("tacit every 6 months", "2019", []),
        ("tacit every 1 year", None, []),
        ("by agreement on 2027-03", None, ["2027-03"]),
        ("by agreement on 2026-11-24", None, []),
        ("tacit every 10 days from 2026-11-20", None, ["2026-11-30", "2026-12-10"]),
    ],
)
def test_renewals_are_those_that_are_not_over(text, in_force, expected):
    renewal = Renewal.parse(text)
    dates = renewal.upcoming(PartialDate.parse(in_force) if in_force else None, date(2026, 11, 25))
    assert list(map(str, islice(dates, 2))) == expected


def test_renewals_end_where_dates_end():
    renewal = Renewal(Manner.TACIT, Period(50, "year"), PartialDate(1990))
    assert [date.year for date in renewal.upcoming(None, date(2026, 1, 1))] == [2040, 2090, 2140, 2190]


@given(day=DAYS, period=PERIODS)
def test_periods_are_counted_as_the_calendar_library_counts_them(day, period):
    step = relativedelta(**{f"{period.unit}s": period.number})
    start = PartialDate(day.year, day.month, day.day)
    if (day + step * 2).year <= 2200:
        assert period.date_after(start, 2).earliest == day + step * 2
    assert period.day_before(day) == day - step
