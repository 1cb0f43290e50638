"""Languages of a text: codes and names are kept as codes, and what is no language is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.languages import language_words, read_languages
from wbagree.errors import InvalidValue
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("sq;sr;en, en prevails", "sq;sr;en, en prevails"),
        ("SQ / EN", "sq;en"),
        ("ALB, ENG", "sq;en"),
        ("Albanian, Serbian and English", "sq;sr;en"),
        ("Albanian, Serbian, English (prevails)", "sq;sr;en, en prevails"),
        ("Albanian and English (English prevails)", "sq;en, en prevails"),
        ("Albanian; in case of divergence the English text prevails", "sq;en, en prevails"),
        ("shqip, serbisht dhe anglisht", "sq;sr;en"),
        ("gjuhën shqipe, angleze (mbizotëruese)", "sq;en, en prevails"),
        ("na srpskom i engleskom jeziku", "sr;en"),
        ("bosanski, hrvatski, crnogorski", "bs;hr;cnr"),
        ("албански, македонски и енглески, меродаван енглески", "sq;mk;en, en prevails"),
        ("deutsch und albanisch; maßgeblich ist die deutsche Fassung", "de;sq, de prevails"),
        ("en français et en albanais", "fr;sq"),
        ("italiano, albanese; prevale l'inglese", "it;sq;en, en prevails"),
        ("srpskohrvatski", "sh"),
        ("sq, SQ", "sq"),
    ],
)
def test_languages_are_kept_as_codes(text, kept):
    assert read_languages(text, bundled_vocabulary().code_of) == kept
    assert read_languages(kept) == kept


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("qqq", "'qqq' is no language; write codes or names, as in 'sq;sr;en' or 'sq;sr;en, en prevails'"),
        ("sq;RS", "'RS' is no language"),
        ("EN SQ", "'EN SQ' is no language"),
        ("each in its own language", "is no language"),
        ("prevails", "'prevails' is no language"),
        ("sq;en, sq prevails, en prevails", "sq and en cannot both prevail"),
        (";;", "';;' names no language"),
    ],
)
def test_what_is_no_language_is_refused(text, sentence):
    with pytest.raises(InvalidValue) as refused:
        read_languages(text, bundled_vocabulary().code_of)
    assert sentence in refused.value.sentence


@given(
    codes=st.lists(st.sampled_from(["sq", "sr", "bs", "hr", "cnr", "mk", "en"]), min_size=1, unique=True),
    prevails=st.booleans(),
)
def test_languages_in_words_are_read_as_the_same(codes, prevails):
    written = ";".join(codes) + (f", {codes[0]} prevails" if prevails else "")
    assert read_languages(written) == written
    assert read_languages(language_words(written), bundled_vocabulary().code_of) == written


def test_languages_are_shown_by_their_names():
    assert language_words("sq;cnr;en, en prevails") == "Albanian, Montenegrin, English; English prevails"
    assert language_words("sq") == "Albanian"
    assert language_words("") == ""
