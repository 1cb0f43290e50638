"""Loading of the bundled vocabulary of foreign lists."""

import csv
from collections.abc import Iterator
from functools import cache

from wbagree import resources
from wbagree.domain.foreign_lists.vocabulary import Vocabulary, make_vocabulary
from wbagree.domain.text.folding import fold_name


@cache
def bundled_vocabulary() -> Vocabulary:
    """Return the bundled vocabulary."""
    return make_vocabulary(
        ((field, header) for field, _, header in _rows("headers")),
        ((field, code, word) for field, code, _, word in _rows("terms")),
        ((code, stem, other) for code, stem, other in _rows("stems")),
        ((party, name) for party, _, name in _rows("inflections")),
        ((text, parties) for text, parties in _rows("abbreviations")),
        ((kind, stem) for kind, _, stem in _rows("acts")),
    )


@cache
def inflected_names() -> dict[str, str]:
    """Return the inflected names of parties, folded, with their codes."""
    return {fold_name(name): party for party, _, name in _rows("inflections")}


def _rows(name: str) -> Iterator[list[str]]:
    with (resources.seed_folder() / "vocabulary" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows
