"""Reading ids of entities, and other ids and keys of agreements."""

import json
import sqlite3
from collections.abc import Iterable

from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.domain.contacts import CONTACT
from wbagree.domain.frameworks.framework import FRAMEWORK, MEMBERSHIP
from wbagree.domain.tallies import TALLY

# The subjects whose entities have ids. Parties and types have codes, which are the same everywhere.
IDENTIFIED = (AGREEMENT, CONTACT, TALLY, FRAMEWORK, MEMBERSHIP)


def keys_of_ids(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the keys of agreements by their ids or other ids.

    The agreements may be deleted.
    """
    found = connection.execute(
        "WITH named (id) AS (SELECT value FROM json_each(?))"
        " SELECT uid, key FROM identity WHERE subject = 'agreement' AND uid IN (SELECT id FROM named)"
        " UNION ALL SELECT a.text, i.key FROM alias AS a JOIN identity AS i ON i.uid = a.uid"
        " WHERE a.kind = 'id' AND a.text IN (SELECT id FROM named)",
        (json.dumps(list(ids)),),
    )
    return dict(map(tuple, found))


def ids_of_keys(connection: sqlite3.Connection, keys: Iterable[str], subject: str = AGREEMENT) -> dict[str, str]:
    """Return the ids of agreements, or of other entities, by their keys."""
    found = connection.execute(
        "SELECT key, uid FROM identity WHERE subject = ? AND key IN (SELECT value FROM json_each(?))",
        (subject, json.dumps(list(keys))),
    )
    return dict(map(tuple, found))


def keys_of_aliases(
    connection: sqlite3.Connection, keys: Iterable[str], origin: str | None = None
) -> dict[str, list[str]]:
    """Return the keys here of agreements that have other keys elsewhere.

    They are by the other key. With an ``origin``, only the keys that this file had first count.
    """
    rows = connection.execute(
        "SELECT a.text, i.key FROM alias AS a JOIN identity AS i ON i.uid = a.uid"
        " WHERE a.kind = 'key' AND a.text IN (SELECT value FROM json_each(?)) AND a.origin = coalesce(?, a.origin)"
        " ORDER BY i.key",
        (json.dumps(list(keys)), origin),
    )
    found: dict[str, list[str]] = {}
    for other, key in rows:
        found.setdefault(other, []).append(key)
    return found


def removed_cells(connection: sqlite3.Connection, key: str) -> dict[str, str]:
    """Return the cells of an agreement when it was last removed.

    Empty if the history has no removal of it.
    """
    row = connection.execute(
        "SELECT fields FROM change WHERE subject = 'agreement' AND key = ? AND kind = 'delete'"
        " ORDER BY change_set_id DESC, position DESC LIMIT 1",
        (key,),
    ).fetchone()
    return {name: before for name, (before, _) in json.loads(row[0]).items()} if row else {}
