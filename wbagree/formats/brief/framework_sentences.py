"""Where the two parties of a pair stand to frameworks, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wbagree.domain.frameworks.framework import FrameworkKind, Membership, MembershipStatus, PairMembership
from wbagree.formats.common.short_title import short_title

# What a framework without a short name has.
_ROOM = 50
# How a party stands to a framework that it is not a member of.
_LESS = {
    MembershipStatus.OBSERVER: "observes",
    MembershipStatus.SIGNATORY: "only signed",
    MembershipStatus.EXCLUDED: "is excluded",
    MembershipStatus.PARTIAL: "in part",
}


@dataclass(frozen=True, slots=True)
class Frameworks:
    """The frameworks that a pair has to do with; ``parties`` and ``types`` are words by code."""

    found: Sequence[PairMembership]
    parties: Mapping[str, str]
    types: Mapping[str, str]

    def sentences(self) -> Iterator[str]:
        """Yield what both belong to, then what only one is on record for, with how the other stands to it."""
        both = [one for one in self.found if one.both]
        yield f"Both belong to: {self._list(both)}." if both else "No framework is on record that both belong to."
        for party in sorted({member.party for one in self.found for member in _members(one)}):
            alone = [one for one in self.found if [member.party for member in _members(one)] == [party]]
            if alone:
                yield f"On record for {self.parties[party]} only: {self._list(alone)}."

    def _list(self, found: Sequence[PairMembership]) -> str:
        """The short names; conventions come last, by what they are about."""
        plain, by_subject = [], dict[str, list[str]]()
        for one in found:
            subject = one.framework.types[0] if one.framework.types else "other"
            if one.framework.kind == FrameworkKind.CONVENTION and subject != "other":
                by_subject.setdefault(self.types[subject], []).append(_named(one, " – {}"))
            else:
                plain.append(_named(one, " ({})"))
        about = [f"{subject} ({', '.join(names)})" for subject, names in by_subject.items()]
        conventions = f"conventions on {', '.join(about)}" if about else ""
        return "; ".join(filter(None, (", ".join(plain), conventions)))


def _named(one: PairMembership, remark: str) -> str:
    """The short name, and how the other stands to it, if not as a member."""
    less = [member for member in (one.first, one.second) if member and member.standing != MembershipStatus.MEMBER]
    called = short_title(one.framework.called, _ROOM)
    return called + "".join(remark.format(f"the other {_LESS[MembershipStatus(member.standing)]}") for member in less)


def _members(one: PairMembership) -> list[Membership]:
    return [member for member in (one.first, one.second) if member and member.standing == MembershipStatus.MEMBER]
