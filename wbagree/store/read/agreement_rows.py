"""Agreements from rows of agreement_view and of the tables of their lists."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.fields import DATE_NAMES, FIELDS, ValueKind
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidValue, SpoiltCell
from wbagree.store.read.filter_sql import FilterSql

if TYPE_CHECKING:
    from wbagree.domain.acts.act import Act
    from wbagree.domain.agreements.parts import Assessment
    from wbagree.domain.agreements.renewal import Renewal

# The fields that are one column each, lists apart.
SCALARS = tuple(field for field in FIELDS if field.kind is not ValueKind.LIST)
_NAMES = tuple(field.name for field in SCALARS)
# The columns of a record in agreement_view as ``v``, in this order; its row number first.
COLUMNS = ", ".join(
    f"v.{name}"
    for name in (
        *("id", *(field.stored_as for field in SCALARS), "parties", "types"),
        *("derived_signed", "derived_in_force", "derived_ended"),
        *("day", "latest_score"),
    )
)

# The id of a record, after all other columns where it is read.
ID_COLUMN = "(SELECT uid FROM identity WHERE subject = 'agreement' AND identity.key = v.key) AS uid"


def status_columns(sql: FilterSql) -> str:
    """Return the columns of status and verdict, after ``COLUMNS``."""
    return f"{sql.status} AS computed_status, {sql.verdict} AS verdict"


# Field to (row number of a record to its items).
Lists = dict[str, dict[int, tuple[Any, ...]]]

# Field to the columns of an item, the table, and the column that orders the items of a record.
LIST_TABLES = {
    "signatories": ("party_code, institution, person, person_position", "signatory", "position"),
    "references": ("text", "reference", "position"),
    "relations": ("verb, target_key", "relation", "position"),
    "sources": ("citation, url", "source", "position"),
    "implementation": ("on_date, score, note, source, assessor, party_code", "assessment", "position"),
    "acts": ("kind, party_code, on_date, effect, reference, source, note", "act", "position"),
}


def lists_of(connection: sqlite3.Connection, numbers: Sequence[int], fields: Collection[str]) -> Lists:
    """Return the list-valued ``fields`` of the records with these row numbers."""
    listed = LIST_TABLES.keys() & set(fields)
    if not listed:
        return {}
    makers = _makers()
    return {field: _list(connection, field, numbers, makers[field]) for field in listed}


def _list(
    connection: sqlite3.Connection, field: str, numbers: Sequence[int], make: Callable[..., object]
) -> dict[int, tuple[Any, ...]]:
    columns, table, order = LIST_TABLES[field]
    marks = ", ".join("?" * len(numbers))
    cursor = connection.cursor()
    cursor.row_factory = None  # plain tuples: there are several times as many rows as records
    rows = cursor.execute(
        f"SELECT agreement_id, {columns} FROM {table} WHERE agreement_id IN ({marks}) ORDER BY agreement_id, {order}",
        numbers,
    )
    found: dict[int, list[object]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(make(*row[1:]))
    return {number: tuple(values) for number, values in found.items()}


def _makers() -> dict[str, Callable[..., object]]:
    """Return the functions that make the items of lists, by field.

    The classes are imported only when an agreement is read with its lists.
    """
    from wbagree.domain.acts.act import Act
    from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source

    def assessment(on: str, *rest: str) -> "Assessment":
        day = _date(on)
        if day is None:
            raise SpoiltCell("an assessment without a date")
        return Assessment(day, *rest)

    def act(kind: str, party: str, on: str, effect: str, *rest: str) -> "Act":
        day = _date(on)
        if day is None:
            raise SpoiltCell("an act without a date")
        return Act(kind, party, day, _date(effect), *rest)

    return {
        "signatories": Signatory,
        "references": str,
        "relations": Relation,
        "sources": Source,
        "implementation": assessment,
        "acts": act,
    }


def record_of(row: Iterable[Any], lists: Lists) -> Record:
    """Return the record of a row with its lists.

    The row has ``COLUMNS``, ``status_columns``, ``inherited`` and ``inherited_from``, then perhaps ``ID_COLUMN``.
    """
    number, *columns = row
    values: dict[str, Any] = dict(zip(_NAMES, columns, strict=False))
    parties, types, *computed = columns[len(_NAMES) :]
    derived, (day, latest_score, status, verdict, inherited, inherited_from, *uid) = computed[:3], computed[3:]
    for name in DATE_NAMES:
        if text := values[name]:
            values[name] = _date(text)
    values["renewal"] = _renewal(values["renewal"]) if values["renewal"] else None
    values["status"] = values["status"] or ""
    for name, items in lists.items():
        values[name] = items.get(number, ())
    agreement = Agreement(types=tuple((types or "").split(";")), parties=tuple((parties or "").split(";")), **values)
    inherited_from = inherited_from if inherited else ""
    return Record(agreement, day, status, verdict, inherited_from, latest_score or "", *derived, *uid)


def _date(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except InvalidValue as error:
        raise SpoiltCell(error.sentence, "a text where there is to be a date or a renewal") from error


def _renewal(text: str) -> "Renewal":
    from wbagree.domain.agreements.renewal import Renewal  # here: few records have one

    try:
        return Renewal.parse(text)
    except InvalidValue as error:
        raise SpoiltCell(error.sentence, "a text where there is to be a date or a renewal") from error
