"""Duplicates are told apart as well as is promised: measured on labelled pairs (see ``duplicate_pairs/README.md``)."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import seed_data

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.duplicates import find_duplicate
from wbagree.domain.agreements.parts import Relation
from wbagree.domain.agreements.vocabularies import Verb
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.list_readers.vocabulary import bundled_titles, bundled_vocabulary

FOLDER = Path(__file__).parent / "duplicate_pairs"
HALVES = ("blind", "tuning")


bundled = cache(seed_data.agreements)


class Pair(NamedTuple):
    """Two agreements, and whether they are one."""

    same: bool
    known: Agreement
    new: Agreement


def pairs(half: str) -> Iterator[Pair]:
    """Yield the pairs of a file. Types are what an import makes of a title, unless they are given."""
    with (FOLDER / f"{half}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, _, values = row["differs"].partition("=")
            ours, theirs = values.split(",") if name in ("types", "registration") else ("", "")
            known = one(row["parties"], row["signed"], row["title"], name, ours)._replace(key="X-1")
            new = one(row["parties"], row["other_signed"], row["other_title"], name, theirs)
            if name == "relation":
                new = new._replace(relations=(Relation(Verb(values), known.key),))
            yield Pair(row["pair"] == "same", known, new)


def one(parties: str, signed: str, title: str, name: str, value: str) -> Agreement:
    """Return an agreement of a pair: a bundled one by its key, or that of the row."""
    bundled_key, _, original = title.partition(" ")
    if row := bundled().get(bundled_key):
        parties, signed, title = row["parties"], row["signed"], row["title_original" if original else "title"]
    types = (value,) if name == "types" else bundled_vocabulary().types_in(title) or ("other",)
    return Agreement(
        "", title, "agreement", types, tuple(parties.split(";")), "low",
        signed=PartialDate.parse(signed) if signed else None, registration=value if name == "registration" else "",
    )  # fmt: skip


class Measure(NamedTuple):
    """Shares of the verdicts on pairs."""

    certain_precision: float
    certain_recall: float
    probable_precision: float
    dated_recall: float


def measure(labelled: list[Pair]) -> Measure:
    """Measure the verdicts: recalls of dated pairs, precision of all."""
    verdicts = [(pair, find_duplicate(pair.new, [pair.known], bundled_titles().read)) for pair in labelled]
    certain = [pair.same for pair, found in verdicts if found and found.certain]
    probable = [pair.same for pair, found in verdicts if found and not found.certain]
    dated = [found for pair, found in verdicts if pair.same and pair.known.signed and pair.new.signed]
    return Measure(
        sum(certain) / len(certain),
        sum(1 for found in dated if found and found.certain) / len(dated),
        sum(probable) / len(probable),
        sum(1 for found in dated if found) / len(dated),
    )


def test_the_labels_are_those_of_two_agreements():
    for half in HALVES:
        labelled = list(pairs(half))
        assert len(labelled) >= 200
        assert 0.4 < sum(pair.same for pair in labelled) / len(labelled) < 0.6
        assert all(pair.known.parties == pair.new.parties for pair in labelled)


@pytest.mark.parametrize("half", HALVES)
def test_what_is_certain_is_right_and_what_is_probable_mostly(half):
    # Measured: of the blind half 0.64 of the dated are certain, 0.96 found, and 0.91 of the probable are right; of the
    # other half 0.63, 0.98 and 0.89. Before: 0.04, 0.99 and 0.60, with one certain verdict of five wrong.
    found = measure(list(pairs(half)))
    print(f"{half}: {found}")
    assert found.certain_precision == 1
    assert found.certain_recall >= 0.6
    assert found.probable_precision >= 0.8
    assert found.dated_recall >= 0.95
