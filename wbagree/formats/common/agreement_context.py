"""Names, related agreements and further facts for one agreement's full view."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.fields import FIELD_BY_NAME, Field
from wbagree.domain.agreements.parts import Provenance, Relation

# The fields that a treaty office keeps of a text, in the order in which they are shown.
_FACTS = ("binding", "languages", "entry_clause", "termination_clause", "depositary", "archive_number", "registration",
          "responsible")  # fmt: skip


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


def facts_of_the_text(agreement: Agreement) -> Iterator[tuple[Field, str]]:
    """Yield each known fact that a treaty office keeps, in words."""
    for name in _FACTS:
        if text := getattr(agreement, name):
            yield FIELD_BY_NAME[name], _in_words(name, text)


def _in_words(name: str, text: str) -> str:
    if name == "languages":
        from wbagree.domain.agreements.languages import language_words  # here: few agreements have them

        return language_words(text)
    return text
