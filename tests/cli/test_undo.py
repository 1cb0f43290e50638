"""``wbagree imports`` and ``wbagree undo``: the account of what was taken in, and taking it back."""

import csv
import hashlib
import io
import json

import pytest

LIST = "Title,Parties,Date signed\nExtradition treaty,AL;XK,2012-07-29\nAgreement on readmission,AL;ME,2009-03\n"


@pytest.fixture
def listed(wbagree, empty, tmp_path):
    """A register into which LIST was imported by Drita."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    ran = wbagree("import", str(tmp_path / "list.csv"), db=empty, env={"WBAGREE_USER": "Drita"})
    assert ran.returncode == 0, ran.stderr
    return empty


@pytest.fixture
def keys(wbagree):
    """The keys in a register."""

    def found(db):
        return sorted(wbagree("list", "--columns", "key", "--format", "csv", db=db).stdout.split()[1:])

    return found


def test_the_batches_are_listed_the_latest_first_with_counts_that_add_up(wbagree, listed, tmp_path):
    longer = tmp_path / "longer.csv"
    longer.write_text(LIST + "Agreement on customs,AL;RS,2015\nNo date,AL;RS,2015-13\n", encoding="utf-8")
    wbagree("import", str(longer), "--skip-invalid", db=listed)
    batches = json.loads(wbagree("imports", "--format", "json", db=listed).stdout)
    numbers = ("rows_read", "new", "updated", "unchanged", "left_alone", "refused")
    assert [[batch["file"], *(batch[name] for name in numbers)] for batch in batches] == [
        ["longer.csv", 4, 1, 0, 2, 0, 1],
        ["list.csv", 2, 2, 0, 0, 0, 0],
    ]
    for batch in batches:
        assert batch["rows_read"] == sum(batch[name] for name in numbers[1:])
    assert (batches[1]["batch"], batches[1]["by"], batches[1]["undone_by"]) == (1, "Drita", "")
    assert batches[1]["checksum"] == hashlib.sha256(LIST.encode()).hexdigest()


def test_the_batches_are_a_table_and_csv(wbagree, listed):
    line = wbagree("imports", db=listed).stdout.splitlines()[1].split()
    assert [*line[:1], *line[2:]] == ["1", "Drita", "list.csv", "2", "2", "0", "0", "0", "0"]
    (row,) = csv.DictReader(io.StringIO(wbagree("imports", "--format", "csv", db=listed).stdout))
    assert (row["batch"], row["file"], row["rows_read"]) == ("1", "list.csv", "2")


def test_a_register_without_batches_says_so(wbagree, empty):
    ran = wbagree("imports", db=empty)
    assert (ran.returncode, ran.stderr) == (0, "No imports yet.\n")


def test_the_last_change_is_taken_back_and_the_account_says_so(wbagree, listed, keys):
    trial = wbagree("undo", "1", "--dry-run", db=listed)
    assert trial.stderr == "Would be undone: import of list.csv (2 agreements added).\n"
    assert keys(listed) == ["AL-ME-2009-1", "AL-XK-2012-1"]
    ran = wbagree("undo", "1", "--yes", db=listed)
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.startswith("Undo of change set 1, by Drita, ")
    assert ran.stderr.endswith("\nUndone: import of list.csv (2 agreements added). To redo: wbagree redo\n")
    assert keys(listed) == []
    (batch,) = json.loads(wbagree("imports", "--format", "json", db=listed).stdout)
    assert batch["undone_by"] == "2"
    assert wbagree("db", "check", db=listed).returncode == 0


def test_an_undone_list_is_taken_in_again_under_new_keys(wbagree, listed, keys, tmp_path):
    wbagree("undo", "1", "--yes", db=listed)
    assert "2 rows read: 2 new" in wbagree("import", str(tmp_path / "list.csv"), db=listed).stderr
    assert keys(listed) == ["AL-ME-2009-2", "AL-XK-2012-2"]


def test_an_undo_is_undone_by_its_number(wbagree, listed, keys):
    wbagree("undo", "1", "--yes", db=listed)
    ran = wbagree("undo", "2", "--yes", db=listed)
    assert ran.returncode == 0, ran.stderr
    assert keys(listed) == ["AL-ME-2009-1", "AL-XK-2012-1"]
    (batch,) = json.loads(wbagree("imports", "--format", "json", db=listed).stdout)
    assert batch["undone_by"] == ""


def test_what_was_edited_since_is_named_and_left(wbagree, listed, keys):
    wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", db=listed)
    ran = wbagree("undo", "1", "--yes", db=listed)
    assert ran.returncode == 0
    assert "AL-XK-2012-1 left: changed again by change set 2" in ran.stderr
    assert (
        "\nTo undo that all the same: wbagree undo 1 --force\nUndone in part (1 left): import of list.csv" in ran.stderr
    )
    assert keys(listed) == ["AL-XK-2012-1"]


def test_what_was_edited_since_is_taken_back_by_force(wbagree, listed, keys):
    wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", db=listed)
    assert "Undone: import of list.csv" in wbagree("undo", "1", "--force", "--yes", db=listed).stderr
    assert keys(listed) == []


def test_the_same_is_not_taken_back_twice(wbagree, listed):
    assert wbagree("undo", "1", "--yes", db=listed).returncode == 0
    before = listed.read_bytes()
    ran = wbagree("undo", "1", "--yes", db=listed)
    assert (ran.returncode, ran.stdout) == (5, "")
    assert "change set 1 was taken back already, by change set 2" in ran.stderr
    assert listed.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("abc", "wbagree history lists them"),
        ("0", "wbagree history lists them"),
        ("1²", "wbagree history lists them"),
        ("9" * 5000, "wbagree history lists them"),
        ("al-xk-2012-1", "wbagree history AL-XK-2012-1 lists the changes of AL-XK-2012-1"),
        ("selec", "wbagree history selec lists the changes of selec"),
    ],
)
def test_what_is_no_number_is_said_and_a_key_has_its_history(text, hint, wbagree, seeded):
    ran = wbagree("undo", text, db=seeded)
    assert (ran.returncode, ran.stderr) == (
        2, f"wbagree: {text!r} is not the number of a change set\n  {hint}\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("list", "--limit", "abc"), "'abc' is not a whole number."),
        (("list", "--limit", "-1"), "-1 is too small: 0 is the least."),
        (("contacts", "due", "--months", "1201"), "--months: 1201 is too long. Use 1200 months at most."),
        (("import", "l.csv", "--header", "0"), "0 is too small: 1 is the least."),
    ],
)
def test_what_numbers_there_may_be_is_said_in_words(arguments, sentence, wbagree, seeded):
    ran = wbagree(*arguments, db=seeded)
    assert (ran.returncode, sentence in ran.stderr) == (2, True), ran.stderr
    assert "<=" not in ran.stderr + wbagree(arguments[0], "--help", db=seeded).stdout


@pytest.mark.parametrize(("number", "code"), [([], 3), (["7"], 3), (["-1"], 2), (["x"], 2)])
def test_what_is_not_there_is_not_taken_back(number, code, wbagree, empty):
    ran = wbagree("undo", *number, db=empty)
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr


def test_an_edit_and_a_deletion_are_taken_back(wbagree, seeded):
    before = wbagree("export", "--format", "csv", db=seeded).stdout
    wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", db=seeded)
    wbagree("delete", "AL-XK-2018-1", "--yes", db=seeded)
    for number in (3, 2):
        assert f"Undo of change set {number}, " in wbagree("undo", db=seeded).stderr
    assert wbagree("export", "--format", "csv", db=seeded).stdout == before


def framework_json(wbagree, db, name):
    return wbagree("frameworks", "show", name, "--format", "json", db=db).stdout


def test_undoing_a_framework_does_not_lose_the_members_stated_since(wbagree, empty):
    wbagree("frameworks", "add", "our-net", "--name", "Our net", "--kind", "network", db=empty)
    wbagree("frameworks", "member", "our-net", "AL", "--joined", "2014", db=empty)
    whole = framework_json(wbagree, empty, "our-net")
    ran = wbagree("undo", "1", db=empty)
    assert "our-net left: it is needed by what was stated since: our-net/AL" in ran.stderr
    assert framework_json(wbagree, empty, "our-net") == whole
    assert wbagree("undo", "1", "--force", db=empty).returncode == 0
    assert wbagree("frameworks", "show", "our-net", db=empty).returncode == 3
    assert wbagree("undo", "3", db=empty).returncode == 0
    assert framework_json(wbagree, empty, "our-net") == whole


def test_a_membership_does_not_come_back_to_a_framework_that_is_gone(wbagree, empty):
    wbagree("frameworks", "add", "our-net", "--name", "Our net", "--kind", "network", db=empty)
    wbagree("frameworks", "member", "our-net", "AL", db=empty)
    wbagree("frameworks", "member", "our-net", "AL", "--remove", db=empty)
    wbagree("undo", "1", db=empty)
    ran = wbagree("undo", "3", db=empty)
    assert (ran.returncode, "our-net/AL left: the framework our-net is not here" in ran.stderr) == (0, True)


@pytest.mark.parametrize("undone", [("1", "2"), ("1", "2", "3", "4")])
def test_what_was_taken_back_and_restored_is_still_what_the_bundled_register_says(undone, wbagree, whole):
    for number in undone:
        assert wbagree("undo", number, "--yes", db=whole).returncode == 0
    ran = wbagree("seed", db=whole)
    assert "skipped" not in ran.stderr
    assert "761 unchanged" in ran.stderr


@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999"])
def test_a_number_that_no_change_set_can_have_is_a_usage_error(number, wbagree, seeded):
    ran = wbagree("undo", "--", number, db=seeded)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False)


def test_who_is_at_work_is_one_line_of_text(wbagree, seeded):
    ran = wbagree("edit", "AL-XK-2012-1", "--place", "T", db=seeded, env={"WBAGREE_USER": "a\udcff\nb"})
    assert ran.returncode == 0, ran.stderr
    assert ", by a\ufffd b, " in wbagree("undo", "2", db=seeded).stderr
