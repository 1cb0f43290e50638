"""Twice the text is about twice the work, for every reader of other people's texts; ``make fuzz`` tries far more."""

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import adversarial


@pytest.mark.parametrize("name", adversarial.READERS)
def test_a_reader_runs_no_more_than_its_share_of_lines(name):
    adversarial.steps(adversarial.READERS[name], "warm")
    chosen = random.Random(name).sample(list(adversarial.texts(name, 300)), 4)
    assert [called for called, one, two in chosen if adversarial.slow(name, one, two)] == []


def test_what_is_not_linear_is_told():
    def quadratic(text):
        lookup = adversarial.lookup
        for _ in text[::10]:
            lookup.find_by_name([], text[:3])
            for _ in range(len(text) // 10):
                adversarial.fold("a")

    few, many = (adversarial.steps(quadratic, "x" * length) for length in (300, 600))
    assert many > adversarial.MOST * few + adversarial.FREE


def test_a_date_with_a_hundred_thousand_blanks_is_refused_with_a_sentence():
    read = adversarial.READERS["column signed"](f"1.1.2000{' ' * 100_000}x")
    (problem,) = read.problems
    assert "is longer than any date (100009 characters)" in problem.reason
