"""The matrix of pairs by type or group, with its gaps."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class BestStatus(StrEnum):
    """The status of a pair's best record in a column, best first."""

    IN_FORCE = "in-force"
    IN_FORCE_BY_SOURCE = "in-force-by-source"
    PROVISIONAL = "provisional"
    SIGNED = "signed"
    ON_RECORD = "on-record"
    SUSPENDED = "suspended"
    INHERITED = "inherited"
    NOT_IN_FORCE = "not-in-force"
    ENDED = "ended"
    NONE = "none"


# The computed status of a pair's own record to its best status; one in force by what a source says is counted apart. Of
# a record without any date it is only known that it exists.
BEST_STATUS_OF: Mapping[str, BestStatus] = {
    "in-force": BestStatus.IN_FORCE,
    "in-force-by-source": BestStatus.IN_FORCE_BY_SOURCE,
    "provisional": BestStatus.PROVISIONAL,
    "signed": BestStatus.SIGNED,
    "suspended": BestStatus.SUSPENDED,
    "inherited": BestStatus.INHERITED,
    "unknown": BestStatus.ON_RECORD,
    "negotiation": BestStatus.NOT_IN_FORCE,
    "not-in-force": BestStatus.NOT_IN_FORCE,
    "ended": BestStatus.ENDED,
    "terminated": BestStatus.ENDED,
    "expired": BestStatus.ENDED,
    "superseded": BestStatus.ENDED,
}
# A pair with one of these in a column counts as lacking an agreement there.
GAP_STATUSES = (BestStatus.NONE, BestStatus.ENDED, BestStatus.NOT_IN_FORCE)


@dataclass(frozen=True, slots=True)
class Cell:
    """The records of a pair in a column: their numbers and best status.

    ``records`` is the number of the pair's own, ``inherited`` that of inherited ones, ``best_records`` that of all with
    the best status.
    """

    records: int = 0
    inherited: int = 0
    best: BestStatus = BestStatus.NONE
    best_records: int = 0


_NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Pairs by columns (types or groups), as of ``day``.

    ``labels`` are the words for the columns, ``groups`` those for the groups of their types. Totals count each record
    once. ``undated`` is the number of records without a date of signature if the filter has years: they may be of other
    years.
    """

    day: str
    by: str
    pairs: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    labels: Mapping[str, str]
    cells: Mapping[tuple[tuple[str, str], str], Cell]
    pair_totals: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    column_totals: Mapping[str, Cell] = field(default_factory=dict)
    total: Cell = _NOTHING
    undated: int = 0
    groups: Mapping[str, str] = field(default_factory=dict)

    def cell(self, pair: tuple[str, str], column: str) -> Cell:
        """Return a cell; an empty one for no records."""
        return self.cells.get((pair, column), _NOTHING)

    def gaps(self) -> list["Gap"]:
        """Return all gaps, pair by pair in the order of the columns."""
        return [gap for pair in self.pairs for gap in self.gaps_of(pair)]

    def gaps_of(self, pair: tuple[str, str]) -> list["Gap"]:
        """Return the gaps of a pair, in the order of the columns."""
        cells = {column: self.cell(pair, column) for column in self.columns}
        return [
            Gap(pair, column, self.labels.get(column, column), cell)
            for column, cell in cells.items()
            if cell.best in GAP_STATUSES
        ]

    def pairs_without_gap(self, leave_out: tuple[str, str]) -> Counter[str]:
        """Return the number of pairs without a gap, by column.

        The pair ``leave_out`` is not counted.
        """
        return Counter(
            column for (pair, column), cell in self.cells.items() if pair != leave_out and cell.best not in GAP_STATUSES
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """A column in which a pair lacks an agreement.

    Its ``cell`` has no record, or only such as have ended or are not in force yet.
    """

    pair: tuple[str, str]
    column: str
    label: str
    cell: Cell

    def uncounted_note(self) -> str:
        """Return a note in brackets on records that are not counted.

        They have ended, or are not in force yet. '' when there are none.
        """
        return {
            BestStatus.ENDED: " (only what has ended)",
            BestStatus.NOT_IN_FORCE: " (only what is under negotiation or not in force)",
        }.get(self.cell.best, "")

    def sentence(self) -> str:
        """Return the gap in words.

        Nothing was *found*: the register does not prove that there is no agreement.
        """
        return f"{'-'.join(self.pair)}: none found for {self.label}{self.uncounted_note()}"


def best_status(statuses: Sequence[BestStatus]) -> BestStatus:
    """Return the best of several statuses, or ``none``."""
    order = list(BestStatus)
    return min(statuses, key=order.index, default=BestStatus.NONE)
