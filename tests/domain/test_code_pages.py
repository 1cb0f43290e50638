"""Text that was broken before is recognised, and whole text is not."""

import pytest

from wbagree.domain.text.code_pages import broken_word


def _read_as(page: str, byte: int) -> str:
    """One byte as a page reads it; one that the page leaves free is a control character."""
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize("page", ["cp1252", "cp1250"])
@pytest.mark.parametrize("word", ["pomoći", "Požega", "Marrëveshje", "Kőszeg"])
def test_utf_8_that_was_read_as_another_page_is_mended(word, page):
    broken = "".join(_read_as(page, byte) for byte in word.encode())
    assert broken_word(f"Sporazum o {broken} i ostalom") == (broken, word)


def test_a_lost_letter_is_broken_too():
    assert broken_word("izru\ufffdenju") == ("izru\ufffdenju", "")


@pytest.mark.parametrize(
    "text", ["Đorđević", "São João", "ÄÖÜ", "CASTAÑO", "Île", "ÎŇ", "Ðakovica", "Ă", "“Â”", "Българиѝ", "Ναύπλιο"]
)
def test_whole_text_is_not_broken(text):
    assert broken_word(text) is None
