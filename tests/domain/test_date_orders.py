"""Dates that can be read in one way show the order of the others in their column."""

import pytest

from wbagree.domain.foreign_lists.cell_readers import local_midnight, read_cell_date
from wbagree.domain.foreign_lists.column_mapping import Column, Layout
from wbagree.domain.foreign_lists.date_orders import with_date_orders
from wbagree.errors import InvalidDate

LAYOUT = Layout(
    (Column("Title", "title", ""), Column("Signed", "signed", ""), Column("End", "ended", "")), is_own=False
)


def orders(*rows: tuple[str, str]) -> tuple[list[str | None], tuple[str, ...]]:
    """The orders of both date columns, and the sentences on them."""
    layout, sentences = with_date_orders(LAYOUT, [("A", *row) for row in rows])
    return [column.date_order for column in layout.columns[1:]], sentences


def test_each_column_has_the_order_that_its_dates_show():
    found, sentences = orders(("13/05/2010", "05/13/2010"), ("01/02/2010", "02/01/2010 (Budva)"))
    assert found == ["dmy", "mdy"]
    assert sentences == (
        "column 'Signed' is read day first, as 13/05/2010 must be; if that is wrong, add --date-order mdy",
        "column 'End' is read month first, as 05/13/2010 must be; if that is wrong, add --date-order dmy",
    )


def test_nothing_is_said_where_no_date_is_unclear():
    assert orders(("13/05/2010", "2010-05-13"), ("5/5/2010", "13.05.2010")) == (["dmy", None], ())


def test_unclear_dates_alone_show_no_order():
    assert orders(("01/02/2010", ""), ("03/04/2010", "")) == ([None, None], ())


def test_both_orders_in_one_column_are_kept_apart():
    layout, sentences = with_date_orders(LAYOUT, [("A", "13/05/2010"), ("B", "5/13/2010")])
    assert layout.columns[1].mixed == ("13/05/2010", "5/13/2010")
    assert layout.columns[1].date_order is None
    assert sentences == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2012-03-09T23:00:00.000Z", "2012-03-10"),
        ("2012-06-30 22:00:00+00:00", "2012-07-01"),
        ("2012-12-31T23:00Z", "2013-01-01"),
        ("2012-03-09T00:00:00Z", None),
        ("2012-03-09T23:00:00+01:00", None),
        ("2012-03-09T23:00:00", None),
    ],
)
def test_midnight_in_the_region_is_the_next_day(text, day):
    assert (str(found) if (found := local_midnight(text)) else None) == day


@pytest.mark.parametrize(
    "text", ["2012-03-09T23:15:00Z", "2012-03-09T21:00:00Z", "2013.1", "2013.5", "2012-02-31T23:15Z"]
)
def test_what_may_be_two_dates_is_refused(text):
    with pytest.raises(InvalidDate):
        read_cell_date(text, "dmy")


@pytest.mark.parametrize(
    ("text", "day"), [("2012-03-09T12:00:00Z", "2012-03-09"), ("2013.12", "2013-12"), ("2013.05", "2013-05")]
)
def test_what_is_one_date_is_read(text, day):
    assert str(read_cell_date(text, None)) == day
