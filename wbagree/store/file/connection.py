"""The sqlite3 connection for reading, and checks that files are registers."""

import os
import re
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from wbagree import ending
from wbagree.errors import DatabaseProblem
from wbagree.store.file import definitions, journals

# The schema this program reads and writes; a test compares it with the migration scripts.
REVISION = "0008"
# "wbag" in SQLite's header: the mark of a register.
APPLICATION_ID = 0x77626167
# The longest wait for another process's write, in seconds.
LOCK_TIMEOUT = 10.0

# The errors of the driver; the second when its own message quotes bytes that are no text.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)

# SQLite's errors of a damaged file.
DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

# The place of the application id in SQLite's header.
_OWNER = slice(68, 72)


def connect(path: Path, mode: str) -> journals.Opened:
    """Open an existing file in a mode of SQLite's (``ro``, ``rw``).

    The journal depends on the file's drive. The driver begins no transactions of its own, because those leave
    half-applied DDL behind: callers begin and end them.
    """
    connection = journals.connect(path, mode, patience=LOCK_TIMEOUT)
    connection.execute("PRAGMA trusted_schema = OFF")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    return connection


@contextmanager
def open_for_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an existing register for reading, in one consistent view.

    DatabaseProblem when the register cannot be read.
    """
    with opened(path) as connection:
        found = definitions.definitions_in(connection)
        number = revision_of(path, connection, found)
        check_revision(path, number)
        definitions.check_readable(path, found, number)
        yield connection


def may_write(path: Path) -> bool:
    """Return whether SQLite can write to a register's file and its folder."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file in one consistent view, for reading only.

    The file is opened read-write if possible, so that closing checkpoints the log that a killed process left; otherwise
    read-only, and immutable without a log. DatabaseProblem when it cannot be read.
    """
    seen = _file_state(path)
    header = check_file(path)
    still = not may_write(path) and _at_rest(path, header)
    mode = "ro&immutable=1" if still else "rw" if may_write(path) else "ro"
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(path, mode)
        connection.execute("PRAGMA query_only = ON")
        connection.row_factory = sqlite3.Row
        connection.create_function("has_words", 2, _has_words, deterministic=True)
        # One read transaction, so that every query of a command sees the same register.
        connection.execute("BEGIN")
        yield connection
    except UNREADABLE as error:
        raise (
            _changed_meanwhile(path) if still and _file_state(path) != seen else unreadable_error(path, error)
        ) from error
    else:
        if still and _file_state(path) != seen:
            raise _changed_meanwhile(path)
    finally:
        if connection is not None:
            connection.close()


def _has_words(text: str, words: str) -> bool:
    """Return whether each folded word begins a word of a text."""
    from wbagree.domain.text.search_query import has_words  # here: few questions need it

    return has_words(text, words.split())


def _at_rest(path: Path, header: bytes) -> bool:
    """Return whether a file that works with a log has none now.

    Then no process has it open, and it can be read without the shared memory that a log needs. Another process may open
    it meanwhile: the reading is valid if the file is the same afterwards.
    """
    return journals.has_log(header) and not any(log.exists() for log in log_paths(path))


def log_paths(path: Path) -> list[Path]:
    """Return the paths of a file's logs, next to the file itself.

    Not next to a link to it.
    """
    place = path.resolve()
    return [place.with_name(place.name + end) for end in ending.LOG_ENDINGS]


def _file_state(path: Path) -> tuple[int, ...]:
    """Return the identity, size and time of a file.

    They change when the file is written to.
    """
    try:
        now = path.stat()
    except OSError:  # opening it fails, with a sentence
        return ()
    return now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns


def _changed_meanwhile(path: Path) -> DatabaseProblem:
    return DatabaseProblem(f"{path} was written to while it was read; what was shown may be mixed", "try again")


def read_revision(path: Path) -> str:
    """Return the revision of a register's schema, without writing."""
    with opened(path) as connection:
        return revision_of(path, connection)


def unreadable_error(path: Path, error: Exception) -> DatabaseProblem:
    """Return the error to raise when SQLite cannot use the file."""
    from wbagree.store.file import failures  # only when something fails

    return failures.unreadable_error(path, error)


def primary_code(error: Exception) -> int:
    """Return SQLite's primary code of an error, 0 for other errors."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def check_file(path: Path) -> bytes:
    """Return the header of a register; DatabaseProblem for another file.

    So SQLite never opens another program's database: that alone would write the log that the program left into it.
    """
    header = _header(path)
    if not _is_ours(header):
        raise DatabaseProblem(f"{path} is not a wbagree register; it was left untouched")
    return header


def _header(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # a pipe would be waited for, for ever
            raise DatabaseProblem(f"{path} is {'a folder' if stat.S_ISDIR(mode) else 'no file'}, not a register")
        return journals.read_header(path)
    except OSError as error:
        raise DatabaseProblem(f"{path}: {error.strerror}") from error


def is_register_or_empty(path: Path) -> bool:
    """Return whether a file is a register or empty.

    An empty file may be the rest of a register. DatabaseProblem for a device, a pipe, a folder.
    """
    header = _header(path)
    return not header or _is_ours(header)


def _is_ours(header: bytes) -> bool:
    """Return whether a file with these first bytes is a register."""
    return header.startswith(journals.MAGIC) and APPLICATION_ID.to_bytes(4).startswith(header[_OWNER])


def guard_same_file(path: Path) -> Callable[[], None]:
    """Return a check that raises if ``path`` has been replaced or deleted.

    SQLite goes on writing to a deleted or replaced file: the change would be lost without an error.
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
                f"{path} was deleted or replaced while it was written to; this change is not in it",
                "see which file is there now, then try again",
            )

    return still_there


def revision_of(
    path: Path, connection: sqlite3.Connection, found: Mapping[str, definitions.Definition] | None = None
) -> str:
    """Return the schema's revision; DatabaseProblem for another program's file.

    ``found`` are the definitions of the file, if they are known.
    """
    query = "SELECT version_num, application_id FROM alembic_version, pragma_application_id"
    ours = definitions.REVISION_TABLE in (definitions.definitions_in(connection) if found is None else found)
    row = connection.execute(query).fetchone() if ours else None
    # In another program's file, the revision may be any text, such as a path.
    if row is None or row[1] != APPLICATION_ID or not re.fullmatch("[0-9]{4}", str(row[0]), re.ASCII):
        raise DatabaseProblem(f"{path} is not a wbagree register; it was left untouched")
    return str(row[0])


def check_revision(path: Path, revision: str) -> None:
    """Raise DatabaseProblem unless ``revision`` is that of this program."""
    check_revision_known(path, revision)
    if revision < REVISION:
        raise DatabaseProblem(
            f"{path} was written by an older wbagree (schema {revision}; this program needs {REVISION})",
            "wbagree db upgrade brings it up to date and keeps a copy beside it",
        )


def check_revision_known(path: Path, revision: str) -> None:
    """Raise DatabaseProblem for the schema of a newer program."""
    if revision > REVISION:
        raise DatabaseProblem(
            f"{path} was written by a newer wbagree (schema {revision}, this program knows {REVISION}); it was left "
            "untouched",
            "install the newer wbagree, or choose another register with --db",
        )
