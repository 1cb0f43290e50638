-- The views of the present schema: status and succession, each rule once. ``schema`` makes them whenever it creates or
-- upgrades a register, without these comments; ``migrations/definitions`` has those of earlier revisions.
-- A change of a view needs a migration, so that older registers get it (``db upgrade``).


-- Rule 2: the status of an agreement as of a day.
--
-- A view takes no parameter, but the argument of a table-valued function can be given as a condition: with
-- WHERE day_json = json_quote('2009-03-01'), ``day`` is that day.
-- A date is stored with the earliest and the latest day that it can mean. By a day, an event has certainly happened if
-- its latest day is <= that day; it may have happened if its earliest day is.
CREATE VIEW agreement_view AS
SELECT
    x.*,
    -- The status that follows from the verdict below.
    CASE x.verdict
        -- A dated end has the name that the source gives it.
        WHEN 'ended' THEN
            CASE WHEN x.asserted_status IN ('terminated', 'expired', 'superseded')
                THEN x.asserted_status ELSE 'ended' END
        WHEN 'end-asserted' THEN x.asserted_status
        WHEN 'suspended' THEN 'suspended'
        WHEN 'in-force' THEN 'in-force'
        WHEN 'provisional' THEN 'provisional'
        WHEN 'asserted' THEN x.asserted_status
        WHEN 'signed' THEN 'signed'
        -- All other verdicts are reasons why the status is unknown.
        ELSE 'unknown'
    END AS computed_status,
    -- The latest assessment up to the day. One of all parties goes before one of a single party. A date counts from its
    -- earliest day here: in the order of texts, 2012 is before 2012-03 and 2012-03-10.
    (SELECT score FROM assessment AS s WHERE s.agreement_id = x.id AND rtrim(s.on_date, '?~') <= x.day
        ORDER BY s.party_code <> '', on_latest DESC, position DESC LIMIT 1) AS latest_score
FROM (
    SELECT
        d.json AS day_json,
        d.value AS day,
        a.*,
        -- The first true condition decides. The days of a date are those of acts where no date is stated, and span the
        -- days that the parties give where they differ.
        CASE
            -- It has ended, or may have. Without a recorded effect of a party's exit, the end is open.
            WHEN a.ended_latest <= d.value THEN 'ended'
            WHEN a.ended_earliest <= d.value THEN iif(a.ended_latest IS NULL, 'exit-undated', 'end-straddles')
            -- A source asserts that it has ended: this is known from the date of the source on, without one for today.
            WHEN a.ended_earliest IS NULL AND a.asserted_status IN ('terminated', 'expired', 'superseded') THEN
                CASE WHEN coalesce(a.status_on_latest, max(d.value, date('now', 'localtime'))) <= d.value
                    THEN 'end-asserted' ELSE 'end-undated' END
            -- It is suspended by an act, or may be.
            WHEN a.act_roles <> '' AND a.act_roles LIKE '% pause %' AND EXISTS (SELECT 1 FROM act AS p
                WHERE p.agreement_id = a.id AND p.role = 'pause' AND p.earliest <= d.value
                    AND (p.party_code = '' OR a.parties NOT LIKE '%;%;%')
                    AND NOT EXISTS (SELECT 1 FROM act AS r WHERE r.agreement_id = a.id AND r.role = 'resume'
                        AND r.party_code IN ('', p.party_code) AND r.earliest >= p.earliest AND r.latest <= d.value))
                THEN iif(EXISTS (SELECT 1 FROM act AS p
                    WHERE p.agreement_id = a.id AND p.role = 'pause' AND p.latest <= d.value
                        AND (p.party_code = '' OR a.parties NOT LIKE '%;%;%')
                        AND NOT EXISTS (SELECT 1 FROM act AS r WHERE r.agreement_id = a.id AND r.role = 'resume'
                            AND r.party_code IN ('', p.party_code) AND r.latest >= p.latest AND r.earliest <= d.value)),
                    'suspended', 'suspension-straddles')
            -- A source asserts that it is suspended, and no later resumption is known.
            WHEN a.asserted_status = 'suspended'
                AND coalesce(a.status_on_latest, iif(d.value = date('now', 'localtime'), d.value, '9999')) <= d.value
                AND NOT EXISTS (SELECT 1 FROM act AS r WHERE r.agreement_id = a.id AND r.role = 'resume'
                    AND r.earliest >= a.status_on_earliest AND r.latest <= d.value) THEN 'asserted'
            -- It is in force, or may be.
            WHEN a.in_force_latest <= d.value THEN 'in-force'
            WHEN a.in_force_earliest <= d.value THEN 'entry-straddles'
            -- It is applied provisionally by an act of all, or of each of two parties, and that has not ended.
            WHEN a.act_roles <> '' AND a.act_roles LIKE '% provisional %'
                AND (SELECT max(p.party_code = '') OR (a.parties NOT LIKE '%;%;%' AND count(DISTINCT p.party_code) = 2)
                    FROM act AS p WHERE p.agreement_id = a.id AND p.role = 'provisional' AND p.latest <= d.value)
                AND NOT EXISTS (SELECT 1 FROM act AS e WHERE e.agreement_id = a.id AND e.role = 'provisional-end'
                    AND e.earliest <= d.value) THEN 'provisional'
            -- It was being negotiated, by a source of before the signature.
            WHEN a.asserted_status = 'negotiation' AND a.status_on_latest <= d.value
                AND coalesce(a.signed_earliest, '9999') > d.value THEN 'asserted'
            -- It was not signed yet, or may not have been.
            WHEN a.signed_earliest > d.value THEN 'not-yet-signed'
            WHEN a.signed_latest > d.value THEN 'signing-straddles'
            -- A source asserts a status: that is known from the date of the source on, without one for today alone. A
            -- later signature overtakes a negotiation, a stated day of entry what is asserted about the entry.
            WHEN a.asserted_status = 'in-force' AND a.in_force_earliest IS NOT NULL THEN
                iif(a.signed_earliest IS NOT NULL, 'signed', 'nothing-known')
            WHEN a.asserted_status = 'negotiation' AND a.signed_latest > a.status_on_earliest THEN 'signed'
            WHEN a.asserted_status IN ('in-force', 'provisional', 'negotiation', 'not-in-force', 'suspended') THEN
                CASE WHEN a.status_on_latest <= d.value THEN 'asserted'
                    WHEN a.status_on_latest IS NOT NULL THEN 'asserted-later'
                    WHEN d.value = date('now', 'localtime') THEN 'asserted'
                    ELSE 'assertion-undated' END
            WHEN a.signed_earliest IS NOT NULL THEN 'signed'
            ELSE 'nothing-known'
        END AS verdict
    -- The day comes first, so that it is unpacked once and not for each agreement.
    FROM json_each AS d CROSS JOIN agreement AS a
) AS x;


