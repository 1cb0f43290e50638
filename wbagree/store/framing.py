"""Writing frameworks: what users add and change, and what the bundled register says of them."""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass, field

from sqlmodel import Session, col, delete, select, update

from wbagree import resources
from wbagree.domain.frameworks import Framework, Membership
from wbagree.store import frameworks
from wbagree.store.bulk import insert_rows
from wbagree.store.tables import FrameworkMemberRow, FrameworkRow, FrameworkTypeRow
from wbagree.store.writing import plain


def put(session: Session, framework: Framework, bundled: str | None = None) -> None:
    """Add a framework or replace what is said of it; its members stay."""
    row = {
        name: getattr(framework, name)
        for name in ("name", "short_name", "kind", "established", "ended", "succeeded_by", "seat", "website")
    } | {"sources": framework.sources, "notes": framework.notes, "seed_digest": bundled}
    if session.get(FrameworkRow, framework.key):
        session.exec(update(FrameworkRow).where(col(FrameworkRow.key) == framework.key).values(row))
        session.exec(delete(FrameworkTypeRow).where(col(FrameworkTypeRow.framework_key) == framework.key))
    else:
        insert_rows(session, FrameworkRow, [{"key": framework.key, **row}])
    types = [
        {"framework_key": framework.key, "position": position, "type_code": code}
        for position, code in enumerate(framework.types)
    ]
    insert_rows(session, FrameworkTypeRow, types)


def put_members(session: Session, framework: str, memberships: Iterable[Membership]) -> None:
    """Replace who belongs to a framework."""
    session.exec(delete(FrameworkMemberRow).where(col(FrameworkMemberRow.framework_key) == framework))
    positions: dict[str, int] = {}
    rows = []
    for member in memberships:
        position = positions[member.party] = positions.get(member.party, -1) + 1
        rows.append(
            {"framework_key": framework, "party_code": member.party, "position": position, "joined": member.joined,
             "left": member.left, "standing": member.standing, "note": member.note, "source_url": member.source_url}
        )  # fmt: skip
    insert_rows(session, FrameworkMemberRow, rows)


@dataclass(slots=True)
class Loaded:
    """What became of the bundled frameworks: how many are new, and which were left alone because they were edited."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    left_alone: list[str] = field(default_factory=list)


def load(session: Session) -> Loaded:
    """Load the bundled frameworks; what was edited here since is left alone."""
    connection = plain(session)
    known, outcome = frameworks.frameworks(connection), Loaded()
    stored = dict(session.exec(select(FrameworkRow.key, FrameworkRow.seed_digest)).all())
    members: dict[str, list[Membership]] = {}
    for row in _seed("framework_members"):
        member = Membership(row["framework"], row["party"], *(row[name] for name in _MEMBER))
        members.setdefault(member.framework, []).append(member)
    for row in _seed("frameworks"):
        bundled = Framework(
            row["key"], row["name"], row["kind"], row["short_name"], tuple(filter(None, row["types"].split(";"))),
            *(row[name] for name in ("established", "ended", "succeeded_by", "seat", "website", "sources", "notes")),
        )  # fmt: skip
        told = _digest(bundled, members.get(bundled.key, []))
        if bundled.key in known:
            here = _digest(known[bundled.key], frameworks.members(connection, bundled.key))
            if here == told:
                outcome.unchanged += 1
                continue
            if here != stored[bundled.key]:
                outcome.left_alone.append(bundled.key)
                continue
            outcome.updated += 1
        else:
            outcome.new += 1
        put(session, bundled, told)
        put_members(session, bundled.key, members.get(bundled.key, []))
    return outcome


_MEMBER = ("joined", "left", "standing", "note", "source_url")


def _digest(framework: Framework, members: Iterable[Membership]) -> str:
    """A fingerprint of what is said of a framework and its members."""
    texts = [repr(astuple(framework)), *sorted(repr(astuple(member)) for member in members)]
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()


def _seed(name: str) -> list[dict[str, str]]:
    with (resources.seed() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
