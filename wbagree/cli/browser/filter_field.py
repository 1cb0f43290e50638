"""The field in which the filter is typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

# Text without control characters, which a terminal would obey.
_SHOWABLE = r"[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]*"


class FilterField(Input):
    """A field that filters while the user types.

    Up and down still move through the records.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "forward('open')", "Open", key_display="Enter"),
        Binding("down", "forward('down')", "Down", show=False),
        Binding("up", "forward('up')", "Up", show=False),
        Binding("tab", "app.focus_next", "Pairs", key_display="Tab"),
        Binding("escape", "forward('back')", "Back", key_display="Esc"),
        Binding("f1", "app.help", "Help", key_display="F1"),
        Binding("ctrl+q", "app.quit", "Quit", key_display="Ctrl+Q", priority=True),
    ]

    class KeyForwarded(Message):
        """A message: a key was pressed that has its effect elsewhere (``towards``)."""

        def __init__(self, towards: str) -> None:
            self.towards = towards
            super().__init__()

    def __init__(self) -> None:
        super().__init__(
            placeholder="type to filter",
            restrict=_SHOWABLE,
            max_length=200,
            compact=True,
            select_on_focus=False,
        )
        self.cursor_blink = False

    def action_forward(self, towards: str) -> None:
        """Post a message that a key was pressed."""
        self.post_message(self.KeyForwarded(towards))
