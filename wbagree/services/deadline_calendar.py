"""Due dates as events of a calendar."""

import sqlite3
from collections.abc import Sequence

from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.domain.contacts import CONTACT
from wbagree.domain.reports.due import DueDate, DueKind
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.data.calendar import Event
from wbagree.store.read.identities import ids_of_keys

_SUMMARIES = {
    DueKind.EXPIRY: "Ends",
    DueKind.NOTICE: "Last day for notice",
    DueKind.RENEWAL: "Renewal",
    DueKind.CONTACT: "Contact point",
}


def events_of(connection: sqlite3.Connection, found: Sequence[DueDate]) -> list[Event]:
    """Return due dates as events.

    The uid begins with the id of the agreement or contact point. It is the same in every file, so that a calendar
    replaces an event instead of adding another.
    """
    subjects = [CONTACT if one.kind is DueKind.CONTACT else AGREEMENT for one in found]
    ids = {
        subject: ids_of_keys(
            connection, [one.key for one, its in zip(found, subjects, strict=True) if its == subject], subject
        )
        for subject in set(subjects)
    }
    return [
        Event(
            uid="-".join(filter(None, (ids[subject][one.key], one.kind, one.occurrence))),
            first=one.on.earliest,
            last=one.on.latest,
            summary=f"{_SUMMARIES[one.kind]}: {one.title}",
            lines=(capitalise(one.sentence), one.key),
        )
        for one, subject in zip(found, subjects, strict=True)
    ]
