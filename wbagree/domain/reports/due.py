"""Due dates: ends, renewals and days for notice that come, and contact points to verify."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.renewal import Manner
from wbagree.domain.agreements.vocabularies import ENDED_STATUSES
from wbagree.domain.contacts import Contact
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.period import Period
from wbagree.errors import InvalidDate


class DueKind(StrEnum):
    """The kinds of due dates."""

    EXPIRY = "expiry"
    NOTICE = "notice"
    RENEWAL = "renewal"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class DueDate:
    """One due date of an agreement or contact point.

    ``occurrence`` tells due dates of one kind and key apart; it stays when their date is corrected, if it can.
    """

    kind: DueKind
    on: PartialDate
    key: str
    sentence: str
    title: str
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class OverdueContact:
    """A contact point that is no longer valid or verified.

    ``since`` is the end of its validity or the last verification; None if it was never verified.
    """

    contact: Contact
    sentence: str
    since: PartialDate | None


def last_day(day: date, within: Period) -> date:
    """Return the last day that is ``within`` a period after a day."""
    try:
        return within.date_after(_exact(day), 1).latest
    except InvalidDate:  # further away than any date
        return date.max


def due_dates(
    records: Iterable[Record], contacts: Iterable[Contact], day: date, until: date, verified_for: Period
) -> list[DueDate]:
    """Return the due dates from ``day`` to ``until``, the earliest first.

    A contact point is to be verified ``verified_for`` after it was last verified.
    """
    found = [one for record in records for one in _due_of_record(record, day, until)]
    found += [one for contact in contacts for one in _due_of_contact(contact, day, until, verified_for)]
    order = list(DueKind)
    return sorted(found, key=lambda one: (str(one.on), order.index(one.kind), one.key))


def overdue_contacts(contacts: Iterable[Contact], day: date, verified_for: Period) -> list[OverdueContact]:
    """Return the contact points to verify again, or to replace, by ``day``."""
    found = []
    for contact in contacts:
        if contact.valid_from and contact.valid_from.earliest > day:
            continue
        if contact.valid_to and contact.valid_to.latest < day:
            found.append(OverdueContact(contact, "no longer valid", contact.valid_to))
        elif contact.verified is None:
            found.append(OverdueContact(contact, "never verified", None))
        elif contact.verified.latest <= verified_for.day_before(day):
            found.append(OverdueContact(contact, "last verified", contact.verified))
    return sorted(found, key=lambda one: (str(one.since or ""), one.contact.key))


def _due_of_record(record: Record, day: date, until: date) -> Iterator[DueDate]:
    if record.status in ENDED_STATUSES:
        return
    agreement = record.agreement
    ended = agreement.ended
    if ended and ended.latest >= day and ended.earliest <= until:
        yield DueDate(DueKind.EXPIRY, ended, agreement.key, "ends", agreement.title)
    for kind, on, sentence, renewed in _renewals(record, day, until):
        yield DueDate(kind, on, agreement.key, sentence, agreement.title, str(renewed))


def _renewals(record: Record, day: date, until: date) -> Iterator[tuple[DueKind, PartialDate, str, PartialDate]]:
    """Yield kind, date and sentence of renewals and notices.

    The date of the renewal is last.
    """
    renewal = record.agreement.renewal
    if renewal is None:
        return
    end = record.agreement.ended.latest if record.agreement.ended else date.max
    for on in renewal.upcoming(record.agreement.in_force, day):
        if on.earliest > end:
            return
        last = renewal.notice.day_before(on.earliest) if renewal.notice else None
        if on.earliest > until and (last is None or last > until):
            return
        tacit = renewal.manner is Manner.TACIT
        if last and day <= last <= until:
            yield DueKind.NOTICE, _exact(last), f"last day for notice, {renewal.notice} before the renewal of {on}", on
        if on.earliest <= until:
            how = f"renews automatically on {on}" if tacit else f"ends on {on} unless the parties renew it"
            over = f"; notice period ended {last}" if last and last < day else ""
            yield DueKind.RENEWAL, on, how + over, on


def _due_of_contact(contact: Contact, day: date, until: date, verified_for: Period) -> Iterator[DueDate]:
    if not contact.may_be_valid(day):
        return
    if contact.valid_to and contact.valid_to.earliest <= until:
        yield DueDate(DueKind.CONTACT, contact.valid_to, contact.key, "contact valid until then", contact.office, "end")
    if contact.verified is None:
        return
    try:
        again = verified_for.date_after(contact.verified, 1)
    except InvalidDate:  # further away than any date
        return
    if again.latest >= day and again.earliest <= until:
        sentence = f"contact to verify (last verified {contact.verified})"
        yield DueDate(DueKind.CONTACT, again, contact.key, sentence, contact.office)


def _exact(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
