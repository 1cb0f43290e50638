"""The agreements of a register with which a new one is compared."""

import sqlite3

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.duplicate_index import Initials, initials_of
from wbagree.domain.agreements.duplicates import NEAR_PERIOD, ReadTitle
from wbagree.store.read import agreements

# Row numbers of agreements, with their keys.
Rows = list[tuple[int, str]]


class DuplicateCandidates:
    """The agreements that may be duplicates of new ones.

    They are those up to row ``last``.
    """

    def __init__(self, connection: sqlite3.Connection, read_title: ReadTitle, last: int) -> None:
        self._connection = connection
        self._read_title = read_title
        self._last = last
        # Of each parties: the titles of those without a date of signature, or of all.
        self._titles: dict[tuple[tuple[str, ...], bool], dict[Initials, Rows]] = {}

    def of(self, new: Agreement) -> list[Agreement]:
        """Return those that may be duplicates of a new agreement.

        They are between the same parties, and of a near date; or, without both dates, of a similar title.
        """
        if not self._last:
            return []
        found = dict(self._of_title(new))
        if new.signed:
            since, until = new.signed.earliest - NEAR_PERIOD, new.signed.latest + NEAR_PERIOD
            found |= self._connection.execute(
                "SELECT id, key FROM agreement"
                " WHERE parties = ? AND id <= ? AND signed_earliest <= ? AND signed_latest >= ?",
                (";".join(new.parties), self._last, until.isoformat(), since.isoformat()),
            )
        return list(agreements.agreements(self._connection, [found[row] for row in sorted(found)]).values())

    def _of_title(self, new: Agreement) -> Rows:
        """Return those of a similar title: the undated ones, or, if the new one is undated, all."""
        which = new.parties, new.signed is None
        if which not in self._titles:
            self._titles[which] = self._by_initials(*which)
        titles = self._titles[which]
        own = initials_of((new.title, new.title_original), new.parties, self._read_title) if titles else ()
        return [row for initials in own for row in titles.get(initials, ())]

    def _by_initials(self, parties: tuple[str, ...], dated: bool) -> dict[Initials, Rows]:
        rows = self._connection.execute(
            "SELECT id, key, title, title_original FROM agreement WHERE parties = ? AND id <= ?"
            " AND (? OR signed IS NULL)",
            (";".join(parties), self._last, dated),
        )
        found: dict[Initials, Rows] = {}
        for row, key, *titles in rows:
            for initials in initials_of(titles, parties, self._read_title):
                found.setdefault(initials, []).append((row, key))
        return found
