"""A row of somebody else's list becomes the cells of a record, and nothing of it is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.cell_notation import SOURCES
from wbagree.domain.agreements.parts import Source
from wbagree.domain.foreign_lists.column_mapping import (
    ACT_TARGETS,
    CONSENT,
    LISTED_ACT_TARGETS,
    MEMBER,
    PARTY_NOTE,
    TARGETS,
    Layout,
    Mapping,
    recognise_layout,
)
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.domain.foreign_lists.target_readers import ColumnReader
from wbagree.domain.text.folding import folded_words
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
from wbagree.store.file import connection
from wbagree.store.read.parties_and_types import party_book, type_book

Read = Callable[..., InterpretedRow]


@pytest.fixture(scope="module")
def read(_templates: dict[str, Path]) -> Read:
    """Read one row, given as header to cell; further words are what a person said of the list."""
    with connection.open_for_reading(_templates["empty"]) as register:
        book, types = party_book(register), type_book(register)

    def interpreted(
        row: dict[str, str], *, more: tuple[str, ...] = (), cut: int = 0, **settings: object
    ) -> InterpretedRow:
        mapping = Mapping(**settings)
        reader = PartyReader(book, bundled_vocabulary().names, mapping.parties)
        columns = recognise_layout(list(row), mapping, bundled_vocabulary())
        cells = [*row.values(), *more]
        return RowInterpreter(columns, mapping, reader, types, bundled_vocabulary()).read(cells[: len(cells) - cut])

    return interpreted


def problems(read: InterpretedRow) -> list[tuple[str, str]]:
    return [(problem.field, problem.value) for problem in read.problems]


TITLED = {"Title": "Agreement on extradition", "Parties": "AL;XK"}


@pytest.mark.parametrize(
    ("text", "order", "date"),
    [
        ("2012-03-10", None, "2012-03-10"),
        ("10.3.2012", None, "2012-03-10"),
        ("10. mars 2012", None, "2012-03-10"),
        ("1. августа 2018. године", None, "2018-08-01"),
        ("më 3 qershor 2016", None, "2016-06-03"),
        ("2012", None, "2012"),
        ("2012?", None, "2012?"),
        ("40978", None, "2012-03-10"),
        ("40978.0", None, "2012-03-10"),
        ("10000", None, "1927-05-18"),
        ("73050", None, "2099-12-31"),
        ("05/03/2012", "dmy", "2012-03-05"),
        ("05/03/2012", "mdy", "2012-05-03"),
        ("12/03/05", "ymd", "2012-03-05"),
        ("\xa010.3.2012 \r\n", None, "2012-03-10"),
    ],
)
def test_dates_are_read_as_people_and_workbooks_write_them(read, text, order, date):
    found = read({**TITLED, "Date of signature": text}, date_order=order)
    assert (found.cells["signed"], found.problems) == (date, [])


@pytest.mark.parametrize("text", ["05/03/2012", "9999", "73051", "20120310", "soon", "2012-2015", "12/05"])
def test_a_date_that_is_none_or_two_is_a_problem_of_its_column(read, text):
    found = read({**TITLED, "Date of signature": text})
    assert found.cells["signed"] == ""
    assert problems(found) == [("Date of signature (signed)", text)]


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        ("2012", "3", "10", "2012-03-10"),
        ("2012", "03", "", "2012-03"),
        ("2012", "", "", "2012"),
        ("2012", "mars", "1", "2012-03-01"),
        ("2012", "juni", "", "2012-06"),
        ("", "", "", ""),
    ],
)
def test_a_date_in_three_columns_is_one_date(read, year, month, day, date):
    found = read({**TITLED, "Year": year, "Month": month, "Day": day})
    assert (found.cells["signed"], found.problems) == (date, [])


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        (("2012", "", "10"), ("Year (signed)", "10 2012")),
        (("", "3", "10"), ("Month (signed)", "10. 3")),
        (("2012", "13", "1"), ("Year (signed)", "1. 13. 2012")),
        (("", "", "10"), ("Day (signed)", "10")),
    ],
)
def test_parts_that_make_no_date_are_a_problem(read, parts, problem):
    found = read({**TITLED, **dict(zip(("Year", "Month", "Day"), parts, strict=True))})
    assert problems(found) == [problem]


@pytest.mark.parametrize(
    ("columns", "home", "parties"),
    [
        ({"Parties": "Shqipëria dhe Kosova"}, "", "AL;XK"),
        ({"Party A": "Austria", "Party B": "Srbija"}, "", "AT;RS"),
        ({"Partner": "Kosova"}, "AL", "XK;AL"),
        ({"Partner": "Albania; Kosovo"}, "AL", "AL;XK"),
        ({"Partner": ""}, "AL", ""),
        ({"Parties": "Jugoslavija; Austria", "signed": "1962"}, "", "YU-SFRY;AT"),
    ],
)
def test_parties_stand_in_one_column_or_two_or_are_a_partner_of_home(read, columns, home, parties):
    found = read({"Title": "Agreement", **columns}, home=home)
    assert (found.cells["parties"], found.problems) == (parties, [])


def test_an_unknown_party_is_a_problem_with_the_nearest_and_what_to_do(read):
    (problem,) = read({"Title": "Agreement", "Parties": "Sebria; Austria"}).problems
    assert (problem.field, problem.value) == ("Parties", "Sebria; Austria")
    assert "RS (Serbia)" in problem.reason
    assert "--party 'NAME=CODE'" in problem.reason
    found = read({"Title": "Agreement", "Parties": "Sebria; Austria"}, parties={"Sebria": "RS"})
    assert found.cells["parties"] == "RS;AT"


def test_who_was_not_there_yet_did_not_sign_and_is_remembered(read):
    row = {"Title": "Agreement", "Parties": "SFR Yugoslavia; Austria; Croatia", "signed": "1962"}
    found = read(row)
    assert found.cells["parties"] == "YU-SFRY;AT"
    assert "though the date is outside the time recorded for them: HR (then YU-SFRY)." in found.cells["notes"]
    assert read({**row, "signed": ""}).cells["parties"] == "YU-SFRY;AT;HR"


@pytest.mark.parametrize(
    ("row", "cells", "notes"),
    [
        ({"Title": "One", "Second": "Two"}, {"title": "Two"}, ""),
        ({"Title": "One", "Second": "One"}, {"title": "One"}, ""),
        ({"Title": "", "Second": "Two"}, {"title": "Two"}, ""),
        ({"Title": "One\n of  two lines"}, {"title": "One of two lines"}, ""),
        ({"Title": "", "Original title": "Споразум"}, {"title": "Споразум", "title_original": "Споразум"}, ""),
        ({"Title": "One", "Notes": "a\nb", "Comments": "c"}, {}, "a\nb\nc"),
        ({"Title": "One", "Reference": "A 1; B 2\nC 3"}, {"references": "A 1;B 2;C 3"}, ""),
        ({"Title": "One", "Ratified": "1.2.2013"}, {}, "Ratified: 1.2.2013"),
        ({"Title": "One", "Level": "Ministerial"}, {"level": "ministry"}, ""),
        ({"Title": "One", "Level": "of the heart"}, {}, "Level: of the heart"),
        ({"Title": "One", "Signatories": "the ministers"}, {}, "Signatories: the ministers"),
        ({"Title": "One", "Signatories": "AL: Police\nXK: Police"}, {"signatories": "AL: Police ; XK: Police"}, ""),
        ({"Title": "One", "No.": "17"}, {}, ""),
    ],
)
def test_each_cell_goes_to_its_field_or_labelled_into_the_notes(read, row, cells, notes):
    columns = {"Second": "title"} if "Second" in row else {}
    found = read(row, columns=columns, constants={"form": "mou", "types": "mla"})
    assert cells.items() <= found.cells.items()
    assert (found.cells["notes"], found.problems) == (notes, [])


def test_home_dates_its_own_ratification_and_each_side_has_its_signatory(read):
    columns = {"Ours": "home_signatory", "Theirs": "partner_signatory"}
    row = {
        "Title": "A",
        "Partner": "Kosovo",
        "Ratified": "1.2.2013",
        "Ours": "Police",
        "Theirs": "Ministry\nof Justice",
    }
    found = read(row, home="AL", columns=columns)
    assert found.cells["acts"] == "ratification AL 2013-02-01: kind not distinguished before"
    assert found.cells["signatories"] == "AL: Police ; XK: Ministry of Justice"
    two = read({**row, "Partner": "Kosovo; Serbia"}, home="AL", columns=columns)
    assert two.cells["signatories"] == "AL: Police"
    assert "Theirs: Ministry\nof Justice" in two.cells["notes"]
    soon = read({**row, "Ratified": "soon"}, home="AL", columns=columns)
    assert "Ratified: soon" in soon.cells["notes"]
    assert not problems(soon)


def test_what_maps_to_nothing_is_kept_when_asked_for(read):
    row = {**TITLED, "Shoe size": "44", "Secret": "x", "": "y", "Empty": ""}
    assert "44" not in str(read(row, columns={"Secret": ""}))
    notes = read(row, columns={"Secret": ""}, keep_unmapped=True).cells["notes"].splitlines()
    assert notes[:2] == ["Shoe size: 44", "column 5: y"]
    assert not any("Secret" in line or "Empty" in line for line in notes)


def test_a_constant_holds_for_rows_that_say_nothing(read):
    constants = {"form": "treaty", "level": "state", "confidence": "high", "parties": "AL;XK"}
    found = read({"Title": "Agreement on extradition", "Form": "", "Level": "Ministerial"}, constants=constants)
    expected = {"form": "treaty", "level": "ministry", "confidence": "high", "parties": "AL;XK"}
    assert expected.items() <= found.cells.items()
    assert found.inferred == ["types"]
    assert read({"Title": "a"}).cells["confidence"] == "low"


@pytest.mark.parametrize(
    ("row", "form", "types", "inferred"),
    [
        ({"Title": "Protokoll über Auslieferung"}, "protocol", "extradition", ["form", "types"]),
        ({"Title": "Споразум о изручењу"}, "agreement", "extradition", ["form", "types"]),
        ({"Title": "On extradition"}, "other", "extradition", ["types"]),
        ({"Title": "Agreement on cheese"}, "agreement", "other", ["form"]),
        ({"Title": "Cheese"}, "other", "other", []),
        ({"Title": "Protocol", "Form": "Treaty", "Types": "MLA, izručenje"}, "treaty", "mla;extradition", []),
        ({"Title": "A", "Form": "bilateral Treaty of 2012", "Types": "mla"}, "treaty", "mla", []),
    ],
)
def test_form_and_types_are_stated_or_inferred_and_so_marked(read, row, form, types, inferred):
    found = read({**row, "Parties": "AL;XK"})
    assert (found.cells["form"], found.cells["types"], found.inferred) == (form, types, inferred)
    marked = f"Inferred from the title when imported: {', '.join(inferred)}."
    assert (marked in found.cells["notes"]) == bool(inferred)


def test_what_is_not_understood_is_counted_and_kept(read):
    found = read({"Title": "Agreement", "Form": "wish", "Types": "cheese; mla"})
    assert found.not_understood == ["Types: cheese", "Form: wish"]
    assert {"Form: wish", "Types: cheese"} <= set(found.cells["notes"].splitlines())
    assert (found.cells["form"], found.cells["types"]) == ("agreement", "mla")


@pytest.mark.parametrize(
    ("row", "sources"),
    [
        ({"Source": "Gazette 1"}, [Source("Gazette 1")]),
        ({"Source": "Gazette 1 (https://a.example/x)."}, None),
        ({"Source": "Gazette <https://a.example/x>"}, [Source("Gazette", "https://a.example/x")]),
        ({"Source": "One https://a.example\nTwo"}, [Source("One", "https://a.example"), Source("Two")]),
        ({"URL": "https://a.example/1, https://b.example"},
         [Source("", "https://a.example/1"), Source("", "https://b.example")]),
        ({"Source": "A https://a.example https://b.example"},
         [Source("A", "https://a.example"), Source("", "https://b.example")]),
        ({"URL": "on file"}, []),
    ],
)  # fmt: skip
def test_addresses_in_sources_are_addresses(read, row, sources):
    found = read({**TITLED, **row})
    stored = list(SOURCES.read(found.cells["sources"]))
    assert sources is None or stored == sources
    assert "on file" not in row.values() or "URL: on file" in found.cells["notes"]


def test_a_ragged_row_loses_nothing(read):
    row = {**TITLED, "Notes": "n"}
    assert read(row, cut=2).cells["title"] == TITLED["Title"]
    assert read(row, cut=1).problems == []
    assert problems(read(row, more=("", "extra", ""))) == [("row", "extra")]


WORDS = st.text(st.sampled_from("abcčšëжо 1"), min_size=1, max_size=12)
CELLS = st.one_of(st.just(""), WORDS, st.sampled_from(["AL", "Kosovo", "2012", "1.2.2013", "41000", "treaty", "MLA",
                  "https://a.example", "Gazette; 1", "in force", "AL: Police", "a\nb"]))  # fmt: skip
# As read: of these the words themselves stay; the others are stored as what they mean, or stay as words.
KEPT = ("Title", "Place", "Notes", "Reference", "Source", "Signatories", "Second", "Ratified")
MEANT = {"signed": "signed", "in_force": "in_force", "Form": "form", "Level": "level", "Status": "status",
         "Types": "types"}  # fmt: skip


@given(
    st.dictionaries(st.sampled_from([*KEPT, *MEANT, "Shoe size"]), CELLS)
    | st.dictionaries(st.just("Parties"), CELLS, min_size=1),
    st.sampled_from(["", "ME"]),
)
def test_every_cell_is_in_the_record_or_in_a_problem(read, row, home):
    found = read(row, columns={"Second": "title"} if "Second" in row else {}, keep_unmapped=True, home=home)
    all_text = " ".join([*found.cells.values(), *(problem.value for problem in found.problems)])
    all_words = set(folded_words(all_text))
    for header, cell in row.items():
        meaning = {**MEANT, "Ratified": "acts", "Parties": "parties"}.get(header)
        # A column of the entry into force may say yes or no.
        as_status = header == "in_force" and found.cells.get("status")
        assert set(folded_words(cell)) <= all_words or (meaning and found.cells.get(meaning)) or as_status, header


@given(st.lists(st.text(max_size=10), max_size=6), st.lists(st.text(max_size=30), max_size=8))
def test_no_row_is_an_exception(read, header, row):
    found = read(dict.fromkeys(header, ""), more=tuple(row))
    assert found.cells["title"] == "" or row


def test_every_target_of_a_column_has_one_reader():
    reader = ColumnReader(Layout((), is_own=False), Mapping(), None, None, None)  # none of these is needed to be made
    read = [target for _, targets in reader.readers for target in targets]
    assert sorted(read) == sorted(TARGETS)


@pytest.mark.parametrize("target", [target for target in TARGETS if target not in ("key", "number")])
def test_what_a_column_of_any_target_says_goes_somewhere(target, read):
    text = "Zanzibar 7 w"
    titled = {**TITLED, "signed_year": "2012", "signed_month": "3"} if target == "signed_day" else TITLED
    row = {name: cell for name, cell in titled.items() if name.lower() != target} | {target: text}
    by_hand = target in (
        *ACT_TARGETS,
        *LISTED_ACT_TARGETS,
        CONSENT,
        MEMBER,
        PARTY_NOTE,
    )  # which no header is recognised as
    found = read(row, columns={target: target} if by_hand else {})
    texts = [*found.cells.values(), *found.remarks, *(problem.value for problem in found.problems)]
    assert any(text in one for one in texts), target


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("AL: Ministry (A B, Minister", ["Signatories"]),
        ("AL: Ministry, XK: Police", ["Signatories"]),
        ("Signed: Ministry (A B", []),
    ],
)
def test_signatories_that_begin_as_ours_and_go_wrong_are_a_problem_others_are_remarks(read, text, field):
    found = read({"Title": "One", "Parties": "AL;XK", "Signatories": text})
    assert [problem.field.partition(" ")[0] for problem in found.problems] == field
    assert (f"Signatories: {text}" in found.cells["notes"]) == (not field)
    assert (f"Signatories: {text}" in found.not_understood) == (not field)
