"""Reading records: plain SQL over the views, frozen values out."""

import difflib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from wbagree.domain.dates import PartialDate
from wbagree.domain.duplicates import NEAR
from wbagree.domain.filter import Filter
from wbagree.domain.record import (
    EXTRA_FIELDS,
    FIELDS,
    Agreement,
    Assessment,
    PartyDates,
    Record,
    Relation,
    Signatory,
    Source,
)
from wbagree.domain.renewal import Renewal
from wbagree.errors import NotFound
from wbagree.store.filtering import Question, ask

ALL_FIELDS = frozenset((*FIELDS, *EXTRA_FIELDS))
# Records are read in lots of this many: few queries, and memory that does not grow with the register.
_LOT = 500

# AL-XK-nd-2 before AL-XK-nd-10.
_KEY_PARTS = ("rtrim(v.key, '0123456789')", "CAST(replace(v.key, rtrim(v.key, '0123456789'), '') AS INTEGER)", "v.key")
_BY_KEY = ", ".join(_KEY_PARTS)
_UNDATED_LAST = f"v.signed IS NULL, v.signed_earliest {{0}}, v.signed_latest {{0}}, {_BY_KEY}"
_ORDERS = {
    "signed": _UNDATED_LAST,
    "key": ", ".join(f"{part} {{0}}" for part in _KEY_PARTS),
    "title": "v.title COLLATE NOCASE {0}, " + _BY_KEY,
    "form": "v.form {0}, " + _UNDATED_LAST.format("ASC"),
    "level": "v.level {0}, " + _UNDATED_LAST.format("ASC"),
    "status": "v.computed_status {0}, " + _UNDATED_LAST.format("ASC"),
    "parties": "parties {0}, " + _UNDATED_LAST.format("ASC"),
    "confidence": "CASE v.confidence WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END {0}, " + _BY_KEY,
    "in_force": "v.in_force IS NULL, v.in_force_earliest {0}, " + _BY_KEY,
    "ended": "v.ended IS NULL, v.ended_earliest {0}, " + _BY_KEY,
    # Best match first: a word in the title weighs more than one in the notes.
    "match": "ranked.rank IS NULL, ranked.rank, v.key",
}
SORTS = tuple(_ORDERS)
# As the bundled file has them: plain text order, which any tool can check.
FILE_ORDER = "file"
_ORDERS[FILE_ORDER] = "v.key"

_RANKED = (
    "SELECT rowid AS number, bm25(agreement_text, 10, 10, 4, 2, 3, 1, 1) AS rank FROM agreement_text"
    " WHERE agreement_text MATCH :any_wanted"
)

Row = sqlite3.Row


def records(
    connection: sqlite3.Connection,
    question: Filter,
    *,
    sort: str = "signed",
    limit: int | None = None,
    fields: Collection[str] = ALL_FIELDS,
) -> Iterator[Record]:
    """Yield the records that answer ``question``, ordered by ``sort`` (one of SORTS, ``-`` before it reverses).

    Only the ``fields`` asked for are read; the others stay empty. Undated records come last in either direction.
    """
    asked = ask(question)
    rows = connection.execute(_select(asked, question, sort, limit), asked.parameters)
    while lot := list(islice(rows, _LOT)):
        lists = _lists(connection, [row["id"] for row in lot], fields)
        yield from (_record(row, lists) for row in lot)


def _select(asked: Question, question: Filter, sort: str, limit: int | None) -> str:
    scope = "s.inherited, s.inherited_from" if question.about_parties() else "0 AS inherited, '' AS inherited_from"
    name = sort.removeprefix("-")
    source = asked.source
    if name == "match" and "any_wanted" in asked.parameters:
        source += f" LEFT JOIN ({_RANKED}) AS ranked ON ranked.number = v.id"
    elif name == "match":
        name = "signed"
    order = _ORDERS[name].format("DESC" if sort.startswith("-") else "ASC")
    cut = f" LIMIT {int(limit)}" if limit is not None else ""
    return f"SELECT v.*, {scope} FROM {source} WHERE {asked.where} ORDER BY {order}{cut}"


def record(connection: sqlite3.Connection, key: str, as_of: date | None = None) -> Record:
    """Return the record with ``key`` (any case); NotFound with the nearest keys."""
    asked = ask(Filter(as_of=as_of))
    row = connection.execute(
        f"SELECT v.*, 0 AS inherited, '' AS inherited_from FROM {asked.source}"
        " WHERE v.asked = json_quote(:day) AND v.key = :key",
        {**asked.parameters, "key": known_key(connection, key)},
    ).fetchone()
    return _record(row, _lists(connection, [row["id"]], ALL_FIELDS))


