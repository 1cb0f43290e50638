"""Keys of agreements: new ones, and all that were ever given."""

import json
from collections.abc import Iterable

from sqlmodel import Session, col, select

from wbagree.store.read.keys import issued_keys
from wbagree.store.write.rows import insert_tuples
from wbagree.store.write.session import raw_connection
from wbagree.store.write.tables import IssuedKeyRow


class KeyNumbering:
    """The numbering of new keys, each after the highest ever given.

    The keys that agreements of the same change have already (``named``) are not given to others of it.
    """

    def __init__(self, session: Session, named: Iterable[str]) -> None:
        self._session = session
        self._highest: dict[str, int] = {}
        self._named: dict[str, int] = {}
        for key in named:
            stem, number = stem_and_number(key)
            self._named[stem] = max(number, self._named.get(stem, 0))

    def next_key(self, stem: str) -> str:
        """Return a new key with this stem."""
        if stem not in self._highest:
            self._highest[stem] = max(self._highest_issued(stem), self._named.get(stem, 0))
        self._highest[stem] += 1
        return f"{stem}-{self._highest[stem]}"

    def _highest_issued(self, stem: str) -> int:
        issued = select(IssuedKeyRow.key).where(col(IssuedKeyRow.key) >= f"{stem}-", col(IssuedKeyRow.key) < f"{stem}.")
        keys = map(stem_and_number, self._session.exec(issued))
        return max((number for other, number in keys if other == stem), default=0)


def stem_and_number(key: str) -> tuple[str, int]:
    """Return the stem and the number of a key, 0 without one."""
    stem, _, number = key.rpartition("-")
    return stem, int(number) if number.isascii() and number.isdigit() else 0


def issue_keys(session: Session, keys: list[str]) -> None:
    """Record keys as given, and those of restored agreements as not deleted."""
    known = issued_keys(raw_connection(session), keys)
    mark_deleted(session, known, None)
    insert_tuples(session, IssuedKeyRow, ("key",), [(key,) for key in keys if key not in known])


def mark_deleted(session: Session, keys: Iterable[str], day: str | None) -> None:
    """Record the day of deletion (ISO text) of agreements; None clears it."""
    listed = json.dumps(list(keys))
    session.connection().exec_driver_sql(
        "UPDATE issued_key SET deleted_on = ? WHERE key IN (SELECT value FROM json_each(?))", (day, listed)
    )
