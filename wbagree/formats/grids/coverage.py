"""What serves pairs, counted: as a grid for people and as plain values for machines."""

from dataclasses import asdict, fields
from typing import Any

from wbagree.domain.reports.coverage import CoverageRow, CoverageSummary
from wbagree.formats.common.columns import Grid, heading

_NUMBERS = tuple(field.name for field in fields(CoverageRow) if field.name != "name")


def grid(summary: CoverageSummary) -> Grid:
    """Return the rows and their total as text."""
    rows = [
        ("Total" if row is summary.total else row.name, *(str(getattr(row, name)) for name in _NUMBERS))
        for row in (*summary.rows, summary.total)
    ]
    headings = (summary.by.capitalize(), *map(heading, _NUMBERS))
    return Grid(headings, rows, (False, *(True for _ in _NUMBERS)), last_is_total=True)


def objects(summary: CoverageSummary) -> list[dict[str, Any]]:
    """Return one object a row, the total last, with the cut's own name as the first key."""
    rows = map(asdict, (*summary.rows, summary.total))
    return [{summary.by: row.pop("name"), **row} for row in rows]


def cells(summary: CoverageSummary) -> list[tuple[str, ...]]:
    """Return the names of the columns, then one row for each value of the cut, the total last."""
    return [(summary.by, *_NUMBERS), *(tuple(map(str, row.values())) for row in objects(summary))]
