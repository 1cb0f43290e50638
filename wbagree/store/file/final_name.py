"""Giving a finished database its name, unless an old log is there."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from wbagree import atomic_files
from wbagree.errors import DatabaseProblem
from wbagree.store.file.connection import log_paths


def publish_database(new: Path, path: Path) -> None:
    """Give a finished database its name.

    FileExistsError when a file has the name. DatabaseProblem when the log of a former file is there: SQLite would write
    the log's content into this one.
    """
    log = _log_left(path)
    if log is None:
        atomic_files.publish(new, path)
    elif os.path.lexists(path):  # it is in use, with a log of its own
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    else:
        raise DatabaseProblem(
            f"{path} cannot be made: {log} is left of a database that is gone, and would spoil it",
            f"put that database back if you need its last changes; else move {log} away, then try again",
        )


def publish_database_under_free_name(new: Path, names: Iterable[Path]) -> Path:
    """Give a finished database the first free name, and return the name."""
    return atomic_files.publish_under_free_name(new, (name for name in names if _log_left(name) is None))


def _log_left(path: Path) -> Path | None:
    """Return a log that SQLite would take for that of ``path``.

    None if there is none. An empty log does no harm, and is ignored.
    """
    return next((log for log in log_paths(path) if log.exists() and log.stat().st_size), None)
