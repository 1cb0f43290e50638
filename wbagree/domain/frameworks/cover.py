"""How a convention covers a pair on a day: in force for both, both bound, or signed (acts.md, 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from wbagree.domain.acts.act import Act
from wbagree.domain.acts.derived_dates import exits_by_party
from wbagree.domain.acts.kinds import Role, role_of
from wbagree.domain.frameworks.framework import Framework, FrameworkKind, Membership, MembershipStatus
from wbagree.domain.parties.party_book import PartyBook


class Grade(StrEnum):
    """The grades of cover, best first.

    ``member`` is for bodies and networks, which have no entry into force.
    """

    IN_FORCE = "in-force"
    MEMBER = "member"
    BOUND = "bound"
    SIGNED = "signed"
    NONE = "none"


# The grades that serve a pair: a signature alone does not bind.
SERVING = (Grade.IN_FORCE, Grade.MEMBER, Grade.BOUND)
_RANK = {grade: place for place, grade in enumerate(Grade)}


@dataclass(frozen=True, slots=True)
class PartyCover:
    """The cover of one party by a framework: its grade, with the reason.

    ``standing`` is that of its membership, if it has one.
    """

    party: str
    grade: Grade
    reason: str = ""
    standing: str = ""


@dataclass(frozen=True)
class PairCover:
    """The cover of both parties of a pair by a framework."""

    framework: Framework
    first: PartyCover
    second: PartyCover

    @cached_property
    def grade(self) -> Grade:
        """The lesser grade of the two."""
        return max(self.first.grade, self.second.grade, key=_RANK.__getitem__)

    @property
    def serves(self) -> bool:
        """Whether both are bound, or members."""
        return self.grade in SERVING


class Covers:
    """Covers by frameworks, from memberships and acts, on one day.

    ``acts`` are those of each framework, by its key. Acts of a party that another one continues count for both: FR
    Yugoslavia, Serbia and Montenegro, and Serbia, under which depositaries list them.
    """

    def __init__(
        self,
        frameworks: Mapping[str, Framework],
        members: Sequence[Membership],
        acts: Mapping[str, Sequence[Act]],
        parties: PartyBook,
        day: date,
    ) -> None:
        self._frameworks = {key: one for key, one in frameworks.items() if one.certainly_existed(day)}
        self._members: dict[tuple[str, str], Membership] = {}
        for member in members:
            if member.is_in_effect(day):
                self._members[member.framework, member.party] = member
        self._acts = acts
        self._parties = parties
        self._day = day
        self._known: dict[tuple[str, str], PartyCover] = {}  # a party is in many pairs

    def of_pair(self, first: str, second: str) -> list[PairCover]:
        """Return the frameworks that either party has to do with.

        Those that serve the pair come first, the better grade before, then by name.
        """
        covers = []
        for key, framework in self._frameworks.items():
            pair = PairCover(framework, self.of_party(key, first), self.of_party(key, second))
            if any(one.grade is not Grade.NONE or one.standing for one in (pair.first, pair.second)):
                covers.append(pair)
        return sorted(covers, key=lambda one: (_RANK[one.grade], one.framework.display_name.lower()))

    def of_one(self, party: str) -> list[tuple[Framework, PartyCover]]:
        """Return the frameworks that a party has to do with, by key."""
        covers = [(framework, self.of_party(key, party)) for key, framework in self._frameworks.items()]
        return [(framework, one) for framework, one in covers if one.grade is not Grade.NONE or one.standing]

    def of_party(self, key: str, party: str) -> PartyCover:
        """Return what a framework is for one party."""
        if (key, party) not in self._known:
            self._known[key, party] = self._party_cover(key, party)
        return self._known[key, party]

    def _party_cover(self, key: str, party: str) -> PartyCover:
        member = self._members.get((key, party))
        standing = member.standing if member else ""
        if self._frameworks[key].kind != FrameworkKind.CONVENTION:
            grade = Grade.MEMBER if standing == MembershipStatus.MEMBER else Grade.NONE
            return PartyCover(party, grade, standing, standing)
        grade, reason = self._by_acts(self._acts.get(key, ()), party, self._day)
        if (
            grade in (Grade.NONE, Grade.SIGNED)
            and standing == MembershipStatus.MEMBER
            and not reason.startswith("denounced")
        ):
            return PartyCover(party, Grade.BOUND, "bound, act not recorded", standing)
        if grade is Grade.NONE and standing == MembershipStatus.SIGNATORY:
            return PartyCover(party, Grade.SIGNED, "signed", standing)
        return PartyCover(party, grade, reason or standing, standing)

    def _by_acts(self, acts: Sequence[Act], party: str, day: date) -> tuple[Grade, str]:
        """Return the grade by acts, and the reason.

        Acts count that have certainly happened by the day.
        """
        line = self._parties.continuing_line(party)
        own = [act for act in acts if act.party == "" or act.party in line]
        exits = [span for who, span in exits_by_party(own).items() if span.earliest <= day]
        if exits:
            known = min(exits, key=lambda span: span.earliest)
            since = known.earliest.isoformat()
            left = f"denounced with effect from {since}" if known.latest else f"denounced {since}, effect not recorded"
            return Grade.NONE, left
        done = [act for act in own if act.counts_from.latest <= day]
        bound = [act for act in done if role_of(act.kind) is Role.BOUND]
        entries = [
            act
            for act in done
            if role_of(act.kind) is Role.ENTRY
            # An entry into force of all is that of those who were bound by then.
            and (act.party or any(one.counts_from.earliest <= act.counts_from.latest for one in bound))
        ]
        if entries:
            entry = max(entries, key=lambda act: act.counts_from.latest)
            return Grade.IN_FORCE, f"in force {entry.counts_from}"
        for act in bound:
            if act.kind == "succession" and self._was_in_force_before(acts, party, act):
                return Grade.IN_FORCE, f"in force {act.counts_from} by succession of {act.on}"
        if bound:
            act = bound[-1]
            return Grade.BOUND, f"{act.kind.replace('-', ' ')} {act.on}, entry into force not recorded"
        signed = [act for act in done if role_of(act.kind) is Role.SIGNATURE]
        return (Grade.SIGNED, f"signed {signed[-1].on}") if signed else (Grade.NONE, "")

    def _was_in_force_before(self, acts: Sequence[Act], party: str, succession: Act) -> bool:
        """Return whether a convention was in force for a predecessor then."""
        own = [act for act in acts if act is not succession]
        return any(
            self._by_acts([act for act in own if act.party != party], earlier, succession.counts_from.earliest)[0]
            is Grade.IN_FORCE
            for earlier in self._parties.predecessors_of_line(party)
        )
