"""The page of a report, gathered from the register."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from urllib.parse import urlencode

from wbagree.domain.agreements.vocabularies import is_or_are, pluralise
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.parties.party_book import PartyBook, pair_of
from wbagree.domain.reports.matrix import Cell, Matrix
from wbagree.domain.reports.summary import GroupBy, SummaryRow
from wbagree.domain.reports.timeline import FORMS_BY_KIND, Timeline
from wbagree.domain.text.sentences import capitalise
from wbagree.domain.types import Type, TypeBook
from wbagree.formats.common import kosovo, legend
from wbagree.formats.common.citation import date_in_words
from wbagree.formats.html_report.entry import Names, PageEntry, page_entry
from wbagree.formats.html_report.filter_words import filter_words, is_by_years, page_title, undated_note
from wbagree.formats.html_report.headline_figures import headline_figures, occurring_statuses
from wbagree.formats.html_report.heat_table import heat_table
from wbagree.formats.html_report.page import MAX_ENTRIES, Page, PairLine, TypeGroup, Year, Years
from wbagree.formats.svg.frame import Frame
from wbagree.services.restricted import hidden_keys, left_out_relations_sentence

# The group of the matrix when the filter names no parties.
_WB6 = "wb6"
_READING = (
    "A status follows from dates and from what a source says; nothing is assumed. “Signed”: no entry into force"
    " recorded. “Unknown”: no status information."
)
_DATES = "Dates are as precise as their source. ? = inferred or disputed; ~ = approximate."


@dataclass(slots=True)
class _Words:
    """Running text as the page shows it; remembers whether Kosovo occurred."""

    star: bool
    mentioned: bool = False

    def __call__(self, text: str) -> str:
        self.mentioned = self.mentioned or kosovo.mentions_kosovo(text)
        return kosovo.star_kosovo(text) if self.star else text


def make_report_page(
    connection: sqlite3.Connection,
    filter_: Filter,
    *,
    with_restricted: bool,
    kosovo_note: bool,
    on_message: Callable[[str], None],
) -> Page:
    """Return the page of the records that match a filter.

    ``on_message`` receives notes for its writer.
    """
    from wbagree.store.read.parties_and_types import party_book, type_book

    book, types = party_book(connection), type_book(connection)
    return _Gatherer(connection, filter_, with_restricted, on_message, book, types, _Words(kosovo_note)).page()


@dataclass(slots=True)
class _Gatherer:
    connection: sqlite3.Connection
    filter_: Filter
    with_restricted: bool
    on_message: Callable[[str], None]
    book: PartyBook
    types: TypeBook
    words: _Words
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        parties = {code: party.name for code, party in self.book.parties.items()}
        types = {code: type_.label for code, type_ in self.types.types.items()}
        self.names = Names(parties, types, self.words)

    def page(self) -> Page:
        from wbagree.store.read.summaries import summary

        by_status = summary(self.connection, self.filter_, GroupBy.STATUS)
        matrix, says, note = self._matrix()
        entries = list(self._entries())
        page = Page(
            title=page_title(self.filter_, self.names),
            question=filter_words(self.filter_, self.names),
            day=_day(by_status.day),
            made_on=_day(date.today().isoformat()),
            figures=list(headline_figures(by_status, self.filter_)),
            heat=heat_table(matrix, self._groups(), self.names),
            heat_heading=says,
            heat_note=note,
            of_years=is_by_years(self.filter_),
            timeline=self._timeline(),
            network=self._network(matrix),
            pairs=list(self._pairs()),
            entries=entries,
            total=by_status.total.records + by_status.total.inherited,
            one_pair=bool(self.filter_.pair),
            parties=self._parties(entries),
            statuses=occurring_statuses(by_status),
            groups=[
                TypeGroup(code, capitalise(name), tuple((t.code, capitalise(t.label)) for t in self._of_group(code)))
                for code, name in self.types.groups.items()
            ],
            type_names={code: [code, one.label, *one.aliases] for code, one in self.types.types.items()},
            legend=list(self._legend()),
            kosovo_note="",
        )
        return replace(page, kosovo_note=kosovo.KOSOVO_NOTE) if self.words.star and self.words.mentioned else page

    def _entries(self) -> Iterator[PageEntry]:
        from wbagree.services.agreement_context import context_of
        from wbagree.store.read.agreements import records

        hidden = hidden_keys(self.connection, with_restricted=self.with_restricted)
        inherited = self._inherited()
        left_out = 0
        for record in records(self.connection, self.filter_, sort="-signed", limit=MAX_ENTRIES):
            context = context_of(self.connection, record, hidden)
            left_out += context.left_out
            yield page_entry(record, context, tuple(inherited.get(record.agreement.key, ())), self.names)
        if left_out:
            self.on_message(left_out_relations_sentence(left_out))

    def _inherited(self) -> dict[str, list[str]]:
        """Return the pairs that inherit each record: key to ``HR/RS``."""
        from wbagree.store.read.pair_tables import pairs_with_agreements

        filter_ = self.filter_
        if not filter_.names_parties():
            filter_ = filter_._replace(among=tuple(self.book.parties))
        pairs: dict[str, list[str]] = {}
        for pair, keys in pairs_with_agreements(self.connection, filter_):
            for key, signer in keys.items():
                if signer:
                    pairs.setdefault(key, []).append("/".join(pair))
        return pairs

    def _matrix(self) -> tuple[Matrix, str, str]:
        """Return the matrix, a sentence on its pairs, and a note.

        The note is on undated records.
        """
        from wbagree.store.read.matrix import matrix
        from wbagree.store.read.summaries import summary

        filter_, among = self.filter_, ""
        if not filter_.names_parties() and _WB6 in self.book.groups:
            filter_ = filter_._replace(among=self.book.resolve_many(_WB6))
            among = " Shown are the six of the Western Balkans; all pairs are listed further down."
        found = matrix(self.connection, filter_, "type")
        if among and found.total == Cell():
            filter_, among = self.filter_, ""
            found = matrix(self.connection, filter_, "type")
        says = "Agreements by subject" if len(found.pairs) == 1 else "Agreements by pair and subject"
        inherited = "; +n signed by a predecessor" if found.total.inherited and len(found.pairs) > 1 else ""
        undated = summary(self.connection, filter_, GroupBy.STATUS).total.undated
        return found, f"{says}{inherited}.{among}", undated_note(undated, filter_)

    def _timeline(self) -> Years:
        from wbagree.formats.svg.timeline import LABELS, render
        from wbagree.store.read.summaries import timeline

        found = timeline(self.connection, self.filter_)
        kinds = [kind for kind in FORMS_BY_KIND if any(found.signed_in(year, kind) for year in found.years())]
        return Years(
            picture=render(found, self._frame("Signatures by year")),
            notes=tuple(_not_drawn(found)),
            kinds=tuple(LABELS[kind] for kind in kinds),
            rows=tuple(
                Year(year, tuple(found.signed_in(year, kind) for kind in kinds), found.all_signed_in(year))
                for year in found.years()
                if found.all_signed_in(year)
            ),
        )

    def _network(self, matrix: Matrix) -> str:
        from wbagree.formats.svg.network import render

        if len(matrix.pairs) < 2 or self.filter_.required_parties():
            return ""  # the lines of one party would show no more than the totals of the matrix
        return render(matrix, self._frame("Who has how many with whom"), self.names.parties)

    def _frame(self, title: str) -> Frame:
        prefix = f"wb:{title.split(maxsplit=1)[0].lower()}"
        return Frame(title, kosovo_note=self.words.star, themed=True, bare=True, prefix=prefix)

    def _pairs(self) -> Iterator[PairLine]:
        from wbagree.store.read.summaries import summary

        if self.filter_.names_parties():
            return  # the matrix has them all
        for row in summary(self.connection, self.filter_, GroupBy.PAIR).rows:
            yield self._pair_line(row)

    def _pair_line(self, row: SummaryRow) -> PairLine:
        pair = pair_of(row.name, self.book.parties)
        go = urlencode([("party", code) for code in pair])
        return PairLine(" – ".join(map(self.names.party, pair)), go, row)

    def _parties(self, entries: Sequence[PageEntry]) -> list[tuple[str, str]]:
        """Return the parties to filter by.

        They signed or inherited a listed record, or the filter names them.
        """
        codes = set(self.filter_.all_parties())
        for one in entries:
            codes.update(one.agreement.parties, chain.from_iterable(pair.split("/") for pair in one.also))
        return sorted(((code, self.names.party(code)) for code in codes), key=lambda party: party[1])

    def _groups(self) -> Mapping[str, Sequence[str]]:
        return {name: [one.code for one in self._of_group(code)] for code, name in self.types.groups.items()}

    def _of_group(self, group: str) -> list[Type]:
        return [one for one in self.types.types.values() if one.group == group]

    def _legend(self) -> Iterator[str]:
        from wbagree.store.read.agreements import count_restricted

        yield legend.LIMITS
        yield _READING
        yield _DATES
        if self.filter_.public:
            left_out = count_restricted(self.connection, self.filter_._replace(public=False))
            yield f"{pluralise(left_out, 'restricted agreement')} {is_or_are(left_out)} left out."


def _day(day: str) -> str:
    return date_in_words(PartialDate.parse(day))


def _not_drawn(found: Timeline) -> Iterator[str]:
    """Yield sentences on records that the timeline does not draw."""
    undated = sum(found.undated.values())
    if undated and found.count_dated():
        yield f"Without a date of signature, and not drawn: {undated:,} of {found.count_all():,}."
    if found.inherited:
        yield f"Signed by a predecessor (inherited), and not drawn: {found.inherited:,}."
