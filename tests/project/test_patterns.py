"""No regular expression takes more than linear time of what somebody else wrote, judged without a clock."""

import importlib
import pkgutil
import sys
from pathlib import Path

import pytest

import wbagree
from wbagree.domain.dates.date_parser import read_date
from wbagree.errors import InvalidDate
from wbagree.formats.common.short_title import short_title

sys.path.insert(0, str(Path(__file__).parent))
import patterns

# What cannot be told from the tree alone, and why it is linear all the same.
ALLOWED = {
    ("wbagree.domain.agreements.cell_notation", "(?P<person>"): "a second bracket ends one that is not closed",
    ("wbagree.domain.dates.date_parser", ""): "is given no text of more than a hundred characters",
    ("wbagree.formats.common.short_title", ""): "is given no text of more than a thousand characters",
}
NAMES = [found.name for found in pkgutil.walk_packages(wbagree.__path__, "wbagree.") if "__main__" not in found.name]


@pytest.fixture(scope="module")
def expressions():
    """Every regular expression of the program."""
    found = [one for name in NAMES for one in patterns.expressions(importlib.import_module(name))]
    assert len(found) > 70
    return found


def test_no_repeat_reads_again_what_another_try_has_read(expressions):
    slow = {}
    for found in expressions:
        module = found.place.partition(":")[0]
        excused = any(module == where and part in found.pattern for where, part in ALLOWED)
        if not excused and (faults := patterns.faults(found)):
            slow[found.place] = (found.pattern, faults)
    assert slow == {}


def test_what_is_excused_would_be_found(expressions):
    slow = {one.place.partition(":")[0] for one in expressions if patterns.faults(one)}
    assert slow == {where for where, _ in ALLOWED}


@pytest.mark.parametrize(
    ("pattern", "linear"),
    [
        (r"\s*(?:\([^()]*\)|[*])\s*$", False),
        (r"(?:\([^()]*\)|[*])\Z", True),
        (r"\s*[–—]\s*", False),
        (r"[–—]", True),
        (r"\S+", True),
        (r"\S+x", False),
        (r"\(.*\)", False),
        (r"\([^()]*\)", True),
        (r"(a+)+b", False),
        (r"a(?:b*c)*d", True),
        (r"x(?:a|b)*y", True),
        (r"a[ab]*c", False),
        (r"https?://[^\s]+[^\s.]", False),
        (r"(?<=[0-9])\s+x", True),
    ],
)
def test_a_search_that_is_not_linear_is_told_from_one_that_is(pattern, linear):
    found = patterns.Found("here", pattern, 0, anchored=False)
    assert (not patterns.faults(found)) is linear


@pytest.mark.parametrize(
    ("pattern", "linear"),
    [(r"\s*x\s*", True), (r"\s*\s*x", False), (r"[a-z]+(-[a-z]+)*", True), (r".*:.*:x", False), (r"a+?b", True)],
)
def test_a_match_of_a_whole_text_likewise(pattern, linear):
    found = patterns.Found("here", pattern, 0, anchored=True)
    assert (not patterns.faults(found)) is linear


def test_the_bounds_of_what_is_excused_hold():
    with pytest.raises(InvalidDate, match="is longer than any date"):
        read_date("1" * 101)
    blanks = "a between " * 50_000
    assert len(short_title(blanks, 80)) <= 80
