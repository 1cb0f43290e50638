"""Drives that cannot do what SQLite would like: no memory to share, no locks, no room."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]

KEY = "AL-XK-2012-1"
EDIT = ("edit", KEY, "--place", "Here")
# The system does not say what kind of drive it is.
UNKNOWN = """
import os
from pathlib import Path
from wbagree.store.file import drives
drives._MOUNTS = Path(os.devnull)
"""
NO_LOCKS = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#define REFUSING(name) int name(int file, int command, ...) { \\
    va_list rest; va_start(rest, command); void *more = va_arg(rest, void *); va_end(rest); \\
    if (command == F_SETLK || command == F_SETLKW) { errno = atoi(getenv("NO_LOCKS")); return -1; } \\
    return ((int (*)(int, int, ...)) dlsym(RTLD_NEXT, #name))(file, command, more); }
REFUSING(fcntl)
REFUSING(fcntl64)
"""
# Fills a small drive but for so many KiB, asks and writes there, and makes room again.
NO_ROOM = """
from running import run
left, rows = sys.argv[1:]
os.chdir(place)
with open("rest", "wb") as rest:
    rest.write(bytes((shutil.disk_usage(".").free // 1024 - int(left)) * 1024))
with open(rows, "w") as file:
    run("list", "--format", "csv", output=file.fileno())
print(run("edit", "AL-XK-2012-1", "--place", "Here"))
os.unlink("rest")
run("db", "check")
print(*os.listdir(), *open("register.db", "rb").read(20)[18:])
"""
# Asks and writes several times, with less patience.
WITHOUT_LOCKS = """
import command_tree, json, os, sys
import wbagree.store.upkeep.schema
from running import run
from wbagree.store.file import backups, connection, failures, journals
backups.LOCK_TIMEOUT = connection.LOCK_TIMEOUT = failures.LOCK_TIMEOUT = 0.2
failures.PATIENCE_TO_WRITE = journals.PATIENCE_TO_WRITE = 0.2
for number, (db, arguments) in enumerate(json.loads(sys.argv[1])):
    os.environ["WBAGREE_DB"] = db
    with open(f"output-{number}", "w") as output:
        print(run(*arguments, errors=output.fileno()), flush=True)
"""


def log(path):
    return path.read_bytes()[18:20] == b"\2\2"


@pytest.mark.parametrize("made", ["there", "elsewhere"])
def test_a_drive_without_memory_to_share_holds_a_register_all_the_same(made, mounted, tmp_path, seeded, impatient):
    (tmp_path / "folder").mkdir()
    place = mounted(tmp_path / "folder", "drive", "direct_io")
    db = place / "register.db"
    if made == "there":
        assert impatient("seed", db=db, prepare=UNKNOWN)[0] == 0
    else:
        shutil.copy(seeded, db)
        code, message = impatient("list", db=db, prepare=UNKNOWN)
        assert code == 0
        assert "got another journal: its drive has no memory that programs can share; readers now wait" in message
    for arguments in (EDIT, ("list",), ("db", "backup", str(place / "copy.db")), ("db", "check"), ("undo",)):
        code, message = impatient(*arguments, db=db, prepare=UNKNOWN)
        assert code == 0, (arguments, message)
        assert "journal" not in message
    assert not log(db)
    assert sorted(path.name for path in place.iterdir()) == ["copy.db", "register.db"]


@pytest.fixture(scope="module")
def without_locks(needs, tmp_path_factory):
    """A library that lets a program find that its drive does not lock files."""
    needs("cc")
    source = tmp_path_factory.mktemp("library") / "locks.c"
    source.write_text(NO_LOCKS)
    library = source.with_suffix(".so")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    return library


@pytest.mark.parametrize("code", ["ENOLCK", "EOPNOTSUPP"])
def test_a_drive_that_does_not_lock_is_said(code, without_locks, tmp_path, seeded):
    before = seeded.read_bytes()
    new = tmp_path / "new" / "register.db"
    runs = [(seeded, ("list",)), (seeded, EDIT), (seeded, ("db", "upgrade")), (new, ("seed",))]
    env = {"LD_PRELOAD": str(without_locks), "NO_LOCKS": str(getattr(errno, code)), "PYTHONPATH": str(TESTS)}
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_LOCKS, json.dumps([(str(db), arguments) for db, arguments in runs])],
        env={**os.environ, **env}, cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.split() == ["7"] * len(runs)
    for number, (db, _) in enumerate(runs):
        message = (tmp_path / f"output-{number}").read_text()
        assert "Traceback" not in message
        assert f"{db} cannot be used where it lies: its drive does not lock files" in message
        assert "keep the register on a local disk, and name it there with --db or WBAGREE_DB" in message
    assert seeded.read_bytes() == before
    assert not new.exists()


@pytest.mark.parametrize("left", [0, 12, 40])
def test_a_full_disk_is_said_and_what_is_there_can_be_read(left, whole, on_small_drive, tmp_path):
    ran = on_small_drive(NO_ROOM, 4600, whole, str(left), str(tmp_path / "rows.csv"))
    assert len((tmp_path / "rows.csv").read_text().splitlines()) == 762
    assert (ran.returncode, ran.stdout.split()[-4:]) == (0, ["7", "register.db", "2", "2"])
    assert "register.db: the disk is full, or the one for temporary files" in ran.stderr
    assert "free some space, then try again" in ran.stderr
    assert "register.db is sound" in ran.stderr
