"""Candidates for completion in a shell: codes or keys, each with a name."""

import sqlite3
from collections.abc import Callable, Mapping

from wbagree.domain.saved_questions import normal_name, question_in_words
from wbagree.store.read import entity_cells
from wbagree.store.read.keys import keys_beginning

Offers = list[tuple[str, str]]

# The number of keys that a shell lists.
_MOST = 200


def keys(connection: sqlite3.Connection, beginning: str) -> Offers:
    """Return the keys with a beginning, and their titles."""
    return keys_beginning(connection, beginning, limit=_MOST)


def parties(connection: sqlite3.Connection, beginning: str) -> Offers:
    """Return the parties with a beginning, those with most records first."""
    rows = connection.execute(
        "SELECT code, name FROM party LEFT JOIN (SELECT party_code, count(*) AS records FROM participation GROUP BY 1)"
        " ON party_code = code ORDER BY records DESC, code"
    )
    return [(code, name) for code, name in rows if code.startswith(beginning.upper())]


def pairs(connection: sqlite3.Connection, beginning: str) -> Offers:
    """Return candidates for the first party or, after a hyphen, the second."""
    offers = parties(connection, beginning)
    first, hyphen, rest = beginning.rpartition("-")
    if offers or not hyphen:
        return offers
    return [(f"{first}-{code}", name) for code, name in parties(connection, rest) if code != first.upper()]


def groups(connection: sqlite3.Connection, beginning: str) -> Offers:
    """Return the groups of parties with a beginning."""
    rows = connection.execute("SELECT code, label FROM party_group ORDER BY code")
    return [(code, label) for code, label in rows if code.startswith(beginning.lower())]


def types(connection: sqlite3.Connection, beginning: str) -> Offers:
    """Return the types, and groups of types, with a beginning."""
    rows = connection.execute(
        "SELECT code, label FROM type UNION ALL SELECT code, 'all of ' || label FROM type_group ORDER BY 1"
    )
    return [(code, label) for code, label in rows if code.startswith(beginning.lower())]


def saved_questions(connection: sqlite3.Connection, beginning: str) -> Offers:
    """Return the names of saved questions with a beginning, and the questions."""
    found = entity_cells.saved_questions(connection).values()
    return [(one.name, question_in_words(one.words)) for one in found if one.name.startswith(normal_name(beginning))]


BY_KIND: Mapping[str, Callable[[sqlite3.Connection, str], Offers]] = {
    "keys": keys,
    "parties": parties,
    "pairs": pairs,
    "groups": groups,
    "types": types,
    "saved": saved_questions,
}
