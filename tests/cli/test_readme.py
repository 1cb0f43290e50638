"""Answers and commands in the README and the pages of docs are those of the program."""

import re
import shlex
import sqlite3
from contextlib import closing

import pytest
import seed_data

from wbagree import resources
from wbagree.cli import COMMANDS

ROOT = resources.migrations_folder().parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", *(f"docs/{name}.md" for name in ("questions", "documents", "changes", "lists", "register")))
# A line of a console block, with the answer that the page shows under it, if any.
_SHOWN = re.compile(r"^\$ (wbagree .*)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE)


def console_blocks(page):
    return re.findall(r"^```console\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(page):
    """Every ``wbagree ...`` line of the console blocks, as its arguments."""
    lines = [line.removeprefix("$ ") for block in console_blocks(page) for line in block.splitlines()]
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("wbagree ")]


@pytest.mark.parametrize(("line", "answer"), _SHOWN.findall(README))
def test_every_answer_it_shows_is_that_of_a_terminal(at_terminal, whole, line, answer):
    text = at_terminal(*shlex.split(line)[1:], db=whole, columns=92, PAGER="cat", NO_COLOR="1").text
    screen = (line.rstrip() for line in text.splitlines())
    for shown in filter(str.strip, answer.splitlines()):
        assert shown == "..." or shown in screen, shown  # in order: what was passed does not come again


def test_the_readme_shows_answers_and_stays_short():
    assert len(_SHOWN.findall(README)) >= 3
    assert len(README.splitlines()) < 200


# What a page shows changes something, but for lists that are there already, and what only shows.
_CHANGING = {"add", "edit", "assess", "act", "relate", "undo", "redo", "save"}


def changes(arguments):
    return arguments[0] in _CHANGING or arguments[1:2] == ["add"]


def number_of_changes(path):
    with closing(sqlite3.connect(path)) as register:
        return register.execute(
            "SELECT count(*) FROM change_set WHERE id IN (SELECT change_set_id FROM change)"
        ).fetchone()[0]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_runs(wbagree, whole, tmp_path, monkeypatch, page):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text(wbagree("export", "--format", "csv", db=whole).stdout, encoding="utf-8")
    for arguments in commands(page):
        if arguments[0] == "browse":  # takes a terminal: see test_browse_terminal
            continue
        before = number_of_changes(whole)
        ran = wbagree(*arguments, db=whole)
        assert ran.returncode == 0, (arguments, ran.stderr)
        if changes(arguments):
            assert number_of_changes(whole) == before + 1, (arguments, ran.stderr)
        assert ran.stdout or ran.stderr
        assert not re.search("^(0 |No matching)", ran.stderr, re.MULTILINE), (arguments, ran.stderr)


def test_the_pages_name_every_command():
    named = {arguments[0] for page in PAGES for arguments in commands(page)}
    assert set(COMMANDS) - named <= {"seed", "delete", "check", "list"}


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
