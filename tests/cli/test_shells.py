"""TAB in real shells on a terminal: nothing of a register is run, every candidate is a candidate, nothing fails."""

import contextlib
import fcntl
import json
import os
import pty
import re
import select
import shutil
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer._click.shell_completion import CompletionItem

from wbagree.cli.options import shell_candidates

# What each shell is told to show when it waits for a line.
READY = "READY> "
SHELLS = ("bash", "zsh", "fish")
# What was run from a title in zsh, its brothers, and what no terminal should obey; NAME is of a file to be made.
HOSTILE = (
    r"\$(touch NAME)",
    r"\`touch NAME\`",
    r"x\" ) ; touch NAME ; : ( \"",
    r"\\\$(touch NAME)",
    "$(touch NAME)",
    "`touch NAME`",
    "'; touch NAME; '",
    ")) ; touch NAME ; ((",
    "a\ntouch NAME\n",
    "<(touch NAME)",
    "=(touch NAME)",
    "[/b] [bold",
    "\x1b]52;c;aGk=\x07\x1b[2J",
    "* ? ~ {a,b} !! %1",
    "word " * 200,
)


@pytest.fixture(scope="session")
def installed():
    """The shells of this machine; in CI all of them have to be there."""

    def path(shell):
        found = shutil.which(shell)
        if found is None and os.environ.get("CI"):
            pytest.fail(f"{shell} is not installed; .ci/run installs it")
        if found is None:
            pytest.skip(f"{shell} is not installed")
        return found

    return path


@pytest.fixture
def hostile(seeded):
    """A register, written past the program, in which every text that completion reads is hostile."""
    with closing(sqlite3.connect(seeded)) as connection, connection:
        for number, form in enumerate(HOSTILE):
            text = form.replace("NAME", f"pwned-{number}")
            code = f"QX{number}"
            connection.execute("UPDATE agreement SET title = ? WHERE key = ?", (text, f"AL-XK-nd-{number + 1}"))
            for name in (code, f"Q{text}"):
                connection.execute("INSERT INTO party (code, name, kind, alpha3, since, until, note) VALUES"
                                   " (?, ?, 'state', '', '', '', '')", (name, text))  # fmt: skip
                connection.execute("INSERT INTO party_group VALUES (?, ?)", (name.lower(), text))
                connection.execute("INSERT INTO type VALUES (?, 'justice', ?, ?)", (name.lower(), text, 900 + number))
            question = json.dumps(["search", text])
            for name in (f"qx{number}", f"q{text}"):
                connection.execute("INSERT INTO saved_question VALUES (?, ?, '2026-11-01')", (name, question))
            connection.execute("INSERT INTO issued_key (key) VALUES (?)", (f"AL-ZZ-{text}",))
            connection.execute("UPDATE agreement SET key = ? WHERE key = (SELECT min(key) FROM agreement WHERE key LIKE"
                               " 'BA-ME-%')", (f"AL-ZZ-{text}",))  # fmt: skip
    return seeded


