"""What serves pairs, counted: recounted from the bundled files by other code, for some pairs and days."""

from datetime import date
from functools import cache
from itertools import combinations

import pytest

from wbagree.domain.filter import Filter
from wbagree.domain.reports.coverage import summarise_coverage
from wbagree.store.file import connection
from wbagree.store.read import frameworks
from wbagree.store.read import matrix as covering

DAYS = (date(1999, 1, 1), date(2005, 6, 30), date(2008, 3, 1), date(2026, 11, 1))
PAIRS = (("AL", "XK"), ("BA", "ME"), ("RS", "XK"), ("HR", "RS"), ("AT", "HR"))
AMONG = ("AL", "ME", "MK", "XK")
# What is there and binds, or may: the statuses that are neither ended nor still to come.
SERVING = {"in-force", "provisional", "signed", "unknown"}


@pytest.fixture(scope="session")
def kinds(rows, table, served, status_of, members_on):
    """Of each type (or group), how a pair is served on a day: both, bilateral, multilateral or none; by the files."""
    group = {row["code"]: row["group"] for row in table("types")}
    pairs_of = cache(lambda key, day: served(rows[key], day))
    serves = cache(lambda key, day: status_of(rows[key], day.isoformat()) in SERVING)
    members = cache(members_on)
    about = {row["key"]: set(filter(None, row["types"].split(";"))) for row in table("frameworks")}

    def shown(pair, day, by):
        named = (lambda code: group[code]) if by == "group" else (lambda code: code)
        own = {
            named(code)
            for key, row in rows.items()
            if pair in pairs_of(key, day) and serves(key, day)
            for code in row["types"].split(";")
        }
        both = {key for key, parties in members(day).items() if set(pair) <= parties}
        shared = {named(code) for key in both for code in about[key]}
        kind = {(True, True): "both", (True, False): "bilateral", (False, True): "multilateral", (False, False): "none"}
        return {name: kind[name in own, name in shared] for name in map(named, group)}, both

    return shown


def ask(path, by, day, **question):
    with connection.open_for_reading(path) as register:
        filter_ = Filter(**question, as_of=day)
        matrix = covering.matrix(register, filter_, "group" if by == "group" else "type")
        serving, shared = (
            frameworks.frameworks_serving(register, matrix),
            frameworks.shared_frameworks(register, matrix),
        )
    return summarise_coverage(matrix, serving, shared, by, narrowed=bool(filter_.types))


def numbers(row):
    return {"both": row.both, "bilateral": row.bilateral, "multilateral": row.multilateral, "none": row.none}


def counted(kinds):
    shown = list(kinds)
    return {kind: shown.count(kind) for kind in ("both", "bilateral", "multilateral", "none")}


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_a_pair_has_as_many_types_of_each_kind_as_a_recount_gives(pair, day, bundled, kinds):
    shown = ask(bundled, "pair", day, pair=pair)
    expected, both = kinds(pair, day, "type")
    (row,) = shown.rows
    assert (row.name, numbers(row), row.frameworks) == ("-".join(pair), counted(expected.values()), len(both))
    assert (numbers(shown.total), shown.total.frameworks) == (numbers(row), row.frameworks)
    assert sum(numbers(row).values()) == shown.cells == len(expected)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("by", ["type", "group"])
def test_a_type_or_group_serves_as_many_pairs_of_each_kind_as_a_recount_gives(by, day, bundled, kinds, table):
    shown = ask(bundled, by, day, among=AMONG)
    pairs = [kinds(pair, day, by) for pair in combinations(AMONG, 2)]
    assert [row.name for row in shown.rows] == [
        row["code"] for row in table("types" if by == "type" else "type_groups")
    ]
    for row in shown.rows:
        assert numbers(row) == counted(found[row.name] for found, _ in pairs), row.name
    assert numbers(shown.total) == counted(kind for found, _ in pairs for kind in found.values())
    assert shown.total.frameworks == len({key for _, both in pairs for key in both})
    assert shown.cells == 6


def test_pairs_and_types_are_two_cuts_of_the_same_cells(bundled):
    by_pair, by_type = (ask(bundled, by, DAYS[-1], among=AMONG) for by in ("pair", "type"))
    assert numbers(by_pair.total) == numbers(by_type.total)
    assert by_pair.total.frameworks == by_type.total.frameworks


def test_a_question_about_a_type_counts_the_frameworks_that_are_about_it(bundled, kinds, table):
    shown = ask(bundled, "pair", DAYS[-1], pair=("AL", "ME"), types=("extradition",))
    _, both = kinds(("AL", "ME"), DAYS[-1], "type")
    about = {row["key"] for row in table("frameworks") if "extradition" in row["types"].split(";")}
    assert shown.rows[0].frameworks == len(both & about) > 0
    assert (numbers(shown.rows[0])["multilateral"], shown.cells) == (1, 1)
    assert "that are about the types asked for" in " ".join(shown.explanation())


def test_an_empty_register_serves_no_pair_but_every_pair_that_was_named_has_its_row(blank):
    shown = ask(blank, "pair", None, among=AMONG)
    assert [numbers(row) | {"frameworks": row.frameworks} for row in shown.rows] == [
        {"both": 0, "bilateral": 0, "multilateral": 0, "none": shown.cells, "frameworks": 0}
    ] * 6
    assert ask(blank, "pair", None).rows == ()
