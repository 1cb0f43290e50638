"""Dates as real sources write them are read, and nothing is added to them or left out of them (domain rule 1)."""

import subprocess
import sys
from datetime import date

import pytest
import seed_data
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from wbagree.domain.dates import date_parser, date_words
from wbagree.domain.dates.date_parser import CENTURY_PIVOT, DateOrder, read_date
from wbagree.domain.dates.date_words import LOCALES, month_names, weekday_words
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import fold
from wbagree.errors import InvalidDate

ORDERS = st.sampled_from(["dmy", "mdy", "ymd", None])
DAYS = st.dates(date(1500, 1, 1), date(2200, 12, 31))
DATES = st.builds(
    lambda day, precision, mark: PartialDate.parse(day.isoformat()[:precision] + mark),
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "?", "~"]),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # numbers with dots: day first, unless the first is a year
        ("28.11.2012.", "2012-11-28"),
        ("28.11.2012. godine", "2012-11-28"),
        ("10.02.2010. godine", "2010-02-10"),
        ("28.11.2012.г.", "2012-11-28"),
        ("29.12.07", "2007-12-29"),
        ("5.3.2012", "2012-03-05"),
        ("21. 8. 2012.", "2012-08-21"),
        ("11.2012", "2012-11"),
        ("11. 2012. godine", "2012-11"),
        ("2012.11.28", "2012-11-28"),
        ("2013.01.14.", "2013-01-14"),
        ("(2013.01.14.)", "2013-01-14"),
        ("2012. 03. 05., hétfő", "2012-03-05"),
        ("2012.05", "2012-05"),
        # with slashes, dashes and blanks: where there is one reading
        ("28/11/2012", "2012-11-28"),
        ("11/28/2012", "2012-11-28"),
        ("05/05/2012", "2012-05-05"),
        ("28-11-2012", "2012-11-28"),
        ("28 11 2012", "2012-11-28"),
        ("28–11–2012", "2012-11-28"),
        ("2012/11/28", "2012-11-28"),
        ("2012/03/05", "2012-03-05"),
        ("2012/03", "2012-03"),
        ("11/2012", "2012-11"),
        # bare years
        ("2012", "2012"),
        ("2012.", "2012"),
        ("2012. godine", "2012"),
        ("viti 2012", "2012"),
        ("l'année 2012", "2012"),
        # months in words
        ("1. августа 2018. године", "2018-08-01"),
        ("18. Februar 2010", "2010-02-18"),
        ("më 3 qershor 2016", "2016-06-03"),
        ("3 qershor i vitit 2016", "2016-06-03"),
        ("2006. május", "2006-05"),
        ("2006. május 15-én", "2006-05-15"),
        ("February 1999", "1999-02"),
        ("1999 February", "1999-02"),
        ("March 5, 2012", "2012-03-05"),
        ("March 5th, 2012", "2012-03-05"),
        ("5th of March 2012", "2012-03-05"),
        ("the 1st day of March, 2012", "2012-03-01"),
        ("2012 March 5", "2012-03-05"),
        ("28-Nov-2012", "2012-11-28"),
        ("28nov2012", "2012-11-28"),
        ("5-Jan-2012", "2012-01-05"),
        ("2012-jan", "2012-01"),
        ("2012. január 1-jén", "2012-01-01"),
        ("dana 28. studenoga 2012. godine", "2012-11-28"),
        ("3 юни 2016", "2016-06-03"),
        ("3 јуни 2016 година", "2016-06-03"),
        ("1er mars 2012", "2012-03-01"),
        ("1º marzo 2012", "2012-03-01"),
        ("1° marzo 2012", "2012-03-01"),
        ("le 5 août 2012", "2012-08-05"),
        ("am 18. Jänner 2010", "2010-01-18"),
        ("MONDAY, 5 MARCH 2012", "2012-03-05"),
        ("Mon 5 Mar 2012", "2012-03-05"),
        ("e hënë, 5.3.2012", "2012-03-05"),
        ("u martu 2012.", "2012-03"),
        ("Μάρτιο του 2012", "2012-03"),
        # Roman months
        ("23. IX 1972", "1972-09-23"),
        ("5.III.2012.", "2012-03-05"),
        ("2006. V. 15.", "2006-05-15"),
        ("5-I-2012", "2012-01-05"),
        # two-digit years
        ("12 March 07", "2007-03-12"),
        ("5 March '07", "2007-03-05"),
        ("01.01.39", "2039-01-01"),
        ("01.01.40", "1940-01-01"),
        ("01.01.00", "2000-01-01"),
        ("01.01.99", "1999-01-01"),
        # times of day
        ("2012-11-28T00:00:00", "2012-11-28"),
        ("2012-11-28 00:00:00", "2012-11-28"),
        ("2012-11-28T23:59:59.999Z", "2012-11-28"),
        ("2012-11-28T00:00:00+01:00", "2012-11-28"),
        ("28.11.2012 00:00:00", "2012-11-28"),
        # doubt
        ("circa 2012", "2012~"),
        ("ca. 2012", "2012~"),
        ("c. 2012", "2012~"),
        ("oko 28.11.2012", "2012-11-28~"),
        ("rreth vitit 2012", "2012~"),
        ("around March 2012", "2012-03~"),
        ("about 2012", "2012~"),
        ("etwa 2012", "2012~"),
        ("environ 2012", "2012~"),
        ("околу 2012", "2012~"),
        ("около март 2012", "2012-03~"),
        ("~2012", "2012~"),
        ("March 2012?", "2012-03?"),
        ("28.11.2012. (?)", "2012-11-28?"),
        ("(2012?)", "2012?"),
        ("  2012-03~ ", "2012-03~"),
    ],
)
def test_what_sources_write_is_read_as_precisely_as_it_is_written(text: str, expected: str) -> None:
    assert str(read_date(text)) == expected


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("05/03/2012", ("2012-03-05", "2012-05-03")),
        ("05-03-2012", ("2012-03-05", "2012-05-03")),
        ("5 3 2012", ("2012-03-05", "2012-05-03")),
        ("28/11/12", ("2012-11-28", "2028-11-12")),
        ("05/03/07", ("2005-03-07", "2007-03-05", "2007-05-03")),
        ("2011/12", ("2011-12",)),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_the_readings(text: str, readings: tuple[str, ...]) -> None:
    with pytest.raises(InvalidDate) as caught:
        read_date(text)
    assert caught.value.readings == readings
    assert all(reading in caught.value.sentence for reading in readings)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("05/03/2012", "dmy", "2012-03-05"),
        ("05/03/2012", "mdy", "2012-05-03"),
        ("05.03.2012", "mdy", "2012-05-03"),
        ("05-03-07", "ymd", "2005-03-07"),
        ("13.01.14.", "ymd", "2013-01-14"),
        ("07 March 12", "ymd", "2007-03-12"),
        ("2011/12", "ymd", "2011-12"),
        ("2012/03/05", "mdy", "2012-03-05"),
        ("2012-03-05", "mdy", "2012-03-05"),
        ("5 March 2012", "ymd", "2012-03-05"),
        ("11.2012", "ymd", "2012-11"),
    ],
)
def test_the_order_that_the_user_names_decides(text: str, order: DateOrder, expected: str) -> None:
    assert str(read_date(text, order)) == expected


