"""The full-text index: folded words of a record, kept in step with it by the writing gate."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, text

from wbagree.domain.folding import words

# What is searched, by column of agreement_text; every query gives (id, text) rows.
_TEXTS = {
    "title": "SELECT id, title FROM agreement",
    "title_original": "SELECT id, title_original FROM agreement",
    "people": "SELECT agreement_id AS id, institution || ' ' || person || ' ' || person_position FROM signatory",
    "places": "SELECT id, place FROM agreement",
    "types": "SELECT agreement_id AS id, code || ' ' || label || ' ' ||"
    " coalesce((SELECT group_concat(alias, ' . ') FROM type_alias WHERE type_code = code), '')"
    " FROM agreement_type JOIN type ON code = type_code",
    "refs": "SELECT id, key FROM agreement UNION ALL SELECT agreement_id, text FROM reference",
    "sources": "SELECT agreement_id AS id, citation || ' ' || url FROM source",
    "notes": "SELECT id, notes || ' ' ||"
    " coalesce((SELECT group_concat(note || ' ' || source, ' . ') FROM assessment WHERE agreement_id = id), '')"
    " FROM agreement",
}
_LOT = 500


def index(connection: Connection, ids: Iterable[int]) -> None:
    """Write the index entries of the agreements with ``ids`` anew."""
    for lot in _lots(list(ids)):
        marks = ", ".join(map(str, lot))
        connection.exec_driver_sql(f"DELETE FROM agreement_text WHERE rowid IN ({marks})")
        entries = [{"id": number, **entry} for number, entry in texts(connection.exec_driver_sql, lot).items()]
        names = ", ".join(_TEXTS)
        values = ", ".join(f":{column}" for column in _TEXTS)
        connection.execute(text(f"INSERT INTO agreement_text (rowid, {names}) VALUES (:id, {values})"), entries)


def texts(execute: Callable[[str], Iterable[Any]], ids: list[int]) -> dict[int, dict[str, str]]:
    """Return what the index should hold for each of ``ids``: column to folded words."""
    marks = ", ".join(map(str, ids))
    entries: dict[int, dict[str, list[str]]] = {number: {column: [] for column in _TEXTS} for number in ids}
    for column, query in _TEXTS.items():
        for number, found in execute(f"SELECT * FROM ({query}) WHERE id IN ({marks})"):
            entries[number][column] += words(found)
    return {number: {column: " ".join(found) for column, found in entry.items()} for number, entry in entries.items()}


def unindex(connection: Connection, number: int) -> None:
    """Drop the index entry of one agreement."""
    connection.exec_driver_sql("DELETE FROM agreement_text WHERE rowid = ?", (number,))


def reindex(connection: Connection) -> None:
    """Write the whole index anew."""
    connection.exec_driver_sql("DELETE FROM agreement_text")
    index(connection, [row[0] for row in connection.exec_driver_sql("SELECT id FROM agreement")])


def _lots(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _LOT):
        yield ids[start : start + _LOT]
