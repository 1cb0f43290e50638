"""Contact points: units and persons authorised for cooperation.

Units are the default. The name, telephone number and e-mail address of a person are personal data: they leave the
register only with an option that requests them.
"""

import re
import shlex
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.dates import clock
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.typed import read_typed_date
from wbagree.errors import AmbiguousName, InvalidRecord, InvalidValue, NotFound, WbagreeError

# The name of a contact point in the history.
CONTACT = "contact"
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
# The fields with personal data.
PERSONAL = ("person", "position", "phone", "email")


def without_persons(command: str) -> str:
    """Return a command line without the values of options about persons.

    Each such value becomes ``…``.
    """
    words = shlex.split(command)
    options = {f"--{name}" for name in PERSONAL}
    kept: list[str] = []
    for word in words:
        name, given, _ = word.partition("=")
        if kept and kept[-1] in options:
            kept.append("…")
        else:
            kept.append(f"{name}=…" if given and name in options else word)
    return command if kept == words else " ".join(kept)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact point of a party.

    It is authorised for its ``types``, ``agreements`` and ``frameworks``; if all three are empty, for everything.
    """

    key: str
    party: str
    institution: str
    unit: str = ""
    person: str = ""
    position: str = ""
    types: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    channel: str = ""
    phone: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    verified: PartialDate | None = None
    source: str = ""
    notes: str = ""

    @property
    def office(self) -> str:
        """The unit and its institution, without any person."""
        return ", ".join(filter(None, (self.unit, self.institution)))

    def redacted(self) -> "Contact":
        """Return the contact point without personal data."""
        nothing: dict[str, Any] = dict.fromkeys(PERSONAL, "")
        return replace(self, **nothing)

    def is_authorised_for(
        self, types: Collection[str], agreements: Collection[str], frameworks: Collection[str]
    ) -> bool:
        """Return whether it is authorised for any of these.

        A contact point without types, agreements and frameworks is authorised for everything.
        """
        own = (self.types, self.agreements, self.frameworks)
        requested = (types, agreements, frameworks)
        return not any(own) or any(set(mine) & set(theirs) for mine, theirs in zip(own, requested, strict=True))

    def may_be_valid(self, day: date) -> bool:
        """Return whether it can be valid on a day.

        An unknown date is no limit.
        """
        begun = self.valid_from is None or self.valid_from.earliest <= day
        return begun and not (self.valid_to and self.valid_to.latest < day)


CONTACT_FIELDS = tuple(one.name for one in fields(Contact) if one.name != "key")
_LISTS = ("types", "agreements", "frameworks", "languages")
_DATES = ("valid_from", "valid_to", "verified")


def write_contact(contact: Contact) -> dict[str, str]:
    """Return the cells of a contact point, without its key.

    The items of a list are joined by ``;``.
    """
    return {name: _written(getattr(contact, name)) for name in CONTACT_FIELDS}


def _written(value: object) -> str:
    return ";".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def read_contact(key: str, cells: Mapping[str, str]) -> Contact:
    """Return the contact point of stored cells: the inverse of ``write_contact``."""
    values: dict[str, object] = dict(cells)
    values |= {name: tuple(filter(None, cells[name].split(";"))) for name in _LISTS}
    values |= {name: PartialDate.parse(cells[name]) if cells[name] else None for name in _DATES}
    return Contact(key, **values)  # type: ignore[arg-type]  # each value is of its field's type


@dataclass(frozen=True, slots=True)
class NameResolvers:
    """Functions that resolve the names in a contact point.

    Each returns the code or key, or raises NotFound.
    """

    party: Callable[[str], str]
    type: Callable[[str], str]
    agreement: Callable[[str], str]
    framework: Callable[[str], str]


def validated_contact(
    key: str, cells: Mapping[str, str], resolvers: NameResolvers, before: Contact | None = None
) -> Contact:
    """Return the contact point of the cells that a user entered.

    InvalidRecord names all problems of the cells. ``before`` is the contact point as stored until now.
    """
    lists = {"types": resolvers.type, "agreements": resolvers.agreement, "frameworks": resolvers.framework}
    clean = {name: _normalise(cells.get(name, "")) for name in CONTACT_FIELDS}
    problems: list[FieldProblem] = []

    def read(name: str, understand: Callable[[str], str]) -> str:
        try:
            return understand(clean[name])
        except WbagreeError as error:
            unknown = isinstance(error, NotFound | AmbiguousName)
            problems.append(FieldProblem(name, error.sentence, clean[name], unknown))
            return ""

    understood = {
        "party": _required_reader(resolvers.party),
        **{name: _list_reader(name, lists.get(name, str)) for name in _LISTS},
    }
    understood |= dict.fromkeys(_DATES, lambda text: str(read_typed_date(text)) if text else "")
    contact = read_contact(key, {**clean, **{name: read(name, how) for name, how in understood.items()}})
    problems += _contradictions(contact, before)
    if problems:
        raise InvalidRecord(list(map(str, problems)), unknown=all(problem.unknown for problem in problems))
    return contact


def _normalise(text: str) -> str:
    if "\0" in text:
        raise InvalidValue("a contact point cannot hold a NUL character; remove it")
    return " ".join(text.split())


def _list_reader(name: str, understand: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function that resolves the items of a list of texts.

    It keeps each once.
    """
    # Names of frameworks contain commas.
    separator = ";" if name == "frameworks" else "[;,]"

    def read(text: str) -> str:
        items = filter(None, map(str.strip, re.split(separator, text)))
        return ";".join(dict.fromkeys(map(understand, items)))

    return read


def _required_reader(understand: Callable[[str], str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text:
            raise InvalidValue("is missing; name whose contact point it is, as in XK or Kosovo")
        return understand(text)

    return read


def _contradictions(contact: Contact, before: Contact | None) -> list[FieldProblem]:
    problems = []
    if not contact.institution:
        problems.append(FieldProblem("institution", "is missing; name the institution of the unit or person"))
    if contact.valid_from and contact.valid_to and contact.valid_to.latest < contact.valid_from.earliest:
        problems.append(FieldProblem("valid_to", f"{contact.valid_to} is before valid_from ({contact.valid_from})"))
    if contact.email and not _EMAIL.fullmatch(contact.email):
        problems.append(FieldProblem("email", f"{contact.email!r} is no e-mail address"))
    if contact.phone and not any(map(str.isdigit, contact.phone)):
        problems.append(FieldProblem("phone", f"{contact.phone!r} is no telephone number"))
    if contact.verified and (reason := clock.future_reason(contact.verified, before.verified if before else None)):
        problems.append(FieldProblem("verified", reason))
    return problems
