"""Reading keys of agreements: by text or beginning, and their order."""

import re
import sqlite3
from collections.abc import Iterable

from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.errors import NotFound

# AL-XK-nd-2 before AL-XK-nd-10.
KEY_PARTS = ("rtrim(v.key, '0123456789')", "CAST(replace(v.key, rtrim(v.key, '0123456789'), '') AS INTEGER)", "v.key")
ORDER_BY_KEY = ", ".join(KEY_PARTS)
# By date of signature, in either direction ({0}: ASC or DESC), the undated last.
ORDER_AS_SIGNED = f"v.signed_earliest IS NULL, v.signed_earliest {{0}}, v.signed_latest {{0}}, {ORDER_BY_KEY}"


# A character after all those that a key can have: keys with a beginning are between it and it followed by this.
_LAST = "\U0010ffff"


# The mark for the year in the key of an undated agreement, or its beginning: AL-XK-nd-1.
_UNDATED = "-ND?(?=-|$)"


def resolve_key(connection: sqlite3.Connection, text: str) -> str:
    """Return the key that a text names, in any case.

    NotFound when its agreement was deleted or undone, or when the key was never given.
    """
    for key in (text.strip(), text.strip().upper()):
        if connection.execute("SELECT 1 FROM agreement WHERE key = ?", (key,)).fetchone():
            return key
    other = connection.execute("SELECT key FROM agreement WHERE key = ? COLLATE NOCASE", (text.strip(),)).fetchone()
    if other:
        return str(other[0])
    given = connection.execute(
        "SELECT key, deleted_on FROM issued_key WHERE key = ? COLLATE NOCASE", (text.strip(),)
    ).fetchone()
    if given and given[1]:
        raise NotFound("key", text.strip(), hint=f"it was deleted on {given[1]}; {_way_back(connection, given[0])}")
    if given:
        from wbagree.store.read.change_sets import find_removal  # here: only a key without an agreement needs it

        removal = find_removal(connection, AGREEMENT, given[0])
        if removal and removal.is_undo:
            undo = removal.number
            raise NotFound(
                "key", text.strip(), hint=f"it was undone by change set {undo}; wbagree undo {undo} brings it back"
            )
    pair = f" {text.strip()}" if _PAIR.fullmatch(text.strip()) else ""
    raise NotFound("key", text.strip(), _nearest(connection, text), f"wbagree list{pair} shows the keys")


def _way_back(connection: sqlite3.Connection, key: str) -> str:
    """Return how a deleted agreement comes back."""
    from wbagree.store.read.change_sets import find_removal  # here: few keys are of deleted agreements

    removal = find_removal(connection, AGREEMENT, key)
    return f"wbagree undo {removal.number} brings it back" if removal else "keys are not given twice"


_PAIR = re.compile("[A-Za-z]{2,9}-[A-Za-z]{2,9}")
# How many keys with a typed beginning an error names.
_MOST_BEGINNING = 9


def key_in_use(connection: sqlite3.Connection, key: str) -> bool:
    """Return whether the register has an agreement with exactly this key."""
    # Keys are ASCII, and SQLite does not take every other text.
    return key.isascii() and connection.execute("SELECT 1 FROM agreement WHERE key = ?", (key,)).fetchone() is not None


def _nearest(connection: sqlite3.Connection, text: str) -> list[str]:
    from wbagree.domain.text.suggestions import similar_texts  # here: only a mistyped key needs it

    capitals = text.strip().upper()
    # Keys share their first characters with those that people mistype; comparing all of a large register is slow.
    rows = connection.execute(
        "SELECT key FROM agreement WHERE key >= :start AND key < :start || :last LIMIT 5000",
        {"start": capitals[:2], "last": _LAST},
    ).fetchall()
    beginning = [key for key, _ in keys_beginning(connection, text.strip(), _MOST_BEGINNING)] if capitals else []
    similar = [] if beginning else similar_texts(capitals, [row[0] for row in rows], cutoff=0.7)
    return beginning or similar


def keys_beginning(connection: sqlite3.Connection, start: str, limit: int) -> list[tuple[str, str]]:
    """Return key and title of agreements with a key's beginning.

    They are in the order of the keys. Keys in the form that this program makes are found in any case.
    """
    capitals = start.upper()
    spelt = (start, capitals, re.sub(_UNDATED, lambda match: match[0].lower(), capitals))
    ranges = " OR ".join(f"(key >= :start{place} AND key < :start{place} || :last)" for place in range(len(spelt)))
    rows = connection.execute(
        f"SELECT key, title FROM agreement AS v WHERE {ranges} ORDER BY {ORDER_BY_KEY} LIMIT :limit",
        {**{f"start{place}": text for place, text in enumerate(spelt)}, "last": _LAST, "limit": limit},
    )
    return [(row[0], row[1]) for row in rows]


def issued_keys(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, str | None]:
    """Return those of ``keys`` that were ever given.

    The value is the day on which the agreement was deleted, None if it was not.
    """
    import json  # most commands that read do not need it

    given = "SELECT key, deleted_on FROM issued_key WHERE key IN (SELECT value FROM json_each(?))"
    return {row[0]: row[1] for row in connection.execute(given, (json.dumps(list(keys)),))}
