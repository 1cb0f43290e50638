"""Queries of ``browse``; the register is opened anew for each."""

import io
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.vocabularies import label, pluralise
from wbagree.domain.filter import Filter
from wbagree.domain.reports.summary import GroupBy
from wbagree.domain.text.search_query import read_query
from wbagree.formats.common import citation
from wbagree.formats.common.sanitiser import single_line
from wbagree.formats.terminal.agreement_sheet import write_agreement_sheet
from wbagree.services.agreement_context import context_of
from wbagree.services.documents import ExportRequest
from wbagree.services.question_words import read_search, split_search
from wbagree.services.restricted import filter_without_restricted, refuse_restricted
from wbagree.store.file import connection
from wbagree.store.read import agreements, codes, pair_tables, summaries

# How many records are read at a time; moving to the last one reads more.
RECORDS_PER_READ = 500
# The group of parties whose pairs come first.
_FIRST = "wb6"


@dataclass(frozen=True, slots=True)
class BrowseQuery:
    """A query: a pair (None: all), a text, a type, a status, and a limit.

    An empty type or status is any.
    """

    pair: tuple[str, str] | None = None
    text: str = ""
    type: str = ""
    status: str = ""
    limit: int = RECORDS_PER_READ

    def narrowed(self, by: str, code: str) -> "BrowseQuery":
        """Return the query with another type or status (``by``)."""
        return replace(self, **{by: code}, limit=RECORDS_PER_READ)  # type: ignore[arg-type]  # both are texts


