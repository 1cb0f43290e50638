"""CTEs shared by counting queries: matched agreements, their pairs and parties."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from wbagree.domain.filter import Filter
from wbagree.store.read.filter_sql import INHERITANCE_PREFERENCE, FilterSql, status_for, to_sql, verdict_for
from wbagree.store.read.keys import ORDER_AS_SIGNED

# The number of codes in a ``;``-joined list.
LIST_LENGTH = "(length({0}) - length(replace({0}, ';', '')) + 1)"

# The verdict and the status of an agreement for the pair ``p``, both of them rows of the CTEs below.
PAIR_VERDICT = verdict_for(("p.a", "p.b"), "found")
PAIR_STATUS = status_for(PAIR_VERDICT, "p.inherited", ("p.a", "p.b"), "found")


def pair_ctes(sql: FilterSql, filter_: Filter) -> str:
    """Return the CTEs of a filter: ``found``, ``pairs`` and ``bound`` parties."""
    inherited = "s.inherited" if filter_.names_parties() else "0"
    pair = "SELECT agreement_id, min(a, b) AS a, max(a, b) AS b, inherited, inherited_from"
    return (
        f"WITH found AS (SELECT v.id, v.form, v.level, v.computed_status, v.verdict, v.act_roles,"
        f" v.asserted_status, {sql.verdict} AS pair_verdict, {sql.status} AS status,"
        f" v.signed_earliest AS signed, v.latest_score, v.types, v.parties,"
        f" substr(v.signed_earliest, 1, 4) AS year, {inherited} AS inherited, v.parties LIKE '%;%;%' AS wide"
        f" FROM {sql.source} WHERE {sql.where}),"
        f" signed AS ({pair} FROM signed_view WHERE {sql.pairs}),"
        f" inherited AS (SELECT agreement_id, a, b, inherited, inherited_from FROM"
        f" ({pair}, min({INHERITANCE_PREFERENCE}) FROM inherited_view WHERE {sql.pairs} GROUP BY 1, 2, 3)),"
        " pairs AS (SELECT * FROM signed UNION ALL SELECT * FROM inherited),"
        " bound AS (SELECT agreement_id, party, min(inherited) AS inherited FROM"
        " (SELECT agreement_id, a AS party, inherited FROM pairs"
        " UNION ALL SELECT agreement_id, b, inherited FROM pairs)"
        " GROUP BY agreement_id, party)"
    )


def count_agreements(connection: sqlite3.Connection, filter_: Filter) -> int:
    """Return the number of agreements that a filter matches."""
    sql = to_sql(filter_)
    query = f"SELECT count(*) FROM {sql.source} WHERE {sql.where}"
    return int(connection.execute(query, sql.parameters).fetchone()[0])


def agreements_per_pair(connection: sqlite3.Connection, filter_: Filter) -> dict[tuple[str, str], int]:
    """Return the number of agreements of each pair of a filter.

    Inherited ones are included.
    """
    sql = to_sql(filter_)
    rows = connection.execute(
        f"{pair_ctes(sql, filter_)} SELECT p.a, p.b, count(*) FROM found"
        " JOIN pairs AS p ON p.agreement_id = found.id GROUP BY p.a, p.b",
        sql.parameters,
    )
    return {(a, b): number for a, b, number in rows}


def pairs_with_agreements(
    connection: sqlite3.Connection, filter_: Filter
) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """Yield the pairs of a filter, A-Z, with their agreements.

    The agreements map keys, in the order of signature, to the signers they are inherited from, or ''. A filter without
    parties is about the pairs that signed, not about their successors.
    """
    sql = to_sql(filter_)
    own = "" if filter_.names_parties() else " WHERE NOT p.inherited"
    rows = connection.execute(
        f"{pair_ctes(sql, filter_)} SELECT p.a, p.b, v.key, p.inherited_from FROM found"
        f" JOIN pairs AS p ON p.agreement_id = found.id JOIN agreement AS v ON v.id = found.id{own}"
        f" ORDER BY p.a, p.b, {ORDER_AS_SIGNED.format('ASC')}",
        sql.parameters,
    )
    for pair, served in groupby(rows, key=itemgetter(0, 1)):
        yield pair, {key: inherited_from for _, _, key, inherited_from in served}
