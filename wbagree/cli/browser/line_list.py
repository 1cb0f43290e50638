"""A pane of lines; only the visible ones are drawn."""

import textwrap
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

Item = TypeVar("Item")

_FOCUSED = Style(reverse=True, dim=False)
_UNFOCUSED = Style(bold=True, underline=True)


def render_item(widget: Widget, text: Text, width: int) -> Strip:
    """Return a line of text in a widget's style, ``width`` cells long."""
    segments = list(text.render(widget.app.console))
    return Strip(segments).adjust_cell_length(width).apply_style(widget.rich_style)


class LineList(ScrollView, Generic[Item], can_focus=True):
    """Items one below the other, one of them under the cursor.

    ``draw`` makes the ``item_height`` lines of an item in a given width.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", key_display="Enter"),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("home,g", "move_to(0)", "First", show=False),
        Binding("end,G", "move_to(-1)", "Last", show=False),
    ]

    class CursorMoved(Message):
        """A message: the cursor of ``lines`` moved to another item."""

        def __init__(self, lines: "LineList[Item]") -> None:
            self.lines = lines
            super().__init__()

    class ItemChosen(Message):
        """A message: the user chose the item under the cursor of ``lines``."""

        def __init__(self, lines: "LineList[Item]") -> None:
            self.lines = lines
            super().__init__()

    def __init__(
        self,
        draw: Callable[[Item, int], Sequence[Text]],
        *,
        item_height: int = 1,
        id: str,  # noqa: A002  (textual's own word)
    ) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._item_height = item_height
        self._note = ""
        self.items: Sequence[Item] = ()
        self.place = 0

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def item(self) -> Item | None:
        """The item under the cursor; None when there is none."""
        return self.items[self.place] if self.items else None

    def show(self, items: Sequence[Item], title: str, *, place: int = 0, note: str = "") -> None:
        """Show other items under a title, with the cursor at ``place``.

        ``note`` is shown if there are none. No message ``CursorMoved`` is posted.
        """
        self.items, self._note = items, note
        self.place = min(place, max(len(items) - 1, 0))
        self.set_title(title)
        self._measure()
        self._scroll_to_cursor()
        self.refresh()

    def set_title(self, title: str) -> None:
        """Show another title above the lines."""
        self.border_title = Content(title)  # a text would be read as markup

    def action_move(self, steps: int) -> None:
        """Move the cursor so many lines down, or up."""
        self._move_to(self.place + steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a screenful."""
        self._move_to(self.place + pages * max(self._room // self._item_height - 1, 1))

    def action_move_to(self, place: int) -> None:
        """Move the cursor to a line; -1 is the last."""
        self._move_to(place if place >= 0 else len(self.items) - 1)

    def action_choose(self) -> None:
        """Choose the item under the cursor."""
        if self.items:
            self.post_message(self.ItemChosen(self))

    def on_click(self, event: Click) -> None:
        """Go to the clicked line; a second click is Enter."""
        offset = event.get_content_offset(self)
        if offset is not None and (place := self._item_at(offset.y)[0]) < len(self.items):
            self._move_to(place)
            if event.chain > 1:
                self.action_choose()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width, with the cursor in sight."""
        self._measure()
        self._scroll_to_cursor()

    def render_line(self, y: int) -> Strip:
        """Return visible line ``y``."""
        width, (place, line) = self._width, self._item_at(y)
        if place >= len(self.items):
            return render_item(self, self._note_line(y, width), width)
        strip = render_item(self, self._draw(self.items[place], width)[line], width)
        if place != self.place:
            return strip
        return Strip(Segment.apply_style(strip, post_style=_FOCUSED if self.has_focus else _UNFOCUSED), width)

    def _item_at(self, y: int) -> tuple[int, int]:
        """Return the place of an item, and the number of its line.

        ``y`` is a visible line.
        """
        return divmod(y + self.scroll_offset.y, self._item_height)

    def _note_line(self, line: int, width: int) -> Text:
        """Return a line of the note for an empty pane."""
        lines = textwrap.wrap(self._note, max(width - 2, 1)) if not self.items else []
        return Text(f" {lines[line]}" if line < len(lines) else "", end="")

    def _move_to(self, place: int) -> None:
        place = max(min(place, len(self.items) - 1), 0)
        if place != self.place:
            self.place = place
            self._scroll_to_cursor()
            self.refresh()
            self.post_message(self.CursorMoved(self))

    def _measure(self) -> None:
        self.virtual_size = Size(self._width, len(self.items) * self._item_height)

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.height

    def _scroll_to_cursor(self) -> None:
        first, item_height = self.scroll_offset.y, self._item_height
        top, end = self.place * item_height, (self.place + 1) * item_height
        if top < first:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif end > first + self._room:
            self.scroll_to(y=end - self._room, animate=False, immediate=True)
