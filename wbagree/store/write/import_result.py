"""The rows of an import, and their outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, Protocol

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.duplicates import DuplicateMatch
from wbagree.domain.agreements.validation import FieldProblem, is_restricted


class Reread(Protocol):
    """A function that reads a row of a file once more."""

    def __call__(self, *, revises: bool) -> "ImportRow": ...  # noqa: D102


class ImportRow(NamedTuple):
    """One row of a file, with its place, cells and problems.

    The place is such as ``agreements.csv:12``, or ``agreements.csv:12-19`` for several rows that are one agreement.
    ``digest`` identifies the row if it is imported again; ``rows`` are its cells as in the file, with their ``lines``
    where there are several. If the agreement exists already, the cells are those that change it, ``additions`` add to
    fields, and the texts of ``not_stored`` are kept nowhere. ``is_part``: the cells are too few for a new agreement.
    ``id`` and ``version`` are those of the agreement in the register that exported the row. ``revises``: the row was
    read as one of an agreement that exists already; ``reread`` reads it as such a one, or as a new one.
    """

    place: str
    cells: Mapping[str, str]
    problems: tuple[FieldProblem, ...] = ()
    line: int = 0
    digest: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, ...] = ()
    additions: Mapping[str, str] = MappingProxyType({})
    not_stored: tuple[str, ...] = ()
    is_part: bool = False
    id: str = ""
    version: str = ""
    revises: bool = False
    reread: Reread | None = None

    @property
    def is_restricted(self) -> bool:
        """Whether the row restricts the agreement, also by an unknown word."""
        return is_restricted(self.cells)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A problem of one row, with its place."""

    place: str
    problem: FieldProblem

    def __str__(self) -> str:
        """Return the problem after its place, as precise as it is known."""
        file = self.place.rpartition(":")[0]
        return f"{file}:{self.problem.line} {self.problem}" if self.problem.line else f"{self.place} {self.problem}"


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """A row that is probably in the register: the user has to decide."""

    place: str
    agreement: Agreement
    match: DuplicateMatch


@dataclass(slots=True)
class ImportCounts:
    """The number of agreements by outcome.

    ``rows_read`` are the rows of the file, which are more where an agreement has several.
    """

    rows_read: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    left_alone: int = 0
    refused: int = 0

    @property
    def read(self) -> int:
        """The number of agreements read."""
        return self.new + self.updated + self.unchanged + self.left_alone + self.refused


@dataclass(slots=True)
class ImportResult:
    """The outcome of an import: counts, refusals, notices, doubts.

    If there are refusals, nothing was changed, unless invalid rows are skipped. ``batch`` is the number of the import's
    change set, 0 if nothing changed; ``doubts`` are possible duplicates, to be decided on by the user. ``moved`` has
    keys in the file that are another agreement's here, each with the key under which its own was added.
    """

    counts: ImportCounts = field(default_factory=ImportCounts)
    refusals: list[Refusal] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    doubts: list[PossibleDuplicate] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    batch: int = 0
