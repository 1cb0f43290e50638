"""Headers that speak of secrecy: what they ask, in the region's languages, and what their cells answer."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from wbagree.domain import INVISIBLE
from wbagree.domain.foreign_lists.column_mapping import OWN_LAYOUT, Mapping, recognise_layout
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.domain.text.folding import fold_name, without_invisible
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
from wbagree.store.file import connection
from wbagree.store.read.parties_and_types import party_book, type_book

Read = Callable[..., InterpretedRow]
# Columns of three layouts: somebody's, our own, and some of our own with the key.
LAYOUTS = {
    "foreign": {"Titel": "Abkommen", "Vertragsparteien": "AL;DK"},
    "own": dict(zip(OWN_LAYOUT, ("T", "mou", "mla", "AL;DK", "low"), strict=True)),
    "partly own": {"key": "AL-DK-nd-1", "notes": "N"},
}
ASK_RESTRICTED = [
    *("restricted", "Confidential?", "Classification", "is_confidential", "isRestricted", "Internal use only"),
    *("Vertraulich", "Geheimhaltungsgrad", "Nicht öffentlich", "VS-Einstufung", "vertraulich (ja/nein)"),
    *("Povjerljivo", "Stepen povjerljivosti", "Oznaka tajnosti", "Nije javno", "Klasifikacija", "Za internu upotrebu"),
    *("Поверљиво", "Степен тајности", "Poverljivo da/ne", "Тајно"),
    *("Доверливо", "Степен на доверливост", "Класификација"),
    *("E kufizuar", "I kufizuar", "Konfidenciale", "Niveli i konfidencialitetit", "Jo publike", "Sekret"),
    *("Confidentiel", "Diffusion restreinte", "Riservato", "Livello di riservatezza", "Gizli", "Gizlilik derecesi"),
    *("Zaupno", "Bizalmas", "Εμπιστευτικό"),
]  # fmt: skip
ASK_PUBLIC = ["public", "Is public", "isPublic", "Public: yes/no", "Öffentlich", "Javno", "Јавно", "Publik", "Pubblico",
              "Kamuya açık", "Unclassified"]  # fmt: skip
YES = ["yes", "Y", "TRUE", "True", "1", "1.0", "x", "✓", "☑", "ja", "WAHR", "da", "ДА", "po", "oui", "sì", "evet"]
NO = ["no", "N", "FALSE", "False", "0", "0.0", "☐", "nein", "FALSCH", "ne", "не", "jo", "non", "hayır"]


@pytest.fixture(scope="module")
def read(_templates: dict[str, Path]) -> Read:
    """Read one row, given as header to cell; the agreement of a key is here."""
    with connection.open_for_reading(_templates["empty"]) as register:
        book, types = party_book(register), type_book(register)

    def interpreted(row: dict[str, str]) -> InterpretedRow:
        columns = recognise_layout(list(row), Mapping(), bundled_vocabulary())
        reader = PartyReader(book, bundled_vocabulary().names, {}, bundled_vocabulary().ambiguous)
        interpreter = RowInterpreter(columns, Mapping(), reader, types, bundled_vocabulary(), lambda _: True)
        return interpreter.read([*row.values()])

    return interpreted


@pytest.mark.parametrize("kind", LAYOUTS)
def test_a_header_that_asks_for_secrecy_is_answered_by_yes_and_no_in_every_layout(kind, read):
    for headers, yes, no in ((ASK_RESTRICTED, "restricted", "public"), (ASK_PUBLIC, "public", "restricted")):
        answers = [*((text, yes) for text in YES), *((text, no) for text in NO)]
        for header, (text, answer) in itertools.product(headers, answers):
            found = read({**LAYOUTS[kind], header: text})
            assert (found.problems, found.cells.get("disclosure")) == ([], answer), (header, text)


@pytest.mark.parametrize("kind", LAYOUTS)
def test_a_header_that_asks_for_secrecy_is_answered_by_a_word_too(kind, read):
    for header in (*ASK_RESTRICTED, *ASK_PUBLIC, "Disclosure", "Visibility"):
        for text, answer in (("vertraulich", "restricted"), ("TLP:AMBER", "restricted"), ("Јавно", "public")):
            assert read({**LAYOUTS[kind], header: text}).cells["disclosure"] == answer, header


@pytest.mark.parametrize("kind", LAYOUTS)
@pytest.mark.parametrize("text", ["perhaps", "910-04/12", "?", "2", "until 2030"])
def test_what_cannot_be_read_below_such_a_header_is_never_public(kind, text, read):
    for header in (*ASK_RESTRICTED, *ASK_PUBLIC, "Disclosure", "Notes (confidential)", "Dostupno javnosti od"):
        found = read({**LAYOUTS[kind], header: text})
        (problem,) = found.problems
        assert problem.field == f"{header} (disclosure)".replace("Disclosure (disclosure)", "Disclosure")
        assert text in problem.reason
        assert repr(text) not in problem.redacted().reason
        assert f"--map '{header}='" in problem.redacted().reason
        assert found.cells["disclosure"] == text  # not shown in a log as if it were public


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200e", "\u202a", "\u034f", "\ufe0f"])
def test_a_header_with_what_no_eye_sees_is_the_header(unseen, read):
    for header in ("Vertraulich", "restricted", "Disclosure", "Povjerljivo", "Доверливо", "I\u00a0kufizuar"):
        written = unseen + unseen.join(header) + "\u00a0" + unseen
        for kind in LAYOUTS.values():
            hidden = {unseen.join(name): text for name, text in kind.items()}
            found = read({**hidden, written: "restricted"})
            assert (found.problems, found.cells["disclosure"]) == ([], "restricted"), header
            assert {name: text for name, text in found.cells.items() if name != "disclosure"} == {
                name: text for name, text in read(kind).cells.items() if name != "disclosure"
            }


def test_what_no_eye_sees_is_in_no_name_and_the_rest_is_left():
    assert fold_name("Vertr\u00adau\u200blich\ufeff") == "vertraulich"
    assert without_invisible("Đorđević, Ђорђевић\n") == "Đorđević, Ђорђевић\n"
    assert "\u00a0" not in INVISIBLE  # a blank is a blank


def test_one_column_that_restricts_is_enough(read):
    for kind in LAYOUTS.values():
        for row in (
            {"restricted": "no", "Vertraulich": "ja"},
            {"Javno": "da", "Povjerljivo": "da"},
            {"disclosure": "restricted", "Public": "yes"},
            {"Public": "no", "disclosure": "public"},
        ):
            assert read({**kind, **row}).cells["disclosure"] == "restricted", row


def test_titles_that_speak_of_secrets_are_no_headers():
    from wbagree.domain.foreign_lists.column_mapping import find_header

    rows = [["Titel", "Partner", "Datum"],
            ["Abkommen über den Schutz von Verschlusssachen", "Geheim", "1.2.1990"],
            ["Agreement on classified information", "Confidential", "restricted"]]  # fmt: skip
    assert find_header(rows, Mapping(), bundled_vocabulary()) == 0
