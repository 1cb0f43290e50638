"""Coverage of pairs as grids for people and values for machines."""

from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from wbagree.domain.frameworks.cover import Grade
from wbagree.domain.reports.coverage import Coverage, CoverageRow, CoverageSummary, FrameworksServing, coverage
from wbagree.domain.reports.matrix import Matrix
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.columns import heading
from wbagree.formats.common.grid import Grid
from wbagree.formats.grids.matrix import cell_values, pair_blocks

_LETTERS = {Grade.IN_FORCE: "M", Grade.MEMBER: "M", Grade.BOUND: "Mb", Grade.SIGNED: "Ms"}
_LETTER_WORDS = {
    "B": "agreements between the two",
    "M": "frameworks of both (members, or a convention in force for both)",
    "Mb": "conventions that bind both, with no entry into force recorded",
    "Ms": "conventions that are only signed",
}


def matrix_legend(matrix: Matrix, serving: FrameworksServing) -> list[str]:
    """Return the meaning of the letters of the matrix."""
    text = _text(matrix, serving)
    found = {letter for pair in matrix.pairs for name in matrix.columns for letter in text(pair, name).split("+")}
    words = [f"{letter} {meaning}" for letter, meaning in _LETTER_WORDS.items() if letter in found]
    letters = [f"On {matrix.day}: {'; '.join(words)}."] if words else []
    return [*letters, "An empty cell (-) does not mean that there is none: the register may be incomplete."]


def _text(matrix: Matrix, serving: FrameworksServing) -> Callable[[tuple[str, str], str], str]:
    """Return the function that gives a cell its letters."""

    def text(pair: tuple[str, str], name: str) -> str:
        shared = serving.get((pair, name), ())
        own = coverage(matrix.cell(pair, name), ()) is Coverage.BILATERAL
        grade = shared[0].grade if shared else Grade.NONE  # the best grade comes first
        return "+".join(filter(None, ("B" if own else "", _LETTERS.get(grade, "")))) or "-"

    return text


def coverage_matrix_grid(matrix: Matrix, serving: FrameworksServing) -> Grid:
    """Return the kinds of coverage of each pair, in the matrix's shape.

    A cell has letters for bilateral agreements, common frameworks, both, or neither.
    """
    text = _text(matrix, serving)
    if matrix.by == "type":
        rows = [(matrix.labels.get(n, n), *(text(pair, n) for pair in matrix.pairs)) for n in matrix.columns]
        numeric = (False, *(True for _ in matrix.pairs))
        return Grid(("Type", *map("-".join, matrix.pairs)), rows, numeric, blocks=pair_blocks(matrix, text))
    headings = [capitalise(matrix.labels.get(name, name)) for name in matrix.columns]
    rows = [("-".join(pair), *(text(pair, name) for name in matrix.columns)) for pair in matrix.pairs]
    return Grid(("Pair", *headings), rows, (False, *(True for _ in headings)))


def coverage_matrix_objects(matrix: Matrix, serving: FrameworksServing) -> list[dict[str, Any]]:
    """Return one object for each cell of the matrix.

    It has the figures of the cell, the keys of the frameworks that serve the pair, and of each grade, and the kind of
    coverage.
    """
    return [
        {
            "pair": "-".join(pair),
            matrix.by: name,
            **cell_values(matrix.cell(pair, name)),
            "frameworks": [one.framework.key for one in serving.get((pair, name), ()) if one.serves],
            **{
                grade.value.replace("-", "_"): [
                    one.framework.key for one in serving.get((pair, name), ()) if one.grade is grade
                ]
                for grade in Grade
                if grade is not Grade.NONE
            },
            "cover": coverage(matrix.cell(pair, name), serving.get((pair, name), ())).value,
        }
        for pair in matrix.pairs
        for name in matrix.columns
    ]


# Words that are short enough for a terminal of 80 columns.
_HEADINGS = {"bilateral": "Own", "multilateral": "Shared"}
_NUMBERS = tuple(field.name for field in fields(CoverageRow) if field.name != "name")


def coverage_grid(summary: CoverageSummary) -> Grid:
    """Return the rows and their total as text.

    The number of frameworks is left out: it is the sum of their grades.
    """
    names = [name for name in _NUMBERS if name != "frameworks"]
    rows = [
        ("Total" if row is summary.total else row.name, *(str(getattr(row, name)) for name in names))
        for row in (*summary.rows, summary.total)
    ]
    headings = (summary.by.capitalize(), *(_HEADINGS.get(name, heading(name)) for name in names))
    return Grid(headings, rows, (False, *(True for _ in names)), last_is_total=True)


def coverage_objects(summary: CoverageSummary) -> list[dict[str, Any]]:
    """Return one object for each row, the total last.

    Its first key is what the rows are grouped by, such as ``pair``.
    """
    rows = map(asdict, (*summary.rows, summary.total))
    return [{summary.by: row.pop("name"), **row} for row in rows]


def coverage_cells(summary: CoverageSummary) -> list[tuple[str, ...]]:
    """Return the names of the columns, then the rows, the total last."""
    return [(summary.by, *_NUMBERS), *(tuple(map(str, row.values())) for row in coverage_objects(summary))]
