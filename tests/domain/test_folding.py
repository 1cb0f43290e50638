"""Spellings of one word fold to one form (domain rule 5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.text.folding import fold, fold_name, folded_words


@pytest.mark.parametrize(
    "spellings",
    [
        ["Đorđević", "Djordjevic", "Dordevic", "Ђорђевић", "ĐORĐEVIĆ", "Djordjević"],
        ["marrëveshje", "marreveshje", "MARRËVESHJE"],
        ["Споразум", "sporazum"],
        ["екстрадиција", "ekstradicija", "екстрадиция"],
        ["Љубљана", "Ljubljana"],
        ["Џабирски", "Džabirski", "Dzabirski"],
        ["Загреб", "Zagreb"],
        ["co-operation", "cooperation", "Co-Operation"],
        ["Süleyman", "Suleyman"],
        ["straße", "STRASSE"],
        ["ΦΕΚ", "φεκ"],
        ["Ѓорче", "Gjorče"],
        ["Çuçi", "C\u0327uc\u0327i"],
    ],
)
def test_the_spellings_of_one_word_fold_to_one_form(spellings: list[str]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


def test_a_hyphen_other_than_of_co_separates_words() -> None:
    assert folded_words("cross-border co-operation") == ["cross", "border", "cooperation"]


def test_a_name_ignores_stars_and_punctuation() -> None:
    assert fold_name("Kosovo*") == fold_name(" (kosovo) ") == "kosovo"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


@given(st.text())
def test_case_does_not_matter_for_any_text(text: str) -> None:
    assert folded_words(text.lower()) == folded_words(text.lower().casefold())
