"""Source numbers of a document, in a temporary file when many.

The Markdown of a million agreements therefore takes no more memory than that of a few thousand
(benchmarks/RESULTS.md, "export md").
"""

import sqlite3
from collections.abc import Iterator

from wbagree.domain.agreements.parts import Source


class SourceNumbers:
    """Numbered sources of a document, and the first heading of each agreement.

    They are in an SQLite database without a name: in memory up to a cache of 2 MB, and beyond that in a temporary file,
    which SQLite deletes when the connection is closed.
    """

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None)
        # No rollback journal: after a failure the file is not read again.
        self._kept.execute("PRAGMA journal_mode = OFF")
        self._kept.execute(
            "CREATE TABLE source (number INTEGER PRIMARY KEY, citation TEXT, url TEXT, UNIQUE (citation, url))"
        )
        self._kept.execute("CREATE TABLE shown (key TEXT PRIMARY KEY, heading TEXT) WITHOUT ROWID")
        self._kept.execute("BEGIN")

    def clear(self) -> None:
        """Forget everything."""
        self._kept.close()

    def number(self, source: Source) -> int:
        """Return the number of a source.

        A source that is not numbered yet gets the next number.
        """
        self._kept.execute("INSERT OR IGNORE INTO source (citation, url) VALUES (?, ?)", source)
        found = self._kept.execute("SELECT number FROM source WHERE citation = ? AND url = ?", source)
        return int(found.fetchone()[0])

    def sources(self) -> Iterator[tuple[int, Source]]:
        """Yield the numbered sources in the order of their numbers."""
        for number, *source in self._kept.execute("SELECT number, citation, url FROM source ORDER BY number"):
            yield number, Source(*source)

    def first_heading(self, key: str, heading: str) -> str:
        """Record that ``key`` appears under ``heading``; return where it appeared first."""
        self._kept.execute("INSERT OR IGNORE INTO shown VALUES (?, ?)", (key, heading))
        return str(self._kept.execute("SELECT heading FROM shown WHERE key = ?", (key,)).fetchone()[0])
