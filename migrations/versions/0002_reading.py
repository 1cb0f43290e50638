"""What reading needs: status as of a day, pairs with succession, and the full-text index.

Revision ID: 0002
Revises: 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# A view cannot take a parameter, but a table-valued function's argument can be given as a condition: asking
# ``WHERE asked = json_quote('2009-03-01')`` makes ``day`` that day.
#
# The verdict is the one definition of status (rule 2). The order of the lines is the order of the rule; an assertion
# counts only from the signature on, and what nothing dates tells nothing about a day before today.
VERDICT = """
CREATE VIEW agreement_verdict AS
SELECT
    d.json AS asked,
    d.value AS day,
    a.id AS agreement_id,
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
FROM agreement AS a, json_each AS d
"""

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
    (SELECT score FROM assessment AS s WHERE s.agreement_id = a.id
        ORDER BY on_latest DESC, position DESC LIMIT 1) AS latest_score
FROM agreement AS a JOIN agreement_verdict AS v ON v.agreement_id = a.id
"""

# Who stands for whom: every party for itself, and every successor for its predecessors, ``since`` the day on which the
# last step of the succession is certain; for what was signed up to ``until``, when the first step had happened and the
# predecessor no longer signed for it.
LINEAGE = """
CREATE VIEW lineage AS
WITH RECURSIVE heir (signer, party, since, until) AS (
    SELECT code, code, '', '9999-12-31' FROM party
    UNION
    SELECT heir.signer, succession.successor, max(heir.since, succession.since_latest),
        min(heir.until, succession.since_latest)
    FROM heir JOIN succession ON succession.predecessor = heir.party
)
SELECT signer, party, since, until FROM heir
"""

# The pairs an agreement serves (rule 3): its own parties two by two, and their heirs. Two signers are always needed,
# so nothing is inherited between two successors of one single party. ``a`` is before ``b`` in the alphabet;
# ``inherited_from`` names the signers that the pair does not consist of.
PAIR_VIEW = """
CREATE VIEW pair_view AS
SELECT
    x.agreement_id,
    la.party AS a,
    lb.party AS b,
    (la.signer <> la.party OR lb.signer <> lb.party) AS inherited,
    trim(iif(la.signer <> la.party, la.signer, '') || ' ' || iif(lb.signer <> lb.party, lb.signer, ''))
        AS inherited_from,
    max(la.since, lb.since) AS since
FROM lineage AS la
JOIN participation AS x ON x.party_code = la.signer
JOIN participation AS y ON y.agreement_id = x.agreement_id AND y.party_code <> x.party_code
JOIN lineage AS lb ON lb.signer = y.party_code
JOIN agreement AS g ON g.id = x.agreement_id
WHERE la.party < lb.party AND (g.signed_earliest IS NULL OR g.signed_earliest <= min(la.until, lb.until))
"""

# Folded words only: the program folds what it writes here and what it asks. rowid is agreement.id.
FULL_TEXT = """
CREATE VIRTUAL TABLE agreement_text USING fts5(
    title, title_original, people, places, refs, sources, notes,
    tokenize = "unicode61 remove_diacritics 0"
)
"""

# What types are called, once for each type and not for each record that is about it.
TYPE_TEXT = """
CREATE VIRTUAL TABLE type_text USING fts5(
    code UNINDEXED, names,
    tokenize = "unicode61 remove_diacritics 0"
)
"""


def upgrade() -> None:
    """Create the views and the indexes; the program fills them (see ``wbagree db upgrade``)."""
    for statement in (VERDICT, AGREEMENT_VIEW, LINEAGE, PAIR_VIEW, FULL_TEXT, TYPE_TEXT):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
