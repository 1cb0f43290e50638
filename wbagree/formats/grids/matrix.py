"""The matrix as a grid for people and plain values for machines."""

from collections.abc import Callable, Mapping
from typing import Any

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.reports.matrix import GAP_STATUSES, BestStatus, Cell, Matrix
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.grid import FIXED_BLANK, Block, Grid

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
    BestStatus.IN_FORCE_BY_SOURCE: "in force by a source",
    BestStatus.PROVISIONAL: "applied provisionally",
    BestStatus.SIGNED: "signed",
    BestStatus.ON_RECORD: "status unknown",
    BestStatus.SUSPENDED: "suspended",
    BestStatus.INHERITED: "signed by a predecessor",
    BestStatus.NOT_IN_FORCE: "under negotiation or not in force",
    BestStatus.ENDED: "ended",
    BestStatus.NONE: "none found",
}
# The same for a terminal: full, half and empty, so that it can be guessed.
STATUS_MARKS: Mapping[BestStatus, str] = {
    BestStatus.IN_FORCE: "●",
    BestStatus.IN_FORCE_BY_SOURCE: "◐",
    BestStatus.PROVISIONAL: "◔",
    BestStatus.SIGNED: "○",
    BestStatus.ON_RECORD: "?",
    BestStatus.SUSPENDED: "=",
    BestStatus.INHERITED: "+",
    BestStatus.NOT_IN_FORCE: "…",
    BestStatus.ENDED: "×",
    BestStatus.NONE: "-",
}
EMPTY_CELL = "An empty cell (-) does not mean that no agreement exists."


def legend(matrix: Matrix) -> list[str]:
    """Return what the numbers mean, and the marks that the matrix has."""
    cells = [*matrix.cells.values(), *matrix.pair_totals.values(), *matrix.column_totals.values(), matrix.total]
    found = [best for best in BestStatus if best is not BestStatus.NONE and any(cell.best is best for cell in cells)]
    marks = ", ".join(f"{STATUS_MARKS[best]} {STATUS_WORDS[best]}" for best in found)
    inherited = " (+n signed by a predecessor)" if any(cell.inherited for cell in cells) else ""
    strongest = [f"Marks show the strongest status in the cell: {marks}."] if marks else []
    return [f"Numbers are agreements{inherited}.", *strongest, EMPTY_CELL]


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
    grid = _grid("Type", ["-".join(pair) for pair in matrix.pairs], rows)
    return grid._replace(
        blocks=pair_blocks(
            matrix,
            lambda pair, name: _text(matrix.cell(pair, name)),
            lambda pair: f"{'-'.join(pair)}  {_text(matrix.pair_totals.get(pair))}",
        )
    )


def pair_blocks(
    matrix: Matrix, text: Callable[[tuple[str, str], str], str], title: Callable[[tuple[str, str]], str] = "-".join
) -> list[Block]:
    """Return a block for each pair: its types by group, each with ``text``.

    Types for which nothing was found are left out.
    """
    blocks = []
    for pair in matrix.pairs:
        lines: dict[str, list[str]] = {}
        for name in matrix.columns:
            found = lines.setdefault(capitalise(matrix.groups.get(name, "")), [])
            if (cell := text(pair, name)) != STATUS_MARKS[BestStatus.NONE]:
                found.append(f"{matrix.labels.get(name, name)} {cell.replace(' ', FIXED_BLANK)}")
        blocks.append(Block(title(pair), [(group, ", ".join(found) or "-") for group, found in lines.items()]))
    return blocks


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
    """Return the number of a cell and its mark: ``5+1 ●``."""
    mark = STATUS_MARKS[cell.best if cell else BestStatus.NONE]
    return f"{number_of_agreements(cell)} {mark}" if cell and cell.best is not BestStatus.NONE else mark


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