class _Terminal:
    """A shell on a terminal: what is typed, and what it shows."""

    def __init__(self, program, home, db):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 80, 0, 0))
        env = {**os.environ, "HOME": str(home), "ZDOTDIR": str(home), "XDG_CONFIG_HOME": str(home / ".config"),
               "TERM": "xterm", "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "WBAGREE_DB": str(db)}  # fmt: skip

        def take_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self._process = subprocess.Popen(
            [program, "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=home,
            preexec_fn=take_terminal,  # noqa: PLW1509  (a shell wants a terminal of its own)
        )  # fmt: skip
        os.close(theirs)
        self._ours, self._number = ours, 0
        self._read_to(READY)

    def type(self, keys):
        """Type keys, take the line back, and return what is shown until the shell has done all of that."""
        self._number += 1
        # The sum is only shown when the shell has come so far: it takes one key after the other.
        os.write(self._ours, f"{keys}\x15echo done-$(expr {self._number} + 100)\n".encode())
        return self._read_to(f"done-{self._number + 100}", READY)

    def _read_to(self, *marks):
        """Return what is shown until the marks have come, one after the other."""
        shown, end = b"", time.monotonic() + 60
        pattern = re.compile(".*".join(map(re.escape, marks)).encode(), re.DOTALL)
        while not pattern.search(shown):
            assert time.monotonic() < end, shown.decode(errors="replace")
            if select.select([self._ours], [], [], 0.1)[0]:
                shown += os.read(self._ours, 65536)
        return shown.decode(errors="replace")

    def close(self):
        self._process.kill()
        self._process.wait()
        os.close(self._ours)


@pytest.fixture
def home(tmp_path):
    """A home with the program on its path, and settings that let a shell list all it is offered."""
    folder = tmp_path / "shell"
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / "wbagree"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wbagree "$@"\n')
    program.chmod(0o755)
    (folder / ".zshrc").write_text(f"PS1='{READY}'\nLISTMAX=10000\nautoload -Uz compinit\ncompinit -u\n")
    (folder / ".bashrc").write_text(
        f"PS1='{READY}'\nbind 'set completion-query-items 10000'\nbind 'set page-completions off'\n"
        "bind 'set show-all-if-ambiguous on'\nbind 'set enable-bracketed-paste off'\n"
    )
    (folder / ".config" / "fish").mkdir(parents=True)
    (folder / ".config" / "fish" / "config.fish").write_text(f"function fish_prompt; echo -n '{READY}'; end\n")
    return folder


@pytest.fixture
def shell(installed, home, hostile):
    """Start a shell in which completion was installed as a person does it."""
    with contextlib.ExitStack() as stack:

        def start(name):
            program = installed(name)
            terminal = _Terminal(program, home, hostile)
            assert "installed in" in terminal.type("wbagree --install-completion\n")
            terminal.close()
            terminal = _Terminal(program, home, hostile)
            stack.callback(terminal.close)
            return terminal

        yield start


_COLOURS = re.compile(r"\x1b(?:\[[0-9;]*m|\(B)")


def _made(folder: Path):
    return sorted(path.name for path in folder.rglob("pwned*"))


@pytest.mark.parametrize("name", SHELLS)
def test_tab_runs_nothing_of_a_register_and_offers_what_is_there(name, shell, home):
    terminal = shell(name)
    for typed, offered in (
        ("wbagree show AL-XK-nd-", "AL-XK-nd-2"),
        ("wbagree show AL-", "AL-XK-2012-1"),
        ("wbagree list --party Q", "QX3"),
        ("wbagree list --pair AL-Q", "AL-QX3"),
        ("wbagree list --type q", "qx3"),
        ("wbagree list --among q", "qx3"),
        ("wbagree saved q", "qx3"),
        ("wbagree list --pair 'AL$(touch pwned-typed)-X", ""),
        ("wbagree li", "list"),
    ):
        shown = terminal.type(f"{typed}\t\t")
        assert offered in _COLOURS.sub("", shown)
        assert "Traceback" not in shown
        assert "\x1b]52" not in shown
        assert _made(home) == []


def test_fish_is_offered_keys_alone_each_on_its_line(installed, home, hostile):
    program = installed("fish")
    env = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "COLUMNS": "20",
           "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "WBAGREE_DB": str(hostile)}  # fmt: skip

    def run(line):
        return subprocess.run([program, "-c", line], env=env, cwd=home, capture_output=True, text=True, check=True)

    run("wbagree --install-completion")
    # Without a beginning: fish would leave out what does not begin so, and with it the rest of a help on many lines.
    offered = [line.partition("\t")[0] for line in run("complete -C 'wbagree show '").stdout.splitlines()]
    with closing(sqlite3.connect(hostile)) as connection:
        keys = {row[0] for row in connection.execute("SELECT key FROM agreement")}
    assert set(offered) <= keys
    assert len(set(offered)) == len(offered) > 100
    assert _made(home) == []


def test_every_shell_that_typer_knows_is_handed_safe_candidates():
    from typer._click.shell_completion import _available_shells
    from typer._completion_classes import completion_init

    completion_init()
    shell_candidates.register_shells()
    assert len(_available_shells) >= 5
    assert all(issubclass(made, shell_candidates.SafeCompletion) for made in _available_shells.values())


@given(st.text(), st.text(st.sampled_from("\\\"'$`()[]{}<>:;&|*?~!#%=/@\n\t\r\x1b\u202e\u0301 aB9š,.-Ж")))
def test_whatever_a_register_holds_a_candidate_is_one_word_and_one_line(value, help_):
    found = [CompletionItem(value, help=help_), CompletionItem("AL-XK-2012-1", help=help_ + value)]
    safe = shell_candidates.safe_candidates(found)
    assert safe[-1].value == "AL-XK-2012-1"
    for item in safe:
        assert re.fullmatch(r"-{0,2}[A-Za-z0-9][A-Za-z0-9._-]*", item.value)
        assert all(char.isalnum() or char in " ,.-" for char in item.help or "")
        assert len(item.help or "") <= 63
