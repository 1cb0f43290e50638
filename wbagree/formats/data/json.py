"""JSON and JSON Lines with the names of the fields as keys."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import FIELDS, IDENTITY_NAMES, ValueKind
from wbagree.domain.agreements.status import explain_status
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.columns import COLUMNS, interchange_cell

if TYPE_CHECKING:
    from wbagree.formats.common.agreement_context import AgreementContext

_NULLABLE = {field.name for field in FIELDS if field.kind in (ValueKind.WORD, ValueKind.DATE, ValueKind.RENEWAL)}


def record_object(record: Record, columns: tuple[str, ...] = COLUMNS) -> dict[str, Any]:
    """Return the JSON object of a record with the given columns."""
    return {name: _COMPUTED[name](record) if name in _COMPUTED else _value(record, name) for name in columns}


_COMPUTED: Mapping[str, Callable[[Record], object]] = {
    "computed_status": lambda record: record.status,
    "status_reason": explain_status,
    "inherited_from": lambda record: record.inherited_from or None,
    "score": lambda record: record.score or None,
    **{name: partial(interchange_cell, name=name) for name in IDENTITY_NAMES},
    "derived_signed": lambda record: record.derived_signed or None,
    "derived_in_force": lambda record: record.derived_in_force or None,
    "derived_ended": lambda record: record.derived_ended or None,
}


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
        file.write(separator + _indented(item))
        separator = ",\n"
    file.write("]\n" if separator == "\n" else "\n]\n")


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def _indented(value: object, margin: str = "\n") -> str:
    """Return a value as ``json.dumps`` indents it.

    A list of a large register takes half the time: the library's fast encoder does not indent.
    """
    if not value or not isinstance(value, (dict, list)):
        return _encoded(value)
    inner = f"{margin}  "
    if isinstance(value, dict):
        lines = [f"{_encoded(name)}: {_indented(item, inner)}" for name, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(lines)}{margin}}}"
    return f"[{inner}{f',{inner}'.join(_indented(item, inner) for item in value)}{margin}]"


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
