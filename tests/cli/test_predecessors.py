"""``wbagree list --pair --as-of`` across the changes of 1992, 2003, 2006 and 2008: rule 3, recounted from its words."""

import json
from datetime import date

import pytest
import seed_data

# Who signed for a party before it did so itself, and the last day of that, as rule 3 and the file of successions say.
BEFORE = {
    "BA": {"YU-SFRY": "1992-03-31"},
    "HR": {"YU-SFRY": "1991-10-08"},
    "MK": {"YU-SFRY": "1991-11-30"},
    "YU-FRY": {"YU-SFRY": "1992-04-27"},
    "CS": {"YU-SFRY": "1992-04-27", "YU-FRY": "2003-02-04"},
    "ME": {"YU-SFRY": "1992-04-27", "YU-FRY": "2003-02-04", "CS": "2006-06-03"},
    "RS": {"YU-SFRY": "1992-04-27", "YU-FRY": "2003-02-04", "CS": "2006-06-05"},
    "XK": {"UNMIK": "2008-02-17"},
}
# From when on agreements are recorded under a party.
FIRST = {"BA": "1992-03-01", "HR": "1991-06-25", "MK": "1991-09-08", "ME": "2006-06-03", "RS": "2006-06-05",
         "XK": "2008-02-17", "CS": "2003-02-04", "YU-FRY": "1992-04-27", "UNMIK": "1999-06-10"}  # fmt: skip
PAIRS = ["BA-RS", "HR-RS", "ME-RS", "AL-XK", "MK-RS", "AT-HR", "CS-HR"]
DAYS = ["1991-06-01", "1992-06-01", "1999-01-01", "2003-03-01", "2005-06-30", "2006-07-01", "2008-03-01", ""]


@pytest.fixture(scope="module")
def rows():
    return [(row["key"], row["parties"].split(";"), first_day(row["signed"])) for row in seed_data.some().values()]


def first_day(text):
    """The first day that a date can mean; the first of all days when there is none, since it may have been then."""
    return "-".join([*text.rstrip("?~").split("-"), "01", "01"][:3]) if text else "0000-00-00"


def then(party, day):
    """The party that agreements of a day are recorded under: itself, or the last before it; none before those."""
    if FIRST.get(party, "") <= day:
        return party
    return next((code for code in reversed(BEFORE.get(party, {})) if FIRST.get(code, "") <= day), None)


def signers(party, day, signed):
    """Who bound a party, on a day, by what was signed then: itself, and each predecessor that still signed for it."""
    before = BEFORE.get(party, {})
    there = not before or max(before.values()) <= day
    return {party, *(code for code, until in before.items() if there and signed <= until)}


def recounted(rows, pair, day):
    """Key to whether it is inherited; None when both parties were one on the day."""
    seen = day or date.today().isoformat()
    first, second = (then(party, seen) or party for party in pair.split("-"))
    found = {}
    if first == second:
        return None
    for key, parties, signed in rows:
        if signed > seen:
            continue
        bound = {
            (x, y)
            for x in signers(first, seen, signed)
            for y in signers(second, seen, signed)
            if x != y and {x, y} <= {*parties}
        }
        if bound:
            found[key] = (first, second) not in bound
    return found


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_has_what_it_and_its_predecessors_signed_as_of_each_day(pair, rows, wbagree, seeded):
    for day in DAYS:
        arguments = (
            "list",
            "--pair",
            pair,
            *(("--as-of", day) if day else ()),
            "--format",
            "json",
            "--columns",
            "key,inherited_from",
        )
        ran, expected = wbagree(*arguments, db=seeded), recounted(rows, pair, day)
        if expected is None:
            assert (ran.returncode, "are recorded as one party" in ran.stderr) == (4, True)
            continue
        shown = {row["key"]: row["inherited_from"] for row in json.loads(ran.stdout)}
        assert {key: signer is not None for key, signer in shown.items()} == expected, day
        own = json.loads(wbagree(*arguments, "--no-inherited", db=seeded).stdout)
        assert {row["key"] for row in own} == {key for key, inherited in expected.items() if not inherited}, day


def test_what_was_signed_between_two_successors_before_both_were_there_is_no_inheritance(rows):
    assert not any(recounted(rows, "ME-RS", "2026-11-01")[key] for key, parties, _ in rows if parties == ["ME", "RS"])


def test_the_recount_is_not_of_nothing(rows):
    inherited = {pair: sum(recounted(rows, pair, "").values()) for pair in PAIRS}
    assert inherited["HR-RS"] >= 4
    assert inherited["AL-XK"] == 1
    assert inherited["AT-HR"] > 0
    assert recounted(rows, "HR-RS", "2003-03-01") != recounted(rows, "HR-RS", "2006-07-01")


@pytest.mark.parametrize(
    ("parties", "pair", "signer"),
    [
        # Montenegro signed it itself: it has nothing of Yugoslavia here.
        (("ME", "UNMIK", "YU-SFRY"), "ME-XK", "UNMIK"),
        (("BA", "HR", "YU-FRY", "YU-SFRY"), "HR-RS", "YU-FRY"),
        (("HR", "UNMIK", "YU-SFRY"), "RS-XK", "YU-SFRY UNMIK"),
    ],
)
def test_of_several_ways_in_which_a_record_is_inherited_the_nearest_is_told(parties, pair, signer, wbagree, seeded):
    named = [part for party in parties for part in ("--party", party)]
    instrument = ("--form", "treaty", "--type", "mla", "--signed", "1988", "--title", "Of three")
    assert wbagree("add", *named, *instrument, db=seeded).returncode == 0
    for question in (("--pair", pair), ("--among", pair.replace("-", ","))):
        listed = wbagree("list", *question, "--columns", "title,inherited_from", "--format", "csv", db=seeded).stdout
        assert f"Of three,{signer}\n" in listed