def agreements(connection: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, Agreement]:
    """Return the agreements with the ``wanted`` keys that are on record, by key."""
    asked = ask(Filter())
    listed = ", ".join(f":key{place}" for place in range(len(wanted)))
    rows = connection.execute(
        f"SELECT v.*, 0 AS inherited, '' AS inherited_from FROM {asked.source}"
        f" WHERE v.asked = json_quote(:day) AND v.key IN ({listed})",
        {**asked.parameters, **{f"key{place}": key for place, key in enumerate(wanted)}},
    ).fetchall()
    lists = _lists(connection, [row["id"] for row in rows], ALL_FIELDS)
    return {row["key"]: _record(row, lists).agreement for row in rows}


def near(connection: sqlite3.Connection, new: Agreement, last: int) -> list[Agreement]:
    """Return the agreements up to row ``last`` between the same parties whose date does not speak against ``new``'s."""
    parties = ", ".join("?" * len(new.parties))
    condition, days = "", []
    if new.signed:
        condition = " AND (signed IS NULL OR (signed_latest >= ? AND signed_earliest <= ?))"
        days = [(new.signed.earliest - NEAR).isoformat(), (new.signed.latest + NEAR).isoformat()]
    rows = connection.execute(
        "SELECT key FROM agreement AS a WHERE id IN (SELECT agreement_id FROM participation WHERE party_code = ?)"
        f" AND id <= ?{condition}"
        f" AND (SELECT count(*) FROM participation WHERE agreement_id = a.id AND party_code IN ({parties})) = ?"
        " AND (SELECT count(*) FROM participation WHERE agreement_id = a.id) = ? ORDER BY id",
        (new.parties[0], last, *days, *new.parties, len(new.parties), len(new.parties)),
    )
    return list(agreements(connection, [row[0] for row in rows]).values())


def numbered(connection: sqlite3.Connection) -> Iterator[tuple[int, Agreement]]:
    """Yield every agreement with the number of its row, key by key."""
    keys = connection.execute(f"SELECT id, key FROM agreement AS v ORDER BY {_BY_KEY}")
    while lot := list(islice(keys, _LOT)):
        found = agreements(connection, [key for _, key in lot])
        yield from ((number, found[key]) for number, key in lot)


def known_key(connection: sqlite3.Connection, text: str) -> str:
    """Return the key that ``text`` names, whatever its case; NotFound when it was deleted or never given."""
    for key in (text.strip(), text.strip().upper()):
        if connection.execute("SELECT 1 FROM agreement WHERE key = ?", (key,)).fetchone():
            return key
    other = connection.execute("SELECT key FROM agreement WHERE key = ? COLLATE NOCASE", (text.strip(),)).fetchone()
    if other:
        return str(other[0])
    deleted = connection.execute(
        "SELECT deleted_on FROM issued_key WHERE key = ? COLLATE NOCASE AND deleted_on IS NOT NULL", (text.strip(),)
    ).fetchone()
    if deleted:
        raise NotFound("key", text.strip(), hint=f"its record was deleted on {deleted[0]}; keys are not given twice")
    raise NotFound("key", text.strip(), _nearest_keys(connection, text), "wbagree list shows the keys")


def _nearest_keys(connection: sqlite3.Connection, text: str) -> list[str]:
    wanted = text.strip().upper()
    # Keys share their first characters with those that people mistype; comparing all of a large register is slow.
    rows = connection.execute("SELECT key FROM agreement WHERE key LIKE ? LIMIT 5000", (wanted[:2] + "%",)).fetchall()
    return difflib.get_close_matches(wanted, [row[0] for row in rows], n=3, cutoff=0.7)


def keys(connection: sqlite3.Connection, beginning: str, limit: int) -> list[tuple[str, str]]:
    """Return key and title of the records whose key begins so, in any case, in key order."""
    rows = connection.execute(
        "SELECT key, title FROM agreement WHERE substr(key, 1, length(:beginning)) = :beginning COLLATE NOCASE"
        f" ORDER BY {_BY_KEY.replace('v.', '')} LIMIT :limit",
        {"beginning": beginning, "limit": limit},
    )
    return [(row[0], row[1]) for row in rows]


def titles(connection: sqlite3.Connection, wanted: Iterable[str]) -> dict[str, str]:
    """Return the titles of the ``wanted`` keys that are on record."""
    found = {}
    for key in dict.fromkeys(wanted):
        if row := connection.execute("SELECT title FROM agreement WHERE key = ?", (key,)).fetchone():
            found[key] = row[0]
    return found


