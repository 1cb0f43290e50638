"""Coverage of pairs by agreements of their own and by frameworks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.frameworks.framework import Framework
from wbagree.domain.reports.matrix import GAP_STATUSES, Cell, Matrix

Pair = tuple[str, str]
# Pair and column to the keys of the frameworks that serve the pair there.
FrameworksServing = Mapping[tuple[Pair, str], Sequence[str]]
# The groupings that the rows of a coverage summary can have.
COVERAGE_GROUPS = ("pair", "type", "group")


class Coverage(StrEnum):
    """The coverage of a pair in a column of the matrix.

    By agreements of its own (``bilateral``), by frameworks of both parties (``multilateral``), by both or by none.
    """

    BOTH = "both"
    BILATERAL = "bilateral"
    MULTILATERAL = "multilateral"
    NONE = "none"


def coverage(cell: Cell, frameworks: Sequence[str]) -> Coverage:
    """Return the coverage of a cell of the matrix.

    Agreements that have ended or are not in force yet do not count.
    """
    bilateral = cell.best not in GAP_STATUSES
    if frameworks:
        return Coverage.BOTH if bilateral else Coverage.MULTILATERAL
    return Coverage.BILATERAL if bilateral else Coverage.NONE


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The number of cells with each coverage in one row.

    ``frameworks`` is the number of different frameworks that cover them.
    """

    name: str
    both: int
    bilateral: int
    multilateral: int
    none: int
    frameworks: int


@dataclass(frozen=True, slots=True)
class CoverageSummary:
    """Coverage by pair, type or group: the rows and their total.

    In the total a framework counts once. ``cells`` is the number of types, or pairs, that each row counts. ``narrowed``
    is whether the filter names types.
    """

    by: str
    day: str
    rows: tuple[CoverageRow, ...]
    total: CoverageRow
    cells: int
    narrowed: bool = False

    def explanation(self) -> list[str]:
        """Return sentences that explain the numbers."""
        if self.by == "pair":
            counted = pluralise(self.cells, "type")
            frameworks = "those that both parties belong to"
            frameworks += " and that are about the types asked for" if self.narrowed else ""
        else:
            counted, frameworks = pluralise(self.cells, "pair"), "those that serve at least one pair"
        both = "agreements of the pair's own (or inherited), and frameworks that both parties are members of"
        return [
            f"Each row counts {counted} as of {self.day}. Both: {both}; {_ONLY}; none: neither.",
            f"Frameworks are {frameworks}; the total counts each once.",
            "An agreement or a membership that is not on record is not proof that there is none.",
        ]


_ONLY = "bilateral: only agreements; multilateral: only frameworks"


def summarise_coverage(
    matrix: Matrix,
    serving: FrameworksServing,
    shared: Mapping[Pair, Sequence[Framework]],
    by: str,
    *,
    narrowed: bool = False,
) -> CoverageSummary:
    """Return the coverage of a matrix's cells, summed ``by`` pair or column.

    By pair, the matrix is one by type. ``shared`` are the frameworks that both parties of each pair belong to.
    """
    if by == "pair":
        belonging = {pair: _keys(shared.get(pair, ()), matrix.columns if narrowed else None) for pair in matrix.pairs}
        rows = [_row("-".join(pair), _services(matrix, serving, [pair]), belonging[pair]) for pair in matrix.pairs]
        behind = {key for keys in belonging.values() for key in keys}
    else:
        helping = {name: {key for p in matrix.pairs for key in serving.get((p, name), ())} for name in matrix.columns}
        rows = [_row(name, _services(matrix, serving, matrix.pairs, [name]), helping[name]) for name in matrix.columns]
        behind = {key for keys in helping.values() for key in keys}
    total = _row("total", _services(matrix, serving, matrix.pairs), behind)
    cells = len(matrix.columns if by == "pair" else matrix.pairs)
    return CoverageSummary(by, matrix.day, tuple(rows), total, cells, narrowed)


def _keys(frameworks: Iterable[Framework], types: Sequence[str] | None) -> set[str]:
    """Return the keys of frameworks, with ``types`` only of those about them."""
    return {one.key for one in frameworks if types is None or not {*types}.isdisjoint(one.types)}


def _services(
    matrix: Matrix, serving: FrameworksServing, pairs: Sequence[Pair], columns: Sequence[str] | None = None
) -> Counter[Coverage]:
    return Counter(
        coverage(matrix.cell(pair, name), serving.get((pair, name), ()))
        for pair in pairs
        for name in (matrix.columns if columns is None else columns)
    )


def _row(name: str, services: Counter[Coverage], frameworks: set[str]) -> CoverageRow:
    numbers = {one.value: services[one] for one in Coverage}
    return CoverageRow(name, **numbers, frameworks=len(frameworks))
