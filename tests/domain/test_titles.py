"""Titles in parts, by the bundled words."""

from collections import defaultdict

import pytest
import seed_data

from wbagree.domain.agreements.vocabularies import Form, Verb
from wbagree.domain.text.folding import fold_name
from wbagree.formats.list_readers.vocabulary import bundled_titles


def read(title):
    return bundled_titles().read(title, ("AL", "XK"))


def test_topics_are_no_types_and_a_word_has_one_of_them_in_most_languages():
    rows = seed_data.rows("vocabulary/title_topics")
    topics = {row["topic"] for row in rows}
    assert topics.isdisjoint(row["code"] for row in seed_data.rows("types"))
    of_words = defaultdict(set)
    for row in rows:
        of_words[row["language"], fold_name(row["word"]), row["word"].endswith("*")].add(row["topic"])
    assert {word: found for word, found in of_words.items() if len(found) > 1} == {}
    languages = {row["language"] for row in rows}
    for topic in topics:
        assert len({row["language"] for row in rows if row["topic"] == topic}) > len(languages) / 2, topic


def test_words_of_titles_mean_what_the_program_knows():
    meanings = {row["meaning"] for row in seed_data.rows("vocabulary/title_words")}
    assert {one for one in meanings if not one.isdecimal()} <= {*Verb, *Form, "common", "activity", "ends", "form"}


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Agreement on air services", {"air-transport"}),
        ("Convenio sobre Transporte Aéreo", {"air-transport"}),
        ("Споразум о друмском саобраћају", {"road-transport"}),
        ("Marrëveshje për turizmin dhe kulturën", {"tourism", "culture"}),
        ("Abkommen zur Vermeidung der Doppelbesteuerung", {"taxation"}),
        ("Albania - Kosovo BIT", {"investment"}),
        ("Agreement on social security", {"social-security"}),
        ("Agreement on extradition", set()),
        ("Agreement", set()),
    ],
)
def test_topics_are_found_by_the_words_of_the_language(title, topics):
    assert read(title).topics == topics
    assert read(title).is_silent == (title == "Agreement")


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Protocol of 17 May 1946", {17, 1946}),
        ("Protocol of 17.5.1946", {17, 1946}),
        ("Protocolo del 17 de mayo de 1946", {17, 1946}),
        ("Protocol of May 17th, 1946", {17, 1946}),
        ("Protocol of 1946-05-17", {17, 1946}),
        ("Protocol No. 3 on roads", {3}),
        ("Third protocol on roads", {3}),
        ("Protocol III on roads", {3}),
        ("Plan 2010-2011", {2010, 2011}),
        ("Protocol 1234567890123", set()),
    ],
)
def test_numbers_are_those_of_figures_ordinals_and_dates_without_months(title, numbers):
    parts = read(title)
    assert parts.numbers == numbers
    assert not {"may", "mayo"} & parts.words
