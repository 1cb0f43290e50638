"""Inserting, updating and deleting rows in plain SQL.

It is faster than the ORM.
"""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, SQLModel


def insert_rows(
    session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, object]], *, on_conflict: str = "ABORT"
) -> None:
    """Insert rows that all have the same columns by one statement.

    ``on_conflict`` is SQLite's treatment of a row that exists already: ABORT or IGNORE.
    """
    if rows:
        insert_tuples(session, table, tuple(rows[0]), [tuple(row.values()) for row in rows], on_conflict=on_conflict)


def insert_tuples(
    session: Session,
    table: type[SQLModel],
    columns: Sequence[str],
    rows: Sequence[tuple[object, ...]],
    *,
    on_conflict: str = "ABORT",
) -> None:
    """Insert rows as tuples of values in the order of ``columns``."""
    if rows:
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        statement = f'INSERT OR {on_conflict} INTO "{table.__tablename__}" ({names}) VALUES ({marks})'
        session.connection().exec_driver_sql(statement, list(rows))


def update_rows(session: Session, table: type[SQLModel], values: Mapping[str, object], **where: object) -> int:
    """Set ``values`` in the rows that match ``where``; return their number.

    ``where`` is column to value.
    """
    settings = ", ".join(f'"{name}" = ?' for name in values)
    statement = f'UPDATE "{table.__tablename__}" SET {settings} WHERE {_conditions(where)}'
    return session.connection().exec_driver_sql(statement, (*values.values(), *where.values())).rowcount


def delete_rows(session: Session, table: type[SQLModel], **where: object) -> None:
    """Delete the rows that match ``where``: column to value."""
    statement = f'DELETE FROM "{table.__tablename__}" WHERE {_conditions(where)}'
    session.connection().exec_driver_sql(statement, tuple(where.values()))


def _conditions(where: Mapping[str, object]) -> str:
    return " AND ".join(f'"{name}" = ?' for name in where)