def related_from(connection: sqlite3.Connection, key: str) -> list[Relation]:
    """Return the relations that other records state towards ``key``: each with the other record's key."""
    rows = connection.execute(
        "SELECT r.verb, a.key FROM relation AS r JOIN agreement AS a ON a.id = r.agreement_id"
        " WHERE r.target_key = ? ORDER BY a.key, r.position",
        (key,),
    )
    return [Relation(row[0], row[1]) for row in rows]


def has_records(connection: sqlite3.Connection) -> bool:
    """Whether the register holds any record."""
    return connection.execute("SELECT 1 FROM agreement LIMIT 1").fetchone() is not None


def restricted(connection: sqlite3.Connection, question: Filter) -> int:
    """Return how many restricted records answer a question."""
    if not connection.execute("SELECT 1 FROM agreement WHERE disclosure <> '' LIMIT 1").fetchone():
        return 0
    asked = ask(question)
    query = f"SELECT count(*) FROM {asked.source} WHERE {asked.where} AND v.disclosure <> ''"
    return int(connection.execute(query, asked.parameters).fetchone()[0])


def count(connection: sqlite3.Connection) -> int:
    """Return how many records the register holds."""
    return int(connection.execute("SELECT count(*) FROM agreement").fetchone()[0])


def figures(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how much the register holds, by what it is."""
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


def extra_fields(connection: sqlite3.Connection, question: Filter) -> tuple[str, ...]:
    """Return the fields of EXTRA_FIELDS that a record has which answers the question: each needs a column."""
    asked = ask(question)
    found = []
    for field, condition in _HAS_EXTRA.items():
        query = f"SELECT 1 FROM {asked.source} WHERE {asked.where} AND {condition} LIMIT 1"
        if connection.execute(query, asked.parameters).fetchone():
            found.append(field)
    return tuple(found)


_HAS_EXTRA = {
    "party_dates": "v.id IN"
    " (SELECT agreement_id FROM participation WHERE ratified IS NOT NULL OR in_force IS NOT NULL)",
    "renewal": "v.renewal <> ''",
    "disclosure": "v.disclosure <> ''",
}


Lists = dict[str, dict[int, tuple[Any, ...]]]

# field -> columns and table, and how a row (without agreement_id) becomes a value
_LISTS: dict[str, tuple[str, Callable[..., object]]] = {
    "signatories": ("party_code, institution, person, person_position FROM signatory", Signatory),
    "references": ("text FROM reference", str),
    "relations": ("verb, target_key FROM relation", Relation),
    "sources": ("citation, url FROM source", Source),
    "implementation": (
        "on_date, score, note, source, assessor, party_code FROM assessment",
        lambda on, *rest: Assessment(PartialDate.parse(on), *rest),
    ),
    "party_dates": (
        "party_code, ratified, in_force FROM participation",
        lambda party, *dates: PartyDates(party, *map(_date, dates)),
    ),
}
_ORDER_IN_LIST = {"party_dates": "party_code"}


def _lists(connection: sqlite3.Connection, ids: Sequence[int], fields: Collection[str]) -> Lists:
    lists: Lists = {}
    marks = ", ".join("?" * len(ids))
    for field in _LISTS.keys() & set(fields):
        columns, value = _LISTS[field]
        condition = " AND (ratified IS NOT NULL OR in_force IS NOT NULL)" if field == "party_dates" else ""
        rows = connection.execute(
            f"SELECT agreement_id, {columns} WHERE agreement_id IN ({marks}){condition}"
            f" ORDER BY agreement_id, {_ORDER_IN_LIST.get(field, 'position')}",
            ids,
        )
        found: dict[int, list[object]] = {}
        for row in rows:
            found.setdefault(row[0], []).append(value(*row[1:]))
        lists[field] = {agreement_id: tuple(values) for agreement_id, values in found.items()}
    return lists


def _record(row: Row, lists: Lists) -> Record:
    agreement = Agreement(
        key=row["key"],
        title=row["title"],
        title_original=row["title_original"],
        form=row["form"],
        types=tuple((row["types"] or "").split(";")),
        parties=tuple((row["parties"] or "").split(";")),
        level=row["level"],
        signed=_date(row["signed"]),
        place=row["place"],
        in_force=_date(row["in_force"]),
        ended=_date(row["ended"]),
        status=row["asserted_status"] or "",
        confidence=row["confidence"],
        notes=row["notes"],
        renewal=Renewal.parse(row["renewal"]) if row["renewal"] else None,
        disclosure=row["disclosure"],
        **{field: values.get(row["id"], ()) for field, values in lists.items()},
    )
    return Record(
        agreement,
        day=row["day"],
        status=row["computed_status"],
        verdict=row["verdict"],
        inherited_from=row["inherited_from"] if row["inherited"] else "",
        score=row["latest_score"] or "",
    )


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
