"""Reading agreements by filter or key, in plain SQL over the views."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.fields import ALL_NAMES, ID
from wbagree.domain.agreements.vocabularies import Status
from wbagree.domain.filter import Filter
from wbagree.store.read.agreement_rows import COLUMNS, ID_COLUMN, SCALARS, lists_of, record_of, status_columns
from wbagree.store.read.filter_sql import FilterSql, to_sql
from wbagree.store.read.keys import KEY_PARTS, ORDER_AS_SIGNED, ORDER_BY_KEY, resolve_key

# Records are read in lots of this many: few queries, and memory that does not grow with the register.
_LOT = 500

_ORDERS = {
    "signed": ORDER_AS_SIGNED,
    "key": ", ".join(f"{part} {{0}}" for part in KEY_PARTS),
    "title": "v.title COLLATE NOCASE {0}, " + ORDER_BY_KEY,
    "form": "v.form {0}, " + ORDER_AS_SIGNED.format("ASC"),
    "level": "v.level {0}, " + ORDER_AS_SIGNED.format("ASC"),
    "status": "computed_status {0}, " + ORDER_AS_SIGNED.format("ASC"),
    "parties": "parties {0}, " + ORDER_AS_SIGNED.format("ASC"),
    "confidence": "CASE v.confidence WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END {0}, " + ORDER_BY_KEY,
    "in_force": "v.in_force_earliest IS NULL, v.in_force_earliest {0}, " + ORDER_BY_KEY,
    "ended": "v.ended_earliest IS NULL, v.ended_earliest {0}, " + ORDER_BY_KEY,
    # Best match first: a word in the title weighs more than one in the notes.
    "match": "ranked.rank IS NULL, ranked.rank, v.key",
}
SORTS = tuple(_ORDERS)
# The order of the bundled file: plain text order, which any tool can check.
FILE_ORDER = "file"
_ORDERS[FILE_ORDER] = "v.key"

_RANKED = (
    "SELECT rowid AS number, bm25(agreement_text, 10, 10, 4, 2, 3, 1, 1) AS rank FROM agreement_text"
    " WHERE agreement_text MATCH :any_required"
)

Row = sqlite3.Row


def records(
    connection: sqlite3.Connection,
    filter_: Filter,
    *,
    sort: str = "signed",
    limit: int | None = None,
    fields: Collection[str] = ALL_NAMES,
) -> Iterator[Record]:
    """Yield the records that a filter matches, in an order.

    ``sort`` is one of SORTS; ``-`` before it reverses. Undated records come last in either direction. Of list-valued
    fields and the id, only those in ``fields`` are read; the others are empty.
    """
    sql = to_sql(filter_)
    further = f", {ID_COLUMN}" if ID in fields else ""
    rows = connection.execute(_select(sql, filter_, sort, limit, further), sql.parameters)
    while lot := list(islice(rows, _LOT)):
        lists = lists_of(connection, [row[0] for row in lot], fields)
        yield from (record_of(row, lists) for row in lot)


def _select(sql: FilterSql, filter_: Filter, sort: str, limit: int | None, further: str) -> str:
    scope = "s.inherited, s.inherited_from" if filter_.names_parties() else "0 AS inherited, '' AS inherited_from"
    name = sort.removeprefix("-")
    source = sql.source
    if name == "match" and "any_required" in sql.parameters:
        source += f" LEFT JOIN ({_RANKED}) AS ranked ON ranked.number = v.id"
    elif name == "match":
        name = "signed"
    order = _ORDERS[name].format("DESC" if sort.startswith("-") else "ASC")
    cut = f" LIMIT {int(limit)}" if limit is not None else ""
    columns = status_columns(sql)
    return f"SELECT {COLUMNS}, {columns}, {scope}{further} FROM {source} WHERE {sql.where} ORDER BY {order}{cut}"


def record(connection: sqlite3.Connection, key: str, as_of: date | None = None) -> Record:
    """Return the record with ``key``, in any case.

    NotFound names the nearest keys. Status is as of ``as_of``, or today.
    """
    sql = to_sql(Filter(as_of=as_of))
    row = connection.execute(
        f"SELECT {COLUMNS}, {status_columns(sql)}, 0 AS inherited, '' AS inherited_from FROM {sql.source}"
        " WHERE v.day_json = json_quote(:day) AND v.key = :key",
        {**sql.parameters, "key": resolve_key(connection, key)},
    ).fetchone()
    return record_of(row, lists_of(connection, [row[0]], ALL_NAMES))


def agreements(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[str, Agreement]:
    """Return the agreements with these keys, by key."""
    return {one.agreement.key: one.agreement for one in records_with_keys(connection, keys)}


def records_with_keys(
    connection: sqlite3.Connection, keys: Iterable[str], as_of: date | None = None
) -> Iterator[Record]:
    """Yield the records with these keys, in their order.

    Keys without an agreement are left out.
    """
    sql = to_sql(Filter(as_of=as_of))
    remaining = iter(keys)
    while lot := list(islice(remaining, _LOT)):
        listed = ", ".join(f":key{place}" for place in range(len(lot)))
        rows = connection.execute(
            f"SELECT {COLUMNS}, {status_columns(sql)}, 0 AS inherited, '' AS inherited_from FROM {sql.source}"
            f" WHERE v.day_json = json_quote(:day) AND v.key IN ({listed})",
            {**sql.parameters, **{f"key{place}": key for place, key in enumerate(lot)}},
        ).fetchall()
        lists = lists_of(connection, [row[0] for row in rows], ALL_NAMES)
        found = {row[1]: row for row in rows}
        yield from (record_of(found[key], lists) for key in lot if key in found)


def agreements_of_same_parties(connection: sqlite3.Connection, known: Iterable[Agreement]) -> list[Agreement]:
    """Return the agreements between the same parties as those known.

    They are in the order of keys, with those of ``known``.
    """
    import json  # here: most commands that read do not need it

    found = {agreement.key: agreement for agreement in known}
    parties = {";".join(agreement.parties) for agreement in found.values()}
    rows = connection.execute(
        f"SELECT key FROM agreement AS v WHERE parties IN (SELECT value FROM json_each(?)) ORDER BY {ORDER_BY_KEY}",
        (json.dumps(sorted(parties)),),
    )
    keys = [row[0] for row in rows]
    found |= agreements(connection, [key for key in keys if key not in found])
    return [found[key] for key in keys]


def all_with_row_id(connection: sqlite3.Connection) -> Iterator[tuple[int, Agreement]]:
    """Yield every agreement with its row number, in the order of keys."""
    keys = connection.execute(f"SELECT id, key FROM agreement AS v ORDER BY {ORDER_BY_KEY}")
    while lot := list(islice(keys, _LOT)):
        found = agreements(connection, [key for _, key in lot])
        yield from ((number, found[key]) for number, key in lot)


def has_records(connection: sqlite3.Connection) -> bool:
    """Return whether the register has any record."""
    return connection.execute("SELECT 1 FROM agreement LIMIT 1").fetchone() is not None


def count_restricted(connection: sqlite3.Connection, filter_: Filter) -> int:
    """Return the number of restricted records that a filter matches."""
    if not connection.execute("SELECT 1 FROM agreement WHERE disclosure <> '' LIMIT 1").fetchone():
        return 0
    sql = to_sql(filter_)
    query = f"SELECT count(*) FROM {sql.source} WHERE {sql.where} AND v.disclosure <> ''"
    return int(connection.execute(query, sql.parameters).fetchone()[0])


def count_hidden_undated(connection: sqlite3.Connection, filter_: Filter) -> int:
    """Return how many undated agreements a range of dates leaves out.

    They meet all other conditions of the filter; 0 if the filter itself says whether undated ones are included.
    """
    if filter_.undated is not None or not filter_.has_range():
        return 0
    sql = to_sql(filter_._replace(since=None, until=None))
    query = f"SELECT count(*) FROM {sql.source} WHERE {sql.where} AND v.signed_earliest IS NULL"
    return int(connection.execute(query, sql.parameters).fetchone()[0])


def count_inherited_besides(connection: sqlite3.Connection, filter_: Filter) -> int:
    """Return how many agreements have only a predecessor's status.

    They are inherited by the parties of a question about in force; 0 if it asks for inherited ones, or for no status.
    """
    if Status.IN_FORCE not in filter_.statuses or Status.INHERITED in filter_.statuses or not filter_.names_parties():
        return 0
    sql = to_sql(filter_._replace(statuses=(Status.INHERITED,)))
    return int(connection.execute(f"SELECT count(*) FROM {sql.source} WHERE {sql.where}", sql.parameters).fetchone()[0])


def counts_by_heading(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of each kind, by heading."""
    counted = {
        "Records": "agreement",
        "Parties": "party",
        "Types": "type",
        "Sources": "source",
        "References": "reference",
        "Relations": "relation",
        "Assessments": "assessment",
    }
    return {
        name: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for name, table in counted.items()
    }


def extra_fields(connection: sqlite3.Connection, filter_: Filter) -> tuple[str, ...]:
    """Return the extra fields that any matched record has.

    Each of them needs a column.
    """
    sql = to_sql(filter_)
    conditions = ", ".join(f"max({condition})" for condition in _HAS_EXTRA.values())  # one pass for all of them
    found = connection.execute(f"SELECT {conditions} FROM {sql.source} WHERE {sql.where}", sql.parameters).fetchone()
    return tuple(field for field, has in zip(_HAS_EXTRA, found, strict=True) if has)


_HAS_EXTRA = {
    "acts": "v.id IN (SELECT agreement_id FROM act)",
    **{field.name: f"v.{field.stored_as} <> ''" for field in SCALARS if field.extra},
}
