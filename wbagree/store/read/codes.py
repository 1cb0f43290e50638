"""Codes and names of parties and types, by plain queries.

They are faster than a PartyBook or TypeBook.
"""

import sqlite3
from collections.abc import Sequence


def parse_pair(connection: sqlite3.Connection, text: str) -> tuple[str, str] | None:
    """Return the pair of a text such as ``XK-AL``, A-Z.

    None for any text but two codes and a hyphen: a PartyBook may read it.
    """
    left, _, right = text.strip().upper().partition("-")
    codes = sorted({left, right} & names_of(connection, (left, right)).keys())
    return (codes[0], codes[1]) if len(codes) == 2 else None


def names_of(connection: sqlite3.Connection, codes: Sequence[str] | None = None) -> dict[str, str]:
    """Return the English names of these parties, or of all."""
    return _names_by_code(connection, "SELECT code, name FROM party", codes)


def members_of(connection: sqlite3.Connection, group: str) -> set[str]:
    """Return the codes of the parties of a group, such as ``wb6``."""
    rows = connection.execute("SELECT party_code FROM party_group_member WHERE group_code = ?", (group,))
    return {row[0] for row in rows}


def labels_of(connection: sqlite3.Connection, codes: Sequence[str] | None = None) -> dict[str, str]:
    """Return the labels of the types with these codes, or of all."""
    return _names_by_code(connection, "SELECT code, label FROM type", codes)


def _names_by_code(connection: sqlite3.Connection, query: str, codes: Sequence[str] | None) -> dict[str, str]:
    if codes is None:
        return dict(connection.execute(f"{query}").fetchall())
    marks = ", ".join("?" * len(codes))
    return {row[0]: row[1] for row in connection.execute(f"{query} WHERE code IN ({marks})", tuple(codes))}
