"""The pager, for an answer that is longer than the screen."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TextIO, cast

from wbagree import ending
from wbagree.formats.common.sanitiser import Terminal, terminal_size, text_width, unshield

# What a shell answers for a command that it cannot run.
_NOT_RUN = (126, 127)
# What less and its relatives need to show colours, and to leave at once where all fits on the screen; as git has it.
_SETTINGS = {"LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"}

# What a ``Style`` is, which takes no room on the screen.
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


@contextmanager
def open_paged_stdout() -> Iterator[TextIO]:
    """Give a file whose text is shown at the end.

    It goes to the terminal, or to the pager if it is longer than the screen.
    """
    text = StringIO()
    yield cast("TextIO", Terminal(text))
    answer = text.getvalue()
    command = _pager()
    if not (command and _is_longer_than_screen(answer) and _has_paged(command, answer)):
        unshield(sys.stdout).write(answer)


def _pager() -> str:
    """Return the command of the pager: PAGER, or ``less``; '' for none.

    An empty PAGER and ``cat`` mean none.
    """
    if os.environ.get("TERM") == "dumb":
        return ""
    stated = os.environ.get("PAGER")
    if stated is None:
        return "less" if shutil.which("less") else ""
    return "" if stated.strip() == "cat" else stated.strip()


def _is_longer_than_screen(text: str) -> bool:
    """Return whether a text leaves no line for the prompt."""
    screen = int(os.environ.get("LINES") or terminal_size()[1])
    lines = _STYLE.sub("", text).split("\n")
    return 0 < screen < sum(max(1, -(-len(line) // text_width())) for line in lines)


def _has_paged(command: str, text: str) -> bool:
    """Show a text in a pager; return whether it could be run.

    Its own exit code does not matter: a person may leave it early.
    """
    import subprocess

    sys.stdout.flush()
    with (
        ending.leave_interrupts_to_child(),
        subprocess.Popen(  # noqa: S602  (a line of the person's own for a shell, as all programs read PAGER)
            command, shell=True, stdin=subprocess.PIPE, env={**_SETTINGS, **os.environ}
        ) as pager,
    ):
        try:
            pager.communicate(text.encode(errors="replace"))
        except KeyboardInterrupt:  # a signal ends this run: the pager gives the terminal back
            pager.terminate()
            raise
    return pager.returncode not in _NOT_RUN
