"""Loading of the bundled tables, except entities that a user edited.

A stored entity is unedited if its digest is that of the entity in any bundle: in those that this register loaded (table
``bundled``), or in the earlier rows of ``seed/earlier``, for registers older than that table. Bundled agreements are
imported instead, under the same rule (``row_import``).
"""

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlmodel import Session, col, select

from wbagree import resources
from wbagree.domain.acts.act import ALL, Act
from wbagree.domain.acts.kinds import role_of
from wbagree.domain.agreements.cell_notation import write_source
from wbagree.domain.agreements.parts import Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.acts import FRAMEWORK_ACT, acts_in_note
from wbagree.domain.frameworks.framework import (
    FRAMEWORK,
    MEMBERSHIP,
    FrameworkKind,
    Membership,
    read_framework,
    write_framework,
)
from wbagree.domain.parties.party_book import (
    NAME,
    PARTY,
    PARTY_GROUP,
    SUCCESSION,
    Party,
    PartyName,
    Succession,
    write_name,
    write_party,
    write_succession,
)
from wbagree.domain.types import TYPE, TYPE_GROUP, Type, write_type
from wbagree.store.read import change_sets, entity_cells
from wbagree.store.read.dependencies import DEPENDENCIES
from wbagree.store.write.bundled_digests import known_digests, store_digests
from wbagree.store.write.change_log import EntityChange
from wbagree.store.write.entities import apply_entity_changes, insert_unlogged
from wbagree.store.write.session import raw_connection
from wbagree.store.write.tables import TypeGroupRow, TypeRow

Cells = Mapping[str, str]
_Rows = Callable[[str], list[dict[str, str]]]


_LATER_FIELDS = ("nature", "territory")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entity and its parts: a framework with its memberships and acts.

    ``parts`` maps keys of memberships to cells, ``acts`` those of acts; other entities have none.
    """

    subject: str
    key: str
    cells: Cells
    parts: Mapping[str, Cells] = field(default_factory=dict)
    acts: Mapping[str, Cells] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        # A field that came later counts only where it is filled: an entity of an earlier bundle keeps its digest.
        cells = {name: cell for name, cell in self.cells.items() if cell or name not in _LATER_FIELDS}
        text = repr((cells, sorted((key, tuple(cells.items())) for key, cells in {**self.parts, **self.acts}.items())))
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(slots=True)
class BundledCounts:
    """The number of new, updated and unchanged entities of a subject."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0


class LeftAlone(NamedTuple):
    """An entity that a load left as it is, with the reason."""

    subject: str
    key: str
    reason: str


@dataclass(slots=True)
class BundledResult:
    """The outcome of a load: counts by subject, and entities left alone."""

    counts: dict[str, BundledCounts] = field(default_factory=dict)
    left_alone: list[LeftAlone] = field(default_factory=list)


def fill_new_register(session: Session) -> None:
    """Fill a new register with the bundled types and parties.

    They are not logged in its history.
    """
    for subject in TYPES_AND_PARTIES:
        entries = _bundled(subject)
        insert_unlogged(session, subject, {key: entry.cells for key, entry in entries.items()})
        store_digests(session, subject, {key: entry.digest for key, entry in entries.items()})


def load_bundled(session: Session, subjects: Iterable[str], *, restore: bool = False) -> BundledResult:
    """Load the bundled tables of some subjects, as changes of the session.

    ``restore`` brings deleted entities back.
    """
    result = BundledResult()
    keys: dict[str, set[str]] = {}  # subject to the keys of all its entities, read once because they are often needed

    def exists(subject: str, key: str) -> bool:
        if subject not in keys:
            keys[subject] = set(entity_cells.cells_by_key(raw_connection(session), subject))
        return key in keys[subject]

    for subject in subjects:
        counts = result.counts[subject] = BundledCounts()
        here = _stored(session, subject)
        for key, bundled in _bundled(subject).items():
            stored = here.get(key)
            if stored and stored.digest == bundled.digest:
                counts.unchanged += 1
            elif reason := _reason_to_leave(session, bundled, stored, exists, restore=restore):
                result.left_alone.append(LeftAlone(subject, key, reason))
            else:
                counts.new += stored is None
                counts.updated += stored is not None
                apply_entity_changes(session, _changes(stored, bundled), bundled=True)
                store_digests(session, subject, {key: bundled.digest})
                keys.get(subject, set()).add(key)
        if counts.new and subject in _POSITIONED:
            _restore_order(session, subject)
    return result


def _reason_to_leave(
    session: Session, bundled: _Entry, stored: _Entry | None, exists: Callable[[str, str], bool], *, restore: bool
) -> str:
    """Return the reason to leave an entity as it is, or ''."""
    if stored:
        known = known_digests(session, stored.subject, stored.key) | _earlier_digests(stored.subject, stored.key)
        return "" if stored.digest in known else "edited here"
    connection = raw_connection(session)
    removal = None if restore else change_sets.find_removal(connection, bundled.subject, bundled.key)
    if removal and not removal.is_undo:
        return "deleted here (seed --restore brings it back)"
    for subject, key in _dependencies(bundled):
        if not exists(subject, key):
            return f"the {subject} {key} is not here"
    return ""


def _dependencies(entry: _Entry) -> Iterator[tuple[str, str]]:
    """Yield subject and key of all dependencies of an entity.

    Those of its parts are included.
    """
    cells_of = [
        (entry.subject, entry.key, entry.cells),
        *((MEMBERSHIP, *part) for part in entry.parts.items()),
        *((FRAMEWORK_ACT, *act) for act in entry.acts.items()),
    ]
    for subject, key, cells in cells_of:
        for needed, keys_in in DEPENDENCIES.get(subject, {}).items():
            yield from ((needed, one) for one in keys_in(key, cells) if (needed, one) != (entry.subject, entry.key))


