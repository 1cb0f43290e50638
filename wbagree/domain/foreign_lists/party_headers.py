"""The headers that name a party and its act: *Ratified by Country 1*."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from wbagree.domain.foreign_lists.cell_readers import clean_cell
from wbagree.domain.foreign_lists.column_mapping import ACT_TARGETS, MEMBER, PARTY_TARGETS, Column, Layout
from wbagree.domain.foreign_lists.vocabulary import Vocabulary, in_words
from wbagree.domain.text.folding import fold_name

# Words of the longest name of a party, and of the longest header.
_LONGEST_NAME, _LONGEST_HEADER = 6, 12
# Shorter words are codes only in capitals: "me", "za" and "i" are words of the region.
_SHORT = 3
_SHOWN = 20
_BETWEEN_WORDS = re.compile(r"[._:()]")


def find_party_headers(layout: Layout, vocabulary: Vocabulary, code_of: Callable[[str], str]) -> dict[int, Column]:
    """Return the columns whose header names an act and its party.

    The party is a code, or the target of a column that names it. ``code_of`` returns the code of a name, or ''.
    """
    found = {}
    targets = {column.target: column.header for column in layout.columns if column.target in PARTY_TARGETS}
    for place, column in enumerate(layout.columns):
        if column.origin in ("mapped", "left out") or column.target in PARTY_TARGETS:
            continue
        for name, rest in _cuts(column.header):
            party = _target_of(name, targets, vocabulary) or (code_of(name) if _may_be_name(name) else "")
            if party and (kind := vocabulary.act_in(rest)) in ACT_TARGETS:
                found[place] = replace(column, target=kind, origin="recognised", party=party)
                break
    return found


def find_member_columns(layout: Layout, code_of: Callable[[str], str]) -> dict[int, Column]:
    """Return the columns whose whole header is a party.

    There are none where other columns name the parties; and a single one may be another word.
    """
    if any(column.target in PARTY_TARGETS or column.party for column in layout.columns):
        return {}
    found = {
        place: replace(column, target=MEMBER, origin="recognised", party=code)
        for place, column in enumerate(layout.columns)
        if column.origin == "not recognised" and _may_be_name(column.header) and (code := code_of(column.header))
    }
    return found if len(found) > 1 else {}


def with_dated_party_headers(layout: Layout, found: dict[int, Column], rows: Iterator[Sequence[str]]) -> Layout:
    """Return a layout with these columns, as far as they have dates."""
    cells: dict[int, list[str]] = {place: [] for place in found}
    for row in rows:
        for place, seen in cells.items():
            if place < len(row) and len(seen) < _SHOWN and (text := clean_cell(row[place])):
                seen.append(text)
        if all(len(seen) >= _SHOWN for seen in cells.values()):
            break
    columns = list(layout.columns)
    for place, seen in cells.items():
        if sum(any(map(str.isdecimal, text)) for text in seen) * 2 > len(seen):
            columns[place] = found[place]
    return replace(layout, columns=tuple(columns))


def _cuts(header: str) -> Iterator[tuple[str, str]]:
    """Yield each run of words of a header, and the rest.

    The longest goes first.
    """
    found = _BETWEEN_WORDS.sub(" ", in_words(header)).split()
    if not 1 < len(found) <= _LONGEST_HEADER:
        return
    for length in range(min(_LONGEST_NAME, len(found) - 1), 0, -1):
        for start in range(len(found) - length + 1):
            rest = [*found[:start], *found[start + length :]]
            yield " ".join(found[start : start + length]), " ".join(rest)


def _target_of(name: str, targets: dict[str, str], vocabulary: Vocabulary) -> str:
    by_header = next((target for target, header in targets.items() if fold_name(header) == fold_name(name)), "")
    meant = by_header or vocabulary.field_of(name)
    return meant if meant in targets and meant != "parties" else ""


def _may_be_name(name: str) -> bool:
    return len(name) > _SHORT or sum(map(str.isupper, name)) > 1
