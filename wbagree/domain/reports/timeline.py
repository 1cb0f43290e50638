"""The timeline: signatures by year and form, and undated agreements."""

from collections.abc import Mapping
from dataclasses import dataclass

from wbagree.domain.agreements.vocabularies import Form
from wbagree.domain.reports.summary import FORM_COLUMNS

# What a picture tells apart: the columns of a summary, and what those call "other" in two. Each form is in one of them.
KINDS: Mapping[str, tuple[str, ...]] = {
    **FORM_COLUMNS,
    "arrangements": (Form.ARRANGEMENT, Form.EXCHANGE_OF_NOTES, Form.CONTRACT),
    "other": (Form.DECLARATION, Form.ACTION_PLAN, Form.INFORMAL, Form.OTHER),
}


@dataclass(frozen=True, slots=True)
class Timeline:
    """Records of the parties' own by year of signature and form, as a summary by year counts them.

    ``signed``: (year, form) to their number; ``undated``: form to the number without a date of signature;
    ``inherited`` ones are in neither. ``day``: ISO, what the question was asked as of.
    """

    day: str
    signed: Mapping[tuple[int, str], int]
    undated: Mapping[str, int]
    inherited: int = 0

    def years(self) -> range:
        """Return every year from the first signature to the last, none when nothing has a date."""
        years = {year for year, _ in self.signed}
        return range(min(years), max(years) + 1) if years else range(0)

    def number(self, year: int, kind: str) -> int:
        """Return how many records of a kind (of KINDS) were signed in a year."""
        return sum(self.signed.get((year, form), 0) for form in KINDS[kind])

    def in_year(self, year: int) -> int:
        """Return how many records were signed in a year."""
        return sum(self.number(year, kind) for kind in KINDS)

    def dated(self) -> int:
        """Return how many records have a date of signature."""
        return sum(self.signed.values())

    def total(self) -> int:
        """Return how many records there are, dated or not."""
        return self.dated() + sum(self.undated.values())
