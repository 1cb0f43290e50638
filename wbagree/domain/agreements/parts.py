"""The parts of an agreement: signatories, relations, sources, assessments."""

from typing import NamedTuple

from wbagree.domain.agreements.vocabularies import INVERSE_VERBS, Verb
from wbagree.domain.dates.partial_date import PartialDate


class Signatory(NamedTuple):
    """The institution that signed for a party.

    With the person who signed and their position, if known.
    """

    party: str
    institution: str
    person: str = ""
    position: str = ""


class Relation(NamedTuple):
    """A relation to another record: this one ``verb`` the record ``key``.

    The verb is a ``Verb``: implements, amends ...
    """

    verb: str
    key: str

    def inverse(self) -> "Relation":
        """Return it as read from its other end: *amends* becomes *amended by*."""
        return self._replace(verb=INVERSE_VERBS[Verb(self.verb)])


class Source(NamedTuple):
    """A source of facts: a citation, an address, or both."""

    citation: str
    url: str = ""


class Assessment(NamedTuple):
    """An observation about the application of an agreement, on a date.

    ``assessor`` made it, if that is not the source itself. ``party`` is the party assessed, empty for all together.
    """

    on: PartialDate
    score: str
    note: str = ""
    source: str = ""
    assessor: str = ""
    party: str = ""


class Provenance(NamedTuple):
    """The row of an imported list that a record came from.

    ``batch`` is the change set of the import, ``at`` its time (UTC). ``undone_by`` is the change set that undid it, or
    None.
    """

    batch: int
    file: str
    line: int
    at: str
    undone_by: int | None = None
