"""The reader of JSON: an array of objects, or one object a line.

The columns are the names in the objects. A name in an object inside another, or in a list of such objects, is a column
``outer.inner``.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from wbagree.domain.acts.act import Act
from wbagree.domain.acts.party_dates import acts_of_dates
from wbagree.domain.agreements.cell_notation import NOTATIONS
from wbagree.domain.agreements.fields import ALL_NAMES, STANDARD_NAMES
from wbagree.domain.agreements.merge import ListItem, PartialCell
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.column_mapping import EARLIER_NAMES, names_parties
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.errors import ImportRefused, InvalidValue
from wbagree.formats.list_readers.rows import JSON_LINES, ReaderResult, Row

# The most bytes of a document that is read at once, and the most different names in all of its objects.
_LARGEST = 2**26
_MOST_NAMES = 2000


def read_json(path: Path, name: str, coding: str, vocabulary: Vocabulary | None = None) -> ReaderResult:
    """Read JSON or JSON Lines.

    ImportRefused names the line or item that cannot be read. With a vocabulary, an item with a list of its parties as
    objects has a row for each of them.
    """
    lines = path.suffix.lower() in (".jsonl", ".ndjson") or not _is_document(path, coding)
    header: dict[str, None] = {}
    # The file is read twice, for even a name that only the last object has is a column.
    numbers, has_party_rows = 0, False
    for number, item in _items(path, name, coding, vocabulary, lines=lines):
        has_party_rows = has_party_rows or number == numbers
        numbers = number
        header.update(dict.fromkeys(item))
        if len(header) > _MOST_NAMES:
            raise ImportRefused(f"{name} has more than {_MOST_NAMES:,} names; it cannot be a list of agreements")
    facts = {"format": JSON_LINES if lines else "JSON", "encoding": coding}
    rows = _rows(path, name, coding, tuple(header), vocabulary, lines=lines)
    return ReaderResult(facts, rows, header=tuple(header), has_party_rows=has_party_rows)


def _is_document(path: Path, coding: str) -> bool:
    """Return whether the text is one JSON value.

    That is an array, or one object over several lines; otherwise it is JSON Lines.
    """
    try:
        with path.open(encoding=coding) as file:
            first = next((line for line in file if line.strip()), "").strip().lstrip("\ufeff")
        if not first.startswith("["):
            json.loads(first)
            return False
    except (ValueError, RecursionError):
        pass  # the value continues on the next line, or it is malformed, which reading all of it reports
    return True


def _items(
    path: Path, name: str, coding: str, vocabulary: Vocabulary | None, *, lines: bool
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of each item, with its number."""
    for number, item in _values_of(path, name, coding, lines=lines):
        place = f"{name}:{number}" if lines else f"{name}: item {number}"
        for row in _objects(item, place, vocabulary):
            yield number, row


def _values_of(path: Path, name: str, coding: str, *, lines: bool) -> Iterator[tuple[int, Any]]:
    try:
        with path.open(encoding=coding) as file:
            if lines:
                for line, text in enumerate(file, 1):
                    if text.strip():
                        yield line, _parsed(text)
                return
            if path.stat().st_size > _LARGEST:
                raise ImportRefused(
                    f"{name} is too large to be read at once", "write it as JSON Lines, one object a line"
                )
            document = _parsed(file.read())
    except UnicodeError as error:
        raise ImportRefused(f"{name} is not {coding} throughout", "name its encoding: --encoding") from error
    except RecursionError as error:
        raise ImportRefused(f"{name} is nested too deeply to be a list of agreements") from error
    except ValueError as error:
        raise ImportRefused(f"{name} cannot be read as JSON: {error}") from error
    yield from enumerate(_list_in(document), 1)


def _parsed(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object_of)


