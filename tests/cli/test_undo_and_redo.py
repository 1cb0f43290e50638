"""``undo`` and ``redo`` never surprise: one's own last change, shown, asked about when it is much, and brought back."""

import csv
import io
import json

import pytest
import seed_data

KEY = "AL-XK-2012-1"
LIST = "Title,Parties,Date signed\nTreaty on mountain rescue,AL;XK,2012-07-29\nAgreement on beekeeping,AL;ME,2009-03\n"
DRITA, ZORAN = {"WBAGREE_USER": "Drita"}, {"WBAGREE_USER": "Zoran"}


@pytest.fixture
def edit(wbagree, seeded):
    """Change one field of a record, as a person."""

    def change(name, value, who=DRITA):
        ran = wbagree("edit", KEY, f"--{name}", value, db=seeded, env=who)
        assert ran.returncode == 0, ran.stderr

    return change


@pytest.fixture
def run(wbagree, seeded):
    """Run a command as a person; its code and what it said."""

    def ran(*arguments, who=DRITA):
        done = wbagree(*arguments, db=seeded, env=who)
        assert "Traceback" not in done.stderr
        return done.returncode, done.stderr

    return ran


@pytest.fixture
def fields(stored, seeded):
    """Place and notes of the record."""
    return lambda: tuple(stored(KEY, seeded)[name] for name in ("place", "notes"))


def test_undo_undo_redo_redo_is_as_before_and_nothing_is_left_to_redo(edit, run, fields):
    first = fields()
    edit("place", "A")
    between = fields()
    edit("notes", "B")
    last = fields()
    for command, state in (("undo", between), ("undo", first), ("redo", between), ("redo", last)):
        code, message = run(command)
        assert (code, fields()) == (0, state), message
    assert run("redo") == (3, "wbagree: Nothing of yours to redo.\n")


def test_the_sentence_says_what_was_undone_and_how_to_redo_it(edit, run):
    edit("place", "A")
    _, message = run("undo")
    shown, sentence = message.split("Undone: ")
    assert shown.startswith("Undo of change set 2, by Drita, ")
    assert shown.endswith(f": edit {KEY} --place A\n{KEY} changed\n  place: A → Pristina\n")
    assert sentence == f"edit of {KEY}. To redo: wbagree redo\n"
    assert run("redo")[1].endswith(f"Redone: edit of {KEY}. To undo: wbagree undo 4\n")
    assert run("undo", "4")[0] == 0


def test_undo_redo_undo_counts_as_undone_everywhere(edit, run, wbagree, seeded):
    edit("place", "A")
    edit("notes", "B")
    for arguments in (("undo",), ("undo", "4"), ("undo",)):
        assert run(*arguments)[0] == 0
    history = {one["number"]: one for one in json.loads(wbagree("history", "--format", "json", db=seeded).stdout)}
    assert (history[3]["undone_by"], history[4]["undone_by"], history[2]["undone_by"]) == (6, 5, None)
    assert "Undone: edit" in run("undo")[1]
    code, message = run("undo")
    assert (code, message) == (
        3, "wbagree: Nothing of yours to undo.\n  To undo the bundled agreements: wbagree undo 1\n"
    )  # fmt: skip


def test_after_a_new_change_there_is_nothing_to_redo(edit, run):
    edit("place", "A")
    run("undo")
    edit("notes", "B")
    code, message = run("redo")
    assert (code, "Nothing of yours to redo" in message) == (3, True)
    assert "To undo that undo: wbagree undo 3" in message
    run("undo")
    assert run("redo")[0] == 0
    assert run("redo")[0] == 3


def test_a_field_that_was_changed_since_is_left_and_the_others_are_undone(edit, run, seeded, stored, fields):
    run("edit", KEY, "--place", "Mine", "--notes", "Mine", "--signatory", "AL: MoI")
    old = stored(KEY, seeded)["signatories"]
    edit("place", "Theirs", who=ZORAN)
    code, message = run("undo")
    assert (code, fields()[0]) == (0, "Theirs")
    assert fields()[1].startswith("English rendering")
    assert stored(KEY, seeded)["signatories"] != old
    assert f"{KEY} left in part: place changed again by change set 3 (Zoran)\n" in message
    assert f"To undo that all the same: wbagree undo 2 --force\nUndone in part (1 left): edit of {KEY}. " in message
    run("redo")
    assert (fields(), stored(KEY, seeded)["signatories"]) == (("Theirs", "Mine"), old)
    run("undo")
    assert "Undone: edit" in run("undo", "2", "--force")[1]
    assert fields()[0] == "Pristina"


