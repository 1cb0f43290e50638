"""The summary: numbers of agreements by pair, type, year and other groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class GroupBy(StrEnum):
    """The groupings that the rows of a summary can have."""

    PAIR = "pair"
    TYPE = "type"
    GROUP = "group"
    FORM = "form"
    YEAR = "year"
    PARTY = "party"
    STATUS = "status"
    LEVEL = "level"
    ASSESSMENT = "assessment"
    SIGNATORY = "signatory"


# Other words for a grouping; each may have a plural ending.
_GROUPING_WORDS = {
    "country": GroupBy.PARTY,
    "countrie": GroupBy.PARTY,
    "partie": GroupBy.PARTY,
    "country pair": GroupBy.PAIR,
    "subject": GroupBy.TYPE,
    "topic": GroupBy.TYPE,
    "date": GroupBy.YEAR,
    "statuse": GroupBy.STATUS,
    "person": GroupBy.SIGNATORY,
    "institution": GroupBy.SIGNATORY,
    "signatorie": GroupBy.SIGNATORY,
    "score": GroupBy.ASSESSMENT,
    "rating": GroupBy.ASSESSMENT,
}


def grouping_of(text: str) -> GroupBy | None:
    """Return the grouping that a word means, or None."""
    word = text.strip().lower()
    known = {**_GROUPING_WORDS, **{one.value: one for one in GroupBy}}
    return known.get(word) or known.get(word.removesuffix("s"))


# The forms that each column counts together, in the order of the columns.
FORM_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agreements": ("agreement", "treaty", "convention"),
    "mous": ("mou",),
    "protocols": ("protocol",),
}


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One row of a summary: numbers of records.

    All but ``inherited`` count records that the row's parties signed themselves. ``agreements`` (with treaties and
    conventions), ``mous``, ``protocols`` and ``other`` add up to ``records``. ``in_force`` counts those with a date of
    entry into force, ``in_force_by_source`` those of which only a source says so. ``first`` and ``last`` are years of
    signature, empty when none is known. ``wider`` counts records of more than two parties.
    """

    name: str
    records: int
    agreements: int
    mous: int
    protocols: int
    other: int
    in_force: int
    in_force_by_source: int
    inherited: int
    first: str
    last: str
    undated: int
    wider: int
    main_types: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The rows of one grouping, and their total.

    The total counts every record once. ``spread`` maps a number of rows to the number of records in so many rows: {1:
    382, 3: 15} is 382 records in one row and 15 in three.
    """

    by: GroupBy
    day: str
    rows: tuple[SummaryRow, ...]
    total: SummaryRow
    spread: Mapping[int, int] = field(default_factory=dict)

    @property
    def any_inherited(self) -> bool:
        """Whether any row has inherited records, signed by a predecessor."""
        return any(row.inherited for row in self.rows)

    def explanation(self) -> list[str]:
        """Return sentences that explain how the counts add up."""
        sentences = [
            '"Agreements" includes treaties and conventions.',
            f'"In force" is counted only where its date is recorded (status on {self.day}).',
        ]
        if self.total.in_force_by_source:
            sentences.append('"By source": in force by a source that gives no date of entry into force.')
        if self.any_inherited:
            more = {0: "", 1: "1 more was "}.get(self.total.inherited, f"{self.total.inherited} more were ")
            sentences.append(f'"Inherited": {more}signed by a predecessor.')
        if sum(rows * records for rows, records in self.spread.items()) != self.total.records:
            sentences.append(
                f"{_SEVERAL.get(self.by, 'Some agreements are counted in several rows')}, so rows add up to more than"
                f" the total of {self.total.records}."
            )
        return sentences


# Why the rows of a grouping add up to more than the total.
_SEVERAL = {
    GroupBy.PAIR: "Multilateral agreements are counted in every pair",
    GroupBy.PARTY: "Agreements are counted for each of their parties",
    GroupBy.TYPE: "Agreements on several types are counted for each",
    GroupBy.GROUP: "Agreements on several groups of types are counted for each",
    GroupBy.SIGNATORY: "Agreements of several signatories are counted for each",
}
_ROW_OF = {"group": "group of types"}


@dataclass(frozen=True, slots=True)
class CrossedSummary:
    """The summaries of two groupings, and the numbers of each combination.

    ``cells`` has a row for each two names that have agreements in common, by the names in ``first`` and ``second``.
    """

    first: Summary
    second: Summary
    cells: Mapping[tuple[str, str], SummaryRow]

    @property
    def any_inherited(self) -> bool:
        """Whether any combination has inherited agreements."""
        return any(cell.inherited for cell in self.cells.values())

    def explanation(self) -> list[str]:
        """Return sentences that explain how the numbers add up."""
        sentences = []
        if sum(cell.records for cell in self.cells.values()) != self.first.total.records:
            names = [_ROW_OF.get(one.by, one.by) for one in (self.first, self.second)]
            sentences.append(
                f"An agreement counts for each {names[0]} and {names[1]} that it belongs to. Totals count it once."
            )
        if self.any_inherited:
            sentences.append("+n were signed by a predecessor state. Totals leave them out.")
        return sentences
