"""The plain connection that reading uses, and the checks that a file is a register this program understands."""

import os
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wbagree.errors import DatabaseProblem
from wbagree.store.definitions import check_readable

# The schema this program reads and writes; a test holds it against the migration scripts.
REVISION = "0006"
# "wbag": tells a register from any other SQLite file, as `file` and SQLite's own header do.
APPLICATION_ID = 0x77626167
# Somebody else's write may take this long before we give up waiting, in seconds.
PATIENCE = 10.0

# What the driver raises: also, as an error of its own, when the sentence it would say quotes bytes that are no text.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)

# The kinds of errors by which SQLite says that a file is damaged.
DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

MAGIC = b"SQLite format 3\0"
# Where SQLite's header says whether a file works with a write-ahead log (2), and whose it is (4 bytes).
_LOG_FLAG = 18
_OWNER = slice(68, 72)
_HEADER = 100


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open an existing file, in one of SQLite's modes (``ro``, ``rw``), trusting nothing that its schema says.

    The driver's own transactions leave half-applied DDL behind: here they begin and end where we say.
    """
    address = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    return connection


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an existing register for reading, in one consistent view of it; DatabaseProblem when that cannot be."""
    with opened(path) as connection:
        found = revision_of(path, connection)
        check_revision(path, found)
        check_readable(path, connection, found)
        yield connection


def may_write(path: Path) -> bool:
    """Whether SQLite can write to a register: to its file, and to the folder where its log would be."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file that nothing will be written to, and hold one view of it; DatabaseProblem when that cannot be.

    Where it may be written it is opened so, for whoever leaves last tidies up what the write-ahead log left beside it,
    also after somebody who was killed. Never while this process has the file open already: the file system forgets a
    process's locks when any of its handles is closed.
    """
    seen = _seen(path)
    header = check_file(path)
    still = not may_write(path) and _at_rest(path, header)
    mode = "ro&immutable=1" if still else "rw" if may_write(path) else "ro"
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(path, mode)
        connection.execute("PRAGMA query_only = ON")
        connection.row_factory = sqlite3.Row
        # One read transaction, so that every query of a command sees the same register.
        connection.execute("BEGIN")
        yield connection
    except UNREADABLE as error:
        raise (_moving(path) if still and _seen(path) != seen else unreadable(path, error)) from error
    else:
        if still and _seen(path) != seen:
            raise _moving(path)
    finally:
        if connection is not None:
            connection.close()


def _at_rest(path: Path, header: bytes) -> bool:
    """Whether a file that works with a log has none, so that only one who may write could make what readers share.

    Nobody is at work on it now, but nothing keeps others from beginning: what was read holds if the file is the same.
    """
    with_log = header[_LOG_FLAG : _LOG_FLAG + 1] == b"\2"
    return with_log and not any(_rest(path, end).exists() for end in ("-wal", "-journal"))


def _rest(path: Path, end: str) -> Path:
    """What SQLite keeps beside a file, which is not beside a link to it."""
    place = path.resolve()
    return place.with_name(place.name + end)


def _seen(path: Path) -> tuple[int, ...]:
    """What tells that a file was written to or replaced."""
    try:
        now = path.stat()
    except OSError:  # said by whoever opens it
        return ()
    return now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns


def _moving(path: Path) -> DatabaseProblem:
    return DatabaseProblem(f"{path} was written to while it was read; what was shown may be mixed", "try again")


def revision(path: Path) -> str:
    """Return the revision of a register's schema, whichever it is; nothing is written for that."""
    with opened(path) as connection:
        return revision_of(path, connection)


def unreadable(path: Path, error: Exception) -> DatabaseProblem:
    """Return the failure to raise when SQLite cannot use the file."""
    # SQLAlchemy wraps the driver's sentence in its own; the driver's is the one that helps.
    own = getattr(error, "orig", None) or error
    if isinstance(own, UnicodeDecodeError):
        return damaged(path, "it holds bytes that are no text")
    code = primary_code(own)
    if code in DAMAGE:
        return damaged(path, str(own))
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) and path.exists() and not may_write(path):
        return _closed(path)
    return DatabaseProblem(f"{path}: {own}")