OTHER_CHANGES = {
    "contact-1": (
        ("contacts", "add", "--party", "XK", "--institution", "Police", "--unit", "Desk"),
        ("contacts", "edit", "contact-1", "--unit", "Mine", "--channel", "SIENA"),
        ("contacts", "edit", "contact-1", "--unit", "Theirs"),
    ),
    "tally-1": (
        ("tallies", "add", "--about", "a", "--total", "1", "--by", "b", "--on", "2020", "--source", "s"),
        ("tallies", "edit", "tally-1", "--total", "2", "--notes", "Mine"),
        ("tallies", "edit", "tally-1", "--total", "3"),
    ),
    "selec/XK": (
        ("frameworks", "member", "selec", "XK", "--standing", "observer"),
        ("frameworks", "member", "selec", "XK", "--joined", "2014", "--note", "Mine"),
        ("frameworks", "member", "selec", "XK", "--joined", "2015"),
    ),
    "selec": (
        ("frameworks", "edit", "selec", "--seat", "Skopje"),
        ("frameworks", "edit", "selec", "--seat", "Mine", "--notes", "Mine"),
        ("frameworks", "edit", "selec", "--seat", "Theirs"),
    ),
}


@pytest.mark.parametrize("key", OTHER_CHANGES)
def test_a_field_of_anything_else_is_left_just_so(key, run, wbagree, seeded):
    first, mine, theirs = OTHER_CHANGES[key]
    for command, who in ((first, DRITA), (mine, DRITA), (theirs, ZORAN)):
        code, message = run(*command, who=who)
        assert code == 0, message
    code, message = run("undo")
    assert (code, f"{key} left in part: " in message, "Undone in part" in message) == (0, True, True), message
    (undo, *_) = json.loads(wbagree("history", "5", "--format", "json", db=seeded).stdout)
    (change,) = undo["changes"]
    assert len(change["fields"]) == 1
    assert "Theirs" not in str(change)


def test_undo_redo_and_their_dry_runs_show_the_same_from_now_to_then(edit, run, wbagree, seeded):
    edit("place", "A")
    for command, line in (("undo", "A → Pristina"), ("redo", "Pristina → A"), ("undo", "A → Pristina")):
        trial = wbagree(command, "--dry-run", db=seeded, env=DRITA).stdout
        message = run(command)[1]
        assert f"{KEY} changed\n  place: {line}\n" in trial
        assert message.startswith(trial)
        assert trial.startswith(f"{command.capitalize()} of change set 2, by Drita, ")


@pytest.mark.usefixtures("listed")
def test_before_a_question_is_shown_what_would_be_left(at_terminal, run, seeded):
    run("edit", "AL-ME-2009-2", "--place", "Mine", who=ZORAN)
    screen = at_terminal("undo", db=seeded, typed=("y",), columns=200, **DRITA)
    shown, _, after = screen.text.partition("Undo import of list.csv (2 agreements added)? [y/N]")
    assert "AL-XK-2012-2 deleted: Treaty on mountain rescue\n" in shown
    assert "AL-ME-2009-2 left: changed again by change set 3 (Zoran)\n" in shown
    assert "AL-ME-2009-2" not in after
    assert "Undone in part (1 left)" in after


@pytest.mark.usefixtures("listed")
def test_what_was_changed_while_it_was_asked_is_not_undone(at_terminal, run, seeded):
    def meanwhile():
        assert run("edit", "AL-ME-2009-2", "--place", "Theirs", who=ZORAN)[0] == 0

    screen = at_terminal("undo", db=seeded, typed=("y",), meanwhile=meanwhile, columns=200, **DRITA)
    assert "What was shown was changed meanwhile; nothing was undone." in screen.text
    assert screen.returncode == 4
    assert run("show", "AL-XK-2012-2")[0] == 0


def test_what_others_did_is_not_taken_back_by_mine(edit, run, fields):
    edit("notes", "Mine")
    edit("place", "Theirs", who=ZORAN)
    run("undo")
    assert fields()[0] == "Theirs"
    assert run("undo")[0] == 3
    code, message = run("redo", who=ZORAN)
    assert (code, "Nothing of yours" in message) == (3, True)
    code, message = run("undo", "3")
    assert (code, "Undo of change set 3, by Zoran, " in message, fields()[0]) == (0, True, "Pristina")


