"""The groups of rows that are one agreement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wbagree.domain.foreign_lists.cell_readers import clean_cell
from wbagree.domain.foreign_lists.column_mapping import SECOND, Column
from wbagree.errors import ImportRefused

Row = tuple[int, Sequence[str]]

# Rows of unfinished groups are kept, up to so many characters.
_MOST_KEPT = 2**26


@dataclass(frozen=True, slots=True)
class RowGroups:
    """The groups of a list's rows.

    ``places`` are the columns in which the rows of a group are alike; without any, rows of the same number are one
    group. ``sizes`` is the number of rows by group. ``leaves_out_home``: most agreements have one row, and none names
    the party that made the list.
    """

    places: tuple[int, ...]
    headers: tuple[str, ...]
    sizes: Mapping[int, int]
    leaves_out_home: bool = False

    @property
    def rows(self) -> int:
        """The number of rows of all groups."""
        return sum(self.sizes.values())

    def collect(self, rows: Iterable[Row], name: str) -> Iterator[list[Row]]:
        """Yield the rows of each group, when its last row was read.

        ImportRefused when the rows of groups are so far apart that too many must be kept.
        """
        begun: dict[int, list[Row]] = {}
        kept = 0
        for row in rows:
            key = group_of(self.places, row)
            members = begun.setdefault(key, [])
            members.append(row)
            kept += sum(map(len, row[1]))
            if len(members) >= self.sizes.get(key, 0):
                kept -= sum(len(cell) for _, cells in members for cell in cells)
                yield begun.pop(key)
            elif kept > _MOST_KEPT:
                raise ImportRefused(
                    f"{name} is too long to join rows that are far apart",
                    f"sort it by {', '.join(map(repr, self.headers))}, and import it again",
                )
        yield from begun.values()


def group_of(places: Sequence[int], row: Row) -> int:
    """Return the group of a row: a number that its key columns give.

    A row in which they are empty is a group of its own.
    """
    number, cells = row
    return group_of_texts([plain_text(cells[place]) if place < len(cells) else "" for place in places], number)


def group_of_texts(texts: Sequence[str], number: int) -> int:
    """Return the group of plain texts, or of a row's number."""
    return hash(tuple(texts) if any(texts) else number)


def plain_text(text: str) -> str:
    """Return a text without case, with single blanks.

    '' for one that means nothing, as in other cells.
    """
    return " ".join(clean_cell(text).split()).casefold()


class GroupColumns(NamedTuple):
    """The columns that show which rows are one agreement.

    ``likely`` are columns that may do so, to be proposed; ``is_unclear``: a person must say which it is, because most
    rows would become agreements that may be false. ``act`` is the column of acts, where a row is one act;
    ``consent`` that of how each party consented.
    """

    places: tuple[int, ...] = ()
    likely: tuple[int, ...] = ()
    is_unclear: bool = False
    act: int | None = None
    consent: int | None = None
    names_home: bool = False


def possible_target(column: Column) -> str:
    """Return the target of a column, also where another column has it."""
    return column.target or (column.origin.removeprefix(SECOND) if column.origin.startswith(SECOND) else "")