def _object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the dictionary of a JSON object's names and values.

    ValueError when a name occurs twice: choosing either value would hide the other.
    """
    names = Counter(name for name, _ in pairs)
    if len(names) < len(pairs):
        raise ValueError(f"one object has {names.most_common(1)[0][0]!r} twice")
    return dict(pairs)


def _list_in(document: object) -> list[Any]:
    """Return the items of a document.

    They are those of an array, of the only array of objects in an object that is no record, or the object itself.
    """
    if isinstance(document, list):
        return document
    if not isinstance(document, dict) or not document.keys().isdisjoint(STANDARD_NAMES):
        return [document]
    wrapped = [value for value in document.values() if _is_list_of_objects(value)]
    return wrapped[0] if len(wrapped) == 1 else [document]


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _objects(item: object, place: str, vocabulary: Vocabulary | None) -> Iterator[dict[str, Any]]:
    """Yield the rows of an item: one, or one for each party that is an object.

    ``[{"country": "Albania", "ratified": "2010"}]`` and ``{"Albania": {"ratified": "2010"}}`` are the same.
    """
    if not isinstance(item, dict):
        raise ImportRefused(f"{place} is not an object with named values")
    names = [name for name in item if vocabulary and names_parties(name, vocabulary)]
    name, parties = next(((one, found) for one in names if (found := _party_objects(item[one]))), ("", []))
    if not name:
        yield _object(item, place)
        return
    others = {one: value for one, value in item.items() if one != name}
    for party in parties:
        yield _object({**others, **{f"{name}.{inner}": value for inner, value in party.items()}}, place)


def _party_objects(value: object) -> list[dict[str, Any]]:
    """Return the objects of parties, in a list or by name."""
    if isinstance(value, dict) and all(isinstance(one, dict) for one in value.values()):
        return [{"party": name, **one} for name, one in value.items()]
    return value if isinstance(value, list) and _is_list_of_objects(value) else []


def _object(item: dict[str, Any], place: str) -> dict[str, Any]:
    pairs = list(_flat(item))  # no deeper than the parser went
    try:
        return _object_of(pairs)
    except ValueError as error:
        raise ImportRefused(f"{place}: {error}") from error


def _flat(item: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the columns of an object with their values, nested objects flattened.

    ``{"meta": {"restricted": true}}`` is a column ``meta.restricted``, ``{"flags": [{"a": 1}, {"a": 2}]}`` a column
    ``flags.a`` with two lines. The values of our own fields are not flattened.
    """
    for name, value in item.items():
        theirs = before or name not in (*ALL_NAMES, *EARLIER_NAMES)
        if theirs and isinstance(value, dict) and value:
            yield from _flat(value, f"{before}{name}.")
        elif theirs and _is_list_of_objects(value):
            lines: dict[str, list[Any]] = {}
            for one in value:
                for inner, found in _flat(one, f"{before}{name}."):
                    lines.setdefault(inner, []).append(found)
            yield from lines.items()
        else:
            yield f"{before}{name}", value


def _rows(
    path: Path, name: str, coding: str, header: tuple[str, ...], vocabulary: Vocabulary | None, *, lines: bool
) -> Iterator[Row]:
    try:
        for line, item in _items(path, name, coding, vocabulary, lines=lines):
            # null empties a field; a missing name leaves it unchanged.
            yield line, [_text(item[column], column) if column in item else PartialCell() for column in header]
    except RecursionError as error:
        raise ImportRefused(f"{name} is nested too deeply to be a list of agreements") from error


def _text(value: object, column: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        own = _own_cell(value, column)
        return "\n".join(_text(item, column) for item in value) if own is None else own
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _own_cell(items: list[Any], column: str) -> str | None:
    """Return the cell for a list in our own JSON export.

    None when the list is not from our export. A ``Part`` when some of its values lack names.
    """
    if column == "party_dates":
        return _dates_as_acts(items)
    if column not in NOTATIONS:
        return None
    try:
        if all(isinstance(item, str) for item in items):
            return NOTATIONS[column].write(items)
        values = [_value(item, _KINDS[column]) for item in items]
        cell = NOTATIONS[column].write(values)
        if NOTATIONS[column].read(cell) != tuple(values):
            return None
        every = frozenset(_KINDS[column]._fields)
        stated = [(value, every & item.keys()) for value, item in zip(values, items, strict=True)]
        return cell if all(names == every for _, names in stated) else PartialCell(cell, stated)
    except (KeyError, TypeError, AttributeError, InvalidValue):
        return None


_KINDS: dict[str, type[ListItem]] = {
    "signatories": Signatory,
    "relations": Relation,
    "sources": Source,
    "implementation": Assessment,
    "acts": Act,
}
_DATES = ("on", "effect")


def _dates_as_acts(items: list[Any]) -> str | None:
    """Return the acts of parties' two dates, as earlier exports have them.

    None for anything else.
    """
    try:
        acts = [
            act
            for item in items
            for act in acts_of_dates(item["party"], _date(item.get("ratified")), _date(item.get("in_force")))
        ]
        return NOTATIONS["acts"].write(acts)
    except (KeyError, TypeError, AttributeError, InvalidValue):
        return None


def _value(item: dict[str, str | None], kind: Callable[..., ListItem]) -> ListItem:
    """Return one value of a list from its JSON object.

    TypeError when it lacks a name that it needs.
    """
    read = {name: _date(text) if name in _DATES else text or "" for name, text in item.items()}
    return kind(**({"citation": ""} if kind is Source else {}) | read)


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
