"""Where a register lies, what SQLite has to have, and what is said when it cannot use a register."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from wbagree.store.file import drives, failures, journals, sqlite_requirements

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home/me/office rw,nosuid,nodev shared:9 - cifs //server/office rw,vers=3.1.1
31 22 0:41 / /mnt/team\\040files rw - nfs4 server:/team rw,hard
32 22 0:42 / /mnt/c rw - 9p C:\\134 rw,aname=drvfs
33 22 0:43 / /home/me/ssh rw - fuse.sshfs me@server: rw
34 22 0:44 / /home/me/shown - fuse /srv rw
35 22 8:17 / /media/stick rw - fuseblk /dev/sdb1 rw
36 22 0:45 / /tmp rw - tmpfs tmpfs rw
37 22 0:46 / /srv/overlay rw shared:7 master:2 - overlay overlay rw
"""
# A program that finds another SQLite than the one there is.
PRETENDED = """
import sqlite3, sys
sqlite3.sqlite_version_info = (3, 34, 1)
from wbagree.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("device", "kind"),
    [
        ((8, 1), ""),
        ((0, 40), "cifs"),
        ((0, 41), "nfs4"),
        ((0, 42), "9p"),
        ((0, 43), "fuse.sshfs"),
        ((0, 44), "fuse"),
        ((8, 17), ""),
        ((0, 45), ""),
        ((0, 46), ""),
        ((0, 4), ""),
    ],
)
def test_a_drive_that_other_machines_use_is_known_by_what_the_system_says_of_it(device, kind):
    assert drives.shared_kind_in_mounts(MOUNTS, os.makedev(*device)) == kind


def test_a_register_on_a_local_disk_keeps_its_log(seeded):
    assert drives.shared_drive_kind(seeded) == ""
    journals.connect(seeded, patience=0).close()
    assert journals.has_log(journals.read_header(seeded))


def test_looking_at_the_header_lets_go_of_no_lock(seeded):
    probe = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN EXCLUSIVE')"
    with closing(sqlite3.connect(seeded, isolation_level=None)) as register:
        register.execute("PRAGMA journal_mode = DELETE")
        register.execute("BEGIN EXCLUSIVE")
        for _ in range(2):
            journals.read_header(seeded)
            ran = subprocess.run(
                [sys.executable, "-c", probe, str(seeded)], capture_output=True, text=True, check=False
            )
            assert "database is locked" in ran.stderr


def test_a_version_of_sqlite_that_is_too_old_is_said_before_anything_is_made(seeded, tmp_path):
    def run(*arguments, db):
        env = {**os.environ, "WBAGREE_DB": str(db)}
        program = [sys.executable, "-c", PRETENDED, *arguments]
        return subprocess.run(program, env=env, capture_output=True, text=True, check=False)

    ran = run("seed", db=tmp_path / "new" / "register.db")
    assert ran.returncode == 7
    message = "wbagree: this Python has SQLite 3.34.1; wbagree needs SQLite 3.35 or later, with FTS5 and JSON\n"
    assert message in ran.stderr
    assert not (tmp_path / "new").exists()
    assert run("list", db=seeded).returncode == 0  # reads what another made


@pytest.mark.parametrize(
    ("query", "module"),
    [
        # Names that no SQLite has, so that each says what one without the module says of the real ones.
        ("CREATE VIRTUAL TABLE t USING fts5_left_out (a)", "FTS5"),
        ("SELECT json_left_out('[]')", "JSON"),
        ("SELECT * FROM json_left_out('[]')", "JSON"),
        ("SELECT * FROM agreement_left_out", ""),
    ],
)
def test_a_module_that_sqlite_lacks_is_named(query, module, tmp_path):
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.OperationalError) as raised:
        connection.execute(query)
    found = sqlite_requirements.missing_feature_error(str(raised.value))
    if module:
        assert found.sentence.startswith(
            f"this Python's SQLite {sqlite3.sqlite_version} has no {module}; wbagree needs"
        )
    else:
        assert found is None
        assert str(failures.unreadable_error(path, raised.value)).endswith("no such table: agreement_left_out")
