"""The journal of a register: a write-ahead log where memory can be shared.

Elsewhere it is the journal that needs only locks.

With the log readers go on while somebody writes. It needs memory that all programs with the file open share, and two
machines have none: on a drive that both use each would overwrite what the other had kept.
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

# The header of an SQLite file: its first bytes, and the place of the mark of a log.
MAGIC = b"SQLite format 3\0"
_HEADER, _VERSIONS, _LOG, _NO_LOG = 100, slice(18, 20), b"\2\2", b"\1\1"
# SQLite's errors where memory cannot be shared; the last also when the disk is full.
_NO_MEMORY = (
    sqlite3.SQLITE_IOERR_SHMMAP,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMLOCK,
    sqlite3.SQLITE_IOERR_SHMSIZE,
)

# A change waits so long for its turn, in seconds: of many that write at once the last has to wait for all others.
PATIENCE_TO_WRITE = 30.0

# Descriptors of the registers whose header was read, by device and number: see ``header``.
_open: dict[tuple[int, int], int] = {}


class WaitedInVain(sqlite3.OperationalError):
    """The turn to write did not come within PATIENCE_TO_WRITE."""


class Opened(sqlite3.Connection):
    """A connection that waits its turn to write in short naps.

    SQLite's own waiting sleeps the longer the longer it has waited: who comes late would come first. Ctrl-C ends a nap.
    ``note`` says what was done to the journal so that the register could be opened.
    """

    note = ""

    def begin(self, path: Path) -> None:
        """Begin a transaction with the lock to write to a register."""
        shared = drives.shared(path)

        def take() -> None:
            if shared:
                _look_anew(path)
            self.execute("BEGIN IMMEDIATE")

        self._wait_for(take)

    def begin_alone(self) -> None:
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
                if ending.signalled():  # it is held back, but nothing is kept yet
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


def header(path: Path) -> bytes:
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


def _look_anew(path: Path) -> None:
    """Make the system forget its cached pages of a register.

    On a shared drive another machine may have written since.
    """
    if sys.platform == "linux":
        with suppress(OSError, KeyError):  # it is gone: the next access fails
            found = path.stat()
            os.posix_fadvise(_open[found.st_dev, found.st_ino], 0, 0, os.POSIX_FADV_DONTNEED)


def has_log(header: bytes) -> bool:
    """Whether a file with this header works with a write-ahead log."""
    return header[_VERSIONS] == _LOG


def work_without_log(path: Path) -> None:
    """Let a file that nobody has open work without a log.

    In its header, as SQLite would write it: SQLite itself would first have to make the log.
    """
    with path.open("r+b") as file:
        file.seek(_VERSIONS.start)
        file.write(_NO_LOG)
        file.flush()
        os.fsync(file.fileno())


def connect(path: Path, mode: str = "rw", *, patience: float) -> Opened:
    """Open a register with the journal that works where it lies.

    ``mode``: SQLite's (``ro``, ``rw``, ``ro&immutable=1``); ``patience``: seconds to wait for another that holds it.
    DatabaseProblem when its journal does not fit the drive and cannot be set back; else what the driver raises.
    """
    opening = _Opening(path, mode, patience)
    until = time.monotonic() + patience
    while True:
        try:
            return opening.fitting()
        except _OpenElsewhere:
            if time.monotonic() > until:
                raise
        # Anew: two that hold a part of the locks each would wait for each other.
        _nap()
        _look_anew(path)


def settle(path: Path) -> None:
    """Give a new register the journal that fits its place."""
    if not drives.shared(path):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")  # returns the mode in use, and never fails
    # What the drive cannot do shows with the second connection alone.
    connect(path, patience=0).close()


class _OpenElsewhere(DatabaseProblem):
    """A register whose journal cannot be set back now."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """One way to open a register, or the other."""

    path: Path
    mode: str
    patience: float

    def fitting(self) -> Opened:
        """Open a register in the way that works where it lies."""
        try:
            logged = has_log(header(self.path))
        except OSError:  # SQLite raises the failure
            logged = False
        if not logged or "immutable" in self.mode:
            return self.plainly()
        if kind := drives.shared(self.path):
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
        """Open a register that needs nothing but locks."""
        address = f"{self.path.resolve().as_uri()}?mode={self.mode}"
        return sqlite3.connect(address, uri=True, timeout=self.patience, isolation_level=None, factory=Opened)

    def with_log(self) -> Opened:
        """Open a register with a log, and check that memory can be shared."""
        return self._used(lambda _: None)

    def alone(self, why: str) -> Opened:
        """Open a register with a log as the only process.

        Its journal is set back for good when there is a reason ``why``.

        Where nobody else has the file open, the log needs no shared memory.
        """

        def take(connection: Opened) -> None:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            if why and _without_log(connection) != "delete":
                raise _OpenElsewhere(
                    f"{self.path} cannot be opened yet: {why}, and its journal is for one machine alone",
                    "close it everywhere and try again where it may be written; or open a copy on a local disk",
                )
            connection.execute("PRAGMA schema_version")
            # No other process has it open now: the memory file that was begun for the log can go.
            Path(f"{self.path.resolve()}{ending.MEMORY}").unlink(missing_ok=True)
            if why:
                connection.execute("PRAGMA locking_mode = NORMAL")
                connection.note = (
                    f"note: {self.path} got another journal: {why}; readers now wait while somebody writes"
                )

        return self._used(take)

    def _used(self, prepare: Callable[[Opened], None]) -> Opened:
        connection = self.plainly()
        try:
            prepare(connection)
            connection.execute("PRAGMA schema_version")  # the least that needs the file, its locks and its memory
        except BaseException:
            connection.close()
            raise
        return connection


def _without_log(connection: Opened) -> str:
    """Ask for the journal that needs only locks; return the one in use."""
    try:
        return str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY):
            raise
        return ""
