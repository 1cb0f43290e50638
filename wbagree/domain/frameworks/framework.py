"""Frameworks: bodies and multilateral conventions that also cover pairs."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from wbagree.domain.agreements.cell_notation import SOURCES
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidValue

# The names of a framework and of a membership in the history.
FRAMEWORK, MEMBERSHIP = "framework", "membership"


class FrameworkKind(StrEnum):
    """The kinds of frameworks."""

    ORGANISATION = "organisation"
    CONVENTION = "convention"
    NETWORK = "network"
    INITIATIVE = "initiative"
    PROGRAMME = "programme"
    CENTRE = "centre"


class MembershipStatus(StrEnum):
    """The status of a party in a framework, which covers members only."""

    MEMBER = "member"
    OBSERVER = "observer"
    SIGNATORY = "signatory"
    EXCLUDED = "excluded"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Framework:
    """A body or convention that several parties belong to.

    ``succeeded_by`` is the key of its successor. Dates are partial dates or empty.
    """

    key: str
    name: str
    kind: str
    short_name: str = ""
    types: tuple[str, ...] = ()
    established: str = ""
    ended: str = ""
    succeeded_by: str = ""
    seat: str = ""
    website: str = ""
    sources: str = ""
    notes: str = ""

    @property
    def display_name(self) -> str:
        """The short name, or the full one if there is none."""
        return self.short_name or self.name

    def certainly_existed(self, day: date) -> bool:
        """Return whether it certainly existed on a day.

        An unknown date is no limit.
        """
        begun = not self.established or PartialDate.parse(self.established).latest <= day
        return begun and not (self.ended and PartialDate.parse(self.ended).earliest <= day)


@dataclass(frozen=True, slots=True)
class Membership:
    """The status of a party in a framework, from ``joined`` to ``left``.

    Both are partial dates, or empty if unknown. ``standing`` is a ``MembershipStatus``.
    """

    framework: str
    party: str
    joined: str = ""
    left: str = ""
    standing: str = MembershipStatus.MEMBER.value
    note: str = ""
    source_url: str = ""

    def is_in_effect(self, day: date) -> bool:
        """Return whether it holds on a day.

        Without a date of joining, it holds from the beginning of the framework.
        """
        joined = not self.joined or PartialDate.parse(self.joined).latest <= day
        return joined and not (self.left and PartialDate.parse(self.left).earliest <= day)


def validate_framework(framework: Framework) -> None:
    """Raise InvalidValue when a framework contradicts itself or cites nothing."""
    if framework.succeeded_by == framework.key:
        raise InvalidValue(f"{framework.key} cannot have become itself")
    if framework.website and not framework.website.lower().startswith(("http://", "https://")):
        raise InvalidValue(f"the website {framework.website!r} does not begin with http:// or https://")
    if framework.established and framework.ended:
        begun, ended = PartialDate.parse(framework.established), PartialDate.parse(framework.ended)
        if ended.latest < begun.earliest:
            raise InvalidValue(f"it cannot have ended ({ended}) before it was established ({begun})")
    if framework.sources and not SOURCES.read(framework.sources):
        raise InvalidValue(f"{framework.sources!r} cites nothing; sources are 'Citation <URL> | Citation'")


def write_framework(framework: Framework) -> dict[str, str]:
    """Return the cells of a framework, without its key.

    Types are joined by ``;``.
    """
    cells = {one.name: getattr(framework, one.name) for one in fields(framework) if one.name != "key"}
    return {**cells, "types": ";".join(framework.types)}


def read_framework(key: str, cells: Mapping[str, str]) -> Framework:
    """Return the framework of cells: the inverse of ``write_framework``."""
    types = tuple(filter(None, cells["types"].split(";")))
    return Framework(key, types=types, **{name: text for name, text in cells.items() if name != "types"})


def write_membership(membership: Membership) -> dict[str, str]:
    """Return the cells of a membership, without the framework and the party."""
    names = ("joined", "left", "standing", "note", "source_url")
    return {name: getattr(membership, name) for name in names}
