"""A register's schema: as the migrations make it, upgraded without loss, and no file touched that is not ours."""

import os
import re
import shutil
import sqlite3
import stat
import time
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from wbagree import resources
from wbagree.errors import DatabaseProblem
from wbagree.store.file.connection import APPLICATION_ID, REVISION
from wbagree.store.upkeep import integrity, schema
from wbagree.store.write.session import engine_of, transaction

SCRIPTS = ScriptDirectory(str(resources.migrations_folder()))
EARLIER = [script.revision for script in SCRIPTS.walk_revisions() if script.revision != SCRIPTS.get_current_head()]
# Three who make the register at once, forked: how they start is not the subject.
MAKE = """
import os, sys
from pathlib import Path
from wbagree.store.upkeep import schema
making = []
for _ in range(3):
    process = os.fork()
    if not process:
        schema.create(Path(sys.argv[1]))
        os._exit(0)
    making.append(process)
sys.exit(any([os.waitpid(process, 0)[1] for process in making]))
"""


@pytest.fixture(scope="session")
def old_registers(tmp_path_factory):
    """Empty registers at earlier revisions, each made when it is first asked for."""
    folder = tmp_path_factory.mktemp("old")

    def made(revision):
        path = folder / f"{revision}.db"
        if not path.exists():
            path.touch()
            with schema.migrating(path) as connection:
                schema.migrate(connection, revision)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        return path

    return made


@pytest.fixture
def old(old_registers, bundled, tmp_path):
    """A register at an earlier revision with bundled records."""

    def made(revision):
        path = Path(shutil.copy(old_registers(revision), tmp_path / "old.db"))
        with closing(sqlite3.connect(path)) as register, register:
            register.execute("ATTACH ? AS new", (str(bundled),))
            tables = register.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
            # What full-text search keeps itself in is copied as it is, in place of its empty beginning.
            for table in {name for (name,) in tables} - {"alembic_version", "agreement_text", "type_text"}:
                here, there = (
                    {row[1] for row in register.execute(f"PRAGMA {of}.table_info({table})")} for of in ("main", "new")
                )
                columns = ", ".join(f'"{column}"' for column in sorted(here & there))
                register.execute(f"INSERT OR REPLACE INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
                if "seed_digest" in here:  # it stands in a table of its own now
                    message = f"SELECT digest FROM new.bundled AS b WHERE b.subject = '{table}' AND b.key = {table}.key"
                    register.execute(f"UPDATE main.{table} SET seed_digest = ({message})")
        return path

    return made


def files(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_the_schema_is_the_one_that_was_agreed_on(empty, golden):
    with closing(sqlite3.connect(empty)) as register:
        found = register.execute(
            "SELECT name, coalesce(sql, '-- index of a key of ' || tbl_name) FROM sqlite_master ORDER BY name"
        ).fetchall()
    # What full-text search keeps itself in is SQLite's own affair.
    text = "\n".join(f"{sql.strip()};\n" for name, sql in found if "_text_" not in name)
    golden("schema.sql", "\n".join(line.rstrip() for line in text.split("\n")))


def test_the_migrations_and_the_models_say_the_same(empty):
    engine = engine_of(empty)
    options = {
        "compare_type": True,
        "include_name": lambda name, kind, _: kind != "table" or not name.startswith(("agreement_text", "type_text")),
    }
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), SQLModel.metadata) == []
    engine.dispose()


def test_the_revision_that_reading_knows_is_the_head_of_the_scripts():
    assert SCRIPTS.get_current_head() == REVISION


@pytest.mark.parametrize("revision", EARLIER)
def test_an_earlier_register_is_upgraded_with_every_row_and_a_copy_is_kept(old, revision, dump, empty):
    path = old(revision)
    before, whole = dump(path), dump(path)
    assert len(before["agreement"]) > 150
    came_from, now, copy = schema.upgrade(path)
    assert (came_from, now) == (revision, REVISION)
    after = dump(path)
    # Field by field; what a later schema added beside them is not asked for here.
    if "bundled" not in before:
        digests = {
            (name, row["key"], row.pop("seed_digest"))
            for name in ("agreement", "framework")
            for row in before.get(name, [])
        }
        assert {(row["subject"], row["key"], row["digest"]) for row in after["bundled"]} == digests
    for row in before["participation"]:
        assert not any(row.pop(name) for name in ("ratified", "in_force"))  # acts since 0008; test_upgrading has some
    kept = {
        name: [{column: row[column] for column in rows[0]} for row in after[name]] if rows else after[name]
        for name, rows in before.items()
    }
    assert {**kept, "alembic_version": before["alembic_version"]} == before
    assert dump(copy) == whole
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert integrity.integrity_problems(path) == []
    assert dump(path).keys() == dump(empty).keys()


@pytest.mark.parametrize("revision", EARLIER)
def test_nobody_reads_or_writes_an_earlier_register_before_it_is_upgraded(old_registers, revision, reading, tmp_path):
    path = Path(shutil.copy(old_registers(revision), tmp_path / "old.db"))
    before = path.read_bytes()
    for use in (reading, transaction):
        with pytest.raises(DatabaseProblem, match="older wbagree") as caught, use(path):
            pass
        assert "wbagree db upgrade" in caught.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("obstacle", "sentence"),
    [
        ("CREATE TABLE pair_view (a)", "table 'pair_view' is not this program's"),
        ("CREATE TABLE agreement_text (a)", "table 'agreement_text' is not this program's"),
        ("INSERT INTO party_name VALUES ('QQ', 'Nowhere', '', '', '')", "would break 1 references"),
    ],
)
def test_an_upgrade_that_fails_changes_nothing(old, obstacle, sentence):
    path = old("0001")
    with closing(sqlite3.connect(path)) as register, register:
        register.execute(obstacle)
    before = path.read_bytes()
    with pytest.raises(DatabaseProblem, match=sentence):
        schema.upgrade(path)
    assert path.read_bytes() == before


