"""The full-text index: folded words of a record, kept in step with it by the writing gate."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, text

from wbagree.domain.folding import words

# What is searched, by column of agreement_text; every query gives (agreement_id, text) rows.
_TEXTS = {
    "title": "SELECT id, title FROM agreement",
    "title_original": "SELECT id, title_original FROM agreement",
    "people": "SELECT agreement_id, institution || ' ' || person || ' ' || person_position FROM signatory",
    "places": "SELECT id, place FROM agreement",
    "types": "SELECT agreement_id, code || ' ' || label || ' ' ||"
    " coalesce((SELECT group_concat(alias, ' . ') FROM type_alias WHERE type_code = code), '')"
    " FROM agreement_type JOIN type ON code = type_code",
    "refs": "SELECT agreement_id, text FROM reference",
    "sources": "SELECT agreement_id, citation || ' ' || url FROM source",
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
        entries: dict[int, dict[str, str]] = {number: dict.fromkeys(_TEXTS, "") | {"id": number} for number in lot}
        for column, query in _TEXTS.items():
            for number, found in connection.exec_driver_sql(f"SELECT * FROM ({query}) AS t WHERE {_ID[column]} IN ({marks})"):
                entries[number][column] += " " + " ".join(words(found))
        names = ", ".join(_TEXTS)
        values = ", ".join(f":{column}" for column in _TEXTS)
        connection.execute(
            text(f"INSERT INTO agreement_text (rowid, {names}) VALUES (:id, {values})"), list(entries.values())
        )


_ID = {column: "agreement_id" if "agreement_id" in query.split(",")[0] else "id" for column, query in _TEXTS.items()}


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
