"""Which row of a list is its header, and which field each column goes to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.fields import ALL_NAMES, EXTRA_NAMES, STANDARD_NAMES
from wbagree.domain.foreign_lists.column_mapping import (
    COMPUTED_NAMES,
    HEADER_SEARCH_ROWS,
    OWN_LAYOUT,
    PROBLEM_COLUMN,
    TARGETS,
    Column,
    Mapping,
    find_header,
    recognise_layout,
    workbook_heading,
)
from wbagree.errors import NotFound, UsageProblem
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary


def targets(header: list[str], mapping: Mapping | None = None) -> list[str]:
    return [column.target for column in recognise_layout(header, mapping or Mapping(), bundled_vocabulary()).columns]


def how(header: list[str], mapping: Mapping | None = None) -> list[str]:
    return [column.origin for column in recognise_layout(header, mapping or Mapping(), bundled_vocabulary()).columns]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([["Title", "Parties"], ["Agreement", "AL;XK"]], 0),
        ([["Ministry of Justice", "", ""], [""], ["Nr.", "Titulli", "Data e nënshkrimit"], ["1", "a", "2012"]], 2),
        ([["List of agreements 2012"], ["Naziv", "Datum potpisivanja"], ["Sporazum", "2012"]], 1),
        ([["Title"], ["a"], ["Title", "Parties"], ["b", "AL;XK"]], 2),
        # Nothing is known: the first row as wide as the list.
        ([["Foo"], ["Bar", "Baz", "Qux"], ["1", "2", "3"]], 1),
        ([["Foo", "", ""], ["1", "2", "3"]], 1),
        ([["Foo", "Bar"]], 0),
        ([[""]], 0),
        ([], 0),
    ],
)
def test_the_header_is_the_row_with_most_known_headers_or_the_first_that_is_widest(rows, place):
    assert find_header(rows, Mapping(), bundled_vocabulary()) == place


def test_a_mapped_header_counts_as_known():
    rows = [["Title of this list"], ["Bezeichnis", "Wer"], ["Title", "x"]]
    assert find_header(rows, Mapping(columns={"bezeichnis": "title", "WER": "parties"}), bundled_vocabulary()) == 1


def test_a_header_far_down_is_not_looked_for():
    far = [["x", "y"]] * HEADER_SEARCH_ROWS + [["Title", "Parties"]]
    assert find_header(far, Mapping(), bundled_vocabulary()) == 0
    assert find_header(far[1:], Mapping(), bundled_vocabulary()) == HEADER_SEARCH_ROWS - 1


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (["Title", "Party A", "Party B", "Year", "Month", "Day"],
         ["title", "party_a", "party_b", "signed_year", "signed_month", "signed_day"]),
        (["Назив споразума", "Датум потписивања", "Ступање на снагу"], ["title", "signed", "in_force"]),
        (["Nr.", "Titulli i marrëveshjes", "Shteti", "Data e nënshkrimit"], ["number", "title", "partner", "signed"]),
        (["Titel", "Vertragsparteien", "Shoe size"], ["title", "parties", ""]),
        (["\ufeffTitle", " PARTIES "], ["title", "parties"]),
        (["in_force", "In Force", "title original"], ["in_force", "", "title_original"]),
        (["", "Title"], ["", "title"]),
    ],
)  # fmt: skip
def test_columns_are_recognised_by_their_headers(header, expected):
    assert targets(header) == expected


def test_a_column_without_a_header_is_named_by_its_place_and_listed():
    found = recognise_layout(["Title", "", "Shoe size"], Mapping(), bundled_vocabulary())
    assert [column.header for column in found.columns] == ["Title", "column 2", "Shoe size"]
    assert found.unmapped == ["column 2", "Shoe size"]
    assert how(["Title", "", "Shoe size"]) == ["recognised", "not recognised", "not recognised"]


def test_what_a_person_says_goes_before_what_is_recognised():
    mapping = Mapping(columns={"title": "notes", "Shoe size": "title", "PARTIES": ""})
    header = ["Title", "Shoe size", "Parties", "Date of signature"]
    assert targets(header, mapping) == ["notes", "title", "", "signed"]
    assert how(header, mapping) == ["mapped", "mapped", "left out", "recognised"]
    assert recognise_layout(header, mapping, bundled_vocabulary()).unmapped == []


def test_a_doubled_column_goes_nowhere_and_says_why_unless_it_adds_to_the_first():
    header = ["Title", "Name of agreement", "Notes", "Notes", "Source", "Source"]
    assert targets(header) == ["title", "", "notes", "notes", "sources", "sources"]
    assert how(header)[:2] == ["recognised", "a second title"]
    assert recognise_layout(header, Mapping(), bundled_vocabulary()).unmapped == ["Name of agreement"]
    both = Mapping(columns={"Title": "title", "Name of agreement": "title"})
    assert targets(header[:2], both) == ["title", "title"]


@pytest.mark.parametrize("extra", [(), ("key", "signed"), EXTRA_NAMES])
def test_a_list_in_our_own_layout_is_taken_at_its_word(extra):
    found = recognise_layout(
        [*OWN_LAYOUT, *extra, "Datum potpisivanja", *COMPUTED_NAMES], Mapping(), bundled_vocabulary()
    )
    assert found.is_own
    assert [column.target for column in found.columns] == [*OWN_LAYOUT, *extra, "", *[""] * len(COMPUTED_NAMES)]
    assert found.unmapped == ["Datum potpisivanja"]


def test_our_own_layout_is_understood_by_the_headings_it_has_for_people():
    header = [workbook_heading(name) for name in (*ALL_NAMES, *COMPUTED_NAMES)]
    assert {"Asserted status", "Computed status", "In force"} <= set(header)
    found = recognise_layout(header, Mapping(), bundled_vocabulary())
    assert found.is_own
    assert targets(header) == [*ALL_NAMES, *[""] * len(COMPUTED_NAMES)]
    assert found.unmapped == []


def test_our_own_layout_is_every_field_in_any_case_and_not_when_one_is_missing_or_mapped():
    assert targets([name.upper() for name in STANDARD_NAMES]) == list(STANDARD_NAMES)
    assert recognise_layout(STANDARD_NAMES, Mapping(), bundled_vocabulary()).is_own
    assert not recognise_layout(OWN_LAYOUT[:-1], Mapping(), bundled_vocabulary()).is_own
    assert not recognise_layout(STANDARD_NAMES, Mapping(columns={"notes": "title"}), bundled_vocabulary()).is_own


def test_a_mapped_column_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(UsageProblem) as caught:
        recognise_layout(["Title", "", "Parties"], Mapping(columns={"Titel ": "title"}), bundled_vocabulary())
    assert caught.value.sentence == "the mapping names a column 'Titel ', which is not there"
    assert caught.value.hint == "the columns are: Title, Parties"


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"columns": {"Naslov": "titel"}}, "unknown field: 'titel'; did you mean title?"),
        ({"columns": {"Naslov": "computed_status"}}, "unknown field: 'computed_status'"),
        ({"constants": {"home_signatory": "x"}}, "unknown field: 'home_signatory'"),
        ({"constants": {"key": "x"}}, "unknown field: 'key'"),
        ({"constants": {"fourm": "x"}}, "unknown field: 'fourm'; did you mean form"),
    ],
)
def test_a_field_that_is_none_is_refused_with_the_nearest(settings, sentence):
    with pytest.raises(NotFound) as caught:
        Mapping(**settings)
    assert caught.value.sentence.startswith(sentence)


def test_every_target_can_be_mapped_and_every_field_but_the_key_set():
    for target in ("", *TARGETS):
        # A lone second party is the other party of the list's own.
        assert targets(["X"], Mapping(columns={"X": target})) == ["partner" if target == "party_b" else target]
    assert Mapping(constants=dict.fromkeys(ALL_NAMES[1:], "x"))


HEADERS = ["Title", "Parties", "signed", "Notes", "", "Shoe size", "Datum", PROBLEM_COLUMN]


@given(st.lists(st.sampled_from(HEADERS) | st.text()))
def test_every_column_of_any_header_is_somewhere_or_listed(header):
    found = recognise_layout(header, Mapping(), bundled_vocabulary())
    assert len(found.columns) == len(header)
    # The column that we add to a file of refused rows is left out when the file comes back.
    lost = [column.header for column in found.columns if not column.target and column.header != PROBLEM_COLUMN]
    assert found.unmapped == lost
    assert all(isinstance(column, Column) and column.target in ("", *TARGETS) for column in found.columns)


@given(st.lists(st.lists(st.text(max_size=5) | st.sampled_from(["Title", "Parties"]), max_size=4), max_size=50))
def test_any_rows_have_a_header_among_the_first(rows):
    assert 0 <= find_header(rows, Mapping(), bundled_vocabulary()) < max(1, min(len(rows), HEADER_SEARCH_ROWS))


@pytest.mark.parametrize(
    ("header", "target", "read"),
    [
        (("Date", "Title", "Signed"), "signed", "Signed"),
        (("Title", "Location", "Place"), "place", "Place"),
        (("Date", "Title", "Date of signature"), "signed", "Date of signature"),
        (("Signed", "Title", "Date"), "signed", "Signed"),
    ],
)
def test_the_more_specific_header_is_read_whatever_its_place(header, target, read):
    layout = recognise_layout(header, Mapping(), bundled_vocabulary())
    assert [column.header for column in layout.columns if column.target == target] == [read]
    ((rival, first, other),) = layout.rivals
    assert (rival, first) == (target, read)
    assert other in {*header} - {read, "Title"}
    assert layout.unmapped == [other]


def test_a_column_of_types_is_that_beside_one_of_forms():
    layout = recognise_layout(("Title", "Type", "Form"), Mapping(), bundled_vocabulary())
    assert [column.target for column in layout.columns] == ["title", "types", "form"]


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Naziv sporazuma / Title", "title"),
        ("Napomena/Remarks", "notes"),
        ("Naslov | Title", "title"),
        ("Title/Place", ""),
    ],
)
def test_a_header_in_two_languages_is_recognised(header, target):
    assert bundled_vocabulary().field_of(header) == target


def test_the_header_is_the_line_that_names_the_most_different_fields():
    rows = [
        ("name", "Parties", "Signed", "Open", "Closed"),
        ("A", "AL;XK", "1993", "No", "No"),
        ("B", "No", "No", "No", "No"),
    ]
    assert find_header(rows, Mapping(), bundled_vocabulary()) == 0
