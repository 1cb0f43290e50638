"""SQL for summaries and the timeline: a row for each group."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from wbagree.domain.agreements.vocabularies import Form, Level, Status
from wbagree.domain.filter import Filter
from wbagree.domain.reports.summary import FORM_COLUMNS, GroupBy, Summary, SummaryRow
from wbagree.store.read.filter_sql import FilterSql, to_sql
from wbagree.store.read.pair_tables import LIST_LENGTH, PAIR_VERDICT, pair_ctes

if TYPE_CHECKING:
    from wbagree.domain.reports.timeline import Timeline

_MAIN_TYPES = 3


class _GroupQuery(NamedTuple):
    """One SELECT of a grouping: its FROM clause, label and order.

    ``which`` is the condition on the agreements; ``once``: each of these counts in one row only. ``inherited`` is the
    SQL of whether an agreement counts as inherited in its row, ``verdict`` that of its verdict there; ``by`` is the
    GROUP BY.
    """

    name: str
    order: str = ""
    tables: str = "found"
    which: str = "1"
    inherited: str = "found.inherited"
    verdict: str = "found.pair_verdict"
    by: str = "name"
    once: bool = False


class _Grouping(NamedTuple):
    """The SELECTs of a grouping, with SQL for counting an agreement's rows.

    Two SELECTs return the same row only if one has its signed and the other its inherited agreements. ``spread`` is the
    number of rows that an agreement counts in as the row's own; for pairs and parties, it holds only if the filter
    names none. Otherwise the rows are counted in the tables ``rows``.
    """

    parts: tuple[_GroupQuery, ...]
    spread: str = ""
    rows: str = ""


def _by_field(name: str, order: str = "") -> _Grouping:
    """Return a grouping by a column, which each agreement has once."""
    return _Grouping((_GroupQuery(name, order, once=True),))


def _by_list(table: str) -> str:
    """Return the FROM clause for a grouping by a list.

    Such as an agreement's types or pairs. CROSS JOIN fixes the order: SQLite reads the list after the agreement's
    index.
    """
    return f"found CROSS JOIN {table}.agreement_id = found.id"


def _vocabulary_order(column: str, values: "type[Form | Level | Status]") -> str:
    cases = " ".join(f"WHEN '{value}' THEN {place}" for place, value in enumerate(values))
    return f"CASE {column} {cases} END"


_PAIR, _PAIR_ORDER = "p.a || '-' || p.b", "p.a || ' ' || p.b"
_SIGNED = _by_list("signed AS p ON p")
_BOUND = _by_list("bound AS p ON p")
_TYPES = _by_list("(agreement_type AS at JOIN type AS t ON t.code = at.type_code) ON at")
_GROUPS = _by_list(
    "(SELECT DISTINCT agreement_id, g.code, g.position FROM agreement_type AS at"
    " JOIN type AS t ON t.code = at.type_code JOIN type_group AS g ON g.code = t.group_code) AS g ON g"
)
_PARTIES = LIST_LENGTH.format("found.parties")
NO_SIGNATORY = "not recorded"
# Each party's institutions and persons that signed.
_SIGNATORIES = (
    "found LEFT JOIN (SELECT agreement_id, party_code || ': ' || institution AS name FROM signatory"
    " WHERE institution <> '' UNION SELECT agreement_id, party_code || ': ' || person FROM signatory"
    " WHERE person <> '') AS n ON n.agreement_id = found.id"
)
GROUPINGS = {
    GroupBy.PAIR: _Grouping(
        (
            # Nearly every agreement has two parties: they are its pair, and the index is in their order.
            _GroupQuery(
                "replace(found.parties, ';', '-')",
                "replace(found.parties, ';', ' ')",
                which="NOT found.wide AND NOT found.inherited",
                inherited="0",
                by="found.parties",
                once=True,
            ),
            _GroupQuery(_PAIR, _PAIR_ORDER, _SIGNED, "found.wide", "0", PAIR_VERDICT),
            _GroupQuery(_PAIR, _PAIR_ORDER, "found JOIN inherited AS p ON p.agreement_id = found.id", inherited="1"),
        ),
        f"{_PARTIES} * ({_PARTIES} - 1) / 2",
        _SIGNED,
    ),
    GroupBy.PARTY: _Grouping(
        (_GroupQuery("p.party", "p.party", _BOUND, inherited="p.inherited"),),
        _PARTIES,
        f"{_BOUND} WHERE NOT p.inherited",
    ),
    GroupBy.TYPE: _Grouping((_GroupQuery("t.code", "t.position", _TYPES),), LIST_LENGTH.format("found.types"), _TYPES),
    GroupBy.GROUP: _Grouping(
        (_GroupQuery("g.code", "g.position", _GROUPS),), "", f"{_GROUPS} WHERE NOT found.inherited"
    ),
    GroupBy.FORM: _by_field("found.form", _vocabulary_order("found.form", Form)),
    GroupBy.LEVEL: _by_field("found.level", _vocabulary_order("found.level", Level)),
    GroupBy.STATUS: _by_field("found.status", _vocabulary_order("found.status", Status)),
    GroupBy.YEAR: _by_field("coalesce(found.year, 'undated')"),
    GroupBy.ASSESSMENT: _by_field(
        "coalesce(found.latest_score, 'never assessed')",
        "CASE found.latest_score WHEN 'full' THEN 1 WHEN 'partial' THEN 2 WHEN 'none' THEN 3 WHEN 'unknown' THEN 4"
        " ELSE 0 END",
    ),
    # The most frequent first; these are many.
    GroupBy.SIGNATORY: _Grouping(
        (
            _GroupQuery(
                f"coalesce(n.name, '{NO_SIGNATORY}')",
                "printf('%d %09d %s', n.name IS NULL, 999999999 - count(*), n.name)",
                _SIGNATORIES,
            ),
        ),
        "",
        f"{_SIGNATORIES} WHERE NOT found.inherited",
    ),
}


def summary(connection: sqlite3.Connection, filter_: Filter, by: GroupBy = GroupBy.PAIR) -> Summary:
    """Return the summary of a filter's agreements, grouped ``by`` a field."""
    sql = to_sql(filter_)
    grouping = GROUPINGS[by]
    common = pair_ctes(sql, filter_)
    counted = {part: _count_rows(connection, common, sql, part) for part in grouping.parts}
    types = _count_types(connection, common, sql, grouping) if by is GroupBy.PAIR else {}
    placed = sorted((row for rows in counted.values() for row in rows), key=itemgetter("place"))
    rows = [merge_rows(name, list(parts), types.get(name)) for name, parts in groupby(placed, key=itemgetter("name"))]
    alone = by not in (GroupBy.PAIR, GroupBy.PARTY) or not filter_.names_parties()
    total, spread = _total(connection, common, sql, grouping if alone else grouping._replace(spread=""), counted)
    return Summary(by, str(sql.parameters["day"]), tuple(rows), total, spread)


