"""Deleted agreements that answer a question."""

import sqlite3
from collections.abc import Collection, Iterator

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.text.folding import folded_words
from wbagree.domain.text.search_query import has_words
from wbagree.errors import UsageProblem
from wbagree.store.read.deletions import Deletion, deletions

# The conditions that the cells of a deleted agreement can be compared with.
_COMPARED = {
    *("pair", "parties", "among", "pairs", "types", "forms", "levels"),
    *("since", "until", "undated", "text", "keys", "named"),
}
_NAMES = {"statuses": "status", "inherited": "succession", "public": "disclosure"}


def deletions_that_match(
    connection: sqlite3.Connection, filter_: Filter, hidden: Collection[str]
) -> Iterator[Deletion]:
    """Yield the deleted agreements that match, the last one first.

    Without those ``hidden``. UsageProblem for a condition on what only agreements of the register have.
    """
    further = [name for name, value in filter_._asdict().items() if value != getattr(Filter(), name)]
    if unknown := [name for name in further if name not in _COMPARED]:
        raise UsageProblem(
            f"--deleted cannot be combined with a condition on {_NAMES.get(unknown[0], unknown[0].replace('_', ' '))}",
            "deleted agreements are found by party, type, form, level, date and text",
        )
    return (one for one in deletions(connection) if one.key not in hidden and _matches(one, filter_))


def _matches(deletion: Deletion, filter_: Filter) -> bool:
    cells = deletion.cells
    parties = {*cells.get("parties", "").split(";")}
    pairs = [*filter_.pairs, *([filter_.pair] if filter_.pair else [])]
    return (
        (not filter_.keys or deletion.key in filter_.keys)
        and (not pairs or any(parties >= {*pair} for pair in pairs))
        and parties >= {*filter_.parties}
        and (not filter_.among or len(parties & {*filter_.among}) > 1)
        and (not filter_.types or not {*cells.get("types", "").split(";")}.isdisjoint(filter_.types))
        and (not filter_.forms or cells.get("form", "") in filter_.forms)
        and (not filter_.levels or cells.get("level", "") in filter_.levels)
        and has_words(" ".join(cells.values()), folded_words(filter_.text))
        and _is_in_range(cells.get("signed", ""), filter_)
    )


def _is_in_range(signed: str, filter_: Filter) -> bool:
    """Return whether a date of signature may fall in a filter's range."""
    if not signed:
        return filter_.undated is True or (filter_.undated is None and not filter_.has_range())
    if filter_.undated and not filter_.has_range():
        return False
    day = PartialDate.parse(signed)
    after = filter_.since is None or day.latest >= filter_.since.earliest
    return after and (filter_.until is None or day.earliest <= filter_.until.latest)
