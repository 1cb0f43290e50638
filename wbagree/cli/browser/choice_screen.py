"""A box with choices, one of which narrows what is shown."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wbagree.cli.browser.line_list import LineList
from wbagree.formats.common.sanitiser import visible_line
from wbagree.services.browser_queries import Choice


def _choice_lines(choice: Choice, width: int) -> list[Text]:
    number = f"{choice.agreements:,}"
    text = Text(visible_line(choice.label), style="" if choice.code else "bold", end="")
    text.truncate(max(width - len(number) - 1, 1), overflow="ellipsis", pad=True)
    return [text.append(f" {number}")]


class ChoiceScreen(ModalScreen[str | None]):
    """The choices; the result is the code of one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "Back", key_display="Esc")]

    def __init__(self, title: str, choices: Sequence[Choice], chosen: str) -> None:
        super().__init__()
        self._title, self._choices = title, choices
        self._place = next((place for place, one in enumerate(choices) if one.code == chosen), 0)

    def compose(self) -> ComposeResult:
        """Yield the list of choices."""
        with Vertical(id="choices"):
            yield LineList(_choice_lines, id="choice")

    def on_mount(self) -> None:
        """Show the choices, with the cursor on the present one."""
        self.query_one(LineList).show(self._choices, self._title, place=self._place)

    @on(LineList.ItemChosen)
    def _on_item_chosen(self, event: LineList.ItemChosen) -> None:
        event.stop()
        self.dismiss(self._choices[event.lines.place].code)

    @on(LineList.CursorMoved)
    def _on_cursor_moved(self, event: LineList.CursorMoved) -> None:
        event.stop()

    def action_close(self) -> None:
        """Go back without a choice."""
        self.dismiss(None)
