"""Probable duplicates: the same parties, a near date and a similar title."""

import csv
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree import resources
from wbagree.domain.dates import PartialDate
from wbagree.domain.duplicates import probable
from wbagree.domain.record import Agreement

TITLE = "Agreement between the Government of Albania and the Government of Kosovo on extradition"
KNOWN = Agreement("AL-XK-2012-1", TITLE, "agreement", ("mla",), ("AL", "XK"), "low", signed=PartialDate(2012, 3, 10))


def verdict(**fields: object) -> str:
    """Why a record that differs from the known one in ``fields`` is probably the same; empty when it is not."""
    found = probable(replace(KNOWN, key="", **fields), [KNOWN])
    assert found is None or found[0] is KNOWN
    return found[1] if found else ""


SAME = "the same parties, the same date and a similar title"
NEAR = "the same parties, a near date and a similar title"


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        (TITLE, SAME),
        (TITLE.upper(), SAME),
        ("Treaty between Albania and Kosovo concerning extradition", SAME),
        ("Memorandum of Understanding on extradition (Albania, Kosovo)", ""),
        ("Agreement between Albania and Kosovo on readmission", ""),
        ("Споразум о екстрадицији", ""),
    ],
)
def test_titles_are_compared_by_the_words_that_tell(title, reason):
    assert verdict(title=title) == reason


@pytest.mark.parametrize(
    ("signed", "reason"),
    [
        ("2012-03-10", SAME),
        ("2012-03-11", NEAR),
        ("2012-04-10", NEAR),
        ("2012-04-11", ""),
        ("2012-02-08", NEAR),
        ("2012-02-07", ""),
        ("2012-03?", NEAR),
        ("2012-04", NEAR),
        ("2012-05", ""),
        ("2012", NEAR),
        ("2011", ""),
        ("2013", ""),
        ("", NEAR),
    ],
)
def test_dates_are_near_when_they_may_be_a_month_apart(signed, reason):
    assert verdict(signed=PartialDate.parse(signed) if signed else None) == reason


@pytest.mark.parametrize("parties", [("AL", "ME"), ("AL", "ME", "XK"), ("AL", "UNMIK")])
def test_other_parties_make_another_instrument(parties):
    assert verdict(parties=parties) == ""


def test_the_first_of_several_is_told():
    other = replace(KNOWN, key="AL-XK-2012-2")
    assert probable(replace(KNOWN, key=""), [replace(KNOWN, parties=("AL", "ME")), other, KNOWN]) == (other, SAME)
    assert probable(KNOWN, []) is None


@given(st.integers(-400, 400))
def test_near_is_31_days_on_either_side(days):
    day = date(2012, 3, 10) + timedelta(days)
    assert bool(verdict(signed=PartialDate(day.year, day.month, day.day))) == (abs(days) <= 31)


@given(st.sampled_from(["AL-XK", "BA-HR", "ME-RS"]), st.text(), st.none() | st.dates(date(1900, 1, 1)))
def test_every_record_is_a_duplicate_of_itself(pair, title, day):
    signed = PartialDate(min(day.year, 2200), day.month, min(day.day, 28)) if day else None
    agreement = replace(KNOWN, parties=tuple(pair.split("-")), title=title, signed=signed)
    assert probable(agreement, [agreement]) == (agreement, SAME)


def test_every_bundled_record_is_found_again_by_its_own_title():
    with (resources.seed() / "agreements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            signed = PartialDate.parse(row["signed"]) if row["signed"] else None
            agreement = replace(KNOWN, title=row["title"], parties=tuple(row["parties"].split(";")), signed=signed)
            assert probable(replace(agreement, key=""), [agreement])
