"""Copies of a register: made by SQLite's backup API whoever writes meanwhile, kept beside it, and put back."""

import os
import re
import shutil
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from wbagree import whole
from wbagree.errors import DatabaseProblem
from wbagree.store.connection import PATIENCE, UNREADABLE, check_file, check_revision_known, revision_of, unreadable

# So many of the copies that are made by themselves are kept; the oldest go first.
_KEPT = 10
# Copied at once, while others wait.
_PAGES = 4096
_OURS = r"-before-[a-z]+-\d{8}T\d{6}Z(?:-\d+)?"
_TIME = re.compile(r"\d{8}T\d{6}Z")


def backup(path: Path, copy: Path) -> Path:
    """Copy a register to ``copy``, whole or not at all; never over an existing file."""
    taken = DatabaseProblem(f"{copy} exists already; it was left untouched")
    if os.path.lexists(copy):
        raise taken
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with whole.beside(copy) as new:
            _copy(path, new)
            whole.put(new, copy)
    except FileExistsError as error:
        raise taken from error
    except OSError as error:
        raise DatabaseProblem(f"{copy} cannot be written: {error.strerror}") from error
    except UNREADABLE as error:
        raise DatabaseProblem(f"{path} cannot be copied to {copy}: {error}") from error
    return copy


def keep(path: Path, before: str) -> Path:
    """Copy a register beside itself ``before`` what may be regretted; of such copies the last ten are kept."""
    copy = backup(path, _free(path, before))
    # Not by their times alone: with a clock that went back the newest would be taken for the oldest.
    for old in [one for one in copies(path) if one != copy][: -(_KEPT - 1)]:
        old.unlink(missing_ok=True)
    return copy


def copies(path: Path) -> list[Path]:
    """Return the copies that were made by themselves, the oldest first."""
    name = re.compile(re.escape(path.stem) + _OURS + re.escape(path.suffix))
    found = [one for one in path.parent.iterdir() if name.fullmatch(one.name)]
    return sorted(found, key=lambda one: (_TIME.findall(one.stem)[-1], one.stat().st_mtime_ns))


def _free(path: Path, before: str) -> Path:
    """A name with the time that no file has yet."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    stem = f"{path.stem}-before-{before}-{stamp}"
    names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    free = (one for name in names if not (one := path.with_name(name + path.suffix)).exists())
    return next(free, path.with_name(stem + path.suffix))


def restore(path: Path, copy: Path) -> Path | None:
    """Make the register what ``copy`` is, whole or not at all; return where what it was is kept, None if nothing was.

    A register that can be opened is written through SQLite, so that whoever has it open goes on with the new content;
    one that is damaged is replaced as a file.
    """
    check_file(copy)
    try:
        with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as opened:
            check_revision_known(copy, revision_of(copy, opened))
            if (told := opened.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
                raise DatabaseProblem(f"{copy} is damaged ({told}); nothing was restored")
    except UNREADABLE as error:
        raise unreadable(copy, error) from error
    if not path.exists():
        backup(copy, path)
        return None
    if _is_damaged(path):
        return _replace(path, copy)
    kept = keep(path, "restore")
    try:
        _copy(copy, path)
    except UNREADABLE as error:
        kept.unlink(missing_ok=True)  # it is what it was
        raise unreadable(path, error) from error
    return kept


def _replace(path: Path, copy: Path) -> Path:
    """Put a copy in the place of a damaged file, which is kept as it is, with what SQLite left beside it."""
    kept = _free(path, "restore")
    try:
        with whole.beside(path) as new:
            _copy(copy, new)
            for rest in ("-journal", "-wal", ""):
                _keep_file(path.with_name(path.name + rest), kept.with_name(kept.name + rest))
            # Before the new file has the name: it would be taken for this one's log.
            for rest in ("-journal", "-wal", "-shm"):
                path.with_name(path.name + rest).unlink(missing_ok=True)
            new.replace(path)
    except (OSError, *UNREADABLE) as error:
        raise DatabaseProblem(f"{path} cannot be replaced: {error}") from error
    return kept


def _keep_file(path: Path, kept: Path) -> None:
    if path.exists():
        with whole.beside(kept) as new:
            shutil.copyfile(path, new)
            whole.put(new, kept)


def _is_damaged(path: Path) -> bool:
    """Whether SQLite cannot read a file, for another reason than that somebody holds it."""
    try:
        check_file(path)
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as opened:
            return bool(opened.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except (DatabaseProblem, UnicodeDecodeError):
        return True
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return True
        raise unreadable(path, error) from error


def _copy(path: Path, copy: Path) -> None:
    last = [-1, time.monotonic()]

    def moved(_: int, remaining: int, __: int) -> None:
        """Give up when somebody else holds the file for too long; the driver would wait for ever."""
        if remaining != last[0]:
            last[:] = [remaining, time.monotonic()]
        elif time.monotonic() - last[1] > PATIENCE:
            raise sqlite3.OperationalError("database is locked")

    with closing(sqlite3.connect(path, timeout=PATIENCE)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target, pages=_PAGES, progress=moved)
