"""What a party was called when, and who came before and after it."""

import pytest
import seed_data

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.parties.names_and_succession import (
    NamePeriod,
    RelatedParty,
    english_names,
    names_by_language,
    predecessors,
    successors,
)
from wbagree.domain.parties.party_book import (
    Party,
    PartyBook,
    PartyName,
    Succession,
    check_succession,
    with_successors,
)
from wbagree.errors import InvalidValue


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


@pytest.fixture(scope="module")
def bundled():
    """The bundled parties and successions."""
    return PartyBook(
        (Party(**row) for row in seed_data.rows("parties")),
        successions=[Succession(**row) for row in seed_data.rows("successions")],
    )


@pytest.mark.parametrize(
    ("code", "day", "earlier"),
    [
        ("HR", "1965", "YU-SFRY"),
        ("HR", "1930-01-06", "YU-KY"),
        ("RS", "2005", "CS"),
        ("RS", "1999", "YU-FRY"),
        ("RS", "1965", "YU-SFRY"),
        ("RS", "1930", "YU-KY"),
        # Before 1 December 1918 only Serbia goes back.
        *((code, "1910", "RS-KS" if code == "RS" else "") for code in ("SI", "HR", "BA", "MK", "ME", "RS", "XK")),
        ("ME", "2005", "CS"),
        ("CZ", "1970", "CSHH"),
        ("SK", "1970", "CSHH"),
        ("XK", "2005", "UNMIK"),
        ("XK", "1980", ""),  # nothing is inherited automatically
        ("AL", "1910", ""),
    ],
)
def test_going_back_leads_to_one_party_or_to_none(code, day, earlier, bundled):
    assert bundled.earlier_party(code, PartialDate.parse(day)) == earlier


def test_of_two_that_are_equally_near_none_is_chosen():
    steps = [Succession("DD", "DE", "1990-10-03"), Succession("BRD", "DE", "1990-10-03")]
    parties = [Party(code, "", code, "predecessor", "1949", "1990-10-03") for code in ("DD", "BRD")]
    book = PartyBook([*parties, Party("DE", "", "Germany", "state", "1990-10-03")], successions=steps)
    assert book.earlier_party("DE", PartialDate(1970)) == ""


def test_a_kingdom_that_covered_one_of_its_heirs_is_inherited_by_all():
    steps = [Succession(**row) for row in seed_data.rows("successions")]
    assert {"RS", "HR", "SI", "BA", "MK", "ME"} <= with_successors(["RS-KS"], steps)
    assert with_successors(["AHU"], steps) == {"AHU"}
    assert "XK" not in with_successors(["YU-SFRY"], steps)


def test_a_territory_that_has_no_effect_is_refused():
    known = [Succession("YU-FRY", "CS", "2003"), Succession("CS", "RS", "2006")]
    check_succession(Succession("YU-SFRY", "YU-FRY", "1992", territory="RS"), known)
    for new in (
        Succession("YU-SFRY", "YU-FRY", "1992", territory="AL"),
        Succession("YU-SFRY", "YU-FRY", "1992", nature="none", territory="RS"),
    ):
        with pytest.raises(InvalidValue, match="inherits nothing by this succession"):
            check_succession(new, known)


def test_every_party_that_inherits_has_a_time_before_which_one_goes_back(bundled):
    heirs = {row["successor"] for row in seed_data.rows("successions") if row["nature"] != "none"}
    assert {"CZ", "HR", "XK"} <= heirs
    assert [code for code in heirs if not bundled.parties[code].since] == []
