"""Types are understood by code, label and alias, in the languages of the region (domain.md, Types)."""

import pytest
import seed_data
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.types import Type, TypeBook
from wbagree.errors import AmbiguousName, NotFound
from wbagree.store.read.parties_and_types import type_book

TYPES = {
    "justice": "mla civil-legal-assistance extradition transfer-of-sentenced-persons enforcement-of-judgments"
    " prosecution joint-investigation-team parallel-investigation witness-protection missing-persons judicial-training",
    "police": "police-cooperation joint-patrol hot-pursuit pcc liaison-officers information-exchange training",
    "border": "border-control border-crossing local-border-traffic",
    "crime": "organised-crime trafficking drugs terrorism corruption salw",
    "migration": "readmission migration-asylum visa",
    "customs-and-other": "customs data-protection classified-information civil-protection other",
}


@pytest.fixture
def book(empty, reading) -> TypeBook:
    """The types of a new register."""
    with reading(empty) as connection:
        return type_book(connection)


def test_the_types_of_a_new_register_are_those_of_the_field_in_their_groups(book):
    found = {group: [code for code, type_ in book.types.items() if type_.group == group] for group in book.groups}
    assert found == {group: codes.split() for group, codes in TYPES.items()}
    assert sum(map(len, found.values())) == len(book.types) == 35


def test_every_bundled_code_label_and_alias_is_understood(book):
    for row in seed_data.rows("types"):
        for text in (row["code"], row["label"], *row["aliases"].split(";")):
            assert {book.resolve(text), book.resolve(text.upper()), book.resolve(f" {text} ")} == {row["code"]}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("MLA", "mla"), ("mutual legal assistance", "mla"), ("ndihmë juridike", "mla"), ("ndihme juridike", "mla"),
        ("međunarodna pravna pomoć", "mla"), ("medjunarodna pravna pomoc", "mla"), ("правна помош", "mla"),
        ("Rechtshilfe", "mla"), ("entraide judiciaire", "mla"), ("assistenza giudiziaria", "mla"),
        ("izručenje", "extradition"), ("изручење", "extradition"), ("ekstradim", "extradition"),
        ("екстрадиција", "extradition"), ("ekstradicija", "extradition"), ("Auslieferung", "extradition"),
        ("joint patrol", "joint-patrol"), ("Joint Patrols", "joint-patrol"), ("PCC", "pcc"),
        ("police co-operation", "police-cooperation"), ("police cooperation", "police-cooperation"),
        ("bashkëpunim policor", "police-cooperation"), ("policijska suradnja", "police-cooperation"),
        ("полициска соработка", "police-cooperation"), ("readmission", "readmission"), ("реадмисија", "readmission"),
        ("заштита на сведоци", "witness-protection"), ("Zeugenschutz", "witness-protection"),
        ("transfer_of sentenced-persons", "transfer-of-sentenced-persons"),
    ],
)  # fmt: skip
def test_a_type_is_understood_in_several_languages_and_scripts(text, code, book):
    assert book.resolve(text) == code
    assert book.resolve_many(text) == (code,)
    assert book.code_named(text) == code


@pytest.mark.parametrize(
    ("text", "group"),
    [*((group, group) for group in TYPES), ("Justice", "justice"), ("customs and other", "customs-and-other")],
)
def test_a_group_asks_for_all_its_types(text, group, book):
    assert book.resolve_many(text) == tuple(TYPES[group].split())
    assert book.code_named(text) in (group, *TYPES[group].split())


@pytest.mark.parametrize(
    ("text", "near"),
    [("extraditoin", "extradition"), ("join patrol", "joint-patrol"), ("izrucenja", "extradition"),
     ("corupption", "corruption"), ("readmision", "readmission")],
)  # fmt: skip
def test_an_unknown_type_is_refused_with_the_nearest(text, near, book):
    with pytest.raises(NotFound, match=f"unknown type: '{text}'; did you mean ") as caught:
        book.resolve_many(text)
    assert caught.value.nearest[0] == near
    assert len(caught.value.nearest) <= 3
    assert caught.value.hint == "wbagree types lists them all"


def test_nothing_is_no_type(book):
    for text in ("", "  ", "-", "qqqqqq"):
        assert book.code_named(text) == ""
        with pytest.raises(NotFound) as caught:
            book.resolve(text)
        assert caught.value.sentence == f"unknown type: '{text.strip()}'"


def test_a_type_is_shown_by_its_label_and_an_unknown_one_by_its_code(book):
    labels = ["mutual legal assistance", "police cooperation centre", "x"]
    assert [book.label_of(code) for code in ("mla", "pcc", "x")] == labels


def test_a_name_that_two_types_have_means_the_first_and_a_code_means_itself():
    book = TypeBook([Type("a", "g", "fishing"), Type("fishing", "g", "fish", ("a",))], {"g": "Group"})
    assert (book.resolve("Fishing"), book.resolve("fishing"), book.resolve("a")) == ("a", "fishing", "a")


BOOK = TypeBook([Type("mla", "justice", "legal assistance"), Type("pcc", "police", "centre")], {"justice": "justice"})


@given(st.text())
def test_any_text_is_a_type_of_the_book_or_refused(text):
    try:
        assert BOOK.resolve(text) in BOOK.types
    except (NotFound, AmbiguousName) as refused:
        assert refused.sentence.startswith(("unknown type: ", "type "))  # noqa: PT017 - a text that is known is right as well


def test_a_group_where_one_type_is_needed_is_answered_with_its_types() -> None:
    types = [Type("mla", "justice", "Mutual legal assistance"), Type("extradition", "justice", "Extradition")]
    book = TypeBook(types, {"justice": "Justice"}, lambda text: ("extradition",) if "izruc" in text else ())
    with pytest.raises(AmbiguousName, match="type 'justice' could be mla or extradition"):
        book.resolve("justice")
    assert book.resolve_many("justice") == ("mla", "extradition")
    with pytest.raises(NotFound, match=r"did you mean extradition\?"):
        book.resolve("izrucenju")