def _count_rows(connection: sqlite3.Connection, common: str, sql: FilterSql, part: _GroupQuery) -> list[sqlite3.Row]:
    return connection.execute(
        f"{common} SELECT {part.name} AS name, {part.order or part.name} AS place,"
        f" {count_columns(part.inherited, part.verdict)}"
        f" FROM {part.tables} WHERE {part.which} GROUP BY {part.by}",
        sql.parameters,
    ).fetchall()


def _count_types(
    connection: sqlite3.Connection, common: str, sql: FilterSql, grouping: _Grouping
) -> dict[str, dict[str, int]]:
    """Return the number of a row's own agreements, by row and type."""
    types: dict[str, dict[str, int]] = {}
    # Many agreements have the same combination of types.
    codes_of = lru_cache(maxsize=2**12)(partial(str.split, sep=";"))
    for part in grouping.parts:
        if part.inherited == "0":
            rows = connection.execute(
                f"{common} SELECT {part.name} AS name, found.types, count(*) FROM {part.tables} WHERE {part.which}"
                f" GROUP BY {part.by}, found.types",
                sql.parameters,
            )
            for name, codes, number in rows:
                of = types.setdefault(name, {})
                for code in codes_of(codes):
                    of[code] = of.get(code, 0) + number
    return types


def count_columns(inherited: str, verdict: str = "found.pair_verdict") -> str:
    """Return the SELECT columns that count a row's agreements.

    All but the column ``inherited`` count the row's own agreements.
    """
    own = "" if inherited == "0" else f" FILTER (WHERE NOT {inherited})"

    def one_of(forms: tuple[str, ...]) -> str:
        return "found.form IN (" + ", ".join(f"'{form}'" for form in forms) + ")"

    return ", ".join(
        [
            f"count(*){own} AS records",
            *(f"total({one_of(forms)}){own} AS {column}" for column, forms in FORM_COLUMNS.items()),
            f"total({verdict} = 'in-force'){own} AS in_force",
            # SQLite works out both sides of an AND here, but only one of an iif: the verdict of the few.
            f"total(iif(found.asserted_status = 'in-force', {verdict} = 'asserted', 0)){own} AS in_force_by_source",
            f"total({inherited}) AS inherited",
            f"min(found.signed){own} AS first",
            f"max(found.signed){own} AS last",
            f"count(found.signed){own} AS dated",
            f"total(found.wide){own} AS wider",
        ]
    )


