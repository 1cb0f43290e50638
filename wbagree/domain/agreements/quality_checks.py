"""Checks of one agreement for doubtful data.

Each finding is a sentence. It is no error: the agreement is valid.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from wbagree.domain.acts.derived_dates import Span, derive_dates
from wbagree.domain.acts.kinds import Role, role_of
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.binding import ratification_expected
from wbagree.domain.agreements.status import doubts_of_status
from wbagree.domain.agreements.vocabularies import AssertedStatus, Score, Verb, label
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.period import Period
from wbagree.domain.parties.party_book import PartyBook
from wbagree.domain.text.sentences import capitalise

# Relations that imply a later date: all of them, today.
_LATER = frozenset(Verb)
# An agreement signed so long ago would be in force by now, or its entry into force was not recorded.
_LONG_AGO = Period(5, "year")


class Gravity(StrEnum):
    """The gravity of a finding, the gravest first."""

    CONTRADICTORY = "contradictory"
    TO_VERIFY = "to verify"
    NOT_RECORDED = "not recorded"


class FindingKind(NamedTuple):
    """A kind of findings: its gravity, and its words after a number."""

    gravity: Gravity
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt about one agreement: its kind (of ``FINDING_KINDS``), key, sentence and title."""

    kind: str
    key: str
    sentence: str
    title: str = ""


QualityCheck = Callable[[Agreement, "CheckContext"], Iterator[str]]


@dataclass(frozen=True, slots=True)
class CheckContext:
    """Data outside an agreement that its checks need.

    ``signed``: key of a related agreement to its date of signature. ``hidden``: keys that no finding may mention.
    ``without_end``: keys of related agreements without an end. ``signed_only``: keys of agreements whose status
    rests on their signature.
    """

    parties: PartyBook
    signed: Mapping[str, PartialDate | None]
    today: date
    hidden: Collection[str] = ()
    without_end: Collection[str] = ()
    signed_only: Collection[str] = ()


def _undated(agreement: Agreement, _: CheckContext) -> Iterator[str]:
    if agreement.signed is None:
        yield "No signature date"


def _unsourced(agreement: Agreement, _: CheckContext) -> Iterator[str]:
    if not agreement.sources and not agreement.references:
        yield "No source and no official reference"


def _in_force_first(agreement: Agreement, _: CheckContext) -> Iterator[str]:
    signed, in_force = agreement.signed, agreement.in_force
    if signed and in_force and in_force.latest < signed.earliest:
        yield f"In force {in_force}, before it was signed ({signed})"


def _relations(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    for relation in agreement.relations:
        if relation.key in context.hidden:
            continue
        if relation.key not in context.signed:
            yield f"{capitalise(relation.verb)} {relation.key}, which is not in the register"
            continue
        other = context.signed[relation.key]
        if relation.verb in _LATER and agreement.signed and other and agreement.signed.latest < other.earliest:
            yield f"Signed {agreement.signed}; {relation.verb} {relation.key}, which was signed later ({other})"


def _lifetimes(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    if agreement.signed is None:
        return
    for party in (context.parties.parties[code] for code in agreement.parties):
        if party.since and PartialDate.parse(party.since).earliest > agreement.signed.latest:
            yield f"Signed {agreement.signed}; agreements of {party.name} are recorded from {party.since}"
        if party.until and PartialDate.parse(party.until).latest < agreement.signed.earliest:
            yield f"Signed {agreement.signed}; agreements of {party.name} are recorded until {party.until}"


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
        words = capitalise(name.replace("_", " "))
        if span and stated and not _may_agree(stated, span):
            yield f"{words} {stated} is recorded, but the acts give {span}"
    if derived.in_force and _differs(agreement):
        yield f"The parties give different dates of entry into force: {derived.in_force}"
    for act in agreement.acts:
        if role_of(act.kind) is Role.EXIT and act.effect is None and act.kind != "expiry" and agreement.ended is None:
            yield f"{capitalise(act.kind)} of {act.on} has no date of effect. The status is unknown from then on."


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
            yield f"Supersedes {relation.key}, which has no end date"


def _undated_assertion(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    undated = agreement.status and not (agreement.status_on or agreement.in_force or agreement.ended)
    if undated and not any(_stale(agreement, context)):
        yield f'Status "{label(agreement.status)}" has no source date. It counts for today only.'


def _signed_long_ago(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    signed = agreement.signed
    if agreement.key in context.signed_only and signed and signed.latest <= _LONG_AGO.day_before(context.today):
        yield f"Signed {signed}; no entry into force recorded"


def _unrated(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    observed = (one for one in agreement.implementation if one.on.earliest <= context.today)
    last = max(observed, key=lambda one: one.on.latest, default=None)
    if last and last.score == Score.UNKNOWN:
        yield f"Last report {last.on} (not rated)"


def _renewal(agreement: Agreement, context: CheckContext) -> Iterator[str]:
    renewal = agreement.renewal
    if renewal is None or (agreement.ended and agreement.ended.latest < context.today):
        return
    if renewal.has_ended(context.today):
        yield f"Ended {renewal.start} unless the parties renewed it. Check whether they did."
    elif not renewal.is_computable(agreement.in_force):
        yield f"Renewal every {renewal.every} has no date to count from"


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
    "renewal": _renewal,
    "no-entry-into-force": _signed_long_ago,
    "unrated": _unrated,
}
DUPLICATE = "duplicate"
# Every kind of findings, in the order of reports. Duplicates are found in the store.
FINDING_KINDS: Mapping[str, FindingKind] = {
    "in-force-first": FindingKind(Gravity.CONTRADICTORY, "in force before signature"),
    "relations": FindingKind(Gravity.CONTRADICTORY, "with a doubtful link"),
    "party-lifetime": FindingKind(Gravity.CONTRADICTORY, "dated before or after their party is recorded"),
    "acts": FindingKind(Gravity.CONTRADICTORY, "with contradictory acts"),
    DUPLICATE: FindingKind(Gravity.TO_VERIFY, "probably recorded twice"),
    "stale-status": FindingKind(Gravity.TO_VERIFY, "status perhaps out of date"),
    "superseded": FindingKind(Gravity.TO_VERIFY, "superseding one without an end date"),
    "renewal": FindingKind(Gravity.TO_VERIFY, "with a renewal to verify"),
    "undated": FindingKind(Gravity.NOT_RECORDED, "no signature date"),
    "unsourced": FindingKind(Gravity.NOT_RECORDED, "no source"),
    "undated-status": FindingKind(Gravity.NOT_RECORDED, "status without a date"),
    "no-entry-into-force": FindingKind(Gravity.NOT_RECORDED, "signed long ago with no entry into force recorded"),
    "unrated": FindingKind(Gravity.NOT_RECORDED, "last report not rated"),
}


def findings(agreement: Agreement, context: CheckContext) -> Iterator[Finding]:
    """Yield the findings about one agreement."""
    for kind, check in QUALITY_CHECKS.items():
        for sentence in check(agreement, context):
            yield Finding(kind, agreement.key, sentence, agreement.title)
