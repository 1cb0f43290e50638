"""How running text names an agreement on one line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.short_title import one_line_facts, short_title

PARTIES = {"AL": "Albania", "XK": "Kosovo", "ME": "Montenegro", "MK": "North Macedonia", "UNMIK": "UNMIK"}


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Agreement on readmission", "Agreement on readmission"),
        (
            "Treaty between the Government of A and the Government of B on the enforcement of judgments",
            "Treaty … on the enforcement of judgments",
        ),
        (
            "Protocol of the Prosecutor's Office of A and the Office of the Prosecutor of B on cooperation",
            "Protocol … on cooperation",
        ),
        (
            "Agreement on the rights of minorities and of those who returned on the territory of the other",
            "Agreement on the rights of minorities and of those …",
        ),
        (
            "Extradition agreement between the Council of Ministers of A and the Government of B",
            "Extradition agreement …",
        ),
        (
            "Cooperation agreement between the Academy for Public Safety of A and that of B",
            "Cooperation agreement between the Academy for Public …",
        ),
        (
            "Memorandum on co-operation (General Prosecution Offices of Albania and Kosovo)",
            "Memorandum on co-operation (General Prosecution …)",
        ),
    ],
)
def test_a_long_title_loses_who_it_is_between_before_what_it_is_about(title, short):
    assert short_title(title, 56) == short


@given(st.text(min_size=1).filter(str.strip), st.integers(20, 100))
def test_a_shortened_title_fits_and_says_that_it_is_shortened(title, room):
    short = short_title(title, room)
    whole = " ".join(title.split())
    assert len(short) <= room
    assert short == whole or "…" in short
    parts = [re.escape(part.strip()) for part in short.split("…")]
    assert short == whole or re.match(parts[0], whole)


@pytest.mark.parametrize(
    ("fields", "title", "line"),
    [
        ({"signed": PartialDate(2012, 3, 10)}, "Agreement on X", "10 Mar 2012"),
        ({"signed": PartialDate(2012, 3, 10)}, "Joint Commission", "agreement, 10 Mar 2012"),
        ({"form": "mou"}, "Memorandum of cooperation", "undated"),
        ({"form": "mou"}, "Agreement of Understanding", "MoU, undated"),
        ({"form": "other"}, "Annex", "undated"),
        ({"parties": ("AL", "ME", "XK")}, "Agreement", "undated, with Montenegro"),
        ({"parties": ("AL", "ME", "MK", "UNMIK", "XK")}, "Agreement", "undated, with 3 further parties"),
        (
            {"parties": ("AL", "UNMIK"), "inherited_from": "UNMIK", "signed": PartialDate(2007, mark="?")},
            "Agreement",
            "[2007], signed by UNMIK",
        ),
        ({"computed": "in-force", "in_force": PartialDate(2013, 5)}, "Agreement", "undated, in force since May 2013"),
        ({"computed": "in-force"}, "Agreement", "undated, in force"),
        ({"computed": "provisional"}, "Agreement", "undated, applied provisionally"),
        ({"computed": "negotiation"}, "Agreement", "undated, under negotiation"),
        ({"computed": "ended", "ended": PartialDate(2020)}, "Agreement", "undated, ended 2020"),
    ],
)
def test_beside_its_title_stands_what_the_title_does_not_say(fields, title, line, record_of):
    assert one_line_facts(record_of(**fields), title, ("AL", "XK"), PARTIES) == line


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        ("in-force", "1961, signed by YU-SFRY, in force for it since 1963"),
        ("signed", "1961, signed by YU-SFRY"),
        ("nothing-known", "1961, signed by YU-SFRY"),
    ],
)
def test_what_is_inherited_has_the_status_of_the_predecessor(verdict, line, record_of):
    dates = {"signed": PartialDate(1961), "in_force": PartialDate(1963)}
    record = record_of(parties=("AL", "YU-SFRY"), inherited_from="YU-SFRY", computed="inherited", **dates)
    assert one_line_facts(record._replace(verdict=verdict), "Agreement", ("AL", "XK"), PARTIES) == line


def test_a_status_that_hangs_on_a_coarse_date_is_called_uncertain(record_of):
    record = record_of(in_force=PartialDate(2026))._replace(verdict="entry-straddles")
    assert one_line_facts(record, "Agreement", ("AL", "XK"), PARTIES) == "undated, status uncertain"