def _total(
    connection: sqlite3.Connection,
    common: str,
    sql: FilterSql,
    grouping: _Grouping,
    counted: Mapping[_GroupQuery, list[sqlite3.Row]],
) -> tuple[SummaryRow, dict[int, int]]:
    """Return the total row of a summary, and its ``spread``.

    The total counts each agreement once; the agreements of SELECTs with ``once`` are counted already. Inherited are
    those that the filter's parties have only through a predecessor.
    """
    once = [part for part in grouping.parts if part.once]
    parts = [row for part in once for row in counted[part]]
    spread = Counter({1: sum(row["records"] for row in parts)})
    if len(once) < len(grouping.parts):
        others = " AND ".join(f"NOT ({part.which})" for part in once) or "1"
        rows = connection.execute(
            f"{common} SELECT {grouping.spread or 0} AS rows, {count_columns('found.inherited')} FROM found"
            f" WHERE {others} GROUP BY rows",
            sql.parameters,
        ).fetchall()
        parts += rows
        spread.update({row["rows"]: row["records"] for row in rows})
        if not grouping.spread:
            spread = _rows_per_agreement(connection, common, sql, grouping)
    return merge_rows("total", parts), {rows: records for rows, records in sorted(spread.items()) if records}


def _rows_per_agreement(
    connection: sqlite3.Connection, common: str, sql: FilterSql, grouping: _Grouping
) -> Counter[int]:
    query = f"SELECT count(*) AS rows FROM {grouping.rows} GROUP BY found.id"
    found = connection.execute(f"{common} SELECT rows, count(*) FROM ({query}) GROUP BY rows", sql.parameters)
    return Counter(dict(found.fetchall()))


_NUMBERS = ("records", *FORM_COLUMNS, "in_force", "in_force_by_source", "inherited", "dated", "wider")


def merge_rows(name: str, parts: Sequence[sqlite3.Row], types: Mapping[str, int] | None = None) -> SummaryRow:
    """Return a row of a summary from the rows of its SELECTs.

    Of ``types``, type to number of agreements, it has the most frequent.
    """
    number = {column: int(sum(part[column] for part in parts)) for column in _NUMBERS}
    undated = number["records"] - number.pop("dated")
    frequent = sorted((types or {}).items(), key=lambda counted: (-counted[1], counted[0]))
    dates = [part[column] for part in parts for column in ("first", "last") if part[column]]
    return SummaryRow(
        name,
        **number,
        other=number["records"] - sum(number[column] for column in FORM_COLUMNS),
        undated=undated,
        first=min(dates, default="")[:4],
        last=max(dates, default="")[:4],
        main_types=", ".join(f"{code} {records}" for code, records in frequent[:_MAIN_TYPES]),
    )


def timeline(connection: sqlite3.Connection, filter_: Filter) -> "Timeline":
    """Return the timeline of a filter's agreements, by year and form.

    They are the parties' own, counted as in the summary by year.
    """
    from wbagree.domain.reports.timeline import Timeline  # here: a summary does not need it

    sql = to_sql(filter_)
    rows = connection.execute(
        f"{pair_ctes(sql, filter_)} SELECT year, form, total(NOT inherited) AS records,"
        " total(inherited) AS inherited FROM found GROUP BY year, form ORDER BY year, form",
        sql.parameters,
    ).fetchall()
    own = [row for row in rows if row["records"]]
    return Timeline(
        str(sql.parameters["day"]),
        {(int(row["year"]), row["form"]): int(row["records"]) for row in own if row["year"]},
        {row["form"]: int(row["records"]) for row in own if not row["year"]},
        int(sum(row["inherited"] for row in rows)),
    )
