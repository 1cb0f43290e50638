"""The steps of entities: their cells before and after each change set."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from wbagree.domain.acts.kinds import ACT_KIND, ActBook
from wbagree.domain.agreements.agreement import AGREEMENT, Agreement
from wbagree.domain.agreements.fields import ALL_NAMES
from wbagree.domain.agreements.validation import to_cells
from wbagree.domain.parties.country_names import world_names
from wbagree.domain.parties.party_book import NAME, PARTY, SUCCESSION, Party, PartyBook, Succession
from wbagree.domain.types import TYPE, TYPE_GROUP, Type, TypeBook
from wbagree.domain.undo_layers import Cells, Step
from wbagree.store.read import agreements, change_sets, entity_cells
from wbagree.store.read.change_sets import LoggedChange

_FIELDS = ALL_NAMES


class EntityKey(NamedTuple):
    """The identity of an entity: its subject and key."""

    subject: str
    key: str


class DatedChange(NamedTuple):
    """One change of an entity, with the facts of its change set.

    These are its number, the change set that it undoes, its time and its person.
    """

    number: int
    undoes: int | None
    at: str
    by: str
    change: LoggedChange


class CurrentState:
    """The entities as they are now, or as an undo changes them.

    Agreements are read by key; of any other subject, all entities are read at once.
    """

    def __init__(self, connection: sqlite3.Connection, places: Iterable[EntityKey] = ()) -> None:
        self._connection = connection
        self._entities: dict[str, dict[str, dict[str, str]]] = {}
        self._records: dict[str, Agreement | None] = {}
        keys = [key for subject, key in places if subject == AGREEMENT]
        self._records |= {**dict.fromkeys(keys), **agreements.agreements(connection, keys)}

    def record(self, key: str) -> Agreement | None:
        """Return the agreement with this key, or None."""
        if key not in self._records:
            self._records[key] = agreements.agreements(self._connection, [key]).get(key)
        return self._records[key]

    def cells(self, place: EntityKey) -> dict[str, str] | None:
        """Return the cells of an entity, or None."""
        if place.subject != AGREEMENT:
            return self.all(place.subject).get(place.key)
        stored = self.record(place.key)
        return to_cells(stored) if stored else None

    def replace_cells(self, place: EntityKey, cells: Cells, record: Agreement | None = None) -> None:
        """Replace the state of an entity, as an undo changes it."""
        if place.subject == AGREEMENT:
            self._records[place.key] = record
        elif cells is None:
            self.all(place.subject).pop(place.key, None)
        else:
            self.all(place.subject)[place.key] = dict(cells)

    def all(self, subject: str) -> dict[str, dict[str, str]]:
        """Return the cells of all entities of a subject, by key.

        Not for agreements.
        """
        if subject not in self._entities:
            self._entities[subject] = entity_cells.cells_by_key(self._connection, subject)
        return self._entities[subject]

    def party_book(self) -> PartyBook:
        """Return the parties of this state, with their names and successions."""
        return PartyBook(
            [Party(code, **cells) for code, cells in self.all(PARTY).items()],
            ((code, name) for code, _, name in (key.partition("/") for key in self.all(NAME))),
            world_names=world_names,
            successions=[Succession(*key.split("/"), **cells) for key, cells in self.all(SUCCESSION).items()],
        )

    def type_book(self) -> TypeBook:
        """Return the types of this state, in their groups."""
        types = [
            Type(code, cells["group"], cells["label"], tuple(filter(None, cells["aliases"].split(";"))))
            for code, cells in self.all(TYPE).items()
        ]
        return TypeBook(types, {code: cells["label"] for code, cells in self.all(TYPE_GROUP).items()})

    def act_book(self) -> ActBook:
        """Return the kinds of acts of this state."""
        return ActBook({code: cells["label"] for code, cells in self.all(ACT_KIND).items()})


def changes_by_entity(connection: sqlite3.Connection, number: int) -> dict[EntityKey, list[DatedChange]]:
    """Return all changes of each entity in a change set.

    The entities are in the order of the change set, their changes the oldest first. DatabaseProblem when the change set
    is damaged.
    """
    found: dict[EntityKey, list[DatedChange]] = {
        EntityKey(one.subject, one.key): [] for one in change_sets.changes(connection, number)
    }
    written = connection.execute(
        "SELECT c.id, c.undoes, c.at, c.by, h.subject, h.key, h.kind, h.fields FROM change AS h"
        " JOIN change_set AS c ON c.id = h.change_set_id"
        " WHERE h.key IN (SELECT key FROM change WHERE change_set_id = ?) ORDER BY c.id, h.position",
        (number,),
    )
    for of, undoes, at, by, *change in written:
        changed = change_sets.logged_change(of, *change)
        if (place := EntityKey(changed.subject, changed.key)) in found:
            found[place].append(DatedChange(of, undoes, at, by, changed))
    # In a damaged register, a change may be found by its change set but not by its key.
    if any(number not in (row.number for row in made) for made in found.values()):
        raise change_sets.damaged_change_set(number)
    return found


def steps_of(done: Iterable[DatedChange], now: Cells) -> list[Step]:
    """Return the steps of an entity, one for each change set.

    They are computed from all its changes and its cells ``now``, backwards.
    """
    found: dict[int, Step] = {}
    cells = now
    for row in reversed(list(done)):
        before, after = cells_around(row.change, cells)
        last = found.get(row.number)
        found[row.number] = Step(row.number, row.undoes, before, last.after if last else after)
        cells = before
    return list(reversed(found.values()))


def cells_around(change: LoggedChange, now: Cells) -> tuple[Cells, Cells]:
    """Return the cells of an entity before and after a change.

    ``now`` are the cells after it: those before the next change, or the present ones.
    """
    empty = dict.fromkeys(_FIELDS, "") if change.subject == AGREEMENT else {}
    if change.kind == "add":
        return None, now or empty
    old = {name: before for name, (before, _) in change.fields.items()}
    if change.kind == "delete":
        return {**empty, **old}, None
    new = {name: after for name, (_, after) in change.fields.items()}
    if now is None and not new:
        return None, None  # an undo that changed nothing: the entity did not exist
    return {**empty, **(now or {}), **old}, {**empty, **(now or {}), **new}


def detailed_changes(connection: sqlite3.Connection, number: int) -> list[LoggedChange]:
    """Return the changes of a change set with every field.

    Each entity is there once.
    """
    done = changes_by_entity(connection, number)
    present = CurrentState(connection, done)
    found = []
    for place, made in done.items():
        step = next(one for one in steps_of(made, present.cells(place)) if one.number == number)
        found.append(change_between(place, step.before, step.after))
    return found


def change_between(place: EntityKey, before: Cells, after: Cells) -> LoggedChange:
    """Return the change between two states of an entity."""
    kind = "edit" if before == after else "add" if before is None else "delete" if after is None else "edit"
    old, new = before or {}, after or {}
    both = {name: (old.get(name, ""), new.get(name, "")) for name in {**old, **new}}
    return LoggedChange(*place, kind, {name: values for name, values in both.items() if values[0] != values[1]})
