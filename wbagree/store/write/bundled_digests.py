"""Digests of every bundled entity ever loaded.

An entity that matches none of its digests was edited by a user.
"""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from wbagree.store.write.rows import insert_rows
from wbagree.store.write.tables import BundledRow


def store_digests(session: Session, subject: str, digests: Mapping[str, str]) -> None:
    """Store the digests of bundled entities; ``digests`` is key to digest."""
    rows = [{"subject": subject, "key": key, "digest": digest} for key, digest in digests.items()]
    insert_rows(session, BundledRow, rows, on_conflict="IGNORE")


def known_digests(session: Session, subject: str, key: str) -> set[str]:
    """Return the digests of an entity in all bundles ever loaded."""
    rows = select(BundledRow.digest).where(col(BundledRow.subject) == subject, col(BundledRow.key) == key)
    return set(session.exec(rows))
