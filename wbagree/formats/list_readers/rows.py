"""What every reader gives: how the list was understood, and its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wbagree.errors import UsageProblem

# The kinds of file whose rows lie on lines.
TEXT, JSON_LINES = "delimited text", "JSON Lines"
# One row: the line (or row of a sheet) that it begins at, and its cells as texts; dates are in our own notation.
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """What a person said about the file; what is empty (0) is found out. ``header`` is its line.

    ``by_hand`` names what was said this time; the rest was kept, and may be about another file of the same kind.
    """

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header: int = 0
    by_hand: frozenset[str] = frozenset()

    def refuse_idle(self, name: str, kind: str, *options: str) -> None:
        """Raise UsageProblem when an option was given that says nothing about such a file."""
        for option in options:
            if option in self.by_hand:
                raise UsageProblem(f"--{option} has no effect: {name} is {kind}", f"leave --{option} out")


@dataclass(frozen=True, slots=True)
class ReaderResult:
    """The rows of a list, read once, and the ``facts`` found out on the way (encoding, delimiter, sheet ...)."""

    facts: Mapping[str, str]
    rows: Iterator[Row]
    # JSON names its columns; in other lists the header is one of the rows.
    header: tuple[str, ...] | None = None
    # Whether cells have addresses behind their text, which are not read.
    links: bool = False
    # What the reader left aside and a careful person should know, such as the other sheets of a workbook.
    notices: tuple[str, ...] = field(default=())
