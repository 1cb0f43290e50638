"""A clock that went back: the order of changes holds, and what their times leave in doubt is said."""

import json
import sqlite3
from contextlib import closing

import pytest

KEY = "AL-XK-2012-1"
NOTE = "note: the clock says"


@pytest.fixture
def edit(wbagree, seeded):
    """Edit the place of the record; the run."""

    def run(place):
        return wbagree("edit", KEY, "--place", place, db=seeded)

    return run


@pytest.fixture
def date(seeded):
    """Give the last change set a time, as a clock that is wrong does."""

    def run(at):
        with closing(sqlite3.connect(seeded)) as register, register:
            register.execute("UPDATE change_set SET at = ? WHERE id = (SELECT max(id) FROM change_set)", (at,))

    return run


@pytest.fixture
def placed(wbagree, seeded):
    """The place of the record, as it is or as it was recorded then; and what was said of it."""

    def run(*then):
        ran = wbagree("show", KEY, "--format", "json", *then, db=seeded)
        return (json.loads(ran.stdout)["place"] if ran.returncode == 0 else None), " ".join(ran.stderr.split())

    return run


def test_a_change_that_is_dated_before_an_earlier_one_is_kept_and_said(edit, date, placed, wbagree, seeded):
    assert NOTE not in edit("One").stderr
    date("2999-01-01T00:00:00Z")
    ran = edit("Two")
    assert ran.returncode == 0
    assert ran.stderr.count(NOTE) == 1
    assert "2999-01-01T00:00:00Z" in ran.stderr
    assert placed()[0] == "Two"
    assert NOTE not in wbagree("edit", KEY, "--place", "Three", "--dry-run", db=seeded).stderr
    assert NOTE not in wbagree("list", db=seeded).stderr


def test_history_and_undo_keep_the_order_of_the_changes(edit, date, placed, wbagree, seeded):
    first = placed()[0]
    for place, at in (
        ("One", "2999-01-01T00:00:00Z"),
        ("Two", "1999-01-01T00:00:00Z"),
        ("Three", "2026-05-01T00:00:00Z"),
    ):
        edit(place)
        date(at)
    history = json.loads(wbagree("history", KEY, "--format", "json", db=seeded).stdout)
    numbers = [one["number"] for one in history]
    assert numbers == sorted(numbers, reverse=True)
    assert [one["changes"][0]["fields"]["place"][1] for one in history[:3]] == ["Three", "Two", "One"]
    for place in ("Two", "One", first):
        assert wbagree("undo", db=seeded).returncode == 0
        assert placed()[0] == place


def test_a_record_as_it_stood_says_which_changes_a_wrong_clock_put_in_doubt(edit, date, placed):
    first = placed()[0]
    date("2020-01-01T00:00:00Z")  # the seed
    for place, at in (("One", "2035-01-01T00:00:00Z"), ("Two", "2026-02-01T00:00:00Z")):
        edit(place)
        date(at)
    assert placed("--as-recorded", "2026-01-15") == (first, "")
    place, note = placed("--as-recorded", "2026-03")
    assert place == first
    assert "note: change set 3 is dated 2026-02-01T00:00:00Z, but was made after one that is dated later than" in note
    assert placed("--as-recorded", "2036") == ("Two", "")


def test_what_was_on_record_by_a_wrong_clock_alone_is_not_denied_without_a_word(date, placed, edit):
    date("2035-01-01T00:00:00Z")  # the seed
    edit("One")
    date("2026-02-01T00:00:00Z")
    place, note = placed("--as-recorded", "2026-03")
    assert place is None
    assert "change set 2 is dated 2026-02-01T00:00:00Z, but was made after" in note
    assert "was not in the register" in note


def test_the_newest_copy_is_kept_when_all_others_are_dated_later(wbagree, earlier, tmp_path):
    register = tmp_path / "register.db"
    register.write_bytes(earlier.read_bytes())
    for number in range(10, 22):
        (tmp_path / f"register-before-import-299901{number}T000000Z.db").write_bytes(b"later")
    ran = wbagree("db", "upgrade", db=register)
    assert ran.returncode == 0, ran.stderr
    (kept,) = tmp_path.glob("register-before-upgrade-*.db")
    assert str(kept) in ran.stderr
    assert len(list(tmp_path.glob("register-before-*.db"))) == 10
