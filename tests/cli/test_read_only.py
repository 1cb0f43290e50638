"""Reading where one may not write: what was committed, or a sentence that says why not; and a medium that is read-only.

The reader may not write the folder, which is somebody else's.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name != "posix" or (os.geteuid() != 0 and not os.environ.get("CI")), reason="only root can be somebody else"
)
KEY = "AL-XK-2012-1"


@pytest.fixture
def shelf(seeded, tmp_path):
    """A register in a folder that everybody may read and only its owner may write."""
    folder = tmp_path / "shelf"
    folder.mkdir(mode=0o755)
    path = Path(shutil.copy(seeded, folder / "register.db"))
    path.chmod(0o644)
    for one in (folder, path):
        shutil.chown(one, "nobody")
    return path


@pytest.fixture
def as_reader(bound):
    """Run the program as somebody who may read the register and write nothing there."""

    def run(*arguments, db):
        return bound(*arguments, WBAGREE_DB=str(db))

    return run


# Is killed in the middle of a change, some of whose pages are in the file already.
KILLED = """
import os, sqlite3, sys
register = sqlite3.connect(sys.argv[1], isolation_level=None)
register.execute("PRAGMA journal_mode = DELETE")
register.execute("PRAGMA cache_size = 5")
register.execute("BEGIN IMMEDIATE")
register.execute("UPDATE agreement SET title = 'never committed', notes = hex(randomblob(3000))")
os.kill(os.getpid(), 9)
"""


def test_what_was_never_committed_is_not_shown(shelf, as_reader, wbagree):
    before = as_reader("list", "--format", "csv", db=shelf).stdout
    killed = subprocess.run([sys.executable, "-c", KILLED, str(shelf)], check=False)
    assert killed.returncode == -signal.SIGKILL
    journal = shelf.with_name("register.db-journal")
    assert journal.stat().st_size
    assert b"never committed" in shelf.read_bytes()
    for rights in (0o644, 0o600):
        journal.chmod(rights)
        ran = as_reader("list", "--format", "csv", db=shelf)
        assert (ran.returncode, ran.stdout) == (7, "")
        assert "was left in the middle of a change" in ran.stderr
        assert "damaged" not in ran.stderr
    assert wbagree("list", db=shelf).returncode == 0  # its owner's next command puts it right
    assert as_reader("list", "--format", "csv", db=shelf).stdout == before


def test_what_is_committed_in_a_log_is_shown(shelf, as_reader):
    with closing(sqlite3.connect(shelf, isolation_level=None)) as writer:
        writer.execute("UPDATE agreement SET place = 'in the log' WHERE key = ?", (KEY,))
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE agreement SET place = 'not yet' WHERE key = ?", (KEY,))
        assert shelf.with_name("register.db-wal").exists()
        ran = as_reader("show", KEY, db=shelf)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "in the log" in ran.stdout


# Root without the right to pass over rights: somebody else, who can still read the program wherever it is installed.
WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", sys.executable)
# Reads the first record, waits for a word, and reads the others.
SLOW = """
import sys
from pathlib import Path
from wbagree.errors import DatabaseProblem
from wbagree.store.file.connection import open_for_reading
try:
    with open_for_reading(Path(sys.argv[1])) as register:
        print(register.execute("SELECT count(*) FROM agreement").fetchone()[0], flush=True)
        sys.stdin.readline()
        register.execute("SELECT * FROM agreement").fetchall()
except DatabaseProblem as error:
    print(error.sentence, "|", error.hint)
"""


def test_what_is_written_while_it_is_read_is_said_and_not_called_damaged(shelf, wbagree):
    with subprocess.Popen(
        [*WITHOUT_RIGHTS, "-c", SLOW, str(shelf)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout.readline().strip().isdigit()
        assert wbagree("undo", "1", "--yes", db=shelf).returncode == 0
        printed, _ = reader.communicate("go on\n")
    assert printed.strip() == f"{shelf} was written to while it was read; what was shown may be mixed | try again"


@pytest.fixture
def disc(shelf, tmp_path):
    """The same register on a medium that nobody can write."""
    place = tmp_path / "disc"
    place.mkdir()
    mounted = subprocess.run(["mount", "--bind", shelf.parent, place], capture_output=True, text=True, check=False)
    if mounted.returncode:
        if os.environ.get("CI"):
            pytest.fail(mounted.stderr)
        pytest.skip("no file system can be mounted here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
        yield place / "register.db"
    finally:
        subprocess.run(["umount", place], check=True)


def files(path):
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_what_stores_nothing_works_on_a_read_only_medium(mode, shelf, disc, wbagree, file, tmp_path):
    with closing(sqlite3.connect(shelf)) as register:
        register.execute(f"PRAGMA journal_mode = {mode}")
    before = files(shelf)
    rows = file("title,parties,form,types\nA,AL;XK,mou,mla\n")
    for arguments in (
        ("list",),
        ("db", "check"),
        ("show", KEY, "--as-recorded", "2100"),
        ("seed", "--dry-run"),
        ("import", rows, "--preview"),
        ("import", rows, "--dry-run"),
        ("edit", KEY, "--place", "X", "--dry-run"),
        ("db", "backup", str(tmp_path / "copy.db")),
    ):
        ran = wbagree(*arguments, db=disc)
        assert ran.returncode == 0, (arguments, ran.stderr)
    assert wbagree("list", db=tmp_path / "copy.db").stdout == wbagree("list", db=disc).stdout
    assert files(shelf) == before


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_copy_on_a_read_only_medium_is_put_back(mode, shelf, disc, empty, wbagree):
    with closing(sqlite3.connect(shelf)) as register:
        register.execute(f"PRAGMA journal_mode = {mode}")
    assert wbagree("db", "restore", str(disc), "--yes", db=empty).returncode == 0
    assert wbagree("list", db=empty).stdout == wbagree("list", db=disc).stdout


def test_what_would_write_says_that_the_medium_is_read_only(disc, shelf, wbagree, empty):
    before = files(shelf)
    for arguments in (("edit", KEY, "--place", "X"), ("undo", "1", "--yes"), ("seed",)):
        ran = wbagree(*arguments, db=disc)
        assert ran.returncode == 7
        assert f"{disc} is on a read-only medium" in ran.stderr
        assert "wbagree db backup FILE copies it to where you may write" in ran.stderr
    ran = wbagree("db", "restore", str(empty), "--yes", db=disc)
    assert (ran.returncode, "Read-only file system" in ran.stderr) == (7, True)
    assert files(shelf) == before


def test_who_may_not_write_is_told_so(shelf, as_reader):
    before = files(shelf)
    ran = as_reader("edit", KEY, "--place", "X", db=shelf)
    assert ran.returncode == 7
    assert "may not be written by you" in ran.stderr
    assert as_reader("edit", KEY, "--place", "X", "--dry-run", db=shelf).returncode == 0
    assert files(shelf) == before


def test_copies_are_made_with_backup_not_with_cp(wbagree):
    help_text = " ".join(wbagree("db", "path", "--help").stdout.split())
    assert "wbagree db backup FILE copies all of it" in help_text
    assert 'cp "' not in help_text
