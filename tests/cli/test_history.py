"""``wbagree history`` and ``show --as-recorded``: who changed what, and how a record stood."""

import csv
import io
import json
import re
import sqlite3
from contextlib import closing

import pytest

KEY = "AL-XK-2012-1"
CONTACT = ("--party", "XK", "--institution", "Police", "--unit", "Desk", "--person", "Zana H", "--phone=+383 38")


@pytest.fixture
def dated():
    """Say when the change sets of a register were made, one day each from 2 June 2026 on."""

    def pretend(path):
        with closing(sqlite3.connect(path)) as register, register:
            register.execute("UPDATE change_set SET at = printf('2026-06-%02dT12:00:00Z', id)")

    return pretend


@pytest.fixture
def history_objects(wbagree, seeded):
    """The history as objects."""

    def read(*arguments):
        ran = wbagree("history", *arguments, "--format", "json", db=seeded)
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    return read


def test_every_change_is_told_with_who_when_how_and_each_field(wbagree, seeded, history_objects):
    drita = {"WBAGREE_USER": "Drita"}
    wbagree("edit", KEY, "--place", "Tirana", "--ended", "2020", db=seeded, env=drita)
    wbagree("relate", "AL-XK-2018-1", "amends", KEY, db=seeded)
    (relation, edit) = history_objects("--limit", "2")
    assert (edit["by"], edit["command"]) == ("Drita", f"edit {KEY} --place Tirana --ended 2020")
    (change,) = edit["changes"]
    assert (change["subject"], change["key"], change["kind"]) == ("agreement", KEY, "edit")
    assert change["fields"]["ended"] == ["", "2020"]
    assert change["fields"]["place"][1] == "Tirana"
    assert relation["changes"][0]["fields"] == {"relations": ["", f"amends {KEY}"]}
    assert [one["number"] for one in history_objects()] == [3, 2, 1]


def test_the_history_of_a_key_is_a_line_for_each_field(wbagree, seeded):
    wbagree("edit", KEY, "--place", "Tirana", "--ended", "2020", db=seeded)
    ran = wbagree("history", KEY.lower(), "--format", "csv", db=seeded)
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert [(row["number"], row["change"], row["field"], row["after"]) for row in rows] == [
        ("2", "edit", "place", "Tirana"),
        ("2", "edit", "ended", "2020"),
        ("1", "add", "", ""),
    ]


def test_the_history_of_a_key_says_each_change_once(wbagree, seeded, at_terminal):
    wbagree("edit", KEY, "--place", "Tirana", "--notes", "One\ntwo", db=seeded, env={"WBAGREE_USER": "Drita"})
    wbagree("delete", KEY, "--yes", db=seeded)
    wbagree("undo", db=seeded)
    lines = wbagree("history", KEY.lower(), db=seeded).stdout.splitlines()
    assert [re.sub(r"^[0-9-]{10} [0-9:]{8} UTC, \w+: ", "", line) for line in lines if not line.startswith(" ")] == [
        "undo (change set 4)",
        f"delete {KEY} --yes (change set 3, undone by 4)",
        f"edit {KEY} --place Tirana --notes 'One two' (change set 2)",
        "seed (change set 1)",
    ]
    changes = [line for line in lines if line.startswith(" ")]
    assert [changes[0], changes[1], changes[2], changes[-1]] == [
        "  added",
        "  deleted",
        "  place: Pristina → Tirana",
        "  added",
    ]
    assert changes[3].endswith(" → One two")
    assert len(changes) == 5
    screen = at_terminal("history", KEY, db=seeded, columns=80).text
    assert max(map(len, screen.splitlines())) <= 80
    assert " ".join(screen.split()) == " ".join(" ".join(lines).split())


def test_an_undo_is_a_change_set_and_says_what_it_takes_back(wbagree, seeded, history_objects):
    wbagree("edit", KEY, "--place", "Tirana", db=seeded)
    wbagree("undo", db=seeded)
    undo, edit, _ = history_objects()
    assert (undo["undoes"], edit["undone_by"]) == (2, 3)


def test_frameworks_bring_their_memberships(wbagree, seeded, history_objects):
    wbagree("frameworks", "member", "selec", "XK", "--standing", "observer", db=seeded)
    wbagree("frameworks", "edit", "selec", "--seat", "Sofia", db=seeded)
    changes = [change for one in history_objects("SELEC") for change in one["changes"]]
    assert {"selec", "selec/XK", "selec/AL"} <= {change["key"] for change in changes}
    assert all(change["key"].partition("/")[0] == "selec" for change in changes)


@pytest.mark.parametrize("format_", ["table", "csv", "json", "md"])
def test_persons_are_left_out_unless_they_are_asked_for(format_, wbagree, seeded):
    wbagree("contacts", "add", *CONTACT, db=seeded)
    wbagree("contacts", "edit", "contact-1", "--person", "Other H", "--unit", "Post", db=seeded)
    for options in ((), ("contact-1",)):
        text = wbagree("history", *options, "--format", format_, db=seeded).stdout
        assert "contacts edit contact-1 --person … --unit Post" in text
        assert not any(secret in text for secret in ("Zana", "Other H", "+383"))
    text = wbagree("history", "contact-1", "--with-contacts", "--format", format_, db=seeded).stdout.replace("\\", "")
    assert all(secret in text for secret in ("Zana H", "Other H", "+383 38"))


