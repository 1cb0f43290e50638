"""Making and upgrading a register: Alembic runs the bundled migrations, the seed tables fill what users may extend."""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel, insert

from wbagree import atomic_files, ending, resources
from wbagree.errors import DatabaseProblem
from wbagree.store.file import backups, final_name, sqlite_requirements
from wbagree.store.file.connection import (
    APPLICATION_ID,
    REVISION,
    UNREADABLE,
    check_revision_known,
    guard_same_file,
    opened,
    revision_of,
    unreadable,
)
from wbagree.store.file.definitions import check_own
from wbagree.store.file.journals import settle
from wbagree.store.read import agreements
from wbagree.store.write import tables
from wbagree.store.write.engine import engine_of, raw_connection_of
from wbagree.store.write.entities import alias_rows, latest
from wbagree.store.write.search_index import index_types, reindex


def create(path: Path) -> None:
    """Make a new, empty register at ``path``, readable by its owner alone; whole or not at all.

    Loses the race gracefully: a register that another process made meanwhile stays as it is.
    """
    sqlite_requirements.check()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with atomic_files.temporary_for(path) as new:
            with _migrating(new) as connection:
                _upgrade(connection, "head")
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                _fill(connection)
            settle(new)
            with ending.held():
                final_name.put(new, path)
                ending.note_made(f"the new register {path} is empty")
    except FileExistsError as error:
        if not path.is_file():
            raise DatabaseProblem(f"{path} cannot be made: something that is no file is in its place") from error
    except (DatabaseError, *UNREADABLE) as error:
        raise unreadable(path, error) from error
    except OSError as error:
        raise DatabaseProblem(f"{path} cannot be made: {error.strerror}") from error


def upgrade(path: Path) -> tuple[str, str, Path | None]:
    """Bring an older register up to date: return its revision before and after, and the copy kept beside it."""
    with opened(path) as register:
        before = revision_of(path, register)
        check_revision_known(path, before)
        check_own(path, register, before)
    if before == REVISION:
        return before, before, None
    sqlite_requirements.check()
    copy = _bring_up_to_date(path, before)
    if copy is None:
        return REVISION, REVISION, None
    with suppress(sqlite3.Error):  # it is upgraded all the same; only readers wait while somebody writes
        settle(path)
    return before, REVISION, copy


def _bring_up_to_date(path: Path, before: str) -> Path | None:
    """Upgrade a register under its lock, so that the copy that is kept is of exactly what is upgraded.

    None when another process did so meanwhile.
    """
    still_there = guard_same_file(path)
    try:
        with ExitStack() as stack:
            connection = stack.enter_context(_migrating(path))
            if revision_of(path, raw_connection_of(connection)) != before:
                return None
            named = stack.enter_context(backups.auto_backup(path, "upgrade"))
            _upgrade(connection, "head")
            reindex(connection, agreements.all_with_row_id(raw_connection_of(connection)))
            with ending.held(), named() as copy:
                still_there()
                stack.close()  # commits
                still_there()
                ending.note_stored(f"{path} was upgraded to schema {REVISION}", f"what it was is kept as {copy}")
            return copy
    except (DatabaseError, *UNREADABLE) as error:
        raise unreadable(path, error) from error


@contextmanager
def _migrating(path: Path) -> Iterator[Connection]:
    # Foreign keys are off while tables are rebuilt: on, a rebuild would cascade into the link tables.
    made = engine_of(path, foreign_keys=False)
    connection = made.connect()
    try:
        connection.begin()
        yield connection
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise DatabaseProblem(f"{path}: the upgrade would break {len(broken)} references; nothing was changed")
        connection.commit()
    finally:
        with ending.held():  # SQLAlchemy tells of an interruption here with a traceback
            connection.close()
            made.dispose()


def _upgrade(connection: Connection, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(resources.migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _fill(connection: Connection) -> None:
    """Fill the tables of parties and types from the bundled files."""
    members = [
        {"group_code": group["code"], "party_code": member}
        for group in _seed("party_groups")
        for member in group["members"].split(";")
    ]
    types = _seed("types")
    rows: list[tuple[type[SQLModel], list[dict[str, Any]]]] = [
        (tables.PartyRow, _seed("parties")),
        (tables.PartyNameRow, [{**row, "party_code": row.pop("party")} for row in _seed("party_names")]),
        (tables.SuccessionRow, [{**row, "since_latest": latest(row["since"])} for row in _seed("successions")]),
        (tables.PartyGroupRow, [{"code": row["code"], "label": row["label"]} for row in _seed("party_groups")]),
        (tables.PartyGroupMemberRow, members),
        (tables.TypeGroupRow, [{**row, "position": place} for place, row in enumerate(_seed("type_groups"))]),
        (tables.TypeRow, [_type_row(row, place) for place, row in enumerate(types)]),
        (tables.TypeAliasRow, [alias for row in types for alias in alias_rows(row["code"], row["aliases"].split(";"))]),
    ]
    for table, values in rows:
        connection.execute(insert(table), values)
    index_types(connection)


def _seed(name: str) -> list[dict[str, str]]:
    with (resources.seed() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _type_row(row: dict[str, str], position: int) -> dict[str, Any]:
    return {"code": row["code"], "group_code": row["group"], "label": row["label"], "position": position}
