"""An index of agreements: a new one is compared with few."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import itemgetter

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.duplicates import NEAR_PERIOD, ReadTitle

# No date is less precise than a year.
_LONGEST_DATE = timedelta(days=366)
# The first letters of the telling words of a title. They are equal if titles are, even where a word is misspelt.
Initials = frozenset[str]
# An agreement with its place in the index.
Entry = tuple[int, Agreement]


def initials_of(titles: Iterable[str], parties: tuple[str, ...], read_title: ReadTitle) -> set[Initials]:
    """Return the first letters of the telling words, title by title.

    Empty titles have none.
    """
    return {frozenset(word[0] for word in read_title(title, parties).words) for title in titles if title}


class DuplicateIndex:
    """Agreements by parties, and there by date, references and title."""

    def __init__(self, read_title: ReadTitle) -> None:
        self._read_title = read_title
        self._groups: dict[tuple[str, ...], _Group] = {}
        self._size = 0

    def add(self, agreement: Agreement) -> None:
        """Add an agreement."""
        self._size += 1
        self._groups.setdefault(agreement.parties, _Group(self._read_title)).add((self._size, agreement))

    def candidates(self, new: Agreement) -> list[Agreement]:
        """Return the agreements that may be duplicates, in their order."""
        group = self._groups.get(new.parties)
        found = dict(group.candidates(new)) if group else {}
        return [found[place] for place in sorted(found)]


class _Group:
    """Agreements of the same parties.

    Titles of dated agreements are read only when an undated one is compared with them: reading is slow.
    """

    def __init__(self, read_title: ReadTitle) -> None:
        self._read_title = read_title
        self._dated: list[tuple[date, Entry]] = []
        self._undated: dict[Initials, list[Entry]] = {}
        self._all: dict[Initials, list[Entry]] = {}
        self._unread: list[Entry] = []
        self._cited: dict[frozenset[str], list[Entry]] = {}

    def add(self, entry: Entry) -> None:
        agreement = entry[1]
        self._unread.append(entry)
        if agreement.references:
            self._cited.setdefault(frozenset(agreement.references), []).append(entry)
        if agreement.signed:
            insort(self._dated, (agreement.signed.earliest, entry), key=itemgetter(0))
        else:
            self._note(self._undated, entry)

    def candidates(self, new: Agreement) -> Iterator[Entry]:
        yield from self._cited.get(frozenset(new.references), ())
        if new.signed is None:
            for entry in self._unread:
                self._note(self._all, entry)
            self._unread.clear()
            yield from self._of_title(self._all, new)
            return
        yield from self._of_title(self._undated, new) if self._undated else ()
        start = bisect_left(self._dated, new.signed.earliest - NEAR_PERIOD - _LONGEST_DATE, key=itemgetter(0))
        for place in range(start, len(self._dated)):
            earliest, entry = self._dated[place]
            if earliest > new.signed.latest + NEAR_PERIOD:
                return
            yield entry

    def _note(self, titles: dict[Initials, list[Entry]], entry: Entry) -> None:
        for initials in self._initials_of(entry[1]):
            titles.setdefault(initials, []).append(entry)

    def _of_title(self, titles: dict[Initials, list[Entry]], new: Agreement) -> Iterator[Entry]:
        for initials in self._initials_of(new):
            yield from titles.get(initials, ())

    def _initials_of(self, agreement: Agreement) -> set[Initials]:
        return initials_of((agreement.title, agreement.title_original), agreement.parties, self._read_title)