def _changes(before: _Entry | None, after: _Entry) -> list[EntityChange]:
    """Return the changes of an entity and its parts.

    The entity comes first, because its parts refer to it.
    """
    parts = [
        EntityChange(subject, key, old.get(key), new.get(key))
        for subject, old, new in (
            (MEMBERSHIP, before.parts if before else {}, after.parts),
            (FRAMEWORK_ACT, before.acts if before else {}, after.acts),
        )
        for key in {**old, **new}
    ]
    return [EntityChange(after.subject, after.key, before.cells if before else None, after.cells), *parts]


def _restore_order(session: Session, subject: str) -> None:
    """Put types or groups in the order of the bundle.

    The user's own come last.
    """
    table = _POSITIONED[subject]
    stored = session.exec(select(table.code).order_by(col(table.position))).all()
    order = dict.fromkeys((*_bundled(subject), *stored))
    positions = [(position, code) for position, code in enumerate(code for code in order if code in stored)]
    statement = f'UPDATE "{table.__tablename__}" SET position = ? WHERE code = ?'
    session.connection().exec_driver_sql(statement, positions)


_POSITIONED: Mapping[str, type[TypeRow | TypeGroupRow]] = {TYPE: TypeRow, TYPE_GROUP: TypeGroupRow}


def _earlier_digests(subject: str, key: str) -> set[str]:
    """Return the digests of an entity in the rows of ``seed/earlier``."""
    entries = _READERS[subject](earlier_rows)
    return {entry.digest for entry in entries if entry.key == key}


def _bundled(subject: str) -> dict[str, _Entry]:
    return {entry.key: entry for entry in _READERS[subject](partial(_rows, resources.seed_folder()))}


def _stored(session: Session, subject: str) -> dict[str, _Entry]:
    connection = raw_connection(session)
    parts: dict[str, dict[str, Cells]] = {}
    acts: dict[str, dict[str, Cells]] = {}
    if subject == FRAMEWORK:
        for owned, found in ((MEMBERSHIP, parts), (FRAMEWORK_ACT, acts)):
            for key, cells in entity_cells.cells_by_key(connection, owned).items():
                found.setdefault(key.partition("/")[0], {})[key] = cells
    return {
        key: _Entry(subject, key, cells, parts.get(key, {}), acts.get(key, {}))
        for key, cells in entity_cells.cells_by_key(connection, subject).items()
    }


def earlier_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of earlier bundles that a later one changed."""
    return _rows(resources.seed_folder() / "earlier", name)


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a bundled table, or none without a file."""
    try:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except FileNotFoundError:
        return []


def _type_groups(rows: _Rows) -> Iterable[_Entry]:
    return (_Entry(TYPE_GROUP, row["code"], {"label": row["label"]}) for row in rows("type_groups"))


def _types(rows: _Rows) -> Iterable[_Entry]:
    for row in rows("types"):
        aliases = tuple(dict.fromkeys(filter(None, map(str.strip, row["aliases"].split(";")))))
        yield _Entry(TYPE, row["code"], write_type(Type(row["code"], row["group"], row["label"], aliases)))


def _parties(rows: _Rows) -> Iterable[_Entry]:
    return (_Entry(PARTY, row["code"], write_party(Party(**row))) for row in rows("parties"))


def _names(rows: _Rows) -> Iterable[_Entry]:
    return (_Entry(NAME, *write_name(PartyName(**row))) for row in rows("party_names"))


def _successions(rows: _Rows) -> Iterable[_Entry]:
    return (_Entry(SUCCESSION, *write_succession(Succession(**row))) for row in rows("successions"))


def _party_groups(rows: _Rows) -> Iterable[_Entry]:
    for row in rows("party_groups"):
        members = ";".join(sorted(row["members"].split(";")))
        yield _Entry(PARTY_GROUP, row["code"], {"label": row["label"], "members": members})


def _frameworks(rows: _Rows) -> Iterable[_Entry]:
    members: dict[str, list[Membership]] = {}
    for row in rows("framework_members"):
        members.setdefault(row["framework"], []).append(Membership(**row))
    acts: dict[str, list[Act]] = {}
    for row in rows("framework_acts"):
        acts.setdefault(row["framework"], []).append(_act(row))
    for row in rows("frameworks"):
        key = row.pop("key")
        framework = read_framework(key, row)
        done = acts.get(key, [])
        if acts and framework.kind == FrameworkKind.CONVENTION:
            known = {(act.party, role_of(act.kind)) for act in done}
            noted = [act for member in members.get(key, []) for act in acts_in_note(member)]
            done = [*done, *(act for act in noted if (act.party, role_of(act.kind)) not in known)]
        parts = entity_cells.membership_cells(members.get(key, []))
        yield _Entry(FRAMEWORK, key, write_framework(framework), parts, entity_cells.framework_act_cells({key: done}))


def _act(row: Mapping[str, str]) -> Act:
    effect = PartialDate.parse(row["effect"]) if row["effect"] else None
    source = write_source(Source(row["source"], row["url"]))
    party = "" if row["party"] == ALL else row["party"]
    return Act(row["act"], party, PartialDate.parse(row["on"]), effect, source=source, note=row["note"])


_READERS: Mapping[str, Callable[[_Rows], Iterable[_Entry]]] = {
    TYPE_GROUP: _type_groups,
    TYPE: _types,
    PARTY: _parties,
    NAME: _names,
    SUCCESSION: _successions,
    PARTY_GROUP: _party_groups,
    FRAMEWORK: _frameworks,
}
# In the order of their dependencies. Agreements and frameworks depend on these.
TYPES_AND_PARTIES = (TYPE_GROUP, TYPE, PARTY, NAME, SUCCESSION, PARTY_GROUP)
