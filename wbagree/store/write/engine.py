"""The way in for whoever writes: SQLAlchemy's engine on a register's file, and the plain connection under it."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from wbagree.store.file.connection import connect as open_file
from wbagree.store.file.journals import Opened

# KiB
_CACHE = 65536


def engine_of(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Return an engine whose transactions take the write lock at once, so that two writers never deadlock."""

    def connect() -> Opened:
        # The file has to be there: one that is deleted underneath is missed, not made anew and empty.
        connection = open_file(path, "rw")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        # A large import stays in memory until it is written, instead of going to and fro between 2 MB and the disk.
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        return connection

    made = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(made, "begin")
    def _on_begin(connection: Connection) -> None:
        _driver_of(connection).begin(path)

    return made


def raw_connection_of(connection: Connection) -> Opened:
    """Return the driver's connection under SQLAlchemy's, so that the reading modules see its transaction."""
    driver = _driver_of(connection)
    driver.row_factory = sqlite3.Row
    return driver


def _driver_of(connection: Connection) -> Opened:
    driver = connection.connection.driver_connection
    if not isinstance(driver, Opened):
        raise TypeError("the register is an SQLite file")
    return driver
