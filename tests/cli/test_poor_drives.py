"""Drives that cannot do what SQLite would like: no memory to share, no locks, no room."""

import os
import shutil
import subprocess
import sys

import pytest

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
# Mounts a file system with so many KiB left beside a register, and asks and writes there.
NO_ROOM = """
mount -t tmpfs -o size=2400k none "$1" || exit 99
cp "$2" "$1/register.db"; cd "$1"
head -c "$(($(df --output=avail -k . | tail -1) - $3))k" /dev/zero > rest
export WBAGREE_DB=register.db; shift 3
"$@" list --format csv | wc -l
"$@" edit AL-XK-2012-1 --place Here; echo "$?"
rm -f rest; "$@" db check; ls; head -c 20 register.db | tail -c 2 | od -An -tu1
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


@pytest.mark.parametrize("code", ["ENOLCK", "EOPNOTSUPP"])
def test_a_drive_that_does_not_lock_is_said(code, needs, tmp_path, seeded, impatient):
    needs("cc")
    source, library = tmp_path / "locks.c", tmp_path / "locks.so"
    source.write_text(NO_LOCKS)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    env = {"LD_PRELOAD": str(library), "NO_LOCKS": str(getattr(__import__("errno"), code))}
    before = seeded.read_bytes()
    new = tmp_path / "new" / "register.db"
    for db, arguments in ((seeded, ("list",)), (seeded, EDIT), (seeded, ("db", "upgrade")), (new, ("seed",))):
        code, message = impatient(*arguments, db=db, **env)
        assert code == 7
        assert f"{db} cannot be used where it lies: its drive does not lock files" in message
        assert "keep the register on a local disk, and name it there with --db or WBAGREE_DB" in message
    assert seeded.read_bytes() == before
    assert not new.exists()


@pytest.mark.parametrize("left", [0, 12, 40])
def test_a_full_disk_is_said_and_what_is_there_can_be_read(left, seeded, tmp_path):
    if os.geteuid() or not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("only root may mount a small file system")
    (tmp_path / "small").mkdir()
    ran = subprocess.run(
        ["unshare", "-m", "sh", "-c", NO_ROOM, "sh", str(tmp_path / "small"), str(seeded), str(left), sys.executable,
         "-m", "wbagree"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    if ran.returncode == 99:
        pytest.skip("no small file system can be mounted here")
    assert ran.stdout.split() == ["408", "7", "register.db", "2", "2"]
    assert "register.db: the disk is full, or the one for temporary files" in ran.stderr
    assert "free some space, then try again" in ran.stderr
    assert "register.db is sound" in ran.stderr
