"""Inserting many rows at once."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, SQLModel


def insert_rows(
    session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, object]], *, known: str = "ABORT"
) -> None:
    """Insert rows that all have the same columns by one statement; the ORM would take several times as long.

    ``known`` says what SQLite does with a row that is there already.
    """
    if rows:
        insert_tuples(session, table, tuple(rows[0]), [tuple(row.values()) for row in rows], known=known)


def insert_tuples(
    session: Session,
    table: type[SQLModel],
    columns: Sequence[str],
    rows: Sequence[tuple[object, ...]],
    *,
    known: str = "ABORT",
) -> None:
    """Insert rows whose values stand in the order of ``columns``, in the same way."""
    if rows:
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        statement = f'INSERT OR {known} INTO "{table.__tablename__}" ({names}) VALUES ({marks})'
        session.connection().exec_driver_sql(statement, list(rows))
