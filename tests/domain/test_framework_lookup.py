"""Frameworks by their common names, and what became what."""

import pytest

from wbagree.domain.frameworks.framework import Framework
from wbagree.domain.frameworks.lookup import find_by_name, predecessors

FRAMEWORKS = [
    Framework("pcc-see", "Police Cooperation Convention for Southeast Europe", "convention", "PCC SEE"),
    Framework("pcc-prum", "Agreement between the Parties to the Police Cooperation Convention", "convention"),
    Framework("ets-24", "European Convention on Extradition", "convention", "ETS 24"),
    Framework("ets-86", "Additional Protocol to the European Convention on Extradition", "convention", "ETS 86"),
    Framework("ets-185", "Convention on Cybercrime (Budapest Convention)", "convention", "ETS 185"),
    Framework("2ap", "Second Protocol to the Convention on Cybercrime", "convention", "Budapest Convention 2nd AP"),
    Framework("f-1", "Facility for the Region (phase I)", "programme", "F I", succeeded_by="f-2"),
    Framework("f-2", "Facility for the Region (phase II)", "programme", "F II", succeeded_by="f-3"),
    Framework("f-3", "Facility for the Region (phase III)", "programme", "F III"),
    Framework("joint-1", "Joint Centre for Police Cooperation in the North", "centre"),
    Framework("joint-2", "Joint Centre for Police Cooperation in the South", "centre"),
]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ETS 24", ["ets-24"]),
        ("ets24", ["ets-24"]),
        ("CETS No. 024", ["ets-24"]),
        ("European Convention on Extradition", ["ets-24"]),
        ("extradition", ["ets-24", "ets-86"]),
        ("Budapest Convention", ["ets-185"]),
        ("Convention on Cybercrime", ["ets-185"]),
        ("Police Cooperation Convention", ["pcc-see"]),
        ("POLICE COOPERATION CONVENTION FOR SOUTHEAST EUROPE", ["pcc-see"]),
        ("police co-operation convention", ["pcc-see"]),
        ("Facility", ["f-3"]),
        ("Facility II", ["f-2"]),
        ("Facility for the Region", ["f-3"]),
        ("Police Cooperation Centre", ["joint-1", "joint-2"]),
        ("Council of Europe conventions", ["ets-24", "ets-86", "ets-185"]),
        ("Atlantis", []),
        ("", []),
        ("  - ", []),
        ("a", []),
    ],
)
def test_a_common_name_means_what_it_fits_best(text, keys):
    assert [framework.key for framework in find_by_name(FRAMEWORKS, text)] == keys


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda framework: framework.key)
def test_every_framework_is_found_by_each_of_its_own_names(framework):
    for name in filter(None, (framework.key, framework.short_name, framework.name)):
        assert find_by_name(FRAMEWORKS, name) == [framework]


def test_what_became_a_framework_is_told_with_what_it_came_through():
    known = {framework.key: framework for framework in FRAMEWORKS}
    assert [(one.key, by) for one, by in predecessors(known, "f-3")] == [("f-2", ""), ("f-1", "f-2")]
    assert predecessors(known, "f-1") == []


def test_frameworks_that_became_each_other_are_told_once():
    known = {
        "a": Framework("a", "A", "network", succeeded_by="b"),
        "b": Framework("b", "B", "network", succeeded_by="a"),
    }
    assert [one.key for one, _ in predecessors(known, "a")] == ["b"]
