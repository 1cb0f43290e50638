"""Sentences on the frameworks that the parties of a pair belong to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wbagree.domain.frameworks.framework import FrameworkKind, Membership, MembershipStatus, PairMembership
from wbagree.formats.common.short_title import short_title

# The most characters of a framework's name; only a framework without a short name can have a longer one.
_ROOM = 50
# The relation of a party to a framework that it is not a member of, in words.
_LESS = {
    MembershipStatus.OBSERVER: "observes",
    MembershipStatus.SIGNATORY: "only signed",
    MembershipStatus.EXCLUDED: "is excluded",
    MembershipStatus.PARTIAL: "in part",
}


@dataclass(frozen=True, slots=True)
class Frameworks:
    """The frameworks that either party of a pair has to do with.

    ``parties`` and ``types``: code to name.
    """

    found: Sequence[PairMembership]
    parties: Mapping[str, str]
    types: Mapping[str, str]

    def sentences(self) -> Iterator[str]:
        """Yield a sentence on common frameworks, then one for each party.

        A party's sentence lists the frameworks of which only that party is a recorded member, with the relation of the
        other party to each, if it has one.
        """
        both = [one for one in self.found if one.both_are_members]
        yield f"Both belong to: {self._list(both)}." if both else "No framework is on record that both belong to."
        for party in sorted({member.party for one in self.found for member in _members(one)}):
            alone = [one for one in self.found if [member.party for member in _members(one)] == [party]]
            if alone:
                yield f"On record for {self.parties[party]} only: {self._list(alone)}."

    def _list(self, found: Sequence[PairMembership]) -> str:
        """Return the short names of frameworks, as one text.

        Conventions come last, by their subjects.
        """
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
    """Return the short name, with a remark on a non-member.

    The remark is the relation of the other party to the framework; ``remark`` is its template.
    """
    less = [member for member in (one.first, one.second) if member and member.standing != MembershipStatus.MEMBER]
    called = short_title(one.framework.display_name, _ROOM)
    return called + "".join(remark.format(f"the other {_LESS[MembershipStatus(member.standing)]}") for member in less)


def _members(one: PairMembership) -> list[Membership]:
    return [member for member in (one.first, one.second) if member and member.standing == MembershipStatus.MEMBER]
