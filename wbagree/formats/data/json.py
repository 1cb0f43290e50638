"""JSON and JSON Lines with the names of the fields as keys."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import FIELDS, IDENTITY_NAMES, ValueKind
from wbagree.domain.agreements.status import explain_status
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.columns import COLUMNS, DERIVED_COLUMNS, interchange_cell

if TYPE_CHECKING:
    from wbagree.formats.common.agreement_context import AgreementContext

_NULLABLE = {field.name for field in FIELDS if field.kind in (ValueKind.WORD, ValueKind.DATE, ValueKind.RENEWAL)}


def record_object(record: Record, columns: tuple[str, ...] = COLUMNS) -> dict[str, Any]:
    """Return the JSON object of a record with the given columns."""
    computed = {
        "computed_status": record.status,
        "status_reason": explain_status(record),
        "inherited_from": record.inherited_from or None,
        "score": record.score or None,
        **{name: interchange_cell(record, name) for name in IDENTITY_NAMES if name in columns},
        **{name: getattr(record, name) or None for name in DERIVED_COLUMNS},
    }
    return {name: computed[name] if name in computed else _value(record, name) for name in columns}


def _value(record: Record, name: str) -> object:
    value = getattr(record.agreement, name)
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else _plain(item._asdict()) for item in value]
    if isinstance(value, PartialDate) or (value and name == "renewal"):
        return str(value)
    return value or None if name in _NULLABLE else value


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, PartialDate) else value for name, value in item.items()}


def write_json(objects: Iterable[dict[str, Any]], file: TextIO) -> None:
    """Write objects as one JSON array, one object at a time."""
    file.write("[")
    separator = "\n"
    for item in objects:
        file.write(separator + json.dumps(item, ensure_ascii=False, indent=2))
        separator = ",\n"
    file.write("]\n" if separator == "\n" else "\n]\n")


def write_jsonl(objects: Iterable[dict[str, Any]], file: TextIO) -> None:
    """Write objects as JSON Lines."""
    file.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)


def sheet_object(record: Record, context: "AgreementContext") -> dict[str, Any]:
    """Return the JSON object of a whole record and its context.

    The context: the relations that other agreements state to it, and the imported rows that it was made of.
    """
    related = [relation.inverse()._asdict() for relation in context.related_from]
    came_from = [
        {"batch": row.batch, "file": row.file, "line": row.line, "undone_by": row.undone_by}
        for row in context.provenance
    ]
    return record_object(record) | {"related_from": related, "came_from": came_from}
