"""SQL for the matrix of pairs and types."""

import sqlite3
from collections.abc import Callable, Hashable
from itertools import combinations
from typing import TypeVar

from wbagree.domain.filter import Filter
from wbagree.domain.reports.matrix import BEST_STATUS_OF, Cell, Matrix, best_status
from wbagree.store.read.filter_sql import FilterSql, to_sql
from wbagree.store.read.pair_tables import PAIR_STATUS, PAIR_VERDICT, pair_ctes

_BY_TYPE = "JOIN agreement_type AS at ON at.agreement_id = found.id JOIN type AS t ON t.code = at.type_code"
_COLUMN = {"type": "t.code", "group": "t.group_code"}


def matrix(connection: sqlite3.Connection, filter_: Filter, by: str) -> Matrix:
    """Return the matrix of a filter's pairs, ``by`` type or group.

    Pairs of parties that the filter names have a row also without any record.
    """
    sql = to_sql(filter_)
    columns = _columns(connection, filter_, by)
    found = _rows(connection, sql, filter_, by)
    pairs = _pairs(filter_, {(a, b) for a, b, *_ in found})
    rows_of = {*pairs}
    rows = [row for row in found if row[:2] in rows_of and row[2] in columns]
    return Matrix(
        day=str(sql.parameters["day"]),
        by=by,
        pairs=pairs,
        columns=tuple(columns),
        labels={code: label for code, (label, _) in columns.items()},
        groups={code: group for code, (_, group) in columns.items()},
        cells=_cells(rows, lambda row: ((row[0], row[1]), row[2])),
        pair_totals=_cells(rows, lambda row: (row[0], row[1])),
        column_totals=_cells(rows, lambda row: row[2]),
        total=_cells(rows, lambda _: "").get("", Cell()),
        undated=len({row[3] for row in rows if not row[6]}) if filter_.has_range() else 0,
    )


Row = tuple[str, str, str, int, int, str, str | None]
_Place = TypeVar("_Place", bound=Hashable)


def _rows(connection: sqlite3.Connection, sql: FilterSql, filter_: Filter, by: str) -> list[Row]:
    """Return the rows of pair, column and agreement.

    Each is (a, b, column, row number, inherited, status, date of signature); ``inherited`` is 1 if the pair inherits
    the agreement. The status is a key of BEST_STATUS_OF.
    """
    own = "" if filter_.names_parties() else " WHERE NOT p.inherited"
    rows = connection.execute(
        # The verdict is worked out once for each agreement, not for each of its pairs and types.
        f"{pair_ctes(sql, filter_)}, judged AS MATERIALIZED (SELECT id, act_roles, asserted_status, verdict,"
        f" computed_status, signed FROM found) SELECT DISTINCT p.a, p.b, {_COLUMN[by]}, found.id, p.inherited,"
        f" {PAIR_STATUS}, found.signed, {PAIR_VERDICT}"
        f" FROM judged AS found JOIN pairs AS p ON p.agreement_id = found.id {_BY_TYPE}{own}",
        sql.parameters,
    )
    return [
        (*row[:5], f"{status}-by-source" if (status, verdict) == ("in-force", "asserted") else status, signed)
        for *row, status, signed, verdict in map(tuple, rows)
    ]


def _columns(connection: sqlite3.Connection, filter_: Filter, by: str) -> dict[str, tuple[str, str]]:
    """Return the label of each column and of its group, by code.

    With types in the filter, only the columns of these.
    """
    query = {
        "type": "SELECT t.code, t.label, t.code, g.label FROM type AS t JOIN type_group AS g ON g.code = t.group_code"
        " ORDER BY t.position",
        "group": "SELECT g.code, g.label, t.code, g.label FROM type_group AS g JOIN type AS t ON t.group_code = g.code"
        " ORDER BY g.position",
    }[by]
    rows = connection.execute(query)
    return {row[0]: (row[1], row[3]) for row in rows if not filter_.types or row[2] in filter_.types}


def _pairs(filter_: Filter, found: set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    if filter_.pair:
        return (filter_.pair,)
    if filter_.pairs and not filter_.parties:
        return tuple(sorted(filter_.pairs))
    if filter_.among and not filter_.parties:
        return tuple(combinations(sorted(filter_.among), 2))
    return tuple(sorted(found))


def _cells(rows: list[Row], place: Callable[[Row], _Place]) -> dict[_Place, Cell]:
    """Return the cells by place; each counts an agreement once.

    ``place`` returns the place of a row. An agreement counts as the pair's own if it is so in any row.
    """
    records: dict[_Place, dict[int, tuple[int, str]]] = {}
    for row in rows:
        inside = records.setdefault(place(row), {})
        inside[row[3]] = min(inside.get(row[3], (1, row[5])), (row[4], row[5]))
    return {key: _cell(list(inside.values())) for key, inside in records.items()}


def _cell(records: list[tuple[int, str]]) -> Cell:
    covers = [BEST_STATUS_OF[status] for _, status in records]
    inherited = sum(inherited for inherited, _ in records)
    best = best_status(covers)
    return Cell(len(records) - inherited, inherited, best, covers.count(best))
