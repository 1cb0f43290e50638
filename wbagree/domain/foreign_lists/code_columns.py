"""The columns of parties that have codes of ISO 3166.

Abbreviations of the region are codes of other countries: AUS is Austria in a list of names, and Australia among codes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from wbagree.domain.foreign_lists.cell_readers import clean_cell
from wbagree.domain.foreign_lists.column_mapping import PARTY_TARGETS, Layout
from wbagree.domain.foreign_lists.party_cells import PartyReader

# So many of the different cells are codes; some are of states that are no more.
_MOST = 0.9
# Two letters are codes where there are so many: lists of the region have as few abbreviations.
_MANY = 30
_ALPHA_2, _ALPHA_3 = 2, 3
# So many rows, and different cells, are looked at.
_MOST_ROWS, _SAMPLE = 20_000, 200


def with_code_columns(
    layout: Layout, rows: Iterable[Sequence[str]], parties: PartyReader
) -> tuple[Layout, tuple[str, ...]]:
    """Return a layout that marks the columns of codes.

    With sentences on those that have an abbreviation.
    """
    cells: dict[int, dict[str, None]] = {
        place: {} for place, column in enumerate(layout.columns) if column.target in PARTY_TARGETS
    }
    for row in islice(rows, _MOST_ROWS):
        for place, seen in cells.items():
            if place < len(row) and len(seen) < _SAMPLE and (text := clean_cell(row[place])):
                seen[text] = None
    columns, sentences = list(layout.columns), []
    for place, seen in cells.items():
        if _are_codes([*seen], parties):
            columns[place] = replace(columns[place], has_codes=True)
            if code := next(filter(parties.is_ambiguous, seen), ""):
                meant = parties.code_and_name(code)
                sentences.append(f"column {columns[place].header!r} is read as codes of ISO 3166: {code} is {meant}")
    return replace(layout, columns=tuple(columns)), tuple(sentences)


def _are_codes(texts: Sequence[str], parties: PartyReader) -> bool:
    """Return whether different cells are codes of the same length."""
    codes = [text for text in texts if text.isupper() and parties.is_iso_code(text)]
    length = len(codes[0]) if codes else 0
    is_enough = length == _ALPHA_3 or len(codes) >= _MANY
    are_alike = sum(len(code) == length for code in codes) >= max(1, _MOST * len(texts))
    return is_enough and are_alike and not all(map(parties.is_ambiguous, codes))
