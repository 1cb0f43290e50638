"""The plain connection that reading uses, and the checks that a file is a register this program understands."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from wbagree.errors import DatabaseProblem

# The schema this program reads and writes; a test holds it against the migration scripts.
REVISION = "0006"
# "wbag": tells a register from any other SQLite file, as `file` and SQLite's own header do.
APPLICATION_ID = 0x77626167
# Somebody else's write may take this long before we give up waiting, in seconds.
PATIENCE = 10.0

# What the driver raises: also, as an error of its own, when the sentence it would say quotes bytes that are no text.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)

_MAGIC = b"SQLite format 3\0"


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an existing register for reading, in one consistent view of it; DatabaseProblem when that cannot be."""
    check_file(path)
    connection: sqlite3.Connection | None = None
    try:
        connection = _open(path)
        check_revision(path, revision_of(path, connection))
        # One read transaction, so that every query of a command sees the same register.
        connection.execute("BEGIN")
        yield connection
    except UNREADABLE as error:
        raise unreadable(path, error) from error
    finally:
        if connection is not None:
            connection.close()


def revision(path: Path) -> str:
    """Return the revision of a register's schema, whichever it is; nothing is written for that."""
    check_file(path)
    try:
        with closing(_open(path)) as connection:
            return revision_of(path, connection)
    except UNREADABLE as error:
        raise unreadable(path, error) from error


def _open(path: Path) -> sqlite3.Connection:
    """Open a register that nothing will be written to.

    Where the file may be written it is opened so, for whoever leaves last tidies up what the write-ahead log left
    beside it, also after somebody who was killed; elsewhere as it is.
    """
    if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK):
        mode = "mode=rw"
    else:
        # Without a log beside it nothing is under way, and SQLite need not look for anybody who writes.
        mode = "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "mode=ro&immutable=1"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    connection.row_factory = sqlite3.Row
    return connection


def unreadable(path: Path, error: Exception) -> DatabaseProblem:
    """Return the failure to raise when SQLite cannot use the file."""
    # SQLAlchemy wraps the driver's sentence in its own; the driver's is the one that helps.
    own = getattr(error, "orig", None) or error
    if isinstance(own, UnicodeDecodeError):
        return damaged(path, "it holds bytes that are no text")
    if getattr(own, "sqlite_errorcode", None) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(own))
    return DatabaseProblem(f"{path}: {own}")


def damaged(path: Path, reason: str) -> DatabaseProblem:
    """Return the failure to raise when a file is damaged."""
    hint = "wbagree db copies lists the copies beside it, wbagree db restore FILE puts one back"
    return DatabaseProblem(f"{path} is damaged: {reason}", hint)


def check_file(path: Path) -> None:
    """Raise DatabaseProblem unless ``path`` is a readable SQLite file."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # a pipe would be waited for, for ever
            raise DatabaseProblem(f"{path} is {'a folder' if stat.S_ISDIR(mode) else 'no file'}, not a register")
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise DatabaseProblem(f"{path}: {error.strerror}") from error
    if magic != _MAGIC:
        raise DatabaseProblem(f"{path} is not a wbagree register; it was left untouched")


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
