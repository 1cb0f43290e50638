"""Coverage of pairs by agreements of their own and by frameworks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.frameworks.cover import SERVING, Grade, PairCover
from wbagree.domain.reports.matrix import GAP_STATUSES, Cell, Matrix

Pair = tuple[str, str]
# Pair and column to the frameworks of both parties there.
FrameworksServing = Mapping[tuple[Pair, str], Sequence[PairCover]]
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


def coverage(cell: Cell, frameworks: Sequence[PairCover]) -> Coverage:
    """Return the coverage of a cell of the matrix.

    Agreements that have ended or are not in force yet do not count, nor do conventions that were only signed.
    """
    bilateral = cell.best not in GAP_STATUSES
    if any(one.serves for one in frameworks):
        return Coverage.BOTH if bilateral else Coverage.MULTILATERAL
    return Coverage.BILATERAL if bilateral else Coverage.NONE


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The number of cells with each coverage in one row.

    ``frameworks`` is the number of different frameworks that serve them: ``in_force`` for both, of which both are
    ``member``, or by which both are ``bound`` and an entry into force is not recorded; of several grades, the best.
    """

    name: str
    both: int
    bilateral: int
    multilateral: int
    none: int
    frameworks: int
    in_force: int
    member: int
    bound: int


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
        return [
            f"Each row counts {counted} on {self.day}, by what was found: {_COVER}.",
            f"Frameworks are {frameworks}; the total counts each once.",
            _GRADES,
            "The register may be incomplete.",
        ]


_COVER = "own agreements (also inherited) and shared frameworks (both), only own, only shared, or none"
_GRADES = (
    "In force: conventions in force for both. Member: bodies that both are members of. Bound: conventions that bind"
    " both, with no entry into force recorded."
)


def summarise_coverage(
    matrix: Matrix,
    serving: FrameworksServing,
    shared: Mapping[Pair, Sequence[PairCover]],
    by: str,
    *,
    narrowed: bool = False,
) -> CoverageSummary:
    """Return the coverage of a matrix's cells, summed ``by`` pair or column.

    By pair, the matrix is one by type. ``shared`` are the frameworks that both parties of each pair belong to.
    """
    if by == "pair":
        belonging = {pair: _about(shared.get(pair, ()), matrix.columns if narrowed else None) for pair in matrix.pairs}
        rows = [_row("-".join(pair), _services(matrix, serving, [pair]), belonging[pair]) for pair in matrix.pairs]
        behind = [one for found in belonging.values() for one in found]
    else:
        helping = {name: [one for p in matrix.pairs for one in serving.get((p, name), ())] for name in matrix.columns}
        rows = [_row(name, _services(matrix, serving, matrix.pairs, [name]), helping[name]) for name in matrix.columns]
        behind = [one for found in helping.values() for one in found]
    total = _row("total", _services(matrix, serving, matrix.pairs), behind)
    cells = len(matrix.columns if by == "pair" else matrix.pairs)
    return CoverageSummary(by, matrix.day, tuple(rows), total, cells, narrowed)


def _about(frameworks: Iterable[PairCover], types: Sequence[str] | None) -> list[PairCover]:
    """Return frameworks, with ``types`` only those about them."""
    return [one for one in frameworks if types is None or not {*types}.isdisjoint(one.framework.types)]


def _services(
    matrix: Matrix, serving: FrameworksServing, pairs: Sequence[Pair], columns: Sequence[str] | None = None
) -> Counter[Coverage]:
    return Counter(
        coverage(matrix.cell(pair, name), serving.get((pair, name), ()))
        for pair in pairs
        for name in (matrix.columns if columns is None else columns)
    )


def _row(name: str, services: Counter[Coverage], frameworks: Iterable[PairCover]) -> CoverageRow:
    best: dict[str, Grade] = {}
    for one in frameworks:
        if one.serves:
            key = one.framework.key
            best[key] = min(best.get(key, one.grade), one.grade, key=SERVING.index)
    grades = Counter(best.values())
    return CoverageRow(
        name,
        **{one.value: services[one] for one in Coverage},
        frameworks=len(best),
        in_force=grades[Grade.IN_FORCE],
        member=grades[Grade.MEMBER],
        bound=grades[Grade.BOUND],
    )