def primary_code(error: Exception) -> int:
    """Return SQLite's code for the kind of an error, 0 for none; what it adds in higher bits says more than we ask."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _closed(path: Path) -> DatabaseProblem:
    """The failure for a file that may not be written, by what is beside it and where it is."""
    if any(_rest(path, end).exists() for end in ("-wal", "-journal")):
        return DatabaseProblem(
            f"{path} was left in the middle of a change, or is being changed; you may not write there",
            "any command of somebody who may write it, such as wbagree list, puts that right",
        )
    copied = "wbagree db backup FILE copies it to where you may write; --db FILE uses that"
    if on_read_only_medium(path):
        return DatabaseProblem(f"{path} is on a read-only medium", copied)
    return DatabaseProblem(f"{path} may not be written by you, or its folder may not", copied)


def on_read_only_medium(path: Path) -> bool:
    """Whether nobody can write where a file is; not known everywhere."""
    ask = getattr(os, "statvfs", None)
    return bool(ask and ask(path).f_flag & os.ST_RDONLY)


def damaged(path: Path, reason: str) -> DatabaseProblem:
    """Return the failure to raise when a file is damaged."""
    hint = "wbagree db copies lists the copies beside it, wbagree db restore FILE puts one back"
    return DatabaseProblem(f"{path} is damaged: {reason}", hint)


def check_file(path: Path) -> bytes:
    """Return the header of a readable SQLite file; DatabaseProblem when ``path`` is none."""
    header = _header(path)
    if not header.startswith(MAGIC):
        raise DatabaseProblem(f"{path} is not a wbagree register; it was left untouched")
    return header


def _header(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # a pipe would be waited for, for ever
            raise DatabaseProblem(f"{path} is {'a folder' if stat.S_ISDIR(mode) else 'no file'}, not a register")
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as error:
        raise DatabaseProblem(f"{path}: {error.strerror}") from error


def is_or_was_ours(path: Path) -> bool:
    """Whether a file is a register or, as far as its first bytes can be read, was one before it was damaged.

    An empty file may be what is left of one. DatabaseProblem for a device, a pipe, a folder.
    """
    header = _header(path)
    return not header or (header.startswith(MAGIC) and APPLICATION_ID.to_bytes(4).startswith(header[_OWNER]))


def work_without_log(path: Path) -> None:
    """Let a file that nobody has open work without a write-ahead log, so that it can be read from anywhere.

    In its header, as SQLite would write it: SQLite itself would first have to make the log.
    """
    with path.open("r+b") as file:
        file.seek(_LOG_FLAG)
        file.write(b"\1\1")
        file.flush()
        os.fsync(file.fileno())


def watch(path: Path) -> Callable[[], None]:
    """Return what raises DatabaseProblem once ``path`` is another file than now, or none.

    SQLite goes on with a file that was deleted or replaced: what it is told to keep would be gone without a word.
    """

    def identity() -> tuple[int, int] | None:
        try:
            now = path.stat()
        except FileNotFoundError:
            return None
        return now.st_dev, now.st_ino

    before = identity()

    def still_there() -> None:
        if before is None or identity() != before:
            raise DatabaseProblem(
                f"{path} was deleted or replaced while it was written to; nothing of this is kept",
                "what stands there now was left untouched",
            )

    return still_there


def revision_of(path: Path, connection: sqlite3.Connection) -> str:
    """Return the schema's revision; DatabaseProblem when the file is some other program's."""
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if not str(error).startswith("no such table"):
            raise  # locked, damaged, unreadable: SQLite's own sentence says it
        application, row = 0, None
    if application != APPLICATION_ID or row is None:
        raise DatabaseProblem(f"{path} is not a wbagree register; it was left untouched")
    return str(row[0])


def check_revision(path: Path, revision: str) -> None:
    """Raise DatabaseProblem unless ``revision`` is the one this program reads and writes."""
    check_revision_known(path, revision)
    if revision < REVISION:
        raise DatabaseProblem(
            f"{path} was written by an older wbagree (schema {revision}; this program needs {REVISION})",
            "wbagree db upgrade brings it up to date and keeps a copy beside it",
        )


def check_revision_known(path: Path, revision: str) -> None:
    """Raise DatabaseProblem when the schema is of a program newer than this one."""
    if revision > REVISION:
        raise DatabaseProblem(
            f"{path} was written by a newer wbagree (schema {revision}, this program knows {REVISION}); it was left "
            "untouched",
            "install the newer wbagree, or choose another register with --db",
        )
