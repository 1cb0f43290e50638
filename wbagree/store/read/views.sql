-- The views of today's schema: status and succession, each rule once. ``schema`` makes them anew whenever it creates or
-- upgrades a register, without these comments; the migrations keep the views of their own time.
-- A change of a view needs a migration, so that older registers get it (``db upgrade``).


-- Rule 2: the status of an agreement as of a day.
--
-- A view takes no parameter, but the argument of a table-valued function can be given as a condition: with
-- WHERE asked = json_quote('2009-03-01'), ``day`` is that day.
-- A date is kept as the earliest and the latest day it can mean: what has come for certain by a day is <= it by its
-- latest day, what may have come by its earliest.
CREATE VIEW agreement_view AS
SELECT
    x.*,
    -- What the verdict below comes to, in the words of the status.
    CASE x.verdict
        -- An end that is dated is called what the source calls it.
        WHEN 'ended' THEN
            CASE WHEN x.asserted_status IN ('terminated', 'expired', 'superseded')
                THEN x.asserted_status ELSE 'ended' END
        WHEN 'end-asserted' THEN x.asserted_status
        WHEN 'in-force' THEN 'in-force'
        WHEN 'asserted' THEN x.asserted_status
        WHEN 'signed' THEN 'signed'
        -- All other verdicts say why it is not known.
        ELSE 'unknown'
    END AS computed_status,
    -- The latest assessment up to the day. One of all parties goes before one of a single party. A date means its
    -- earliest day here: an ISO text is before whatever it is the beginning of.
    (SELECT score FROM assessment AS s WHERE s.agreement_id = x.id AND rtrim(s.on_date, '?~') <= x.day
        ORDER BY s.party_code <> '', on_latest DESC, position DESC LIMIT 1) AS latest_score
FROM (
    SELECT
        d.json AS asked,
        d.value AS day,
        a.*,
        -- The first line that holds decides.
        CASE
            -- It has ended, or may have.
            WHEN a.ended_latest <= d.value THEN 'ended'
            WHEN a.ended_earliest <= d.value THEN 'end-straddles'
            -- It is said to have ended, and not when: known of today alone.
            WHEN a.ended IS NULL AND a.asserted_status IN ('terminated', 'expired', 'superseded') THEN
                CASE WHEN d.value >= date('now', 'localtime') THEN 'end-asserted' ELSE 'end-undated' END
            -- It is in force, or may be.
            WHEN a.in_force_latest <= d.value THEN 'in-force'
            WHEN a.in_force_earliest <= d.value THEN 'entry-straddles'
            -- It was not signed yet, or may not have been.
            WHEN a.signed_earliest > d.value THEN 'not-yet-signed'
            WHEN a.signed_latest > d.value THEN 'signing-straddles'
            -- An assertion that nothing dates tells nothing about a day before today.
            WHEN a.signed IS NULL AND a.asserted_status IS NOT NULL AND d.value < date('now', 'localtime')
                THEN 'assertion-undated'
            -- Else an assertion counts from the signature on.
            WHEN a.asserted_status IN ('provisional', 'negotiation', 'not-in-force') THEN 'asserted'
            WHEN a.asserted_status = 'in-force' AND a.in_force IS NULL THEN 'asserted'
            WHEN a.signed IS NOT NULL THEN 'signed'
            ELSE 'nothing-known'
        END AS verdict
    -- The day comes first, so that it is unpacked once and not for each agreement.
    FROM json_each AS d CROSS JOIN agreement AS a
) AS x;


-- Succession: every party stands for itself, and every successor for its predecessors. ``since`` is the day on which
-- the last step is certain. ``until`` is the day of the first step: what the predecessor signed later, it did not sign
-- for that successor.
CREATE VIEW lineage AS
WITH RECURSIVE heir (signer, party, since, until) AS (
    SELECT code, code, '', '9999-12-31' FROM party
    UNION
    SELECT heir.signer, succession.successor, max(heir.since, succession.since_latest),
        min(heir.until, succession.since_latest)
    FROM heir JOIN succession ON succession.predecessor = heir.party
)
SELECT signer, party, since, until FROM heir;


-- Rule 3: the pairs that an agreement serves, each in both orders, so that ``a`` has all its partners in ``b``.

-- Its own parties, two by two.
CREATE VIEW signed_view AS
SELECT x.agreement_id, x.party_code AS a, y.party_code AS b, 0 AS inherited, '' AS inherited_from, '' AS since
FROM participation AS x
CROSS JOIN participation AS y ON y.agreement_id = x.agreement_id AND y.party_code <> x.party_code;

-- And pairs that inherit it: a successor of one signer, with another signer or a successor of that one. The second half
-- is the first with the parties exchanged. ``inherited_from`` names the signers that the pair does not consist of, in
-- the order of its parties A-Z. A pair that inherits in two ways is there twice.
-- The joins are in the order in which they are to be made (CROSS JOIN): SQLite does not know how few successors are.
CREATE VIEW inherited_view AS
SELECT
    x.agreement_id,
    one.party AS a,
    other.party AS b,
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
-- Two signers are needed: two successors of one signer inherit nothing from each other.
WHERE one.signer <> one.party AND one.party <> other.party
    -- What both signed themselves they do not inherit.
    AND NOT (EXISTS (SELECT 1 FROM participation WHERE agreement_id = x.agreement_id AND party_code = one.party)
        AND EXISTS (SELECT 1 FROM participation WHERE agreement_id = x.agreement_id AND party_code = other.party))
    -- What was signed after the succession was not signed for the successor.
    AND EXISTS (SELECT 1 FROM agreement AS g WHERE g.id = x.agreement_id
        AND (g.signed_earliest IS NULL OR g.signed_earliest <= min(one.until, other.until)))
UNION ALL
SELECT
    x.agreement_id,
    other.party AS a,
    one.party AS b,
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
        AND (g.signed_earliest IS NULL OR g.signed_earliest <= min(one.until, other.until)));

-- Both.
CREATE VIEW pair_view AS SELECT * FROM signed_view UNION ALL SELECT * FROM inherited_view;
