"""Merging of agreements and of their cells; no stored fact is lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Self, cast

from wbagree.domain.acts.act import Act
from wbagree.domain.acts.kinds import Role, role_of
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import NOTATIONS
from wbagree.domain.agreements.fields import FIELDS, Field, Merge
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import WbagreeError

# An item of a list-valued field.
ListItem = Signatory | Act | Relation | Source | Assessment


def fill_gaps(stored: Agreement, other: Agreement) -> Agreement:
    """Return ``stored`` with the facts that only ``other`` has.

    Nothing stored is lost.
    """
    return stored._replace(**{field.name: _MERGERS[field.merge](field, stored, other) for field in FIELDS})


def _keep(field: Field, stored: Agreement, _other: Agreement) -> Any:
    return getattr(stored, field.name)


def _fill(field: Field, stored: Agreement, other: Agreement) -> Any:
    ours, theirs = getattr(stored, field.name), getattr(other, field.name)
    empty = ("", None, field.unknown, (field.unknown,))
    return theirs if ours in empty and theirs not in empty else ours


def _finer_date(field: Field, stored: Agreement, other: Agreement) -> PartialDate | None:
    """Return the more precise of two dates that agree.

    Otherwise the stored one. A date with a mark of doubt does not replace another.
    """
    ours: PartialDate | None = getattr(stored, field.name)
    theirs: PartialDate | None = getattr(other, field.name)
    if ours is None or theirs is None:
        return ours or theirs
    return theirs if _is_finer(theirs, ours) else ours


def _is_finer(one: PartialDate, other: PartialDate) -> bool:
    return _is_within(one, other) and one.precision != other.precision and not one.mark


def _is_within(one: PartialDate, other: PartialDate) -> bool:
    return other.earliest <= one.earliest and one.latest <= other.latest


def _with_status(field: Field, stored: Agreement, other: Agreement) -> Any:
    """Return the date of the status that is kept.

    The date of another status is ignored.
    """
    return _finer_date(field, stored, other) if stored.status in ("", other.status) else getattr(stored, field.name)


def _join(field: Field, stored: Agreement, other: Agreement) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*getattr(stored, field.name), *getattr(other, field.name))))


def _join_lines(field: Field, stored: Agreement, other: Agreement) -> str:
    lines = getattr(stored, field.name).splitlines()
    return "\n".join([*lines, *(line for line in getattr(other, field.name).splitlines() if line not in lines)])


def _join_parties(field: Field, stored: Agreement, other: Agreement) -> tuple[Any, ...]:
    """Return the items of ``stored``, and those of parties without one.

    These come from ``other``; only parties of the stored agreement count.
    """
    ours = getattr(stored, field.name)
    named = {item.party for item in ours}
    theirs = (item for item in getattr(other, field.name) if item.party not in named and item.party in stored.parties)
    return (*ours, *theirs)


def _fill_acts(field: Field, stored: Agreement, other: Agreement) -> tuple[Act, ...]:
    """Return the acts of ``stored``, filled and joined with those of ``other``.

    An act of the same kind and party on the same date, or on one within the other, is the same act: a more precise date
    and what was missing are taken from ``other``. Acts of parties that only ``other`` has are ignored.
    """
    acts: list[Act] = list(getattr(stored, field.name))
    known = len(acts)
    for act in getattr(other, field.name):
        if act.party in other.parties and act.party not in stored.parties:
            continue
        alike = [place for place, one in enumerate(acts[:known]) if _is_same_act(one, act)]
        exact = [place for place in alike if acts[place].on == act.on]
        if alike:
            place = (exact or alike)[0]
            acts[place] = _filled_act(acts[place], act)
        else:
            acts.append(act)
    return tuple(acts)


def _is_same_act(one: Act, other: Act) -> bool:
    is_same_time = _is_within(one.on, other.on) or _is_within(other.on, one.on)
    return (one.kind, one.party) == (other.kind, other.party) and is_same_time


def _filled_act(ours: Act, theirs: Act) -> Act:
    missing = {name: value for name, value in theirs._asdict().items() if value and not getattr(ours, name)}
    return ours._replace(**missing, on=theirs.on if _is_finer(theirs.on, ours.on) else ours.on)


_MERGERS: dict[Merge, Callable[[Field, Agreement, Agreement], Any]] = {
    Merge.KEEP: _keep,
    Merge.FILL: _fill,
    Merge.FINER_DATE: _finer_date,
    Merge.WITH_STATUS: _with_status,
    Merge.JOIN: _join,
    Merge.JOIN_LINES: _join_lines,
    Merge.JOIN_PARTIES: _join_parties,
    Merge.JOIN_ACTS: _fill_acts,
}


class PartialCell(str):
    """A cell that states only a part of its field.

    ``stated`` has each item with the names of its attributes that are stated; if it is empty the field is left as it
    is.
    """

    __slots__ = ("stated",)
    stated: tuple[tuple[ListItem, frozenset[str]], ...]

    def __new__(cls, text: str = "", stated: Iterable[tuple[ListItem, frozenset[str]]] = ()) -> Self:
        """Make the cell from ``text`` in our own notation."""
        part = super().__new__(cls, text)
        part.stated = tuple(stated)
        return part


def replace_cells(stored: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return the stored cells, with those of ``given`` in their place.

    The date of the stored status is removed if ``given`` has a new status without a date.
    """
    status = "-".join(given.get("status", stored["status"]).lower().split())
    undated = {} if "status_on" in given or status == stored["status"] else {"status_on": ""}
    return {**stored, **undated, **given}


