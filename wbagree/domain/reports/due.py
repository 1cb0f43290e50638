"""Due dates: ends, renewals, notices, and records to look at again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.renewal import Manner
from wbagree.domain.agreements.vocabularies import ENDED_STATUSES, Score, Status
from wbagree.domain.contacts import Contact
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.period import Period
from wbagree.domain.reports.assessments import SCORE_WORDS
from wbagree.errors import InvalidDate


class DueKind(StrEnum):
    """The kinds of due dates, in the order of the report."""

    EXPIRY = "expiry"
    NOTICE = "notice"
    RENEWAL = "renewal"
    ASSESSMENT = "assessment"
    CONTACT = "contact"
    NO_ENTRY = "no-entry-into-force"


@dataclass(frozen=True, slots=True)
class DueDate:
    """One due date of a record or contact point.

    ``on`` is its day; if something is overdue, the day on which it was last done (signed, assessed, verified). It is
    ISO text as precise as known, or empty.
    """

    kind: DueKind
    on: str
    key: str
    sentence: str
    title: str


@dataclass(frozen=True, slots=True)
class Horizon:
    """The period to look at, and the days that make things overdue.

    The period is from ``day`` to ``until``. A signature without entry into force, an assessment or a verification is
    overdue if it is not later than the day ``signed``, ``assessed`` or ``verified``.
    """

    day: date
    until: date
    signed: date
    assessed: date
    verified: date


def make_horizon(day: date, *, within: Period, signed: Period, assessed: Period, verified: Period) -> Horizon:
    """Return the horizon that begins on ``day`` and is ``within`` long.

    Signatures, assessments and verifications are overdue after ``signed``, ``assessed`` and ``verified``.
    """
    return Horizon(day, _ahead(day, within), signed.day_before(day), assessed.day_before(day), verified.day_before(day))


def _ahead(day: date, period: Period) -> date:
    try:
        return period.date_after(PartialDate(day.year, day.month, day.day), 1).latest
    except InvalidDate:  # further away than any date
        return date.max


def due_dates(records: Iterable[Record], contacts: Iterable[Contact], horizon: Horizon) -> list[DueDate]:
    """Return all due dates, kind by kind, the earliest first."""
    found = [one for record in records for one in _due_of_record(record, horizon)]
    found += [one for contact in contacts for one in _due_of_contact(contact, horizon)]
    order = list(DueKind)
    return sorted(found, key=lambda one: (order.index(one.kind), one.on, one.key))


def _due_of_record(record: Record, within: Horizon) -> Iterator[DueDate]:
    if record.status in ENDED_STATUSES:
        return
    agreement = record.agreement

    def due_on(kind: DueKind, on: PartialDate | date | str, sentence: str) -> DueDate:
        return DueDate(kind, str(on), agreement.key, sentence, agreement.title)

    ended = agreement.ended
    if ended and ended.latest >= within.day and ended.earliest <= within.until:
        yield due_on(DueKind.EXPIRY, ended, "ends")
    yield from (due_on(*one) for one in _renewals(record, within))
    if record.status == Status.SIGNED and agreement.signed and agreement.signed.latest <= within.signed:
        yield due_on(DueKind.NO_ENTRY, agreement.signed, "signed, and no entry into force on record")
    observed = (one for one in agreement.implementation if one.on.earliest <= within.day)
    last = max(observed, key=lambda one: one.on.latest, default=None)
    if last and last.on.latest <= within.assessed:
        seen = (
            "last reported on, not judged"
            if last.score == Score.UNKNOWN
            else f"last assessed: {SCORE_WORDS[last.score]}"
        )
        yield due_on(DueKind.ASSESSMENT, last.on, seen)


def _renewals(record: Record, within: Horizon) -> Iterator[tuple[DueKind, PartialDate | date | str, str]]:
    renewal = record.agreement.renewal
    if renewal is None:
        return
    how = "renewed unless a party objects" if renewal.manner is Manner.TACIT else "ends unless the parties renew it"
    if renewal.has_ended(within.day) and renewal.start:
        yield DueKind.RENEWAL, renewal.start, "was to end then unless the parties renewed it: look whether they did"
    if not renewal.is_computable(record.agreement.in_force):
        yield DueKind.RENEWAL, "", f"{how}, but nothing says from when to count every {renewal.every}"
    end = record.agreement.ended.latest if record.agreement.ended else date.max
    for on in renewal.upcoming(record.agreement.in_force, within.day):
        if on.earliest > end:
            return
        last = renewal.notice.day_before(on.earliest) if renewal.notice else None
        if on.earliest > within.until and (last is None or last > within.until):
            return
        if last and within.day <= last <= within.until:
            yield DueKind.NOTICE, last, f"last day for notice, {renewal.notice} before the renewal of {on}"
        if on.earliest <= within.until:
            over = f"; notice was due by {last}" if last and last < within.day else ""
            yield DueKind.RENEWAL, on, how + over


def _due_of_contact(contact: Contact, within: Horizon) -> Iterator[DueDate]:
    if contact.valid_from and contact.valid_from.earliest > within.day:
        return
    if contact.valid_to and contact.valid_to.latest < within.day:
        yield DueDate(DueKind.CONTACT, str(contact.valid_to), contact.key, "no longer valid", contact.office)
        return
    if contact.valid_to and contact.valid_to.earliest <= within.until:
        yield DueDate(DueKind.CONTACT, str(contact.valid_to), contact.key, "valid until then", contact.office)
    if contact.verified is None:
        yield DueDate(DueKind.CONTACT, "", contact.key, "never verified", contact.office)
    elif contact.verified.latest <= within.verified:
        yield DueDate(DueKind.CONTACT, str(contact.verified), contact.key, "last verified", contact.office)
