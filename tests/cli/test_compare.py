"""Comparisons are counted again from the bundled file, and name what one side has and the other lacks."""

import json
import re

import pytest
import seed_data


def of_pair(pair, rows=None):
    """The keys of the agreements that both of a pair signed themselves."""
    return {row["key"]: row for row in rows or seed_data.rows("agreements") if {*pair} <= {*row["parties"].split(";")}}


@pytest.fixture
def compared(wbagree, whole):
    def run(*words):
        ran = wbagree("compare", *words, "--no-inherited", "--format", "json", db=whole)
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    return run


@pytest.mark.parametrize(
    "words", [("AL-XK", "MK-XK"), ("AL", "XK", "MK", "XK"), ("Albania", "Kosovo", "MK-XK"[:2], "XK")]
)
def test_two_pairs_are_compared_by_type(words, compared):
    rows = compared(*words)
    sides = {"AL-XK": of_pair(("AL", "XK")), "MK-XK": of_pair(("MK", "XK"))}
    for pair, found in sides.items():
        (other,) = (side for name, side in sides.items() if name != pair)
        theirs = {type_ for row in other.values() for type_ in row["types"].split(";")}
        expected = {
            (key, type_, "" if type_ in theirs else "yes")
            for key, row in found.items()
            for type_ in row["types"].split(";")
        }
        assert {(row["key"], row["type"], row["only"]) for row in rows if row["pair"] == pair} == expected


def test_one_pair_is_compared_in_two_years(compared):
    rows = compared("AL-XK", "2015", "2025")
    new = {row["key"] for row in rows if row["change"] == "new"}
    assert new == {key for key, row in of_pair(("AL", "XK")).items() if "2016" <= row["signed"][:4] <= "2025"}
    assert all(row["before"] != row["after"] for row in rows)


@pytest.mark.parametrize(
    "words", [("AL-XK", "2015-2025"), ("AL-XK", "2025", "2015"), ("2015-12-31", "AL-XK", "2025-12")]
)
def test_years_and_days_are_read_in_any_order(words, compared):
    assert compared(*words) == compared("AL-XK", "2015", "2025")


def test_one_date_with_two_pairs_is_about_signatures(compared):
    assert {row["signed"][:4] for row in compared("AL-XK", "MK-XK", "2012")} == {"2012"}
    assert all(row["signed"] >= "2014" for row in compared("AL-XK", "MK-XK", "since", "2014"))


def test_what_a_pair_lacks_is_not_found_in_this_register(wbagree, whole):
    ran = wbagree("compare", "AL-XK", "MK-XK", "--type", "hot-pursuit", db=whole)
    assert ran.stdout.splitlines()[2:5] == [
        "",
        "Found for MK-XK, not found in this register for AL-XK:",
        "  hot pursuit",
    ]
    assert ran.stderr.splitlines()[-1] == "That none was found does not mean that none exists."


def test_the_numbers_of_two_years_are_one_sentence(wbagree, whole):
    ran = wbagree("compare", "AL-XK", "2010", "2012", "--no-inherited", db=whole)
    rows = of_pair(("AL", "XK")).values()
    undated = sum(not row["signed"] for row in rows)
    earlier, later = (sum(not row["signed"] or row["signed"][:4] <= year for row in rows) for year in ("2010", "2012"))
    sentence = ran.stderr.splitlines()[-1]
    assert sentence.startswith(
        f"{earlier} agreements on 2010-12-31, {later} agreements on 2012-12-31: {later - earlier} signed"
    )
    assert sentence.endswith(f"{undated} without a date of signature count on both days.")


def test_what_entered_into_force_and_what_ended_have_headings_of_their_own(wbagree, seeded):
    changed = (("AL-XK-2012-1", "--in-force", "2016"), ("AL-XK-2015-1", "--in-force", "2015-12", "--ended", "2020"))
    for key, *dates in changed:
        assert wbagree("edit", key, *dates, db=seeded).returncode == 0
    ran = wbagree("compare", "AL-XK", "2015", "2025", db=seeded)
    for heading, key, statuses in (
        ("In force on 2025-12-31:", "AL-XK-2012-1", "signed → in force"),
        ("Ended after 2015-12-31:", "AL-XK-2015-1", "in force → ended"),
    ):
        _, found, rest = ran.stdout.partition(f"\n{heading}\n")
        assert found
        assert f"({key}), {statuses}" in rest.splitlines()[0]
    assert re.search(r": \d+ signed since, 1 now in force, 1 ended", ran.stderr)
    rows = json.loads(wbagree("compare", "AL-XK", "2015", "2025", "--format", "json", db=seeded).stdout)
    assert {row["key"]: row["change"] for row in rows if row["key"] in ("AL-XK-2012-1", "AL-XK-2015-1")} == {
        "AL-XK-2012-1": "in-force",
        "AL-XK-2015-1": "ended",
    }


def test_it_fits_a_narrow_terminal(at_terminal, whole):
    for words in (("AL-XK", "MK-XK"), ("AL-XK", "2015", "2025")):
        text = at_terminal("compare", *words, db=whole, columns=80, NO_COLOR="1", PAGER="cat").text
        assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("AL-XK",), "There are not two things to compare."),
        ((), "There are not two things to compare."),
        (("AL-XK", "2015", "2015"), "Both dates are 2015."),
        (("AL-XK", "MK-XK", "BA-RS"), "3 pairs are named"),
        (("AL-XK", "MK-XK", "2010", "2020"), "several pairs and several years are named"),
        (("AL-XK", "2010", "2015", "2020"), "3 days are named"),
        (("AL-XK", "2010", "2015", "--as-of", "2020"), "--as-of has no effect"),
    ],
)
def test_a_comparison_of_nothing_or_too_much_is_refused_with_an_example(words, sentence, wbagree, seeded):
    ran = wbagree("compare", *words, db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert sentence in ran.stderr
    assert "--as-of" in words or "wbagree compare AL-XK 2015 2025" in ran.stderr


@pytest.mark.parametrize("ending", ["csv", "md", "json"])
def test_it_goes_to_a_file(ending, wbagree, seeded, tmp_path):
    for place, words in enumerate((("AL-XK", "MK-XK"), ("AL-XK", "2015", "2025"))):
        file = tmp_path / f"{place}.{ending}"
        ran = wbagree("compare", *words, str(file), db=seeded)
        assert ran.returncode == 0, ran.stderr
        assert "AL-XK-20" in file.read_text(encoding="utf-8")
