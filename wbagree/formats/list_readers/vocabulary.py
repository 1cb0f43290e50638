"""Loading of the bundled vocabulary of foreign lists."""

import csv
from collections.abc import Iterator
from functools import cache
from itertools import chain

from wbagree import resources
from wbagree.domain.agreements.title_parts import beginning
from wbagree.domain.foreign_lists.titles import TitleReader, make_title_reader
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
def bundled_titles() -> TitleReader:
    """Return a reader of titles with the bundled vocabulary."""
    forms = ((field, language, word) for field, _, language, word in _rows("terms") if field == "form")
    words, topics = (
        [(meaning, language, word) for meaning, language, word in _rows(name)]
        for name in ("title_words", "title_topics")
    )
    # The table of titles has words of Bosnian, Croatian and Serbian as bs.
    in_one = ((field, "bs" if language in ("hr", "sr") else language, word) for field, language, word in forms)
    return make_title_reader(bundled_vocabulary(), chain(words, in_one), topics, _words_of_names)


@cache
def _words_of_names() -> dict[str, set[str]]:
    """Return the beginnings of the words that name each party."""
    from wbagree.domain.parties.country_names import world_names  # here: loading them is slow

    names = [*world_names().items(), *inflected_names().items()]
    names += [(row[1], row[0]) for row in _rows("party_names", "")] + [(row[2], row[0]) for row in _rows("parties", "")]
    words: dict[str, set[str]] = {}
    for name, party in names:
        words.setdefault(party, set()).update(map(beginning, fold_name(name).split()))
    return words


@cache
def inflected_names() -> dict[str, str]:
    """Return the inflected names of parties, folded, with their codes."""
    return {fold_name(name): party for party, _, name in _rows("inflections")}


def _rows(name: str, folder: str = "vocabulary") -> Iterator[list[str]]:
    with (resources.seed_folder() / folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows
