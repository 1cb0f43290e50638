"""The journal of a register: a write-ahead log, or a rollback journal.

With the log, processes can read while another writes. It needs memory that is shared by all processes with the file
open, and two machines share none: on a drive that both use, each would overwrite the other's changes. On such a drive
the register has SQLite's rollback journal, which needs only locks.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from wbagree import ending
from wbagree.errors import DatabaseProblem
from wbagree.store.file import drives

# The header of an SQLite file: its first bytes, its length, and the place and values of the bytes that mark a log.
MAGIC = b"SQLite format 3\0"
_HEADER, _VERSIONS, _LOG, _NO_LOG = 100, slice(18, 20), b"\2\2", b"\1\1"
# SQLite's errors if memory cannot be shared; the last also when the disk is full.
_NO_MEMORY = (
    sqlite3.SQLITE_IOERR_SHMMAP,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMLOCK,
    sqlite3.SQLITE_IOERR_SHMSIZE,
)

# The longest wait for the lock to write, in seconds: of many processes that write, the last has to wait for all others.
PATIENCE_TO_WRITE = 30.0

# Descriptors of registers, kept open after a header was read, by device and number: see ``header``.
_open: dict[tuple[int, int], int] = {}


class WaitedInVain(sqlite3.OperationalError):
    """The lock to write was not free within PATIENCE_TO_WRITE."""


class Opened(sqlite3.Connection):
    """A connection that waits for locks in short naps.

    SQLite's own waiting sleeps longer and longer: the process that came last would get the lock first. Ctrl-C ends a
    nap. ``note`` is a sentence on a change of the journal that was needed to open the register, or ''.
    """

    note = ""

    def begin(self, path: Path) -> None:
        """Begin a transaction with the lock to write to a register."""
        shared = drives.shared_drive_kind(path)

        def take() -> None:
            if shared:
                _drop_cached_pages(path)
            self.execute("BEGIN IMMEDIATE")

        self._wait_for(take)

    def begin_exclusive(self) -> None:
        """Begin a transaction during which no other process reads or writes."""
        self._wait_for(lambda: self.execute("BEGIN EXCLUSIVE"))

    def commit(self) -> None:
        """Commit, once the readers of a file without a log are done."""
        self._wait_for(super().commit)

    def _wait_for(self, step: Callable[[], object]) -> None:
        until = time.monotonic() + PATIENCE_TO_WRITE
        (usual,) = self.execute("PRAGMA busy_timeout").fetchone()
        self.execute("PRAGMA busy_timeout = 0")
        while True:
            try:
                step()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                if ending.has_received_signal():  # it is held back, but nothing is kept yet
                    raise ending.Stopped from error
                if time.monotonic() > until:
                    in_vain = WaitedInVain(str(error))
                    in_vain.sqlite_errorcode = error.sqlite_errorcode
                    raise in_vain from error
                _nap()
            else:
                self.execute(f"PRAGMA busy_timeout = {usual}")
                return


def _nap() -> None:
    from random import uniform  # most never wait

    time.sleep(uniform(0.005, 0.05))  # noqa: S311  (no secret)


def read_header(path: Path) -> bytes:
    """Return the first bytes of a file, keeping all locks on it.

    POSIX drops all locks of a process on a file as soon as it closes any descriptor of that file: it stays open.
    """
    if sys.platform == "win32":
        with path.open("rb") as file:
            return file.read(_HEADER)
    found = path.stat()
    name = found.st_dev, found.st_ino
    if name not in _open:
        _open[name] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    return os.pread(_open[name], _HEADER, 0)


def _drop_cached_pages(path: Path) -> None:
    """Make the system drop its cached pages of a register.

    On a shared drive another machine may have written since.
    """
    if sys.platform == "linux":
        with suppress(OSError, KeyError):  # it is gone: the next access fails
            found = path.stat()
            os.posix_fadvise(_open[found.st_dev, found.st_ino], 0, 0, os.POSIX_FADV_DONTNEED)


def has_log(header: bytes) -> bool:
    """Return whether a file with this header works with a write-ahead log."""
    return header[_VERSIONS] == _LOG


def write_rollback_header(path: Path) -> None:
    """Write into a file's header that it has a rollback journal.

    No process may have it open. The header becomes what SQLite would make of it; SQLite itself would first have to make
    the log.
    """
    with path.open("r+b") as file:
        file.seek(_VERSIONS.start)
        file.write(_NO_LOG)
        file.flush()
        os.fsync(file.fileno())


def connect(path: Path, mode: str = "rw", *, patience: float) -> Opened:
    """Open a register with a journal that works on its drive.

    ``mode``: SQLite's (``ro``, ``rw``, ``ro&immutable=1``); ``patience``: seconds to wait for another process's lock.
    DatabaseProblem when its journal does not fit the drive and cannot be changed; otherwise the errors of the driver.
    """
    opening = _Opening(path, mode, patience)
    until = time.monotonic() + patience
    while True:
        try:
            return opening.fitting()
        except _OpenElsewhere:
            if time.monotonic() > until:
                raise
        # Opened again: two processes that each have a part of the locks would wait for each other.
        _nap()
        _drop_cached_pages(path)


def choose_journal(path: Path) -> None:
    """Give a new register the journal that fits its drive."""
    if not drives.shared_drive_kind(path):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")  # returns the mode in use, and never fails
    # Whether the drive can share memory is seen only with the second connection.
    connect(path, patience=0).close()


class _OpenElsewhere(DatabaseProblem):
    """The journal of a register cannot be changed now: it is open elsewhere."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """The ways to open one register in one mode."""

    path: Path
    mode: str
    patience: float

    def fitting(self) -> Opened:
        """Open a register in the way that works on its drive."""
        try:
            logged = has_log(read_header(self.path))
        except OSError:  # SQLite raises the failure
            logged = False
        if not logged or "immutable" in self.mode:
            return self.plainly()
        if kind := drives.shared_drive_kind(self.path):
            return self.alone(f"other machines may use its drive ({kind})")
        try:
            return self.with_log()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_IOERR_SHMSIZE:  # no room for it, now
                return self.alone("")
            if error.sqlite_errorcode not in _NO_MEMORY:
                raise
        return self.alone("its drive has no memory that programs can share")

    def plainly(self) -> Opened:
        """Open a register without checking whether memory can be shared."""
        address = f"{self.path.resolve().as_uri()}?mode={self.mode}"
        return sqlite3.connect(address, uri=True, timeout=self.patience, isolation_level=None, factory=Opened)

    def with_log(self) -> Opened:
        """Open a register with a log; fail if memory cannot be shared."""
        return self._checked(lambda _: None)

    def alone(self, why: str) -> Opened:
        """Open a register with a log as the only process.

        If no other process has the file open, the log needs no shared memory. With a reason ``why``, the register is
        changed to a rollback journal for good.
        """

        def take(connection: Opened) -> None:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            if why and _try_rollback_journal(connection) != "delete":
                raise _OpenElsewhere(
                    f"{self.path} cannot be opened yet: {why}, and its journal is for one machine alone",
                    "close it everywhere and try again where it may be written; or open a copy on a local disk",
                )
            connection.execute("PRAGMA schema_version")
            # No other process has it open now: the memory file that was begun for the log can go.
            Path(f"{self.path.resolve()}{ending.MEMORY_ENDING}").unlink(missing_ok=True)
            if why:
                connection.execute("PRAGMA locking_mode = NORMAL")
                connection.note = (
                    f"note: {self.path} got another journal: {why}; readers now wait while somebody writes"
                )

        return self._checked(take)

    def _checked(self, prepare: Callable[[Opened], None]) -> Opened:
        connection = self.plainly()
        try:
            prepare(connection)
            connection.execute("PRAGMA schema_version")  # the least that needs the file, its locks and its memory
        except BaseException:
            connection.close()
            raise
        return connection


def _try_rollback_journal(connection: Opened) -> str:
    """Try to change to a rollback journal; return the mode in use.

    '' when the file is locked or read-only.
    """
    try:
        return str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY):
            raise
        return ""
