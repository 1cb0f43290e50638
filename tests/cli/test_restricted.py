"""A record marked restricted is shown on a terminal, and leaves the register only when that is asked for."""

import csv
import io
import json

import pytest

KEY = "AL-XK-2012-1"
LEFT_OUT = "1 restricted record is left out; --with-restricted includes what is restricted"


@pytest.fixture
def register(wbagree, seeded):
    """A register in which one record is restricted."""
    ran = wbagree("edit", KEY, "--disclosure", "Restricted", db=seeded)
    assert ran.returncode == 0, ran.stderr
    return seeded


@pytest.mark.parametrize("format_", ["csv", "json", "jsonl", "md"])
def test_an_export_leaves_it_out_and_the_account_says_so(format_, wbagree, register, tmp_path):
    file = tmp_path / f"out.{format_}"
    ran = wbagree("export", "--pair", "AL-XK", str(file), db=register)
    assert (ran.returncode, LEFT_OUT in ran.stderr) == (0, True)
    assert KEY not in file.read_text(encoding="utf-8")
    ran = wbagree("export", "--pair", "AL-XK", "--with-restricted", str(file), db=register)
    assert LEFT_OUT not in ran.stderr
    assert KEY in file.read_text(encoding="utf-8")
    assert "restricted" in file.read_text(encoding="utf-8")


def test_a_brief_is_made_without_it(wbagree, register):
    ran = wbagree("brief", "AL-XK", db=register)
    assert LEFT_OUT in ran.stderr
    assert KEY not in ran.stdout
    assert "39 instruments of their own" in ran.stdout
    assert KEY in wbagree("brief", "AL-XK", "--with-restricted", db=register).stdout


@pytest.mark.parametrize(
    "command",
    [
        ("list", "--pair", "AL-XK"), ("search", "patrols"), ("due", "--pair", "AL-XK"), ("summary", "--pair", "AL-XK"),
        ("matrix", "--pair", "AL-XK", "--by", "type"), ("timeline", "--pair", "AL-XK"), ("check", "--pair", "AL-XK"),
        ("summary", "--by", "assessment", "--pair", "AL-XK"), ("matrix", "--gaps", "--pair", "AL-XK"),
    ],
)  # fmt: skip
def test_what_leaves_the_terminal_is_without_it(command, at_terminal, wbagree, register):
    piped = wbagree(*command, "--format", "csv", db=register)
    assert LEFT_OUT in piped.stderr
    assert KEY not in piped.stdout
    whole = wbagree(*command, "--format", "csv", "--with-restricted", db=register)
    assert LEFT_OUT not in whole.stderr
    screen = at_terminal(*command, db=register, columns=160).text
    assert LEFT_OUT not in screen
    if command[0] in ("list", "search", "due"):
        assert KEY in whole.stdout
        assert KEY in screen


def test_counts_are_those_of_what_is_told(wbagree, register):
    def records(*options):
        ran = wbagree("summary", "--pair", "AL-XK", "--format", "json", *options, db=register)
        return json.loads(ran.stdout)[-1]["records"]

    assert (records(), records("--with-restricted")) == (39, 40)


def test_the_mark_comes_back_from_an_export_and_can_be_taken_off(wbagree, register, tmp_path):
    file, other = tmp_path / "out.csv", tmp_path / "other.db"
    wbagree("export", "--with-restricted", str(file), db=register)
    assert wbagree("import", str(file), db=other).returncode == 0
    again = wbagree("export", "--with-restricted", "--format", "csv", db=other).stdout
    assert again.encode() == file.read_bytes()
    assert sum(row["disclosure"] == "restricted" for row in csv.DictReader(io.StringIO(again))) == 1
    wbagree("edit", KEY, "--disclosure", "public", db=register)
    ran = wbagree("export", "--format", "csv", db=register)
    assert ran.stdout.splitlines()[0].count("disclosure") == 0
    assert "left out" not in ran.stderr


def test_any_other_word_is_refused(wbagree, register):
    ran = wbagree("edit", KEY, "--disclosure", "secret", db=register)
    assert (ran.returncode, "'secret' is none of public, restricted" in ran.stderr) == (4, True)


REFUSED = "AL-XK-2012-1 is marked restricted and would leave the terminal"


@pytest.mark.parametrize(
    "command",
    [("show", KEY), ("show", KEY, "--format", "json"), ("show", KEY, "--as-recorded", "2099"), ("cite", KEY)],
)
def test_asked_for_by_its_key_it_does_not_go_through_a_pipe(command, at_terminal, wbagree, register):
    piped = wbagree(*command, db=register)
    assert (piped.returncode, piped.stdout) == (2, "")
    assert REFUSED in piped.stderr
    assert "--with-restricted" in piped.stderr
    assert "patrols" in wbagree(*command, "--with-restricted", db=register).stdout.lower()
    assert "patrols" in at_terminal(*command, db=register, columns=160).text.lower()


def test_a_citation_of_it_is_written_to_no_file(wbagree, register, tmp_path):
    file = tmp_path / "refs.bib"
    assert wbagree("cite", "AL-XK-2018-1", KEY, "--output", str(file), db=register).returncode == 2
    assert not file.exists()


def test_it_does_not_leave_as_it_stood_before_it_was_restricted(wbagree, register):
    ran = wbagree("show", KEY, "--as-recorded", "2099-01-01", db=register)
    assert (ran.returncode, REFUSED in ran.stderr) == (2, True)


@pytest.mark.parametrize("command", [("show", "AL-XK-2018-1"), ("export", "--pair", "AL-XK", "--format", "md")])
def test_another_record_does_not_tell_its_title(command, wbagree, register):
    title = json.loads(wbagree("show", KEY, "--format", "json", "--with-restricted", db=register).stdout)["title"]
    wbagree("relate", "AL-XK-2018-1", "implements", KEY, db=register)
    wbagree("relate", KEY, "supplements", "AL-XK-2018-1", db=register)
    out = " ".join(wbagree(*command, db=register).stdout.split())
    assert f"implements {KEY} (restricted)" in out.replace("\\", "")
    assert "supplemented by" not in out
    assert title not in out
    assert title in " ".join(wbagree(*command, "--with-restricted", db=register).stdout.split())


@pytest.mark.parametrize("deleted", [False, True])
def test_its_history_stays_on_the_terminal(deleted, at_terminal, wbagree, register):
    wbagree("edit", KEY, "--notes", "Of the secret annex.", db=register)
    if deleted:
        wbagree("delete", KEY, "--yes", db=register)
    for command in (("history", KEY, "--format", "json"), ("history", "--format", "json"), ("history", KEY)):
        ran = wbagree(*command, db=register)
        assert ran.returncode == 0
        assert "secret annex" not in ran.stdout
        assert "of restricted records are left out; --with-restricted includes what is restricted" in ran.stderr
        assert "secret annex" in wbagree(*command, "--with-restricted", db=register).stdout
    assert "secret annex" in at_terminal("history", KEY, db=register, columns=200).text
