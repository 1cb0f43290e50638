"""A register on a drive that two machines use: each has memory of its own, and nothing that was kept is lost."""

import shutil
import subprocess

import pytest

NEW = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--allow-duplicate", "--title")
# Reads the register in one view, half of it before it is let go on.
EXPORT = """
import sys
from pathlib import Path
from wbagree.store.file import connection
with connection.open_for_reading(Path(sys.argv[1])) as opened:
    for _ in range(2):
        print(opened.execute("SELECT count(*) FROM agreement").fetchone()[0], flush=True)
        sys.stdin.readline()
"""
# Has the register open with its log, as earlier versions had, until it is let go on.
EARLIER = """
import sqlite3, sys
opened = sqlite3.connect(sys.argv[1])
print(opened.execute("SELECT count(*) FROM agreement").fetchone()[0], flush=True)
sys.stdin.readline()
"""
EACH = 4
# Adds one after the other, again where the other machine was busy for too long, and says which were added.
ADD = """
import subprocess, sys
for number in range(int(sys.argv[1])):
    title = f"{sys.argv[2]} {number}"
    command = [sys.executable, "-m", "wbagree", "add", *sys.argv[3:], title]
    ran = None
    while ran is None or (ran.returncode == 7 and "is in use" in ran.stderr):
        ran = subprocess.run(command, capture_output=True, text=True)
    print(title if ran.returncode == 0 else ran.stderr, flush=True)
"""


def journal(path):
    with path.open("rb") as file:
        return {1: "delete", 2: "wal"}[file.read(20)[18]]


@pytest.fixture
def folder(tmp_path):
    """The folder that two machines see."""
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


@pytest.fixture(params=["made there", "put there"])
def registers(request, folder, mounted, seeded, wbagree):
    """A register as two machines see it: one that was made on the drive, or one from a local disk."""
    one, other = (mounted(folder, name) / "register.db" for name in ("one", "other"))
    if request.param == "made there":
        assert wbagree("seed", db=one).returncode == 0
    else:
        shutil.copy(seeded, folder)
        assert journal(seeded) == "wal"
    return one, other


def titles(db, wbagree):
    listed = wbagree("list", "--columns", "title", "--format", "csv", db=db)
    assert listed.returncode == 0, listed.stderr
    return listed.stdout.splitlines()[1:]


def test_what_is_added_while_another_machine_reads_is_there_for_both(registers, started, wbagree):
    one, other = registers
    with started(EXPORT, str(one), db=one) as exporting:
        assert exporting.stdout.readline() == "407\n"
        with started("from wbagree.__main__ import main; main()", "add", *NEW, "Meanwhile", db=other) as adding:
            with pytest.raises(subprocess.TimeoutExpired):  # it waits for who reads
                adding.wait(timeout=2)
            assert exporting.communicate("\n\n") == ("407\n", "")
            _, message = adding.communicate(timeout=60)
    assert adding.returncode == 0, message
    assert "is on a shared drive (fuse" in message
    for db in (one, other):
        assert "Meanwhile" in titles(db, wbagree)
    assert wbagree("db", "check", db=one).returncode == 0
    assert journal(one) == "delete"


def test_what_two_machines_add_at_once_is_there(registers, started, wbagree):
    working = [started(ADD, str(EACH), name, *NEW, db=db) for name, db in zip(("one", "other"), registers, strict=True)]
    added = [line for process in working for line in process.communicate(timeout=300)[0].splitlines()]
    assert added == [f"{name} {number}" for name in ("one", "other") for number in range(EACH)]
    for db in registers:
        assert set(added) <= set(titles(db, wbagree))
    assert wbagree("db", "check", db=registers[0]).returncode == 0


def test_a_register_that_is_open_elsewhere_with_its_log_is_not_written_to(folder, mounted, seeded, started, impatient):
    shutil.copy(seeded, folder)
    one, other = (mounted(folder, name) / "register.db" for name in ("one", "other"))
    before = (folder / "register.db").read_bytes()
    with started(EARLIER, str(one), db=one) as earlier:
        assert earlier.stdout.readline() == "407\n"
        for arguments in (["add", *NEW, "Lost"], ["list"], ["db", "upgrade"], ["db", "backup", "copy.db"]):
            code, message = impatient(*arguments, db=other)
            assert code == 7
            assert "cannot be opened yet: other machines may use its drive (fuse" in message
            assert "close it everywhere and try again" in message
        assert (folder / "register.db").read_bytes() == before
        earlier.communicate("\n")
    code, message = impatient("list", db=other)
    assert code == 0
    assert "register.db got another journal: other machines may use its drive (fuse" in message
    assert journal(other) == "delete"


def test_a_copy_on_a_shared_drive_is_put_back_there_and_elsewhere(folder, mounted, seeded, wbagree):
    place = mounted(folder, "one")
    assert wbagree("db", "backup", str(place / "copy.db"), db=seeded).returncode == 0
    for register in (place / "register.db", seeded):
        for _ in range(2):  # new, and over what is there
            assert wbagree("db", "restore", str(place / "copy.db"), "--yes", db=register).returncode == 0
        assert len(titles(register, wbagree)) == 407
    assert journal(place / "register.db") == "delete"