def merge_additions(stored: Mapping[str, str], additions: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of ``additions``, merged into those of ``stored``.

    A party's signatory or date replaces that of the same party; in the items of a ``Part`` the attributes that it does
    not state stay as they are. A cell without valid notation is left for the validator to refuse.
    """
    cells = {}
    for name, text in additions.items():
        try:
            if isinstance(text, PartialCell):
                cells[name] = _completed(name, stored[name], text)
            else:
                cells[name] = (
                    _merged_date(stored[name], text) if name == "signed" else _merged_cell(name, stored[name], text)
                )
        except WbagreeError:
            cells[name] = text
    return cells


def _merged_date(stored: str, given: str) -> str:
    """Return the given date, or a stored one that is more precise.

    The stored one must be within the given one.
    """
    if stored:
        here, there = PartialDate.parse(stored), PartialDate.parse(given)
        if there.earliest <= here.earliest and here.latest <= there.latest:
            return stored
    return given


# The attributes that identify an item of a list, as far as they are stated.
_KNOWN_BY = {
    "signatories": ("party", "institution"),
    "acts": ("kind", "party", "on"),
    "relations": ("verb", "key"),
    "sources": ("citation", "url"),
    "implementation": ("on",),
}


def _completed(field: str, stored: str, part: PartialCell) -> str:
    """Return a cell of the part's items, completed from the stored cell.

    An item takes the attributes that are not stated from the one stored item with the same identity.
    """
    read, write = NOTATIONS[field].read, NOTATIONS[field].write
    here, values = cast("Sequence[ListItem]", read(stored)), []
    for value, named in part.stated:
        telling = [name for name in _KNOWN_BY[field] if name in named]
        alike = [one for one in here if all(getattr(one, name) == getattr(value, name) for name in telling)]
        named_values = {name: getattr(value, name) for name in named}
        values.append(alike[0]._replace(**named_values) if len(alike) == 1 else value)
    return write(values)


def _merged_cell(name: str, stored: str, given: str) -> str:
    read, write = NOTATIONS[name].read, NOTATIONS[name].write
    join = _JOINS[name]
    return write(join(read(stored), read(given)))


def _join_signatories(here: Sequence[Signatory], given: Sequence[Signatory]) -> list[Signatory]:
    signed = {signatory.party for signatory in given}
    return [*(signatory for signatory in here if signatory.party not in signed), *given]


def _join_acts(here: Sequence[Act], given: Sequence[Act]) -> list[Act]:
    """Return the acts of both.

    A party is bound once, and once an agreement enters into force for it: another date of that replaces the stored one.
    """
    acts = list(here)
    for act in given:
        role = role_of(act.kind)
        same = [
            place
            for place, one in enumerate(acts)
            if one.party == act.party and role_of(one.kind) is role and role in (Role.BOUND, Role.ENTRY)
        ]
        if any(acts[place].on == act.on for place in same) or any(one.identity == act.identity for one in acts):
            continue
        alike = [place for place in same if acts[place].kind == act.kind]
        if alike:
            acts[alike[0]] = acts[alike[0]]._replace(on=act.on)
        else:
            acts.append(act)
    return acts


def _join_sources(here: Sequence[Source], given: Sequence[Source]) -> list[Source]:
    addresses = {source.url for source in here}
    return [*here, *(source for source in given if source.url not in addresses)]


_JOINS: dict[str, Callable[..., Sequence[object]]] = {
    "signatories": _join_signatories,
    "acts": _join_acts,
    "sources": _join_sources,
}
