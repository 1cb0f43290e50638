"""A box in which the file of an export is typed."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

_LONGEST = 400
_ENDINGS = "The ending sets the format: .csv .json .xlsx .docx .md"


class ExportScreen(ModalScreen[str | None]):
    """The name of a file; the result is that name, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back", key_display="Esc")]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Yield the field."""
        with Vertical(id="export") as box:
            box.border_title = self._title
            field = Input(placeholder="agreements.csv", max_length=_LONGEST, compact=True)
            field.cursor_blink = False
            yield field
            yield Static(_ENDINGS, markup=False)

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)

    @on(Input.Changed)
    def _on_changed(self, event: Input.Changed) -> None:
        event.stop()

    def action_close(self) -> None:
        """Go back without a file."""
        self.dismiss(None)
