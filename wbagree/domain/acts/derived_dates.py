"""The dates that follow from acts, where none is stated (acts.md, 2).

A date is an interval of days here: of an event whose parties differ about its day, the first and the last of theirs.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from wbagree.domain.acts.act import Act
from wbagree.domain.acts.kinds import Role, role_of
from wbagree.domain.dates.partial_date import PartialDate

# A signature that binds is a signature too.
_SIGNING = {"definitive-signature"}
# Their own date is the date of effect; a notice of leaving has another.
_ENDING_AT_ONCE = {"expiry"}


class Span(NamedTuple):
    """The first and the last day of an event; None is open."""

    earliest: date
    latest: date | None

    def __str__(self) -> str:
        """Return a year, a month or a day, else both days: 2015-08-20/2015-08-21."""
        if self.latest is None:
            return f"{self.earliest.isoformat()}/.."
        year, month, day = self.earliest.timetuple()[:3]
        for one in (PartialDate(year), PartialDate(year, month), PartialDate(year, month, day)):
            if (one.earliest, one.latest) == self:
                return str(one)
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"


class DerivedDates(NamedTuple):
    """The dates that follow from acts: None where none follows."""

    signed: Span | None = None
    in_force: Span | None = None
    ended: Span | None = None


def derive_dates(acts: Sequence[Act], parties: Collection[str]) -> DerivedDates:
    """Return what acts say of an agreement as a whole.

    Of more than two parties nothing follows from acts of single ones, but the end once fewer than two are left.
    """
    return DerivedDates(_signature(acts, parties), _entry(acts, parties), _end(acts, parties))


def _signature(acts: Sequence[Act], parties: Collection[str]) -> Span | None:
    """Return the date of the last signature.

    Of an exchange of notes it is the reply.
    """
    signing = [one for one in acts if role_of(one.kind) is Role.SIGNATURE or one.kind in _SIGNING]
    spans = _one_for_each(signing, parties, [(one, _span(one.on)) for one in signing])
    if not spans:
        return None
    return Span(max(span.earliest for span in spans), max(span.latest or date.max for span in spans))


def _entry(acts: Sequence[Act], parties: Collection[str]) -> Span | None:
    """Return from the first entry into force to the last: between them the parties differ."""
    entries = [one for one in acts if role_of(one.kind) is Role.ENTRY]
    spans = _one_for_each(entries, parties, [(one, _span(one.counts_from)) for one in entries])
    if not spans:
        return None
    return Span(min(span.earliest for span in spans), max(span.latest or date.max for span in spans))


def _one_for_each(acts: Sequence[Act], parties: Collection[str], dated: Iterable[tuple[Act, Span]]) -> list[Span]:
    """Return the spans of acts that together date an event.

    It needs an act of all, or one of each of two parties; acts of single ones of more date nothing.
    """
    own = {one.party for one in acts}
    counted = {"", *parties} if len(parties) == 2 else {""}
    if "" in own or (len(parties) == 2 and own >= {*parties}):
        return [span for act, span in dated if act.party in counted]
    return []


def _end(acts: Sequence[Act], parties: Collection[str]) -> Span | None:
    """Return when fewer than two parties are left."""
    exits = exits_by_party(acts)
    if "" in exits:
        exits = {**dict.fromkeys(parties, exits[""]), **exits}
    left = sorted((exits[party] for party in parties if party in exits), key=lambda span: span.earliest)
    return left[len(parties) - 2] if len(left) > len(parties) - 2 else None


def exits_by_party(acts: Sequence[Act]) -> dict[str, Span]:
    """Return when each party left, by party; that of all is ''.

    Without a date of effect the end is open: no notice period is assumed. An exit that was withdrawn before it took
    effect is none.
    """
    withdrawn = [one for one in acts if role_of(one.kind) is Role.EXIT_WITHDRAWN]
    exits: dict[str, Span] = {}
    for one in acts:
        if role_of(one.kind) is not Role.EXIT or any(_takes_back(other, one) for other in withdrawn):
            continue
        span = _span(one.counts_from)
        if one.effect is None and one.kind not in _ENDING_AT_ONCE:
            span = Span(one.on.earliest, None)
        exits[one.party] = min(exits.get(one.party, span), span, key=lambda one: one.earliest)
    return exits


class PartyLife(NamedTuple):
    """The dates of one party's own acts, for its pairs.

    They are those of entry into force, end, and agreement to continue.
    """

    in_force: Span | None = None
    ended: Span | None = None
    continued: Span | None = None


# By these a successor takes over what its predecessor agreed.
_CONTINUING = ("continuation", "succession")


def party_lives(acts: Sequence[Act], parties: Collection[str]) -> dict[str, PartyLife]:
    """Return the lives of single parties, by party.

    The agreement's own dates do not tell them: these are parties of an agreement of more than two, and successors that
    are no parties of it.
    """
    exits = exits_by_party(acts)
    lives = {}
    for party in dict.fromkeys(act.party for act in acts if act.party):
        if len(parties) == 2 and party in parties:
            continue
        own = [act for act in acts if act.party == party]
        life = PartyLife(
            _first(act for act in own if role_of(act.kind) is Role.ENTRY),
            exits.get(party),
            _first(act for act in own if act.kind in _CONTINUING),
        )
        if any(life):
            lives[party] = life
    return lives


def _first(acts: Iterable[Act]) -> Span | None:
    return min((_span(act.counts_from) for act in acts), key=lambda span: span.earliest, default=None)


def _takes_back(withdrawal: Act, exit_: Act) -> bool:
    before_effect = exit_.effect is None or withdrawal.counts_from.earliest <= exit_.effect.latest
    return withdrawal.party in ("", exit_.party) and exit_.on.earliest <= withdrawal.on.latest and before_effect


def _span(day: PartialDate) -> Span:
    return Span(day.earliest, day.latest)
