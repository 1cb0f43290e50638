"""Creation and upgrade of registers.

Tables are made by the bundled migrations, views from ``store/read/views.sql``.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from wbagree import atomic_files, ending, resources
from wbagree.errors import DatabaseProblem
from wbagree.store import read
from wbagree.store.file import backups, definitions, final_name, sqlite_requirements
from wbagree.store.file.connection import (
    APPLICATION_ID,
    REVISION,
    UNREADABLE,
    check_revision_known,
    guard_same_file,
    opened,
    revision_of,
    unreadable_error,
)
from wbagree.store.file.definitions import check_own
from wbagree.store.file.journals import choose_journal
from wbagree.store.read import agreements
from wbagree.store.write import bundled_data
from wbagree.store.write.search_index import rebuild_indexes
from wbagree.store.write.session import engine_of, raw_connection_of


def create(path: Path) -> None:
    """Make a new register at ``path``, readable by its owner only.

    It is made completely or not at all. A register that another process made meanwhile is left as it is.
    """
    sqlite_requirements.check_sqlite()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with atomic_files.temporary_file_next_to(path) as new:
            with migrating(new) as connection:
                migrate(connection)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                with Session(connection) as session:
                    bundled_data.fill_new_register(session)
            choose_journal(new)
            with ending.hold_signals():
                final_name.publish_database(new, path)
                ending.note_created(f"the new register {path} is empty")
    except FileExistsError as error:
        if not path.is_file():
            raise DatabaseProblem(f"{path} cannot be made: something that is no file is in its place") from error
    except (DatabaseError, *UNREADABLE) as error:
        raise unreadable_error(path, error) from error
    except OSError as error:
        raise DatabaseProblem(f"{path} cannot be made: {error.strerror}") from error


def upgrade(path: Path) -> tuple[str, str, Path | None]:
    """Upgrade a register; return its old and new revision, and the copy.

    The copy is None when there was nothing to upgrade.
    """
    with opened(path) as register:
        before = revision_of(path, register)
        check_revision_known(path, before)
        check_own(path, register, before)
    if before == REVISION:
        return before, before, None
    sqlite_requirements.check_sqlite()
    copy = _bring_up_to_date(path, before)
    if copy is None:
        return REVISION, REVISION, None
    with suppress(sqlite3.Error):  # upgraded all the same; without a log only readers have to wait for writers
        choose_journal(path)
    return before, REVISION, copy


def _bring_up_to_date(path: Path, before: str) -> Path | None:
    """Upgrade a register under its lock, and return a copy of it.

    The copy has the state before the upgrade. None when another process upgraded it meanwhile.
    """
    still_there = guard_same_file(path)
    try:
        with ExitStack() as stack:
            connection = stack.enter_context(migrating(path))
            if revision_of(path, raw_connection_of(connection)) != before:
                return None
            named = stack.enter_context(backups.auto_backup(path, "upgrade"))
            migrate(connection)
            rebuild_indexes(connection, agreements.all_with_row_id(raw_connection_of(connection)))
            with ending.hold_signals(), named() as copy:
                still_there()
                stack.close()  # commits
                still_there()
                ending.note_stored(f"{path} was upgraded to schema {REVISION}", f"what it was is kept as {copy}")
            return copy
    except (DatabaseError, *UNREADABLE) as error:
        raise unreadable_error(path, error) from error


@contextmanager
def migrating(path: Path) -> Iterator[Connection]:
    """Open a file to migrate it; commit when the block ends well.

    DatabaseProblem when a foreign key would be broken.
    """
    # Foreign keys are off while tables are rebuilt: on, a rebuild would cascade into the link tables.
    engine = engine_of(path, foreign_keys=False)
    connection = engine.connect()
    try:
        connection.begin()
        yield connection
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise DatabaseProblem(f"{path}: the upgrade would break {len(broken)} references; nothing was changed")
        connection.commit()
    finally:
        with ending.hold_signals():  # SQLAlchemy would print a traceback for an interruption here
            connection.close()
            engine.dispose()


def migrate(connection: Connection, to: str = REVISION) -> None:
    """Migrate a file's tables to a revision, and replace its views."""
    config = Config()
    config.set_main_option("script_location", str(resources.migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
    for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        connection.exec_driver_sql(f'DROP VIEW "{name}"')
    for statement in _views(to):
        connection.exec_driver_sql(statement)


def _views(revision: str) -> list[str]:
    """Return the statements that create the views of a revision.

    Those of earlier revisions are in ``migrations/definitions``.
    """
    if revision != REVISION:
        return [sql for sql, named in definitions.expected_definitions(revision).items() if named.kind == "view"]
    lines = (files(read) / "views.sql").read_text(encoding="utf-8").splitlines()
    text = "".join(f"{line}\n" for line in lines if not line.lstrip().startswith("--"))
    return list(filter(None, map(str.strip, text.split(";\n"))))
