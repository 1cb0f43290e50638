"""What a party was called when, and who came before and after it."""

import pytest

from wbagree.domain.parties.names_and_succession import (
    NamePeriod,
    RelatedParty,
    english_names,
    names_by_language,
    predecessors,
    successors,
)
from wbagree.domain.parties.party_book import Party, PartyName, Succession


def party(name, since="", until=""):
    return Party("XX", "", name, "state", since, until)


def named(*periods, language="en"):
    return [PartyName("XX", name, language, since, until) for name, since, until in periods]


CASES = {
    "a state that took another name": (
        party("North Macedonia", "1991-09-08"),
        named(
            ("Republic of North Macedonia", "2019-02", ""),
            ("FYROM", "", "2019-02"),
            ("the former Yugoslav Republic of Macedonia", "", "2019-02"),
            ("former Yugoslav Republic of Macedonia", "", "2019-02"),
        ),
        [
            ("", "2019-02", ("the former Yugoslav Republic of Macedonia", "FYROM")),
            ("2019-02", "", ("North Macedonia", "Republic of North Macedonia")),
        ],
    ),
    "a name that was longer for a time": (
        party("Montenegro", "2006-06-03"),
        named(("Republic of Montenegro", "", "2007-10")),
        [("", "", ("Montenegro",)), ("", "2007-10", ("Republic of Montenegro",))],
    ),
    "a new name beside the old one": (
        party("Turkey"),
        named(("Republic of Turkiye", "2022-06", ""), ("Republic of Türkiye", "2022-06", "")),
        [("", "", ("Turkey",)), ("2022-06", "", ("Republic of Türkiye",))],
    ),
    "a state that is no more": (
        party("SFR Yugoslavia", "1945", "1992"),
        named(
            ("former Yugoslavia", "", ""),
            ("Yugoslavia (SFR)", "1963", "1992"),
            ("FPRY", "1945", "1963"),
            ("Yugoslavia", "1945", "1992"),
        ),
        [
            ("1945", "1963", ("FPRY",)),
            ("1945", "1992", ("Yugoslavia",)),
            ("1963", "1992", ("SFR Yugoslavia",)),
            ("", "", ("former Yugoslavia",)),
        ],
    ),
    "a party with one name": (party("Norway"), [], [("", "", ("Norway",))]),
    "straight names before those of indexes": (
        party("Congo"),
        named(("Congo, Republic of", "", ""), ("Republic of Congo", "", ""), ("Congo (Brazzaville)", "", "")),
        [("", "", ("Congo", "Republic of Congo", "Congo (Brazzaville)"))],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_english_names_stand_in_time_with_the_own_name_in_its_period(case):
    who, names, expected = CASES[case]
    assert english_names(who, names) == [NamePeriod(*one) for one in expected]


def test_names_in_other_languages_are_grouped_by_language_and_period():
    names = [
        *named(("Kosovo", "", "")),
        *named(("Kosova", "", ""), ("Republika e Kosovës", "2008", ""), language="sq"),
        *named(("XKK", "", ""), language=""),
        *named(("Cossovia", "", ""), language="la"),
        *named(("Косово и Метохија", "", ""), language="sr-Cyrl"),
    ]
    found = names_by_language(names)
    assert list(found) == ["Albanian", "Serbian (Cyrillic)", "la", "No language stated"]
    assert found["Albanian"] == [NamePeriod("", "", ("Kosova",)), NamePeriod("2008", "", ("Republika e Kosovës",))]
    assert sum(len(one.names) for periods in found.values() for one in periods) == len(names) - 1


STEPS = [
    Succession("A", "B", "1992", "B was a part of A."),
    Succession("A", "C", "1991"),
    Succession("C", "D", "2003", "D is C under another name."),
    Succession("D", "E", "2006"),
]


def test_predecessors_are_told_the_latest_first_with_whom_they_came_through():
    assert predecessors("E", STEPS) == [
        RelatedParty("D", "2006"),
        RelatedParty("C", "2003", "D", "D is C under another name."),
        RelatedParty("A", "1991", "C"),
    ]
    assert predecessors("A", STEPS) == []


def test_successors_are_told_the_earliest_first():
    assert [(kin.code, kin.through) for kin in successors("A", STEPS)] == [
        ("C", ""),
        ("B", ""),
        ("D", "C"),
        ("E", "D"),
    ]
