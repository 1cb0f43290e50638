"""A register on a drive that two machines use: each has memory of its own, and nothing that was kept is lost."""

import os
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

NEW = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--allow-duplicate", "--title")
EACH = 4
# Adds on each machine one after the other, again where the other machine was busy for too long, and says which were
# added; forked, for nothing here is about their start.
ADD = """
import os, sys, tempfile
from running import run

def add(title):
    \"""Return whether it was added, whether the other machine was busy, and what there was to read.\"""
    with tempfile.TemporaryFile("w+") as output:
        code = run("add", *new, title, output=output.fileno(), errors=output.fileno())
        output.seek(0)
        text = output.read()
    busy = "is in use" in text or "cannot be opened yet" in text  # by the other, that gives it another journal
    return code == 0, code == 7 and busy, text

each, one, other, *new = sys.argv[1:]
working = []
for name, db in (("one", one), ("other", other)):
    process = os.fork()
    if process:
        working.append(process)
        continue
    os.environ["WBAGREE_DB"] = db
    for number in range(int(each)):
        title, busy = f"{name} {number}", True
        while busy:
            added, busy, text = add(title)
        os.write(1, f"{title if added else text}\\n".encode())
    os._exit(0)
sys.exit(any([os.waitpid(process, 0)[1] for process in working]))
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
def registers(request, folder, mounted, whole, wbagree):
    """A register as two machines see it: one that was made on the drive, or one from a local disk."""
    one, other = (mounted(folder, name) / "register.db" for name in ("one", "other"))
    if request.param == "made there":
        assert wbagree("seed", db=one).returncode == 0
    else:
        shutil.copy(whole, folder)
        assert journal(whole) == "wal"
    return one, other


def titles(db, wbagree):
    listed = wbagree("list", "--columns", "title", "--format", "csv", db=db)
    assert listed.returncode == 0, listed.stderr
    return listed.stdout.splitlines()[1:]


def count(opened):
    return opened.execute("SELECT count(*) FROM agreement").fetchone()[0]


def test_what_is_added_while_another_machine_reads_is_there_for_both(registers, reading, wbagree):
    one, other = registers
    with ThreadPoolExecutor(1) as machine:
        with reading(one) as opened:  # in one view, half of it before another adds
            assert count(opened) == 761
            adding = machine.submit(wbagree, "add", *NEW, "Meanwhile", db=other)
            with pytest.raises(TimeoutError):  # it waits for who reads
                adding.result(timeout=1)
            assert count(opened) == 761
        added = adding.result(timeout=60)
    assert added.returncode == 0, added
    assert "is on a shared drive (fuse" in added.stderr
    for db in (one, other):
        assert "Meanwhile" in titles(db, wbagree)
    assert wbagree("db", "check", db=one).returncode == 0
    assert journal(one) == "delete"


def test_what_two_machines_add_at_once_is_there(registers, programs, wbagree):
    arguments = (str(EACH), *map(str, registers), *NEW)
    code, (output, errors) = programs.run(arguments, b"", dict(os.environ), code=ADD, seconds=300)
    assert (code, errors) == (0, b"")
    added = sorted(output.decode().splitlines())
    assert added == [f"{name} {number}" for name in ("one", "other") for number in range(EACH)]
    for db in registers:
        assert set(added) <= set(titles(db, wbagree))
    assert wbagree("db", "check", db=registers[0]).returncode == 0


def test_a_register_that_is_open_elsewhere_with_its_log_is_not_written_to(folder, mounted, whole, impatient):
    shutil.copy(whole, folder)
    one, other = (mounted(folder, name) / "register.db" for name in ("one", "other"))
    before = (folder / "register.db").read_bytes()
    with closing(sqlite3.connect(one)) as earlier:  # with its log, as earlier versions had it
        assert count(earlier) == 761
        for arguments in (["add", *NEW, "Lost"], ["list"], ["db", "upgrade"], ["db", "backup", "copy.db"]):
            code, message = impatient(*arguments, db=other)
            assert code == 7
            assert "cannot be opened yet: other machines may use its drive (fuse" in message
            assert "close it everywhere and try again" in message
        assert (folder / "register.db").read_bytes() == before
    code, message = impatient("list", db=other)
    assert code == 0
    assert "register.db got another journal: other machines may use its drive (fuse" in message
    assert journal(other) == "delete"


def test_a_copy_on_a_shared_drive_is_put_back_there_and_elsewhere(folder, mounted, whole, wbagree):
    place = mounted(folder, "one")
    assert wbagree("db", "backup", str(place / "copy.db"), db=whole).returncode == 0
    for register in (place / "register.db", whole):
        for _ in range(2):  # new, and over what is there
            assert wbagree("db", "restore", str(place / "copy.db"), "--yes", db=register).returncode == 0
        assert len(titles(register, wbagree)) == 761
    assert journal(place / "register.db") == "delete"
