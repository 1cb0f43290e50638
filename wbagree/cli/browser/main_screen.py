"""The first screen: filter, pairs, records, and details of one record."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, Static
from textual.worker import get_current_worker

from wbagree.cli.browser import rows
from wbagree.cli.browser.filter_field import FilterField
from wbagree.cli.browser.line_list import LineList
from wbagree.errors import WbagreeError
from wbagree.formats.common.sanitiser import visible_line
from wbagree.services.browser_queries import RECORDS_PER_READ, BrowseQuery, BrowseReader, BrowseResult, PairChoice

if TYPE_CHECKING:
    from textual.timer import Timer

    from wbagree.domain.agreements.agreement import Record

# Seconds until the screen shows that an answer takes time.
_LATE_AFTER = 0.5

# The actions of letters: in a field, a letter is a letter.
_LETTERS = ("filter", "choose", "export")

Answer = BrowseResult | list[PairChoice] | WbagreeError


class ResultReady(Message):
    """The answer to a query: records, pairs, or a failure."""

    def __init__(self, query: BrowseQuery, answer: Answer) -> None:
        self.query = query
        self.answer = answer
        super().__init__()


class MainScreen(Screen[None]):
    """Filter, pairs and records, read in threads while typing goes on.

    An answer that comes too late is dropped.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("t", "choose('type')", "Type"),
        Binding("s", "choose('status')", "Status"),
        Binding("e", "export", "Export"),
        Binding("f2", "choose('type', 'field')", show=False),
        Binding("f3", "choose('status', 'field')", show=False),
        Binding("f4", "export('field')", show=False),
        Binding("escape", "retreat", "Back", show=False),
    ]

    class OpenRequested(Message):
        """A message: the user opens the record under the cursor."""

    class ChoiceRequested(Message):
        """A message: the user wants to choose a type or a status (``by``)."""

        def __init__(self, by: str) -> None:
            self.by = by
            super().__init__()

    class ExportRequested(Message):
        """A message: the user wants to export what is shown."""

    def __init__(self, reader: BrowseReader) -> None:
        super().__init__()
        self._reader = reader
        self.pairs: LineList[PairChoice] = LineList(rows.pair_lines, id="pairs")
        self.records: LineList[Record] = LineList(rows.agreement_lines, item_height=rows.AGREEMENT_HEIGHT, id="records")
        self.total = 0
        self.browse_query = BrowseQuery()
        self._shown_query = BrowseQuery(limit=0)
        self._counted: BrowseQuery | None = None
        self._late_timer: Timer | None = None
        self._labels = {"type": "", "status": ""}

    def compose(self) -> ComposeResult:
        """Yield the filter, the panes, the details and the keys."""
        with Horizontal(id="top"):
            yield Static("Filter", id="label")
            yield FilterField()
            yield Static(id="filter-words")
        with Horizontal(id="panes"):
            yield self.pairs
            yield self.records
        yield Static(id="about", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Read all pairs and records."""
        self.show_conditions()
        self.pairs.show([], "Pairs")
        self.records.show([], "Agreements")
        self._send(self.browse_query)

    def _send(self, query: BrowseQuery) -> None:
        self.browse_query = query
        self._reader.interrupt()
        self._read_in_thread(query, count=self._counted != _counted_for(query))
        self._late_timer = self._late_timer or self.set_timer(_LATE_AFTER, lambda: self.records.set_title("looking …"))

    @work(thread=True, exclusive=True)
    def _read_in_thread(self, query: BrowseQuery, *, count: bool) -> None:
        """Read records, then pairs; reading both at once would be slower."""
        if self._post_answer(query, self._reader.find_records) and count:
            self._post_answer(query, self._reader.pair_choices)

    def _post_answer(self, query: BrowseQuery, read: Callable[[BrowseQuery], Answer]) -> bool:
        """Post the answer to a query unless a newer query replaced it.

        Return whether an answer was posted that is no failure.
        """
        try:
            answer = read(query)
        except WbagreeError as error:
            answer = error
        if get_current_worker().is_cancelled:
            return False
        self.post_message(ResultReady(query, answer))
        return not isinstance(answer, WbagreeError)

    @on(ResultReady)
    def _show_answer(self, event: ResultReady) -> None:
        query, answer = event.query, event.answer
        if isinstance(answer, list):
            if _counted_for(query) == _counted_for(self.browse_query):
                self._show_pairs(query, answer)
        elif query == self.browse_query:
            if self._late_timer:
                self._late_timer.stop()
                self._late_timer = None
            if isinstance(answer, BrowseResult):
                self._show_records(query, answer)
            else:
                self._show_failure(answer)
            self.show_details()

    def _show_pairs(self, query: BrowseQuery, pairs: list[PairChoice]) -> None:
        self._counted = _counted_for(query)
        codes = [pair.codes for pair in pairs]
        place = codes.index(self.browse_query.pair) if self.browse_query.pair in codes else 0
        self.pairs.show(pairs, rows.pairs_title(pairs), place=place)

    def _show_records(self, query: BrowseQuery, result: BrowseResult) -> None:
        more = self._shown_query == replace(query, limit=self._shown_query.limit)
        self._shown_query, self.total = query, result.total
        place = self.records.place if more else 0
        self.records.show(
            result.records, rows.records_title(query, result), place=place, note=rows.nothing_found_sentence(query)
        )

    def _show_failure(self, failure: WbagreeError) -> None:
        self._counted, self._shown_query, self.total = None, BrowseQuery(limit=0), 0  # no answer is valid any more
        self.pairs.show([], "Pairs")
        self.records.show([], "Agreements", note=rows.failure_text(failure))

    @property
    def is_waiting(self) -> bool:
        """Whether the records of the current query are not shown yet."""
        return self._late_timer is not None

    def show_details(self) -> None:
        """Show the details of the record under the cursor."""
        record = self.records.item
        self.query_one("#about", Static).update(rows.agreement_details(record) if record else "")

    def narrow(self, by: str, code: str) -> None:
        """Show only agreements of a type or a status.

        An empty ``code`` is any.
        """
        self._send(self.browse_query.narrowed(by, code))

    def show_conditions(self, **labels: str) -> None:
        """Show the type, the status and the other conditions above the panes."""
        self._labels |= labels
        keys = {"type": "F2", "status": "F3"}
        chosen = [f"{keys[by]} {label}" for by, label in self._labels.items() if label]
        free = [f"{keys[by]} any {by}" for by, label in self._labels.items() if not label]
        conditions = [*chosen, self._reader.filter_words, *free]  # the last may be cut
        self.query_one("#filter-words", Static).update(Content(visible_line(" · ".join(filter(None, conditions)))))

    @on(Input.Changed)
    def _on_filter_changed(self, event: Input.Changed) -> None:
        self._send(replace(self.browse_query, text=event.value, limit=RECORDS_PER_READ))

    @on(FilterField.KeyForwarded)
    def _on_key_forwarded(self, event: FilterField.KeyForwarded) -> None:
        field = self.query_one(FilterField)
        if event.towards == "open":
            self.records.action_choose()
        elif event.towards == "back" and field.value:
            field.clear()
        elif event.towards == "back":
            self.records.focus()
        else:
            self.records.action_move(1 if event.towards == "down" else -1)

    @on(LineList.CursorMoved)
    def _on_cursor_moved(self, event: LineList.CursorMoved) -> None:
        if event.lines is self.pairs:
            pair = self.pairs.item
            self._send(replace(self.browse_query, pair=pair.codes if pair else None, limit=RECORDS_PER_READ))
            return
        self.show_details()
        loaded = len(self.records.items)
        if self.records.place == loaded - 1 and loaded < self.total:
            self._send(replace(self.browse_query, limit=loaded + RECORDS_PER_READ))

    @on(LineList.ItemChosen)
    def _on_item_chosen(self, event: LineList.ItemChosen) -> None:
        if event.lines is self.pairs:
            self.records.focus()
        else:
            self.post_message(self.OpenRequested())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key has an effect; letters have none in fields."""
        return action not in _LETTERS or "field" in parameters or not isinstance(self.focused, FilterField)

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one(FilterField).focus()

    def action_choose(self, by: str, _: str = "") -> None:
        """Choose a type or a status to narrow to."""
        self.post_message(self.ChoiceRequested(by))

    def action_export(self, _: str = "") -> None:
        """Export what is shown."""
        self.post_message(self.ExportRequested())

    def action_retreat(self) -> None:
        """Go from the records to the pairs, or clear the filter."""
        if self.records.has_focus:
            self.pairs.focus()
        else:
            self.query_one(FilterField).clear()


def _counted_for(query: BrowseQuery) -> BrowseQuery:
    """Return what the numbers of pairs depend on in a query."""
    return replace(query, pair=None, limit=0)
