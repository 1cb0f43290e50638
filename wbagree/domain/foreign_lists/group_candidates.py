"""Columns that may be alike in the rows of one agreement."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto

from wbagree.domain.foreign_lists.column_mapping import TITLE_TARGETS, Column, Layout
from wbagree.domain.foreign_lists.row_groups import group_of_texts, possible_target
from wbagree.domain.text.folding import folded_words

SIGNED_TARGETS = ("signed", "signed_place")
BOUND_TARGETS = ("in_force", "ratified")
_ID_WORDS = frozenset(
    ("id", "ids", "ident", "identifiant", "identifikator", "identificador", "identificativo", "kennung", "kennnummer",
     "indeks", "identifier", "uid", "uuid", "no", "nr", "num", "number", "numer", "numero", "numri", "broj",
     "br", "nummer", "code", "kod", "sifra", "ref", "cislo", "nomer", "szam")
)  # fmt: skip
_TREATIES = frozenset(("treaty", "agreement", "agt", "doc", "document", "record", "convention", "instrument", "agr"))
_LONGEST_ID_HEADER = 4


class Kind(Enum):
    """The columns of a candidate, the most certain first.

    A title alone may be that of several agreements, and is only proposed; with a date that is not that of signature it
    is evidence.
    """

    ID = auto()
    REFERENCE = auto()
    TITLE_AND_SIGNED = auto()
    TITLE = auto()
    TITLE_AND_DATE = auto()


class Candidate:
    """Columns that may be alike in the rows of one agreement."""

    def __init__(self, kind: Kind, places: tuple[int, ...]) -> None:
        self.kind = kind
        self.places = places
        self._date = places[1] if kind in (Kind.TITLE_AND_SIGNED, Kind.TITLE_AND_DATE) else None
        self._groups: dict[int, _Group] = {}
        self._rows = 0

    def add(self, texts: Mapping[int, str], number: int, title: int, party: str) -> None:
        """Add a row: its texts by place, its number, the hash of its title, and its party.

        No two rows are alike in a date that is empty.
        """
        self._rows += 1
        if self._date is not None and not texts[self._date]:
            return
        key = group_of_texts([texts[place] for place in self.places], number)
        if key not in self._groups:
            self._groups[key] = _Group(title)
        self._groups[key].add(title, party)

    def groups(self, parties: int = 2) -> "list[_Group]":
        """Return the groups with so many parties, or more."""
        return [group for group in self._groups.values() if group.parties >= parties]

    def share(self) -> float:
        """Return the share of rows that are in groups of several parties."""
        return sum(group.rows for group in self.groups()) / self._rows if self._rows else 0.0


class _Group:
    """Rows that are alike: how many, of how many parties, with one title."""

    __slots__ = ("_first", "_others", "_title", "has_one_title", "rows")

    def __init__(self, title: int) -> None:
        self._title = title
        self._first = ""
        self._others: set[str] | None = None  # most groups have one row, and must be small
        self.rows = 0
        self.has_one_title = True

    def add(self, title: int, party: str) -> None:
        self.rows += 1
        self.has_one_title = self.has_one_title and title == self._title
        if not self._first:
            self._first = party
        elif party not in ("", self._first):
            self._others = self._others or set()
            self._others.add(party)

    @property
    def parties(self) -> int:
        return bool(self._first) + len(self._others or ())


def candidates_of(layout: Layout) -> list[Candidate]:
    """Return the candidates for the columns of groups, the most certain first."""
    columns = list(enumerate(layout.columns))
    title = next((place for place, column in columns if column.target in TITLE_TARGETS), None)
    if title is None:
        return []

    def places(is_right: Callable[[Column], bool]) -> Iterator[int]:
        return (place for place, column in columns if is_right(column))

    def dated(targets: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        return ((title, place) for place in places(lambda column: possible_target(column) in targets))

    return [
        *(Candidate(Kind.ID, (place,)) for place in places(_is_id)),
        *(Candidate(Kind.REFERENCE, (place,)) for place in places(_is_reference)),
        *(
            Candidate(Kind.TITLE_AND_SIGNED, (title, at))
            for at in places(lambda one: possible_target(one) in SIGNED_TARGETS)
        ),
        Candidate(Kind.TITLE, (title,)),
        *(Candidate(Kind.TITLE_AND_DATE, both) for both in dated(BOUND_TARGETS)),
    ]


def _is_id(column: Column) -> bool:
    return column.target in ("number", "registration") or (column.target == "" and _names_id(column.header))


def _is_reference(column: Column) -> bool:
    return column.target == "references" and _names_id(column.header)


def _names_id(header: str) -> bool:
    """Return whether a header names an id, also as programs write it: TreatyID."""
    words = folded_words(header)
    written_together = any(word.endswith("id") and word[:-2] in _TREATIES for word in words)
    return len(words) <= _LONGEST_ID_HEADER and (written_together or not _ID_WORDS.isdisjoint(words))