def test_a_register_of_today_is_not_upgraded_and_not_copied(seeded):
    before = seeded.read_bytes()
    assert schema.upgrade(seeded) == (REVISION, REVISION, None)
    assert seeded.read_bytes() == before
    assert files(seeded.parent) == ["register.db"]


def test_an_upgrade_keeps_what_was_beside_the_register(old, dump):
    path = old("0001")
    rows = dump(path)
    *_, kept = schema.upgrade(path)
    assert dump(kept) == rows
    assert re.fullmatch(r"old-before-upgrade-\d{8}T\d{6}Z\.db", kept.name)


def test_a_new_register_is_its_owners_alone_and_nothing_lies_beside_it(tmp_path):
    path = tmp_path / "deep" / "down" / "my register.db"
    schema.create(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert files(path.parent) == ["my register.db"]
    assert integrity.integrity_problems(path) == []


def test_a_register_that_cannot_be_made_leaves_nothing(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(DatabaseProblem, match="cannot be made"):
        schema.create(tmp_path / "file" / "register.db")
    assert files(tmp_path) == ["file"]


def test_a_register_that_is_there_already_stays_as_it_is(seeded):
    before = seeded.read_bytes()
    schema.create(seeded)
    assert seeded.read_bytes() == before
    assert files(seeded.parent) == ["register.db"]


def test_of_many_who_make_a_register_at_once_one_wins_and_none_fails(tmp_path, reading, programs):
    path = tmp_path / "new" / "register.db"
    with open(os.devnull, "r+b") as nowhere:  # noqa: PTH123  (a device)
        programs.start((str(path),), (nowhere.fileno(),) * 3, dict(os.environ), code=MAKE)
        until = time.monotonic() + 60
        while not path.exists() and time.monotonic() < until:
            time.sleep(0.001)
        with reading(path) as register:  # whoever sees the file sees all of it
            assert register.execute("SELECT count(*) FROM party").fetchone()[0] > 200
        code, _ = programs.wait()
    assert code == 0
    assert files(path.parent) == ["register.db"]
    assert integrity.integrity_problems(path) == []


def spoil(path, *statements):
    with closing(sqlite3.connect(path)) as register, register:
        for statement in statements:
            register.execute(statement)


@pytest.mark.parametrize("use", ["reading", "transaction", "upgrade", "problems"])
def test_a_register_of_a_newer_program_is_refused_and_left_untouched(use, uses, seeded):
    spoil(seeded, "UPDATE alembic_version SET version_num = '9999'")
    before = seeded.read_bytes()
    with pytest.raises(DatabaseProblem, match=f"newer wbagree .schema 9999, this program knows {REVISION}"):
        uses[use](seeded)
    assert seeded.read_bytes() == before
    assert files(seeded.parent) == ["register.db"]


@pytest.fixture
def uses(reading):
    """Everything that can be done with a file, by name."""

    def open_and_close(opened):
        def use(path):
            with opened(path):
                pass

        return use

    return {
        "reading": open_and_close(reading),
        "transaction": open_and_close(transaction),
        "upgrade": schema.upgrade,
        "problems": integrity.integrity_problems,
    }


OTHERS = {
    "an empty file": lambda path, _: path.write_bytes(b""),
    "a letter": lambda path, _: path.write_text("Dear colleague,\n" * 99, encoding="utf-8"),
    "an SQLite file": lambda path, _: spoil(path, "CREATE TABLE t (a)"),
    "another Alembic program's": lambda path, _: spoil(
        path, "CREATE TABLE alembic_version (version_num)", f"INSERT INTO alembic_version VALUES ('{REVISION}')"
    ),
    "a register that lost its mark": lambda path, seeded: (
        path.write_bytes(seeded.read_bytes()),
        spoil(path, "PRAGMA application_id = 0"),
    ),
    "a register that lost its revision": lambda path, seeded: (
        path.write_bytes(seeded.read_bytes()),
        spoil(path, "DELETE FROM alembic_version"),
    ),
}


@pytest.mark.parametrize("use", ["reading", "transaction", "upgrade", "problems"])
@pytest.mark.parametrize("other", OTHERS)
def test_a_file_that_is_not_ours_is_refused_and_left_untouched(use, other, uses, seeded, tmp_path):
    path = tmp_path / "other" / "file.db"
    path.parent.mkdir()
    OTHERS[other](path, seeded)
    before = path.read_bytes()
    with pytest.raises(DatabaseProblem, match="is not a wbagree register; it was left untouched"):
        uses[use](path)
    assert path.read_bytes() == before
    assert files(path.parent) == ["file.db"]


@pytest.mark.parametrize("use", ["reading", "transaction", "upgrade", "problems"])
def test_a_file_that_only_begins_like_sqlite_is_refused_and_left_untouched(use, uses, tmp_path):
    path = tmp_path / "file.db"
    path.write_bytes(before := b"SQLite format 3\0" + b"\xff" * 4096)
    with pytest.raises(DatabaseProblem, match=r"is not a wbagree register|file is not a database"):
        uses[use](path)
    assert path.read_bytes() == before
    assert files(tmp_path) == ["file.db"]


@pytest.mark.parametrize("use", ["reading", "transaction", "upgrade", "problems"])
def test_a_file_that_is_not_there_is_not_made(use, uses, tmp_path):
    with pytest.raises(DatabaseProblem, match="No such file"):
        uses[use](tmp_path / "nothing.db")
    assert files(tmp_path) == []
