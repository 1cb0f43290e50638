"""What lists of the region hold beside plain cells: marks for nothing, words for dates, brackets, doubtful names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wbagree.domain.foreign_lists.column_mapping import TARGETS, Mapping, recognise_layout
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.domain.foreign_lists.target_readers import DISCLOSURE_TARGETS
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
from wbagree.store.file import connection
from wbagree.store.read.parties_and_types import party_book, type_book

Read = Callable[..., InterpretedRow]
TITLED = {"Title": "Agreement on extradition", "Form": "Agreement", "Types": "extradition", "Parties": "AL;XK"}
TO_DO = "does not name all the parties; name them, or leave the row out"


@pytest.fixture(scope="module")
def read(_templates: dict[str, Path]) -> Read:
    """Read one row, given as header to cell, with the vocabulary that an import has; further words as a person says."""
    with connection.open_for_reading(_templates["empty"]) as register:
        book, types = party_book(register), type_book(register)

    def interpreted(row: dict[str, str], **settings: object) -> InterpretedRow:
        mapping = Mapping(**settings)
        reader = PartyReader(book, bundled_vocabulary().names, mapping.parties, bundled_vocabulary().ambiguous)
        return RowInterpreter(
            recognise_layout(list(row), mapping, bundled_vocabulary()), mapping, reader, types, bundled_vocabulary()
        ).read([*row.values()])

    return interpreted


def bound(read: Read, cell: str, signed: str = "", **settings: object) -> str:
    """The parties of a cell that is understood."""
    found = read({**TITLED, "Parties": cell, "signed": signed}, **settings)
    assert found.problems == []
    return found.cells["parties"]


def refused(read: Read, cell: str, **settings: object) -> str:
    """Why the parties of a cell are not understood; nothing of it is taken."""
    found = read({**TITLED, "Parties": cell}, **settings)
    (problem,) = found.problems
    assert (problem.field, problem.value, found.cells.get("parties", "")) == ("Parties", cell, "")
    return problem.reason


@pytest.mark.parametrize(
    "blank",
    ["-", "--", "–", "—", "/", ".", "...", "…", "?", "n/a", "N/A", "n.a.", "n/p", "n.d.", "s.d.", "k.A.", "K.A.",
     "Keine Angabe", "unknown", "nema", "NEMA", "nepoznato", "нема", "Непознато", "nuk ka", "s'ka", "unbekannt",
     "none", "NULL", "NaN", " - ", "\xa0n/a\r\n", "\u200b", "\ufeff-"],
)  # fmt: skip
def test_a_mark_for_nothing_is_nothing_in_every_column(blank, read):
    targets = [target for target in TARGETS if target not in DISCLOSURE_TARGETS]
    row = {f"column of {target}": blank for target in targets}
    found = read(
        {**row, "Shoe size": blank}, columns={f"column of {name}": name for name in targets}, keep_unmapped=True
    )
    assert {name: text for name, text in found.cells.items() if text} == {
        "confidence": "low",
        "form": "other",
        "types": "other",
    }
    assert (found.problems, found.remarks, found.not_understood, found.inferred) == ([], [], [], [])


@pytest.mark.parametrize("target", DISCLOSURE_TARGETS)
def test_an_agreement_is_not_public_because_nothing_is_known_of_its_secrecy(target, read):
    for blank in ("?", "Unknown", " nepoznato ", "Непознато"):
        found = read({**TITLED, "column": blank}, columns={"column": target})
        assert [problem.field for problem in found.problems] == ["column (disclosure)"]
    for blank in ("-", "", "n/a"):
        found = read({**TITLED, "column": blank}, columns={"column": target})
        # Who marks what is public says of the others that they are not.
        assert (found.problems, found.cells.get("disclosure")) == ([], "restricted" if target == "public" else None)


@pytest.mark.parametrize("target", ["notes", "title", "place", "references", "sources"])
@pytest.mark.parametrize("text", ["nema podataka o tome", "n/a (see 3)", "- -", "none of these", "4"])
def test_a_text_with_such_a_mark_in_it_is_a_text(target, text, read):
    found = read({"Column": text}, columns={"Column": target})
    assert text in found.cells[target]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *((text, "in-force") for text in ("in force", "In Force", "na snazi", "në fuqi", "In Kraft", "yes", "Da", "da.",
          "po", "Ja", "oui", "да")),
        *((text, "not-in-force") for text in ("not in force", "nije na snazi", "no", "ne", "Jo", "nein", "non", "не")),
        ("provisional", "provisional"),
        ("terminated", "terminated"),
        ("prestao", "terminated"),
        ("expired", "expired"),
    ],
)  # fmt: skip
def test_a_word_in_the_column_of_entry_into_force_is_the_status(text, status, read):
    found = read({**TITLED, "in_force": text})
    assert (found.cells["in_force"], found.cells["status"], found.problems) == ("", status, [])


@pytest.mark.parametrize(
    ("text", "status"),
    [("terminated", "terminated"), ("raskinut", "terminated"), ("Expired", "expired"), ("superseded", "superseded"),
     ("in force", "in-force")],
)  # fmt: skip
def test_a_word_in_the_column_of_the_end_is_the_status(text, status, read):
    found = read({**TITLED, "ended": text})
    assert (found.cells["ended"], found.cells["status"], found.problems) == ("", status, [])


@pytest.mark.parametrize(
    ("column", "text"), [("signed", "in force"), ("signed", "yes"), ("in_force", "perhaps"), ("ended", "perhaps")]
)
def test_any_other_word_where_a_date_belongs_is_a_problem(column, text, read):
    found = read({**TITLED, column: text})
    assert [(problem.field, problem.value) for problem in found.problems] == [(column, text)]
    assert "status" not in found.cells


@pytest.mark.parametrize("column", ["signed", "in_force", "ended"])
@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("25.05.2009 (Zagreb)", "2009-05-25"),
        ("25. svibnja 2009. [1]", "2009-05-25"),
        ("25.05.2009*", "2009-05-25"),
        ("25.05.2009 †", "2009-05-25"),
        ("2009-05-25¹", "2009-05-25"),
        ("May 2009 (about)", "2009-05"),
        ("2009 [see notes]", "2009"),
    ],
)
def test_what_stands_in_brackets_behind_a_date_is_kept_as_a_note(column, text, date, read):
    found = read({**TITLED, column: text})
    assert (found.cells[column], found.cells["notes"], found.problems) == (date, f"{column}: {text}", [])


@pytest.mark.parametrize("text", ["soon (2009)", "(Zagreb)", "Zagreb (25.05.2009)", "32.05.2009 (Zagreb)"])
def test_brackets_behind_what_is_no_date_make_it_none(text, read):
    found = read({**TITLED, "signed": text})
    assert [problem.value for problem in found.problems] == [text]


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        ("Budva, 12.05.2010", "2010-05-12", "Budva"),
        ("12.05.2010, Budva", "2010-05-12", "Budva"),
        ("12.05.2010 / Budva", "2010-05-12", "Budva"),
        ("Budva; 12.05.2010", "2010-05-12", "Budva"),
        ("Budva 2010-05-12", "2010-05-12", "Budva"),
        ("12. maj 2010. godine, Budva", "2010-05-12", "Budva"),
        ("Budva, 12. maja 2010. godine", "2010-05-12", "Budva"),
        ("Београд, 1. августа 2018. године", "2018-08-01", "Београд"),
        ("1. августа 2018. године, Београд", "2018-08-01", "Београд"),
        ("Скопје, 5 мај 2010", "2010-05-05", "Скопје"),
        ("Prishtinë, më 3 qershor 2016", "2016-06-03", "Prishtinë"),
        ("më 3 qershor 2016, Prishtinë", "2016-06-03", "Prishtinë"),
        ("Wien, am 3. Juni 2016", "2016-06-03", "Wien"),
        ("3. Juni 2016, Wien", "2016-06-03", "Wien"),
        ("Roma, 3 giugno 2016", "2016-06-03", "Roma"),
        ("Banja Luka, 12 May 2010", "2010-05-12", "Banja Luka"),
        ("May 12, 2010, Banja Luka", "2010-05-12", "Banja Luka"),
        ("Vienna, June 2016", "2016-06", "Vienna"),
        ("Vienna 2016", "2016", "Vienna"),
        ("12.05.2010", "2010-05-12", ""),
    ],
)
def test_a_date_and_a_place_in_one_cell_are_told_apart_in_either_order(text, date, place, read):
    found = read({**TITLED, "When and where": text}, columns={"When and where": "signed_place"})
    assert (found.cells["signed"], found.cells["place"], found.problems) == (date, place, [])


@pytest.mark.parametrize("text", ["Budva", "Budva, in May", "Budva, 32.05.2010"])
def test_a_place_without_a_date_is_no_date_of_signature(text, read):
    found = read({**TITLED, "When": text}, columns={"When": "signed_place"})
    assert [(problem.field, problem.value) for problem in found.problems] == [("When (signed)", text)]


def test_a_place_of_its_own_column_goes_before_that_beside_the_date(read):
    row = {**TITLED, "Place": "Pristina", "When": "Budva, 12.05.2010"}
    found = read(row, columns={"When": "signed_place"})
    assert (found.cells["signed"], found.cells["place"]) == ("2010-05-12", "Pristina")


@pytest.mark.parametrize("home", ["", "XK"])
@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Ligji 04/L-113", "Ligji 04/L-113"),
        ("Law No. 12/2010", "Law No. 12/2010"),
        ("Zakon br. 3/12; Odluka 7", "Zakon br. 3/12;Odluka 7"),
    ],
)
def test_the_number_of_the_law_that_ratified_is_a_reference(text, references, home, read):
    found = read({**TITLED, "Parties": "AL;XK", "Ratified": text, "Reference": "UNTS 1"}, home=home)
    assert (found.cells["references"], found.problems) == (f"UNTS 1;{references}", [])
    assert (found.cells["notes"], found.cells.get("acts", "")) == ("", "")


def test_a_ratification_that_is_a_word_is_a_note(read):
    found = read({**TITLED, "Ratified": "soon"}, home="AL")
    assert (found.cells["notes"], found.cells["references"], found.problems) == ("Ratified: soon", "", [])


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        ("2010.0", "6.0", "5.0", "2010-06-05"),
        ("2010.0", "6.0", "0", "2010-06"),
        ("2010", "06", "00", "2010-06"),
        ("2010", "6", "-9", "2010-06"),
        ("2010", "6", "99", "2010-06"),
        ("2010", "0", "0", "2010"),
        ("2010", "-9", "-9", "2010"),
        ("2010", "-99", "-99", "2010"),
        ("2010", "0.0", "0.0", "2010"),
        ("2010.", "6.", "5.", "2010-06-05"),
        ("2010", "VI", "5", "2010-06-05"),
    ],
)
def test_year_month_and_day_are_read_as_data_sets_write_them(year, month, day, date, read):
    found = read({**TITLED, "Year": year, "Month": month, "Day": day})
    assert (found.cells["signed"], found.problems) == (date, [])


@pytest.mark.parametrize(("month", "day"), [("0", "5"), ("-9", "5"), ("6.5", "1"), ("13.0", "1.0"), ("2", "30.0")])
def test_parts_that_make_no_date_are_no_date_in_that_writing_either(month, day, read):
    found = read({**TITLED, "Year": "2010", "Month": month, "Day": day})
    assert [problem.field for problem in found.problems] == ["Year (signed)"]
    assert found.cells["signed"] == ""


@pytest.mark.parametrize("text", ["12", "12.", "12)", "XII", "IV.", "000123"])
def test_a_running_number_is_not_kept(text, read):
    assert read({**TITLED, "No.": text}).cells["notes"] == ""


@pytest.mark.parametrize("text", ["12a", "A/12", "br. 5", "04/L-113", "1234567", "12.3"])
def test_a_running_number_that_is_none_is_kept_in_the_notes(text, read):
    assert read({**TITLED, "No.": text}).cells["notes"] == f"No.: {text}"


@pytest.mark.parametrize(
    ("cell", "signed", "parties", "note", "untold"),
    [
        (
            "HR;AL",
            "1990",
            "HR;AL",
            "Listed as parties, though 1990 is outside the time recorded for them: HR (then YU-SFRY).",
            "HR (then YU-SFRY)",
        ),
        (
            "Croatia, Kosovo",
            "1990-05",
            "HR;XK",
            "Listed as parties, though 1990-05 is outside the time recorded for them: HR (then YU-SFRY), XK.",
            "HR (then YU-SFRY), XK",
        ),
        ("CS;AL", "2010", "CS;AL", "Listed as parties, though 2010 is outside the time recorded for them: CS.", "CS"),
        (
            "SFR Yugoslavia; Austria; Croatia; Kosovo",
            "1962",
            "YU-SFRY;AT",
            "Also listed as parties, though the date is outside the time recorded for them: HR (then YU-SFRY), XK.",
            "",
        ),
        ("HR;AL", "1991", "HR;AL", "", ""),
        ("HR;AL", "", "HR;AL", "", ""),
    ],
)
def test_parties_that_were_not_in_being_are_told(cell, signed, parties, note, untold, read):
    found = read({**TITLED, "Parties": cell, "signed": signed})
    assert (found.cells["parties"], found.cells["notes"], found.problems) == (parties, note, [])
    remarks = [f"parties signing outside the time recorded for them: {untold}"] if untold else []
    assert found.not_understood == remarks


AMBIGUOUS = [
    ("CG", "CG (Congo)", "ME (Montenegro)"),
    ("BH", "BA (Bosnia and Herzegovina)", "BH (Bahrain)"),
    ("MV", "MK (North Macedonia)", "MV (Maldives)"),
]


@pytest.mark.parametrize("cell", ["{};AL", "AL, {}", "{}-AL", "AL / {}", "AL and {}", "{}"])
@pytest.mark.parametrize(("text", "one", "other"), AMBIGUOUS)
def test_an_abbreviation_of_two_is_refused_with_both(text, one, other, cell, read):
    for written in (text, text.lower()):
        assert f"'{written}' could be {one} or {other}" in refused(read, cell.format(written))


@pytest.mark.parametrize(("text", "one", "other"), AMBIGUOUS)
def test_an_abbreviation_of_two_means_what_a_person_says(text, one, other, read):
    for code in (one[:2], other[:2]):
        assert bound(read, f"{text};AL", parties={text: code}) == f"{code};AL"
    assert bound(read, f"Serbia, {text}; AL", parties={text.lower(): ""}) == "RS;AL"


@pytest.mark.parametrize(
    ("cell", "parties"), [("Montenegro;AL", "ME;AL"), ("COG;AL", "CG;AL"), ("Bahrein, AL", "BH;AL")]
)
def test_the_whole_name_of_either_is_no_doubt(cell, parties, read):
    assert bound(read, cell) == parties


@pytest.mark.parametrize(
    "cell",
    ["Serbia et al.", "Serbia, et al", "Serbia, Albania etc.", "Srbija i dr.", "Srbija, BiH i ost.", "Србија и др.",
     "Shqipëria etj.", "Österreich, Serbien u.a.", "Österreich u. a.", "Serbia ...", "Serbia, Albania…"],
)  # fmt: skip
def test_a_list_that_stops_short_is_refused(cell, read):
    assert refused(read, cell) == TO_DO


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("sa Republikom Hrvatskom", "HR"),
        ("sa Crnom Gorom", "ME"),
        ("с Црном Гором", "ME"),
        ("with Serbia", "RS"),
        ("me Republikën e Kosovës", "XK"),
        ("mit der Republik Kroatien", "HR"),
        ("između Srbije i Hrvatske", "RS;HR"),
        ("između Republike Srbije i Republike Hrvatske", "RS;HR"),
        ("између Србије и Хрватске", "RS;HR"),
        ("ndërmjet Shqipërisë dhe Kosovës", "AL;XK"),
        ("midis Shqipërisë dhe Kosovës", "AL;XK"),
        ("between Serbia and Croatia", "RS;HR"),
        ("zwischen Serbien und Kroatien", "RS;HR"),
        ("entre l'Albanie et la France", "AL;FR"),
        ("tra l'Italia e l'Albania", "IT;AL"),
    ],
)
def test_a_preposition_before_a_party_is_none_of_its_name(cell, parties, read):
    assert bound(read, cell) == parties


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Serbia (Ministry of Interior); Croatia", "RS;HR"),
        ("Serbia (UNMIK); Albania", "RS;AL"),
        ("Bosnia and Herzegovina (Republika Srpska); Serbia", "BA;RS"),
        ("Kosovo (UNSCR 1244) - Albania", "XK;AL"),
        ("Austria [1]; Serbia", "AT;RS"),
    ],
)
def test_what_stands_in_brackets_after_a_party_is_kept_as_a_note(cell, parties, read):
    found = read({**TITLED, "Parties": cell})
    assert (found.cells["parties"], found.problems) == (parties, [])
    assert found.cells["notes"] == f"Parties: {cell}"


@pytest.mark.parametrize(
    ("cell", "signed", "parties"),
    [
        *((cell, signed, "RS;ME") for cell in ("Serbia, Montenegro", "Serbia/Montenegro", "Srbija, Crna Gora")
          for signed in ("", "2010", "2006-06-05")),
        *((cell, signed, "CS") for cell in ("Serbia and Montenegro", "Srbija i Crna Gora", "Serbia & Montenegro")
          for signed in ("", "2004", "2006-06-05", "2006-06")),
        *((cell, "2010", "RS;ME") for cell in ("Serbia and Montenegro", "Srbija i Crna Gora", "Србија и Црна Гора")),
        ("Albania, Serbia and Montenegro", "2004", "AL;CS"),
        ("Albania, Serbia and Montenegro", "2010", "AL;RS;ME"),
        ("CS;AL", "2004", "CS;AL"),
    ],
)  # fmt: skip
def test_serbia_and_montenegro_are_one_or_two_by_the_day_and_two_when_separated(cell, signed, parties, read):
    assert bound(read, cell, signed) == parties


@pytest.mark.parametrize("hidden", ["\u200b", "\u200c", "\u200d", "\u00ad", "\ufeff"])
def test_characters_that_nobody_sees_are_not_there(hidden, read):
    row = {"Title": f"Agree{hidden}ment on extra{hidden}dition", "Parties": f"Alba{hidden}nia;{hidden}Kosovo",
           "signed": f"{hidden}10.3.{hidden}2012"}  # fmt: skip
    found = read(row)
    expected = {"title": "Agreement on extradition", "parties": "AL;XK", "signed": "2012-03-10", "types": "extradition"}
    assert expected.items() <= found.cells.items()
    assert found.problems == []


@pytest.mark.parametrize(
    ("title", "types"),
    [
        ("MLA treaty", "mla"),
        ("MLA", "mla"),
        ("Treaty (MLA)", "mla"),
        ("Protocol to the MLA-treaty", "mla"),
        ("Sporazum o suradnji mladih", "other"),
        ("Mladi i policija", "other"),
        ("Savez mladi", "other"),
        ("MLAD", "other"),
    ],
)
def test_mla_is_a_word_of_a_title_and_no_beginning_of_one(title, types, read):
    found = read({"Title": title, "Parties": "AL;XK"})
    assert found.cells["types"] == types
    assert ("types" in found.inferred) == (types != "other")


@pytest.mark.parametrize(
    ("kind", "form", "types", "left"),
    [
        ("MoU", "mou", "extradition", []),
        ("Protokol", "protocol", "extradition", []),
        ("readmisija", "agreement", "readmission", []),
        ("bilateral", "agreement", "extradition", ["Type: bilateral"]),
    ],
)
def test_a_column_of_kinds_may_hold_the_form_or_the_subject(kind, form, types, left, read):
    found = read({"Title": "Agreement on extradition", "Type": kind, "Parties": "AL;XK"})
    assert (found.cells["form"], found.cells["types"], found.not_understood) == (form, types, left)
