"""The matrix of pairs by type or group, with its gaps."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class BestStatus(StrEnum):
    """The best that a pair has in a column, from best to nothing."""

    IN_FORCE = "in-force"
    PROVISIONAL = "provisional"
    SIGNED = "signed"
    ON_RECORD = "on-record"
    INHERITED = "inherited"
    NOT_IN_FORCE = "not-in-force"
    ENDED = "ended"
    NONE = "none"


# What a computed status says of a pair's own record; a record without any date is on record, and no more is known.
BEST_STATUS_OF: Mapping[str, BestStatus] = {
    "in-force": BestStatus.IN_FORCE,
    "provisional": BestStatus.PROVISIONAL,
    "signed": BestStatus.SIGNED,
    "unknown": BestStatus.ON_RECORD,
    "negotiation": BestStatus.NOT_IN_FORCE,
    "not-in-force": BestStatus.NOT_IN_FORCE,
    "ended": BestStatus.ENDED,
    "terminated": BestStatus.ENDED,
    "expired": BestStatus.ENDED,
    "superseded": BestStatus.ENDED,
}
# What does not count as having something.
LACKING = (BestStatus.NONE, BestStatus.ENDED, BestStatus.NOT_IN_FORCE)


@dataclass(frozen=True, slots=True)
class Cell:
    """How many agreements of its own a pair has in a column, how many inherited ones, and the best of them.

    ``best_records``: how many of all these are the best, which is seldom all.
    """

    records: int = 0
    inherited: int = 0
    best: BestStatus = BestStatus.NONE
    best_records: int = 0


_NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Pairs by columns, as of ``day``; ``labels`` are the words for the columns. Totals count each record once.

    ``undated``: how many have no date of signature where years were asked for, and may fall outside these.
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

    def cell(self, pair: tuple[str, str], column: str) -> Cell:
        """Return a cell, an empty one where there is nothing."""
        return self.cells.get((pair, column), _NOTHING)

    def gaps(self) -> list["Gap"]:
        """Return what is missing, pair by pair in the order of the columns."""
        return [gap for pair in self.pairs for gap in self.gaps_of(pair)]

    def gaps_of(self, pair: tuple[str, str]) -> list["Gap"]:
        """Return what a pair has nothing of, in the order of the columns."""
        cells = {column: self.cell(pair, column) for column in self.columns}
        return [
            Gap(pair, column, self.labels.get(column, column), cell)
            for column, cell in cells.items()
            if cell.best in LACKING
        ]

    def having(self, but: tuple[str, str]) -> Counter[str]:
        """Return how many pairs have something, by column; one pair is left aside."""
        return Counter(
            column for (pair, column), cell in self.cells.items() if pair != but and cell.best not in LACKING
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Nothing on record for a pair in a column, or only what has ended or is not in force yet."""

    pair: tuple[str, str]
    column: str
    label: str
    cell: Cell

    def only(self) -> str:
        """Return what there is all the same, in brackets: what has ended, or is not in force yet."""
        return {
            BestStatus.ENDED: " (only what has ended)",
            BestStatus.NOT_IN_FORCE: " (only what is under negotiation or not in force)",
        }.get(self.cell.best, "")

    def sentence(self) -> str:
        """Return what is missing, in words: on record, because a record that is missing proves nothing."""
        about = "agreement on any other subject" if self.column == "other" else f"{self.label} agreement"
        return f"{'-'.join(self.pair)}: no {about} on record{self.only()}"


def best_status(covers: Sequence[BestStatus]) -> BestStatus:
    """Return the best of several covers."""
    order = list(BestStatus)
    return min(covers, key=order.index, default=BestStatus.NONE)
