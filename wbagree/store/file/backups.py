"""Copies of a register, made by SQLite's backup API.

Other processes may write to it meanwhile.
"""

import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from wbagree import atomic_files, ending
from wbagree.errors import DatabaseProblem
from wbagree.store.file import final_name
from wbagree.store.file.connection import DAMAGE, LOCK_TIMEOUT, UNREADABLE, connect, may_write, opened, primary_code
from wbagree.store.file.failures import copy_error
from wbagree.store.file.journals import write_rollback_header

# So many automatic copies are kept; the oldest are deleted first.
_KEPT = 10
# So many pages are copied at once, while other processes wait.
_PAGES = 4096
_OURS = r"-before-[a-z]+-\d{8}T\d{6}Z(?:-\d+)?"
_TIME = re.compile(r"\d{8}T\d{6}Z")


def backup(path: Path, copy: Path) -> Path:
    """Copy a register to ``copy``, whole or not at all.

    No existing file is overwritten.
    """
    taken = DatabaseProblem(f"{copy} exists already and was not changed. Choose another name.")
    if os.path.lexists(copy):
        raise taken
    try:
        make_folder(copy)
        with atomic_files.temporary_file_next_to(copy) as new:
            fill_copy(new, path)
            with ending.hold_signals():
                final_name.publish_database(new, copy)
                ending.note_stored(f"{copy} was written")
    except FileExistsError as error:
        raise taken from error
    except OSError as error:
        raise DatabaseProblem(f"{copy} cannot be written: {error.strerror}") from error
    return copy


def make_folder(path: Path) -> None:
    """Make the folder of a file, accessible to its owner only.

    DatabaseProblem when a file is in the place of the folder.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError as error:
        raise DatabaseProblem(f"{path} cannot be written: {path.parent} is no folder") from error


CopyNaming = Callable[[], AbstractContextManager[Path]]


@contextmanager
def auto_backup(path: Path, before: str) -> Iterator[CopyNaming]:
    """Copy a register next to it before a risky change.

    ``before`` is the change in a word. Yields a context: the block that makes the change must run in it. The copy gets
    its name when that block begins, and stays if it ends well; without a change no copy is left. The last ten such
    copies are kept. This process may have the register open, and hold the lock: the copy has the last committed state.
    """
    with ExitStack() as stack:
        try:
            new = stack.enter_context(atomic_files.temporary_file_next_to(path))
            with closing(connect(path, "rw")) as source:
                _copy_state(new, source)
        except OSError as error:
            raise DatabaseProblem(f"a copy beside {path} cannot be written: {error.strerror}") from error
        except UNREADABLE as error:
            raise copy_error(path, error) from error
        yield partial(_named_copy, new, path, before)


@contextmanager
def _named_copy(new: Path, path: Path, before: str) -> Iterator[Path]:
    try:
        copy = publish_under_free_name(new, path, before)
    except OSError as error:
        raise DatabaseProblem(f"a copy beside {path} cannot be written: {error.strerror}") from error
    try:
        yield copy
    except BaseException:
        copy.unlink(missing_ok=True)  # the register itself is unchanged
        raise
    prune_auto_backups(path, copy)


def prune_auto_backups(path: Path, latest: Path) -> None:
    """Delete all automatic copies but the last ten.

    ``latest`` is one of these.
    """
    with suppress(DatabaseProblem):  # the change is kept all the same
        # Not by their times alone: if the clock went back, the newest would be taken for the oldest.
        for old in [one for one in auto_backups(path) if one != latest][: -(_KEPT - 1)]:
            for end in ("", *ending.LOG_ENDINGS):  # a damaged register is kept with its logs
                with suppress(OSError):  # another user's
                    old.with_name(old.name + end).unlink()


def auto_backups(path: Path) -> list[Path]:
    """Return the automatic copies of a register, the oldest first.

    DatabaseProblem when the folder cannot be read.
    """
    name = re.compile(re.escape(path.stem) + _OURS + re.escape(path.suffix))
    try:
        found = [one for one in path.parent.iterdir() if name.fullmatch(one.name)]
    except OSError as error:
        raise DatabaseProblem(f"{path.parent} cannot be looked into: {error.strerror}") from error
    return sorted(found, key=lambda one: (_TIME.findall(one.stem)[-1], _changed(one)))


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # another process deleted it meanwhile
        return 0


def publish_under_free_name(new: Path, path: Path, before: str) -> Path:
    """Give a copy the first free name with a time; return that.

    Two copies never get the same.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    name = f"{path.stem}-before-{before}-{stamp}{path.suffix}"
    return final_name.publish_database_under_free_name(new, atomic_files.numbered_names(path.with_name(name)))


def save_view(source: sqlite3.Connection, path: Path, before: str) -> Path:
    """Copy the state that ``source`` reads next to a register."""
    with atomic_files.temporary_file_next_to(path) as new:
        _copy_state(new, source)
        return publish_under_free_name(new, path, before)


def fill_copy(new: Path, path: Path) -> None:
    """Copy a register that is not open into an empty file."""
    with opened(path) as source:
        try:
            _copy_state(new, source)
        except sqlite3.Error as error:
            if primary_code(error) in DAMAGE:
                raise
            raise copy_error(path, error) from error


def _copy_state(new: Path, source: sqlite3.Connection) -> None:
    """Copy the state that ``source`` reads into an empty file.

    The copy is one file without a log, which can be read on any drive.
    """
    with closing(connect(new, "rw")) as target:
        target.execute("PRAGMA journal_mode = MEMORY")  # a new file needs no rollback, and so no journal next to it
        transfer(source, target)
    write_rollback_header(new)


def transfer(source: sqlite3.Connection, target: sqlite3.Connection, locked: Callable[[], None] | None = None) -> None:
    """Copy the state that ``source`` reads into ``target``.

    Wholly or not at all. ``locked`` is called once: when no other process can write to the target any more, and before
    any of it is replaced.
    """
    waiting, last = locked, [0, time.monotonic()]

    def moved(status: int, remaining: int, _: int) -> None:
        """Stop at a signal, or after waiting too long for a lock.

        The driver would wait for ever.
        """
        nonlocal waiting
        if remaining and ending.has_received_signal():
            raise ending.Stopped
        if waiting and status == sqlite3.SQLITE_OK:
            waiting()
            waiting = None
        if remaining != last[0]:
            last[:] = [remaining, time.monotonic()]
        elif time.monotonic() - last[1] > LOCK_TIMEOUT:
            held = sqlite3.OperationalError("database is locked")
            held.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise held

    (size,) = source.execute("PRAGMA page_count").fetchone()
    # Never all pages in the first step: it would also be the last.
    source.backup(target, pages=max(1, min(_PAGES, size - 1)), progress=moved)


@contextmanager
def trial_register(path: Path) -> Iterator[Path]:
    """Yield the path of a register for changes that are not kept.

    It is the register itself, or a temporary copy if it may not be written.
    """
    if may_write(path):
        yield path
        return
    with ExitStack() as stack:
        try:
            place = stack.enter_context(atomic_files.temporary_file())
        except OSError as error:
            raise DatabaseProblem(f"temporary files have no place: {error.strerror}") from error
        fill_copy(place, path)
        yield place
