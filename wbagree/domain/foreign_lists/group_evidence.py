"""The evidence that rows are one agreement.

A list has a row for each agreement, for each party of one, or for each act of a party. Where an id, or title and date,
repeat and the party differs, such rows are one agreement.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from wbagree.domain.foreign_lists.column_mapping import PARTY_TARGETS, TITLE_TARGETS, Column, Layout
from wbagree.domain.foreign_lists.row_groups import GroupColumns, Row, group_of, plain_text, possible_target
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.domain.text.folding import folded_words

# The evidence of so many rows is enough.
_MOST_ROWS = 200_000
# Title and date are certain if so many of all rows share them with others; an id of its own, in any number.
_MOST_SHARE = 0.8
# In lists of agreements with a row each, more rows than these name two parties.
_PAIRS = 0.1
_FEW_ROWS = 20
# The rows of an id have one title, but for slips.
_MOST_TITLES = 0.6
# So many of the groups must be without damage.
_GOOD = 0.9
# Where parties repeat in so many groups, a row is an act.
_ACTING = 0.3
_ID_WORDS = frozenset(
    ("id", "ids", "ident", "identifiant", "identifikator", "identificador", "identificativo", "kennung", "kennnummer",
     "indeks", "identifier", "uid", "uuid", "no", "nr", "num", "number", "numer", "numero", "numri", "broj",
     "br", "nummer", "code", "kod", "sifra", "ref", "cislo", "nomer", "szam")
)  # fmt: skip
_LONGEST_ID_HEADER = 4
_ACT_WORDS = frozenset(
    ("action", "act", "akt", "radnja", "veprim", "veprimi", "handlung", "acte", "atto", "acto", "ato", "event",
     "dejstvo", "dejstvie", "cin")
)  # fmt: skip
# Cells that may name acts.
_MAY_BE_ACTS = ("", "form", "types", "status")
# So many cells of a column show whether it names acts.
_SAMPLE = 100


@dataclass(slots=True)
class _Group:
    title: str
    rows: int = 0
    parties: set[int] = field(default_factory=set)
    is_one_title: bool = True


class _Candidate:
    """Columns that may be alike in the rows of one agreement."""

    def __init__(self, places: tuple[int, ...], *, is_id: bool = False, is_title: bool = False) -> None:
        self.places = places
        self.is_id = is_id
        self.is_title = is_title
        self.groups: dict[int, _Group] = {}

    def add(self, row: Row, title: str, party: str) -> None:
        key = group_of(self.places, row)
        group = self.groups.get(key)
        if group is None:
            group = self.groups[key] = _Group(title)
        group.rows += 1
        group.is_one_title = group.is_one_title and group.title == title
        if party:
            group.parties.add(hash(party))

    def several(self) -> list[_Group]:
        """Return the groups with more than one party."""
        return [group for group in self.groups.values() if len(group.parties) > 1]

    @property
    def has_acting_parties(self) -> bool:
        """Whether parties have several rows of an agreement."""
        several = self.several()
        return sum(group.rows > len(group.parties) for group in several) >= max(1, _ACTING * len(several))

    def is_certain(self, home: str, *, acts: bool) -> bool:
        """Return whether rows that are alike here are one agreement.

        ``acts``: a party may have several rows. A title alone is never certain.
        """
        several = self.several()
        if self.is_title or not several:
            return False
        one_title = sum(group.is_one_title for group in several)
        if self.is_id:
            return one_title >= _MOST_TITLES * len(several)
        one_each = len(several) if acts else sum(group.rows == len(group.parties) for group in several)
        if min(one_title, one_each) < _GOOD * len(several):
            return False
        # Notes of the same title may be exchanged with two countries on one day.
        more_than_notes = not home or any(len(group.parties) > 2 for group in several)
        return more_than_notes and self.share() >= _MOST_SHARE

    def share(self) -> float:
        """Return the share of rows that are in groups of several parties."""
        rows = sum(group.rows for group in self.groups.values())
        return sum(group.rows for group in self.several()) / rows if rows else 0.0


@dataclass(frozen=True, slots=True)
class GroupRules:
    """A person's statements about a list's rows, and readers of cells.

    ``stated``: the columns that group rows, None where they are to be found. ``parties_in`` returns the parties that a
    cell names.
    """

    vocabulary: Vocabulary
    parties_in: Callable[[str], Sequence[str]]
    home: str = ""
    stated: tuple[int, ...] | None = None


def find_group_columns(layout: Layout, rows: Iterable[Row], rules: GroupRules) -> GroupColumns:
    """Return the columns that group the rows of a list, if certain.

    A row that names two parties is an agreement.
    """
    evidence = _Evidence(layout, rules)
    for row in islice(rows, None if rules.stated is not None else _MOST_ROWS):
        evidence.add(row)
        if evidence.has_pairs and evidence.rows >= _FEW_ROWS:
            break
    return evidence.conclude()


class _Evidence:
    """The evidence of rows for columns that group them."""

    def __init__(self, layout: Layout, rules: GroupRules) -> None:
        columns = list(enumerate(layout.columns))
        self._layout = layout
        self._rules = rules
        self._parties = [place for place, column in columns if column.target in PARTY_TARGETS]
        self._titles = [place for place, column in columns if column.target in TITLE_TARGETS]
        stated = rules.stated
        self._candidates = _candidates(layout, self._titles) if stated is None else [_Candidate(stated, is_id=True)]
        self._acts = {place: [0, 0] for place, column in columns if _may_have_acts(column)}
        self._names_home = False
        self._pairs = 0
        self.rows = 0

    @property
    def has_pairs(self) -> bool:
        """Whether rows name two parties, and so are agreements."""
        return self._rules.stated is None and self._pairs > _PAIRS * self.rows

    def add(self, row: Row) -> None:
        """Add a row."""
        cells = row[1]
        named = [text for place in self._parties if place < len(cells) and (text := cells[place].strip())]
        found = [self._rules.parties_in(text) for text in named]
        self.rows += 1
        self._pairs += any(len(codes) > 1 for codes in found)
        self._names_home = self._names_home or any(self._rules.home in codes for codes in found)
        title = "\n".join(plain_text(cells[place]) for place in self._titles if place < len(cells))
        party = ";".join(found[0]) if found and found[0] else "\n".join(map(plain_text, named))
        for candidate in self._candidates:
            candidate.add(row, title, party)
        for place, counts in self._acts.items():
            if counts[0] < _SAMPLE and place < len(cells) and (text := cells[place].strip()):
                counts[0] += 1
                counts[1] += bool(self._rules.vocabulary.act_in(text))

    def conclude(self) -> GroupColumns:
        """Return the columns that all rows together show."""
        if self.has_pairs:
            return GroupColumns()
        for candidate in self._candidates:
            act = self._act_column(candidate)
            is_stated = self._rules.stated is not None
            if is_stated or candidate.is_certain(self._rules.home, acts=act is not None):
                return GroupColumns(candidate.places, act=act, names_home=self._names_home)
        return self._likely_columns()

    def _act_column(self, candidate: "_Candidate") -> int | None:
        """Return the column that names an act in each row, or None.

        Its header says so, or parties have several rows of an agreement.
        """
        mapped = [place for place, column in enumerate(self._layout.columns) if column.target == "act"]
        shares = {place: known / filled for place, (filled, known) in self._acts.items() if filled}
        acts = [place for place, share in shares.items() if share >= _GOOD]
        headers = {place: {*folded_words(self._layout.columns[place].header)} for place in shares}
        named = [place for place, share in shares.items() if _ACT_WORDS & headers[place] and share >= _MOST_TITLES]
        return next(iter([*mapped, *named, *(acts if candidate.has_acting_parties else ())]), None)

    def _likely_columns(self) -> GroupColumns:
        """Return the columns to propose.

        One title may be that of agreements with many partners, but those are not open to accession.
        """
        kinds = {self._rules.vocabulary.act_in(column.header) for column in self._layout.columns}
        is_open = not kinds.isdisjoint(("accession", "succession"))
        home = bool(self._rules.home)
        shares = [(candidate.share(), candidate) for candidate in self._candidates if not candidate.is_id]
        best, candidate = max(shares, key=lambda one: one[0], default=(0.0, None))  # of equal ones the more certain
        if candidate and candidate.is_title and best >= _MOST_SHARE and (is_open or not home):
            return GroupColumns(likely=candidate.places, is_unclear=home)
        dated = [(share, candidate) for share, candidate in shares if not candidate.is_title]
        best, candidate = max(dated, key=lambda one: one[0], default=(0.0, None))
        if candidate and best:
            return GroupColumns(likely=candidate.places, is_unclear=home and best >= _MOST_SHARE)
        return GroupColumns()


def _candidates(layout: Layout, titles: Sequence[int]) -> list[_Candidate]:
    """Return the candidates for the columns of groups, the most certain first.

    The last is the title alone, which is only ever proposed.
    """
    if not titles:
        return []
    ids, references = [], []
    for place, column in enumerate(layout.columns):
        words = folded_words(column.header)
        is_named = len(words) <= _LONGEST_ID_HEADER and bool(_ID_WORDS & {*words, *_parts(words)})
        if column.target in ("number", "registration") or (column.target == "" and is_named):
            ids.append(place)
        elif column.target == "references" and is_named:
            references.append(place)
    dates = [
        place for place, column in enumerate(layout.columns) if possible_target(column) in ("signed", "signed_place")
    ]
    return [
        *(_Candidate((place,), is_id=True) for place in ids),
        *(_Candidate((place,)) for place in references),
        *(_Candidate((titles[0], place)) for place in dates),
        _Candidate((titles[0],), is_title=True),
    ]


def _parts(words: Sequence[str]) -> Iterator[str]:
    """Yield the endings of words that programs write together, as in TreatyID."""
    yield from ("id" for word in words if word.endswith("id") and word[:-2] in _TREATIES)


_TREATIES = frozenset(("treaty", "agreement", "agt", "doc", "document", "record", "convention", "instrument", "agr"))


def _may_have_acts(column: Column) -> bool:
    return column.target in _MAY_BE_ACTS and column.origin in ("recognised", "not recognised")
