"""What the README shows and tells people to type is what the program does."""

import re
import shlex
import sqlite3
from contextlib import closing

import seed_data

from wbagree import resources
from wbagree.cli import COMMANDS

README = (resources.migrations_folder().parent / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    """Every ``wbagree ...`` line of the console blocks, as its arguments."""
    lines = [line for block in CONSOLE for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("wbagree ")]


def test_the_first_thing_it_shows_is_what_a_terminal_shows(at_terminal, seeded):
    shown = CONSOLE[0].splitlines()
    assert shown.pop(0) == "$ wbagree list --pair AL-XK"
    text = at_terminal("list", "--pair", "AL-XK", db=seeded, columns=92, NO_COLOR="1").text
    screen = (line.rstrip() for line in text.splitlines())
    for line in shown:
        assert line == "..." or line in screen, line  # in order: what was passed does not come again


# What the README shows changes something, but for lists that are there already, and what only shows.
_CHANGING = {"add", "edit", "assess", "act", "relate", "undo", "redo"}


def changes(arguments):
    return arguments[0] in _CHANGING or arguments[1:2] == ["add"]


def number_of_changes(path):
    with closing(sqlite3.connect(path)) as register:
        return register.execute(
            "SELECT count(*) FROM change_set WHERE id IN (SELECT change_set_id FROM change)"
        ).fetchone()[0]


def test_every_command_of_the_readme_runs(wbagree, seeded, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text(wbagree("export", "--format", "csv", db=seeded).stdout, encoding="utf-8")
    named = set()
    for arguments in commands():
        named.add(arguments[0])
        if arguments[0] == "browse":  # takes a terminal: see test_browse_terminal
            continue
        before = number_of_changes(seeded)
        ran = wbagree(*arguments, db=seeded)
        assert ran.returncode == 0, (arguments, ran.stderr)
        if changes(arguments):
            assert number_of_changes(seeded) == before + 1, (arguments, ran.stderr)
        assert ran.stdout or ran.stderr
        assert not ran.stderr.startswith("No matching"), arguments
    assert set(COMMANDS) - named <= {"seed", "delete", "check"}


def test_the_limits_are_those_of_the_bundled_register():
    rows = seed_data.rows("agreements")
    text = " ".join(README.split())
    between = {
        pair: sum(set(pair) <= {*row["parties"].split(";")} for row in rows) for pair in (("AL", "XK"), ("ME", "XK"))
    }
    informal = sum("descriptive" in row["notes"] or "no formal title" in row["notes"] for row in rows)
    assert between == {("AL", "XK"): 40, ("ME", "XK"): 3}
    assert 0.18 < informal / len(rows) < 0.22
    for sentence in (
        f"{len(rows)} real instruments",
        f"{len(seed_data.rows('frameworks'))} frameworks with {len(seed_data.rows('framework_acts'))} acts of parties",
        f"{sum(row['confidence'] == 'high' for row in rows)} rest on an official list, a gazette or a treaty series",
        "about a fifth have no formal title",
        "Albania-Kosovo has 40 and Montenegro-Kosovo three",
        f"{sum(not row['signed'] for row in rows)} have no signing date",
        f"entry into force is known for {sum(bool(row['in_force']) for row in rows)}",
    ):
        assert sentence in text
