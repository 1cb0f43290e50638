"""A summary as a grid, and as plain values for machine formats."""

from dataclasses import asdict
from typing import Any

from wbagree.domain.reports.summary import Summary, SummaryRow
from wbagree.formats.common.grid import Grid

_COLUMNS = {
    "records": "All",
    "agreements": "Agreements",
    "mous": "MoUs",
    "protocols": "Protocols",
    "other": "Other",
    "in_force": "In force",
    "in_force_by_source": "By source",
    "inherited": "Inherited",
    "first": "First",
    "last": "Last",
    "undated": "No date",
    "main_types": "Main types",
}
_FORMS, _YEARS, _TYPES = ("agreements", "mous", "protocols", "other"), ("first", "last"), ("main_types",)
# What is left out where there is too little room: the first that is enough.
_OMISSIBLE = tuple(
    frozenset(_COLUMNS[name] for name in names)
    for names in (_TYPES, (*_TYPES, *_YEARS), (*_TYPES, *_FORMS), (*_TYPES, *_YEARS, *_FORMS))
)
_NUMERIC = tuple(name != "main_types" for name in _COLUMNS)


def summary_grid(summary: Summary, *, inherited: bool = True) -> Grid:
    """Return the rows and the total of a summary as text.

    Columns that would be empty in any case are left out.
    """
    names = [
        name
        for name in _COLUMNS
        if not (name == "main_types" and summary.by != "pair")
        and not (name == "inherited" and not (inherited and summary.any_inherited))
        and not (name in ("first", "last") and summary.by == "year")
        and not (name == "in_force_by_source" and not summary.total.in_force_by_source)
    ]
    rows = [*summary.rows, summary.total]
    cells = [(_name(row), *(_number(row, name) for name in names)) for row in rows]
    return Grid(
        (summary.by.capitalize(), *(_COLUMNS[name] for name in names)),
        cells,
        (False, *(_NUMERIC[list(_COLUMNS).index(name)] for name in names)),
        last_is_total=True,
        omissible=_OMISSIBLE,
    )


def _name(row: SummaryRow) -> str:
    return "Total" if row.name == "total" else row.name


def _number(row: SummaryRow, name: str) -> str:
    value = getattr(row, name)
    return "" if value == 0 and name != "records" else str(value)


def summary_objects(summary: Summary) -> list[dict[str, Any]]:
    """Return one object for each row, the total last.

    Its first key is what the rows are grouped by, such as ``pair``.
    """
    rows = []
    for row in (*summary.rows, summary.total):
        values = asdict(row)
        name = values.pop("name")
        rows.append({summary.by: name, **values})
    return rows


def summary_cells(summary: Summary) -> list[tuple[str, ...]]:
    """Return the names of the columns, then the rows, the total last."""
    rows = summary_objects(summary)
    return [tuple(rows[0]), *(tuple(map(str, row.values())) for row in rows)]
