"""The quality report of a register: checks of each agreement, and duplicates."""

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.duplicate_index import DuplicateIndex
from wbagree.domain.agreements.duplicates import ReadTitle, find_duplicate
from wbagree.domain.agreements.quality_checks import DUPLICATE, CheckContext, Finding, findings
from wbagree.domain.agreements.vocabularies import ENDED_STATUSES
from wbagree.domain.filter import Filter
from wbagree.store.read import agreements
from wbagree.store.read.agreement_context import restricted_keys
from wbagree.store.read.parties_and_types import party_book


def quality_findings(
    connection: sqlite3.Connection, filter_: Filter, read_title: ReadTitle, today: date
) -> Iterator[Finding]:
    """Yield the findings on the agreements of a filter.

    They are in the order of keys, duplicates last. If the filter is for public records, no finding reveals the date of
    a restricted one.
    """
    found_records = list(agreements.records(connection, filter_, sort="key"))
    records = [found.agreement for found in found_records]
    related = {relation.key for agreement in records for relation in agreement.relations}
    others = agreements.agreements(connection, sorted(related))
    signed = {key: found.signed for key, found in others.items()}
    without_end = [key for key, found in others.items() if not (found.ended or found.status in ENDED_STATUSES)]
    hidden = restricted_keys(connection) if filter_.public else ()
    signed_only = {found.agreement.key for found in found_records if found.verdict == "signed"}
    context = CheckContext(party_book(connection), signed, today, hidden, without_end, signed_only)
    for agreement in records:
        yield from findings(agreement, context)
    yield from _duplicates(connection, records, hidden, read_title)


def _duplicates(
    connection: sqlite3.Connection, records: list[Agreement], hidden: Collection[str], read_title: ReadTitle
) -> Iterator[Finding]:
    """Yield a finding for each agreement with a duplicate before it.

    The duplicate may be outside ``records``; it is before in the order of keys. Agreements that
    a user stated to be different are no duplicates.
    """
    chosen = {agreement.key for agreement in records}
    different = different_agreements(connection)
    before = DuplicateIndex(read_title)
    for agreement in agreements.agreements_of_same_parties(connection, records):
        if agreement.key in hidden:
            continue
        if agreement.key in chosen:
            others = different.get(agreement.key, ())
            candidates = [other for other in before.candidates(agreement) if other.key not in others]
            if found := find_duplicate(agreement, candidates, read_title):
                yield Finding(DUPLICATE, agreement.key, found.sentence, agreement.title)
        before.add(agreement)


def different_agreements(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """Return the keys of agreements stated to be different, by key."""
    found: dict[str, set[str]] = {}
    for one, other in connection.execute("SELECT one, other FROM distinct_pair"):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found
