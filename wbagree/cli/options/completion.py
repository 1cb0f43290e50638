"""Completion in the shell: keys, parties and types of the register.

It never writes. Candidates are made safe for shells in ``shell_candidates``; a failure here offers nothing there.
"""

import sqlite3
from collections.abc import Callable
from enum import StrEnum

import typer

from wbagree import resources

Offers = list[tuple[str, str]]


def _offering(query: Callable[[sqlite3.Connection, str], Offers]) -> Callable[[typer.Context, str], Offers]:
    def complete(ctx: typer.Context, incomplete: str) -> Offers:
        from wbagree.store.file.connection import reading

        path = resources.register_path(ctx.find_root().obj or ctx.find_root().params.get("db"))
        if not path.exists():
            return []
        with reading(path) as connection:
            return query(connection, incomplete)

    return complete


def _keys(connection: sqlite3.Connection, beginning: str) -> Offers:
    from wbagree.store.read import keys

    return keys.keys_beginning(connection, beginning, limit=200)


def _parties(connection: sqlite3.Connection, beginning: str) -> Offers:
    # Parties with most records first: they are those of the region.
    rows = connection.execute(
        "SELECT code, name FROM party LEFT JOIN (SELECT party_code, count(*) AS records FROM participation GROUP BY 1)"
        " ON party_code = code ORDER BY records DESC, code"
    )
    return [(code, name) for code, name in rows if code.startswith(beginning.upper())]


def _pairs(connection: sqlite3.Connection, beginning: str) -> Offers:
    """Return candidates for the first party or, after a hyphen, the second."""
    offers = _parties(connection, beginning)
    first, hyphen, rest = beginning.rpartition("-")
    if offers or not hyphen:
        return offers
    return [(f"{first}-{code}", name) for code, name in _parties(connection, rest) if code != first.upper()]


def _groups(connection: sqlite3.Connection, beginning: str) -> Offers:
    rows = connection.execute("SELECT code, label FROM party_group ORDER BY code")
    return [(code, label) for code, label in rows if code.startswith(beginning.lower())]


def _types(connection: sqlite3.Connection, beginning: str) -> Offers:
    rows = connection.execute(
        "SELECT code, label FROM type UNION ALL SELECT code, 'all of ' || label FROM type_group ORDER BY 1"
    )
    return [(code, label) for code, label in rows if code.startswith(beginning.lower())]


def words(vocabulary: type[StrEnum]) -> Callable[[str], list[str]]:
    """Offer the words of a fixed vocabulary."""
    return lambda incomplete: [word.value for word in vocabulary if word.startswith(incomplete.lower())]


keys = _offering(_keys)
parties = _offering(_parties)
pairs = _offering(_pairs)
groups = _offering(_groups)
types = _offering(_types)
