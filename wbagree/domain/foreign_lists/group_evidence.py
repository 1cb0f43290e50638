"""The evidence that rows are one agreement.

A list has a row for each agreement, for each party of one, or for each act of a party. Where an id, or title and date,
repeat and the party differs, such rows are one agreement.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from wbagree.domain.acts.kinds import Role, role_of
from wbagree.domain.foreign_lists.column_mapping import PARTY_TARGETS, TITLE_TARGETS, Column, Layout
from wbagree.domain.foreign_lists.group_candidates import BOUND_TARGETS, SIGNED_TARGETS, Candidate, Kind, candidates_of
from wbagree.domain.foreign_lists.row_groups import GroupColumns, Row, plain_text, possible_target
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
# A treaty has more parties than two. So many of them do the same on one day in so many groups of one title; partners
# of one country hardly ever do.
_PARTIES, _TOGETHER = 3, 0.3
# Parties that accede have not signed; of agreements of two, few have no date of signature.
_UNSIGNED = 0.1
# The party that made a list is named in so many groups only where rows are parties.
_NAMING_HOME = 0.1
_ACT_WORDS = frozenset(
    ("action", "act", "akt", "radnja", "veprim", "veprimi", "handlung", "acte", "atto", "acto", "ato", "event",
     "dejstvo", "dejstvie", "cin")
)  # fmt: skip
# Cells that may name acts.
_MAY_BE_ACTS = ("", "form", "types", "status")
# So many cells of a column show whether it names acts.
_SAMPLE = 100
# Only treaties of many parties have these.
_OPEN = ("accession", "succession")


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
        self._candidates = candidates_of(layout) if rules.stated is None else [Candidate(Kind.ID, rules.stated)]
        self._read = {*self._titles, *(place for candidate in self._candidates for place in candidate.places)}
        self._acts = {place: [0, 0, 0] for place, column in columns if _may_have_acts(column)}
        self._signed = [place for place, column in columns if possible_target(column) in SIGNED_TARGETS]
        self._bound = [place for place, column in columns if possible_target(column) in BOUND_TARGETS]
        self._titles_of_home: set[int] = set()
        self._unsigned = 0
        self._pairs = 0
        self._single = 0
        self.rows = 0

    @property
    def has_pairs(self) -> bool:
        """Whether rows name two parties, and so are agreements."""
        return self._rules.stated is None and self._pairs > _PAIRS * self.rows

    def add(self, row: Row) -> None:
        """Add a row."""
        number, cells = row
        named = [text for place in self._parties if place < len(cells) and (text := cells[place].strip())]
        found = [self._rules.parties_in(text) for text in named]
        self.rows += 1
        self._pairs += any(len(codes) > 1 for codes in found)
        self._single += len({code for codes in found for code in codes}) == 1
        texts = {place: plain_text(cells[place]) if place < len(cells) else "" for place in self._read}
        title = hash(tuple(texts[place] for place in self._titles))
        if any(self._rules.home in codes for codes in found):
            self._titles_of_home.add(title)
        is_bound = any(texts.get(place) for place in self._bound)
        self._unsigned += is_bound and not any(texts.get(place) for place in self._signed)
        party = ";".join(found[0]) if found and found[0] else "\n".join(map(plain_text, named))
        for candidate in self._candidates:
            candidate.add(texts, number, title, party)
        for place, counts in self._acts.items():
            if counts[0] < _SAMPLE and place < len(cells) and (text := cells[place].strip()):
                kind = self._rules.vocabulary.act_in(text)
                counts[0] += 1
                counts[1] += bool(kind)
                counts[2] += bool(kind) and role_of(kind) is Role.BOUND

    def conclude(self) -> GroupColumns:
        """Return the columns that all rows together show."""
        if self.has_pairs:
            return GroupColumns()
        for candidate in self._candidates:
            act = self._act_column(candidate)
            if self._rules.stated is not None or self._is_certain(candidate, acts=act is not None):
                consent = self._consent_column() if act is None else None
                return GroupColumns(candidate.places, act=act, consent=consent, names_home=bool(self._titles_of_home))
        return self._proposal()

    def _is_certain(self, candidate: Candidate, *, acts: bool) -> bool:
        """Return whether rows that are alike there are one agreement.

        ``acts``: a party may have several rows.
        """
        groups = candidate.groups()
        if not groups or candidate.kind in (Kind.TITLE, Kind.TITLE_AND_DATE):
            return False
        one_title = sum(group.has_one_title for group in groups)
        if candidate.kind is Kind.ID:
            return one_title >= _MOST_TITLES * len(groups)
        one_each = len(groups) if acts else sum(group.rows == group.parties for group in groups)
        if min(one_title, one_each) < _GOOD * len(groups):
            return False
        # Notes of the same title may be exchanged with two countries on one day.
        more_than_notes = not self._rules.home or bool(candidate.groups(_PARTIES))
        return more_than_notes and candidate.share() >= _MOST_SHARE

    def _act_column(self, candidate: Candidate) -> int | None:
        """Return the column that names an act in each row, or None.

        Its header says so, or parties have several rows of an agreement.
        """
        mapped = [place for place, column in enumerate(self._layout.columns) if column.target == "act"]
        shares = {place: known / filled for place, (filled, known, _) in self._acts.items() if filled}
        acts = [place for place, share in shares.items() if share >= _GOOD]
        headers = {place: {*folded_words(self._layout.columns[place].header)} for place in shares}
        named = [place for place, share in shares.items() if _ACT_WORDS & headers[place] and share >= _MOST_TITLES]
        groups = candidate.groups()
        repeats = sum(group.rows > group.parties for group in groups) >= max(1, _ACTING * len(groups))
        return next(iter([*mapped, *named, *(acts if repeats else ())]), None)

    def _consent_column(self) -> int | None:
        """Return the column that names how parties consented, or None.

        It has *Accession*, where another has the date.
        """
        are_bound = (place for place, (filled, _, bound) in self._acts.items() if filled and bound >= _GOOD * filled)
        return next(are_bound, None)

    def _proposal(self) -> GroupColumns:
        """Return the columns to propose, and whether a person must decide.

        Rows of one party are no agreements unless a party made the list: then they may be its own, one title with many
        partners.
        """
        title = next((one for one in self._candidates if one.kind is Kind.TITLE), None)
        if title is None or not (titles := title.groups()):
            return GroupColumns()
        if self._rules.home and len(self._titles_of_home) >= max(1, _NAMING_HOME * len(titles)):
            return GroupColumns(likely=title.places, is_unclear=True)
        others = [one for one in self._candidates if one.kind in (Kind.REFERENCE, Kind.TITLE_AND_SIGNED)]
        dated = max(others, key=Candidate.share, default=None)  # of equal ones the more certain
        if title.share() >= _MOST_SHARE and (dated is None or dated.share() < _MOST_SHARE):
            best = title
        elif dated and dated.groups():
            best = dated
        else:
            return GroupColumns()
        if self._rules.home:
            are_parties = self._is_of_treaties(len(titles)) if best is title else best.share() >= _MOST_SHARE
        else:
            are_parties = self._single >= _MOST_SHARE * self.rows
        return GroupColumns(likely=best.places, is_unclear=are_parties)

    def _is_of_treaties(self, titles: int) -> bool:
        """Return whether rows of one title are parties of a treaty.

        It is open to accession, some have not signed it, or many did the same on one day.
        """
        kinds = {self._rules.vocabulary.act_in(column.header) for column in self._layout.columns}
        dated = [one for one in self._candidates if one.kind in (Kind.TITLE_AND_SIGNED, Kind.TITLE_AND_DATE)]
        together = max((len(one.groups(_PARTIES)) for one in dated), default=0)
        are_unsigned = bool(self._signed) and self._unsigned >= max(1, _UNSIGNED * self.rows)
        is_open = are_unsigned or not kinds.isdisjoint(_OPEN)
        return is_open or together >= max(1, _TOGETHER * titles)


def _may_have_acts(column: Column) -> bool:
    return column.target in _MAY_BE_ACTS and column.origin in ("recognised", "not recognised")
