"""Copies: made beside the register before what may be regretted, the last ten kept, and put back whole."""

import re
import shutil
import sqlite3
import stat
from contextlib import closing

import pytest

from wbagree.errors import DatabaseProblem
from wbagree.store import backups, checking
from wbagree.store import connection as connection_
from wbagree.store.connection import REVISION

TIMED = r"register-before-{}-\d{{8}}T\d{{6}}Z(-\d+)?\.db"


@pytest.fixture
def other(seeded, tmp_path):
    """A copy of a register from before it was spoilt."""
    return backups.backup(seeded, tmp_path / "elsewhere" / "copy.db")


def test_a_copy_is_named_by_what_it_was_made_before_and_is_its_owners_alone(seeded, dump):
    copy = backups.keep(seeded, "import")
    assert copy.parent == seeded.parent
    assert re.fullmatch(TIMED.format("import"), copy.name)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert dump(copy) == dump(seeded)


def test_the_last_ten_are_kept_and_nothing_else_is_touched(empty):
    mine = [empty.with_name(name) for name in ("register-before-me.db", "register-2026.db", "other-before-import-1.db")]
    for path in mine:
        path.write_text("mine")
    made = [backups.keep(empty, before) for before in ("import", "upgrade", "restore") * 5]
    assert backups.copies(empty) == made[5:]
    assert sorted(set(empty.parent.glob("*.db")) - {empty}) == sorted([*mine, *made[5:]])


def test_restoring_gives_back_every_row_and_keeps_what_it_replaces(seeded, other, dump):
    content = dump(seeded)
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("DELETE FROM source")
    spoilt = dump(seeded)
    kept = backups.restore(seeded, other)
    assert dump(seeded) == content
    assert dump(kept) == spoilt
    assert re.fullmatch(TIMED.format("restore"), kept.name)
    assert checking.problems(seeded) == []


def test_who_has_the_register_open_goes_on_with_what_was_restored(seeded, other):
    with closing(sqlite3.connect(seeded)) as reader:
        assert reader.execute("SELECT count(*) FROM agreement").fetchone() == (407,)
        with closing(sqlite3.connect(seeded)) as register, register:
            register.execute("UPDATE agreement SET title = 'spoilt'")
        backups.restore(seeded, other)
        assert reader.execute("SELECT count(*) FROM agreement WHERE title = 'spoilt'").fetchone() == (0,)


@pytest.mark.parametrize("damage", [b"", b"not a register", bytes(range(256)) * 40])
def test_a_damaged_register_is_replaced_and_kept_as_it_is(damage, seeded, other, dump):
    content = dump(seeded)
    seeded.write_bytes(damage)
    seeded.with_name("register.db-journal").write_bytes(b"rest")
    kept = backups.restore(seeded, other)
    assert kept.read_bytes() == damage
    assert dump(seeded) == content
    assert not seeded.with_name("register.db-journal").exists()
    assert stat.S_IMODE(seeded.stat().st_mode) == 0o600


def test_a_register_that_is_gone_comes_back(seeded, other, dump):
    content = dump(seeded)
    seeded.unlink()
    assert backups.restore(seeded, other) is None
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
        backups.restore(seeded, other)
    assert seeded.read_bytes() == before
    assert backups.copies(seeded) == []


@pytest.mark.parametrize(("revision", "works"), [("0004", True), (REVISION, True), ("9999", False)])
def test_an_older_copy_can_be_put_back_a_newer_one_cannot(revision, works, seeded, other):
    with closing(sqlite3.connect(other)) as copy, copy:
        copy.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    if works:
        backups.restore(seeded, other)
    else:
        with pytest.raises(DatabaseProblem, match="newer wbagree"):
            backups.restore(seeded, other)


def test_a_register_that_somebody_else_holds_is_left_alone(seeded, other, monkeypatch):
    monkeypatch.setattr(backups, "PATIENCE", 0.3)
    before = seeded.read_bytes()
    with closing(sqlite3.connect(seeded, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseProblem, match="locked"):
            backups.restore(seeded, other)
        writer.execute("ROLLBACK")
    assert seeded.read_bytes() == before
    with connection_.reading(seeded):
        pass