def test_the_same_field_of_two_people_is_left_and_the_way_out_is_said(edit, run, fields):
    edit("notes", "Earlier")
    edit("place", "Mine")
    edit("place", "Theirs", who=ZORAN)
    before = fields()
    code, message = run("undo")
    assert (code, fields()) == (0, before)
    assert f"{KEY} left: place changed again by change set 4 (Zoran)\n" in message
    assert "To undo that all the same: wbagree undo 3 --force\n" in message
    assert f"Nothing was undone: edit of {KEY}.\nAn earlier change of yours: wbagree undo 2\n" in message
    run("undo", "3", "--force")
    assert fields() == ("Pristina", "Earlier")
    run("redo")
    assert fields() == before


def test_a_change_under_a_forced_undo_goes_with_it_and_nothing_sticks(edit, run, fields):
    first = fields()
    for place in ("A", "B", "C"):
        edit("place", place)
    run("undo", "2", "--force")
    assert fields() == first
    for _ in range(2):
        code, message = run("undo")
        assert (code, "it made no difference any more" in message, fields()) == (0, True, first)
    assert run("undo")[0] == 3
    for _ in range(3):
        assert run("redo")[0] == 0
    assert fields()[0] == "C"


@pytest.fixture
def listed(wbagree, seeded, file):
    """A register into which LIST was imported by Drita, and its file."""
    path = file(LIST)
    assert wbagree("import", path, db=seeded, env=DRITA).returncode == 0
    return path


@pytest.mark.usefixtures("listed")
def test_an_import_is_undone_with_a_yes_only(run, seeded):
    before = seeded.read_bytes()
    assert run("undo") == (
        2,
        "wbagree: Undo import of list.csv (2 agreements added)?\n  Add --yes to undo without confirmation.\n",
    )
    assert seeded.read_bytes() == before
    code, message = run("undo", "--yes")
    assert (code, "Undone: import of list.csv (2 agreements added). To redo: wbagree redo\n" in message) == (0, True)


@pytest.mark.usefixtures("listed")
def test_an_import_is_redone_with_a_yes_only_whichever_command_does_it(run, seeded):
    run("undo", "--yes")
    question = "Redo import of list.csv (2 agreements added)?\n  Add --yes to redo without confirmation.\n"
    for command in (("redo",), ("undo", "3")):
        before = seeded.read_bytes()
        assert run(*command) == (2, f"wbagree: {question}")
        assert seeded.read_bytes() == before
        assert run(*command, "--dry-run")[0] == 0
    assert "Redone: import of list.csv" in run("redo", "--yes")[1]


@pytest.mark.usefixtures("listed")
def test_at_a_terminal_it_is_asked_before_a_redo_too(at_terminal, run, seeded):
    run("undo", "--yes")
    for answer, code, keys in (("n", 130, False), ("y", 0, True)):
        screen = at_terminal("redo", db=seeded, typed=(answer,), columns=200, WBAGREE_USER="Drita")
        assert "Redo import of list.csv (2 agreements added)? [y/N]" in screen.text
        assert screen.returncode == code
        assert (at_terminal("show", "AL-ME-2009-2", db=seeded).returncode == 0) is keys


@pytest.mark.usefixtures("listed")
def test_at_a_terminal_it_is_asked(at_terminal, seeded):
    for answer, code, keys in (("n", 130, True), ("y", 0, False)):
        screen = at_terminal("undo", db=seeded, typed=(answer,), columns=200, WBAGREE_USER="Drita")
        assert "Undo import of list.csv (2 agreements added)? [y/N]" in screen.text
        assert screen.returncode == code
        assert (at_terminal("show", "AL-ME-2009-2", db=seeded).returncode == 0) is keys


def test_many_agreements_and_the_seed_are_asked_about_and_few_are_not(run, wbagree, seeded):
    keys = wbagree("list", "--columns", "key", "--format", "csv", db=seeded).stdout.split()[1:]
    run("delete", *keys[:11], "--yes")
    assert run("undo")[1].startswith("wbagree: Undo deletion (11 agreements deleted)?\n")
    assert run("undo", "--yes")[0] == 0
    assert run("redo")[1].startswith("wbagree: Redo deletion (11 agreements deleted)?\n")
    assert run("redo", "--yes")[0] == 0
    assert run("undo", "--yes")[0] == 0
    run("delete", *keys[:10], "--yes")
    assert run("undo")[0] == 0
    code, message = run("undo", "1")
    assert (code, message.startswith(f"wbagree: Undo seed ({len(seed_data.some())} agreements added, ")) == (2, True)


def test_an_import_that_was_undone_redone_and_undone_is_imported_again(listed, run, wbagree, seeded):
    for arguments in (("undo", "--yes"), ("redo", "--yes"), ("undo", "--yes")):
        assert run(*arguments)[0] == 0
    (batch, _) = json.loads(wbagree("imports", "--format", "json", db=seeded).stdout)
    assert batch["undone_by"] == "5"
    code, message = run("show", "AL-ME-2009-2")
    assert (code, "it was undone by change set 5; wbagree undo 5 brings it back" in message) == (3, True)
    assert "2 rows read: 2 new" in run("import", listed)[1]


