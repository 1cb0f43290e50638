"""SQL for summaries by two groupings: a row for each combination."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from wbagree.domain.agreements.vocabularies import Status
from wbagree.domain.filter import Filter
from wbagree.domain.reports.summary import CrossedSummary, GroupBy, Summary
from wbagree.store.read.filter_sql import to_sql
from wbagree.store.read.pair_tables import PAIR_STATUS, pair_ctes
from wbagree.store.read.summaries import GROUPINGS, count_columns, merge_rows, summary


class _Crossing(NamedTuple):
    """Tables with the rows of both groupings, and SQL for their columns."""

    tables: str
    names: Mapping[GroupBy, str]
    inherited: str
    verdict: str


def crossed_summary(connection: sqlite3.Connection, filter_: Filter, first: GroupBy, second: GroupBy) -> CrossedSummary:
    """Return the summary of a filter's agreements by two groupings."""
    sql = to_sql(filter_)
    crossing = _crossing(first, second)
    rows = connection.execute(
        f"{pair_ctes(sql, filter_)} SELECT {crossing.names[first]}, {crossing.names[second]},"
        f" {count_columns(crossing.inherited, crossing.verdict)} FROM found CROSS JOIN {crossing.tables} GROUP BY 1, 2",
        sql.parameters,
    ).fetchall()
    cells = {(row[0], row[1]): merge_rows(row[0], [row]) for row in rows}
    one, other = (summary(connection, filter_, by) for by in (first, second))
    return CrossedSummary(
        _with_statuses(one, (name for name, _ in cells)), _with_statuses(other, (name for _, name in cells)), cells
    )


def _crossing(first: GroupBy, second: GroupBy) -> _Crossing:
    one = f"({_members(first)}) AS one ON one.id = found.id"
    if {first, second} == {GroupBy.PAIR, GroupBy.STATUS}:
        # One agreement can have different statuses for several pairs.
        pairs = f"({_members(GroupBy.PAIR)}) AS one ON one.id = found.id"
        names = {GroupBy.PAIR: "one.name", GroupBy.STATUS: "one.status"}
        return _Crossing(pairs, names, "one.inherited", "one.verdict")
    return _Crossing(
        f"{one} CROSS JOIN ({_members(second)}) AS other ON other.id = found.id",
        {first: "one.name", second: "other.name"},
        "(one.inherited OR other.inherited)",
        "other.verdict" if second is GroupBy.PAIR else "one.verdict",
    )


def _members(by: GroupBy) -> str:
    """Return the SELECT of the rows that each agreement counts in."""
    return " UNION ALL ".join(
        f"SELECT found.id AS id, {part.name} AS name, {part.inherited} AS inherited, {part.verdict} AS verdict,"
        f" {PAIR_STATUS if ' AS p ' in part.tables and by is GroupBy.PAIR else 'found.status'} AS status"
        f" FROM {part.tables} WHERE {part.which}"
        for part in GROUPINGS[by].parts
    )


def _with_statuses(summarised: Summary, names: Iterable[str]) -> Summary:
    """Return a summary with an empty row for each further status.

    An agreement that a pair inherits has another status for that pair than for its own parties.
    """
    if summarised.by is not GroupBy.STATUS:
        return summarised
    rows = {row.name: row for row in summarised.rows}
    found = {*rows, *names}
    ordered = [status for status in Status if status in found]
    return replace(summarised, rows=tuple(rows.get(one) or merge_rows(one, []) for one in ordered))
