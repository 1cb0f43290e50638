"""Changes of contact points, tallies, frameworks, parties and types."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from wbagree.errors import Duplicate, NotFound

if TYPE_CHECKING:
    from sqlmodel import Session

Entity = TypeVar("Entity")
# How many keys a message names.
_NAMED = 3


def find_by_key(entities: Mapping[str, Entity], key: str, noun: str, hint: str) -> Entity:
    """Return the entity with a key; NotFound names some there are."""
    normal = key.strip().lower()
    if normal not in entities:
        raise NotFound(noun, key, list(entities)[:_NAMED], hint)
    return entities[normal]


def apply_changes_of_subject(
    session: "Session", subject: str, changes: Mapping[str, tuple[Mapping[str, str] | None, Mapping[str, str] | None]]
) -> None:
    """Apply changes of entities of one subject.

    By key: the cells before and after, None where the entity does not exist.
    """
    from wbagree.store.write.change_log import EntityChange
    from wbagree.store.write.entities import apply_entity_changes

    apply_entity_changes(
        session, [EntityChange(subject, key, before, after) for key, (before, after) in changes.items()]
    )


def refuse_identical_entity(
    connection: sqlite3.Connection, subject: str, cells: Mapping[str, str], compared_fields: Iterable[str], edit: str
) -> None:
    """Raise Duplicate when an entity has the same ``compared_fields``.

    ``edit`` is the command that changes one, for the hint.
    """
    from wbagree.domain.contacts import PERSONAL
    from wbagree.domain.text.folding import fold_name
    from wbagree.store.read import entity_cells

    compared = tuple(compared_fields)
    for key, known in entity_cells.cells_by_key(connection, subject).items():
        if all(fold_name(known[name]) == fold_name(cells[name]) for name in compared):
            same = ", ".join(cells[name] for name in compared if cells[name] and name not in PERSONAL)
            raise Duplicate(f"{key} is there already: {same}", f"{edit} {key} changes it")
