"""Counting records for the summary, in SQL: one row for each value of a cut, and a total that counts each once."""

import sqlite3
from dataclasses import dataclass

from wbagree.domain.filter import Filter
from wbagree.domain.summary import FORM_COLUMNS, Cut, Summary, SummaryRow
from wbagree.domain.terms import Form, Level, Status
from wbagree.store.filtering import Question, ask

_MAIN_TYPES = 3


@dataclass(frozen=True, slots=True)
class _Rows:
    """``name``: the value a record counts under; ``join``: what it takes beside ``found``; ``inherited``: whose."""

    name: str
    order: str
    join: str = ""
    inherited: str = "found.inherited"


def _in_order(column: str, values: "type[Form | Level | Status]") -> str:
    cases = " ".join(f"WHEN '{value}' THEN {place}" for place, value in enumerate(values))
    return f"CASE {column} {cases} END"


_CUTS = {
    Cut.PAIR: _Rows("p.a || '-' || p.b", "p.a, p.b", "JOIN pairs AS p ON p.agreement_id = found.id", "p.inherited"),
    Cut.PARTY: _Rows("p.party", "p.party", "JOIN bound AS p ON p.agreement_id = found.id", "p.inherited"),
    Cut.TYPE: _Rows(
        "t.code",
        "t.position",
        "JOIN agreement_type AS at ON at.agreement_id = found.id JOIN type AS t ON t.code = at.type_code",
    ),
    Cut.GROUP: _Rows(
        "g.code",
        "g.position",
        "JOIN (SELECT DISTINCT agreement_id, group_code FROM agreement_type JOIN type ON code = type_code) AS ag"
        " ON ag.agreement_id = found.id JOIN type_group AS g ON g.code = ag.group_code",
    ),
    Cut.FORM: _Rows("found.form", _in_order("found.form", Form)),
    Cut.LEVEL: _Rows("found.level", _in_order("found.level", Level)),
    Cut.STATUS: _Rows("found.computed_status", _in_order("found.computed_status", Status)),
    Cut.YEAR: _Rows("coalesce(found.year, 'undated')", "found.year IS NULL, found.year"),
    Cut.ASSESSMENT: _Rows(
        "coalesce(found.latest_score, 'never assessed')",
        "CASE found.latest_score WHEN 'full' THEN 1 WHEN 'partial' THEN 2 WHEN 'none' THEN 3 WHEN 'unknown' THEN 4"
        " ELSE 0 END",
    ),
}


def summary(connection: sqlite3.Connection, question: Filter, by: Cut = Cut.PAIR) -> Summary:
    """Return the summary of the records that answer ``question``, cut ``by`` a value of Cut."""
    asked = ask(question)
    cut = _CUTS[by]
    rows = connection.execute(
        f"{common_tables(asked, question)} SELECT {cut.name} AS name, {_counts(cut.inherited)} FROM found {cut.join}"
        f" GROUP BY name ORDER BY {cut.order}",
        asked.parameters,
    ).fetchall()
    types = _main_types(connection, asked, question, cut) if by is Cut.PAIR else {}
    return Summary(
        by,
        str(asked.parameters["day"]),
        tuple(_row(row, types.get(row["name"], "")) for row in rows),
        _total(connection, asked, question),
        _spread(connection, asked, question, cut),
    )


def common_tables(asked: Question, question: Filter) -> str:
    """The common tables: what was found, the pairs it was asked about, and the parties of those."""
    inherited = "s.inherited" if question.about_parties() else "0"
    return (
        f"WITH found AS (SELECT v.id, v.form, v.level, v.computed_status, v.signed, v.latest_score,"
        f" substr(v.signed, 1, 4) AS year, {inherited} AS inherited,"
        " (SELECT count(*) FROM participation WHERE agreement_id = v.id) AS party_count"
        f" FROM {asked.source} WHERE {asked.where}),"
        " pairs AS (SELECT agreement_id, a, b, min(inherited) AS inherited, inherited_from FROM pair_view"
        f" WHERE {asked.pairs} GROUP BY agreement_id, a, b),"
        " bound AS (SELECT agreement_id, party, min(inherited) AS inherited FROM"
        " (SELECT agreement_id, a AS party, inherited FROM pairs"
        " UNION ALL SELECT agreement_id, b, inherited FROM pairs)"
        " GROUP BY agreement_id, party)"
    )


