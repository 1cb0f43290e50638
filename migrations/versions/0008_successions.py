"""The nature and territory of a succession, what a treaty office keeps of a text, and ids.

Revision ID: 0008
Revises: 0007
"""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OF_TEXTS = ("languages", "entry_clause", "termination_clause", "depositary", "archive_number", "registration",
             "responsible", "binding")  # fmt: skip
# The id of what came from a bundle follows from its key there; that of anything else is random.
NAMESPACE = uuid.UUID("4e0900ab-c1c7-54c1-a74a-a265c5270d0f")
IDENTITY = """
CREATE TABLE identity (
    subject VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    PRIMARY KEY (subject, key),
    UNIQUE (uid)
)
"""
ALIAS = """
CREATE TABLE alias (
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    PRIMARY KEY (kind, text, uid)
)
"""
# Of each subject the keys that were ever given. What was deleted may come back, by an undo, under its key.
KEYS = {
    "agreement": "SELECT key FROM issued_key",
    "contact": "SELECT key FROM contact",
    "tally": "SELECT key FROM tally",
    "framework": "SELECT key FROM framework",
    "membership": "SELECT framework_key || '/' || party_code || iif(n = 1, '', '/' || n) FROM (SELECT framework_key,"
    " party_code, row_number() OVER (PARTITION BY framework_key, party_code ORDER BY position) AS n"
    " FROM framework_member)",
}
IN_HISTORY = "SELECT key FROM change WHERE subject = :subject AND kind IN ('add', 'delete')"
# A bundled agreement or framework has a digest. A membership has none of its own: the seed added it.
BUNDLED = "SELECT key FROM bundled WHERE subject = :subject"
SEEDED = """
SELECT h.key FROM change AS h JOIN change_set AS c ON c.id = h.change_set_id
LEFT JOIN batch AS b ON b.change_set_id = c.id
WHERE h.subject = :subject AND h.kind = 'add' AND c.undoes IS NULL
    AND (b.file = 'bundled register' OR c.command = 'seed' OR c.command LIKE 'seed %')
"""


def upgrade() -> None:
    """Add the columns, empty, and the ids.

    ``wbagree seed`` brings the natures of the bundled successions.
    """
    for column in ("nature", "territory"):
        op.add_column("succession", sa.Column(column, sa.String(), nullable=False, server_default=""))
    for column in _OF_TEXTS:
        op.add_column("agreement", sa.Column(column, sa.String(), nullable=False, server_default=""))
    connection = op.get_bind()
    connection.exec_driver_sql(IDENTITY)
    connection.exec_driver_sql(ALIAS)
    for subject, keys in KEYS.items():
        _give_ids(connection, subject, keys)


def _give_ids(connection: sa.Connection, subject: str, keys: str) -> None:
    """Give an id to everything of a subject."""

    def found(query: str) -> set[str]:
        return {row[0] for row in connection.execute(sa.text(query).bindparams(subject=subject))}

    bundled = found(SEEDED if subject == "membership" else BUNDLED)
    given = {row[0] for row in connection.exec_driver_sql(keys)} | (
        found(IN_HISTORY) if subject != "agreement" else set()
    )
    rows = [
        (subject, key, str(uuid.uuid5(NAMESPACE, f"{subject}:{key}") if key in bundled else uuid.uuid4()))
        for key in sorted(given)
    ]
    if rows:
        connection.exec_driver_sql("INSERT INTO identity VALUES (?, ?, ?)", rows)


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
