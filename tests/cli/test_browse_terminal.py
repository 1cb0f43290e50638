"""browse as a process at a real terminal: it starts, is typed to, ends, and leaves the terminal as it was."""

import base64
import csv
import fcntl
import io
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable

import pytest
import seed_data

ENTERED, LEFT = "\x1b[?1049h", "\x1b[?1049l"
COLOURED = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[0-9;]+)[;m]")


def records() -> str:
    """How many records are first on the screen, in its words."""
    return f"{len(seed_data.some())} agreements"


class Terminal:
    """A terminal with the program in it."""

    def __init__(self, *arguments: str, db, columns: int = 80, **env: str) -> None:
        self._ours, self._theirs = pty.openpty()
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.before = termios.tcgetattr(self._theirs)
        self.received = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wbagree", "browse", *arguments],
            stdin=self._theirs, stdout=self._theirs, stderr=self._theirs,
            env={**os.environ, "TERM": "xterm-256color", "WBAGREE_DB": str(db), **env},
        )  # fmt: skip

    def wait_for(self, text: str) -> None:
        """Read until the program has drawn a text."""
        until = time.monotonic() + 60
        while text not in self.received:
            assert time.monotonic() < until, f"{text!r} is not in {self.received[-3000:]!r}"
            self._read(0.1)

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def end(self) -> int:
        """Read until it has ended; its exit code."""
        until = time.monotonic() + 60
        while self.process.poll() is None:
            assert time.monotonic() < until
            self._read(0.1)
        while self._read(0.1):
            pass
        self.after = termios.tcgetattr(self._theirs)
        os.close(self._theirs)
        os.close(self._ours)
        return self.process.returncode

    def vanish(self) -> int:
        """Close the terminal, which sends no signal to a process that does not lead a session; its exit code."""
        os.close(self._theirs)
        os.close(self._ours)
        return self.process.wait(60)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        self.received += os.read(self._ours, 65536).decode(errors="replace")
        return True

    def is_as_before(self) -> bool:
        """Whether the screen that was there is back, with its cursor, and keys mean what they meant."""
        return (
            self.received.count(ENTERED) == self.received.count(LEFT) == 1
            and self.received.rpartition(LEFT)[2].count("\x1b[?25l") == 0
            and self.received.rindex("\x1b[?25h") > self.received.rindex("\x1b[?25l")
            and all(
                self.received.count(f"\x1b[?{mode}h") <= self.received.count(f"\x1b[?{mode}l") for mode in (1000, 2004)
            )
            and self.after == self.before
        )


@pytest.fixture
def terminal() -> Callable[..., Terminal]:
    return Terminal


def test_it_starts_is_typed_to_and_is_left_without_a_trace(terminal, wbagree, seeded):
    before = (seeded.read_bytes(), {*seeded.parent.rglob("*")})
    found = wbagree("search", "reindeer OR patrols", "--format", "csv", db=seeded)
    assert found.returncode == 0
    number = len([*csv.DictReader(io.StringIO(wbagree("search", "patrols", "--format", "csv", db=seeded).stdout))])

    screen = terminal(db=seeded)
    screen.wait_for(records())
    screen.type("patrols")
    screen.wait_for(f"All: {number} agreements, best match first")
    screen.type("\t\t\r")
    screen.wait_for("1 of")
    screen.type("y")
    screen.wait_for("Key copied")
    screen.type("q")
    assert screen.end() == 0
    assert screen.is_as_before()
    (copied,) = re.findall(r"\x1b\]52;c;([^\a]*)\a", screen.received)
    assert re.fullmatch(r"[A-Z-]+(\d{4}|nd)-\d+", base64.b64decode(copied).decode())
    assert before == (seeded.read_bytes(), {*seeded.parent.rglob("*")})


def test_ctrl_c_leaves_it_too(terminal, seeded):
    screen = terminal(db=seeded)
    screen.wait_for(records())
    screen.type("\x03")
    assert screen.end() == 0
    assert screen.is_as_before()


def test_told_to_end_it_puts_the_terminal_back(terminal, seeded):
    screen = terminal(db=seeded)
    screen.wait_for(records())
    screen.process.send_signal(signal.SIGTERM)
    assert screen.end() == 128 + signal.SIGTERM
    assert screen.is_as_before()
    assert "Traceback" not in screen.received


def test_it_ends_when_its_terminal_is_gone_without_a_signal(terminal, seeded):
    screen = terminal(db=seeded)
    screen.wait_for(records())
    assert screen.vanish() == 128 + signal.SIGHUP


def test_it_has_the_colours_of_the_terminal_or_none(terminal, seeded):
    coloured = {}
    for name, env in {"yes": {}, "no": {"NO_COLOR": "1"}}.items():
        screen = terminal("--pair", "AL-XK", db=seeded, columns=60, **env)
        screen.wait_for("41 agreements")
        screen.type("\x11")
        assert screen.end() == 0
        coloured[name] = bool(COLOURED.search(screen.received))
        assert "\x1b[48;2;" not in screen.received  # the background is the terminal's own
        assert (
            "\x1b[7m" in screen.received or ";7m" in screen.received or "7;" in screen.received
        )  # one sees where one is
    assert coloured == {"yes": True, "no": False}


def test_a_question_that_makes_no_sense_is_refused_before_the_screen(at_terminal, seeded):
    for options, code in ((("--pair", "AL-Atlantis"), 3), (("--since", "2012-13"), 4)):
        ran = at_terminal("browse", *options, db=seeded)
        assert ran.returncode == code
        assert ENTERED not in ran.text
        assert ran.text.startswith("wbagree: ")


def test_a_file_that_is_no_register_is_refused_before_the_screen(at_terminal, tmp_path):
    (tmp_path / "other.db").write_text("something else", encoding="utf-8")
    ran = at_terminal("browse", db=tmp_path / "other.db")
    assert (ran.returncode, ENTERED in ran.text) == (7, False)
    assert "is not a wbagree register" in " ".join(ran.text.split())


def test_an_empty_register_says_what_to_do_next(at_terminal, empty):
    ran = at_terminal("browse", db=empty)
    assert (ran.returncode, ENTERED in ran.text) == (0, False)
    assert "wbagree seed" in ran.text


def test_without_a_terminal_it_says_so_and_names_list(wbagree, at_terminal, seeded):
    ran = wbagree("browse", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "wbagree: browse needs a terminal window, and has none at stdin, stdout, stderr.\n"
        "  To print the same agreements: wbagree list\n"
    )
    ran = at_terminal("browse", db=seeded, TERM="dumb")
    assert ran.returncode == 2
    assert "this one is 'dumb'." in ran.text


def test_without_the_extra_it_says_what_brings_it(at_terminal, wbagree, seeded, tmp_path):
    folder = tmp_path / "without"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text("import sys\nsys.modules['textual'] = None\n", encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    ran = at_terminal("browse", db=seeded, PYTHONPATH=path)
    assert ran.returncode == 2
    assert ran.text == (
        "wbagree: browse needs Textual, which is not installed.\n  To install it: pip install 'wbagree[browse]'\n"
    )
    listed = wbagree("list", "--pair", "AL-XK", db=seeded, env={"PYTHONPATH": path})
    assert listed.returncode == 0  # nothing else needs it
