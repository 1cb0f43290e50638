"""Words of the fixed vocabularies, and of numbers."""

import pytest

from wbagree.domain.agreements.vocabularies import pluralise


@pytest.mark.parametrize(
    ("number", "nouns", "words"),
    [
        (0, ("record",), "0 records"),
        (1, ("record",), "1 record"),
        (2, ("record",), "2 records"),
        (1, ("party", "parties"), "1 party"),
        (2, ("party", "parties"), "2 parties"),
    ],
)
def test_a_number_has_the_form_of_its_noun(number, nouns, words):
    assert pluralise(number, *nouns) == words
