"""The columns of a list: fields of an agreement and computed values.

Machine formats print a column as the interchange format writes it; tables for people print ``visible_columns``.
"""

from collections.abc import Callable, Sequence

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import ALL_NAMES, BY_NAME
from wbagree.domain.agreements.status import explain_status, status_words
from wbagree.domain.agreements.vocabularies import label
from wbagree.errors import NotFound

# What a list shows unless told otherwise.
DEFAULT = ("key", "signed", "form", "types", "parties", "computed_status", "title")
COMPUTED = ("computed_status", "status_reason", "inherited_from", "score")
COLUMNS = (*ALL_NAMES, *COMPUTED)

# Lists of codes, which need no notation of their own.
_CODES = ("types", "parties")

_COMPUTED_HEADINGS = {
    "computed_status": "Status",
    "status_reason": "Why",
    "inherited_from": "Inherited from",
    "score": "Applied",
}


def choose(text: str) -> tuple[str, ...]:
    """Return the columns that ``--columns`` names; NotFound lists those there are."""
    chosen = tuple(part.strip().lower() for part in text.split(",") if part.strip()) or DEFAULT
    for name in chosen:
        if name not in COLUMNS:
            from wbagree.domain.text.suggestions import did_you_mean  # here: only a mistyped name needs it

            raise NotFound("column", name, did_you_mean(name, COLUMNS), f"the columns are: {', '.join(COLUMNS)}")
    return chosen


def heading(name: str) -> str:
    """Return the words above a column."""
    if name in BY_NAME:
        return BY_NAME[name].in_words
    return _COMPUTED_HEADINGS.get(name, name if name.isupper() else name.capitalize().replace("_", " "))


def cell(record: Record, name: str) -> str:
    """Return a column's text as the interchange format writes it."""
    if name in _COMPUTED_CELLS:
        return _COMPUTED_CELLS[name](record)
    value = getattr(record.agreement, name)
    if name in _CODES:
        return ";".join(value)
    if isinstance(value, tuple):
        from wbagree.domain.agreements.cell_notation import NOTATIONS  # here: a list shows codes, and none of these

        return NOTATIONS[name].write(value)
    return "" if value is None else str(value)


_COMPUTED_CELLS: dict[str, Callable[[Record], str]] = {
    "computed_status": lambda record: record.status,
    "status_reason": explain_status,
    "inherited_from": lambda record: record.inherited_from,
    "score": lambda record: record.score,
}


def visible_columns(record: Record, name: str) -> str:
    """Return a column's text as people read it: words for codes, blanks between list items."""
    text = cell(record, name)
    if name == "computed_status":
        return status_words(record)
    if name in ("form", "level", "status", "score"):
        return label(text)
    if name in ("types", "parties", "references", "relations"):
        return text.replace(";", " " if name == "parties" else ", ")
    return text


def fields_needed(names: Sequence[str]) -> frozenset[str]:
    """Return the record fields that these columns need."""
    return frozenset(name for name in names if name not in COMPUTED)
