"""Filling a record with what another telling of the same instrument knows; no fact gives way to an emptier one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Self, cast

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import LISTS
from wbagree.domain.agreements.parts import Assessment, PartyDates, Relation, Signatory, Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import WbagreeError

# A value of a list of the record, in its parts.
Value = Signatory | PartyDates | Relation | Source | Assessment

# What stands for "not known" in a field that is never empty.
_UNKNOWN = {"level": "unknown", "form": "other"}
_JOINED = ("references", "relations", "sources", "implementation")
_BY_PARTY = ("signatories", "party_dates")


def fill_gaps(stored: Agreement, told: Agreement) -> Agreement:
    """Return ``stored`` with what only ``told`` says: empty fields, further references and sources, finer dates."""
    changes: dict[str, object] = {}
    for name in ("title_original", "place", "status", "level", "form"):
        if getattr(stored, name) in ("", _UNKNOWN.get(name)) and getattr(told, name) not in ("", _UNKNOWN.get(name)):
            changes[name] = getattr(told, name)
    changes["disclosure"] = stored.disclosure or told.disclosure
    changes["renewal"] = stored.renewal or told.renewal
    for name in ("signed", "in_force", "ended"):
        changes[name] = _finer(getattr(stored, name), getattr(told, name))
    for name in _JOINED:
        changes[name] = tuple(dict.fromkeys((*getattr(stored, name), *getattr(told, name))))
    for name in _BY_PARTY:
        known = {value.party for value in getattr(stored, name)}
        more = [value for value in getattr(told, name) if value.party not in known and value.party in stored.parties]
        changes[name] = (*getattr(stored, name), *more)
    if stored.types == ("other",):
        changes["types"] = told.types
    lines = stored.notes.splitlines()
    changes["notes"] = "\n".join([*lines, *(line for line in told.notes.splitlines() if line not in lines)])
    return replace(stored, **changes)  # type: ignore[arg-type]  # each value is of its field's type


def _finer(stored: PartialDate | None, told: PartialDate | None) -> PartialDate | None:
    """The more precise of two dates that agree; a doubtful one does not replace a plain one."""
    if stored is None or told is None:
        return stored or told
    inside = stored.earliest <= told.earliest and told.latest <= stored.latest
    return told if inside and told.precision != stored.precision and not told.mark else stored


class Part(str):
    """A cell that states only a part of its field.

    ``told`` has each value with the names that are stated of it; when it is empty the field stays as it is.
    """

    __slots__ = ("told",)
    told: tuple[tuple[Value, frozenset[str]], ...]

    def __new__(cls, text: str = "", told: Iterable[tuple[Value, frozenset[str]]] = ()) -> Self:
        """Make the cell from ``text`` in our own notation."""
        part = super().__new__(cls, text)
        part.told = tuple(told)
        return part


def added(stored: Mapping[str, str], additions: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of fields with ``additions`` merged into ``stored``.

    A party's signatory or date replaces that of the same party; in the values of a ``Part`` the names that it does not
    state stay as they are. What is no valid notation is left for the gate to refuse.
    """
    cells = {}
    for name, text in additions.items():
        try:
            if isinstance(text, Part):
                cells[name] = _completed(name, stored[name], text)
            else:
                cells[name] = _day(stored[name], text) if name == "signed" else _joined(name, stored[name], text)
        except WbagreeError:
            cells[name] = text
    return cells


def _day(stored: str, told: str) -> str:
    """The day that was told, unless the one that is here is the same and finer: a year says nothing against a day."""
    if stored:
        here, there = PartialDate.parse(stored), PartialDate.parse(told)
        if there.earliest <= here.earliest and here.latest <= there.latest:
            return stored
    return told


# What tells one value of a list from the others, as far as it is said.
_KNOWN_BY = {
    "signatories": ("party", "institution"),
    "party_dates": ("party",),
    "relations": ("verb", "key"),
    "sources": ("citation", "url"),
    "implementation": ("on",),
}


def _completed(field: str, stored: str, part: Part) -> str:
    """Return the values with their missing names filled from the register."""
    read, write = LISTS[field]
    here, values = cast("Sequence[Value]", read(stored)), []
    for value, named in part.told:
        telling = [name for name in _KNOWN_BY[field] if name in named]
        alike = [one for one in here if all(getattr(one, name) == getattr(value, name) for name in telling)]
        said = {name: getattr(value, name) for name in named}
        values.append(alike[0]._replace(**said) if len(alike) == 1 else value)
    return write(values)


def _joined(name: str, stored: str, told: str) -> str:
    read, write = LISTS[name]
    join = _JOINS[name]
    return write(join(read(stored), read(told)))


def _signatories(here: Sequence[Signatory], told: Sequence[Signatory]) -> list[Signatory]:
    signed = {signatory.party for signatory in told}
    return [*(signatory for signatory in here if signatory.party not in signed), *told]


def _party_dates(here: Sequence[PartyDates], told: Sequence[PartyDates]) -> list[PartyDates]:
    by_party = {dates.party: dates for dates in here}
    for dates in told:
        known = by_party.get(dates.party, dates)
        by_party[dates.party] = PartyDates(
            dates.party, dates.ratified or known.ratified, dates.in_force or known.in_force
        )
    return list(by_party.values())


def _sources(here: Sequence[Source], told: Sequence[Source]) -> list[Source]:
    addresses = {source.url for source in here}
    return [*here, *(source for source in told if source.url not in addresses)]


_JOINS: dict[str, Callable[..., Sequence[object]]] = {
    "signatories": _signatories,
    "party_dates": _party_dates,
    "sources": _sources,
}
