"""``wbagree save`` and ``wbagree saved``: questions that are kept under a name."""

import csv
import io
import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import command_tree
import openpyxl
import pytest

from wbagree.cli.options.saved_questions import QUESTIONS

NAME, QUESTION = "extradition-wb6", ("gaps", "wb6", "extradition")
KEY = "AL-XK-2012-1"


@pytest.fixture
def register(register_after, tmp_path):
    """A register with a saved question."""
    return Path(shutil.copy(register_after(("save", NAME, *QUESTION)), tmp_path / "saved.db"))


@pytest.fixture
def listed(wbagree):
    """The saved questions of a register, by name."""

    def questions(db):
        rows = csv.DictReader(io.StringIO(wbagree("saved", "--format", "csv", db=db).stdout))
        return {row["name"]: row["question"] for row in rows}

    return questions


def test_a_question_is_saved_and_the_answer_is_that_of_the_question(wbagree, seeded, listed):
    ran = wbagree("save", NAME, *QUESTION, db=seeded)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.endswith(
        "extradition-wb6 is saved: gaps wb6 extradition\nTo answer it again: wbagree saved extradition-wb6\n"
    )
    assert listed(seeded) == {NAME: "gaps wb6 extradition"}
    once, again = wbagree(*QUESTION, db=seeded), wbagree("saved", NAME, db=seeded)
    assert (again.returncode, again.stdout) == (0, once.stdout)
    assert again.stderr == f"wbagree gaps wb6 extradition\n{once.stderr}"


def test_more_words_and_options_are_added(wbagree, register, tmp_path):
    typed = wbagree("gaps", "wb6", "extradition", "mla", "--format", "json", db=register)
    ran = wbagree("saved", NAME, "mla", "--format", "json", db=register)
    assert ran.stdout == typed.stdout
    assert ran.stderr.startswith("wbagree gaps wb6 extradition mla --format json\n")
    assert wbagree("saved", "--format", "json", NAME, "mla", db=register).stdout == typed.stdout
    file = tmp_path / "gaps.csv"
    assert wbagree("saved", NAME, str(file), db=register).returncode == 0
    assert file.read_text(encoding="utf-8") == wbagree(*QUESTION, "--format", "csv", db=register).stdout


@pytest.mark.parametrize(
    ("question", "more", "words"),
    [
        (("search", "police", "--", "-season"), ("AL-XK",), ("search", "police", "AL-XK", "--", "-season")),
        (("search", "joint patrol", "-season"), ("--limit", "1"), ("search", "joint patrol", "-season", "-n1")),
        (("AL", "XK", "extradition"), ("--format", "csv"), ("list", "AL", "XK", "extradition", "--format", "csv")),
        (("-t", "extradition"), ("AL-XK",), ("list", "-t", "extradition", "AL-XK")),
        ((KEY,), ("--format", "json"), ("show", KEY, "--format", "json")),
        (("types", "show", "mla"), (), ("types", "show", "mla")),
        (("contacts", "due"), (), ("contacts", "due")),
        (("sql", "SELECT key, title FROM agreements; --"), (), ("sql", "SELECT key, title FROM agreements; --")),
        (("compare", "AL-XK", "2015"), ("2025",), ("compare", "AL-XK", "2015", "2025")),
    ],
    ids=" ".join,
)  # fmt: skip
def test_any_question_is_saved_with_its_words(question, more, words, wbagree, seeded):
    wbagree("save", "any", *question, db=seeded)
    once, again = wbagree(*words, db=seeded), wbagree("saved", "any", *more, db=seeded)
    assert (again.returncode, again.stdout) == (once.returncode, once.stdout)


def test_relative_times_stay_relative(wbagree, seeded, listed):
    assert wbagree("save", "deadlines", "due", "wb6", "6m", db=seeded).returncode == 0
    assert wbagree("save", "recent", "list", "--since", "2y", db=seeded).returncode == 0
    assert listed(seeded) == {"deadlines": "due wb6 6m", "recent": "list --since 2y"}


