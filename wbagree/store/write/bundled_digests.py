"""What the bundled register ever said, by its fingerprints: so that a newer one never writes over an edit."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from wbagree.store.write.bulk_insert import insert_rows
from wbagree.store.write.tables import BundledRow


def store_digests(session: Session, subject: str, digests: Mapping[str, str]) -> None:
    """Remember what the bundled register says, by key."""
    rows = [{"subject": subject, "key": key, "digest": digest} for key, digest in digests.items()]
    insert_rows(session, BundledRow, rows, known="IGNORE")


def known_digests(session: Session, subject: str, key: str) -> set[str]:
    """Return the fingerprints of all that the bundled register ever said of something."""
    rows = select(BundledRow.digest).where(col(BundledRow.subject) == subject, col(BundledRow.key) == key)
    return set(session.exec(rows))
