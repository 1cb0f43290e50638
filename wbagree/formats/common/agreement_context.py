"""The names and related agreements for a full view of one agreement."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.parts import Provenance, Relation


class AgreementContext(NamedTuple):
    """The names and other agreements that belong to one agreement's view.

    ``parties`` and ``types``: code to name. ``titles``: key to title. ``related_from``: the relations that other
    agreements state to this one, each with the key of the other. ``provenance``: the imported rows that it was made of.
    ``left_out``: how many more such relations there are, not shown.
    """

    parties: Mapping[str, str]
    types: Mapping[str, str]
    titles: Mapping[str, str]
    related_from: Sequence[Relation]
    provenance: Sequence[Provenance] = ()
    left_out: int = 0

    def relations_of(self, agreement: Agreement) -> list[Relation]:
        """Return all its relations: those it states, then those that others state, read from its end."""
        return [*agreement.relations, *(relation.inverse() for relation in self.related_from)]
