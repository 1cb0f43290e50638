"""The help screen: a list of all keys."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

HELP = """\
/         filter, as wbagree search does:
          "a phrase", -word leaves out
Esc       back; in the filter, empties it
Tab       filter, pairs, agreements, and round
↑ ↓ j k   up and down; Page Up, Page Down,
          Home, End
Enter     opens a pair, then an agreement
n p       in an agreement: the next, the previous
t s       only one type, one status;
          in the filter: F2, F3
e         exports what is shown to a file;
          in the filter: F4
y         copies the key
c         copies the citation (wbagree cite)
?         this help; in the filter: F1
q         quits; in the filter: Ctrl+Q

The number of a pair includes what was
signed by a predecessor: marked * .

Copies go to the clipboard through the
terminal, if it allows that. Nothing here
changes the register.\
"""


class HelpScreen(ModalScreen[None]):
    """The keys; any of those that close it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark,f1,space,q", "close", "Back", key_display="Esc")
    ]

    def compose(self) -> ComposeResult:
        """Yield the text."""
        with VerticalScroll(id="help") as box:
            box.border_title = "Keys"
            yield Static(HELP, markup=False)

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss()