@pytest.mark.parametrize(
    ("text", "order", "reason"),
    [("11/28/2012", "dmy", "no month 28"), ("28/11/2012", "mdy", "no month 28"), ("05/03/2012", "ymd", "no day 2012")],
)
def test_a_date_that_does_not_fit_the_named_order_is_not_turned_round(text: str, order: DateOrder, reason: str) -> None:
    with pytest.raises(InvalidDate, match=reason):
        read_date(text, order)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a date"),
        ("godine", "is not a date"),
        ("2012\0", "is not a date"),
        ("2012..2014", "is not a date"),
        ("28.11/2012", "is not a date"),
        ("2012?~", "is not a date"),
        ("[2012]", "is not a date"),
        ("7.v.2012", "is not a date"),
        ("7 i 2012", "is not a date"),
        ("V. 2012", "is not a date"),
        ("2012 I", "is not a date"),
        ("5-i-2012", "is not a date"),
        ("٢٠١٢", "is not a date"),
        ("２０１２", "is not a date"),
        ("5 March 2012 🎉", "belongs to no date"),
        ("٣ mars 2012", "belongs to no date"),
        ("28.11.2012 and 3", "'and' is no month"),
        ("today", "'today' is no month"),
        ("do 2012", "'do' is no month"),
        ("pre 2012", "'pre' is no month"),
        ("Споразум 2012", "'Споразум' is no month"),
        ("1² March 2012", "'²' is no month"),
        ("5 Ⅴ 2012", "'Ⅴ' is no month"),
        ("1999-2001", "range"),
        ("1999–2001", "range"),
        ("1999/2001", "range"),
        ("2012 - 2014", "range"),
        ("2012-", "range"),
        ("-2012", "range"),
        ("5-7 March 2012", "range"),
        ("March-April 2012", "two months"),
        ("5 6 March 2012", "a number too many"),
        ("5 March", "names no year"),
        ("March", "names no year"),
        ("March 12", "names no year"),
        ("28.11.", "names no year"),
        ("12", "names no year"),
        ("99", "names no year"),
        ("20121128", "a number of 8 digits"),
        ("28.11.212", "a number of 3 digits"),
        ("9" * 90, "a number of 90 digits"),
        ("9" * 5000, "longer than any date"),
        ("ca. 2012?", "keep one of"),
        ("31.02.2012", "no day 31 in 2012-02, which has 29 days"),
        ("31 February 2012", "no day 31 in 2012-02"),
        ("2012-02-30", "no day 30"),
        ("2012-13-01", "no month 13"),
        ("11.28.2012", "no month 28"),
        ("29.2.2011", "no day 29"),
        ("2.8.3012", "the year 3012"),
        ("5 March 6", "the year 6"),
        ("0.0.0000", "the year 0"),
        ("31/02/2012", "does not exist"),
        ("31/11/05", "does not exist"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate, match=reason):
        read_date(text)


