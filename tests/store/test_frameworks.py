"""Frameworks: loaded as the bundled files have them, compared by the day, never written over what was edited."""

from datetime import date
from itertools import combinations

import pytest

from wbagree.domain.filter import Filter
from wbagree.domain.frameworks.framework import (
    FRAMEWORK,
    MEMBERSHIP,
    Framework,
    Membership,
    MembershipStatus,
    write_framework,
)
from wbagree.errors import NotFound
from wbagree.store.file import connection
from wbagree.store.read import frameworks
from wbagree.store.read import matrix as covering
from wbagree.store.read.entity_cells import membership_cells
from wbagree.store.write import bundled_data
from wbagree.store.write.bundled_data import BundledCounts
from wbagree.store.write.change_log import EntityChange
from wbagree.store.write.entities import apply_entity_changes
from wbagree.store.write.session import transaction

WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")
DAYS = [date(2005, 6, 1), date(2010, 1, 1), date(2014, 1, 1), date(2026, 11, 1)]


def test_every_bundled_framework_and_membership_is_there(bundled, table):
    with connection.open_for_reading(bundled) as register:
        known, members = frameworks.frameworks(register), frameworks.members(register)
    for row in table("frameworks"):
        found = known[row["key"]]
        assert {name: getattr(found, name) for name in row if name != "types"} == {
            name: text for name, text in row.items() if name != "types"
        }
        assert found.types == tuple(filter(None, row["types"].split(";")))
    shown = sorted((m.framework, m.party, m.joined, m.left, m.standing, m.note, m.source_url) for m in members)
    assert shown == sorted(tuple(row.values()) for row in table("framework_members"))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_both_parties_belong_to_on_a_day_is_what_the_files_say(bundled, day, members_on):
    members = members_on(day)
    with connection.open_for_reading(bundled) as register:
        covers = frameworks.covers(register, day)
    for pair in combinations(WB6, 2):
        both = {one.framework.key for one in covers.of_pair(*pair) if one.serves}
        assert both == {key for key, parties in members.items() if set(pair) <= parties}, pair


@pytest.mark.parametrize("by", ["type", "group"])
def test_the_frameworks_that_serve_each_cell_are_recounted(bundled, by, table, members_on):
    day = DAYS[-1]
    members = members_on(day)
    types = {row["key"]: row["types"].split(";") for row in table("frameworks")}
    group = {row["code"]: row["group"] for row in table("types")}
    with connection.open_for_reading(bundled) as register:
        matrix = covering.matrix(register, Filter(among=WB6, as_of=day), by)
        serving = frameworks.frameworks_serving(register, matrix)
    expected = {}
    for pair in combinations(WB6, 2):
        for key, parties in members.items():
            if set(pair) <= parties:
                for column in {code if by == "type" else group[code] for code in types[key]}:
                    expected.setdefault((pair, column), set()).add(key)
    served = {place: {one.framework.key for one in found if one.serves} for place, found in serving.items()}
    assert {place: keys for place, keys in served.items() if keys} == expected


@pytest.mark.parametrize(
    ("text", "key"), [("SELEC", "selec"), ("selec", "selec"), ("marri", "marri"), ("Berlin process", "berlin-process")]
)
def test_a_framework_is_found_by_key_name_or_short_name(bundled, text, key):
    with connection.open_for_reading(bundled) as register:
        assert frameworks.find_framework(frameworks.frameworks(register), text).key == key


def test_an_unknown_framework_is_told_with_the_nearest(bundled):
    with connection.open_for_reading(bundled) as register, pytest.raises(NotFound, match="did you mean selec"):
        frameworks.find_framework(frameworks.frameworks(register), "selek")


@pytest.fixture
def say():
    """Replace what a register says of frameworks and memberships."""

    def replace_(path, *shown):
        with transaction(path) as session:
            for subject, before, after in shown:
                keys = dict.fromkeys((*before, *after))
                apply_entity_changes(
                    session, [EntityChange(subject, key, before.get(key), after.get(key)) for key in keys]
                )

    return replace_


def test_loading_again_changes_nothing_and_leaves_edits_alone(seeded, table, say):
    with transaction(seeded) as session:
        again = bundled_data.load_bundled(session, [FRAMEWORK])
    assert again.counts[FRAMEWORK] == BundledCounts(unchanged=len(table("frameworks")))
    assert again.left_alone == []
    with connection.open_for_reading(seeded) as register:
        selec = frameworks.frameworks(register)["selec"]
        members = frameworks.members(register, "rcc")
    there = write_framework(selec)
    say(seeded, (FRAMEWORK, {"selec": there}, {"selec": {**there, "seat": "Sofia"}}),
        (MEMBERSHIP, membership_cells(members), membership_cells(members[1:])))  # fmt: skip
    with transaction(seeded) as session:
        again = bundled_data.load_bundled(session, [FRAMEWORK])
    assert again.left_alone == [(FRAMEWORK, "rcc", "edited here"), (FRAMEWORK, "selec", "edited here")]
    with connection.open_for_reading(seeded) as register:
        assert frameworks.frameworks(register)["selec"].seat == "Sofia"
        assert frameworks.members(register, "rcc") == members[1:]


def test_a_party_that_left_and_came_back_has_two_memberships(empty, say):
    shown = [
        Membership("club", "AL", "2001", "2005"),
        Membership("club", "AL", "2010"),
        Membership("club", "XK", "2008", standing=MembershipStatus.OBSERVER.value),
    ]
    say(empty, (FRAMEWORK, {}, {"club": write_framework(Framework("club", "Club", "network"))}),
        (MEMBERSHIP, {}, membership_cells(shown)))  # fmt: skip
    with connection.open_for_reading(empty) as register:
        assert frameworks.members(register, "club") == shown
        for day, standing in ((date(2003, 1, 1), True), (date(2007, 1, 1), False), (date(2012, 1, 1), True)):
            found = frameworks.covers(register, day).of_pair("AL", "XK")
            assert any(one.first.standing for one in found) is standing
            assert not any(one.serves for one in found)