def test_what_needs_a_file_is_saved_without_one(wbagree, seeded, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, question, file in (
        ("page", ("report", "AL-XK"), "page.html"),
        ("picture", ("plot", "timeline", "AL-XK"), "picture.svg"),
        ("sheet", ("export", "AL-XK"), "sheet.csv"),
        ("meeting", ("brief", "AL", "XK"), "meeting.docx"),
    ):
        ran = wbagree("save", name, *question, db=seeded)
        assert ran.returncode == 0, ran.stderr
        example = "" if name == "meeting" else rf" {name}\.[a-z]+"
        assert re.search(f"To answer it again: wbagree saved {name}{example}\n", ran.stderr)
        assert [path.name for path in tmp_path.iterdir() if name in path.name or "answer" in path.name] == []
        assert wbagree("saved", name, file, db=seeded).returncode == 0
        assert Path(file).stat().st_size > 100


REFUSED = {
    "a command that changes": (("add", "--title", "x"), "'add' answers no question."),
    "an undo": (("undo",), "'undo' answers no question."),
    "a restore": (("db", "restore", "x"), "'db' answers no question."),
    "the full screen": (("browse", "wb6"), "'browse' answers no question."),
    "a saved question": (("saved", "x"), "'saved' answers no question."),
    "a command of a group that changes": (
        ("types", "add", "x", "--group", "crime"),
        "'types add' answers no question.",
    ),
    "a slip for a command": (("gapps", "wb6"), "gaps"),
    "an unknown option": (("gaps", "wb6", "--colour", "red"), "There is no option --colour"),
    "an unknown code": (("list", "--type", "extraditon"), "did you mean extradition"),
    "a slip": (
        ("list", "extraditon"),
        "did you mean 'extradition'?\n  Correct it. To search for it as it is: --text WORD",
    ),
    "a code of no party": (("list", "QQ"), "no party has this code"),
    "words that a command has no use for": (("gaps", "wb6", "prizren"), "gaps take parties, types"),
    "a value that is none": (("list", "--since", "yesteryear"), "yesteryear"),
    "an option without a value": (("list", "--type"), "requires an argument"),
    "a file": (("list", "AL-XK", "out.csv"), "'out.csv' is not saved: you type it each time.\n  Leave it out here"),
    "a file by an option": (
        ("list", "AL-XK", "-o", "out.csv"),
        "'out.csv' is not saved: you type it each time.\n  Leave it out here, and type: wbagree saved any out.csv",
    ),
    "a file by a path": (("brief", "AL-XK", "./meeting"), "'./meeting' is not saved"),
    "a query from stdin": (("sql", "-"), "'-' is not saved"),
    "what is restricted": (("list", "AL-XK", "--with-restricted"), "'--with-restricted' is not saved"),
    "personal data": (("contacts", "list", "--with-contacts"), "'--with-contacts' is not saved"),
    "an acceptance": (("check", "--accept", KEY, "undated"), "--accept changes the register"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_question_is_refused_with_what_to_type(what, wbagree, seeded, listed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    question, sentence = REFUSED[what]
    ran = wbagree("save", "any", *question, db=seeded)
    assert ran.returncode in (2, 3, 4), ran.stderr
    assert sentence in ran.stderr
    assert listed(seeded) == {}
    assert sorted(tmp_path.rglob("*")) == before


def test_every_command_answers_a_question_or_cannot_be_saved():
    others = {"browse", "save", "saved", "add", "edit", "relate", "assess", "act", "delete", "undo", "redo", "import",
              "db", "seed"}  # fmt: skip
    assert {path[0] for path in command_tree.TREE if path} == {*QUESTIONS, *others}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gaps", "'gaps' is a command, and cannot be a name.\n  Type a name first: wbagree save NAME gaps wb6"),
        ("wb 6", "'wb 6' cannot be a name.\n  Use letters, digits and hyphens. For example: wbagree save"),
        ("-x", "'-x' cannot be a name."),
        ("2012", "'2012' cannot be a name."),
        ("a/b", "'a/b' cannot be a name."),
        ("out.csv", "'out.csv' cannot be a name."),
        ("", "'' cannot be a name."),
        ("x" * 61, "cannot be a name."),
    ],
)
def test_a_name_is_letters_digits_and_hyphens(name, sentence, wbagree, seeded):
    ran = wbagree("save", name, "wb6", db=seeded)
    assert ran.returncode == 2
    assert sentence in ran.stderr


def test_a_name_is_found_in_any_case_and_script(wbagree, seeded, listed):
    assert wbagree("save", "Çështje-2026", "gaps", "wb6", db=seeded).returncode == 0
    assert listed(seeded) == {"çështje-2026": "gaps wb6"}
    assert wbagree("saved", "ÇËSHTJE-2026", db=seeded).returncode == 0


@pytest.mark.parametrize("words", [("save",), ("save", NAME), ("save", NAME, " ")])
def test_without_a_question_it_is_asked_for(words, wbagree, seeded):
    ran = wbagree(*words, db=seeded)
    assert ran.returncode == 2
    assert "For example: wbagree save extradition-wb6 gaps wb6 extradition" in ran.stderr


def test_another_question_under_the_name_is_refused_unless_it_is_to_replace_it(wbagree, register, listed):
    ran = wbagree("save", NAME, "gaps", "wb6", "mla", db=register)
    assert (ran.returncode, ran.stderr.splitlines()[-2:]) == (5, [
        "wbagree: extradition-wb6 is saved already: gaps wb6 extradition",
        "  To replace it: wbagree save extradition-wb6 --replace gaps wb6 mla",
    ])  # fmt: skip
    assert listed(register) == {NAME: "gaps wb6 extradition"}
    ran = wbagree("save", NAME, "gaps", "wb6", "mla", "--replace", db=register)
    assert ran.returncode == 0
    assert "extradition-wb6 is saved: gaps wb6 mla\nIt was: gaps wb6 extradition\n" in ran.stderr
    assert listed(register) == {NAME: "gaps wb6 mla"}


def test_the_same_question_once_more_changes_nothing(wbagree, register):
    before = wbagree("history", "--format", "json", db=register).stdout
    assert wbagree("save", NAME, *QUESTION, db=register).returncode == 0
    assert wbagree("history", "--format", "json", db=register).stdout == before


def test_a_question_is_deleted_undone_and_redone(wbagree, register, listed):
    ran = wbagree("saved", NAME, "--delete", db=register)
    assert (ran.returncode, ran.stderr) == (
        0, "Deleted extradition-wb6: gaps wb6 extradition\nTo undo: wbagree undo\n"
    )  # fmt: skip
    assert listed(register) == {}
    assert wbagree("undo", db=register).returncode == 0
    assert listed(register) == {NAME: "gaps wb6 extradition"}
    assert wbagree("redo", db=register).returncode == 0
    assert listed(register) == {}


def test_the_history_has_each_change_of_a_question(wbagree, register):
    wbagree("save", NAME, "search", "joint patrol", "--replace", db=register)
    shown = wbagree("history", NAME, db=register).stdout
    assert "  question: gaps wb6 extradition → search 'joint patrol'\n" in shown
    assert wbagree("saved", NAME, "--delete", db=register).returncode == 0
    (last, *_) = json.loads(wbagree("history", NAME, "--format", "json", db=register).stdout)
    assert last["changes"][0]["fields"]["question"] == ["search 'joint patrol'", ""]
    assert wbagree("undo", "--dry-run", db=register).returncode == 0


def test_a_question_comes_with_a_copy_of_the_register(wbagree, register, listed, tmp_path):
    copy = tmp_path / "copy.db"
    wbagree("db", "backup", str(copy), db=register)
    wbagree("saved", NAME, "--delete", db=register)
    wbagree("db", "restore", str(copy), "--yes", db=register)
    assert listed(register) == {NAME: "gaps wb6 extradition"}


def test_an_unknown_name_is_answered_with_similar_ones(wbagree, register):
    for more in ((), ("--delete",)):
        ran = wbagree("saved", "extradiction", *more, db=register)
        assert (ran.returncode, ran.stderr) == (3, (
            "wbagree: unknown saved question: 'extradiction'; did you mean extradition-wb6?\n"
            "  To list them: wbagree saved\n"
        ))  # fmt: skip


def test_without_saved_questions_the_list_says_how_to_save_one(wbagree, seeded):
    ran = wbagree("saved", db=seeded)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "No saved questions. To save one: wbagree save extradition-wb6 gaps wb6 extradition\n"


def test_the_list_has_the_same_columns_at_a_terminal_in_a_pipe_and_in_a_file(wbagree, at_terminal, register, tmp_path):
    shown = at_terminal("saved", db=register, columns=80, NO_COLOR="1").text
    assert re.search(r"^Name +Question +Saved *$", shown, re.MULTILINE)
    assert re.search(r"^extradition-wb6 +gaps wb6 extradition +20[0-9-]{8} *$", shown, re.MULTILINE)
    piped = wbagree("saved", "list", db=register)
    assert piped.stdout.split()[:3] == ["Name", "Question", "Saved"]
    assert piped.stderr == "1 saved question. To answer one: wbagree saved NAME\n"
    for command in (("saved", "list.json"), ("saved", "-o", "list.json")):
        assert wbagree(*command[:-1], str(tmp_path / command[-1]), db=register).returncode == 0
        (row,) = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
        assert (row["name"], row["question"]) == (NAME, "gaps wb6 extradition")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--delete",), "Which question?\n  For example: wbagree saved extradition-wb6 --delete"),
        (
            (NAME, "mla", "--delete"),
            "--delete takes a name only.\n  To delete it: wbagree saved extradition-wb6 --delete",
        ),
        ((NAME, "--colour"), "There is no option --colour"),
        ((NAME, "--output"), "requires an argument"),
    ],
)
def test_wrong_usage_is_refused_with_what_to_type(words, sentence, wbagree, register, listed):
    ran = wbagree("saved", *words, db=register)
    assert ran.returncode == 2
    assert sentence in ran.stderr
    assert listed(register) == {NAME: "gaps wb6 extradition"}


