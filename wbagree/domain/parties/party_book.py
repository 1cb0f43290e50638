"""Parties, their names, and the reading of parties and pairs from text."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from enum import StrEnum
from functools import cached_property
from itertools import chain

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import fold_name
from wbagree.domain.text.suggestions import SuggestionCache
from wbagree.errors import AmbiguousName, Duplicate, InvalidValue, NotFound

# The names in the history of a party, a further name, a succession and a group of parties.
PARTY, NAME, SUCCESSION, PARTY_GROUP = "party", "name", "succession", "party group"


class SuccessionNature(StrEnum):
    """The ways in which one party follows another.

    After NONE nothing is inherited.
    """

    SAME_STATE = "same-state"
    DISSOLUTION = "dissolution"
    CONTINUATION = "continuation"
    SEPARATION = "separation"
    ADMINISTRATION = "administration"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Party:
    """A state, predecessor, administration or organisation.

    ``since`` and ``until`` are partial dates or empty.
    """

    code: str
    alpha3: str
    name: str
    kind: str
    since: str = ""
    until: str = ""
    note: str = ""

    def may_cover(self, day: PartialDate) -> bool:
        """Return whether the time recorded for the party may include a day.

        An end that is not recorded is no limit.
        """
        since = PartialDate.parse(self.since).earliest if self.since else None
        until = PartialDate.parse(self.until).latest if self.until else None
        return (since is None or since <= day.latest) and (until is None or day.earliest <= until)


@dataclass(frozen=True, slots=True)
class PartyName:
    """A further name of a party.

    ``language`` is a BCP 47 tag or empty; ``since`` and ``until`` are partial dates or empty.
    """

    party: str
    name: str
    language: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """One party follows another from ``since`` (partial date).

    ``nature`` is one of SuccessionNature, or empty if it is not stated. ``territory``: the codes of the later parties
    that the predecessor covered, ``;``-joined, if it did not cover them all.
    """

    predecessor: str
    successor: str
    since: str
    note: str = ""
    nature: str = ""
    territory: str = ""

    @property
    def inherits(self) -> bool:
        """Whether the successor inherits what the predecessor signed."""
        return self.nature != SuccessionNature.NONE

    def leads_back(self, code: str) -> bool:
        """Return whether going back from a party may take this step."""
        return self.inherits and (not self.territory or code in self.territory.split(";"))


def write_party(party: Party) -> dict[str, str]:
    """Return the cells of a party, without its code."""
    return {one.name: getattr(party, one.name) for one in fields(party) if one.name != "code"}


def write_name(name: PartyName) -> tuple[str, dict[str, str]]:
    """Return the key of a further name (``CH/Helvetia``) and its cells."""
    return f"{name.party}/{name.name}", {"language": name.language, "since": name.since, "until": name.until}


def write_succession(step: Succession) -> tuple[str, dict[str, str]]:
    """Return the key of a succession (``SU/RU``) and its cells."""
    cells = {"since": step.since, "note": step.note, "nature": step.nature, "territory": step.territory}
    return f"{step.predecessor}/{step.successor}", cells


class PartyBook:
    """Lookup of parties by code, alpha-3 code or name in any language.

    ``names``: further names, each after the code of its party. ``world_names`` returns the names that CLDR knows, each
    with a code; it is called only for a name that is not in the register, because loading them takes longer than any
    answer.
    """

    def __init__(
        self,
        parties: Iterable[Party],
        names: Iterable[tuple[str, str]] = (),
        groups: Mapping[str, Sequence[str]] | None = None,
        world_names: Callable[[], Mapping[str, str]] = dict,
        successions: Iterable[Succession] = (),
    ) -> None:
        self.parties = {party.code: party for party in parties}
        self.groups = dict(groups or {})
        self._world_names = world_names
        self._successions = tuple(successions)
        self._names = tuple(names)
        self._advice = SuggestionCache(0.7)

    @cached_property
    def _known(self) -> dict[str, set[str]]:
        """The folded names with their codes; most commands read codes alone."""
        known: dict[str, set[str]] = {}
        texts = ((one.code, text) for one in self.parties.values() for text in (one.code, one.alpha3, one.name))
        for code, text in chain(texts, self._names):
            if folded := fold_name(text):
                known.setdefault(folded, set()).add(code)
        return known

    def resolve(self, text: str) -> str:
        """Return the code of the one party that ``text`` names.

        NotFound names the nearest parties; AmbiguousName when ``text`` names several.
        """
        found = self.codes_meant(text)
        if not found:
            raise self.not_found(text)
        if len(found) > 1:
            raise AmbiguousName("party", text.strip(), sorted(found))
        return next(iter(found))

    def codes_meant(self, text: str) -> set[str]:
        """Return the codes of all parties that ``text`` can mean.

        Empty when it is unknown. A code goes before names, and the register's names before those of CLDR.
        """
        code = text.strip().upper()
        if code in self.parties:
            return {code}
        folded = fold_name(text)
        found = self._known.get(folded)
        if not found and folded and (world := self._world_names().get(folded)) in self.parties:
            found = {str(world)}
        return found or set()

    def iso_code(self, text: str) -> str:
        """Return the code of the state with an ISO code, or ''."""
        return text if len(text) == 2 and text in self.parties else self._by_alpha3.get(text, "")

    @cached_property
    def _by_alpha3(self) -> dict[str, str]:
        return {one.alpha3: one.code for one in self.parties.values() if one.alpha3}

    def codes_beginning(self, text: str) -> set[str]:
        """Return the codes of the parties with a name that begins so."""
        folded = fold_name(text)
        return {code for name, codes in self._known.items() if name.startswith(folded) for code in codes}

    def has_name(self, text: str) -> bool:
        """Return whether a party has just this name, such as ``BiH``."""
        names = (*(party.name for party in self.parties.values()), *(name for _, name in self._names))
        return text in names

    def not_found(self, text: str) -> NotFound:
        """Return the error for an unknown name, with the nearest names."""
        near = self._nearest(fold_name(text))
        return NotFound("party", text.strip(), near, "" if near else "To list them: wbagree parties --all")

    def codes_named(self, text: str) -> list[str]:
        """Return the codes of the register's parties named ``text``."""
        return sorted(self._known.get(fold_name(text), ()))

    def _nearest(self, folded: str) -> list[str]:
        return [self.code_and_name(code) for code in self._advice.nearest(folded, self._known)]

    def resolve_many(self, text: str) -> tuple[str, ...]:
        """Return the codes of a list of parties and groups, sorted A-Z.

        Such as ``wb6``, ``AL,XK,MK`` or ``wb6,HR``.
        """
        codes: set[str] = set()
        for part in filter(None, map(str.strip, re.split(r"[;,/]", text))):
            codes |= set(self.groups.get(part.lower()) or {self.resolve(part)})
        return tuple(sorted(codes))

    def resolve_pair(self, text: str) -> tuple[str, str]:
        """Return the two codes of a pair written as text, A-Z.

        Such as ``AL-XK``, ``XK/AL``, ``HR,YU-SFRY`` or ``Kosova-Shqipëria``.
        """
        if len(text) > _LONGEST_PAIR:
            raise InvalidValue(f"pair: {len(text)} characters are too long for two parties, as in AL-XK")
        splits = _splits_of(text)
        if not splits:
            raise InvalidValue(f"pair {text!r}: a pair is two parties, as in AL-XK or 'Albania, Kosovo'")
        problem: AmbiguousName | NotFound | None = None
        for left, right in splits:
            try:
                codes = sorted((self.resolve(left), self.resolve(right)))
            except (NotFound, AmbiguousName) as raised:
                # An ambiguous name goes before an unknown one, which may come from a wrong cut.
                problem = raised if problem is None or isinstance(raised, AmbiguousName) else problem
                continue
            if codes[0] == codes[1]:
                raise InvalidValue(f"pair {text!r}: both are {codes[0]}; a pair is two different parties")
            return codes[0], codes[1]
        if len(re.split(r"[,/;-]", text)) > 2 and isinstance(problem, NotFound):
            problem.hint = "a pair is two parties; --among takes more: --among AL,XK,ME"
        raise problem or AssertionError("every split either resolves or has a problem")

    def with_successors(self, codes: Iterable[str]) -> set[str]:
        """Return these parties and all of their successors (rule 3)."""
        return with_successors(codes, self._successions)

    def with_later_parties(self, codes: Iterable[str]) -> set[str]:
        """Return these parties and all that came after them.

        Also those that inherit nothing.
        """
        return with_successors(codes, [replace(step, nature="") for step in self._successions])

    def continuing_line(self, code: str) -> set[str]:
        """Return a party with all that it continues or is continued by."""
        line, grown = {code}, {code}
        while grown:
            steps = [step for step in self._successions if step.nature in _CONTINUING]
            ends = [(step.predecessor, step.successor) for step in steps]
            grown = {one for pair in ends if not line.isdisjoint(pair) for one in pair} - line
            line |= grown
        return line

    def predecessors_of_line(self, code: str) -> set[str]:
        """Return the parties that a party's line follows."""
        line = self.continuing_line(code)
        not_of_states = (SuccessionNature.NONE, SuccessionNature.ADMINISTRATION)
        steps = [step for step in self._successions if step.successor in line and step.nature not in not_of_states]
        return {step.predecessor for step in steps} - line

    def earlier_party(self, code: str, day: PartialDate) -> str:
        """Return the predecessor that has the agreements of a day, or ''.

        The day is before the party's own time. The nearest predecessor counts whose time may include it, and none where
        two are equally near: inheritance follows every step, going back only one way.
        """
        found, ahead = {code}, {code}
        while ahead:
            steps = [step for step in self._successions if step.successor in ahead and step.leads_back(code)]
            ahead = {step.predecessor for step in steps} - found
            found |= ahead
            if there := [one for one in ahead if one in self.parties and self.parties[one].may_cover(day)]:
                return there[0] if len(there) == 1 else ""
        return ""

    def party_before(self, code: str) -> str:
        """Return the party that has earlier agreements of a party, or ''."""
        if not (since := self.parties[code].since):
            return ""
        day = PartialDate.parse(since).earliest - timedelta(days=1)
        return self.earlier_party(code, PartialDate(day.year, day.month, day.day))

    def code_and_name(self, code: str) -> str:
        """Return a code with the name in brackets, unless they are equal."""
        return code if self.name_of(code) == code else f"{code} ({self.name_of(code)})"

    def name_of(self, code: str) -> str:
        """Return the English name of a party, or an unknown code itself."""
        party = self.parties.get(code)
        return party.name if party else code


