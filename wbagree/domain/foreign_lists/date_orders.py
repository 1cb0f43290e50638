"""The order of day and month in each date column.

Dates that can be read in one way only, such as 13/05/2010, show the order of the others in their column.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wbagree.domain.agreements.fields import DATE_NAMES
from wbagree.domain.dates.date_parser import DateOrder
from wbagree.domain.foreign_lists.column_mapping import ACT_TARGETS, Layout

# A full date in numbers with slashes or dashes, at the beginning of a cell. Dots mean day first.
_IN_NUMBERS = re.compile(r"\s*\(?([0-9]{1,2})([/-])([0-9]{1,2})\2[0-9]{4}\b")
_MONTHS = 12
_DAY_FIRST: tuple[DateOrder, str, DateOrder] = ("dmy", "day", "mdy")
_MONTH_FIRST: tuple[DateOrder, str, DateOrder] = ("mdy", "month", "dmy")
DATED_TARGETS = (*DATE_NAMES, "signed_place", "act_date", "act_effect", *ACT_TARGETS)


@dataclass(slots=True)
class _Evidence:
    """The first date of each order in a column.

    ``unclear``: whether any date can be read in both.
    """

    dmy: str = ""
    mdy: str = ""
    unclear: bool = False


def with_date_orders(layout: Layout, rows: Iterable[Sequence[str]]) -> tuple[Layout, tuple[str, ...]]:
    """Return a layout with the orders of its date columns.

    With sentences on the orders that matter.
    """
    seen = {place: _Evidence() for place, column in enumerate(layout.columns) if column.target in DATED_TARGETS}
    for row in rows:
        for place, evidence in seen.items():
            if place < len(row) and (found := _IN_NUMBERS.match(row[place])):
                _note(evidence, int(found[1]), int(found[3]), found[0].strip(" ("))
    columns, sentences = list(layout.columns), []
    for place, evidence in seen.items():
        header = columns[place].header
        if evidence.dmy and evidence.mdy:
            columns[place] = replace(columns[place], mixed=(evidence.dmy, evidence.mdy))
        elif evidence.dmy or evidence.mdy:
            order, words, other = _DAY_FIRST if evidence.dmy else _MONTH_FIRST
            columns[place] = replace(columns[place], date_order=order)
            if evidence.unclear:
                example = evidence.dmy or evidence.mdy
                sentences.append(
                    f"column {header!r} is read {words} first, as {example} must be; if that is wrong, add"
                    f" --date-order {other}"
                )
    return replace(layout, columns=tuple(columns)), tuple(sentences)


def _note(evidence: _Evidence, first: int, second: int, text: str) -> None:
    if first > _MONTHS >= second:
        evidence.dmy = evidence.dmy or text
    elif second > _MONTHS >= first:
        evidence.mdy = evidence.mdy or text
    elif first != second:
        evidence.unclear = True


def is_in_numbers(text: str) -> bool:
    """Return whether a cell is a date whose order matters."""
    return _IN_NUMBERS.match(text) is not None
