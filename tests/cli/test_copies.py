"""``wbagree db restore`` and ``copies``, and the copy before a large import."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from wbagree.store.file import backups

LARGE = "title,form,types,parties,signed,confidence\n" + "".join(
    f"Agreement number {row} on customs,agreement,customs,AL;NO,{1900 + row % 120},low\n" for row in range(1001)
)


def copies(wbagree, db):
    return wbagree("db", "copies", db=db).stdout.split()


@pytest.fixture
def large(tmp_path):
    """A list of more than a thousand rows."""
    path = tmp_path / "large.csv"
    path.write_text(LARGE, encoding="utf-8")
    return path


def test_a_large_import_is_preceded_by_a_copy_that_restores_the_register(wbagree, seeded, large):
    before = wbagree("export", "--format", "csv", db=seeded).stdout
    ran = wbagree("import", str(large), "--on-duplicate", "add", db=seeded)
    assert ran.returncode == 0, ran.stderr
    (copy,) = copies(wbagree, seeded)
    assert f"before these 1001 rows the register was copied to {copy}" in ran.stderr
    assert wbagree("export", "--format", "csv", db=seeded).stdout != before
    ran = wbagree("db", "restore", copy, "--yes", db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert wbagree("export", "--format", "csv", db=seeded).stdout == before
    assert len(copies(wbagree, seeded)) == 2
    assert "is sound" in wbagree("db", "check", db=seeded).stderr


@pytest.mark.parametrize("options", [("--dry-run",), ("--preview",)])
def test_nothing_is_copied_when_nothing_is_stored(options, wbagree, seeded, large):
    assert wbagree("import", str(large), *options, db=seeded).returncode == 0
    assert copies(wbagree, seeded) == []


def test_a_refused_import_leaves_no_copy(wbagree, seeded, large):
    large.write_text(f"{LARGE}Bad,agreement,customs,AL;NO,2012-13,low\n", encoding="utf-8")
    assert wbagree("import", str(large), db=seeded).returncode == 6
    assert copies(wbagree, seeded) == []


# A cache so small that changes go to the disk long before the thousandth row.
SMALL_CACHE = """
import sys
from wbagree.cli import app
from wbagree.store.write import session
session._CACHE = 100
app(sys.argv[1:])
"""


def test_a_large_import_is_not_locked_out_of_its_own_copy(wbagree, seeded, tmp_path):
    """Without a log nobody can read a register any more once its changes go to the disk, not even to copy it."""
    before = wbagree("export", "--format", "csv", db=seeded).stdout
    with closing(sqlite3.connect(seeded)) as register:
        register.execute("PRAGMA journal_mode = DELETE")
    long = tmp_path / "long.csv"
    long.write_text(LARGE.replace("on customs", "on " + "customs " * 20), encoding="utf-8")
    command = ["--db", str(seeded), "import", str(long), "--on-duplicate", "add"]
    ran = subprocess.run(
        [sys.executable, "-c", SMALL_CACHE, *command], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    (copy,) = copies(wbagree, seeded)
    assert wbagree("export", "--format", "csv", db=copy).stdout == before


def test_a_copy_that_was_not_needed_costs_no_other(wbagree, seeded, large):
    made = []
    for _ in range(10):
        with backups.auto_backup(seeded, "import") as named, named() as copy:
            made.append(copy)
    large.write_text(f"{LARGE}Bad,agreement,customs,AL;NO,2012-13,low\n", encoding="utf-8")
    assert wbagree("import", str(large), db=seeded).returncode == 6
    assert copies(wbagree, seeded) == list(map(str, made))


def test_an_empty_register_and_a_short_list_are_not_worth_a_copy(wbagree, empty, large):
    large.write_text("\n".join(LARGE.splitlines()[:900]) + "\n", encoding="utf-8")
    assert wbagree("import", str(large), "--on-duplicate", "add", db=empty).returncode == 0
    assert copies(wbagree, empty) == []


def test_a_restore_asks_first(at_terminal, wbagree, seeded, tmp_path):
    copy = str(tmp_path / "copy.db")
    wbagree("db", "backup", copy, db=seeded)
    wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", db=seeded)
    ran = wbagree("db", "restore", copy, db=seeded)
    assert (ran.returncode, "Add --yes to confirm." in ran.stderr) == (2, True)
    assert at_terminal("db", "restore", copy, db=seeded, typed=("n",)).returncode == 130
    assert "in Tirana" in wbagree("show", "AL-XK-2012-1", db=seeded).stdout
    assert at_terminal("db", "restore", copy, db=seeded, typed=("y",)).returncode == 0
    assert "in Pristina" in wbagree("show", "AL-XK-2012-1", db=seeded).stdout


@pytest.mark.parametrize(("file", "code"), [("register.db", 2), ("none.db", 3), ("large.csv", 7)])
def test_what_is_no_copy_is_said(file, code, wbagree, seeded, large, tmp_path):
    assert large.exists()
    before = seeded.read_bytes()
    assert wbagree("db", "restore", str(tmp_path / file), "--yes", db=seeded).returncode == code
    assert seeded.read_bytes() == before


def test_what_is_no_copy_is_said_before_anybody_is_asked(at_terminal, wbagree, seeded, tmp_path):
    (tmp_path / "letter.md").write_text("a letter")
    screen = at_terminal("db", "restore", str(tmp_path / "letter.md"), db=seeded)
    assert (screen.returncode, "[y/N]" in screen.text) == (7, False)
    assert "is not a wbagree register" in " ".join(screen.text.split())
    ran = wbagree("db", "restore", str(tmp_path / "nowhere.db"), "--yes", db=seeded)
    assert (ran.returncode, "unknown file" in ran.stderr) == (3, True)


def test_a_backup_is_not_called_no_copy_at_all(wbagree, seeded, tmp_path):
    wbagree("db", "backup", str(tmp_path / "mine.db"), db=seeded)
    assert "No automatic copies yet." in wbagree("db", "copies", db=seeded).stderr
