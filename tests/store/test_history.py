"""Every command that changes records makes one change set, and nothing else does (rule 9)."""

import getpass
import json
import os
import pwd
import re
import sqlite3
from collections import Counter
from contextlib import closing

import pytest
import seed_data

from wbagree.domain.agreements.fields import ALL_NAMES
from wbagree.store.file import connection
from wbagree.store.read import agreement_context, change_sets, imports
from wbagree.store.write.change_log import current_user

LIST = "title,parties,date signed\nExtradition treaty,AL;NO,2009-04-16\nAgreement on readmission,AL;SE,2010-11\n"
NEW = ("add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "other", "--signed", "2026", "--title", "Archives")
KEY = "AL-XK-2012-1"


@pytest.fixture
def history():
    """The change sets of a register after the one of its seed, each with its changes."""

    def read(path, after=1):
        with connection.open_for_reading(path) as register:
            (last,) = register.execute("SELECT coalesce(max(id), 0) FROM change_set").fetchone()
            numbers = range(after + 1, last + 1)
            return [
                (change_sets.change_set(register, number), change_sets.changes(register, number)) for number in numbers
            ]

    return read


@pytest.fixture
def file(tmp_path):
    """A list of two new agreements."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


CHANGES = {
    "add": (NEW, [("AL-XK-2026-2", "add", {})]),
    "edit": (
        ("edit", KEY, "--place", "Tirana", "--form", "mou"),
        [(KEY, "edit", {"place": ("Pristina", "Tirana"), "form": ("protocol", "mou")})],
    ),
    "relate": (
        ("relate", "AL-XK-2018-1", "amends", KEY),
        [("AL-XK-2018-1", "edit", {"relations": ("", f"amends {KEY}")})],
    ),
    "assess": (
        ("assess", "AL-XK-2026-1", "--score", "full", "--on", "2024", "--note", "Six patrols"),
        [("AL-XK-2026-1", "edit", {"implementation": ("", "2024 full: Six patrols")})],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_one_change_set_with_every_field_before_and_after(name, wbagree, seeded, history):
    arguments, expected = CHANGES[name]
    ran = wbagree(*arguments, db=seeded)
    assert ran.returncode == 0, ran.stderr
    ((made, changes),) = history(seeded)
    assert [(change.key, change.kind, change.fields) for change in changes] == expected
    assert (made.number, made.records, made.undoes, made.undone_by) == (2, 1, None, None)
    assert made.command.startswith(name)
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", made.at)


def test_a_deleted_record_is_kept_whole_in_its_change(wbagree, seeded, history):
    record = json.loads(wbagree("show", KEY, "--format", "json", db=seeded).stdout)
    assert wbagree("delete", KEY, "AL-XK-2018-1", "--yes", db=seeded).returncode == 0
    ((made, changes),) = history(seeded)
    assert [(change.key, change.kind) for change in changes] == [(KEY, "delete"), ("AL-XK-2018-1", "delete")]
    before = {name: old for name, (old, new) in changes[0].fields.items() if new == ""}
    assert before.keys() == changes[0].fields.keys() == {*ALL_NAMES}
    for name in ("title", "form", "signed", "notes"):
        assert before[name] == record[name]
    assert made.records == 2


def test_an_import_is_one_change_set_and_a_batch(wbagree, seeded, history, file):
    ran = wbagree("import", file, "--set", "confidence=high", db=seeded)
    assert ran.returncode == 0, ran.stderr
    ((made, changes),) = history(seeded)
    assert [(change.key, change.kind) for change in changes] == [("AL-NO-2009-1", "add"), ("AL-SE-2010-1", "add")]
    assert made.command == f"import {file} --set confidence=high"
    with connection.open_for_reading(seeded) as register:
        batch = imports.imports(register)[0]
        assert (batch.change_set, batch.file) == (made, "list.csv")
        assert batch.counts == dict.fromkeys(imports.OUTCOMES, 0) | {"rows_read": 2, "new": 2}
        assert 'confidence = "high"' in batch.mapping
        assert re.fullmatch("[0-9a-f]{64}", batch.checksum)
        assert [(row.batch, row.line) for row in agreement_context.provenance(register, "AL-SE-2010-1")] == [(2, 3)]


def rows_of(name):
    return seed_data.rows(name)


def test_the_seed_is_one_change_set_and_the_first_batch(wbagree, tmp_path, history):
    assert wbagree("seed").returncode == 0
    ((made, changes),) = history(tmp_path / "register.db", after=0)
    assert Counter(change.subject for change in changes) == {
        "agreement": len(rows_of("agreements")),
        "framework": len(rows_of("frameworks")),
        "membership": len(rows_of("framework_members")),
        # Those of the file, and those in the notes of members.
        "framework act": len(rows_of("framework_acts")) + 52,
    }
    assert made.records == len(changes)
    assert (made.number, made.command) == (1, "seed")
    assert {change.kind for change in changes} == {"add"}


@pytest.mark.parametrize("name", ["Drita Hoxha", "Đorđe", ""])
def test_who_did_it_is_said_or_the_login(name, wbagree, seeded, history):
    wbagree("edit", KEY, "--place", "Tirana", db=seeded, env={"WBAGREE_USER": name})
    assert history(seeded)[0][0].by == (name or getpass.getuser())


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("", "login"), (" ", "login"), ("\u200b\ufeff", "login"), ("\u00a0\t\n", "login"), ("\u2800\u3164", "login"),
        ("\x1b\x07", "login"), ("\U000e0041", "login"), ("  Dri\u200bta \n Hoxha ", "Drita Hoxha"),
        ("a\x1b[31mb", "a [31mb"), ("a\u202eb\x9bc", "ab c"), ("a\udcff", "a\ufffd"),
        ("n" * 100, "n" * 100), ("n" * 101, "n" * 99 + "…"), ("n" * 100_000, "n" * 99 + "…"),
    ],
)  # fmt: skip
def test_a_name_is_one_line_that_can_be_seen_and_a_blank_one_is_none(named, name, monkeypatch):
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LOGNAME", "login")
    monkeypatch.setenv("WBAGREE_USER", named)
    assert current_user() == name
    monkeypatch.setenv("WBAGREE_USER", "")
    monkeypatch.setenv("LOGNAME", named)
    assert current_user() == (pwd.getpwuid(os.getuid()).pw_name if name == "login" else name)


NOTHING = {
    "a dry run of add": ((*NEW, "--dry-run"), 0),
    "a dry run of edit": (("edit", KEY, "--place", "Tirana", "--dry-run"), 0),
    "a dry run of import": (("import", "FILE", "--dry-run"), 0),
    "a preview": (("import", "FILE", "--preview"), 0),
    "a refused import": (("import", "FILE", "--set", "types=nonsense"), 6),
    "an edit to what is there": (("edit", KEY, "--form", "protocol"), 0),
    "a relation to nothing": (("relate", KEY, "amends", "AL-XK-2012-99"), 3),
    "the seed again": (("seed",), 0),
    "a dry run of undo": (("undo", "1", "--dry-run"), 0),
    "an undo of what others did": (("undo",), 3),
    "a redo of nothing": (("redo",), 3),
    "a question": (("list", "--pair", "AL-XK"), 0),
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_changes_nothing_leaves_no_change_set(name, wbagree, request, history, file):
    arguments, code = NOTHING[name]
    register = request.getfixturevalue("whole" if arguments == ("seed",) else "seeded")
    ran = wbagree(*(file if argument == "FILE" else argument for argument in arguments), db=register)
    assert ran.returncode == code, ran.stderr
    assert history(register) == []


@pytest.mark.parametrize(
    ("again", "code"),
    [(("relate", "AL-XK-2018-1", "amends", KEY), 5), (("import", "FILE"), 0)],
    ids=["relate", "import"],
)
def test_the_same_change_again_is_no_change(again, code, wbagree, seeded, history, file):
    arguments = [file if argument == "FILE" else argument for argument in again]
    for expected in (0, code):
        assert wbagree(*arguments, db=seeded).returncode == expected
        assert len(history(seeded)) == 1


def test_numbers_are_never_given_twice_and_nothing_dangles(wbagree, seeded, history, file):
    for arguments in (
        NEW,
        ("import", file),
        ("undo", "--yes"),
        ("delete", "AL-XK-2026-2", "--yes"),
        ("undo", "4", "--yes"),
    ):
        assert wbagree(*arguments, db=seeded).returncode == 0
    assert [made.number for made, _ in history(seeded)] == [2, 3, 4, 5, 6]
    with closing(sqlite3.connect(seeded)) as register:
        assert register.execute("PRAGMA foreign_key_check").fetchall() == []
        (places,) = register.execute(
            "SELECT count(*) FROM change_set AS c WHERE (SELECT count(*) FROM change WHERE change_set_id = c.id)"
            " <> (SELECT coalesce(max(position) + 1, 0) FROM change WHERE change_set_id = c.id)"
        ).fetchone()
    assert places == 0
