"""Beside the records: contact points and tallies. Who assessed what for whom, renewal, disclosure, history.

Revision ID: 0005
Revises: 0004
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CONTACT = (
    "party", "institution", "unit", "person", "position", "types", "agreements", "frameworks", "channel", "phone",
    "email", "languages", "valid_from", "valid_to", "verified", "source", "notes",
)  # fmt: skip
TALLY = ("about", "parties", "total", "full", "partial", "none", "unknown", "by", "on", "source", "notes")

# A change may be of something else than a record, whose keys are not issued: ``subject`` says what, and the key refers
# to nothing. SQLite cannot drop a foreign key, so the table is made anew; it has no triggers that could be lost.
CHANGE = """
CREATE TABLE change_of (
    change_set_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    subject VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    fields VARCHAR NOT NULL,
    PRIMARY KEY (change_set_id, position),
    FOREIGN KEY (change_set_id) REFERENCES change_set (id) ON DELETE CASCADE
)
"""
MOVE = (
    CHANGE,
    "INSERT INTO change_of SELECT change_set_id, position, 'agreement', key, kind, fields FROM change",
    "DROP TABLE change",
    "ALTER TABLE change_of RENAME TO change",
    "CREATE INDEX ix_change_key ON change (key)",
)

# What the bundled register ever said of something: whoever says the same has not edited it, also after an undo.
CREATE_BUNDLED = """
CREATE TABLE bundled (
    subject VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    PRIMARY KEY (subject, key, digest)
)
"""
BUNDLED = (
    CREATE_BUNDLED,
    "INSERT INTO bundled SELECT 'agreement', key, seed_digest FROM agreement WHERE seed_digest IS NOT NULL",
    "INSERT INTO bundled SELECT 'framework', key, seed_digest FROM framework WHERE seed_digest IS NOT NULL",
    "ALTER TABLE agreement DROP COLUMN seed_digest",
    "ALTER TABLE framework DROP COLUMN seed_digest",
)

# As in 0002, but what was seen after the day does not count (a date means its earliest day, and an ISO text is before
# whatever it is the beginning of), and what one party does is not what all do, if there is word of all.
AGREEMENT_VIEW = """
CREATE VIEW agreement_view AS
SELECT
    v.asked,
    v.day,
    a.*,
    v.verdict,
    CASE v.verdict
        WHEN 'ended' THEN
            CASE WHEN a.asserted_status IN ('terminated', 'expired', 'superseded')
                THEN a.asserted_status ELSE 'ended' END
        WHEN 'end-asserted' THEN a.asserted_status
        WHEN 'in-force' THEN 'in-force'
        WHEN 'asserted' THEN a.asserted_status
        WHEN 'signed' THEN 'signed'
        ELSE 'unknown'
    END AS computed_status,
    (SELECT group_concat(party_code, ';') FROM
        (SELECT party_code FROM participation AS p WHERE p.agreement_id = a.id ORDER BY party_code)) AS parties,
    (SELECT group_concat(type_code, ';') FROM
        (SELECT type_code FROM agreement_type AS t WHERE t.agreement_id = a.id ORDER BY position)) AS types,
    (SELECT score FROM assessment AS s WHERE s.agreement_id = a.id AND rtrim(s.on_date, '?~') <= v.day
        ORDER BY s.party_code <> '', on_latest DESC, position DESC LIMIT 1) AS latest_score
FROM agreement AS a JOIN agreement_verdict AS v ON v.agreement_id = a.id
"""


def _text(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False, **options)


def upgrade() -> None:
    """Create the tables, add the columns, and open the history to what is no record."""
    for table, columns in (("contact", CONTACT), ("tally", TALLY)):
        op.create_table(table, _text("key", primary_key=True), *map(_text, columns))
    for column in ("renewal", "disclosure"):
        op.add_column("agreement", _text(column, server_default=""))
    for column in ("party_code", "assessor"):
        op.add_column("assessment", _text(column, server_default=""))
    for statement in (*MOVE, "DROP VIEW agreement_view", *BUNDLED, AGREEMENT_VIEW):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