_LONGEST_PAIR = 200
# The natures of a succession after which the later party is the earlier one still.
_CONTINUING = (SuccessionNature.SAME_STATE, SuccessionNature.CONTINUATION)


def with_successors(codes: Iterable[str], steps: Collection[Succession]) -> set[str]:
    """Return these parties with all that inherit from them."""
    found = set(codes)
    while grown := {step.successor for step in steps if step.predecessor in found and step.inherits} - found:
        found |= grown
    return found


def pair_of(name: str, known: Collection[str]) -> tuple[str, str]:
    """Return the two codes of a pair's name.

    A code may have a hyphen of its own, and need not be ``known``: a register can name a party that it lacks.
    """
    parts = name.split("-")
    cuts = [("-".join(parts[:place]), "-".join(parts[place:])) for place in range(1, len(parts))]
    return max(cuts or [(name, "")], key=lambda pair: sum(code in known for code in pair))


def check_succession(new: Succession, successions: Iterable[Succession]) -> None:
    """Raise an error if a succession contradicts the known ones.

    Duplicate when it is known already; InvalidValue when a party would become its own predecessor, or when its
    territory has no effect.
    """
    steps = list(successions)
    if any((step.predecessor, step.successor) == (new.predecessor, new.successor) for step in steps):
        raise Duplicate(f"{new.successor} is a successor of {new.predecessor} already")
    if new.predecessor in with_successors([new.successor], steps):
        raise InvalidValue(f"{new.predecessor} follows {new.successor}; it cannot come before it as well")
    later = with_successors([new.successor], steps) if new.inherits else set()
    for code in filter(None, new.territory.split(";")):
        if code not in later:
            raise InvalidValue(f"territory: {code} inherits nothing by this succession; name the parties that do")


def is_pair(text: str) -> bool:
    """Return whether a text is written as two parties."""
    return bool(_splits_of(text))


def _splits_of(text: str) -> list[tuple[str, str]]:
    """Return every way to cut ``text`` in two, plainest separator first.

    A hyphen or an "and" may be part of a name.
    """
    splits: list[tuple[str, str]] = []
    for separator in (r"[,/;]", r"[–—]|\s-\s", r"-", r"\s(?:and|dhe|i|и|und|et)\s"):
        for match in re.finditer(separator, text):
            left, right = text[: match.start()].strip(), text[match.end() :].strip()
            if left and right:
                splits.append((left, right))
    return splits
