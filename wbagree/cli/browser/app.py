"""The application: its screens, the clipboard, and its end."""

import asyncio
import select
import signal
import sys
from contextlib import suppress
from pathlib import Path
from textwrap import shorten
from typing import ClassVar

from textual import on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.widgets import Input

from wbagree.cli.browser import rows
from wbagree.cli.browser.agreement_screen import AgreementScreen
from wbagree.cli.browser.choice_screen import ChoiceScreen
from wbagree.cli.browser.export_screen import ExportScreen
from wbagree.cli.browser.help_screen import HelpScreen
from wbagree.cli.browser.main_screen import MainScreen
from wbagree.cli.output.export_file import export_format, write_export
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.errors import UsageProblem, WbagreeError
from wbagree.formats.common.labelled_lines import wrap_visible
from wbagree.formats.common.sanitiser import visible_line
from wbagree.services.browser_queries import BrowseReader

# The exit codes of a program that ends by a signal to terminate, or because its terminal is gone.
_TERMINATED, _HUNG_UP = 143, 129
# Seconds between two looks whether the terminal is still there.
_TERMINAL_CHECK = 1
# Characters of a copied text that the notice shows.
_LONGEST_NOTICE = 100


class Browser(App[None]):
    """Shows the answers of a reader.

    It writes only to the terminal and, on request, to its clipboard.
    """

    CSS_PATH = "browse.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # with Shift, terminals do it themselves
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-middling"), (120, "-wide")]  # noqa: RUF012  (textual declares it)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]  # noqa: RUF012  (likewise)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy('key')", show=False),
        Binding("c", "copy('citation')", show=False),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
        Binding("ctrl+c", "quit", show=False, priority=True),  # how people leave a program
        Binding("f1", "help", show=False),
    ]

    def __init__(self, reader: BrowseReader) -> None:
        # The terminal's own colours; set at once, because NO_COLOR has another effect with them.
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        self._reader = reader
        self.main_screen = MainScreen(reader)

    def get_default_screen(self) -> MainScreen:
        """Return the screen below all others."""
        return self.main_screen

    def on_mount(self) -> None:
        """Restore the terminal also when a signal ends the program."""
        with suppress(NotImplementedError):  # as on Windows
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit, None, _TERMINATED)
        if hasattr(select, "poll") and not self.is_headless:
            self.set_interval(_TERMINAL_CHECK, self._leave_without_terminal)

    def _leave_without_terminal(self) -> None:
        """Exit when the terminal is gone; not every one sends a signal.

        Textual would read its end again and again.
        """
        terminal = select.poll()
        terminal.register(sys.__stdin__ or 0, select.POLLIN)
        if any(event & select.POLLHUP for _, event in terminal.poll(0)):
            self.exit(None, _HUNG_UP)

    def on_unmount(self) -> None:
        """Stop the queries: their answers are no longer needed."""
        self._reader.interrupt()

    @on(MainScreen.OpenRequested)
    def _on_open_requested(self) -> None:
        if self.screen is self.main_screen:
            self.push_screen(AgreementScreen())  # it requests its record once it knows its width

    @on(AgreementScreen.AgreementRequested)
    def _on_agreement_requested(self, event: AgreementScreen.AgreementRequested) -> None:
        self.main_screen.records.action_move(event.steps)
        record, over = self.main_screen.records.item, self.screen_stack[1:]
        if record and over and isinstance(over[0], AgreementScreen):
            self._show_record(over[0], record, again=event.steps == 0)

    @work(exclusive=True, group="record")
    async def _show_record(self, screen: AgreementScreen, record: Record, *, again: bool) -> None:
        key, place = record.agreement.key, self.main_screen.records.place + 1
        try:
            text = await asyncio.to_thread(self._reader.agreement_sheet, key, screen.text_width)
        except WbagreeError as error:
            text = f"{key}\n{wrap_visible(rows.failure_text(error), screen.text_width)}"
        if screen.is_attached:
            screen.show(text, f"{place:,} of {self.main_screen.total:,}", again=again)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  (textual's)
        """Return whether a key has an effect; letters have none in fields."""
        return action != "copy" or not isinstance(self.focused, Input)

    def action_help(self) -> None:
        """Show the keys."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    @on(MainScreen.ChoiceRequested)
    @work(exclusive=True, group="choice")
    async def _on_choice_requested(self, event: MainScreen.ChoiceRequested) -> None:
        """Let the user choose a type or a status."""
        query = self.main_screen.browse_query
        try:
            choices = await asyncio.to_thread(self._reader.choices, query, event.by)
        except WbagreeError as error:
            self.notify(rows.failure_text(error), severity="warning", markup=False)
            return
        chosen = await self.push_screen_wait(ChoiceScreen(event.by.capitalize(), choices, getattr(query, event.by)))
        if chosen is not None:
            names = {choice.code: choice.label for choice in choices}
            self.main_screen.show_conditions(**{event.by: names[chosen] if chosen else ""})
            self.main_screen.narrow(event.by, chosen)

    @on(MainScreen.ExportRequested)
    @work(exclusive=True, group="export")
    async def _on_export_requested(self, _: MainScreen.ExportRequested) -> None:
        """Write what is shown to a file that the user names."""
        number = pluralise(self.main_screen.total, "agreement", thousands=True)
        name = await self.push_screen_wait(ExportScreen(f"Export {number}"))
        if name is None:
            return
        try:
            done, *notes = await asyncio.to_thread(self._export, name)
        except WbagreeError as error:
            self.notify(rows.failure_text(error), severity="warning", markup=False)
            return
        self.notify(visible_line(". ".join([f"{done} written to {name}", *notes])), title="Exported", markup=False)

    def _export(self, name: str) -> list[str]:
        """Write what is shown; UsageProblem for a file that exists."""
        file = Path(name).expanduser()
        format_ = export_format(file)
        if file.exists():
            raise UsageProblem(f"{file} exists. Type another name")
        return self._reader.export(
            self.main_screen.browse_query, lambda opened, request: write_export(opened, request, format_, file)
        )

    @work(exclusive=True, group="copy")
    async def action_copy(self, what: str) -> None:
        """Copy the key or the citation of the record under the cursor.

        A restricted record that must not leave the terminal is refused.
        """
        record = self.main_screen.records.item
        if record is None:
            return
        read = self._reader.key_to_copy if what == "key" else self._reader.citation_to_copy
        try:
            text = await asyncio.to_thread(read, record.agreement.key)
        except WbagreeError as error:
            self.notify(rows.failure_text(error), severity="warning", markup=False)
            return
        self.copy_to_clipboard(text)
        self.notify(shorten(text, _LONGEST_NOTICE, placeholder=" …"), title=f"{what.capitalize()} copied", markup=False)