def test_a_refusal_shows_the_text_as_it_was_given_but_not_a_page_of_it() -> None:
    with pytest.raises(InvalidDate) as caught:
        read_date(" 31.02.2012. godine ")
    assert "' 31.02.2012. godine '" in caught.value.sentence
    with pytest.raises(InvalidDate) as caught:
        read_date("x" * 100_000)
    assert len(caught.value.sentence) < 300


def test_a_name_that_means_two_months_is_refused_with_both(monkeypatch: pytest.MonkeyPatch) -> None:
    # No two of our languages disagree today; Slovene once used the Croatian October for November.
    monkeypatch.setattr(date_parser, "month_names", lambda: {"listopad": (10, 11)})
    with pytest.raises(InvalidDate) as caught:
        read_date("3. listopad 2012")
    assert caught.value.readings == ("2012-10-03", "2012-11-03")


def test_no_two_languages_mean_different_months_by_one_name() -> None:
    assert {name: months for name, months in month_names().items() if len(months) > 1} == {}


def test_no_month_is_a_word_that_is_dropped() -> None:
    dropped = weekday_words() | date_words.FILLER_WORDS | date_words.APPROXIMATION_WORDS
    assert not dropped & month_names().keys()


@pytest.mark.parametrize("row", date_words.INFLECTED_MONTHS)
def test_the_inflected_months_are_twelve_in_their_order(row: str) -> None:
    names = row.split()
    assert len(names) == 12
    assert all(month_names()[fold(name)] == (month,) for month, name in enumerate(names, 1) if name != "-")


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("janar janari janarit january januar januara januaru јануара siječanj siječnja Jänner gennaio janvier", 1),
        ("maj maja maji majit maggio mai май мај Μάιος Μαΐου svibanj svibnja", 5),
        ("qershor qershori qershorit juni jun juna lipanj lipnja junij junija június юни giugno iunie", 6),
        ("avgust avgusta august augusta августа аугуста kolovoz kolovoza gusht gushti agosto août", 8),
        ("listopad listopada tetor oktobar oktobra октобра октомври ottobre", 10),
        ("studeni studenoga studenog studenom novembar novembra ноември nëntor nëntorit", 11),
    ],
)
def test_the_forms_of_a_month_are_one_month(names: str, month: int) -> None:
    read = {name: str(read_date(f"3 {name} 2012")) for name in names.split()}
    assert read == dict.fromkeys(read, f"2012-{month:02}-03")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("length", ["long", "full"])
