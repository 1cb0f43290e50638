"""The options and the result of every reader of lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wbagree.errors import UsageProblem

# The kinds of file in which the number of a row is its line.
TEXT, JSON_LINES = "delimited text", "JSON Lines"
# The number of the line (or row of a sheet) where a row begins, and its cells as texts. What a workbook stores as a
# date is in our own notation.
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """Properties of a file that the user or a saved mapping states.

    What is empty or 0 is to be detected. ``header`` is the line of the header. ``by_hand`` names the options that the
    user gave this time; the others come from a saved mapping, which may have been made for a different file.
    """

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header: int = 0
    by_hand: frozenset[str] = frozenset()

    def refuse_idle(self, name: str, kind: str, *options: str) -> None:
        """Raise UsageProblem if the user gave an option without effect.

        ``options`` are those without effect on a file of this ``kind``.
        """
        for option in options:
            if option in self.by_hand:
                raise UsageProblem(f"--{option} has no effect: {name} is {kind}", f"leave --{option} out")


@dataclass(frozen=True, slots=True)
class ReaderResult:
    """The rows of a list, and the properties that its reader detected.

    ``rows`` can be read once. ``facts``: name to text, such as encoding, delimiter, sheet.
    """

    facts: Mapping[str, str]
    rows: Iterator[Row]
    # JSON names its columns; in other lists the header is one of the rows.
    header: tuple[str, ...] | None = None
    # Whether an item has a row for each of its parties; these rows have the same number.
    has_party_rows: bool = False
    # Whether cells have hyperlinks, whose addresses are not read.
    links: bool = False
    # The names of the other sheets of a workbook.
    other_sheets: tuple[str, ...] = ()
    # Sentences on what the reader left out, such as the other sheets of a workbook.
    notices: tuple[str, ...] = field(default=())