-- Succession: every party is its own heir, and every successor is an heir of its predecessors. From the day ``since``
-- on, the last step is certain. ``until`` is the day of the first step: an agreement that the predecessor signed later
-- does not bind that successor. A step of the nature "none" hands nothing on.
CREATE VIEW lineage AS
WITH RECURSIVE heir (signer, party, since, until) AS (
    SELECT code, code, '', '9999-12-31' FROM party
    UNION
    SELECT heir.signer, succession.successor, max(heir.since, succession.since_latest),
        min(heir.until, succession.since_latest)
    FROM heir JOIN succession ON succession.predecessor = heir.party AND succession.nature <> 'none'
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
-- CROSS JOIN fixes the order of the joins: SQLite does not know that successors are few.
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
    -- They do not inherit an agreement that both signed themselves.
    AND NOT (EXISTS (SELECT 1 FROM participation WHERE agreement_id = x.agreement_id AND party_code = one.party)
        AND EXISTS (SELECT 1 FROM participation WHERE agreement_id = x.agreement_id AND party_code = other.party))
    -- An agreement that was signed after the succession does not bind the successor.
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
        AND (g.signed_earliest IS NULL OR g.signed_earliest <= min(one.until, other.until)))
-- And those of a party that inherits nothing, but agreed to continue: with each partner of its predecessor.
UNION ALL
SELECT
    c.agreement_id,
    iif(k.n, c.party_code, y.party_code) AS a,
    iif(k.n, y.party_code, c.party_code) AS b,
    1 AS inherited,
    x.party_code AS inherited_from,
    c.continued_latest AS since
FROM party_life AS c
CROSS JOIN participation AS x ON x.agreement_id = c.agreement_id
CROSS JOIN participation AS y ON y.agreement_id = c.agreement_id AND y.party_code <> x.party_code
CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1) AS k
WHERE c.continued_latest IS NOT NULL
    AND EXISTS (SELECT 1 FROM succession WHERE predecessor = x.party_code AND successor = c.party_code)
    AND NOT EXISTS (SELECT 1 FROM lineage WHERE signer = x.party_code AND party = c.party_code);

