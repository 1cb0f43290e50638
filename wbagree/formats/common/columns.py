"""The columns of a list: fields of an agreement and computed values.

Machine formats print a column as the interchange format writes it (``interchange_cell``); tables for people print
``visible_cell``.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import ALL_NAMES, FIELD_BY_NAME, ID, IDENTITY_NAMES, VERSION
from wbagree.domain.agreements.status import DATED_BY_ACTS, date_words, explain_status, status_words
from wbagree.domain.agreements.vocabularies import ENDED_STATUSES, Status, label
from wbagree.errors import NotFound

# The columns of a list when none are chosen.
DEFAULT_COLUMNS = ("key", "signed", "form", "types", "parties", "computed_status", "title")
# Those that people read then: a status there has its dates.
LISTED_COLUMNS = ("parties", "signed", "title", "key", "form", "types", "computed_status")
DERIVED_COLUMNS = ("derived_signed", "derived_in_force", "derived_ended")
COMPUTED_COLUMNS = ("computed_status", "status_reason", "inherited_from", "score", *DERIVED_COLUMNS)
COLUMNS = (*ALL_NAMES, *COMPUTED_COLUMNS)
# The columns that can be chosen: an id is shown only where it is chosen.
_CHOICES = (*COLUMNS, *IDENTITY_NAMES)

# Lists of codes: joined by semicolons, without a notation of their own.
_CODES = ("types", "parties")

_COMPUTED_HEADINGS = {
    "computed_status": "Status",
    "status_reason": "Why",
    "inherited_from": "Inherited from",
    "score": "Applied",
    ID: "ID",
    "derived_signed": "Signed, by acts",
    "derived_in_force": "In force, by acts",
    "derived_ended": "Ended, by acts",
}


def parse_columns(text: str) -> tuple[str, ...]:
    """Return the columns that the text of ``--columns`` names.

    The default columns when it names none. NotFound lists all columns when one does not exist.
    """
    chosen = tuple(part.strip().lower() for part in text.split(",") if part.strip()) or DEFAULT_COLUMNS
    for name in chosen:
        if name not in _CHOICES:
            from wbagree.domain.text.suggestions import similar_texts  # here: only a mistyped name needs it

            raise NotFound("column", name, similar_texts(name, _CHOICES), f"the columns are: {', '.join(_CHOICES)}")
    return chosen


def heading(name: str) -> str:
    """Return the heading of a column."""
    if name in FIELD_BY_NAME:
        return FIELD_BY_NAME[name].column_heading
    return _COMPUTED_HEADINGS.get(name, name if name.isupper() else name.capitalize().replace("_", " "))


def interchange_cell(record: Record, name: str) -> str:
    """Return a column's text as the interchange format writes it."""
    if name in _COMPUTED_CELLS:
        return _COMPUTED_CELLS[name](record)
    value = getattr(record.agreement, name)
    if name in _CODES:
        return ";".join(value)
    if isinstance(value, tuple):
        from wbagree.domain.agreements.cell_notation import NOTATIONS  # here: most lists need no notation

        return NOTATIONS[name].write(value)
    return "" if value is None else str(value)


def _version(record: Record) -> str:
    from wbagree.domain.agreements.identity import version_of  # here: only an export and a chosen column need it
    from wbagree.domain.agreements.validation import to_cells

    return version_of(to_cells(record.agreement))


_COMPUTED_CELLS: dict[str, Callable[[Record], str]] = {
    "computed_status": lambda record: record.status,
    "status_reason": explain_status,
    "inherited_from": lambda record: record.inherited_from,
    "score": lambda record: record.score,
    ID: lambda record: record.id,
    VERSION: _version,
    **{name: attrgetter(name) for name in DERIVED_COLUMNS},
}


def visible_cell(record: Record, name: str) -> str:
    """Return a column's text as people read it.

    Codes become words, and commas or blanks separate the items of a list.
    """
    text = interchange_cell(record, name)
    if name == "computed_status":
        return status_words(record)
    if not text and name in DATED_BY_ACTS:
        return date_words(record, name)
    if name in ("form", "level", "status", "score"):
        return label(text)
    if name in ("types", "parties", "references", "relations"):
        return text.replace(";", " " if name == "parties" else ", ")
    if name == "languages":
        from wbagree.domain.agreements.languages import language_words  # here: most lists have no such column

        return language_words(text)
    return text


def listed_cells(record: Record) -> tuple[str, ...]:
    """Return the texts of a record in the columns of a list."""
    *cells, _ = (visible_cell(record, name) for name in LISTED_COLUMNS)
    cells[1] = cells[1] or "undated"
    return (*cells, dated_status(record).on_one_line())


class DatedStatus(NamedTuple):
    """A status with the dates of its agreement.

    ``date`` goes on after the words (``in force`` and ``since 2012``), each of ``others`` is a clause.
    """

    words: str
    date: str
    others: tuple[str, ...]

    def on_one_line(self) -> str:
        """Return all of it: ``in force since 2012, ends 2030``."""
        return ", ".join((" ".join(filter(None, (self.words, self.date))), *self.others))


def dated_status(record: Record) -> DatedStatus:
    """Return the status of a record with the dates that are recorded."""
    words, _, since = status_words(record).partition(" since ")
    dates = dict(_dates(record))
    if record.status == Status.INHERITED:
        dates.pop("in force from", None)
    if since:
        date = f"since {since}"
    elif record.status == Status.IN_FORCE and "in force from" in dates:
        date = f"since {dates.pop('in force from')}"
    else:
        date = dates.pop("ended", "") if record.status in ENDED_STATUSES else ""
    ends = "ends" if record.status == Status.IN_FORCE else "ended"
    return DatedStatus(words, date, tuple(f"{ends if name == 'ended' else name} {on}" for name, on in dates.items()))


def _dates(record: Record) -> Iterator[tuple[str, str]]:
    for name, field in (("in force from", "in_force"), ("ended", "ended")):
        if on := date_words(record, field):
            yield name, on


def fields_needed(names: Sequence[str]) -> frozenset[str]:
    """Return the fields of an agreement, and its id, that columns need.

    A version is a digest of all fields; an act may be the reason of a status.
    """
    fields = frozenset(name for name in names if name not in (*COMPUTED_COLUMNS, VERSION))
    if "status_reason" in names:
        fields = fields.union(("acts",))
    return fields.union(ALL_NAMES) if VERSION in names else fields
