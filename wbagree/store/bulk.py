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
        names = ", ".join(f'"{name}"' for name in rows[0])
        marks = ", ".join("?" * len(rows[0]))
        statement = f'INSERT OR {known} INTO "{table.__tablename__}" ({names}) VALUES ({marks})'
        session.connection().exec_driver_sql(statement, [tuple(row.values()) for row in rows])