-- Both.
CREATE VIEW pair_view AS SELECT * FROM signed_view UNION ALL SELECT * FROM inherited_view;


-- Views for the SQL of users (``wbagree sql``, Datasette). docs/sql.md has their columns; an unknown value is NULL.
-- These four decide what is shown: no restricted agreement, no person, today. ``user_sql`` puts others of the same
-- names in their place for --with-restricted, --with-contacts and --as-of. So only the views below may name them.
CREATE VIEW public_agreement AS
SELECT * FROM agreement WHERE disclosure = '';

CREATE VIEW public_signatory AS
SELECT agreement_id, position, party_code, institution, '' AS person, '' AS person_position FROM signatory;

CREATE VIEW public_contact AS
SELECT key, party, institution, unit, '' AS person, '' AS position, types, frameworks, channel, '' AS phone, '' AS email,
    languages, valid_from, valid_to, verified, source, notes
FROM contact;

CREATE VIEW present_day AS
SELECT date('now', 'localtime') AS day;

CREATE VIEW agreements AS
SELECT
    a.key,
    (SELECT uid FROM identity AS i WHERE i.subject = 'agreement' AND i.key = a.key) AS id,
    a.title,
    nullif(a.title_original, '') AS title_original,
    a.form,
    a.types,
    a.parties,
    a.level,
    a.signed,
    a.signed_earliest,
    a.signed_latest,
    nullif(a.place, '') AS place,
    a.in_force,
    a.in_force_earliest,
    a.in_force_latest,
    a.ended,
    a.ended_earliest,
    a.ended_latest,
    nullif(a.asserted_status, '') AS status,
    a.status_on,
    a.status_on_earliest,
    a.status_on_latest,
    a.confidence,
    nullif(a.notes, '') AS notes,
    nullif(a.renewal, '') AS renewal,
    nullif(a.disclosure, '') AS disclosure,
    nullif(a.languages, '') AS languages,
    nullif(a.entry_clause, '') AS entry_clause,
    nullif(a.termination_clause, '') AS termination_clause,
    nullif(a.depositary, '') AS depositary,
    nullif(a.archive_number, '') AS archive_number,
    nullif(a.registration, '') AS registration,
    nullif(a.responsible, '') AS responsible,
    nullif(a.binding, '') AS binding,
    nullif(a.derived_signed, '') AS derived_signed,
    nullif(a.derived_in_force, '') AS derived_in_force,
    nullif(a.derived_ended, '') AS derived_ended
FROM public_agreement AS a;

CREATE VIEW parties AS
SELECT a.key, p.code AS party, p.name, p.kind
FROM public_agreement AS a
JOIN participation AS x ON x.agreement_id = a.id
JOIN party AS p ON p.code = x.party_code;

CREATE VIEW types AS
SELECT a.key, x.position, t.code AS type, t.label, t.group_code AS type_group
FROM public_agreement AS a
JOIN agreement_type AS x ON x.agreement_id = a.id
JOIN type AS t ON t.code = x.type_code;

CREATE VIEW statuses AS
SELECT
    v.key,
    v.day,
    v.computed_status,
    v.verdict IN ('asserted', 'end-asserted') AS by_source,
    v.latest_score AS score
FROM agreement_view AS v
WHERE v.day_json = json_quote((SELECT day FROM present_day))
    AND v.id IN (SELECT id FROM public_agreement)
    -- What was signed later has no status on that day.
    AND v.verdict <> 'not-yet-signed';

-- The pairs of each agreement, once (``a`` is before ``b``), by the preferred way if there are several, with the status
-- for this pair: the rules of ``filter_sql.verdict_for`` and ``status_for`` for its two parties.
CREATE VIEW pairs AS
SELECT
    key,
    a || '-' || b AS pair,
    a,
    b,
    inherited,
    nullif(inherited_from, '') AS inherited_from,
    day,
    iif(inherited AND of_pair NOT IN ('ended', 'end-asserted')
            AND NOT (verdict = 'asserted' AND asserted_status IN ('negotiation', 'not-in-force'))
            AND NOT (act_roles <> ''
                AND (EXISTS (SELECT 1 FROM participation WHERE agreement_id = id AND party_code = a)
                    OR EXISTS (SELECT 1 FROM party_life WHERE agreement_id = id AND party_code = a
                        AND continued_latest <= day))
                AND (EXISTS (SELECT 1 FROM participation WHERE agreement_id = id AND party_code = b)
                    OR EXISTS (SELECT 1 FROM party_life WHERE agreement_id = id AND party_code = b
                        AND continued_latest <= day))),
        'inherited',
        CASE of_pair WHEN verdict THEN computed_status WHEN 'ended' THEN 'ended' WHEN 'in-force' THEN 'in-force'
            WHEN 'not-yet-for-all' THEN 'signed' ELSE 'unknown' END) AS computed_status