@pytest.mark.parametrize(
    ("question", "more"),
    [(("check", "AL-XK"), ("--accept", KEY, "undated")), (("types",), ("add", "cyber", "--group", "crime"))],
)
def test_more_words_make_no_change_of_a_question(question, more, wbagree, seeded):
    wbagree("save", "any", *question, db=seeded)
    before = wbagree("history", "--format", "json", db=seeded).stdout
    assert wbagree("saved", "any", *more, db=seeded).returncode == 2
    assert wbagree("history", "--format", "json", db=seeded).stdout == before


EVIL = "\x1b]52;c;ZXZpbA==\x07\x9b2J\u202e$(touch x)`touch x`'"
# What another program may have written into the table.
WRITTEN = {
    "a change": (["undo", "--yes"], "'undo' answers no question."),
    "a file": (["list", "out.csv"], "'out.csv' is not saved"),
    "a file by an option": (["list", "-oout.csv"], "'out.csv' is not saved"),
    "a file by a half option": (["list", "-o"], "requires an argument"),
    "what is restricted": (["list", "--with-restricted"], "'--with-restricted' is not saved"),
    "another register": (["list", "--db", "other.db"], "There is no option"),
    "an unknown command": ([EVIL, "x"], None),
}


@pytest.mark.parametrize("what", WRITTEN)
def test_a_question_from_another_register_writes_nothing(what, forked, seeded, obeyed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words, sentence = WRITTEN[what]
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("INSERT INTO saved_question VALUES ('theirs', ?, '2026-11-01')", (json.dumps(words),))
    before = sorted(tmp_path.rglob("*"))
    ran = forked("saved", "theirs", "typed.csv", db=seeded)
    if sentence:
        assert ran.code == 2
        assert sentence in ran.text
    assert not obeyed(ran.text)
    assert [path for path in sorted(tmp_path.rglob("*")) if path not in before and path.name != "typed.csv"] == []
    assert forked("saved", "theirs", "--delete", db=seeded).code == 0


def test_a_name_and_a_question_from_another_register_are_shown_as_harmless_text(forked, seeded, obeyed):
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("INSERT INTO saved_question VALUES (?, ?, '2026-11-01')", (EVIL, json.dumps(["search", EVIL])))
    for command in (("saved",), ("saved", "--format", "csv"), ("saved", EVIL), ("saved", "x"), ("db", "check")):
        ran = forked(*command, db=seeded)
        assert not obeyed(ran.text), command
        assert "Traceback" not in ran.text


@pytest.mark.parametrize("text", ["", "{}", "[]", "[1]", '"gaps"', "["])
def test_a_cell_that_is_no_question_is_named(text, wbagree, seeded):
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("INSERT INTO saved_question VALUES ('theirs', ?, '2026-11-01')", (text,))
    for command in (("saved",), ("saved", "theirs"), ("db", "check")):
        ran = wbagree(*command, db=seeded)
        assert ran.returncode == 7, ran.stderr
        assert "saved_question" in ran.stderr


def test_a_question_on_a_restricted_agreement_leaves_no_terminal(wbagree, at_terminal, register, listed):
    wbagree("save", "secret", "show", KEY.lower(), db=register)
    wbagree("edit", KEY, "--disclosure", "restricted", db=register)
    left_out = "1 saved question on restricted agreements is left out (use --with-restricted to see all)"
    assert left_out in wbagree("saved", "--format", "csv", db=register).stderr
    assert listed(register) == {NAME: "gaps wb6 extradition"}
    for command in (("saved", "--with-restricted"), ("history", "--with-restricted")):
        assert KEY.lower() in wbagree(*command, db=register).stdout
    for command in (("history",), ("history", "--format", "json"), ("history", "secret"), ("history", "2")):
        assert KEY.lower() not in wbagree(*command, db=register).stdout.lower().replace(f"edit {KEY.lower()}", "")
    assert f"show {KEY.lower()}" in at_terminal("saved", db=register, columns=120).text
    assert wbagree("saved", "secret", db=register).returncode == 2
    assert wbagree("saved", "secret", "--with-restricted", db=register).returncode == 0
    assert wbagree("saved", "--with-restricted", "secret", db=register).returncode == 0


@pytest.mark.parametrize("file", ["all.xlsx", "questions.csv", "questions.json", "questions.jsonl"])
def test_questions_are_exported_and_imported(file, wbagree, register, empty, listed, tmp_path):
    wbagree("save", "quoted", "search", "joint patrol", "-season", db=register)
    path = str(tmp_path / file)
    command = "export" if file == "all.xlsx" else "saved"
    assert wbagree(command, path, db=register).returncode == 0
    dry = wbagree("import", path, "--dry-run", db=empty)
    assert "2 saved questions read: 2 would be new (extradition-wb6, quoted), 0 unchanged" in dry.stderr
    assert listed(empty) == {}
    ran = wbagree("import", path, db=empty)
    assert ran.returncode == 0
    assert "2 saved questions read: 2 new (extradition-wb6, quoted), 0 unchanged, 0 skipped, 0 refused" in ran.stderr
    assert (
        wbagree("saved", "--format", "csv", db=empty).stdout == wbagree("saved", "--format", "csv", db=register).stdout
    )
    assert "0 new, 2 unchanged, 0 skipped, 0 refused" in wbagree("import", path, db=empty).stderr
    assert wbagree("undo", "--yes", db=empty).returncode == 0
    assert listed(empty) == {}


def test_a_question_of_the_register_is_left_alone_by_an_import(wbagree, register, listed, tmp_path):
    file = str(tmp_path / "questions.csv")
    wbagree("saved", file, db=register)
    wbagree("save", NAME, "matrix", "--replace", db=register)
    ran = wbagree("import", file, db=register)
    assert ran.returncode == 0
    assert "extradition-wb6 is another question here, and stays: matrix\n" in ran.stderr
    assert "0 new, 0 unchanged, 1 skipped, 0 refused" in ran.stderr
    assert listed(register) == {NAME: "matrix"}


LISTED = """\
Name;Question;Saved
evil;undo --yes;2026-11-01
file;list out.csv;
half;list -o;
open;"list 'AL";
nothing;;
;matrix;
gaps;matrix;
fine;matrix wb6;yesterday
"""


def test_a_list_with_a_row_that_is_no_question_is_refused_or_imported_without_it(wbagree, seeded, listed, file):
    path = file(LISTED)
    ran = wbagree("import", path, db=seeded)
    assert ran.returncode == 6
    for sentence in (
        "list.csv:2 evil: 'undo' answers no question.",
        "list.csv:3 file: 'out.csv' is not saved: you type it each time.",
        "list.csv:4 half: Option '-o' requires an argument.",
        "list.csv:5 open: No closing quotation",
        "list.csv:6 nothing: there is no question.",
        "list.csv:7 '' cannot be a name.",
        "list.csv:8 'gaps' cannot be a name.",
        "Nothing was stored.\n  Correct the rows named above, or add --skip-invalid.",
    ):
        assert sentence in ran.stderr
    assert listed(seeded) == {}
    ran = wbagree("import", path, "--skip-invalid", db=seeded)
    assert (ran.returncode, listed(seeded)) == (0, {"fine": "matrix wb6"})
    assert "8 saved questions read: 1 new (fine), 0 unchanged, 0 skipped, 7 refused" in ran.stderr


def test_only_a_full_export_has_the_questions(wbagree, register, tmp_path):
    wbagree("save", "secret", "show", KEY, db=register)
    wbagree("edit", KEY, "--disclosure", "restricted", db=register)

    def names(*options):
        path = tmp_path / "book.xlsx"
        assert wbagree("export", *options, str(path), db=register).returncode == 0
        book = openpyxl.load_workbook(path)
        return [row[0].value for row in book["Saved questions"]] if "Saved questions" in book.sheetnames else []

    assert names("wb6") == []
    assert names() == ["Name", NAME]
    assert names("--with-restricted") == ["Name", NAME, "secret"]
    assert names("--as-of", "2015") == ["Name", NAME]
    note = "2 saved questions are not in it. To write them: wbagree saved questions.csv\n"
    assert note in wbagree("export", "--format", "csv", db=register).stderr
    assert note not in wbagree("export", "wb6", "--format", "csv", db=register).stderr


def test_a_workbook_with_a_row_that_is_no_question_is_imported_without_it(wbagree, register, empty, listed, tmp_path):
    path = tmp_path / "all.xlsx"
    wbagree("export", str(path), db=register)
    book = openpyxl.load_workbook(path)
    book["Saved questions"].append(["evil", "undo --yes", "2026-11-01"])
    book.save(path)
    ran = wbagree("import", str(path), db=empty)
    assert ran.returncode == 0
    assert "all.xlsx:3 evil: 'undo' answers no question.\n" in ran.stderr
    assert listed(empty) == {NAME: "gaps wb6 extradition"}