def _counts(inherited: str) -> str:
    """The counts of a group of rows."""

    def own(condition: str) -> str:
        return f"total(NOT {inherited} AND {condition})"

    def one_of(forms: tuple[str, ...]) -> str:
        return "(" + ", ".join(f"'{form}'" for form in forms) + ")"

    forms = [f"{own(f'found.form IN {one_of(forms)}')} AS {column}" for column, forms in FORM_COLUMNS.items()]
    named = tuple(form for forms in FORM_COLUMNS.values() for form in forms)
    return ", ".join(
        [
            f"{own('1')} AS records",
            *forms,
            f"{own(f'found.form NOT IN {one_of(named)}')} AS other",
            own("found.computed_status = 'in-force'") + " AS in_force",
            f"total({inherited}) AS inherited",
            f"min(CASE WHEN NOT {inherited} THEN found.year END) AS first",
            f"max(CASE WHEN NOT {inherited} THEN found.year END) AS last",
            f"{own('found.signed IS NULL')} AS undated",
            f"{own('found.party_count > 2')} AS wider",
        ]
    )


def _total(connection: sqlite3.Connection, asked: Question, question: Filter) -> SummaryRow:
    """The records each once; inherited are those that the asked parties have only through a predecessor."""
    row = connection.execute(
        f"{common_tables(asked, question)} SELECT 'total' AS name, {_counts('found.inherited')} FROM found",
        asked.parameters,
    ).fetchone()
    return _row(row)


def _spread(connection: sqlite3.Connection, asked: Question, question: Filter, cut: _Rows) -> dict[int, int]:
    rows = connection.execute(
        f"{common_tables(asked, question)} SELECT rows, count(*) FROM"
        f" (SELECT found.id, count(*) AS rows FROM found {cut.join} WHERE NOT {cut.inherited} GROUP BY found.id)"
        " GROUP BY rows ORDER BY rows",
        asked.parameters,
    )
    return {row[0]: row[1] for row in rows}


def _main_types(connection: sqlite3.Connection, asked: Question, question: Filter, cut: _Rows) -> dict[str, str]:
    """The most frequent types of each row's own records, with their numbers."""
    rows = connection.execute(
        f"{common_tables(asked, question)} SELECT {cut.name} AS name, t.type_code, count(*) AS number"
        f" FROM found {cut.join} JOIN agreement_type AS t ON t.agreement_id = found.id WHERE NOT {cut.inherited}"
        " GROUP BY name, t.type_code ORDER BY name, number DESC, t.type_code",
        asked.parameters,
    )
    types: dict[str, list[str]] = {}
    for name, code, number in rows:
        types.setdefault(name, []).append(f"{code} {number}")
    return {name: ", ".join(found[:_MAIN_TYPES]) for name, found in types.items()}


def _row(row: sqlite3.Row, main_types: str = "") -> SummaryRow:
    numbers = ("records", "agreements", "mous", "protocols", "other", "in_force", "inherited", "undated", "wider")
    return SummaryRow(
        row["name"],
        first=row["first"] or "",
        last=row["last"] or "",
        main_types=main_types,
        **{number: int(row[number]) for number in numbers},
    )


def number(connection: sqlite3.Connection, question: Filter) -> int:
    """Return how many records answer a question."""
    asked = ask(question)
    query = f"SELECT count(*) FROM {asked.source} WHERE {asked.where}"
    return int(connection.execute(query, asked.parameters).fetchone()[0])


def pair_numbers(connection: sqlite3.Connection, question: Filter) -> dict[tuple[str, str], int]:
    """Return how many records each pair the question is about has, those of its predecessors included."""
    asked = ask(question)
    rows = connection.execute(
        f"{common_tables(asked, question)} SELECT p.a, p.b, count(*) FROM found"
        " JOIN pairs AS p ON p.agreement_id = found.id GROUP BY p.a, p.b",
        asked.parameters,
    )
    return {(a, b): number for a, b, number in rows}


def pairs_asked(connection: sqlite3.Connection, question: Filter) -> dict[tuple[str, str], dict[str, str]]:
    """Return, for each pair the question is about, the keys of its records and whom they are inherited from (or '').

    A question that names no party is about the pairs that signed, not about their heirs.
    """
    asked = ask(question)
    own = "" if question.about_parties() else " WHERE NOT p.inherited"
    rows = connection.execute(
        f"{common_tables(asked, question)} SELECT p.a, p.b, agreement.key, p.inherited_from FROM found"
        f" JOIN pairs AS p ON p.agreement_id = found.id JOIN agreement ON agreement.id = found.id{own}"
        " ORDER BY p.a, p.b",
        asked.parameters,
    )
    pairs: dict[tuple[str, str], dict[str, str]] = {}
    for a, b, key, inherited_from in rows:
        pairs.setdefault((a, b), {})[key] = inherited_from
    return pairs