@pytest.mark.parametrize("month", range(1, 13))
def test_the_dates_that_babel_writes_are_read_back(locale: str, length: str, month: int) -> None:
    for day in (date(2012, month, 5), date(1999, month, 28)):
        assert read_date(format_date(day, format=length, locale=locale)) == PartialDate(day.year, day.month, day.day)


@given(DAYS, st.sampled_from(LOCALES), st.sampled_from(["d MMMM y", "d. MMM y", "LLLL y", "y. MMMM d."]))
def test_any_day_in_words_is_read_back_no_more_precisely(day: date, locale: str, pattern: str) -> None:
    text = format_date(day, format=pattern, locale=locale)
    assert read_date(text) == PartialDate(day.year, day.month, day.day if "d" in pattern else None)


@given(DAYS)
def test_days_in_numbers_are_read_back_day_first(day: date) -> None:
    expected = PartialDate(day.year, day.month, day.day)
    assert read_date(f"{day.day}.{day.month}.{day.year}.") == expected
    assert read_date(f"{day.day:02}/{day.month:02}/{day.year}", "dmy") == expected
    assert read_date(f"{day.month}-{day.day}-{day.year}", "mdy") == expected
    assert read_date(f"{day.year} {day.month} {day.day}") == expected


@given(st.dates(date(1900 + CENTURY_PIVOT + 1, 1, 1), date(2000 + CENTURY_PIVOT, 12, 31)))
def test_two_digit_years_are_those_of_the_century_before_the_pivot(day: date) -> None:
    assert read_date(f"{day:%d.%m.%y}") == PartialDate(day.year, day.month, day.day)


@given(DAYS)
def test_an_ambiguous_date_is_never_guessed(day: date) -> None:
    text = f"{day.day}/{day.month}/{day.year}"
    if day.day <= 12 and day.day != day.month:
        with pytest.raises(InvalidDate):
            read_date(text)
    else:
        assert read_date(text) == PartialDate(day.year, day.month, day.day)


@given(DATES, ORDERS)
def test_our_own_notation_is_read_as_it_is_in_any_order(written: PartialDate, order: DateOrder | None) -> None:
    assert read_date(str(written), order) == written


_FRAGMENTS = st.sampled_from(
    [
        *("28", "5", "11", "05", "2012", "99", "0", "12345", ".", "/", "-", ":", ",", "(", ")", "?", "~", "'", " "),
        *("T", "Z", "+", "²", "٣", "２", "Ⅴ", "I", "XI", "i", "maj", "mars", "March", "listopada", "godine", "më"),
        *("ca.", "oko", "e hënë", "🎉", "\0", "\n", "00:00:00", "th", "st", "-i", "-án"),
    ]
)


@given(
    st.text() | st.lists(_FRAGMENTS, max_size=9).map("".join) | st.lists(_FRAGMENTS, max_size=9).map(" ".join), ORDERS
)
@example("9" * 20, None)
@example("1.1.\ud800", None)
@example("2012-11-28T99:99", None)
def test_any_text_is_a_date_or_refused_and_a_date_has_no_number_that_is_not_written(
    text: str, order: DateOrder | None
) -> None:
    try:
        read = read_date(text, order)
    except InvalidDate:
        return
    assert read == PartialDate.parse(str(read))
    assert f"{read.year % 100:02}" in text
    assert read.day is None or str(read.day) in text


def test_every_date_of_the_bundled_register_is_read_as_it_is_written() -> None:
    texts = [
        row[field] for row in seed_data.rows("agreements") for field in ("signed", "in_force", "ended") if row[field]
    ]
    assert [str(read_date(text)) for text in texts] == texts


def test_our_own_notation_loads_neither_babel_nor_dateutil() -> None:
    program = (
        "import sys; from wbagree.domain.dates.date_parser import read_date\n"
        "for text in ('2012', '2012-03~', ' 2012-03-10?', '2012-11-28T00:00:00Z'): read_date(text)\n"
        "print(sorted({'babel', 'dateutil'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_dates_in_numbers_do_not_load_babel() -> None:
    program = (
        "import sys; from wbagree.domain.dates.date_parser import read_date\n"
        "read_date('28.11.2012. godine'); print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
