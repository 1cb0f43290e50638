"""The register's file: where it is, what it refuses, ``wbagree db``; and completion, which reads it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import seed_data

from wbagree.store.file.connection import REVISION


def test_the_register_is_in_the_platforms_data_folder_unless_named(wbagree, tmp_path):
    default = Path(wbagree("db", "path", env={"WBAGREE_DB": ""}).stdout.strip())
    assert default.is_relative_to(os.environ["HOME"])
    named = str(tmp_path / "named.db")
    assert wbagree("db", "path", env={"WBAGREE_DB": named}).stdout.strip() == named
    for arguments in (
        ["--db", "other.db", "db", "path"],
        ["db", "path", "--db", "other.db"],
        ["db", "--db=other.db", "path"],
    ):
        assert wbagree(*arguments).stdout.strip() == "other.db"


def test_it_is_made_on_first_use_and_readable_by_its_owner_alone(wbagree, tmp_path):
    db = tmp_path / "deep" / "er" / "register.db"
    ran = wbagree("seed", db=db)
    assert f"new register: {db}" in ran.stderr
    assert db.stat().st_mode & 0o077 == 0
    assert [path.name for path in db.parent.iterdir()] == ["register.db"]


QUESTIONS = [
    ("list",), ("show", "AL-XK-2012-1"), ("show", "AL-XK-2012-1", "--as-recorded", "2026"), ("search", "x"),
    ("summary",), ("matrix",), ("timeline",), ("due",), ("check",), ("cite", "AL-XK-2012-1"), ("brief", "AL-XK"),
    ("imports",), ("history",), ("types",), ("parties",), ("parties", "show", "XK"), ("frameworks",),
    ("frameworks", "show", "selec"),
    ("contacts",), ("tallies",), ("report", "page.html"), ("plot", "matrix", "m.svg"), ("export", "all.csv"),
    ("db", "info"), ("db", "check"), ("db", "backup", "copy.db"), ("db", "upgrade"),
]  # fmt: skip
# Changes to what would have to be there.
CHANGES = [
    ("edit", "AL-XK-2012-1", "--place", "T"), ("edit", "AL-XK-2012-1"), ("delete", "AL-XK-2012-1", "--yes"), ("undo",),
    ("undo", "1"), ("redo",), ("relate", "AL-XK-2018-1", "implements", "AL-XK-2012-1"),
    ("assess", "AL-XK-2012-1", "--score", "full", "--on", "2024"), ("contacts", "edit", "contact-1", "--unit", "U"),
    ("contacts", "delete", "contact-1"), ("tallies", "edit", "tally-1", "--total", "2"),
    ("tallies", "delete", "tally-1"), ("frameworks", "edit", "selec", "--seat", "S"),
]  # fmt: skip


@pytest.mark.parametrize("arguments", [*QUESTIONS, *CHANGES], ids=" ".join)
def test_where_there_is_none_none_is_made(arguments, forked, tmp_path):
    """A name is soon mistyped."""
    db = tmp_path / "nosuch" / "register.db"
    ran = forked(*arguments, db=db, alone=True)
    assert ran.code == 3
    message = " ".join(ran.text.split())
    assert f"there is no register at {db}" in message.replace(" /", "/").replace("at/", "at /")
    assert "wbagree seed" in message
    assert not db.parent.exists()
    assert not [*Path.cwd().iterdir()]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("import", "list.csv", "--dry-run"), "of 1 row 1 would be new"),
        (("import", "list.csv", "--preview"), "Extradition treaty"),
        (("seed", "--dry-run"), "of 761 rows 761 would be new"),
        (
            ("add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "mla", "--title", "T", "--dry-run"),
            "would be added as AL-XK-nd-1: T",
        ),
    ],
    ids=" ".join,
)
def test_what_stores_nothing_makes_none_either(arguments, sentence, forked, tmp_path):
    Path("list.csv").write_text("title,parties,signed\nExtradition treaty,AL;XK,2012\n", encoding="utf-8")
    db = tmp_path / "nosuch" / "register.db"
    ran = forked(*arguments, db=db, alone=True)
    assert (ran.code, sentence in " ".join(ran.text.split())) == (0, True), ran.text
    assert not db.parent.exists()
    assert not [*tmp_path.glob("*wbagree-*")]


def test_a_list_that_is_not_there_makes_none(wbagree, tmp_path):
    db = tmp_path / "nosuch" / "register.db"
    ran = wbagree("import", "nosuch.csv", db=db)
    assert (ran.returncode, ran.stderr) == (3, "wbagree: unknown file: 'nosuch.csv'\n")
    assert not db.parent.exists()


def test_asking_where_it_is_makes_nothing(wbagree, tmp_path):
    db = tmp_path / "none.db"
    assert wbagree("db", "path", db=db).returncode == 0
    assert wbagree("db", "info", db=db).returncode == 3
    assert not db.exists()


def change_version(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def other_programs_file(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE agreement (id)")


SPOILT = {
    "text": lambda path: path.write_text("not a database, but long enough to look at" * 9, encoding="utf-8"),
    "empty": lambda path: path.write_bytes(b""),
    "newer": lambda path: change_version(path, "9999"),
    "foreign": other_programs_file,
    "damaged": lambda path: path.write_bytes(path.read_bytes()[:8192] + b"\xff" * 30000 + path.read_bytes()[40000:]),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:5000]),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
@pytest.mark.parametrize(
    "arguments", [["list"], ["seed"], ["db", "info"], ["db", "upgrade"], ["db", "check"]], ids=" ".join
)
def test_what_is_no_register_is_said_and_left_untouched(spoil, arguments, wbagree, seeded):
    spoil(seeded)
    before = seeded.read_bytes()
    ran = wbagree(*arguments, db=seeded)
    assert "Traceback" not in ran.stderr
    assert seeded.read_bytes() == before
    if spoil not in (SPOILT["damaged"], SPOILT["truncated"]):  # a page that a command does not read is not missed
        assert ran.returncode == 7
        assert str(seeded) in ran.stderr


def test_a_newer_register_says_so(wbagree, seeded):
    change_version(seeded, "9999")
    ran = wbagree("list", db=seeded)
    assert "newer wbagree (schema 9999" in ran.stderr
    assert "left untouched" in ran.stderr


def test_an_older_register_says_how_to_bring_it_up_to_date(wbagree, seeded):
    change_version(seeded, "0001")
    for arguments in (["list"], ["add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "mla", "--title", "x"]):
        ran = wbagree(*arguments, db=seeded)
        assert ran.returncode == 7
        assert "wbagree db upgrade" in ran.stderr


def test_a_register_that_is_up_to_date_needs_no_upgrade(wbagree, seeded):
    ran = wbagree("db", "upgrade", db=seeded)
    assert ran.returncode == 0
    assert f"up to date (schema {REVISION})" in ran.stderr


def test_a_backup_is_a_register_and_never_overwrites(wbagree, seeded, tmp_path):
    copy = tmp_path / "copies" / "copy.db"
    assert wbagree("db", "backup", str(copy), db=seeded).returncode == 0
    assert (
        wbagree("export", "--format", "csv", db=copy).stdout == wbagree("export", "--format", "csv", db=seeded).stdout
    )
    ran = wbagree("db", "backup", str(copy), db=seeded)
    assert ran.returncode == 7
    assert "exists already" in ran.stderr


def test_info_counts_what_it_holds(wbagree, seeded):
    text = wbagree("db", "info", db=seeded).stdout
    assert f"Records:        {len(seed_data.some())}\n" in text
    assert str(seeded) in text


def test_check_finds_what_is_wrong(wbagree, seeded):
    assert wbagree("db", "check", db=seeded).returncode == 0
    with closing(sqlite3.connect(seeded)) as connection, connection:
        connection.execute("UPDATE agreement SET title = 'changed behind our back' WHERE key = 'AL-XK-2012-1'")
    ran = wbagree("db", "check", db=seeded)
    assert ran.returncode == 7
    assert "index: search does not see AL-XK-2012-1 as it is" in ran.stderr


def test_readers_go_on_while_somebody_writes_and_writers_wait_and_hear_of_it(wbagree, impatient, seeded):
    before = wbagree("list", "--format", "csv", db=seeded).stdout
    with closing(sqlite3.connect(seeded, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE agreement SET title = 'not kept yet'")
        assert wbagree("list", "--format", "csv", db=seeded).stdout == before
        code, message = impatient("edit", "AL-XK-2012-1", "--place", "Tirana", db=seeded)
    assert code == 7
    assert "register.db is in use: another program had it locked for 0.2 seconds" in message
    assert "close what else has it open (another wbagree, a database viewer), then try again" in message
    assert wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", db=seeded).returncode == 0


def test_nothing_is_left_beside_a_register_that_nobody_has_open(wbagree, seeded):
    for command in (("list",), ("edit", "AL-XK-2012-1", "--place", "Tirana"), ("show", "AL-XK-2012-1")):
        assert wbagree(*command, db=seeded).returncode == 0
        assert sorted(path.name for path in seeded.parent.glob("register.db*")) == ["register.db"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_register_in_a_folder_that_may_only_be_read_is_read(wbagree, seeded):
    before = wbagree("list", "--format", "csv", db=seeded).stdout
    seeded.chmod(0o400)
    seeded.parent.chmod(0o500)
    try:
        assert wbagree("list", "--format", "csv", db=seeded).stdout == before
    finally:
        seeded.parent.chmod(0o700)


@pytest.mark.parametrize(("tables", "message"), [(1, "1 problem"), (2, "2 problems")])
def test_one_problem_is_not_called_problems(tables, message, wbagree, seeded):
    with closing(sqlite3.connect(seeded)) as connection, connection:
        for number in range(tables):
            connection.execute(f"CREATE TABLE strange_{number} (x)")
    assert f"wbagree: {seeded}: {message}\n" in wbagree("db", "check", db=seeded).stderr


def test_a_folder_that_cannot_be_written_is_said(wbagree):
    ran = wbagree("seed", db=Path("/proc/nowhere/register.db"))
    assert ran.returncode == 7
    assert "cannot be made" in ran.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("wbagree show AL-XK-2012", "AL-XK-2012-1"),
        ("wbagree list --pair AL-X", "AL-XK"),
        ("wbagree list --party YU-S", "YU-SFRY"),
        ("wbagree list --type joint-p", "joint-patrol"),
        ("wbagree list --among wb", "wb6"),
        ("wbagree edit AL-XK-nd-1", "AL-XK-nd-10"),
        ("wbagree summ", "summary"),
        ("wbagree list --for", "--form"),
    ],
)
def test_the_shell_completes_commands_keys_parties_and_types(typed, offered, wbagree, seeded):
    words = typed.split(" ")
    environment = {"_WBAGREE_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    ran = wbagree(db=seeded, env=environment)
    assert offered in ran.stdout.split("\n"), ran


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("list --party al", "al"),
        ("list --pair Al-x", "Al-xK"),
        ("list --type JOINT-P", "JOINT-Patrol"),
        ("list --among Wb", "Wb6"),
        ("list --form Mo", "Mou"),
        ("show al-xk-2012", "al-xk-2012-1"),
    ],
)
def test_what_is_typed_in_any_case_is_completed_and_understood(words, offered, wbagree, seeded):
    typed = f"wbagree {words}"
    asking = {"_WBAGREE_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    assert offered in wbagree(db=seeded, env=asking).stdout.split()
    assert wbagree(*words.split()[:-1], offered, db=seeded).returncode == 0


def test_completion_without_a_register_offers_nothing_and_makes_nothing(wbagree, tmp_path):
    db = tmp_path / "none.db"
    environment = {"_WBAGREE_COMPLETE": "complete_bash", "COMP_WORDS": "wbagree show AL", "COMP_CWORD": "2"}
    assert wbagree(db=db, env=environment).stdout.strip() == ""
    assert not db.exists()


def test_completion_of_what_is_no_register_offers_nothing_and_fails_not(wbagree, tmp_path):
    db = tmp_path / "note.db"
    db.write_text("a note")
    environment = {"_WBAGREE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "wbagree show AL"}
    ran = wbagree(db=db, env=environment)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "_files\n", "")
