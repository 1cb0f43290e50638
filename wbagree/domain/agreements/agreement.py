"""An agreement and its computed values, as values that do not change.

The cells of the interchange format (``agreements.csv``) hold the same; ``validation`` turns one into the other. The
names of both are in ``fields``.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wbagree.domain.dates.partial_date import PartialDate

if TYPE_CHECKING:  # a list shows none of these, and every command would load them
    from wbagree.domain.agreements.parts import Assessment, PartyDates, Relation, Signatory, Source
    from wbagree.domain.agreements.renewal import Renewal

# The subject of a change to an agreement, in the history.
AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One instrument between two or more parties. ``status`` is what a source asserts, not what is computed.

    ``status_on`` is the date at which the source says so.

    ``disclosure`` is empty for a record that may leave the register, else ``restricted``.
    """

    key: str
    title: str
    form: str
    types: tuple[str, ...]
    parties: tuple[str, ...]
    confidence: str
    title_original: str = ""
    signatories: "tuple[Signatory, ...]" = ()
    level: str = "unknown"
    signed: PartialDate | None = None
    place: str = ""
    in_force: PartialDate | None = None
    ended: PartialDate | None = None
    status: str = ""
    references: tuple[str, ...] = ()
    relations: "tuple[Relation, ...]" = ()
    sources: "tuple[Source, ...]" = ()
    implementation: "tuple[Assessment, ...]" = ()
    notes: str = ""
    party_dates: "tuple[PartyDates, ...]" = ()
    renewal: "Renewal | None" = None
    disclosure: str = ""
    status_on: PartialDate | None = None


def key_stem(parties: tuple[str, ...], signed: PartialDate | None) -> str:
    """Return what the keys of such records begin with: the party codes A-Z and the year signed, or ``nd``."""
    return "-".join((*sorted(parties), str(signed.year) if signed else "nd"))


class Record(NamedTuple):
    """An agreement as it was found: with what is computed of it as of ``day`` (ISO date).

    ``verdict`` is the line of rule 2 that gave ``status`` (see ``status.why``). ``inherited_from`` names the
    predecessor that signed, when the question was about a successor; ``score`` is the latest assessment's.
    """

    agreement: Agreement
    day: str
    status: str
    verdict: str
    inherited_from: str = ""
    score: str = ""
