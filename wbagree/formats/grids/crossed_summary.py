"""A summary by two groupings, as a grid and as plain values."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from wbagree.domain.agreements.vocabularies import label
from wbagree.domain.reports.summary import CrossedSummary, GroupBy, SummaryRow
from wbagree.formats.common.grid import Grid

# More columns than that, or longer headings, are listed in one column: a terminal has 80 characters.
_MOST_COLUMNS, _LONGEST_HEADINGS = 9, 56
# Groupings with too many names for an order of their own to matter: the most frequent come first.
_MOST_FIRST = (GroupBy.PAIR, GroupBy.PARTY, GroupBy.TYPE, GroupBy.GROUP, GroupBy.SIGNATORY)
_WORDS = (GroupBy.FORM, GroupBy.STATUS, GroupBy.LEVEL)


def crossed_grid(crossed: CrossedSummary) -> Grid:
    """Return the numbers of agreements, the total last.

    Rows are the first grouping. The second has a column for each name if that is narrow enough; otherwise each row
    lists the names and their numbers.
    """
    names = [_name(crossed.second.by, row.name) for row in crossed.second.rows]
    narrow = len(names) <= _MOST_COLUMNS and sum(max(map(len, name.split())) + 2 for name in names) <= _LONGEST_HEADINGS
    return _columns(crossed, names) if narrow else _lists(crossed)


def _columns(crossed: CrossedSummary, names: list[str]) -> Grid:
    first, second = crossed.first, crossed.second
    rows = [
        (_name(first.by, row.name), *(_number(crossed.cells.get((row.name, column.name))) for column in second.rows),
         _number(row))
        for row in first.rows
    ]  # fmt: skip
    total = ("Total", *map(_number, second.rows), _number(first.total))
    headings = (first.by.capitalize(), *names, "Total")
    return Grid(headings, [*rows, total], (False, *(True for _ in headings[1:])), last_is_total=True)


def _lists(crossed: CrossedSummary) -> Grid:
    first, second = crossed.first, crossed.second
    rows = []
    for row in first.rows:
        cells = [(column.name, cell) for column in second.rows if (cell := crossed.cells.get((row.name, column.name)))]
        rows.append((_name(first.by, row.name), _number(row), _listed(second.by, cells)))
    total = ("Total", _number(first.total), _listed(second.by, [(row.name, row) for row in second.rows]))
    headings = (first.by.capitalize(), "Agreements", f"By {second.by}")
    return Grid(headings, [*rows, total], (False, True, False), last_is_total=True)


def _listed(by: GroupBy, cells: Iterable[tuple[str, SummaryRow]]) -> str:
    counted = sorted(cells, key=lambda one: -one[1].records) if by in _MOST_FIRST else cells
    return ", ".join(f"{_name(by, name)} {_number(row)}" for name, row in counted)


def _name(by: GroupBy, name: str) -> str:
    return label(name) if by in _WORDS else name


def _number(row: SummaryRow | None) -> str:
    """Return the number of agreements, and ``+n`` inherited ones."""
    if row is None:
        return ""
    own = str(row.records) if row.records or not row.inherited else ""
    return " ".join(filter(None, (own, f"+{row.inherited}" if row.inherited else "")))


def crossed_objects(crossed: CrossedSummary) -> list[dict[str, Any]]:
    """Return one object for each combination, the total last."""
    names = [(one.name, other.name) for one in crossed.first.rows for other in crossed.second.rows]
    rows = [(*both, crossed.cells[both]) for both in names if both in crossed.cells]
    return [_object(crossed, *row) for row in (*rows, ("total", "total", crossed.first.total))]


def _object(crossed: CrossedSummary, one: str, other: str, row: SummaryRow) -> dict[str, Any]:
    values = {name: value for name, value in asdict(row).items() if name not in ("name", "main_types")}
    return {str(crossed.first.by): one, str(crossed.second.by): other, **values}


def crossed_cells(crossed: CrossedSummary) -> list[tuple[str, ...]]:
    """Return the names of the columns, then the rows, the total last."""
    rows = crossed_objects(crossed)
    return [tuple(rows[0]), *(tuple(map(str, row.values())) for row in rows)]
