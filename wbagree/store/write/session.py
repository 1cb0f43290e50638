"""Sessions and transactions: every write to a register uses one."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from wbagree import ending
from wbagree.errors import DatabaseProblem
from wbagree.store.file.backups import trial_register
from wbagree.store.file.connection import (
    UNREADABLE,
    check_file,
    check_revision,
    guard_same_file,
    revision_of,
    unreadable_error,
)
from wbagree.store.file.connection import connect as open_file
from wbagree.store.file.definitions import check_own
from wbagree.store.file.journals import Opened
from wbagree.store.write import change_log

# KiB of pages that SQLite keeps in memory.
_CACHE = 65536


@contextmanager
def transaction(path: Path, command: str = "", *, dry_run: bool = False) -> Iterator[Session]:
    """Open a register for writing; commit when the block ends well.

    It is rolled back when the block raises. The changes are one change set of the history, made by ``command``. A
    ``dry_run`` commits nothing.
    """
    with trial_register(path) if dry_run else nullcontext(path) as place:
        check_file(place)
        engine = engine_of(place)
        session = Session(engine)
        try:
            with _naming_the_register(path):
                still_there = guard_same_file(place)
                found = revision_of(path, raw_connection(session))
                check_revision(path, found)
                check_own(path, raw_connection(session), found)
                change_log.begin_change_set(session, command)
            yield session
            if not dry_run:
                with ending.hold_signals(), _naming_the_register(path):
                    still_there()
                    session.commit()
                    still_there()
                    _note_stored(session)
        except (DatabaseError, *UNREADABLE) as error:
            raise unreadable_error(path, error) from error
        finally:
            with ending.hold_signals():  # SQLAlchemy would print a traceback for an interruption here
                session.close()
                engine.dispose()


@contextmanager
def _naming_the_register(path: Path) -> Iterator[None]:
    """Turn OSError in the block into DatabaseProblem with the register's name."""
    try:
        yield
    except OSError as error:
        raise DatabaseProblem(f"{path}: {error.strerror}") from error


def _note_stored(session: Session) -> None:
    if change_set := change_log.number_if_changed(session):
        ending.note_stored(
            f"the change was stored: change set {change_set}", f"wbagree undo {change_set} takes it back"
        )


def raw_connection(session: Session) -> sqlite3.Connection:
    """Return the sqlite3 connection of a session, for the reading modules."""
    return raw_connection_of(session.connection())


def engine_of(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Return an engine with transactions that begin by taking the write lock.

    So no two of them can block each other for ever.
    """

    def connect() -> Opened:
        # The file must exist: if it was deleted meanwhile, opening fails instead of making an empty one.
        connection = open_file(path, "rw")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        # The pages of a large import stay in memory until the commit: SQLite's usual 2 MB would be too small.
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        _driver_of(connection).begin(path)

    return engine


def raw_connection_of(connection: Connection) -> Opened:
    """Return the sqlite3 connection under SQLAlchemy's, for the reading modules."""
    driver = _driver_of(connection)
    driver.row_factory = sqlite3.Row
    return driver


def _driver_of(connection: Connection) -> Opened:
    driver = connection.connection.driver_connection
    if not isinstance(driver, Opened):
        raise TypeError("the register is an SQLite file")
    return driver
