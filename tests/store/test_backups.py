"""Copies: made beside the register before what may be regretted, the last ten kept, and put back whole."""

import re
import shutil
import sqlite3
import stat
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from wbagree.errors import DatabaseProblem
from wbagree.store.file import backups, restore
from wbagree.store.file import connection as connection_
from wbagree.store.upkeep import integrity

DUMPS = Path(__file__).parent / "dumps"
EARLIER = sorted(path.stem for path in DUMPS.glob("*.sql"))
TIMED = r"register-before-{}-\d{{8}}T\d{{6}}Z(-\d+)?\.db"


@pytest.fixture
def other(seeded, tmp_path):
    """A copy of a register from before it was spoilt."""
    return backups.backup(seeded, tmp_path / "elsewhere" / "copy.db")


def keep(register, before):
    with backups.auto_backup(register, before) as named, named() as copy:
        return copy


def test_a_copy_is_named_by_what_it_was_made_before_and_is_its_owners_alone(seeded, dump):
    copy = keep(seeded, "import")
    assert copy.parent == seeded.parent
    assert re.fullmatch(TIMED.format("import"), copy.name)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert dump(copy) == dump(seeded)


def test_of_a_change_that_fails_no_copy_is_left_and_no_older_one_is_gone(empty):
    made = [keep(empty, "import") for _ in range(10)]
    for named_too in (False, True):
        with (
            pytest.raises(ZeroDivisionError),
            backups.auto_backup(empty, "import") as named,
            named() if named_too else nullcontext(),
        ):
            1 / 0  # noqa: B018  (what fails)
        assert backups.auto_backups(empty) == made
    assert not list(empty.parent.glob(".wbagree-*"))


def test_the_last_ten_are_kept_and_nothing_else_is_touched(empty):
    mine = [empty.with_name(name) for name in ("register-before-me.db", "register-2026.db", "other-before-import-1.db")]
    for path in mine:
        path.write_text("mine")
    made = [keep(empty, before) for before in ("import", "upgrade", "restore") * 5]
    assert backups.auto_backups(empty) == made[5:]
    assert sorted(set(empty.parent.glob("*.db")) - {empty}) == sorted([*mine, *made[5:]])


def test_restoring_gives_back_every_row_and_keeps_what_it_replaces(seeded, other, dump):
    content = dump(seeded)
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("DELETE FROM source")
    spoilt = dump(seeded)
    kept = restore.restore(seeded, other)
    assert dump(seeded) == content
    assert dump(kept) == spoilt
    assert re.fullmatch(TIMED.format("restore"), kept.name)
    assert integrity.integrity_problems(seeded) == []


def test_who_has_the_register_open_goes_on_with_what_was_restored(seeded, other, rows):
    with closing(sqlite3.connect(seeded)) as reader:
        assert reader.execute("SELECT count(*) FROM agreement").fetchone() == (len(rows),)
        with closing(sqlite3.connect(seeded)) as register, register:
            register.execute("UPDATE agreement SET title = 'spoilt'")
        restore.restore(seeded, other)
        assert reader.execute("SELECT count(*) FROM agreement WHERE title = 'spoilt'").fetchone() == (0,)


def test_a_register_that_is_gone_comes_back(seeded, other, dump):
    content = dump(seeded)
    seeded.unlink()
    assert restore.restore(seeded, other) is None
    assert dump(seeded) == content


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.write_text("x"), "is not a wbagree register"),
        (lambda path: path.unlink(), "No such file"),
        (lambda path: shutil.rmtree(path.parent), "No such file"),
        (lambda path: path.write_bytes(path.read_bytes()[:50_000]), "."),
    ],
)
def test_what_is_no_copy_changes_nothing(spoil, sentence, seeded, other):
    before = seeded.read_bytes()
    spoil(other)
    with pytest.raises(DatabaseProblem, match=sentence):
        restore.restore(seeded, other)
    assert seeded.read_bytes() == before
    assert backups.auto_backups(seeded) == []


@pytest.mark.parametrize("revision", EARLIER)
def test_an_older_copy_can_be_put_back(revision, seeded, tmp_path, dump):
    older = tmp_path / "older.db"
    with closing(sqlite3.connect(older)) as register:
        register.executescript((DUMPS / f"{revision}.sql").read_text(encoding="utf-8"))
    restore.restore(seeded, older)
    assert dump(seeded) == dump(older)


def test_a_newer_copy_cannot_be_put_back(seeded, other):
    before = seeded.read_bytes()
    with closing(sqlite3.connect(other)) as copy, copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseProblem, match="newer wbagree"):
        restore.restore(seeded, other)
    assert seeded.read_bytes() == before
    assert backups.auto_backups(seeded) == []


def test_a_register_that_somebody_else_holds_is_left_alone(seeded, other, monkeypatch):
    for module in (backups, connection_):
        monkeypatch.setattr(module, "LOCK_TIMEOUT", 0.3)
    before = seeded.read_bytes()
    with closing(sqlite3.connect(seeded, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseProblem, match="locked"):
            restore.restore(seeded, other)
        writer.execute("ROLLBACK")
    assert seeded.read_bytes() == before
    with connection_.open_for_reading(seeded):
        pass


def test_a_copy_is_never_written_over_anything(seeded, tmp_path):
    taken, file = tmp_path / "taken.db", tmp_path / "file"
    for path in (taken, file):
        path.write_text("mine")
    with pytest.raises(DatabaseProblem, match=r"exists already and was not changed\. Choose another name\."):
        backups.backup(seeded, taken)
    with pytest.raises(DatabaseProblem, match="file is no folder"):
        backups.backup(seeded, file / "copy.db")
    assert (taken.read_text(), file.read_text()) == ("mine", "mine")


def test_a_copy_that_is_damaged_inside_is_not_put_back(seeded, other):
    before = seeded.read_bytes()
    data = bytearray(other.read_bytes())
    with closing(sqlite3.connect(other)) as register:
        (root,) = register.execute("SELECT rootpage FROM sqlite_master WHERE name = 'agreement'").fetchone()
    data[(root - 1) * 4096 + 12 : root * 4096] = bytes(4096 - 12)
    other.write_bytes(data)
    with pytest.raises(DatabaseProblem, match=r"is damaged .*; nothing was restored"):
        restore.restore(seeded, other)
    assert seeded.read_bytes() == before
    assert backups.auto_backups(seeded) == []


def test_copies_that_cannot_go_do_not_hinder_what_was_done(seeded, other):
    for number in range(12):
        seeded.with_name(f"register-before-import-20200101T0000{number:02}Z.db").mkdir()
    kept = restore.restore(seeded, other)
    assert kept in backups.auto_backups(seeded)
    assert len(backups.auto_backups(seeded)) == 13
