"""Filling a record with what another telling of the same instrument knows; no fact gives way to an emptier one."""

from dataclasses import replace

from wbagree.domain.dates import PartialDate
from wbagree.domain.record import Agreement

# What stands for "not known" in a field that is never empty.
_UNKNOWN = {"level": "unknown", "form": "other"}
_JOINED = ("references", "relations", "sources", "implementation")
_BY_PARTY = ("signatories", "party_dates")


def filled(stored: Agreement, told: Agreement) -> Agreement:
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
