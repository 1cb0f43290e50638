"""A record marked restricted is shown on a terminal, and leaves the register only when that is asked for."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing

import pytest

KEY = "AL-XK-2012-1"
LEFT_OUT = "1 restricted agreement is left out (use --with-restricted to see all)"


@pytest.fixture
def register(register_after, tmp_path):
    """A register in which one record is restricted."""
    return shutil.copy(register_after(("edit", KEY, "--disclosure", "Restricted")), tmp_path / "register.db")


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
def test_what_leaves_the_terminal_is_without_it(command, at_terminal, wbagree, register, renew_all):
    renew_all(register)
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
    ran = wbagree("edit", KEY, "--disclosure", "sometimes", db=register)
    assert (ran.returncode, "'sometimes' is none of public, restricted" in ran.stderr) == (4, True)


REFUSED = "AL-XK-2012-1 is restricted"


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


def test_the_relations_that_it_states_are_counted_where_they_are_left_out(at_terminal, wbagree, register, tmp_path):
    one = "1 relation to a restricted agreement is left out (use --with-restricted to see all)"
    wbagree("relate", KEY, "supplements", "AL-XK-2018-1", db=register)
    commands = [
        ("show", "AL-XK-2018-1"), ("show", "AL-XK-2018-1", "--format", "json"),
        ("show", "AL-XK-2018-1", "--as-recorded", "2099"), ("export", "--pair", "AL-XK", "--format", "md"),
        ("export", "--pair", "AL-XK", str(tmp_path / "a.docx")),
        ("report", "--pair", "AL-XK", str(tmp_path / "a.html")),
    ]  # fmt: skip
    for command in commands:
        assert one in wbagree(*command, db=register).stderr, command
        assert one not in wbagree(*command, "--with-restricted", db=register).stderr, command
    assert "relation to a restricted" not in wbagree("show", "AL-XK-2009-1", db=register).stderr
    assert "supplemented by" in at_terminal("show", "AL-XK-2018-1", db=register).text
    wbagree("relate", KEY, "extends", "AL-XK-2018-1", db=register)
    assert "2 relations to restricted agreements are" in wbagree("show", "AL-XK-2018-1", db=register).stderr


def test_the_list_of_changes_counts_those_of_it(wbagree, whole):
    wbagree("edit", KEY, "--disclosure", "restricted", db=whole)
    rows = csv.DictReader(io.StringIO(wbagree("history", "--format", "csv", db=whole).stdout))
    assert [row["changes"] for row in rows] == ["1", "1416"]
    ran = wbagree("history", db=whole)
    assert "edit           1" in ran.stdout
    assert "2 changes of restricted agreements are counted and not shown (use --with-restricted" in ran.stderr
    latest, _ = json.loads(wbagree("history", "--format", "json", db=whole).stdout)
    assert (latest["changes"], latest["left_out"]) == ([], 1)


@pytest.mark.parametrize("deleted", [False, True])
def test_its_history_stays_on_the_terminal(deleted, at_terminal, wbagree, register):
    wbagree("edit", KEY, "--notes", "Of the secret annex.", db=register)
    if deleted:
        wbagree("delete", KEY, "--yes", db=register)
    for command in (("history", KEY, "--format", "json"), ("history", "--format", "json"), ("history", KEY)):
        ran = wbagree(*command, db=register)
        assert ran.returncode == 0
        assert "secret annex" not in ran.stdout
        outcome = "counted and not shown" if "json" in command and KEY not in command else "left out"
        assert f"of restricted agreements are {outcome} (use --with-restricted to see all)" in ran.stderr
        assert "secret annex" in wbagree(*command, "--with-restricted", db=register).stdout
    assert "secret annex" in at_terminal("history", KEY, db=register, columns=200).text


def test_a_check_that_leaves_is_silent_about_the_dates_of_what_is_restricted(at_terminal, wbagree, seeded, tmp_path):
    def add(title, signed, *more):
        ran = wbagree(*("add", "-p", "AL", "-p", "JP", "-f", "treaty", "-t", "mla"), "--title", title,
                      *("--signed", signed, "--source", "A"), *more, db=seeded)  # fmt: skip
        return ran.stdout.strip()

    secret = add("Secret treaty on mail", "1943-07-19", "--disclosure", "restricted")
    public = add("Treaty on fishing", "1940-01-01")
    wbagree("relate", public, "implements", secret, db=seeded)
    file = tmp_path / "check.csv"
    for more in ((), ("--format", "csv"), ("--format", "json"), ("--output", str(file))):
        ran = wbagree("check", "--pair", "AL-JP", *more, db=seeded)
        written = file.read_text(encoding="utf-8") if file.exists() else ""
        assert "1943" not in ran.stdout + ran.stderr + written
        assert "signed later" not in ran.stdout + written
    assert "signed later (1943-07-19)" in wbagree("check", "--pair", "AL-JP", "--with-restricted", db=seeded).stdout
    assert "1943-07-19" in at_terminal("check", "--pair", "AL-JP", db=seeded, columns=200).text


def test_what_was_restricted_when_it_was_deleted_does_not_leave_as_it_stood_before(at_terminal, wbagree, seeded):
    ran = wbagree(*("add", "-p", "AL", "-p", "SE", "-f", "treaty", "-t", "mla", "--title", "Treaty on aviation"),
                  *("--signed", "1935-01-01"), db=seeded)  # fmt: skip
    key = ran.stdout.strip()
    wbagree("edit", key, "--disclosure", "restricted", db=seeded)
    wbagree("delete", key, "--yes", db=seeded)
    with closing(sqlite3.connect(seeded)) as connection, connection:  # one change a year: history counts seconds
        connection.execute("UPDATE change_set SET at = (2020 + id) || '-05-01T00:00:00Z'")
    moment = "2022-12-31"
    piped = wbagree("show", key, "--as-recorded", moment, db=seeded)
    assert (piped.returncode, piped.stdout) == (2, "")
    assert f"{key} is restricted" in piped.stderr
    assert "aviation" not in piped.stderr
    assert "aviation" in wbagree("show", key, "--as-recorded", moment, "--with-restricted", db=seeded).stdout
    assert "aviation" in at_terminal("show", key, "--as-recorded", moment, db=seeded).text


TITLE = "Protocol of cooperation establishing joint patrols"


@pytest.mark.parametrize(
    "command",
    [
        ("delete", KEY, "--yes"),
        ("edit", KEY, "--place", "Prizren", "--dry-run"),
        ("edit", KEY, "--ended", "1999", "--place", "Prizren"),
        ("assess", KEY, "--score", "none", "--note", "Prizren"),
        ("add", "-p", "AL", "-p", "XK", "-f", "protocol", "-t", "joint-patrol", "--signed", "2012-03-10?",
         "--title", "Protocol on joint patrols along the border of the two countries"),
    ],
)  # fmt: skip
def test_messages_that_are_kept_in_a_file_name_it_by_its_key_alone(command, at_terminal, wbagree, register):
    ran = wbagree(*command, db=register)
    assert KEY in ran.stderr or "ended: cannot be stored" in ran.stderr
    for secret in (TITLE, "Prizren", "2012-03-10"):
        assert secret not in ran.stderr
    screen = " ".join(at_terminal(*command, db=register, columns=200).text.split())
    assert "cannot be stored" not in screen
    assert "restricted" not in screen


def test_a_restricted_agreement_that_is_added_is_not_named_in_a_log(wbagree, seeded):
    new = ("add", "-p", "AL", "-p", "SE", "-f", "treaty", "-t", "mla", "--disclosure", "restricted")
    ran = wbagree(*new, "--title", "Treaty on aviation", db=seeded)
    assert (ran.returncode, ran.stderr) == (0, "added AL-SE-nd-1: (restricted)\n")
    ran = wbagree(*new, "--title", "Other", "--signed", "aviation", db=seeded)
    assert (ran.returncode, "aviation" in ran.stderr) == (4, False)
    assert "signed: cannot be stored; the reason is shown on a terminal only (restricted)" in ran.stderr


LIST = """title,form,types,parties,signed,place,disclosure
Protocol on joint patrols on the border,protocol,joint-patrol,AL;XK,2012-03-10,Kukës,
Treaty on aviation,treaty,mla,AL;SE,1935-02-30,Umeå,restricted
Treaty on islands,treaty,mla,AL;SE,1936-02-03,Umeå,restricted
"""


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--preview",), ("--skip-invalid",)])
def test_an_import_that_is_logged_says_nothing_of_what_restricted_rows_and_agreements_say(
    more, at_terminal, wbagree, register, tmp_path
):
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    command = ("import", str(file), "--on-duplicate", "skip", *more)
    ran = wbagree(*command, db=register)
    logged = ran.stdout + ran.stderr
    assert "signed: cannot be stored; the reason is shown on a terminal only (restricted)" in logged
    assert f"Possible duplicate of {KEY}" in logged or f"as {KEY}" in logged or more == ("--preview",)
    for secret in ("aviation", "islands", "1935", "Umeå", TITLE):
        assert secret not in logged
    screen = " ".join(at_terminal(*command, db=register, columns=200).text.split())
    assert "1935-02-30" in screen


def test_a_partial_list_that_is_logged_says_nothing_of_a_restricted_agreement(wbagree, register, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(f"Key,Nënshkruar,Vendi,Vërejtje\n{KEY},31 February 2012,Kukës,\n", encoding="utf-8")
    ran = wbagree("import", str(file), db=register)
    assert (ran.returncode, "31 February" in ran.stderr) == (6, False), ran.stderr


def test_a_check_of_the_file_that_is_logged_quotes_no_restricted_agreement(at_terminal, wbagree, register):
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("UPDATE agreement SET ended = '1999', ended_earliest = '1999-01-01', ended_latest ="
                           " '1999-12-31' WHERE key = ?", (KEY,))  # fmt: skip
    ran = wbagree("db", "check", db=register)
    assert (ran.returncode, "1999" in ran.stderr) == (7, False)
    assert f"{KEY}: ended: cannot be stored; the reason is shown on a terminal only (restricted)" in ran.stderr
    assert "1999 is before it was signed" in " ".join(at_terminal("db", "check", db=register).text.split())


@pytest.mark.parametrize(
    "command", [("db", "check"), ("list", "--with-restricted"), ("show", KEY, "--with-restricted")]
)
def test_a_cell_that_cannot_be_read_is_not_quoted_in_a_log(command, at_terminal, wbagree, register):
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("UPDATE agreement SET in_force = '4.5.2019 Tajgrad' WHERE key = ?", (KEY,))
    ran = wbagree(*command, db=register)
    assert (ran.returncode, "Tajgrad" in ran.stderr) == (7, False)
    assert f"{KEY}: agreement.in_force holds a text, which is not a date" in ran.stderr
    assert "Tajgrad" in at_terminal(*command, db=register, columns=200).text


def test_refused_rows_of_a_restricted_agreement_are_their_owners_alone(wbagree, register, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(f"key,ended\n{KEY},1999\n", encoding="utf-8")
    ran = wbagree("import", str(file), "--skip-invalid", db=register)
    assert "1999" not in ran.stderr
    assert (tmp_path / "list.csv.refused.csv").stat().st_mode & 0o777 == 0o600


def test_undoing_and_redoing_the_edit_that_restricted_says_nothing_of_it_in_a_log(wbagree, seeded):
    wbagree("edit", KEY, "--disclosure", "restricted", "--title", "S3CRET", "--place", "S3CRET", db=seeded)
    logged = []
    histories = (("history", KEY, "--format", "csv"), ("history",), ("history", "2"), ("history", "--format", "json"))
    changing = (("undo",), *histories, ("redo",), *histories, ("undo", "2"), *histories)
    for command in (*changing, ("redo", "--dry-run"), ("undo", "2", "--dry-run")):
        ran = wbagree(*command, db=seeded)
        logged.append(ran.stdout + ran.stderr)
    assert [text for text in logged if "S3CRET" in text] == []
    assert "1 of restricted agreements, shown on a terminal only" in logged[0]
    assert "S3CRET" in wbagree("history", KEY, "--with-restricted", db=seeded).stdout


def test_a_restricted_agreement_that_is_left_by_an_undo_conceals_the_command(wbagree, register, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(f"key,place\n{KEY},P1\nAL-XK-2018-1,P1\n", encoding="utf-8")
    wbagree("import", str(file), "--set", "notes=SECRET", db=register)
    wbagree("edit", KEY, "--place", "P2", "--notes", "Z", db=register)
    ran = wbagree("undo", "3", "--dry-run", db=register)
    assert "--set" not in ran.stdout + ran.stderr
    assert f"{KEY} left: the reason is shown on a terminal only (restricted)" in ran.stderr


@pytest.mark.parametrize("command", [("import", "again.csv", "--restore"), ("seed", "--restore")])
def test_what_was_restricted_when_it_was_deleted_comes_back_restricted(
    command, wbagree, register, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "again.csv").write_text(f"key,title,parties,form,types\n{KEY},T,AL;XK,mou,mla\n", encoding="utf-8")
    wbagree("delete", KEY, "--yes", db=register)
    ran = wbagree(*command, db=register)
    assert f"{KEY} was restricted when it was deleted, and is restricted again" in ran.stderr
    assert wbagree("show", KEY, db=register).returncode == 2
