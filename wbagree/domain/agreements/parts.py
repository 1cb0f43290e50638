"""The parts of an agreement: signatories, dates of parties, relations, sources, assessments."""

from typing import NamedTuple

from wbagree.domain.dates.partial_date import PartialDate


class Signatory(NamedTuple):
    """The institution that signed for a party, and the person and position when they are known."""

    party: str
    institution: str
    person: str = ""
    position: str = ""


class PartyDates(NamedTuple):
    """What one party alone did: its ratification, and the day it says the agreement entered into force."""

    party: str
    ratified: PartialDate | None = None
    in_force: PartialDate | None = None


class Relation(NamedTuple):
    """This record ``verb`` (implements, amends ...) the record ``key``."""

    verb: str
    key: str


class Source(NamedTuple):
    """Where a fact stands: a citation, an address, or both."""

    citation: str
    url: str = ""


class Assessment(NamedTuple):
    """What somebody observed about implementation, on a date, and where they said so.

    ``assessor`` is who judged it, where that is not the source itself; ``party`` whose application was judged, empty
    when it was that of all together.
    """

    on: PartialDate
    score: str
    note: str = ""
    source: str = ""
    assessor: str = ""
    party: str = ""


class Provenance(NamedTuple):
    """The row of a batch that a record came from; ``at`` is when it was taken in (UTC).

    ``undone_by`` is the change set that took the batch back, None when it holds.
    """

    batch: int
    file: str
    line: int
    at: str
    undone_by: int | None = None
