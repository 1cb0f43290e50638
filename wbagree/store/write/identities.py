"""Ids of entities: given with their keys, and kept after a deletion."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session

from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.domain.agreements.identity import bundled_id, new_id, preferred_id
from wbagree.store.write.rows import insert_rows, insert_tuples, update_rows
from wbagree.store.write.tables import AliasRow, IdentityRow


def give_ids(
    session: Session,
    subject: str,
    keys: Iterable[str],
    known: Mapping[str, str] | None = None,
    *,
    bundled: bool = False,
) -> None:
    """Give an id to entities that have none yet.

    ``known`` maps keys to the ids that they have in another register. ``bundled``: the ids follow from the keys.
    """
    ids = known or {}
    rows = [(subject, key, ids.get(key) or (bundled_id(subject, key) if bundled else new_id())) for key in keys]
    insert_tuples(session, IdentityRow, ("subject", "key", "uid"), rows, on_conflict="IGNORE")


def unite_ids(session: Session, key: str, here: str, other: str, origin: str) -> None:
    """Make two ids of an agreement one; the other becomes its alias."""
    kept = preferred_id(here, other)
    if kept != here:
        update_rows(session, IdentityRow, {"uid": kept}, subject=AGREEMENT, key=key)
        update_rows(session, AliasRow, {"uid": kept}, uid=here)
    add_alias(session, "id", other if kept == here else here, kept, origin)


def add_alias(session: Session, kind: str, text: str, uid: str, origin: str) -> None:
    """Add another id or key of an agreement, unless it is there."""
    row = {"kind": kind, "text": text, "uid": uid, "origin": origin}
    insert_rows(session, AliasRow, [row], on_conflict="IGNORE")
