"""What a document remembers until its end: in a temporary file once it is much, so that its length costs no memory."""

import sqlite3
from collections.abc import Iterator

from wbagree.domain.agreements.parts import Source


class SourceRegister:
    """The sources that have a number in a document, and the records that were told, with the heading they stand under.

    SQLite keeps what has no name in memory, and beyond its cache of 2 MB in a file that goes with it.
    """

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None)
        # It is never read again: nothing is kept for taking it back.
        self._kept.execute("PRAGMA journal_mode = OFF")
        self._kept.execute(
            "CREATE TABLE source (number INTEGER PRIMARY KEY, citation TEXT, url TEXT, UNIQUE (citation, url))"
        )
        self._kept.execute("CREATE TABLE told (key TEXT PRIMARY KEY, heading TEXT) WITHOUT ROWID")
        self._kept.execute("BEGIN")

    def close(self) -> None:
        """Forget everything."""
        self._kept.close()

    def number(self, source: Source) -> int:
        """Return the number of a source: its first, or the next one."""
        self._kept.execute("INSERT OR IGNORE INTO source (citation, url) VALUES (?, ?)", source)
        found = self._kept.execute("SELECT number FROM source WHERE citation = ? AND url = ?", source)
        return int(found.fetchone()[0])

    def sources(self) -> Iterator[tuple[int, Source]]:
        """Yield the numbered sources in the order of their numbers."""
        for number, *source in self._kept.execute("SELECT number, citation, url FROM source ORDER BY number"):
            yield number, Source(*source)

    def told(self, key: str, heading: str) -> str:
        """Return the heading under which a record was told first, which is ``heading`` if it was not told before."""
        self._kept.execute("INSERT OR IGNORE INTO told VALUES (?, ?)", (key, heading))
        return str(self._kept.execute("SELECT heading FROM told WHERE key = ?", (key,)).fetchone()[0])
