"""The ids of entities, and the versions of agreements.

A key is a label of one register; another may give the same key to another agreement. An id identifies an agreement in
all registers: it is given once, and travels in every export. The id of a bundled entity follows from its key in the
bundle, so that it is the same everywhere; any other id is random.
"""

import hashlib
import uuid
from collections.abc import Mapping

# The migration to schema 0008 has it as well: it never changes.
_NAMESPACE = uuid.UUID("4e0900ab-c1c7-54c1-a74a-a265c5270d0f")


def bundled_id(subject: str, key: str) -> str:
    """Return the id of a bundled entity: a UUIDv5 of its subject and key."""
    return str(uuid.uuid5(_NAMESPACE, f"{subject}:{key}"))


def new_id() -> str:
    """Return a random id: a UUIDv4."""
    return str(uuid.uuid4())


def read_id(text: str) -> str:
    """Return the id in a cell, or '' without one.

    Other people's lists have running numbers in such columns.
    """
    try:
        return str(uuid.UUID(text.strip()))
    except ValueError:
        return ""


def preferred_id(one: str, other: str) -> str:
    """Return which of two ids of one agreement is kept.

    Every register decides the same: an id of the bundle goes before a random one, then the first in text order.
    """
    return min((one, other), key=lambda text: (uuid.UUID(text).version != 5, text))


def version_of(cells: Mapping[str, str]) -> str:
    """Return the version of an agreement's cells: a short digest.

    The key is not part of it, nor are empty cells, so that a field that comes later changes no version. It begins with
    a letter: a spreadsheet would take ``12345e678901`` for a number.
    """
    text = "\x1f".join(f"{name}={cells[name]}" for name in sorted(cells) if cells[name] and name != "key")
    return f"v{hashlib.sha256(text.encode()).hexdigest()[:11]}"
