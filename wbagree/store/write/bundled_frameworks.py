"""The bundled frameworks: what they and their members are, loaded without touching what was edited here."""

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlmodel import Session

from wbagree import resources
from wbagree.domain.frameworks.framework import FRAMEWORK, MEMBERSHIP, Framework, Membership, read_framework
from wbagree.store.read import entity_cells, frameworks
from wbagree.store.write.agreements import raw_connection
from wbagree.store.write.bundled_digests import known_digests, store_digests
from wbagree.store.write.change_log import EntityChange
from wbagree.store.write.entities import apply_entity_changes

if TYPE_CHECKING:
    from wbagree.store.read.entity_cells import Cells


@dataclass(slots=True)
class BundledResult:
    """What became of the bundled frameworks: how many are new, and which were left alone because they were edited."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    left_alone: list[str] = field(default_factory=list)


def load(session: Session) -> BundledResult:
    """Load the bundled frameworks; what was edited here since is left alone."""
    connection = raw_connection(session)
    here = _told(frameworks.frameworks(connection), frameworks.members(connection))
    outcome = BundledResult()
    for key, bundled in _told(*_bundled()).items():
        known = here.get(key)
        if known and known.digest == bundled.digest:
            outcome.unchanged += 1
        elif known and known.digest not in known_digests(session, FRAMEWORK, key):
            outcome.left_alone.append(key)
        else:
            outcome.new += known is None
            outcome.updated += known is not None
            apply_entity_changes(session, _changes(known or _Told(key, None, {}), bundled))
            store_digests(session, FRAMEWORK, {key: bundled.digest})
    return outcome


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said of one framework, as cells: of itself, and of each membership by its key."""

    key: str
    framework: "Cells | None"
    memberships: "Mapping[str, Cells]"

    @property
    def digest(self) -> str:
        """A fingerprint of all that is said."""
        text = repr((self.framework, sorted((key, tuple(cells.items())) for key, cells in self.memberships.items())))
        return hashlib.sha256(text.encode()).hexdigest()


def _told(known: Mapping[str, Framework], members: list[Membership]) -> dict[str, _Told]:
    of: dict[str, list[Membership]] = {}
    for member in members:
        of.setdefault(member.framework, []).append(member)
    return {
        key: _Told(key, cells, entity_cells.membership_cells(of.get(key, [])))
        for key, cells in entity_cells.framework_cells(known).items()
    }


def _changes(before: _Told, after: _Told) -> list[EntityChange]:
    """The framework first, since its memberships refer to it."""
    keys = dict.fromkeys((*before.memberships, *after.memberships))
    memberships = [EntityChange(MEMBERSHIP, k, before.memberships.get(k), after.memberships.get(k)) for k in keys]
    return [EntityChange(FRAMEWORK, after.key, before.framework, after.framework), *memberships]


def _bundled() -> tuple[dict[str, Framework], list[Membership]]:
    known = {row.pop("key"): row for row in _seed("frameworks")}
    return {key: read_framework(key, row) for key, row in known.items()}, [
        Membership(**row) for row in _seed("framework_members")
    ]


def _seed(name: str) -> "list[dict[str, str]]":
    with (resources.seed() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
