"""The nearest names to an unknown one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.text.suggestions import SuggestionCache, nearest_codes

KNOWN = {
    "albania": ["AL"],
    "republic of albania": ["AL"],
    "kosovo": ["XK"],
    "mali": ["ML"],
    "mali i zi": ["ME"],
    "yugoslavia": ["YU-FRY", "YU-SFRY"],
    "bosnia and herzegovina": ["BA"],
}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("albnia", ["AL"]),
        ("albania", ["AL"]),
        ("kosvo", ["XK"]),
        ("herzegovna", ["BA"]),
        ("yugoslavja", ["YU-FRY", "YU-SFRY"]),
        ("mali", ["ML", "ME"]),
        ("zzzz", []),
        ("", []),
        ("and", []),
    ],
)
def test_the_nearest_names_are_by_the_whole_or_by_one_word(name, codes):
    assert nearest_codes(name, KNOWN, 0.7) == codes


def test_there_are_at_most_three_and_each_once():
    many = {f"albania {letter}": [letter, "AL"] for letter in "abcdefg"}
    assert len(set(nearest_codes("albania", many, 0.5))) == 3


def test_the_cutoff_says_how_like_a_name_must_be():
    assert nearest_codes("albnia", KNOWN, 0.99) == []
    assert nearest_codes("albania", KNOWN, 1) == ["AL"]


def test_only_so_many_names_of_a_list_are_looked_at_and_none_that_is_very_long():
    cache = SuggestionCache(0.7)
    assert cache.nearest("albania" * 99, {"albania" * 99: ["AL"]}) == []
    assert [cache.nearest(f"kosovo {n}", KNOWN) for n in range(51)] == 50 * [["XK"]] + [[]]
    assert cache.nearest("kosovo 1", KNOWN) == ["XK"]


@given(st.text(max_size=40), st.floats(0.1, 1))
def test_any_name_gives_known_codes(name, cutoff):
    close = nearest_codes(name, KNOWN, cutoff)
    assert set(close) <= {code for codes in KNOWN.values() for code in codes}
    assert len(close) <= 3


@given(st.sampled_from(sorted(KNOWN)))
def test_a_known_name_is_nearest_to_itself(name):
    assert set(KNOWN[name]) <= set(nearest_codes(name, KNOWN, 1))
