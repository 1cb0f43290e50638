"""What a register is made of: ours at every revision, and what a stranger's file may carry is not run, nor taken in."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from wbagree import resources
from wbagree.errors import DatabaseProblem
from wbagree.store.file import backups, definitions, restore
from wbagree.store.file.connection import APPLICATION_ID
from wbagree.store.upkeep import integrity, invalid_cells, schema
from wbagree.store.write.session import raw_connection, transaction

SCRIPTS = ScriptDirectory(str(resources.migrations_folder()))
REVISIONS = sorted(script.revision for script in SCRIPTS.walk_revisions())
DUMPS = Path(__file__).parent / "dumps"


def spoil(path, *statements):
    with closing(sqlite3.connect(path)) as register, register:
        for statement in statements:
            register.execute(statement)


@pytest.mark.parametrize("revision", REVISIONS)
def test_the_definitions_of_a_revision_are_those_that_the_migrations_make(revision, tmp_path):
    path = tmp_path / "made.db"
    path.touch()
    with schema.migrating(path) as connection:
        schema.migrate(connection, revision)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(sqlite3.connect(path)) as register:
        made = definitions.definitions_in(register)
    file = resources.migrations_folder() / "definitions" / f"{revision}.sql"
    if os.environ.get("UPDATE_GOLDENS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(f"{sql}\n" for sql in made), encoding="utf-8")
    assert definitions.expected_definitions(revision) == made


def test_an_upgraded_register_has_the_views_of_a_new_one(empty, tmp_path):
    path = tmp_path / "upgraded.db"
    with closing(sqlite3.connect(path)) as register:
        register.executescript((DUMPS / "0005.sql").read_text(encoding="utf-8"))
    schema.upgrade(path)
    views = []
    for one in (empty, path):
        with closing(sqlite3.connect(one)) as register:
            views.append(register.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall())
    assert len(views[0]) > 4
    assert sorted(views[0]) == sorted(views[1])
    assert "--" not in "".join(sql for _, sql in views[0])


def test_there_are_definitions_of_every_revision_and_of_no_other():
    assert sorted(path.stem for path in (resources.migrations_folder() / "definitions").iterdir()) == REVISIONS


STRANGE = {
    "trigger 'spy'": ["CREATE TRIGGER spy AFTER INSERT ON agreement BEGIN UPDATE agreement SET notes = new.title; END"],
    "table 'mine'": ["CREATE TABLE mine (a)"],
    "view 'mine'": ["CREATE VIEW mine AS SELECT * FROM agreement"],
    "index 'mine'": ["CREATE INDEX mine ON agreement (title)"],
    "table 'words'": ["CREATE VIRTUAL TABLE words USING fts5(a)"],
    "table 'party'": ["ALTER TABLE party ADD COLUMN mine"],
    "index 'ix_agreement_signed'": ["DROP INDEX ix_agreement_signed"],
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_carries_more_than_ours_is_read_never_written_nor_put_back(name, seeded, empty_copy, found):
    keys = found(seeded)
    spoil(seeded, *STRANGE[name])
    before, target = seeded.read_bytes(), empty_copy.read_bytes()
    assert found(seeded) == keys
    for use in (lambda: write(seeded), lambda: restore.restore(empty_copy, seeded)):
        with pytest.raises(DatabaseProblem) as caught:
            use()
        assert name in caught.value.sentence
        assert "only read" in caught.value.sentence
        assert "import them into another register" in caught.value.hint
    assert (seeded.read_bytes(), empty_copy.read_bytes()) == (before, target)
    assert backups.auto_backups(empty_copy) == []
    restore.restore(seeded, empty_copy)  # and a copy of ours puts it right
    assert integrity.integrity_problems(seeded) == []


@pytest.fixture
def empty_copy(blank, tmp_path):
    """Another register, without records."""
    return backups.backup(blank, tmp_path / "other" / "empty.db")


def write(path):
    with transaction(path):
        pass


ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS {} FROM n"
TRAPS = {
    "a view of ours that never ends": ["DROP VIEW lineage", f"CREATE VIEW lineage AS {ENDLESS.format('signer')}"],
    "its name written otherwise": ["DROP VIEW lineage", f"CREATE VIEW LINEAGE AS {ENDLESS.format('signer')}"],
    "a view in the place of a table": ["DROP TABLE agreement", f"CREATE VIEW agreement AS {ENDLESS.format('id')}"],
    "an index for search over such a view": [
        f"CREATE VIEW endless AS {ENDLESS.format('title')}",
        "DROP TABLE agreement_text",
        "CREATE VIRTUAL TABLE agreement_text USING fts5(title, content='endless')",
    ],
}


@pytest.mark.parametrize("trap", TRAPS)
def test_what_is_asked_for_is_ours_or_nothing_is_asked(trap, seeded, reading):
    spoil(seeded, *TRAPS[trap])
    before = seeded.read_bytes()
    with pytest.raises(DatabaseProblem, match="is not this program's; such a file is not read"), reading(seeded):
        pass
    assert [problem for problem in integrity.integrity_problems(seeded) if problem.startswith("schema: ")]
    assert seeded.read_bytes() == before


REVISIONED = {
    "a view that never ends": f"CREATE VIEW alembic_version AS {ENDLESS.format('version_num')} WHERE i < 0",
    "its name written otherwise": f"CREATE VIEW ALEMBIC_VERSION AS {ENDLESS.format('version_num')} WHERE i < 0",
    "a table that computes": "CREATE TABLE alembic_version (a, version_num AS (abs(-9223372036854775807 - 1)))",
    "a table for search": "CREATE VIRTUAL TABLE alembic_version USING fts5(version_num)",
}


@pytest.mark.parametrize("name", REVISIONED)
def test_the_revision_is_asked_of_a_table_of_ours_or_not_at_all(name, seeded, empty_copy, reading):
    spoil(seeded, "DROP TABLE alembic_version", REVISIONED[name])
    before = seeded.read_bytes()
    uses = (
        lambda: reading(seeded).__enter__(),
        lambda: write(seeded),
        lambda: schema.upgrade(seeded),
        lambda: integrity.integrity_problems(seeded),
        lambda: restore.restore(empty_copy, seeded),
    )
    for use in uses:
        with pytest.raises(DatabaseProblem, match="is not a wbagree register; it was left untouched"):
            use()
    assert seeded.read_bytes() == before


COMPUTED = {
    "table 'agreement'": (
        "PRAGMA writable_schema = ON",
        (
            "UPDATE sqlite_master SET sql = replace(sql, 'notes VARCHAR', 'notes VARCHAR CHECK (abs(instr(1, 2) -"
            " 9223372036854775807 - 1))') WHERE name = 'agreement'"
        ),
    ),
    "index 'mine'": (
        "PRAGMA writable_schema = ON",
        (
            "INSERT INTO sqlite_master VALUES ('index', 'mine', 'agreement', (SELECT rootpage FROM sqlite_master"
            " WHERE name = 'ix_agreement_signed'), 'CREATE INDEX mine ON agreement"
            " (abs(instr(id, 2) * 0 - 9223372036854775807 - 1))')"
        ),
        "DELETE FROM sqlite_master WHERE name = 'ix_agreement_signed'",
    ),
}


@pytest.mark.parametrize("name", COMPUTED)
def test_what_a_strange_definition_computes_is_not_computed_to_check_the_file(name, seeded, empty_copy):
    spoil(seeded, *COMPUTED[name])
    with closing(sqlite3.connect(seeded)) as register, pytest.raises(sqlite3.Error, match="integer overflow"):
        register.execute("PRAGMA integrity_check").fetchall()
    assert f"schema: {name.split(chr(39))[1]} is not" in " ".join(integrity.integrity_problems(seeded))
    assert invalid_cells.cause_of(TypeError("of something"), seeded) is None
    kept = restore.restore(seeded, empty_copy)  # over it, though it cannot be checked
    assert backups.auto_backups(seeded) == [kept]
    assert integrity.integrity_problems(seeded) == []


def test_an_older_register_that_carries_more_is_not_upgraded(tmp_path):
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as register:
        register.executescript((DUMPS / "0003.sql").read_text(encoding="utf-8"))
    spoil(path, "CREATE TRIGGER spy AFTER UPDATE ON agreement BEGIN SELECT 1; END")
    before = path.read_bytes()
    with pytest.raises(DatabaseProblem, match="trigger 'spy' is not this program's"):
        schema.upgrade(path)
    assert path.read_bytes() == before
    assert backups.auto_backups(path) == []


def test_a_schema_that_nobody_made_is_not_upgraded(seeded):
    spoil(seeded, "UPDATE alembic_version SET version_num = '0000'")
    before = seeded.read_bytes()
    with pytest.raises(DatabaseProblem, match="schema 0000 is not one that this program ever made"):
        schema.upgrade(seeded)
    assert seeded.read_bytes() == before


def test_what_sqlite_itself_leaves_is_no_stranger(seeded):
    spoil(seeded, "ANALYZE")
    write(seeded)
    assert integrity.integrity_problems(seeded) == []


def test_no_connection_trusts_what_a_schema_says(seeded, reading):
    with reading(seeded) as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
    with transaction(seeded) as session:
        assert raw_connection(session).execute("PRAGMA trusted_schema").fetchone()[0] == 0


def test_a_column_that_is_computed_is_not_asked(seeded, reading):
    spoil(
        seeded,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'notes VARCHAR', 'notes VARCHAR AS (hex(zeroblob(9)))')"
        " WHERE name = 'agreement'",
    )
    with pytest.raises(DatabaseProblem, match="table 'agreement' is not this program's; such a file is not read"):
        reading(seeded).__enter__()


@pytest.mark.parametrize(
    "revision", ["/tmp/evil", "../evil", "0005\x00", "5", "000a", "x" * 600, "\u0660\u0660\u0660\u0661", "0006 "]
)
def test_a_revision_is_a_number_of_four_digits_and_no_path(revision, seeded, empty_copy):
    with closing(sqlite3.connect(empty_copy)) as register, register:
        register.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    before = seeded.read_bytes()
    for ask in (lambda: restore.restore(seeded, empty_copy), lambda: schema.upgrade(empty_copy)):
        with pytest.raises(DatabaseProblem, match="is not a wbagree register"):
            ask()
    assert seeded.read_bytes() == before
