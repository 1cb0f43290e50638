"""Text that is safe to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.formats.common.sanitiser import sanitise, single_line

# What turns the direction of text, by the classes of the Unicode bidirectional algorithm, and its invisible marks.
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = {"\u061c", "\u200e", "\u200f"}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x1b\x07\x9b\u202e\u2028\r\n\t"))


def is_obeyed(char: str) -> bool:
    control = unicodedata.category(char) in ("Cc", "Zl", "Zp") and char not in "\t\n"
    return control or unicodedata.bidirectional(char) in TURNING or char in MARKS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Споразум о екстрадицији", "Споразум о екстрадицији"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred", "<1B>[31mred"),
        ("\x1b]0;owned\x07", "<1B>]0;owned<07>"),
        ("\x9b31m", "<9B>31m"),
        ("over\rwritten", "over<0D>written"),
        ("gone\x7f\x08", "gone<7F><08>"),
        ("nul\0", "nul<00>"),
        ("\u202eevil", "<202E>evil"),
        ("\u2066hidden\u2069", "<2066>hidden<2069>"),
        ("para\u2029graph", "para<2029>graph"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_by_its_code(text, shown):
    assert sanitise(text) == shown


def test_of_all_characters_just_those_that_are_obeyed_are_replaced():
    every = [chr(code) for code in range(0x110000)]
    assert [char for char in every if sanitise(char) != char] == [char for char in every if is_obeyed(char)]


@given(TEXTS)
def test_safe_text_is_safe_and_stays_as_it_is(text):
    shown = sanitise(text)
    assert not any(map(is_obeyed, shown))
    assert sanitise(shown) == shown


@given(TEXTS)
def test_one_line_is_one_line_with_every_word(text):
    line = single_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert line.split() == [sanitise(word) for word in text.split()]
