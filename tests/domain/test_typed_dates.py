"""Dates and periods are read as people type them, and only where a person types."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.dates import clock, date_words
from wbagree.domain.dates.date_parser import read_date
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.period import Period
from wbagree.domain.dates.typed import read_typed_date, read_typed_period, read_typed_start
from wbagree.errors import InvalidDate, InvalidValue

YESTERDAY = ["yesterday", "Yesterday ", "dje", "jučer", "juče", "јуче", "вчера", "včeraj", "gestern", "hier", "ieri"]
TODAY = ["today", "TODAY", "sot", "danas", "данас", "денес", "heute", "aujourd'hui", "aujourd’hui", "σήμερα"]
TOMORROW = ["tomorrow", "nesër", "neser", "sutra", "сутра", "утре"]


@pytest.mark.parametrize(
    ("word", "distance"),
    [*((word, -1) for word in YESTERDAY), *((word, 0) for word in TODAY), *((word, 1) for word in TOMORROW)],
)
def test_a_day_in_words_is_counted_from_today_in_the_languages_of_the_region(word, distance):
    assert str(read_typed_date(word)) == (date.today() + timedelta(days=distance)).isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28.11.2026", "2026-11-28"), ("28 November 2026", "2026-11-28"), ("5.3.2012", "2012-03-05"),
        ("28 nëntor 2026", "2026-11-28"), ("28. studenog 2026.", "2026-11-28"), ("28. новембар 2026", "2026-11-28"),
        ("2012", "2012"), ("2012-03?", "2012-03?"), ("about 2012", "2012~"), ("mars 2012", "2012-03"),
    ],
)  # fmt: skip
def test_a_typed_date_is_read_as_the_region_writes_it(text, expected):
    assert str(read_typed_date(text)) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("soon", "I can't read the date 'soon'. Use 28.11.2026, 2026-11-28 or yesterday."),
        ("", "I can't read the date ''. Use 28.11.2026, 2026-11-28 or yesterday."),
        ("31.2.2012", "31 February 2012 is not a valid date."),
        ("31 February 2012", "31 February 2012 is not a valid date."),
        ("2012-02-31", "31 February 2012 is not a valid date."),
        ("2012-13", "There is no month 13."),
        ("1.1.3012", "The year 3012 is not from 1500 to 2200."),
        ("28.11", "The year is missing. Type it with four digits."),
        ("2010-2012", "That is a range. Type one day, month or year."),
        ("05/03/2012", "'05/03/2012' could be 2012-03-05 or 2012-05-03. Type one of these."),
        ("6m", "'6m' is a length of time. Type a date such as 28.11.2026."),
        # The codes of Morocco and Germany: a Hungarian word, and what folding would make of an Albanian one.
        ("ma", "I can't read the date 'ma'. Use 28.11.2026, 2026-11-28 or yesterday."),
        ("DE", "I can't read the date 'DE'. Use 28.11.2026, 2026-11-28 or yesterday."),
    ],
)
def test_a_typed_date_that_cannot_be_read_is_answered_with_what_to_type(text, sentence):
    with pytest.raises(InvalidDate) as refused:
        read_typed_date(text)
    assert refused.value.sentence == sentence


def test_an_order_decides_between_two_readings():
    assert str(read_typed_date("05/03/2012", "mdy")) == "2012-05-03"


@pytest.mark.parametrize("word", [*YESTERDAY, *TODAY, *TOMORROW, "6m"])
def test_a_list_has_no_days_that_depend_on_today(word):
    with pytest.raises(InvalidDate):
        read_date(word)


def test_no_word_of_a_day_is_a_code_or_belongs_to_a_date_of_another_kind():
    known = {*date_words.month_names()} | date_words.weekday_words() | date_words.FILLER_WORDS
    assert not {*date_words.DAY_WORDS} & known
    assert min(map(len, date_words.DAY_WORDS)) > 2


@given(st.dates(date(1500, 1, 1), date(2200, 12, 31)))
def test_a_date_in_our_notation_is_itself(day):
    assert read_typed_date(day.isoformat()) == PartialDate(day.year, day.month, day.day)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_one_sentence(text):
    sentences = ["."]
    try:
        read_typed_start(text)
    except InvalidDate as refused:
        sentences = refused.sentence.splitlines()
    assert len(sentences) == 1
    assert sentences[0].endswith(".")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("6m", Period(6, "month")), ("6 m", Period(6, "month")), ("6 months", Period(6, "month")),
        ("6 muaj", Period(6, "month")), ("6 mjeseci", Period(6, "month")), ("6 месеци", Period(6, "month")),
        ("90d", Period(90, "day")), ("90 ditë", Period(90, "day")), ("90 dana", Period(90, "day")),
        ("2y", Period(2, "year")), ("2 godine", Period(2, "year")), ("2 vjet", Period(2, "year")),
        ("2w", Period(14, "day")), ("2 javë", Period(14, "day")), ("12", Period(12, "month")),
        ("1 Year", Period(1, "year")), ("1200", Period(1200, "month")), ("100y", Period(100, "year")),
    ],
)  # fmt: skip
def test_a_period_is_read_in_letters_words_or_as_a_number_of_its_unit(text, period):
    assert read_typed_period(text, "month") == period


@pytest.mark.parametrize("text", ["0", "0m", "m", "", "six", "6x", "-6m", "1.5y", "6m 2d", "6 AL"])
def test_a_period_that_cannot_be_read_is_answered_with_what_to_type(text):
    with pytest.raises(InvalidValue) as refused:
        read_typed_period(text, "month")
    assert refused.value.sentence == f"I can't read the length of time {text!r}. Use 6m, 90d or 2y."


@pytest.mark.parametrize("text", ["1201", "101y", "99999"])
def test_a_period_is_no_longer_than_a_century(text):
    with pytest.raises(InvalidValue) as refused:
        read_typed_period(text, "month")
    assert refused.value.sentence == f"{text} is too long. Use 1200 months at most."


def test_a_period_in_place_of_a_first_day_is_counted_back_from_today():
    assert str(read_typed_start("90d")) == (date.today() - timedelta(days=90)).isoformat()
    assert str(read_typed_start("2010. g.")) == "2010"  # the year 2010, not so many years


@pytest.mark.parametrize("text", ["yesterday", "90d"])
def test_a_wrong_clock_is_no_ground_to_count_days_from(text, monkeypatch):
    monkeypatch.setattr(clock, "is_wrong", lambda: True)
    with pytest.raises(InvalidDate) as refused:
        read_typed_start(text)
    assert refused.value.sentence.endswith("which cannot be today. Type the date itself.")
