"""Checks of one agreement for doubtful data.

Each finding is a sentence. It is no error: the agreement is valid.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wbagree.domain.acts.derived_dates import Span, derive_dates
from wbagree.domain.acts.kinds import Role, role_of
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.binding import ratification_expected
from wbagree.domain.agreements.status import doubts_of_status
from wbagree.domain.agreements.vocabularies import AssertedStatus, Verb
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.parties.party_book import PartyBook

# Relations that imply a later date: all of them, today.
_LATER = frozenset(Verb)


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt about one agreement: its kind (a key of ``QUALITY_CHECKS``, or DUPLICATE), key and sentence."""

    kind: str
    key: str
    sentence: str


QualityCheck = Callable[[Agreement, "CheckContext"], Iterator[str]]


@dataclass(frozen=True, slots=True)
class CheckContext:
    """Data outside an agreement that its checks need.

    ``signed``: key of a related agreement to its date of signature. ``hidden``: keys that no finding may mention.
    ``without_end``: keys of related agreements without an end.
    """

    parties: PartyBook
    signed: Mapping[str, PartialDate | None]
    today: date
    hidden: Collection[str] = ()
    without_end: Collection[str] = ()


def _undated(agreement: Agreement, _: CheckContext) -> Iterator[str]:
    if agreement.signed is None:
        yield "has no date of signature"


def _unsourced(agreement: Agreement, _: CheckContext) -> Iterator[str]:
    if not agreement.sources and not agreement.references:
        yield "has neither a source nor an official reference"


def _in_force_first(agreement: Agreement, _: CheckContext) -> Iterator[str]:
    signed, in_force = agreement.signed, agreement.in_force
    if signed and in_force and in_force.latest < signed.earliest:
        yield f"in force {in_force}, before it was signed ({signed})"


def _relations(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    for relation in agreement.relations:
        if relation.key in context.hidden:
            continue
        if relation.key not in context.signed:
            yield f"{relation.verb} {relation.key}, which is not on record"
            continue
        other = context.signed[relation.key]
        if relation.verb in _LATER and agreement.signed and other and agreement.signed.latest < other.earliest:
            yield f"signed {agreement.signed}, {relation.verb} {relation.key}, which was signed later ({other})"


def _lifetimes(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    if agreement.signed is None:
        return
    for party in (context.parties.parties[code] for code in agreement.parties):
        if party.since and PartialDate.parse(party.since).earliest > agreement.signed.latest:
            yield f"signed {agreement.signed}, but {party.code} is on record only from {party.since}"
        if party.until and PartialDate.parse(party.until).latest < agreement.signed.earliest:
            yield f"signed {agreement.signed}, but {party.code} is on record only until {party.until}"


def _stale(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    if agreement.status != AssertedStatus.NOT_IN_FORCE or ratification_expected(agreement):
        yield from doubts_of_status(agreement, context.today)


def _acts(agreement: Agreement, _: CheckContext) -> Iterator[str]:
    """Yield differences between acts and stated dates.

    And between the acts of the parties. A stated date wins; a reader decides.
    """
    derived = derive_dates(agreement.acts, agreement.parties)
    for name, span in derived._asdict().items():
        stated: PartialDate | None = getattr(agreement, name)
        words = name.replace("_", " ")
        if span and stated and not _may_agree(stated, span):
            yield f"{words} {stated} is stated, and {span} follows from acts"
    if derived.in_force and _differs(agreement):
        yield f"the parties differ about the entry into force: {derived.in_force}"
    for act in agreement.acts:
        if role_of(act.kind) is Role.EXIT and act.effect is None and act.kind != "expiry" and agreement.ended is None:
            yield f"{act.kind} of {act.on}: date of effect not recorded, so that its status is unknown from then on"


def _may_agree(stated: PartialDate, span: Span) -> bool:
    return stated.earliest <= (span.latest or date.max) and span.earliest <= stated.latest


def _differs(agreement: Agreement) -> bool:
    """Return whether the parties' own entries into force exclude each other."""
    entries = [act.counts_from for act in agreement.acts if role_of(act.kind) is Role.ENTRY and act.party]
    return bool(entries) and min(one.latest for one in entries) < max(one.earliest for one in entries)


def _superseding(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    """Yield agreements without an end that this one supersedes.

    Supersession ends nothing by itself.
    """
    for relation in agreement.relations:
        if (
            relation.verb == Verb.SUPERSEDES
            and relation.key in context.without_end
            and relation.key not in context.hidden
        ):
            yield f"supersedes {relation.key}, of which no end is recorded"


def _undated_assertion(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    undated = agreement.status and not (agreement.status_on or agreement.in_force or agreement.ended)
    if undated and not any(_stale(agreement, context)):
        yield f"asserted {agreement.status} by a source without a date: known for today alone"


QUALITY_CHECKS: Mapping[str, QualityCheck] = {
    "undated": _undated,
    "unsourced": _unsourced,
    "in-force-first": _in_force_first,
    "relations": _relations,
    "party-lifetime": _lifetimes,
    "stale-status": _stale,
    "undated-status": _undated_assertion,
    "acts": _acts,
    "superseded": _superseding,
}
DUPLICATE = "duplicate"


def findings(agreement: Agreement, context: CheckContext) -> Iterator[Finding]:
    """Yield the findings about one agreement."""
    for kind, check in QUALITY_CHECKS.items():
        for sentence in check(agreement, context):
            yield Finding(kind, agreement.key, sentence)
