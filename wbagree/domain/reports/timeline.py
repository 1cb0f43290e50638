"""The timeline: signatures by year and form, and undated agreements."""

from collections.abc import Mapping
from dataclasses import dataclass

from wbagree.domain.agreements.vocabularies import Form
from wbagree.domain.reports.summary import FORM_COLUMNS

# The kinds that a picture distinguishes, with their forms: the columns of a summary, but "other" is divided in two.
# Each form is in one kind.
FORMS_BY_KIND: Mapping[str, tuple[str, ...]] = {
    **FORM_COLUMNS,
    "arrangements": (Form.ARRANGEMENT, Form.EXCHANGE_OF_NOTES, Form.CONTRACT),
    "other": (Form.DECLARATION, Form.ACTION_PLAN, Form.INFORMAL, Form.OTHER),
}


@dataclass(frozen=True, slots=True)
class Timeline:
    """Numbers of records by year of signature and form.

    They are the parties' own records, as in a summary by year. ``signed`` maps (year, form) to their number,
    ``undated`` a form to the number without a date of signature; the ``inherited`` ones are in neither. Succession
    is as of ``day`` (ISO).
    """

    day: str
    signed: Mapping[tuple[int, str], int]
    undated: Mapping[str, int]
    inherited: int = 0

    def years(self) -> range:
        """Return every year from the first signature to the last.

        Empty when no record has a date.
        """
        years = {year for year, _ in self.signed}
        return range(min(years), max(years) + 1) if years else range(0)

    def signed_in(self, year: int, kind: str) -> int:
        """Return the number of records of a kind signed in a year.

        The kind is a key of ``FORMS_BY_KIND``.
        """
        return sum(self.signed.get((year, form), 0) for form in FORMS_BY_KIND[kind])

    def all_signed_in(self, year: int) -> int:
        """Return the number of records signed in a year."""
        return sum(self.signed_in(year, kind) for kind in FORMS_BY_KIND)

    def count_dated(self) -> int:
        """Return the number of records with a date of signature."""
        return sum(self.signed.values())

    def count_all(self) -> int:
        """Return the number of records, dated or not."""
        return self.count_dated() + sum(self.undated.values())
