"""Parties as other people's lists write them: read, or refused with the nearest names, never guessed."""

from collections.abc import Callable
from pathlib import Path

import pytest
import seed_data
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.parties.party_book import PartyBook
from wbagree.errors import AmbiguousName, InvalidValue, NotFound, WbagreeError
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
from wbagree.store.file import connection
from wbagree.store.read.parties_and_types import party_book


@pytest.fixture(scope="module")
def book(_templates: dict[str, Path]) -> PartyBook:
    """The parties of a new register."""
    with connection.open_for_reading(_templates["empty"]) as register:
        return party_book(register)


@pytest.fixture(scope="module")
def read(book: PartyBook) -> Callable[..., str]:
    """The codes that a cell names, as one text."""
    reader = PartyReader(book, bundled_vocabulary().names)
    return lambda text, signed="": ";".join(reader.read(text, PartialDate.parse(signed) if signed else None))


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        *((f"Austria{separator}Serbia", "AT;RS") for separator in (";", ", ", ",", "/", " / ", "|", "\n", " – ", "–",
          " — ", " - ", "-", " and ", " & ", " dhe ", " i ", " и ", " und ", " et ", " e ", " with ", " mit ")),
        ("1. Austria 2. Serbia", "AT;RS"),
        ("1) Austria\n 2) Serbia", "AT;RS"),
        ("• Austria\n• Serbia\n", "AT;RS"),
        ("Albania, Kosovo and Montenegro", "AL;XK;ME"),
        ("Albania, Kosovo, and Montenegro", "AL;XK;ME"),
        ("Shqipëria, Kosova dhe Mali i Zi", "AL;XK;ME"),
        ("Österreich, Deutschland und die Schweiz", "AT;DE;CH"),
        ("Hrvatska, BiH, Srbija", "HR;BA;RS"),
        ("Бугарија и Македонија", "BG;MK"),
        ("AL-XK", "AL;XK"),
        ("ALB/KOS", "AL;XK"),
        ("Serbia; Serbia;;", "RS"),
        ("", ""),
        (" ;\n* ", ""),
    ],
)  # fmt: skip
def test_lists_are_separated_as_people_do(read, cell, codes):
    assert read(cell) == codes


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Bosna i Hercegovina", "BA"),
        ("Босна и Херцеговина", "BA"),
        ("Bosnia and Herzegovina", "BA"),
        ("Bosnien und Herzegowina", "BA"),
        ("Bosnia and Herzegovina and Montenegro", "BA;ME"),
        ("Bosna i Hercegovina i Crna Gora", "BA;ME"),
        ("Trinidad and Tobago and Antigua and Barbuda", "TT;AG"),
        ("Guinea-Bissau", "GW"),
        ("Guinea-Bissau - Albania", "GW;AL"),
    ],
)
def test_an_and_or_a_hyphen_inside_a_name_separates_nothing(read, cell, codes):
    assert read(cell) == codes


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        *((name, "XK") for name in ("XK", "xk", "XKX", "XKK", "KOS", "RKS", "Kosovo", "Kosovo*", "Kosovo *", "Kosovo**",
          "Kosovo †", "Kosova", "Косово", "“Kosovo”", "Kosovo (UNSCR 1244/99)", "Kosovo (under UNSCR 1244)")),
        *((name, "AL") for name in ("AL", "ALB", "Shqipëri", "Shqipëria", "Shqipërisë", "Republika e Shqipërisë",
          "Republikës së Shqipërisë", "Albanije", "Albaniens", "Republic of Albania", "République d'Albanie")),
        *((name, "RS") for name in ("Republici Srbiji", "Republika Srbija", "Republike Srbije", "Srbijom", "Србијом",
          "Republik Serbien", "Vlada Republike Srbije", "Government of the Republic of Serbia")),
        ("Qeveria e Republikës së Kosovës", "XK"),
        ("Влада на Република Македонија", "MK"),
        ("Savezna Republika Njemačka", "DE"),
        ("European Union", "EU"),
        ("Ceylon", "LK"),
    ],
)  # fmt: skip
def test_codes_stars_brackets_inflected_and_official_names_are_understood(read, cell, code):
    assert read(cell) == code


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Serbia, Republic of", "RS"),
        ("Macedonia, Republic of", "MK"),
        ("MACEDONIA, THE FORMER YUGOSLAV REPUBLIC OF", "MK"),
        ("Yugoslavia, Federal Republic of", "YU-FRY"),
        ("Yugoslavia (Federal Republic of)", "YU-FRY"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Republika Hrvatska, Crna Gora", "HR;ME"),
        ("Government of the Republic of Albania and the Government of Kosovo", "AL;XK"),
        ("Vlada Republike Srbije i Savezna vlada Savezne Republike Njemačke", "RS;DE"),
    ],
)
def test_long_names_are_understood_whichever_part_stands_first(read, cell, codes):
    assert read(cell) == codes


