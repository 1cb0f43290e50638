"""A new database gets no name under which a log of another one lies: SQLite would write what is in it into the new."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from wbagree import atomic_files
from wbagree.errors import DatabaseProblem
from wbagree.store.file import backups, final_name, restore
from wbagree.store.upkeep import integrity, schema

# Writes to a register and is killed: committed with a log (WAL), or in the middle of a change (DELETE).
DIE = """
import os, sqlite3, sys
register = sqlite3.connect(sys.argv[1], isolation_level=None)
register.execute(f"PRAGMA journal_mode = {sys.argv[2]}")
register.execute("PRAGMA wal_autocheckpoint = 0")
register.execute("PRAGMA cache_size = 1")
register.execute("BEGIN IMMEDIATE")
register.execute("UPDATE agreement SET notes = notes || ' stale'")
if sys.argv[2] == "WAL":
    register.execute("COMMIT")
os._exit(0)
"""
LOGS = {"WAL": "-wal", "DELETE": "-journal"}
MAKERS = {
    "create": lambda path, _: schema.create(path),
    "restore": restore.restore,
    "backup": lambda path, copy: backups.backup(copy, path),
}


@pytest.fixture
def other(seeded, tmp_path):
    """A copy of a register from before its writer died."""
    return backups.backup(seeded, tmp_path / "elsewhere" / "copy.db")


def die(path, mode):
    """Leave the log of a register whose writer was killed, and return it."""
    subprocess.run([sys.executable, "-c", DIE, str(path), mode], check=True)
    log = path.with_name(path.name + LOGS[mode])
    assert log.stat().st_size
    return log


@pytest.mark.parametrize("mode", LOGS)
@pytest.mark.parametrize("maker", MAKERS)
def test_a_log_that_is_left_stops_who_would_make_a_new_file_there_and_stays(maker, mode, seeded, other):
    log = die(seeded, mode)
    seeded.unlink()
    left = log.read_bytes()
    with pytest.raises(DatabaseProblem, match=f"{log} is left of a database that is gone"):
        MAKERS[maker](seeded, other)
    assert not seeded.exists()
    assert log.read_bytes() == left
    log.rename(other.with_name("aside"))
    MAKERS[maker](seeded, other)
    assert integrity.integrity_problems(seeded) == []


def test_the_database_that_is_put_back_has_its_last_changes(seeded, other, rows):
    die(seeded, "WAL")
    aside = seeded.rename(seeded.with_name("aside.db"))
    with pytest.raises(DatabaseProblem) as refused:
        restore.restore(seeded, other)
    assert refused.value.hint.startswith("put that database back if you need its last changes")
    aside.rename(seeded)
    with closing(sqlite3.connect(seeded)) as register:
        assert register.execute("SELECT count(*) FROM agreement WHERE notes LIKE '% stale'").fetchone() == (len(rows),)


def test_an_empty_log_hinders_nobody(seeded, other):
    seeded.unlink()
    seeded.with_name("register.db-wal").touch()
    restore.restore(seeded, other)
    assert integrity.integrity_problems(seeded) == []


def test_a_register_that_another_made_meanwhile_stays_with_its_log(seeded, tmp_path):
    log = die(seeded, "WAL")
    with atomic_files.temporary_file_next_to(tmp_path / "new") as new, pytest.raises(FileExistsError):
        final_name.publish_database(new, seeded)
    assert log.exists()


def test_a_copy_is_not_called_as_the_log_of_an_earlier_one(tmp_path):
    expected = tmp_path / "kept.db"
    expected.with_name("kept.db-wal").write_bytes(b"left")
    with atomic_files.temporary_file_next_to(expected) as new:
        assert (
            final_name.publish_database_under_free_name(new, atomic_files.numbered_names(expected))
            == tmp_path / "kept-2.db"
        )
