"""The result of reading one row, and its columns by target."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wbagree.domain.acts.party_dates import write_as_acts
from wbagree.domain.agreements.cell_notation import ACTS
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.foreign_lists.cell_readers import clean_cell
from wbagree.domain.foreign_lists.column_mapping import Column, Layout
from wbagree.errors import InvalidValue


@dataclass(slots=True)
class InterpretedRow:
    """The cells of one row, and its problems.

    ``inferred`` are the fields that were inferred; ``not_understood`` are texts with their headers; ``missing`` are
    the headers of cells with a program's word for nothing. If the agreement
    exists already (``revises``), the cells are only those that the row states; ``additions`` add the data
    of one party or one source to a field, and the texts of ``not_stored`` are kept nowhere. ``is_part``: the list has
    too few columns for a new agreement, and the row's key is not in the register. ``id`` and ``version`` are those of
    the agreement in the register that exported the row.
    """

    cells: dict[str, str] = field(default_factory=dict)
    problems: list[FieldProblem] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    revises: bool = False
    additions: dict[str, str] = field(default_factory=dict)
    not_stored: list[str] = field(default_factory=list)
    is_part: bool = False
    id: str = ""
    version: str = ""


def add_items(result: InterpretedRow, name: str, texts: Iterable[str]) -> None:
    """Add items to a ``;``-joined cell; without items no cell is made."""
    if items := [item for item in (result.cells.get(name, ""), *texts) if item]:
        result.cells[name] = ";".join(items)


def add_parties(result: InterpretedRow, codes: Iterable[str]) -> None:
    """Add parties to those of a row."""
    if found := dict.fromkeys(filter(None, [*result.cells.get("parties", "").split(";"), *codes])):
        result.cells["parties"] = ";".join(found)


def add_acts(result: InterpretedRow, party_dates: str) -> None:
    """Add acts to those of a row.

    The text has the two dates of parties, or acts; InvalidValue when it has neither.
    """
    written = party_dates if _is_acts(party_dates) else write_as_acts(party_dates)
    result.cells["acts"] = " | ".join(filter(None, (result.cells.get("acts"), written)))


def _is_acts(text: str) -> bool:
    try:
        ACTS.read(text)
    except InvalidValue:
        return False
    return True


def column_in_problem(column: Column, target: str) -> str:
    """Return the name of a column in a problem.

    It is its header, followed by its target if that differs.
    """
    return column.header if column.header.lower() == target else f"{column.header} ({target})"


class Columns:
    """The columns of one list by their targets."""

    def __init__(self, layout: Layout) -> None:
        self.by_target: dict[str, list[tuple[int, Column]]] = {}
        for place, column in enumerate(layout.columns):
            self.by_target.setdefault(column.target, []).append((place, column))

    def filled_targets(self, row: Sequence[str]) -> list[str]:
        """Return the targets with a filled column in a row."""
        return [
            target
            for target, columns in self.by_target.items()
            if target and any(place < len(row) and clean_cell(row[place]) for place, _ in columns)
        ]

    def filled_cells(self, row: Sequence[str], target: str) -> list[tuple[str, Column]]:
        """Return the filled cells of a target's columns."""
        if target not in self.by_target:  # most are not
            return []
        return [(row[place], column) for place, column in self.by_target[target] if place < len(row) and row[place]]

    def first_filled_cell(self, row: Sequence[str], target: str, result: InterpretedRow) -> tuple[str, Column] | None:
        """Return the first filled cell of a target, or None.

        Other cells of the target that differ are kept as remarks.
        """
        filled = self.filled_cells(row, target)
        for text, column in filled[1:]:
            if text != filled[0][0]:
                result.remarks.append(f"{column.header}: {text}")
        return filled[0] if filled else None


def keep_as_remark(column: Column, text: str, result: InterpretedRow) -> None:
    """Keep a text that was not understood as a remark."""
    result.remarks.append(f"{column.header}: {text}")
    result.not_understood.append(f"{column.header}: {text}")
