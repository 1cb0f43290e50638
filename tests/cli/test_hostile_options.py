"""Every text that a command takes may be anything: an answer follows, no traceback, no escape, no broken table."""

import os
import sqlite3
from collections import Counter
from contextlib import closing
from itertools import cycle, islice

import command_tree
import pytest

TEXTS = (
    "'; DROP TABLE agreement; --", '" OR 1=1 --', "%", "_", "*", "NEAR(", '"open', "a AND", "((((", "-", "--",
    "\x1b[31mred\x1b]0;title\x07\x9b", "\u202eevil\u2066", "\u200f\u061c\u2028", "\udcff\udc80", "../../etc/passwd",
    "x" * 100_000, "9" * 30, "1e999", "😀\u200d👩", "{}{0}", "%s%n", "\n\n---\n", "   ", "[b]x[/b]", "=1+1", "=title",
    "AL-", "AL;XK;", "2012-99", "\\",
)  # fmt: skip
# What is given where a command needs more than the text that is tried.
GIVEN = {
    "key": "AL-XK-2012-1", "keys": "AL-XK-2012-1", "pair": "AL-XK", "words": "police", "framework": "selec",
    "party": "AL", "predecessor": "AL", "successor": "XK", "code": "zz-new", "name": "Zed", "aliases": "zed",
    "group": "police", "kind": "state", "since": "2000", "verb": "amends", "other": "AL-XK-2018-1",
    "file": "nowhere.csv", "score": "full", "on": "2012",
    "act kind": "ratification",
}  # fmt: skip
WRITING = {"add", "edit", "relate", "assess", "act", "acts", "delete", "import", "undo", "redo", "seed", "types",
           "parties", "frameworks", "contacts", "tallies", "db"}  # fmt: skip


def takes_text(parameter):
    return not getattr(parameter, "is_flag", False)


def _given(path, parameter):
    return GIVEN.get(f"{path[0]} {parameter.name}") or GIVEN[parameter.name]


def command_line(path, command, tried, text):
    """The arguments with ``text`` for one parameter and something that can be for the others that are needed."""
    options, arguments = [], []
    for parameter in command.params:
        if parameter is not tried and not parameter.required:
            continue
        value = text if parameter is tried else _given(path, parameter)
        if parameter.param_type_name == "argument":
            arguments.append(value)
        else:
            options.append(f"{max(parameter.opts, key=len)}={value}")
    return [*path, *options, *(["--", *arguments] if arguments else [])]


TREE = {" ".join(path): (path, command) for path, command in command_tree.RUN.items()}


def tried():
    """The parameters that meet a text, by command; one that many share in every eighth, with SWEEP=long in all."""
    every = {name: [*filter(takes_text, command.params)] for name, (_, command) in TREE.items()}
    if os.environ.get("SWEEP") == "long":
        return every
    shared = Counter(parameter.name for parameters in every.values() for parameter in parameters)
    met, chosen = Counter(), {}
    for name, parameters in every.items():
        chosen[name] = [one for one in parameters if shared[one.name] <= 3 or met[one.name] % 8 == 0] or parameters
        met.update(one.name for one in parameters)
    return chosen


TRIED = tried()


def tables(db):
    with closing(sqlite3.connect(db)) as register:
        return register.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


@pytest.mark.parametrize("name", TREE)
def test_any_text_of_any_option_is_an_answer(name, forked, seeded, obeyed, tmp_path, monkeypatch):
    path, command = TREE[name]
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    before, made, changed = seeded.read_bytes(), tables(seeded), False
    # An option that commands share meets another text in each; each text meets several options.
    texts = islice(cycle(TEXTS), 7 * [*TREE].index(name) % len(TEXTS), None)
    for parameter, text in zip(TRIED[name], texts, strict=False):
        arguments = command_line(path, command, parameter, text)
        ran = forked(*arguments, db=seeded, alone=True)
        assert ran.code in (0, 2, 3, 4, 5, 6, 7), (ascii(arguments)[:300], ran.text[-2000:])
        assert "Traceback" not in ran.text
        assert not obeyed(ran.text), ascii(arguments)[:300]
        changed = changed or seeded.read_bytes() != before
        assert not changed or path[0] in WRITING
    assert tables(seeded) == made
    assert not changed or forked("db", "check", db=seeded).code == 0
