"""Answers that do not read the whole register: what each record shows beside it, covering indexes, views to suit.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Every answer shows the parties and types of a record, in the notation of the interchange format; putting them together
# from their tables each time took longer than all the rest.
SHOWN = """
UPDATE agreement SET
    parties = (SELECT group_concat(party_code, ';') FROM
        (SELECT party_code FROM participation WHERE agreement_id = agreement.id ORDER BY party_code)),
    types = (SELECT group_concat(type_code, ';') FROM
        (SELECT type_code FROM agreement_type WHERE agreement_id = agreement.id ORDER BY position))
"""

# What is counted of a record, so that no summary reads titles and notes; pair by pair, as most of them count.
COUNTED = (
    "parties", "types", "form", "level", "signed", "signed_earliest", "signed_latest", "in_force", "in_force_earliest",
    "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "disclosure",
)  # fmt: skip
CREATE_COUNTED = f"CREATE INDEX ix_agreement_counted ON agreement ({', '.join(COUNTED)})"
INDEXES = (
    "DROP INDEX ix_agreement_form",
    "DROP INDEX ix_agreement_signed_earliest",
    "DROP INDEX ix_agreement_signed_latest",
    "DROP INDEX ix_participation_party_code",
    "DROP INDEX ix_agreement_type_type_code",
    CREATE_COUNTED,
    "CREATE INDEX ix_agreement_signed ON agreement (signed_earliest, signed_latest)",
    "CREATE INDEX ix_participation_party ON participation (party_code, agreement_id)",
    "CREATE INDEX ix_agreement_type_type ON agreement_type (type_code, agreement_id)",
    # Few records are restricted or deleted, and every answer that leaves the terminal asks which.
    "CREATE INDEX ix_agreement_restricted ON agreement (key) WHERE disclosure <> ''",
    "CREATE INDEX ix_change_deleted ON change (key) WHERE kind = 'delete'",
)

# The verdict is the one definition of status (rule 2), as in 0002. Asking ``WHERE asked = json_quote('2009-03-01')``
# makes ``day`` that day; the day is put before the records, so that it is unpacked once and not for each of them. What
# was seen after the day does not count, as in 0005.
AGREEMENT_VIEW = """
CREATE VIEW agreement_view AS
SELECT
    x.*,
    CASE x.verdict
        WHEN 'ended' THEN
            CASE WHEN x.asserted_status IN ('terminated', 'expired', 'superseded')
                THEN x.asserted_status ELSE 'ended' END
        WHEN 'end-asserted' THEN x.asserted_status
        WHEN 'in-force' THEN 'in-force'
        WHEN 'asserted' THEN x.asserted_status
        WHEN 'signed' THEN 'signed'
        ELSE 'unknown'
    END AS computed_status,
    (SELECT score FROM assessment AS s WHERE s.agreement_id = x.id AND rtrim(s.on_date, '?~') <= x.day
        ORDER BY s.party_code <> '', on_latest DESC, position DESC LIMIT 1) AS latest_score
FROM (
    SELECT
        d.json AS asked,
        d.value AS day,
        a.*,
        CASE
            WHEN a.ended_latest <= d.value THEN 'ended'
            WHEN a.ended_earliest <= d.value THEN 'end-straddles'
            WHEN a.ended IS NULL AND a.asserted_status IN ('terminated', 'expired', 'superseded') THEN
                CASE WHEN d.value >= date('now', 'localtime') THEN 'end-asserted' ELSE 'end-undated' END
            WHEN a.in_force_latest <= d.value THEN 'in-force'
            WHEN a.in_force_earliest <= d.value THEN 'entry-straddles'
            WHEN a.signed_earliest > d.value THEN 'not-yet-signed'
            WHEN a.signed_latest > d.value THEN 'signing-straddles'
            WHEN a.signed IS NULL AND a.asserted_status IS NOT NULL AND d.value < date('now', 'localtime')
                THEN 'assertion-undated'
            WHEN a.asserted_status IN ('provisional', 'negotiation', 'not-in-force') THEN 'asserted'
            WHEN a.asserted_status = 'in-force' AND a.in_force IS NULL THEN 'asserted'
            WHEN a.signed IS NOT NULL THEN 'signed'
            ELSE 'nothing-known'
        END AS verdict
    FROM json_each AS d CROSS JOIN agreement AS a
) AS x
"""

# The pairs an agreement serves (rule 3), each in both orders, so that whoever asks about ``a`` finds all that it has,
# with whomever. Its own parties two by two:
SIGNED_VIEW = """
CREATE VIEW signed_view AS
SELECT x.agreement_id, x.party_code AS a, y.party_code AS b, 0 AS inherited, '' AS inherited_from, '' AS since
FROM participation AS x
CROSS JOIN participation AS y ON y.agreement_id = x.agreement_id AND y.party_code <> x.party_code
"""

# And what pairs inherit: from the heirs of others to what those signed, to who signed it with them, to whoever stands
# for these. That order is written down, for SQLite does not know how few heirs there are. What both signed themselves
# they do not inherit; what comes to them in two ways is there twice. ``inherited_from`` names the signers that a pair
# does not consist of, in the order of its parties A-Z.
HEIRS = """
SELECT
    x.agreement_id,
    {a}.party AS a,
    {b}.party AS b,
    1 AS inherited,
    trim(iif(one.party < other.party,
        iif(one.signer <> one.party, one.signer, '') || ' ' || iif(other.signer <> other.party, other.signer, ''),
        iif(other.signer <> other.party, other.signer, '') || ' ' || iif(one.signer <> one.party, one.signer, '')
    )) AS inherited_from,
    max(one.since, other.since) AS since
FROM lineage AS one
CROSS JOIN participation AS x ON x.party_code = one.signer
CROSS JOIN participation AS y ON y.agreement_id = x.agreement_id AND y.party_code <> x.party_code
CROSS JOIN lineage AS other ON other.signer = y.party_code
WHERE one.signer <> one.party AND one.party <> other.party
    AND NOT (EXISTS (SELECT 1 FROM participation WHERE agreement_id = x.agreement_id AND party_code = one.party)
        AND EXISTS (SELECT 1 FROM participation WHERE agreement_id = x.agreement_id AND party_code = other.party))
    AND EXISTS (SELECT 1 FROM agreement AS g WHERE g.id = x.agreement_id
        AND (g.signed_earliest IS NULL OR g.signed_earliest <= min(one.until, other.until)))
"""

INHERITED_VIEW = f"""
CREATE VIEW inherited_view AS{HEIRS.format(a="one", b="other")}UNION ALL{HEIRS.format(a="other", b="one")}"""
PAIR_VIEW = """
CREATE VIEW pair_view AS SELECT * FROM signed_view UNION ALL SELECT * FROM inherited_view
"""


def upgrade() -> None:
    """Add the columns and fill them, exchange the indexes and the views."""
    for view in ("agreement_view", "agreement_verdict", "pair_view"):
        op.execute(f"DROP VIEW {view}")
    for column in ("parties", "types"):
        op.add_column("agreement", sa.Column(column, sa.String(), nullable=False, server_default=""))
    for statement in (SHOWN, *INDEXES, AGREEMENT_VIEW, SIGNED_VIEW, INHERITED_VIEW, PAIR_VIEW):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
