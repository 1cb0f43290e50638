"""Comparisons: of two pairs by type, and of one question on two days."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.vocabularies import ENDED_STATUSES, Status
from wbagree.domain.reports.coverage import Pair


class PairComparison(NamedTuple):
    """The agreements of two pairs on one ``day`` (ISO), by type.

    ``found`` has an item for each pair; ``labels`` are those of the types that either has, in the order of types. An
    agreement on several types is under each of them.
    """

    day: str
    pairs: tuple[Pair, Pair]
    found: tuple[Sequence[Record], Sequence[Record]]
    labels: Mapping[str, str]

    def of_type(self, place: int, type_: str) -> list[Record]:
        """Return a pair's agreements of a type."""
        return [record for record in self.found[place] if type_ in record.agreement.types]

    def only(self, place: int) -> Iterator[str]:
        """Yield the types that only this pair has."""
        return (one for one in self.labels if self.of_type(place, one) and not self.of_type(1 - place, one))


class Change(NamedTuple):
    """One agreement that differs on two days.

    ``before`` and ``after`` are the agreement on each day, None where the question does not find it.
    """

    before: Record | None
    after: Record | None
    latest: Record

    @property
    def kind(self) -> str:
        """The difference: new, gone, in-force, ended, or another status."""
        if not (self.before and self.after):
            return "new" if self.after else "gone"
        if self.after.status == Status.IN_FORCE:
            return "in-force"
        return "ended" if self.after.status in ENDED_STATUSES else "status"


class DayComparison(NamedTuple):
    """The agreements of one question on two days (ISO), the earlier first."""

    days: tuple[str, str]
    found: tuple[Sequence[Record], Sequence[Record]]

    def changes(self) -> list[Change]:
        """Return the agreements that differ, in the order of the later day.

        The new ones come first, then those with another status.
        """
        before, after = ({record.agreement.key: record for record in records} for records in self.found)
        both = [(before[key], after[key]) for key in after if key in before]
        return [
            *(Change(None, after[key], after[key]) for key in after if key not in before),
            *(Change(one, other, other) for one, other in both if one.status != other.status),
            *(Change(before[key], None, before[key]) for key in before if key not in after),
        ]
