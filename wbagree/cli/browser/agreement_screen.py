"""The screen of one record, as ``show`` prints it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import chop_cells
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer

from wbagree.cli.browser.line_list import render_item

# Longer lines are hard to read, however wide the terminal is; shorter ones have no room for a word.
_WIDEST = 100
_NARROWEST = 20
# Cells next to the text: padding and the scroll bar.
_MARGIN = 4
# The indent of values in write_sheet.
_INDENT = " " * 16


class TextPane(ScrollView, can_focus=True):
    """A text in lines; only the visible ones are drawn.

    A record may have a megabyte of text.
    """

    lines: Sequence[Text] = ()

    def show(self, lines: Sequence[Text]) -> None:
        """Show other lines."""
        self.lines = lines
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return visible line ``y``."""
        place = y + self.scroll_offset.y
        line = self.lines[place] if place < len(self.lines) else Text(end="")
        return render_item(self, line, self.scrollable_content_region.width)


class AgreementScreen(Screen[None]):
    """One record, whole."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "close", "Back", key_display="Esc"),
        Binding("n", "step(1)", "Next"),
        Binding("p", "step(-1)", "Prev"),
        Binding("y", "app.copy('key')", "Copy key"),
        Binding("c", "app.copy('citation')", "Citation"),
        Binding("right", "step(1)", show=False, priority=True),  # lines are never longer than the screen
        Binding("left", "step(-1)", show=False, priority=True),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    class AgreementRequested(Message):
        """A request for the record ``steps`` places further.

        0: the same record, for another width.
        """

        def __init__(self, steps: int) -> None:
            self.steps = steps
            super().__init__()

    def compose(self) -> ComposeResult:
        """Yield the text and the keys."""
        yield TextPane(id="sheet")
        yield Footer()

    @property
    def text_width(self) -> int:
        """The most characters in a line of the text."""
        return max(min(self.app.size.width - _MARGIN, _WIDEST), _NARROWEST)

    def show(self, text: str, title: str, *, again: bool = False) -> None:
        """Show a record, from its beginning unless it is shown ``again``."""
        sheet = self.query_one(TextPane)
        sheet.border_title = Content(title)
        if not again:
            sheet.scroll_home(animate=False, immediate=True)
        sheet.show([*_styled(text, self.text_width)])

    def on_resize(self, _: Resize) -> None:
        """Ask for the text in lines of the new width."""
        self.post_message(self.AgreementRequested(0))

    def action_step(self, steps: int) -> None:
        """Go to the next record, or the previous."""
        self.post_message(self.AgreementRequested(steps))

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(TextPane).scroll_relative(y=lines, animate=False)

    def action_close(self) -> None:
        """Go back to the first screen."""
        self.dismiss()


def _styled(text: str, width: int) -> Iterator[Text]:
    """Yield styled lines, with the key and the names of fields emphasised.

    Nothing is read as markup. A word that is longer than a line continues in the next.
    """
    for place, line in enumerate(text.split("\n")):
        first, *rest = chop_cells(line, width) or [""]
        name, colon, named = first.partition(":")
        if place == 0:
            yield Text(first, style="bold", end="")
        elif colon and place > 1 and name and not line.startswith(_INDENT):
            yield Text.assemble((name + colon, "dim"), named, end="")
        else:
            yield Text(first, end="")
        yield from (Text(more, end="") for more in rest)