def test_every_bundled_inflection_and_name_names_its_party(book, read):
    for name, rows in (("party_names", "party"), ("vocabulary/inflections", "party")):
        for row in seed_data.rows(name):
            # A code is a code first: EC is Ecuador, though the European Community was so called.
            if row["name"] not in book.parties and len(book.codes_meant(row["name"])) < 2:
                assert read(row["name"]) == row[rows], row


@pytest.mark.parametrize(
    ("cell", "named", "nearest"),
    [
        ("Alban1a", "Alban1a", "AL (Albania)"),
        ("Austria; Sebria", "Sebria", "RS (Serbia)"),
        ("Montenegroo", "Montenegroo", "ME (Montenegro)"),
        ("Marsovia", "Marsovia", ""),
        ("Atlantis and Serbia", "Atlantis", "NATO"),
        ("Government of the Republic of Albania and the Government of Atlantis", "Government of Atlantis", ""),
        ("?", "?", ""),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_and_what_to_do(read, cell, named, nearest):
    with pytest.raises(NotFound) as caught:
        read(cell)
    assert named in caught.value.sentence
    assert nearest in (caught.value.nearest or ("",))
    assert caught.value.hint == "--party 'NAME=CODE' says what a name means, --party 'NAME=' leaves it out"


@pytest.mark.parametrize("name", ["Yugoslavia", "Jugoslavija", "Југославија", "Jugosllavia", "Jugoslawien"])
def test_yugoslavia_is_the_one_of_the_day(read, name):
    assert read(name, "1961") == "YU-SFRY"
    assert read(name, "1999-03") == "YU-FRY"
    assert read(name, "1932") == "YU-KY"
    assert read(f"Austria, {name}", "1982-02-01") == "AT;YU-SFRY"
    every = "could be YU-FRY or YU-KY or YU-SFRY:"
    # No day, two may have been, none was.
    for signed, either in {"": every, "1992": "could be YU-FRY or YU-SFRY:", "2010": every}.items():
        with pytest.raises(AmbiguousName, match=either):
            read(name, signed)


@pytest.mark.parametrize(
    ("code", "signed", "there"),
    [
        ("HR", "1960", False),
        ("HR", "2000", True),
        ("XK", "2008", True),
        ("XK", "2008-02-16", False),
        ("CS", "2006-06-05", True),
        ("CS", "2006-06-06", False),
        ("YU-SFRY", "1992", True),
        ("AT", "1800", True),
    ],
)
def test_a_party_was_there_on_a_day_that_its_own_dates_allow(book, code, signed, there):
    assert book.parties[code].may_cover(PartialDate.parse(signed)) == there


def test_what_a_person_said_of_a_name_goes_before_what_is_known(book):
    reader = PartyReader(
        book, bundled_vocabulary().names, {"Atlantis": "AL", "MACEDONIA": "GR", "Observers (others)": ""}
    )
    assert reader.read("Atlantis") == ("AL",)
    assert reader.read("atlantis*, Macedonia, Serbia") == ("AL", "GR", "RS")
    assert reader.read("Serbia; observers, others") == ("RS",)
    assert reader.read("Observers (others)") == ()


def test_what_is_too_long_for_a_list_of_parties_is_refused(read):
    with pytest.raises(InvalidValue, match="is 4001 characters long; it cannot be a list of parties"):
        read("a" * 4001)


@pytest.mark.parametrize(
    "text", [",", ";", "\n", "(", ")", "()", "1. ", ", Republic of", "Republic of ", "a and ", "Albania, "]
)
def test_four_thousand_characters_of_one_thing_are_read_or_refused(read, text):
    try:
        read((text * 4000)[:4000])
    except WbagreeError as refused:
        assert len(refused.sentence) < 5000  # noqa: PT017 - a text that is read is right as well


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["Albania", "Serbia", "Bosna i Hercegovina", "Yugoslavia", ", ", " and ", "-", "/", "\n",
                                "(", ")", "1. ", "*", " of ", "Republic"]), max_size=10).map("".join),
    st.sampled_from(["", "1961", "1992", "2012-03-10"]),
)  # fmt: skip
def test_any_text_is_read_or_refused(book, read, text, signed):
    try:
        codes = read(text, signed)
    except WbagreeError:
        return
    assert set(filter(None, codes.split(";"))) <= set(book.parties)


@given(st.data())
def test_known_codes_are_read_back_whatever_separates_them(book, read, data):
    codes = data.draw(st.lists(st.sampled_from(sorted(book.parties)), min_size=1, max_size=5, unique=True))
    separator = data.draw(st.sampled_from([";", " ; ", "\n", "|"]))
    assert read(separator.join(codes)) == ";".join(codes)
