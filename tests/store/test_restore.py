"""Putting back: under the lock, so that nothing others commit is lost; never over what is no register."""

import os
import shutil
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from wbagree.errors import DatabaseProblem
from wbagree.store.file import backups, restore
from wbagree.store.upkeep import integrity

MODES = ("WAL", "DELETE")


@pytest.fixture
def other(seeded, tmp_path):
    """A copy of a register from before it was spoilt."""
    return backups.backup(seeded, tmp_path / "elsewhere" / "copy.db")


def ask(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as register:
        for statement in statements:
            rows = register.execute(statement).fetchall()
    return rows


# Two who add records until they are killed, and say each title once it is kept.
ADDING = """
import os, signal, sys, time
from pathlib import Path
from wbagree.domain.agreements.agreement import Agreement
from wbagree.errors import DatabaseProblem
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import transaction

def add(name):
    for number in range(100_000):
        title = f"{name} {number}"
        record = Agreement(key="", title=title, form="mou", types=("mla",), parties=("AL", "XK"), confidence="low")
        try:
            with transaction(Path(sys.argv[1])) as session:
                apply_agreement_changes(session, [AgreementChange(None, record)])
        except DatabaseProblem as error:
            if "locked" not in error.sentence:
                raise
        else:
            os.write(1, f"{title}\\n".encode())
        time.sleep(0.05)  # SQLite lets in whoever asks at the right moment

adding = []
for name in ("one", "two"):
    process = os.fork()
    if not process:
        add(name)
    adding.append(process)
sys.stdin.read()
for process in adding:
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
"""


@pytest.mark.parametrize("mode", MODES)
def test_what_others_add_meanwhile_is_in_the_register_or_in_a_copy(mode, seeded, other, programs, tmp_path):
    ask(seeded, f"PRAGMA journal_mode = {mode}")
    aside = tmp_path / "aside"
    aside.mkdir()
    (stdin, end), (titles, stdout) = os.pipe(), os.pipe()
    programs.start((str(seeded),), (stdin, stdout, 2), dict(os.environ), code=ADDING)
    os.close(stdin)
    os.close(stdout)
    with open(titles, encoding="utf-8") as added:  # noqa: PTH123  (a pipe)
        kept = set()
        while len({title.split()[0] for title in kept}) < 2:  # until both are at work
            kept.add(added.readline().strip())
        for number in range(6):
            os.link(restore.restore(seeded, other), aside / f"{number}.db")
        os.close(end)
        kept |= {line.strip() for line in added}
    assert programs.wait()[0] == 0
    held = {row[0] for path in (seeded, *aside.iterdir()) for row in ask(path, "SELECT title FROM agreement")}
    assert len(kept) > 2
    assert kept - held == set()
    assert integrity.integrity_problems(seeded) == []


@pytest.mark.parametrize("mode", MODES)
def test_what_was_committed_last_is_in_the_copy_that_is_kept(mode, seeded, other):
    """The writer holds the lock when the restoring begins, and commits while it waits."""
    ask(seeded, f"PRAGMA journal_mode = {mode}")
    with closing(sqlite3.connect(seeded, isolation_level=None)) as writer, ThreadPoolExecutor() as pool:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE agreement SET notes = 'committed last'")
        restored = pool.submit(restore.restore, seeded, other)
        with pytest.raises(TimeoutError):
            restored.result(timeout=0.5)
        writer.execute("COMMIT")
        kept = restored.result(timeout=60)
    assert ask(kept, "SELECT DISTINCT notes FROM agreement") == [("committed last",)]
    assert ask(seeded, "SELECT count(*) FROM agreement WHERE notes = 'committed last'") == [(0,)]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", [1024, 8192])
def test_a_copy_with_pages_of_another_size_is_put_back(mode, size, seeded, other, dump):
    ask(other, f"PRAGMA page_size = {size}", "VACUUM")
    ask(seeded, f"PRAGMA journal_mode = {mode}", "DELETE FROM source")
    restore.restore(seeded, other)
    assert dump(seeded) == dump(other)
    assert integrity.integrity_problems(seeded) == []


@pytest.mark.parametrize("left", [0, 16, 4096, 50_000])
def test_a_damaged_register_is_replaced_and_kept_as_it_is(left, seeded, other, dump):
    content = dump(seeded)
    damage = seeded.read_bytes()[:left]
    seeded.write_bytes(damage)
    seeded.with_name("register.db-journal").write_bytes(b"rest")
    kept = restore.restore(seeded, other)
    assert kept.read_bytes() == damage
    assert dump(seeded) == content
    assert not seeded.with_name("register.db-journal").exists()
    assert stat.S_IMODE(seeded.stat().st_mode) == 0o600


def folder(path):
    path.mkdir()


def sqlite_file(path):
    ask(path, "CREATE TABLE bookmarks (a)", "INSERT INTO bookmarks VALUES (1)")


def damaged_sqlite_file(path):
    sqlite_file(path)
    path.write_bytes(path.read_bytes()[:5000])


OTHERS = {
    "a folder": folder,
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/null"),
    "a letter": lambda path: path.write_text("Dear colleague,\n" * 999, encoding="utf-8"),
    "another program's": sqlite_file,
    "another program's, damaged": damaged_sqlite_file,
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_no_register_is_never_replaced(what, other, tmp_path):
    path = tmp_path / "mine" / "register.db"
    path.parent.mkdir()
    OTHERS[what](path)
    before = path.lstat(), path.read_bytes() if path.is_file() else b""
    with pytest.raises(DatabaseProblem, match=r"not a (wbagree )?register"):
        restore.restore(path, other)
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before[0].st_ino, before[0].st_mode)
    assert (path.read_bytes() if path.is_file() else b"") == before[1]
    assert [one.name for one in path.parent.iterdir()] == ["register.db"]


@pytest.mark.parametrize("damaged", [True, False])
def test_a_link_stays_a_link_and_the_mode_and_owner_of_the_register_stay(damaged, seeded, other, tmp_path, dump):
    link = tmp_path / "linked" / "register.db"
    link.parent.mkdir()
    link.symlink_to(seeded)
    if damaged:
        seeded.write_bytes(seeded.read_bytes()[:50_000])
    seeded.chmod(0o660)
    if os.geteuid() == 0:
        shutil.chown(seeded, "nobody", "nogroup")
    before = seeded.stat()
    kept = restore.restore(link, other)
    after = seeded.stat()
    assert link.is_symlink()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert kept.parent == link.parent
    assert dump(seeded) == dump(other)
    assert stat.S_IMODE(kept.stat().st_mode) in (0o600, 0o660)


def test_the_file_that_a_link_names_is_made_anew(seeded, other, tmp_path, dump):
    link = tmp_path / "link.db"
    link.symlink_to(seeded)
    seeded.unlink()
    assert restore.restore(link, other) is None
    assert link.is_symlink()
    assert dump(seeded) == dump(other)


def test_a_copy_is_one_file_that_works_without_a_log(seeded):
    ask(seeded, "PRAGMA journal_mode = WAL")
    with backups.auto_backup(seeded, "import") as named, named() as copy:
        pass
    backup = backups.backup(seeded, seeded.with_name("backup.db"))
    for path in (copy, backup):
        assert ask(path, "PRAGMA journal_mode") == [("delete",)]
        assert sorted(one.name for one in path.parent.glob(f"{path.name}*")) == [path.name]


def test_what_is_made_of_a_copy_works_with_a_log_again(seeded, other):
    seeded.unlink()
    restore.restore(seeded, other)
    assert ask(seeded, "PRAGMA journal_mode") == [("wal",)]


def test_copies_made_in_one_second_have_names_of_their_own(empty):
    def keep(_):
        with closing(sqlite3.connect(empty)) as source:
            return backups.save_view(source, empty, "upgrade")

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(keep, range(24)))
    assert len(set(made)) == 24
    assert sorted(backups.auto_backups(empty)) == sorted(made)
