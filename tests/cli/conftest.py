"""What the tests of commands share: a real pseudo-terminal of a given width, lists in files, stored records."""

import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Screen:
    """What the terminal received (stdout and stderr together), and the exit code."""

    text: str
    returncode: int


@pytest.fixture
def at_terminal(tmp_path: Path) -> Callable[..., Screen]:
    """Run the program as a person at a terminal does; ``typed`` are the answers, sent when a question is asked."""

    def run(
        *arguments: str, db: Path | None = None, typed: tuple[str, ...] = (), columns: int = 100, **env: str
    ) -> Screen:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "wbagree", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", "WBAGREE_DB": str(db or tmp_path / "register.db"), **env},
            preexec_fn=_take_terminal,  # noqa: PLW1509  (Ctrl-C must be a signal; no threads run here)
        )
        os.close(theirs)
        text = _converse(ours, list(typed))
        os.close(ours)
        return Screen(text.replace("\r\n", "\n"), process.wait(timeout=60))

    return run


def _take_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _converse(terminal: int, answers: list[str]) -> str:
    """Read until the program leaves; each time it falls silent after a question, give the next answer."""
    received = b""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if ready:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not chunk:
                break
            received += chunk
        elif answers and received.endswith((b": ", b"? ")):
            os.write(terminal, answers.pop(0).encode() + b"\n")
    return received.decode()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., str]:
    """A file with this text; its path."""

    def write(text: str, name: str = "list.csv") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


@pytest.fixture
def stored(wbagree: Callable[..., subprocess.CompletedProcess[str]]) -> Callable[..., dict[str, Any]]:
    """The record with this key."""

    def show(key: str, db: Path) -> dict[str, Any]:
        return json.loads(wbagree("show", key, "--format", "json", db=db).stdout)

    return show
