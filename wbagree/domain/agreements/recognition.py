"""The recognition of an agreement under its key, where no id tells."""

from typing import NamedTuple

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import folded_words


class Features(NamedTuple):
    """The features by which an agreement is recognised.

    ``titles`` are the English one and the original, empty without one.
    """

    parties: tuple[str, ...]
    signed: PartialDate | None
    form: str
    titles: tuple[str, str]

    def is_same(self, other: "Features") -> bool:
        """Return whether parties, date, form and title agree."""
        alike = (self.parties, self.signed, self.form) == (other.parties, other.signed, other.form)
        return alike and folded_words(self.titles[0]) == folded_words(other.titles[0])

    def is_another(self, other: "Features") -> bool:
        """Return whether the parties differ, or title and date both.

        If only one of these two differs, that is a correction. Dates differ if they cannot mean the same day.
        """
        if self.parties != other.parties:
            return True
        ours, theirs = ({tuple(folded_words(text)) for text in one.titles if text} for one in (self, other))
        return ours.isdisjoint(theirs) and not _may_be_same_day(self.signed, other.signed)


def _may_be_same_day(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.earliest <= other.latest and other.earliest <= one.latest