def test_since_is_a_day_or_a_time_of_the_clock_on_the_wall(wbagree, seeded, dated, history_objects):
    for place in ("Tirana", "Durrës", "Vlorë"):
        wbagree("edit", KEY, "--place", place, db=seeded)
    dated(seeded)
    for since, numbers in (
        ("2026-06-01", [4, 3, 2, 1]), ("2026-06-03", [4, 3]), ("2026-06", [4, 3, 2, 1]), ("3.6.2026", [4, 3]),
        ("2026-06-03T12:00:00+00:00", [4, 3]), ("2026-06-03T12:00:01+00:00", [4]), ("2027", []),
    ):  # fmt: skip
        assert [one["number"] for one in history_objects("--since", since)] == numbers, since
    assert "nothing was changed since 2027" in wbagree("history", "--since", "2027", db=seeded).stderr


def test_a_screen_has_the_last_ones_and_says_so(wbagree, empty):
    wbagree("seed", db=empty)
    for place in range(20):
        wbagree("tallies", "add", "--about", f"a{place}", "--total", "1", "--by", "b", "--on", "2020", "--source", "s",
                db=empty)  # fmt: skip
    ran = wbagree("history", db=empty)
    assert len(ran.stdout.splitlines()) == 21
    assert "the last 20" in ran.stderr
    assert len(wbagree("history", "--limit", "99", db=empty).stdout.splitlines()) == 22


def test_a_record_is_shown_as_it_stood(wbagree, seeded, dated):
    def shown(*options):
        ran = wbagree("show", KEY, "--as-of", "2026-11-01", "--format", "json", *options, db=seeded)
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    states = [shown()]
    for changes in (("--place", "Tirana"), ("--ended", "2020", "--type", "mla"), ("--ended", "", "--notes", "")):
        wbagree("edit", KEY, *changes, db=seeded)
        states.append(shown())
    wbagree("delete", KEY, "--yes", db=seeded)
    dated(seeded)
    before = seeded.read_bytes()
    for day, state in enumerate(states, 1):
        then = shown("--as-recorded", f"2026-06-{day:02}")
        assert then == state
        assert shown("--as-recorded", f"2026-06-{day:02}T12:00:00+00:00") == state
    assert seeded.read_bytes() == before
    assert [state["computed_status"] for state in states] == ["signed", "signed", "ended", "signed"]
    for day in ("2026-05-31", "2026-06-05"):
        ran = wbagree("show", KEY, "--as-recorded", day, db=seeded)
        assert (ran.returncode, "was not in the register" in ran.stderr) == (3, True)


def test_what_was_deleted_was_not_on_record_whatever_undo_made_no_difference_since(wbagree, seeded, dated):
    wbagree("edit", KEY, "--place", "Tirana", db=seeded)
    wbagree("delete", KEY, "--yes", db=seeded)
    forced = wbagree("undo", "2", "--force", "--yes", db=seeded)
    assert forced.returncode == 0, forced.stderr
    dated(seeded)
    ran = wbagree("show", KEY, "--as-recorded", "2026-06-03", db=seeded)
    assert (ran.returncode, "was not in the register" in ran.stderr) == (3, True), ran.stderr
    assert "Tirana" in wbagree("show", KEY, "--as-recorded", "2026-06-02", db=seeded).stdout


def test_a_clock_that_went_back_does_not_turn_the_order(wbagree, seeded):
    for place in ("Tirana", "Durrës", "Vlorë"):
        wbagree("edit", KEY, "--place", place, db=seeded)
    with closing(sqlite3.connect(seeded)) as register, register:
        register.executemany(
            "UPDATE change_set SET at = ? WHERE id = ?",
            [("2026-06-01T12:00:00Z", 1), ("2026-06-02T12:00:00Z", 2), ("2019-01-01T12:00:00Z", 3),
             ("2026-06-04T12:00:00Z", 4)],
        )  # fmt: skip
    text = wbagree("show", KEY, "--as-recorded", "2026-06-03", db=seeded).stdout
    assert "in Durrës" in text


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("history", "AL-XK-1912-1"), 3, "AL-XK-1912-1"),
        (("history", "--since", "soon"), 4, "date 'soon'"),
        (("history", "--since", "12:99"), 4, "is no time"),
        (("show", KEY, "--as-recorded", "12:99"), 4, "is no time"),
        (("show", "AL-XK-1912-1", "--as-recorded", "2026"), 3, "AL-XK-1912-1"),
    ],
)
def test_wrong_input_is_said(arguments, code, sentence, wbagree, seeded):
    ran = wbagree(*arguments, db=seeded)
    assert sentence in ran.stderr
    assert ran.returncode == code


def test_an_empty_history_says_so(wbagree, empty):
    ran = wbagree("history", db=empty)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "nothing was changed yet\n")


def test_an_agreement_whose_key_is_a_number_has_its_history(wbagree, seeded, file):
    wbagree("import", file("key,title,form,types,parties,confidence\n1,Protocol,protocol,mla,AL;XK,low\n"), db=seeded)
    wbagree("edit", "1", "--place", "Prizren", db=seeded)
    ran = wbagree("history", "1", db=seeded)
    assert (ran.returncode, "Prizren" in ran.stdout) == (0, True)
    assert "bundled" not in ran.stdout
