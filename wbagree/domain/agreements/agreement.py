"""The agreement, and the record: an agreement with computed values. Both are tuples, made and read fast.

``validation`` converts between agreements and the cells of the interchange format (``agreements.csv``). The names of
attributes and cells are in ``fields``.
"""

from typing import TYPE_CHECKING, NamedTuple

from wbagree.domain.dates.partial_date import PartialDate

if TYPE_CHECKING:  # a list shows none of these, and every command would load them
    from wbagree.domain.acts.act import Act
    from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
    from wbagree.domain.agreements.renewal import Renewal

# The name of an agreement in the history.
AGREEMENT = "agreement"


class Agreement(NamedTuple):
    """One instrument between two or more parties.

    ``status`` is asserted by a source, not computed; ``status_on`` is the date of that source. ``disclosure`` is empty
    for a record that may leave the register, else ``restricted``. ``binding`` is empty where no source says. The
    notation of ``languages`` is in the module of that name.
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
    acts: "tuple[Act, ...]" = ()
    renewal: "Renewal | None" = None
    disclosure: str = ""
    status_on: PartialDate | None = None
    languages: str = ""
    entry_clause: str = ""
    termination_clause: str = ""
    depositary: str = ""
    archive_number: str = ""
    registration: str = ""
    responsible: str = ""
    binding: str = ""

    def signatories_of(self, party: str) -> "list[Signatory]":
        """Return who signed for a party."""
        return [signatory for signatory in self.signatories if signatory.party == party]


def key_stem(parties: tuple[str, ...], signed: PartialDate | None) -> str:
    """Return the beginning of a key: the party codes A-Z and the year.

    The year is that of the signature, or ``nd`` without one.
    """
    return "-".join((*sorted(parties), str(signed.year) if signed else "nd"))


class Record(NamedTuple):
    """An agreement with its values computed as of ``day`` (ISO date).

    ``verdict`` is the line of rule 2 that decided ``status`` (see ``status.explain_status``). ``inherited_from`` is the
    predecessor that signed, if the filter names its successor; ``score`` is that of the latest assessment. The derived
    dates follow from acts where none is stated: a date, or two with ``/`` where the parties differ. ``id`` is read only
    for an export or where it is a chosen column.
    """

    agreement: Agreement
    day: str
    status: str
    verdict: str
    inherited_from: str = ""
    score: str = ""
    derived_signed: str = ""
    derived_in_force: str = ""
    derived_ended: str = ""
    id: str = ""
