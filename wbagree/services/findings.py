"""The findings of check, and those that a person accepted."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from wbagree.domain.agreements.accepted_findings import ACCEPTED_FINDING, AcceptedFinding, write_accepted
from wbagree.domain.agreements.quality_checks import FINDING_KINDS, Finding
from wbagree.domain.filter import Filter
from wbagree.errors import Duplicate, InvalidValue
from wbagree.services.entity_changes import apply_changes_of_subject

if TYPE_CHECKING:
    from sqlmodel import Session


class Findings(NamedTuple):
    """Findings: the open ones, and the accepted ones with their acceptance."""

    open: list[Finding]
    accepted: list[tuple[Finding, AcceptedFinding]]


def find(connection: sqlite3.Connection, filter_: Filter, kinds: Collection[str]) -> Findings:
    """Return the findings of some kinds about a filter's agreements.

    They are in the order of the kinds.
    """
    from wbagree.formats.list_readers.vocabulary import bundled_titles
    from wbagree.store.read import quality

    found = quality.quality_findings(connection, filter_, bundled_titles().read, date.today())
    order = list(FINDING_KINDS)
    sorted_ = sorted((one for one in found if one.kind in kinds), key=lambda one: order.index(one.kind))
    accepted = _accepted(connection)
    known = {(key, kind, text): one for (key, kind), one in accepted.items() for text in one.sentences}
    return Findings(
        [one for one in sorted_ if (one.key, one.kind, one.sentence) not in known],
        [
            (one, known[one.key, one.kind, one.sentence])
            for one in sorted_
            if (one.key, one.kind, one.sentence) in known
        ],
    )


def accept(session: "Session", keys: Sequence[str], kinds: Sequence[str], note: str) -> list[Finding]:
    """Accept the findings of some kinds about agreements, and return them.

    InvalidValue when an agreement has none of a kind, Duplicate when all are accepted.
    """
    from wbagree.store.write.change_log import current_user
    from wbagree.store.write.session import raw_connection

    connection = raw_connection(session)
    found = find(connection, Filter(keys=tuple(keys)), kinds)
    there = {(one.key, one.kind) for one in (*found.open, *(finding for finding, _ in found.accepted))}
    for key, kind in ((key, kind) for key in keys for kind in kinds):
        if (key, kind) not in there:
            raise InvalidValue(f"check finds no {kind!r} about {key}.", f"To see its findings: wbagree check {key}")
    if not found.open:
        raise Duplicate(f"Accepted before: {', '.join(kinds)} of {', '.join(keys)}.", "wbagree check --accepted")
    before = _accepted(connection)
    on, by = date.today().isoformat(), current_user()
    changes = {}
    for key, kind in dict.fromkeys((one.key, one.kind) for one in found.open):
        sentences = [one.sentence for one in (*found.open, *(finding for finding, _ in found.accepted))
                     if (one.key, one.kind) == (key, kind)]  # fmt: skip
        name, after = write_accepted(AcceptedFinding(key, kind, tuple(sentences), on, by, note))
        old = before.get((key, kind))
        changes[name] = (write_accepted(old)[1] if old else None, after)
    apply_changes_of_subject(session, ACCEPTED_FINDING, changes)
    return found.open


def withdraw(session: "Session", keys: Sequence[str], kinds: Sequence[str]) -> None:
    """Take back that findings were accepted.

    InvalidValue when one was not.
    """
    from wbagree.store.write.session import raw_connection

    accepted = _accepted(raw_connection(session))
    for key, kind in ((key, kind) for key in keys for kind in kinds):
        if (key, kind) not in accepted:
            raise InvalidValue(f"{kind!r} of {key} is not accepted.", "To see what is: wbagree check --accepted")
    cells = dict(write_accepted(accepted[key, kind]) for key in keys for kind in kinds)
    apply_changes_of_subject(session, ACCEPTED_FINDING, {name: (before, None) for name, before in cells.items()})


def _accepted(connection: sqlite3.Connection) -> dict[tuple[str, str], AcceptedFinding]:
    from wbagree.store.read import entity_cells

    return {(one.key, one.kind): one for one in entity_cells.accepted_findings(connection)}


def counts_in_words(found: Iterable[Finding]) -> str:
    """Return how many findings of each kind, in words, the most first."""
    counts: dict[str, int] = {}
    for one in found:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return ", ".join(f"{number} {FINDING_KINDS[kind].words}" for kind, number in ordered)
