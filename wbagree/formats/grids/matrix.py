"""The matrix as a grid for people and plain values for machines."""

from collections.abc import Mapping
from typing import Any

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.reports.matrix import GAP_STATUSES, BestStatus, Cell, Matrix
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.grid import Grid

# The letter of the strongest status in a cell, so that it can be read without colour.
STATUS_LETTERS: Mapping[BestStatus, str] = {
    BestStatus.IN_FORCE: "F",
    BestStatus.IN_FORCE_BY_SOURCE: "f",
    BestStatus.PROVISIONAL: "P",
    BestStatus.SIGNED: "S",
    BestStatus.ON_RECORD: "?",
    BestStatus.SUSPENDED: "U",
    BestStatus.INHERITED: "",  # +n shows it
    BestStatus.NOT_IN_FORCE: "N",
    BestStatus.ENDED: "E",
    BestStatus.NONE: "-",
}
STATUS_WORDS: Mapping[BestStatus, str] = {
    BestStatus.IN_FORCE: "in force",
    BestStatus.IN_FORCE_BY_SOURCE: "in force by what a source says",
    BestStatus.PROVISIONAL: "applied provisionally",
    BestStatus.SIGNED: "signed",
    BestStatus.ON_RECORD: "status unknown",
    BestStatus.SUSPENDED: "suspended",
    BestStatus.INHERITED: "signed by a predecessor",
    BestStatus.NOT_IN_FORCE: "under negotiation or not in force",
    BestStatus.ENDED: "ended",
    BestStatus.NONE: "none on record",
}
LEGEND = (
    "Numbers are agreements (+n signed by a predecessor). In brackets, how many have the strongest status in the cell:"
    " F in force, f in force by what a source says, P applied provisionally, S signed, ? status unknown, U suspended,"
    " N under negotiation or not in force, E ended. An empty cell (-) does not mean that no agreement exists."
)


def number_of_agreements(cell: Cell) -> str:
    """Return how many agreements a cell has, as text.

    ``5+1``: five, and one that a predecessor signed. '' if there are none.
    """
    return (str(cell.records) if cell.records else "") + (f"+{cell.inherited}" if cell.inherited else "")


def number_of_strongest(cell: Cell) -> str:
    """Return how many agreements have the strongest status, ``2 F``.

    '' for a cell that has none, or only inherited ones, because ``number_of_agreements`` shows that.
    """
    return (
        ""
        if cell.best in (BestStatus.NONE, BestStatus.INHERITED)
        else f"{cell.best_records} {STATUS_LETTERS[cell.best]}"
    )


def cell_sentence(cell: Cell) -> str:
    """Return the content of a cell in words.

    ``12 agreements, 2 in force; 3 more signed by a predecessor``.
    """
    if cell.best is BestStatus.NONE:
        return STATUS_WORDS[BestStatus.NONE]
    parts = [pluralise(cell.records, "agreement")] if cell.records else []
    before = f"{cell.inherited} more" if cell.records else pluralise(cell.inherited, "agreement")
    parts += [f"{before} signed by a predecessor"] if cell.inherited else []
    best = f"{cell.best_records} {STATUS_WORDS[cell.best]}"
    if cell.best in GAP_STATUSES:  # of its own and inherited ones alike
        parts.append(best)
    elif cell.best is not BestStatus.INHERITED:  # of its own: an inherited one is INHERITED
        parts[0] += f", {best}"
    return "; ".join(parts)


def matrix_grid(matrix: Matrix) -> Grid:
    """Return the matrix with row and column totals.

    Its rows are pairs and its columns groups of types; by type, its rows are types (there are many) and its columns
    pairs.
    """
    return _types_by_pairs(matrix) if matrix.by == "type" else _pairs_by_groups(matrix)


def _types_by_pairs(matrix: Matrix) -> Grid:
    rows = [
        (
            matrix.labels.get(name, name),
            *(_text(matrix.cell(pair, name)) for pair in matrix.pairs),
            _text(matrix.column_totals.get(name)),
        )
        for name in matrix.columns
    ]
    totals = (_text(matrix.pair_totals.get(pair)) for pair in matrix.pairs)
    rows.append(("Total", *totals, _text(matrix.total)))
    return _grid("Type", ["-".join(pair) for pair in matrix.pairs], rows)


def _pairs_by_groups(matrix: Matrix) -> Grid:
    headings = [capitalise(matrix.labels.get(name, name)) for name in matrix.columns]
    rows = [
        (
            "-".join(pair),
            *(_text(matrix.cell(pair, name)) for name in matrix.columns),
            _text(matrix.pair_totals.get(pair)),
        )
        for pair in matrix.pairs
    ]
    totals = (_text(matrix.column_totals.get(name)) for name in matrix.columns)
    rows.append(("Total", *totals, _text(matrix.total)))
    return _grid("Pair", headings, rows)


def _grid(first: str, headings: list[str], rows: list[tuple[str, ...]]) -> Grid:
    numeric = (False, *(True for _ in headings), True)
    return Grid((first, *headings, "Total"), rows, numeric, last_is_total=True)


def _text(cell: Cell | None) -> str:
    if cell is None or cell.best is BestStatus.NONE:
        return STATUS_LETTERS[BestStatus.NONE]
    return number_of_agreements(cell) + (f" ({best})" if (best := number_of_strongest(cell)) else "")


def matrix_objects(matrix: Matrix) -> list[dict[str, Any]]:
    """Return one object for each cell, also for empty ones.

    It has the pair, the column and the figures of the cell.
    """
    return [
        {"pair": "-".join(pair), matrix.by: name, **cell_values(matrix.cell(pair, name))}
        for pair in matrix.pairs
        for name in matrix.columns
    ]


def cell_values(cell: Cell) -> dict[str, Any]:
    """Return the figures of a cell."""
    return {
        "records": cell.records,
        "inherited": cell.inherited,
        "best": cell.best.value,
        "best_records": cell.best_records,
    }