FROM (
    SELECT
        v.*,
        p.a,
        p.b,
        p.inherited,
        p.inherited_from,
        coalesce(
            iif(v.act_roles <> '' AND v.act_roles LIKE '% party %', (
                SELECT CASE
                    WHEN max(life.ended_latest <= v.day) THEN 'ended'
                    WHEN max(life.ended_earliest <= v.day) THEN 'exit-undated'
                    WHEN v.verdict IN ('ended', 'end-straddles', 'exit-undated', 'end-asserted', 'end-undated',
                        'suspended', 'suspension-straddles') THEN NULL
                    WHEN sum(life.in_force_latest <= v.day) = 2 THEN 'in-force'
                    WHEN v.verdict = 'in-force' AND max(life.in_force_earliest) > v.day THEN 'not-yet-for-all' END
                FROM party_life AS life
                WHERE life.agreement_id = v.id AND life.party_code IN (p.a, p.b)), NULL),
            v.verdict) AS of_pair
    -- LIMIT keeps SQLite from working the verdict out again for each pair.
    FROM (
        SELECT id, key, day, asserted_status, act_roles, verdict, computed_status FROM agreement_view
        WHERE day_json = json_quote((SELECT day FROM present_day)) AND id IN (SELECT id FROM public_agreement)
        LIMIT -1
    ) AS v
    CROSS JOIN (
        -- The other columns come from the row with the minimum: SQLite's rule for min() and bare columns.
        SELECT agreement_id, a, b, inherited, inherited_from,
            min(inherited || (inherited_from LIKE '% %') || inherited_from)
        FROM pair_view
        WHERE a < b AND since <= (SELECT day FROM present_day)
        GROUP BY agreement_id, a, b
    ) AS p ON p.agreement_id = v.id
    WHERE v.verdict <> 'not-yet-signed'
);

CREATE VIEW acts AS
SELECT
    a.key,
    x.position,
    x.kind,
    x.role,
    nullif(x.party_code, '') AS party,
    x.on_date AS date,
    nullif(x.effect, '') AS effect,
    x.earliest,
    x.latest,
    nullif(x.reference, '') AS reference,
    nullif(x.source, '') AS source,
    nullif(x.note, '') AS note
FROM public_agreement AS a
JOIN act AS x ON x.agreement_id = a.id;

CREATE VIEW sources AS
SELECT a.key, x.position, x.citation, nullif(x.url, '') AS url
FROM public_agreement AS a
JOIN source AS x ON x.agreement_id = a.id;

CREATE VIEW assessments AS
SELECT
    a.key,
    x.position,
    x.on_date AS date,
    -- The first day of 2012 or 2012-03.
    substr(rtrim(x.on_date, '?~') || '-01-01', 1, 10) AS earliest,
    x.on_latest AS latest,
    x.score,
    nullif(x.party_code, '') AS party,
    nullif(x.assessor, '') AS assessor,
    nullif(x.note, '') AS note,
    nullif(x.source, '') AS source
FROM public_agreement AS a
JOIN assessment AS x ON x.agreement_id = a.id;

CREATE VIEW signatories AS
SELECT
    a.key,
    x.position,
    x.party_code AS party,
    x.institution,
    nullif(x.person, '') AS person,
    nullif(x.person_position, '') AS person_position
FROM public_agreement AS a
JOIN public_signatory AS x ON x.agreement_id = a.id;

-- Without the agreements that a contact point is for: one of them may be restricted.
CREATE VIEW contacts AS
SELECT
    key,
    party,
    institution,
    nullif(unit, '') AS unit,
    nullif(person, '') AS person,
    nullif(position, '') AS position,
    nullif(types, '') AS types,
    nullif(frameworks, '') AS frameworks,
    nullif(channel, '') AS channel,
    nullif(phone, '') AS phone,
    nullif(email, '') AS email,
    nullif(languages, '') AS languages,
    nullif(valid_from, '') AS valid_from,
    nullif(valid_to, '') AS valid_to,
    nullif(verified, '') AS verified,
    nullif(source, '') AS source,
    nullif(notes, '') AS notes
FROM public_contact;
