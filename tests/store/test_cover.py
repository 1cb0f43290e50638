"""Conventions cover pairs in grades that a recount of the bundled files by other code gives (acts.md, 3)."""

from datetime import date
from itertools import combinations

import pytest
import seed_data
from oracles import grade, span

from wbagree.domain.acts.act import Act
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.acts import write_framework_act
from wbagree.domain.frameworks.cover import Covers, Grade
from wbagree.store.read import frameworks
from wbagree.store.read.parties_and_types import party_book
from wbagree.store.write.change_log import EntityChange
from wbagree.store.write.entities import apply_entity_changes
from wbagree.store.write.session import raw_connection, transaction

WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")
CONVENTIONS = (
    "cets-197",
    "ets-112",
    "ets-112-ap",
    "ets-24",
    "ets-30",
    "ets-86",
    "un-hostages",
    "uncac",
    "untoc",
    "pcc-see",
)
DAYS = (date(2000, 6, 1), date(2004, 8, 1), date(2006, 8, 1), date(2012, 1, 1), date(2026, 11, 1))
RANKS = ["in-force", "bound", "signed", "none"]


@pytest.mark.parametrize("day", DAYS)
def test_cover_of_ten_conventions_for_the_six_is_what_a_recount_gives(day, seeded, reading):
    with reading(seeded) as register:
        known = frameworks.covers(register, day)
        shown = {
            (one.framework.key, pair): one.grade.value
            for pair in combinations(WB6, 2)
            for one in known.of_pair(*pair)
            if one.framework.key in CONVENTIONS
        }
    begun = {row["key"] for row in seed_data.rows("frameworks") if row["key"] in CONVENTIONS}
    begun = {row["key"] for row in seed_data.rows("frameworks") if row["key"] in begun
             and not (row["established"] and span(row["established"])[1] > day.isoformat())}  # fmt: skip
    grades = {
        (key, pair): max((grade(key, party, day) for party in pair), key=RANKS.index)
        for key in begun
        for pair in combinations(WB6, 2)
    }
    assert {place: grade for place, grade in shown.items() if grade != "none"} == {
        place: grade for place, grade in grades.items() if grade != "none"
    }
    assert len({*grades.values()}) > 1


@pytest.fixture
def acted(seeded):
    """Add acts to a convention without any, and read what it is for a party on a day."""

    def act(*acts):
        with transaction(seeded, "act") as session:
            for kind, party, on, *effect in acts:
                one = Act(kind, party, PartialDate.parse(on), PartialDate.parse(effect[0]) if effect else None)
                key, cells = write_framework_act("aarhus", one)
                apply_entity_changes(session, [EntityChange("framework act", key, None, cells)])
            connection = raw_connection(session)
            stored = frameworks.acts(connection)
            book = party_book(connection)
            convention = {"aarhus": frameworks.Framework("aarhus", "Convention", "convention")}
        return lambda party, day: Covers(convention, [], stored, book, date.fromisoformat(day)).of_party(
            "aarhus", party
        )

    return act


@pytest.fixture(autouse=True)
def _convention(seeded):
    cells = dict.fromkeys(("short_name", "types", "established", "ended", "succeeded_by", "seat", "website", "sources",
                           "notes"), "")  # fmt: skip
    with transaction(seeded, "add") as session:
        cells |= {"name": "Convention", "kind": "convention"}
        apply_entity_changes(session, [EntityChange("framework", "aarhus", None, cells)])


def test_both_are_bound_and_the_entry_of_one_is_not_recorded(acted):
    of = acted(("entry-into-force", "AL", "2004-08-01"), ("ratification", "BA", "2005"))
    assert of("AL", "2006-01-01").grade is Grade.IN_FORCE
    second = of("BA", "2006-01-01")
    assert (second.grade, second.reason) == (Grade.BOUND, "ratification 2005, entry into force not recorded")


def test_a_succession_counts_from_its_effect_where_it_was_in_force_before(acted):
    of = acted(("ratification", "RS", "2001"), ("entry-into-force", "RS", "2002"),
               ("succession", "ME", "2006-10-23", "2006-06-03"))  # fmt: skip
    assert of("ME", "2006-06-02").grade is Grade.NONE
    assert of("ME", "2006-08-01").grade is Grade.IN_FORCE
    assert "2006-06-03" in of("ME", "2006-08-01").reason


def test_a_succession_to_what_was_not_in_force_binds_only(acted):
    of = acted(("ratification", "RS", "2001"), ("succession", "ME", "2006-10-23", "2006-06-03"))
    assert of("ME", "2006-08-01").grade is Grade.BOUND


def test_what_a_predecessor_ratified_covers_no_successor_but_the_one_that_continues_it(acted):
    of = acted(("ratification", "YU-SFRY", "1970"), ("entry-into-force", "YU-SFRY", "1971"))
    assert of("HR", "2000-01-01").grade is Grade.NONE
    of = acted(("ratification", "CS", "2004"))
    assert (of("RS", "2010-01-01").grade, of("ME", "2010-01-01").grade) == (Grade.BOUND, Grade.NONE)


def test_who_denounced_it_is_covered_until_that_takes_effect(acted):
    of = acted(("entry-into-force", "AL", "2004-08-01"), ("denunciation", "AL", "2010-01-01", "2011-01-01"))
    assert of("AL", "2010-12-31").grade is Grade.IN_FORCE
    assert of("AL", "2011-01-01").grade is Grade.NONE


def test_an_entry_of_all_is_that_of_those_who_were_bound_by_then(acted):
    of = acted(("entry-into-force", "", "2004-08-01"), ("ratification", "AL", "2003"), ("accession", "BA", "2006"))
    assert (of("AL", "2007-01-01").grade, of("BA", "2007-01-01").grade) == (Grade.IN_FORCE, Grade.BOUND)