@dataclass(frozen=True, slots=True)
class BrowseResult:
    """The first records that match a query, and how many match."""

    records: tuple[Record, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A type or status to choose (empty: any), with how many agreements have it."""

    code: str
    label: str
    agreements: int


@dataclass(frozen=True, slots=True)
class PairChoice:
    """A pair to choose: codes (None: all), names, number of records."""

    codes: tuple[str, str] | None
    names: str
    record_count: int


class BrowseReader:
    """Answers queries within the filter that ``browse`` was started with.

    Every call raises DatabaseProblem when it cannot answer.
    """

    def __init__(self, path: Path, filter_: Filter, *, with_restricted: bool = False) -> None:
        self._path = path
        self._filter = filter_
        self._with_restricted = with_restricted
        self._running: set[sqlite3.Connection] = set()

    @property
    def filter_words(self) -> str:
        """The filter in words; '' when it is for all records."""
        words = self._filter.in_words()
        return "" if words == Filter().in_words() else words

    def find_records(self, query: BrowseQuery) -> BrowseResult:
        """Return the records of a query: latest signature or best match first."""
        with self._open_interruptible() as opened:
            filter_ = self._narrowed(opened, query)
            sort = "match" if filter_.text else "-signed"
            total = pair_tables.count_agreements(opened, filter_)
            matching = agreements.records(opened, filter_, sort=sort, limit=query.limit, fields=())
            return BrowseResult(tuple(matching), total)

    def pair_choices(self, query: BrowseQuery) -> list[PairChoice]:
        """Return an entry for all pairs, then one for each pair.

        Pairs of the Western Balkans come first, then those with one party of them. Each pair has records that match,
        except that the pair of the query is there even without any.
        """
        with self._open_interruptible() as opened:
            filter_ = self._narrowed(opened, replace(query, pair=None))
            numbers = pair_tables.agreements_per_pair(opened, filter_)
            if query.pair:
                numbers.setdefault(query.pair, 0)
            names = codes.names_of(opened, sorted({code for pair in numbers for code in pair}))
            total = pair_tables.count_agreements(opened, filter_)
            first = codes.members_of(opened, _FIRST)
        ordered = sorted(numbers, key=lambda pair: (-len(first.intersection(pair)), pair))
        named = {pair: " – ".join(names.get(code, code) for code in pair) for pair in ordered}
        return [PairChoice(None, "", total), *(PairChoice(pair, name, numbers[pair]) for pair, name in named.items())]

    def choices(self, query: BrowseQuery, by: str) -> list[Choice]:
        """Return the types or statuses of what a query finds, any first.

        ``by`` is type or status.
        """
        with self._open_interruptible() as opened:
            filter_ = self._narrowed(opened, query.narrowed(by, ""))
            rows = summaries.summary(opened, filter_, GroupBy(by)).rows
            labels = codes.labels_of(opened) if by == "type" else {}
            total = pair_tables.count_agreements(opened, filter_)
        allowed = self._filter.types if by == "type" else self._filter.statuses
        return [
            Choice("", f"any {by}", total),
            *(
                Choice(row.name, labels.get(row.name, label(row.name)), row.records + row.inherited)
                for row in rows
                if not allowed or row.name in allowed or by == "status"
            ),
        ]

    def export(self, query: BrowseQuery, write: Callable[[sqlite3.Connection, ExportRequest], int]) -> list[str]:
        """Write what a query finds; return the messages about it.

        ``write`` writes a request and returns the number of its agreements.
        """
        messages: list[str] = []
        with self._open() as opened:
            filter_ = self._narrowed(opened, query)
            if not self._with_restricted:
                filter_ = filter_without_restricted(opened, filter_, messages.append)
            request = ExportRequest(
                filter_,
                kosovo_note=True,
                with_contacts=False,
                with_restricted=self._with_restricted,
                on_message=messages.append,
            )
            written = write(opened, request)
        return [pluralise(written, "agreement"), *messages]

    def agreement_sheet(self, key: str, width: int) -> str:
        """Return the record as ``show`` prints it, in lines of ``width``.

        NotFound when it is gone.
        """
        with self._open() as opened:
            record = agreements.record(opened, key, self._filter.as_of)
            context = context_of(opened, record, set())
        text = io.StringIO()
        write_agreement_sheet(record, context, text, width=width)
        return text.getvalue()

    def key_to_copy(self, key: str) -> str:
        """Return the key; UsageProblem when the record must not leave."""
        return self._agreement_to_copy(key)[0].key

    def citation_to_copy(self, key: str) -> str:
        """Return the reference that ``cite`` prints.

        UsageProblem when the record must not leave the terminal.
        """
        return single_line(citation.oscola_reference(*self._agreement_to_copy(key)))

    def _agreement_to_copy(self, key: str) -> tuple[Agreement, dict[str, str]]:
        with self._open() as opened:
            agreement = agreements.record(opened, key).agreement
            if not self._with_restricted:
                refuse_restricted([agreement])
            return agreement, codes.names_of(opened, agreement.parties)

    def interrupt(self) -> None:
        """Interrupt running queries: their answers are no longer needed."""
        for opened in tuple(self._running):
            with suppress(sqlite3.ProgrammingError):  # it ended by itself
                opened.interrupt()

    def _narrowed(self, opened: sqlite3.Connection, query: BrowseQuery) -> Filter:
        """Return the filter narrowed to a query.

        Its text is read as by ``search``; one without a letter or digit, such as a first minus, matches all.
        """
        words = read_search(opened, split_search(query.text)).filter
        text = f"{self._filter.text} {words.text}".strip()  # the typed text is last, because it may end in half a word
        return self._filter._replace(
            pair=query.pair or self._filter.pair,
            types=(query.type,) if query.type else self._filter.types,
            statuses=(query.status,) if query.status else self._filter.statuses,
            text=text if read_query(text) else "",
            named=(*self._filter.named, *words.named),
            keys=(*self._filter.keys, *words.keys),
            pairs=(*self._filter.pairs, *words.pairs),
            parties=(*self._filter.parties, *words.parties),
        )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with connection.open_for_reading(self._path) as opened:
                yield opened
        except Exception as error:
            from wbagree.store.upkeep.invalid_cells import cause_of

            if matching := cause_of(error, self._path):
                raise matching from error
            raise

    @contextmanager
    def _open_interruptible(self) -> Iterator[sqlite3.Connection]:
        with self._open() as opened:
            self._running.add(opened)
            try:
                yield opened
            finally:
                self._running.discard(opened)
