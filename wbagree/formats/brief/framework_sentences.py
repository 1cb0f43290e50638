"""Sentences on the frameworks that the parties of a pair belong to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wbagree.domain.frameworks.cover import SERVING, Grade, PairCover
from wbagree.domain.frameworks.framework import FrameworkKind, MembershipStatus
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.short_title import short_title

# The most characters of a framework's name; only a framework without a short name can have a longer one.
_ROOM = 50
# The grades of cover in words; of a signature, one of both or both have no more.
_GRADES = {
    Grade.IN_FORCE: "In force for both",
    Grade.MEMBER: "Both belong to",
    Grade.BOUND: "Both are bound, entry into force not recorded for both",
    Grade.SIGNED: "Only signed by one or both",
}
# The relation of a party to a framework that it is not a member of, in words.
_LESS: Mapping[str, str] = {
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

    found: Sequence[PairCover]
    parties: Mapping[str, str]
    types: Mapping[str, str]

    def sentences(self) -> Iterator[str]:
        """Yield a sentence for each grade, then for each party.

        A party's sentence lists the frameworks that are only that party's, with the relation of the other party to
        each, if it has one.
        """
        if not any(one.serves for one in self.found):
            yield "No framework is recorded that both belong to."
        for grade, words in _GRADES.items():
            if found := [one for one in self.found if one.grade is grade]:
                yield f"{words}: {self._list(found, by_subject=grade is Grade.IN_FORCE)}."
        for party in sorted({cover.party for one in self.found for cover in (one.first, one.second)}):
            alone = [one for one in self.found if one.grade is Grade.NONE and _belongs(one) == [party]]
            if alone:
                yield f"Recorded for {self.parties[party]} only: {self._list(alone)}."

    def number_sentence(self) -> str:
        """Return a sentence on how many frameworks there are of each grade."""
        grades = Counter(one.grade for one in self.found)
        counted = [f"{words.lower()}: {grades[grade]}" for grade, words in _GRADES.items() if grades[grade]]
        if not counted:
            return "No framework is recorded that both belong to."
        return capitalise(f"{'; '.join(counted)}.")

    def _list(self, found: Sequence[PairCover], *, by_subject: bool = True) -> str:
        """Return the short names of frameworks, as one text.

        Conventions come last, ``by_subject`` or with the others.
        """
        plain, subjects = [], dict[str, list[str]]()
        for one in found:
            subject = one.framework.types[0] if one.framework.types else "other"
            if by_subject and one.framework.kind == FrameworkKind.CONVENTION and subject != "other":
                subjects.setdefault(self.types[subject], []).append(_named(one, " – {}"))
            else:
                plain.append(_named(one, " ({})"))
        about = [f"{subject} ({', '.join(names)})" for subject, names in subjects.items()]
        conventions = f"conventions on {', '.join(about)}" if about else ""
        return "; ".join(filter(None, (", ".join(plain), conventions)))


def _named(one: PairCover, remark: str) -> str:
    """Return the short name, with a remark on an unbound party.

    The remark is the relation of the other party to the framework; ``remark`` is its template.
    """
    called = short_title(one.framework.display_name, _ROOM)
    others = [cover for cover in (one.first, one.second) if cover.grade not in SERVING]
    words = [_LESS.get(cover.standing, "only signed" if cover.grade is Grade.SIGNED else "") for cover in others]
    return called + "".join(remark.format(f"the other {less}") for less in words if less and one.grade is Grade.NONE)


def _belongs(one: PairCover) -> list[str]:
    return [cover.party for cover in (one.first, one.second) if cover.grade in SERVING]
