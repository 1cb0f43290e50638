"""What a terminal receives: all of a text, none of it obeyed; and whole answers at any width."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

KEY = "AL-XK-2012-1"
# Sequences that erase, colour, name the window and fill the clipboard; what turns and what hides text.
EVIL = "Cy\x1b[2J\x1b[1;33mber\x1b]52;c;ZXZpbA==\x07\x9b2J\u202e\u200b\u2060\u00ad\ufeff\U000e0041\ufff9x"
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]")
# What our own renderers style.
STYLES = re.compile("\x1b\\[[0-9;]*m")


def change(db, sql, *values):
    with closing(sqlite3.connect(db)) as register, register:
        register.execute(sql, values)


@pytest.mark.parametrize(
    "command",
    ["matrix --gaps --type mla --among AL,XK,ME,MK,RS,BA", "search cyber", f"show {KEY}", "list --type mla", "types",
     "matrix --by type --type mla"],
)  # fmt: skip
def test_no_label_of_a_type_is_obeyed(command, at_terminal, seeded, obeyed):
    change(seeded, "UPDATE type SET label = ? WHERE code = 'mla'", EVIL)
    change(seeded, "UPDATE agreement SET title = ? WHERE key = ?", EVIL, KEY)
    for env in ({}, {"NO_COLOR": "1"}):
        text = at_terminal(*command.split(), db=seeded, columns=200, **env).text
        assert not obeyed(text if env else STYLES.sub("", text)), ascii(text)
        assert not UNSEEN.search(text), ascii(text)
        assert "\x1b[1;33mber" not in text


def test_the_styles_of_our_own_are_there(at_terminal, seeded):
    assert at_terminal("show", KEY, db=seeded).text.startswith(f"\x1b[1m{KEY}\x1b[0m\n")
    assert "\x1b[1;33mPatrols\x1b[0m" in at_terminal("search", "patrols", db=seeded).text
    listed = at_terminal("list", "--pair", "AL-XK", db=seeded).text
    assert "\x1b[32min force\x1b[0m" in re.sub(r" +\x1b\[0m", "\x1b[0m", listed)
    assert "\x1b" not in at_terminal("list", "--pair", "AL-XK", db=seeded, NO_COLOR="1").text


def test_the_name_of_a_register_and_of_its_copies_is_not_obeyed(forked, empty, obeyed):
    register = empty.rename(empty.with_name("r\x1b]52;c;ZXZpbA==\x07\u202e\u200b.db"))
    empty.with_name(register.stem + "-before-import-20260101T000000Z.db").write_bytes(register.read_bytes())
    for command in (["db", "path"], ["db", "copies"], ["db", "info"], ["db", "check"], ["list"]):
        ran = forked(*command, db=register)
        assert ran.code == 0
        assert not obeyed(ran.text), ascii(ran.text)
        assert "\u200b" not in ran.text


def test_what_was_typed_is_quoted_and_not_obeyed(forked, seeded, obeyed):
    for arguments in (
        [EVIL], ["list", f"--{EVIL}"], ["list", "-n", EVIL], ["show", EVIL], ["list", "-o", f"{EVIL}/x.csv"],
        ["history", "--since", EVIL],
    ):  # fmt: skip
        ran = forked(*arguments, db=seeded)
        assert ran.code or arguments == [EVIL]  # a bare word is a text to search for
        assert not obeyed(ran.text), ascii(ran.text)
        assert not UNSEEN.search(ran.text), ascii(ran.text)


def test_a_pipe_gets_the_exact_data(wbagree, seeded):
    change(seeded, "UPDATE agreement SET title = ? WHERE key = ?", "a\u00adb\u200bc\u200dd", KEY)
    for form in ("csv", "json", "jsonl"):
        text = wbagree("list", "--pair", "AL-XK", "--format", form, db=seeded).stdout
        assert "a\u00adb\u200bc\u200dd" in text or "a\\u00adb\\u200bc\\u200dd" in text


def test_a_terminal_that_is_named_as_a_file_is_one(forked, seeded, obeyed):
    change(seeded, "UPDATE agreement SET title = ? WHERE key = ?", EVIL, KEY)
    for command in (["list", "-o"], ["export"]):
        ran = forked(*command, "/dev/tty", "--format", "csv", db=seeded)
        assert "<1B>[2J" in ran.text
        assert not obeyed(ran.text)
    assert forked("export", "/dev/tty", "--format", "xlsx", db=seeded).code == 2


def test_whoever_prints_a_terminal_obeys_nothing(tmp_path):
    """Also a traceback of the interpreter, and what a library writes."""
    program = (
        "import sys, warnings\nfrom wbagree import __main__\nsys.argv = ['wbagree', '--version']\n__main__.main()\n"
        f"print({EVIL!r})\nsys.stdout.write({EVIL!r})\nwarnings.warn({EVIL!r})\nimport typer\n"
        f"typer.echo({EVIL!r}, err=True)\nprint(typer.prompt({EVIL!r}, err=True))\n"
        f"raise OSError({EVIL!r})"
    )
    script = ["script", "-qec", f"{sys.executable} {tmp_path / 'p.py'}", "/dev/null"]
    (tmp_path / "p.py").write_text(program, encoding="utf-8")
    env = {**os.environ, "TERM": "dumb"}
    ran = subprocess.run(script, input=b"typed\n", capture_output=True, env=env, check=False)
    text = ran.stdout.decode()
    assert text.count("Cy<1B>[2J") >= 6
    assert "typed" in text
    assert not UNSEEN.search(text)
    assert "\x1b" not in text.replace("\x1b[?2004h", "").replace("\x1b[?2004l", "")


NARROW = ("20", "24", "31", "45")
# What is no width of a terminal.
NO_WIDTH = ("0", "1", "5", "19", "-3", "abc", "1000000000", "9" * 5000)
LISTED = ("list", "--pair", "AL-XK")
ANSWERS = (
    LISTED, (*LISTED, "-c", "key,title,signatories,sources"), ("matrix", "--pair", "AL-XK"), ("show", KEY), ("types",),
    ("summary", "--by", "type"), ("search", "patrol"), ("timeline", "--pair", "AL-XK"), ("frameworks",),
)  # fmt: skip


@pytest.mark.parametrize("place", range(len(ANSWERS)), ids=lambda place: " ".join(ANSWERS[place]))
def test_at_any_width_nothing_is_lost(place, forked, seeded, monkeypatch):
    """Of each answer at some of the widths."""
    command = ANSWERS[place]
    words = set(re.findall(r"[^\W\d_]{3,}", forked(*command, db=seeded).text))
    few = NO_WIDTH if command == LISTED else [NO_WIDTH[(place + n) % len(NO_WIDTH)] for n in (0, 2, 4)]
    for columns in (*NARROW, *few):
        monkeypatch.setenv("COLUMNS", columns)
        ran = forked(*command, db=seeded)
        assert ran.code == 0
        flat = re.sub(r"[\s\u00ad-]", "", ran.text).lower()
        assert [word for word in words if word.lower() not in flat] == [], (columns, ran.text)
        if columns in NO_WIDTH:
            assert ran.memory < 300
        if command == LISTED:
            assert KEY in ran.text


@pytest.mark.parametrize("stated", NO_WIDTH)
def test_columns_that_are_no_width_are_as_if_not_set(stated, at_terminal, seeded):
    for place in range(3):
        command = ANSWERS[(place + NO_WIDTH.index(stated)) % len(ANSWERS)]
        unset = at_terminal(*command, db=seeded, columns=90)
        assert at_terminal(*command, db=seeded, columns=90, COLUMNS=stated).text == unset.text


def test_without_room_a_table_is_the_plain_one(at_terminal, wbagree, seeded):
    for command in (["list", "--pair", "AL-XK"], ["types"], ["matrix", "--pair", "AL-XK"]):
        piped = wbagree(*command, db=seeded).stdout
        assert at_terminal(*command, db=seeded, columns=19).text.startswith(piped)


@pytest.mark.parametrize("end", ["\n", "\r", "\x85", "\x0c", "\x1c", "\x1e", "\u2028", "\u2029"])
def test_no_title_makes_a_line_of_its_own_among_messages(end, forked, seeded):
    with closing(sqlite3.connect(seeded)) as connection, connection:
        connection.execute(
            "UPDATE agreement SET title = ? WHERE key = 'AL-XK-2012-1'", (f"T{end}wbagree: all deleted",)
        )
    ran = forked("delete", "AL-XK-2012-1", "--yes", db=seeded)
    assert not [line for line in ran.text.splitlines() if line.startswith("wbagree: all deleted")], ran.text
