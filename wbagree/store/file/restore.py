"""Restoring a copy: through SQLite, or as a file over a damaged one."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from wbagree import atomic_files, ending
from wbagree.errors import DatabaseProblem
from wbagree.store.file import final_name
from wbagree.store.file.backups import (
    fill_copy,
    make_folder,
    prune_auto_backups,
    publish_under_free_name,
    save_view,
    transfer,
)
from wbagree.store.file.connection import (
    DAMAGE,
    UNREADABLE,
    check_file,
    check_revision_known,
    connect,
    is_register_or_empty,
    primary_code,
    revision_of,
    unreadable_error,
)
from wbagree.store.file.definitions import check_own, has_foreign_definitions
from wbagree.store.file.journals import choose_journal


def restore(path: Path, copy: Path) -> Path | None:
    """Replace a register by a copy of another.

    Wholly or not at all. Return the path of the copy of its former content, None if there was none. A register that can
    be opened is written through SQLite, so that processes that have it open go on with the new content; a damaged one
    is replaced as a file. DatabaseProblem for a file that is no register.
    """
    place = Path(os.path.realpath(path))  # a link stays a link
    check_file(copy)
    try:
        make_folder(place)
        with atomic_files.temporary_file_next_to(place) as new:
            # The file that is checked is the file that is put back: no other process knows it.
            fill_copy(new, copy)
            _check_copy(copy, new)
            with ending.hold_signals():
                kept = _put_back(path, place, new)
                ending.note_stored(
                    f"Restored from {copy}: {path}", f"The previous register was saved as {kept}" if kept else ""
                )
    except OSError as error:
        raise DatabaseProblem(f"{path} cannot be replaced: {error.strerror}") from error
    if kept:
        prune_auto_backups(path, kept)
    return kept


def _settle(path: Path) -> None:
    with suppress(sqlite3.Error):  # restored all the same; without a log only readers have to wait for writers
        choose_journal(path)


def _check_copy(copy: Path, new: Path) -> None:
    """Raise DatabaseProblem unless a copy is an undamaged register of ours."""
    try:
        with closing(connect(new, "rw")) as register:
            revision = revision_of(copy, register)
            check_revision_known(copy, revision)
            check_own(copy, register, revision)
            (found,) = register.execute("PRAGMA integrity_check(1)").fetchone()
    except UNREADABLE as error:
        raise unreadable_error(copy, error) from error
    if found != "ok":
        raise DatabaseProblem(f"{copy} is damaged ({' '.join(found.split())}); nothing was restored")


def _put_back(path: Path, place: Path, new: Path) -> Path | None:
    if not os.path.lexists(place):
        final_name.publish_database(new, place)
        _settle(place)
        return None
    if not is_register_or_empty(path):
        raise DatabaseProblem(
            f"{path} is not a wbagree register; it was left untouched",
            "if it was one, give it another name: then wbagree db restore FILE makes it anew",
        )
    return _replace(path, place, new) if _is_damaged(place) else _write_over(path, new)


def _is_damaged(path: Path) -> bool:
    """Return whether SQLite cannot read a file because it is damaged.

    DatabaseProblem when it cannot be read for another reason, such as a lock.
    """
    if not path.stat().st_size:
        return True
    try:
        with closing(connect(path, "rw")) as register:
            return not has_foreign_definitions(register) and register.execute("PRAGMA quick_check(1)").fetchone() != (
                "ok",
            )
    except UnicodeDecodeError:
        return True
    except sqlite3.Error as error:
        if primary_code(error) in DAMAGE:
            return True
        raise unreadable_error(path, error) from error


def _write_over(path: Path, new: Path) -> Path:
    """Write a copy into a register under its lock, after a backup.

    Return the path of the backup.
    """
    kept: list[Path] = []

    def keep(register: sqlite3.Connection) -> None:
        kept.append(save_view(register, path, "restore"))

    def keep_committed() -> None:
        with closing(connect(path, "rw")) as reader:
            keep(reader)

    try:
        with closing(connect(path, "rw")) as target, closing(connect(new, "rw")) as source:
            _let_pages_fit(source, target)
            if target.execute("PRAGMA journal_mode").fetchone() == ("wal",):
                # With a log, readers see the old content until the new one is committed.
                transfer(source, target, locked=keep_committed)
            else:
                # Without one no other process can read during the write: the lock is taken once for both.
                target.begin_exclusive()
                target.execute("PRAGMA locking_mode = EXCLUSIVE")  # not before: it would block others while it waits
                target.execute("COMMIT")
                keep(target)
                transfer(source, target)
    except BaseException as error:
        for copy in kept:
            copy.unlink(missing_ok=True)  # the register is unchanged
        if isinstance(error, UNREADABLE):
            raise unreadable_error(path, error) from error
        raise
    return kept[0]


def _let_pages_fit(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Give the source the page size of the target.

    A database with a log cannot change its page size.
    """
    here, there = (register.execute("PRAGMA page_size").fetchone()[0] for register in (source, target))
    if here != there:
        source.execute("PRAGMA journal_mode = MEMORY")
        source.execute(f"PRAGMA page_size = {there:d}")
        source.execute("VACUUM")


def _replace(path: Path, place: Path, new: Path) -> Path:
    """Put a copy in the place of a damaged file; keep that.

    Return the path at which the damaged file is kept.
    """
    _take_rights(place, new)
    kept = _keep_file(path, place)
    for end in ending.LOG_ENDINGS:
        if (rest := place.with_name(place.name + end)).exists():
            _link(rest, kept.with_name(kept.name + end))
    # Before the new file has the name: the old log would be taken for its own.
    for end in ending.COMPANION_ENDINGS:
        place.with_name(place.name + end).unlink(missing_ok=True)
    new.replace(place)
    _settle(place)
    return kept


def _take_rights(old: Path, new: Path) -> None:
    """Give a file the mode and, if possible, the owner of another.

    It never becomes readable for more users than the other was.
    """
    rights = old.stat()
    mode = stat.S_IMODE(rights.st_mode)
    if hasattr(os, "chown"):  # not on Windows
        with suppress(OSError):
            os.chown(new, rights.st_uid, -1)
        try:
            os.chown(new, -1, rights.st_gid)
        except OSError:  # another group must not get the rights of this one
            mode &= ~stat.S_IRWXG
    with suppress(OSError):  # on drives without file modes
        new.chmod(mode)


def _keep_file(path: Path, place: Path) -> Path:
    """Give a damaged file a second name next to ``path``."""
    with atomic_files.temporary_file_next_to(path) as new:
        _link(place, new)
        return publish_under_free_name(new, path, "restore")


def _link(file: Path, kept: Path) -> None:
    """Link ``kept`` to a file, or copy it if links fail."""
    kept.unlink(missing_ok=True)
    try:
        os.link(file, kept)
    except OSError:  # no hard links here, or another disk
        with atomic_files.temporary_file_next_to(kept) as new:
            shutil.copyfile(file, new)
            atomic_files.publish(new, kept)