def test_a_deletion_that_is_redone_is_a_deletion_again(run):
    run("delete", KEY, "--yes")
    run("undo")
    assert run("show", KEY)[0] == 0
    run("redo")
    assert "it was deleted on 20" in run("show", KEY)[1]
    assert f"{KEY} skipped: deleted here" in run("seed")[1]


def test_what_was_deleted_since_says_what_brings_it_back(edit, run):
    edit("place", "A")
    run("delete", KEY, "--yes", who=ZORAN)
    _, message = run("undo")
    assert f"{KEY} left: it was deleted since by change set 3 (Zoran); wbagree undo 3 brings it back\n" in message
    assert "Nothing was undone" in message
    assert run("undo", "3")[0] == 0
    assert "Undone" in run("undo")[1]


@pytest.mark.usefixtures("listed")
def test_a_dry_run_and_the_history_of_a_number_show_every_field(edit, run, wbagree, seeded):
    edit("place", "A")
    trial = wbagree("undo", "--dry-run", "--format", "csv", db=seeded, env=DRITA)
    rows = [(row["key"], row["change"], row["field"], row["before"], row["after"])
            for row in csv.DictReader(io.StringIO(trial.stdout))]  # fmt: skip
    assert rows == [(KEY, "edit", "place", "A", "Pristina")]
    assert trial.stderr == f"Would be undone: edit of {KEY}.\n"
    (change_set,) = json.loads(wbagree("history", "2", "--format", "json", db=seeded).stdout)
    assert [(one["key"], one["kind"]) for one in change_set["changes"]] == [
        ("AL-XK-2012-2", "add"),
        ("AL-ME-2009-2", "add"),
    ]
    assert change_set["changes"][1]["fields"]["signed"] == ["", "2009-03"]
    text = wbagree("history", "3", db=seeded).stdout
    assert text.endswith(f": edit {KEY} --place A\n{KEY} changed\n  place: Pristina → A\n")
    run("undo")
    trial = wbagree("redo", "--dry-run", db=seeded, env=DRITA)
    assert f"{KEY} changed\n  place: Pristina → A\n" in trial.stdout
    assert wbagree("history", "99", db=seeded).returncode == 3


def test_what_is_restricted_stays_on_the_terminal(run, wbagree, seeded):
    run("add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "mla", "--signed", "2020", "--title", "Hush hush",
        "--disclosure", "restricted")  # fmt: skip
    for arguments in (("history", "2"), ("undo", "--dry-run"), ("undo", "--dry-run", "--format", "json")):
        ran = wbagree(*arguments, db=seeded, env=DRITA)
        assert "Hush" not in ran.stdout + ran.stderr
        ran = wbagree(*arguments, "--with-restricted", db=seeded, env=DRITA)
        assert "Hush hush" in ran.stdout
    run("edit", KEY, "--disclosure", "restricted", "--notes", "Hush hush")
    trial = wbagree("undo", "--dry-run", db=seeded, env=DRITA)  # it would be public again
    assert "Hush" not in trial.stdout
    run("undo")
    code, message = run("undo")
    assert (code, "Hush" in message) == (0, False)
    assert "Hush" not in run("redo")[1]


def test_what_was_shown_is_undone_or_nothing(at_terminal, run, fields, file, seeded, tmp_path):
    """While the question is asked a copy is put back, with which numbers are given anew."""
    copy = str(tmp_path / "copy.db")
    assert run("db", "backup", copy)[0] == 0
    assert run("import", file(LIST), "--on-duplicate", "add")[0] == 0

    def meanwhile():
        assert run("db", "restore", copy, "--yes", who=ZORAN)[0] == 0
        assert run("edit", KEY, "--place", "Prizren", who=ZORAN)[0] == 0

    screen = at_terminal("undo", db=seeded, typed=("y",), meanwhile=meanwhile, columns=200, **DRITA)
    assert "change set 2 is no longer what was shown: a copy was put back meanwhile" in screen.text
    assert (screen.returncode, fields()[0]) == (4, "Prizren")


def test_what_was_shown_is_deleted_or_nothing(at_terminal, edit, fields, seeded):
    screen = at_terminal("delete", KEY, db=seeded, typed=("y",), meanwhile=lambda: edit("place", "Prizren"))
    assert f"{KEY} was changed meanwhile; nothing was deleted" in screen.text
    assert (screen.returncode, fields()[0]) == (4, "Prizren")
