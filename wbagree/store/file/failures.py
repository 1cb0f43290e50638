"""Errors for failures of SQLite: a sentence and a hint for each kind."""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from wbagree.errors import DatabaseProblem
from wbagree.store.file import sqlite_requirements
from wbagree.store.file.connection import LOCK_TIMEOUT, log_paths, may_write
from wbagree.store.file.drives import can_lock, is_on_read_only_medium
from wbagree.store.file.journals import PATIENCE_TO_WRITE, WaitedInVain


def unreadable_error(path: Path, error: Exception) -> DatabaseProblem:
    """Return the error to raise when SQLite cannot use the file."""
    # SQLAlchemy wraps the driver's error in its own; the driver's message is the useful one.
    own = getattr(error, "orig", None) or error
    if isinstance(own, UnicodeDecodeError):
        return damage_error(path, "it holds bytes that are no text")
    code = getattr(own, "sqlite_errorcode", None) or 0
    if code & 0xFF in _HELD:
        return _locked(path, PATIENCE_TO_WRITE if isinstance(own, WaitedInVain) else LOCK_TIMEOUT)
    return (_FAILURES.get(code) or _FAILURES.get(code & 0xFF, _other))(path, str(own))


def copy_error(path: Path, error: Exception) -> DatabaseProblem:
    """Return the error for a copy that cannot be made."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    if code == sqlite3.SQLITE_FULL:
        return DatabaseProblem(f"{path} cannot be copied: the disk is full", _ROOM)
    if code & 0xFF == sqlite3.SQLITE_IOERR:  # the register's drive or the copy's: SQLite does not distinguish them
        return DatabaseProblem(f"{path} cannot be copied: a drive could not read or write ({error})", _CONNECTED)
    return unreadable_error(path, error)


def _locked(path: Path, waited: float) -> DatabaseProblem:
    if not can_lock(path):
        return _without_locks(path)
    return DatabaseProblem(
        f"{path} is in use: another program had it locked for {waited:g} seconds",
        "close what else has it open (another wbagree, a database viewer), then try again",
    )


def damage_error(path: Path, reason: str) -> DatabaseProblem:
    """Return the error to raise when a file is damaged."""
    hint = "wbagree db copies lists the copies beside it, wbagree db restore FILE puts one back"
    return DatabaseProblem(f"{path} is damaged: {reason}", hint)


def _without_locks(path: Path, _: str = "") -> DatabaseProblem:
    return DatabaseProblem(
        f"{path} cannot be used where it lies: its drive does not lock files",
        "keep the register on a local disk, and name it there with --db or WBAGREE_DB",
    )


def _full(path: Path, _: str) -> DatabaseProblem:
    return DatabaseProblem(f"{path}: the disk is full, or the one for temporary files", _ROOM)


def _drive_failed(path: Path, own: str) -> DatabaseProblem:
    return DatabaseProblem(
        f"{path}: its drive could not read or write ({own})",
        _CONNECTED,
    )


def _sql_error(path: Path, own: str) -> DatabaseProblem:
    return sqlite_requirements.missing_feature_error(own) or _other(path, own)


def _not_writable(path: Path, own: str) -> DatabaseProblem:
    """Return the error for a file that may not be written."""
    if not path.exists() or may_write(path):
        return _other(path, own)
    if any(log.exists() for log in log_paths(path)):
        return DatabaseProblem(
            f"{path} was left in the middle of a change, or is being changed; you may not write there",
            "any command of somebody who may write it, such as wbagree list, puts that right",
        )
    copied = "wbagree db backup FILE copies it to where you may write; --db FILE uses that"
    if is_on_read_only_medium(path):
        return DatabaseProblem(f"{path} is on a read-only medium", copied)
    return DatabaseProblem(f"{path} may not be written by you, or its folder may not", copied)


def _other(path: Path, own: str) -> DatabaseProblem:
    return DatabaseProblem(f"{path}: {own}")


_ROOM = "free some space, then try again"
_CONNECTED = "see that the drive is connected and has room, then try again"
_HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
# By SQLite's extended code, else by its primary code.
_FAILURES: Mapping[int, Callable[[Path, str], DatabaseProblem]] = {
    sqlite3.SQLITE_ERROR: _sql_error,
    sqlite3.SQLITE_CORRUPT: damage_error,
    sqlite3.SQLITE_NOTADB: damage_error,
    sqlite3.SQLITE_CANTOPEN: _not_writable,
    sqlite3.SQLITE_READONLY: _not_writable,
    sqlite3.SQLITE_FULL: _full,
    # The log's shared memory is a file, and there was no room for it.
    sqlite3.SQLITE_IOERR_SHMSIZE: _full,
    # A drive without locks; if a drive has merely run out of locks, SQLite reports a locked file.
    sqlite3.SQLITE_IOERR_LOCK: _without_locks,
    sqlite3.SQLITE_IOERR_RDLOCK: _without_locks,
    sqlite3.SQLITE_IOERR_UNLOCK: _without_locks,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK: _without_locks,
    sqlite3.SQLITE_IOERR: _drive_failed,
}
