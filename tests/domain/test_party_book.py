"""Parties are understood as people write them, in the languages of the region (domain rules 4 and 5)."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree import resources
from wbagree.domain.parties.party_book import Party, PartyBook, pair_of
from wbagree.errors import AmbiguousName, InvalidValue, NotFound
from wbagree.store.read.parties_and_types import party_book

# Albanian, Bosnian, Croatian, Serbian (both scripts), Montenegrin, Macedonian, English, German, French, Italian.
NAMES = {
    "AL": "Shqipëria|Albanija|Albanija|Albanija|Албанија|Albanija|Албанија|Albania|Albanien|Albanie|Albania",
    "BA": "Bosnja dhe Hercegovina|Bosna i Hercegovina|Bosna i Hercegovina|Bosna i Hercegovina|Босна и Херцеговина"
    "|Bosna i Hercegovina|Босна и Херцеговина|Bosnia and Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine"
    "|Bosnia ed Erzegovina",
    "HR": "Kroacia|Hrvatska|Hrvatska|Hrvatska|Хрватска|Hrvatska|Хрватска|Croatia|Kroatien|Croatie|Croazia",
    "ME": "Mali i Zi|Crna Gora|Crna Gora|Crna Gora|Црна Гора|Crna Gora|Црна Гора|Montenegro|Montenegro|Monténégro"
    "|Montenegro",
    "MK": "Maqedonia e Veriut|Sjeverna Makedonija|Sjeverna Makedonija|Severna Makedonija|Северна Македонија"
    "|Sjeverna Makedonija|Северна Македонија|North Macedonia|Nordmazedonien|Macédoine du Nord|Macedonia del Nord",
    "RS": "Serbia|Srbija|Srbija|Srbija|Србија|Srbija|Србија|Serbia|Serbien|Serbie|Serbia",
    "SI": "Sllovenia|Slovenija|Slovenija|Slovenija|Словенија|Slovenija|Словенија|Slovenia|Slowenien|Slovénie|Slovenia",
    "XK": "Kosova|Kosovo|Kosovo|Kosovo|Косово|Kosovo|Косово|Kosovo|Kosovo|Kosovo|Kosovo",
}
FORMER = (
    "the former Yugoslav Republic of Macedonia|former Yugoslav Republic of Macedonia|FYROM|FYR Macedonia|Macedonia"
    "|Republic of Macedonia|Maqedonia|Ish-Republika Jugosllave e Maqedonisë|Makedonija|Republika Makedonija|Македонија"
    "|Република Македонија|Поранешна Југословенска Република Македонија|Bivša Jugoslovenska Republika Makedonija"
    "|Mazedonien|ehemalige jugoslawische Republik Mazedonien|ex-République yougoslave de Macédoine|Macédoine"
)


def seed(name: str) -> list[dict[str, str]]:
    with (resources.seed_folder() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def book(empty, reading) -> PartyBook:
    """The parties of a new register."""
    with reading(empty) as connection:
        return party_book(connection)


def test_every_bundled_code_and_alpha_3_code_is_understood_in_any_case(book):
    for row in seed("parties.csv"):
        for text in filter(None, (row["code"], row["alpha3"], row["name"])):
            for written in (text, text.lower(), text.upper(), f" {text} "):
                assert book.resolve(written) == row["code"]


def test_every_bundled_name_is_understood_or_said_to_be_of_several(book):
    owners: dict[str, set[str]] = {}
    for row in seed("party_names.csv"):
        owners.setdefault(row["name"], set()).add(row["party"])
    for name, codes in owners.items():
        assert set(book.codes_named(name)) >= codes
        if len(book.codes_named(name)) == 1:
            assert {book.resolve(name)} == codes


@pytest.mark.parametrize(
    "text",
    [
        *("XK", "XKX", "XKK", "KOS", "RKS", "KS", "KV", "Kosovo", "Kosovo*", "Kosova", "Косово"),
        *("xk", "kosovë", "KOSOVO*", "(Kosovo)", "Kosovo **", "косово*"),
    ],
)
def test_every_way_to_write_kosovo_is_understood(text, book):
    assert book.resolve(text) == "XK"


@pytest.mark.parametrize("code", NAMES)
def test_the_states_of_the_region_are_understood_in_its_languages(code, book):
    names = NAMES[code].split("|")
    assert len(names) == 11
    assert {name: book.resolve(name) for name in names} == dict.fromkeys(names, code)


@pytest.mark.parametrize("text", FORMER.split("|"))
def test_the_former_names_of_north_macedonia_are_understood(text, book):
    assert book.resolve(text) == "MK"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Österreich", "AT"), ("Madžarska", "HU"), ("Италија", "IT"), ("Ungheria", "HU"), ("Грција", "GR"),
        ("Norvegjia", "NO"), ("Savezna Republika Jugoslavija", "YU-FRY"), ("СФРЈ", "YU-SFRY"), ("FRY", "YU-FRY"),
        ("Državna zajednica Srbija i Crna Gora", "CS"), ("Republika e Shqipërisë", "AL"), ("BiH", "BA"),
        ("République du Kosovo", "XK"), ("yu-sfry", "YU-SFRY"), ("UNMIK/Kosovo", "UNMIK"),
    ],
)  # fmt: skip
def test_neighbours_predecessors_and_full_names_are_understood(text, code, book):
    assert book.resolve(text) == code


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Albnia", "AL (Albania)"),
        ("Srbja", "RS (Serbia)"),
        ("Kosvo", "XK (Kosovo)"),
        ("Montenegroo", "ME (Montenegro)"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(text, near, book):
    with pytest.raises(NotFound, match=f"unknown party: '{text}'; did you mean ") as caught:
        book.resolve(text)
    assert caught.value.nearest[0] == near
    assert len(caught.value.nearest) <= 3


@pytest.mark.parametrize("text", ["", "  ", "*", "qqqqqqqq", "ZZ"])
def test_a_name_that_is_like_no_other_is_refused_without_a_guess(text, book):
    with pytest.raises(NotFound) as caught:
        book.resolve(text)
    assert caught.value.sentence == f"unknown party: '{text.strip()}'"


def test_a_name_of_several_parties_is_said_to_be_of_several(book):
    every = "YU-FRY or YU-KY or YU-SFRY"
    for text, either in {
        "Yugoslavia": every,
        "Jugoslavija": every,
        "Југославија": every,
        "YU": "YU-FRY or YU-SFRY",
    }.items():
        with pytest.raises(AmbiguousName) as caught:
            book.resolve(text)
        assert caught.value.sentence == f"party '{text}' could be {either}: write the code"


def test_an_own_name_goes_before_that_of_the_world_which_is_asked_last():
    loaded = []

    def world():
        loaded.append("world")
        return {"aland": "AX", "land": "AL", "country": "ZZ"}

    parties = [Party("AL", "ALB", "Albania", "state"), Party("AX", "", "Åland Islands", "state")]
    book = PartyBook(parties, [("AL", "Åland")], world_names=world)
    assert (book.resolve("åland"), loaded) == ("AL", [])
    assert book.resolve("LAND") == "AL"
    with pytest.raises(NotFound):
        book.resolve("country")


@pytest.mark.parametrize(
    "text",
    [
        *("AL-XK", "XK-AL", "al-xk", "AL,XK", "XK/AL", "AL;XK", "AL, XK", "AL - XK", "AL–XK", "AL — XK", "XKX-ALB"),
        *("Albania and Kosovo", "Kosova dhe Shqipëria", "Albanija i Kosovo", "Албанија и Косово", "Kosovo*-Albania"),
        *("Albanien und Kosovo", "Albanie et Kosovo", "Kosova-Shqipëria", "Republic of Kosovo/Republic of Albania"),
    ],
)
def test_a_pair_is_read_in_any_order_with_any_separator(text, book):
    assert book.resolve_pair(text) == ("AL", "XK")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("HR,YU-SFRY", ("HR", "YU-SFRY")),
        ("HR-YU-SFRY", ("HR", "YU-SFRY")),
        ("YU-SFRY-HR", ("HR", "YU-SFRY")),
        ("YU-FRY-YU-SFRY", ("YU-FRY", "YU-SFRY")),
        ("Bosnia-Herzegovina-Serbia", ("BA", "RS")),
        ("Bosnia and Herzegovina and Montenegro", ("BA", "ME")),
        ("Crna Gora i Bosna i Hercegovina", ("BA", "ME")),
        ("Bosna i Hercegovina i Crna Gora", ("BA", "ME")),
        ("Serbia and Montenegro and Croatia", ("CS", "HR")),
        ("Serbia and Montenegro", ("ME", "RS")),
        ("UNMIK-AL", ("AL", "UNMIK")),
        ("Bosnie-Herzégovine / Monténégro", ("BA", "ME")),
    ],
)
def test_hyphens_and_ands_may_stand_inside_a_name(text, pair, book):
    assert book.resolve_pair(text) == pair


@pytest.mark.parametrize("text", ["AL-AL", "AL,Albania", "Kosova-XK", "YU-SFRY,YU-SFRY"])
def test_a_pair_of_the_same_party_is_refused(text, book):
    with pytest.raises(InvalidValue, match=f"pair '{text}': both are .*; a pair is two different parties"):
        book.resolve_pair(text)


@pytest.mark.parametrize("text", ["", "AL", "-", "AL-", ",XK", "Albania"])
def test_one_party_is_no_pair(text, book):
    with pytest.raises(InvalidValue, match="a pair is two parties, as in AL-XK"):
        book.resolve_pair(text)


def test_a_pair_with_an_unknown_or_ambiguous_party_says_which(book):
    with pytest.raises(NotFound, match="unknown party: 'Albnia'; did you mean AL"):
        book.resolve_pair("Albnia, Kosovo")
    with pytest.raises(AmbiguousName, match="party 'YU' could be YU-FRY or YU-SFRY"):
        book.resolve_pair("HR-YU")
    with pytest.raises(AmbiguousName, match="party 'Yugoslavia' could be"):
        book.resolve_pair("Croatia and Yugoslavia")


def test_a_group_is_its_members_and_a_list_is_its_parties(book):
    for row in seed("party_groups.csv"):
        assert book.resolve_many(f" {row['code'].upper()} ") == tuple(sorted(row["members"].split(";")))
    assert book.resolve_many("XK, Albania;mk/AL,,") == ("AL", "MK", "XK")
    with pytest.raises(NotFound, match="unknown party: 'wb7'"):
        book.resolve_many("wb7")


def test_a_party_is_named_in_english_and_an_unknown_one_by_its_code(book):
    assert [book.name_of(code) for code in ("XK", "MK", "ZZ")] == ["Kosovo", "North Macedonia", "ZZ"]


SMALL = PartyBook(
    [
        Party("AL", "ALB", "Albania", "state"),
        Party("XK", "XKX", "Kosovo", "state"),
        Party("YU-SFRY", "", "SFR", "state"),
    ]
)


@given(st.text(max_size=30) | st.lists(st.sampled_from(["AL", "XK", "YU-SFRY", "-", ",", " and ", " "])).map("".join))
def test_any_text_is_two_different_parties_of_the_book_or_refused(text):
    try:
        first, second = SMALL.resolve_pair(text)
    except (NotFound, AmbiguousName, InvalidValue):
        return
    assert first < second
    assert {first, second} <= set(SMALL.parties)


@pytest.mark.parametrize(("name", "pair"), [
    ("AL-XK", ("AL", "XK")), ("UN-HABITAT-XK", ("UN-HABITAT", "XK")), ("AL-UN-HABITAT", ("AL", "UN-HABITAT")),
    ("UN-HABITAT-zzz", ("UN-HABITAT", "zzz")), ("zz-z-XK", ("zz-z", "XK")), ("yyy-zzz", ("yyy", "zzz")),
    ("zzz", ("zzz", "")),
])  # fmt: skip
def test_a_pair_is_cut_where_most_of_it_is_known(name, pair):
    assert pair_of(name, {"AL", "XK", "UN-HABITAT"}) == pair


def test_later_parties_are_those_that_inherit_nothing_as_well(book):
    assert "XK" not in book.with_successors(["YU-SFRY"])
    assert {"YU-SFRY", "HR", "ME", "XK"} <= book.with_later_parties(["YU-SFRY"])
    assert book.with_later_parties(["AL"]) == {"AL"}
