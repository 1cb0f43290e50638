"""What a careful reader would question in a record: each doubt is a sentence, none of them an error of the file."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.parties.party_book import PartyBook

# A negotiation or provisional application that nobody looked at for so long is probably over.
_STALE_YEARS = 5
# Whoever does one of these to another agreement comes after it.
_LATER = ("amends", "supplements", "supersedes", "extends", "implements")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: its kind (of KINDS), the record, and the sentence."""

    kind: str
    key: str
    sentence: str


Check = Callable[[Agreement, "Surrounding"], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What a record is held against: the parties, the signing dates of the records it relates to, and the day.

    Nothing is found about ``hidden`` records, by their keys.
    """

    parties: PartyBook
    signed: Mapping[str, PartialDate | None]
    today: date
    hidden: Collection[str] = ()


def _undated(agreement: Agreement, _: Surrounding) -> Iterator[str]:
    if agreement.signed is None:
        yield "has no date of signature"


def _unsourced(agreement: Agreement, _: Surrounding) -> Iterator[str]:
    if not agreement.sources and not agreement.references:
        yield "has neither a source nor an official reference"


def _in_force_first(agreement: Agreement, _: Surrounding) -> Iterator[str]:
    signed, in_force = agreement.signed, agreement.in_force
    if signed and in_force and in_force.latest < signed.earliest:
        yield f"in force {in_force}, before it was signed ({signed})"


def _relations(agreement: Agreement, around: Surrounding) -> Iterator[str]:
    for relation in agreement.relations:
        if relation.key in around.hidden:
            continue
        if relation.key not in around.signed:
            yield f"{relation.verb} {relation.key}, which is not on record"
            continue
        other = around.signed[relation.key]
        if relation.verb in _LATER and agreement.signed and other and agreement.signed.latest < other.earliest:
            yield f"signed {agreement.signed}, {relation.verb} {relation.key}, which was signed later ({other})"


def _lifetimes(agreement: Agreement, around: Surrounding) -> Iterator[str]:
    if agreement.signed is None:
        return
    for party in (around.parties.parties[code] for code in agreement.parties):
        if party.since and PartialDate.parse(party.since).earliest > agreement.signed.latest:
            yield f"signed {agreement.signed}, but {party.code} is on record only from {party.since}"
        if party.until and PartialDate.parse(party.until).latest < agreement.signed.earliest:
            yield f"signed {agreement.signed}, but {party.code} is on record only until {party.until}"


def _stale(agreement: Agreement, around: Surrounding) -> Iterator[str]:
    if agreement.status not in ("negotiation", "provisional", "not-in-force") or agreement.in_force or agreement.ended:
        return
    if agreement.signed is None:
        yield f"asserted {agreement.status} without any date: look whether that still holds"
    elif around.today.year - agreement.signed.year > _STALE_YEARS:
        yield f"asserted {agreement.status}, though signed {agreement.signed}: look whether that still holds"


KINDS: Mapping[str, Check] = {
    "undated": _undated,
    "unsourced": _unsourced,
    "in-force-first": _in_force_first,
    "relations": _relations,
    "party-lifetime": _lifetimes,
    "stale-status": _stale,
}
DUPLICATE = "duplicate"


def findings(agreement: Agreement, around: Surrounding) -> Iterator[Finding]:
    """Yield what is to be looked at in one record."""
    for kind, check in KINDS.items():
        for sentence in check(agreement, around):
            yield Finding(kind, agreement.key, sentence)
