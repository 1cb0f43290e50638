"""Copies of a register, made by SQLite's backup API while others may write."""

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
from wbagree.store.file.connection import DAMAGE, PATIENCE, UNREADABLE, connect, may_write, opened, primary_code
from wbagree.store.file.failures import uncopied
from wbagree.store.file.journals import work_without_log

# So many of the copies that are made by themselves are kept; the oldest go first.
_KEPT = 10
# Copied at once, while others wait.
_PAGES = 4096
_OURS = r"-before-[a-z]+-\d{8}T\d{6}Z(?:-\d+)?"
_TIME = re.compile(r"\d{8}T\d{6}Z")


def backup(path: Path, copy: Path) -> Path:
    """Copy a register to ``copy``, whole or not at all.

    No existing file is overwritten.
    """
    taken = DatabaseProblem(f"{copy} exists already; it was left untouched")
    if os.path.lexists(copy):
        raise taken
    try:
        make_folder(copy)
        with atomic_files.temporary_for(copy) as new:
            fill(new, path)
            with ending.held():
                final_name.put(new, copy)
                ending.note_stored(f"{copy} was written")
    except FileExistsError as error:
        raise taken from error
    except OSError as error:
        raise DatabaseProblem(f"{copy} cannot be written: {error.strerror}") from error
    return copy


def make_folder(path: Path) -> None:
    """Make the folder of a file, its owner's alone.

    DatabaseProblem when that cannot be.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError as error:
        raise DatabaseProblem(f"{path} cannot be written: {path.parent} is no folder") from error


Named = Callable[[], AbstractContextManager[Path]]


@contextmanager
def auto_backup(path: Path, before: str) -> Iterator[Named]:
    """Keep a copy of a register next to it, ``before`` a risky change.

    The last ten of such copies are kept.

    The copy has its name, and stays, once the block that makes the change runs in the context that this gives and ends
    well: of a change that never comes no copy is left. This process may have the register open, and hold the lock: the
    copy is of what was committed before.
    """
    with ExitStack() as stack:
        try:
            new = stack.enter_context(atomic_files.temporary_for(path))
            with closing(connect(path, "rw")) as source:
                _fill(new, source)
        except OSError as error:
            raise DatabaseProblem(f"a copy beside {path} cannot be written: {error.strerror}") from error
        except UNREADABLE as error:
            raise uncopied(path, error) from error
        yield partial(_named, new, path, before)


@contextmanager
def _named(new: Path, path: Path, before: str) -> Iterator[Path]:
    try:
        copy = put_free(new, path, before)
    except OSError as error:
        raise DatabaseProblem(f"a copy beside {path} cannot be written: {error.strerror}") from error
    try:
        yield copy
    except BaseException:
        copy.unlink(missing_ok=True)  # the register itself is unchanged
        raise
    prune(path, copy)


def prune(path: Path, latest: Path) -> None:
    """Delete all automatic copies but the last ten, ``latest`` among them."""
    with suppress(DatabaseProblem):  # the change is kept all the same
        # Not by their times alone: with a clock that went back the newest would be taken for the oldest.
        for old in [one for one in auto_backups(path) if one != latest][: -(_KEPT - 1)]:
            for end in ("", *ending.LOGS):  # a damaged register is kept with its logs
                with suppress(OSError):  # a colleague's
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


def put_free(new: Path, path: Path, before: str) -> Path:
    """Give a copy the first free name with a time; return it.

    Two copies never get the same.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    name = f"{path.stem}-before-{before}-{stamp}{path.suffix}"
    return final_name.put_first(new, atomic_files.numbered_names(path.with_name(name)))


def keep_view(source: sqlite3.Connection, path: Path, before: str) -> Path:
    """Copy the state that ``source`` reads to a file next to a register."""
    with atomic_files.temporary_for(path) as new:
        _fill(new, source)
        return put_free(new, path, before)


def fill(new: Path, path: Path) -> None:
    """Make an empty file a copy of a register that is not open."""
    with opened(path) as source:
        try:
            _fill(new, source)
        except sqlite3.Error as error:
            if primary_code(error) in DAMAGE:
                raise
            raise uncopied(path, error) from error


def _fill(new: Path, source: sqlite3.Connection) -> None:
    """Make an empty file a copy of the state that ``source`` reads.

    It is one file, without a log, to be read from anywhere.
    """
    with closing(connect(new, "rw")) as target:
        target.execute("PRAGMA journal_mode = MEMORY")  # a new file needs no rollback, and so no journal next to it
        transfer(source, target)
    work_without_log(new)


def transfer(source: sqlite3.Connection, target: sqlite3.Connection, locked: Callable[[], None] | None = None) -> None:
    """Make ``target`` a copy of the state that ``source`` reads, or leave it.

    ``locked`` is called once: when nobody else can write to the target any more, and nothing of it was replaced.
    """
    waiting, last = locked, [0, time.monotonic()]

    def moved(status: int, remaining: int, _: int) -> None:
        """Give up at a signal, or after a long wait for a lock.

        The driver would wait for ever.
        """
        nonlocal waiting
        if remaining and ending.signalled():
            raise ending.Stopped
        if waiting and status == sqlite3.SQLITE_OK:
            waiting()
            waiting = None
        if remaining != last[0]:
            last[:] = [remaining, time.monotonic()]
        elif time.monotonic() - last[1] > PATIENCE:
            held = sqlite3.OperationalError("database is locked")
            held.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise held

    (size,) = source.execute("PRAGMA page_count").fetchone()
    # Never all in the first step, which would be the last as well.
    source.backup(target, pages=max(1, min(_PAGES, size - 1)), progress=moved)


@contextmanager
def to_try_on(path: Path) -> Iterator[Path]:
    """Give a register for changes that are not kept.

    It is the register itself, or a copy where it may not be written.
    """
    if may_write(path):
        yield path
        return
    with ExitStack() as stack:
        try:
            place = stack.enter_context(atomic_files.temporary_file())
        except OSError as error:
            raise DatabaseProblem(f"temporary files have no place: {error.strerror}") from error
        fill(place, path)
        yield place
