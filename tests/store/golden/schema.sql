CREATE TABLE accepted_finding (
	"key" VARCHAR NOT NULL,
	sentences VARCHAR NOT NULL,
	"on" VARCHAR NOT NULL,
	"by" VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	PRIMARY KEY ("key")
);

CREATE TABLE act (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	party_code VARCHAR NOT NULL,
	on_date VARCHAR NOT NULL,
	effect VARCHAR NOT NULL,
	earliest VARCHAR NOT NULL,
	latest VARCHAR NOT NULL,
	reference VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	PRIMARY KEY (agreement_id, position),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
);

CREATE TABLE act_kind (
	code VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	PRIMARY KEY (code)
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

CREATE TABLE agreement (
	id INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	title_original VARCHAR NOT NULL,
	form VARCHAR NOT NULL,
	level VARCHAR NOT NULL,
	signed VARCHAR,
	signed_earliest VARCHAR,
	signed_latest VARCHAR,
	place VARCHAR NOT NULL,
	in_force VARCHAR,
	in_force_earliest VARCHAR,
	in_force_latest VARCHAR,
	ended VARCHAR,
	ended_earliest VARCHAR,
	ended_latest VARCHAR,
	asserted_status VARCHAR,
	confidence VARCHAR NOT NULL,
	notes VARCHAR NOT NULL,
	renewal VARCHAR DEFAULT '' NOT NULL, disclosure VARCHAR DEFAULT '' NOT NULL, parties VARCHAR DEFAULT '' NOT NULL, types VARCHAR DEFAULT '' NOT NULL, status_on VARCHAR, status_on_earliest VARCHAR, status_on_latest VARCHAR, languages VARCHAR DEFAULT '' NOT NULL, entry_clause VARCHAR DEFAULT '' NOT NULL, termination_clause VARCHAR DEFAULT '' NOT NULL, depositary VARCHAR DEFAULT '' NOT NULL, archive_number VARCHAR DEFAULT '' NOT NULL, registration VARCHAR DEFAULT '' NOT NULL, responsible VARCHAR DEFAULT '' NOT NULL, binding VARCHAR DEFAULT '' NOT NULL, act_roles VARCHAR DEFAULT '' NOT NULL, derived_signed VARCHAR DEFAULT '' NOT NULL, derived_in_force VARCHAR DEFAULT '' NOT NULL, derived_ended VARCHAR DEFAULT '' NOT NULL,
	PRIMARY KEY (id),
	UNIQUE ("key"),
	FOREIGN KEY("key") REFERENCES issued_key ("key")
);

CREATE VIRTUAL TABLE agreement_text USING fts5(
    title, title_original, people, places, refs, sources, notes,
    tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE agreement_type (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	type_code VARCHAR NOT NULL,
	PRIMARY KEY (agreement_id, position),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	FOREIGN KEY(type_code) REFERENCES type (code)
);

CREATE VIEW agreement_view AS
SELECT
    x.*,
    CASE x.verdict
        WHEN 'ended' THEN
            CASE WHEN x.asserted_status IN ('terminated', 'expired', 'superseded')
                THEN x.asserted_status ELSE 'ended' END
        WHEN 'end-asserted' THEN x.asserted_status
        WHEN 'suspended' THEN 'suspended'
        WHEN 'in-force' THEN 'in-force'
        WHEN 'provisional' THEN 'provisional'
        WHEN 'asserted' THEN x.asserted_status
        WHEN 'signed' THEN 'signed'
        ELSE 'unknown'
    END AS computed_status,
    (SELECT score FROM assessment AS s WHERE s.agreement_id = x.id AND rtrim(s.on_date, '?~') <= x.day
        ORDER BY s.party_code <> '', on_latest DESC, position DESC LIMIT 1) AS latest_score
FROM (
    SELECT
        d.json AS day_json,
        d.value AS day,
        a.*,
        CASE
            WHEN a.ended_latest <= d.value THEN 'ended'
            WHEN a.ended_earliest <= d.value THEN iif(a.ended_latest IS NULL, 'exit-undated', 'end-straddles')
            WHEN a.ended_earliest IS NULL AND a.asserted_status IN ('terminated', 'expired', 'superseded') THEN
                CASE WHEN coalesce(a.status_on_latest, max(d.value, date('now', 'localtime'))) <= d.value
                    THEN 'end-asserted' ELSE 'end-undated' END
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
            WHEN a.asserted_status = 'suspended'
                AND coalesce(a.status_on_latest, iif(d.value = date('now', 'localtime'), d.value, '9999')) <= d.value
                AND NOT EXISTS (SELECT 1 FROM act AS r WHERE r.agreement_id = a.id AND r.role = 'resume'
                    AND r.earliest >= a.status_on_earliest AND r.latest <= d.value) THEN 'asserted'
            WHEN a.in_force_latest <= d.value THEN 'in-force'
            WHEN a.in_force_earliest <= d.value THEN 'entry-straddles'
            WHEN a.act_roles <> '' AND a.act_roles LIKE '% provisional %'
                AND (SELECT max(p.party_code = '') OR (a.parties NOT LIKE '%;%;%' AND count(DISTINCT p.party_code) = 2)
                    FROM act AS p WHERE p.agreement_id = a.id AND p.role = 'provisional' AND p.latest <= d.value)
                AND NOT EXISTS (SELECT 1 FROM act AS e WHERE e.agreement_id = a.id AND e.role = 'provisional-end'
                    AND e.earliest <= d.value) THEN 'provisional'
            WHEN a.asserted_status = 'negotiation' AND a.status_on_latest <= d.value
                AND coalesce(a.signed_earliest, '9999') > d.value THEN 'asserted'
            WHEN a.signed_earliest > d.value THEN 'not-yet-signed'
            WHEN a.signed_latest > d.value THEN 'signing-straddles'
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
    FROM json_each AS d CROSS JOIN agreement AS a
) AS x;

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

CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE alias (
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    PRIMARY KEY (kind, text, uid)
);

CREATE TABLE assessment (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	on_date VARCHAR NOT NULL,
	on_latest VARCHAR NOT NULL,
	score VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	source VARCHAR NOT NULL, party_code VARCHAR DEFAULT '' NOT NULL, assessor VARCHAR DEFAULT '' NOT NULL,
	PRIMARY KEY (agreement_id, position),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
);

CREATE VIEW assessments AS
SELECT
    a.key,
    x.position,
    x.on_date AS date,
    substr(rtrim(x.on_date, '?~') || '-01-01', 1, 10) AS earliest,
    x.on_latest AS latest,
    x.score,
    nullif(x.party_code, '') AS party,
    nullif(x.assessor, '') AS assessor,
    nullif(x.note, '') AS note,
    nullif(x.source, '') AS source
FROM public_agreement AS a
JOIN assessment AS x ON x.agreement_id = a.id;

CREATE TABLE batch (
	change_set_id INTEGER NOT NULL,
	file VARCHAR NOT NULL,
	checksum VARCHAR NOT NULL,
	mapping VARCHAR NOT NULL,
	rows_read INTEGER NOT NULL,
	new INTEGER NOT NULL,
	updated INTEGER NOT NULL,
	unchanged INTEGER NOT NULL,
	left_alone INTEGER NOT NULL,
	refused INTEGER NOT NULL,
	PRIMARY KEY (change_set_id),
	FOREIGN KEY(change_set_id) REFERENCES change_set (id) ON DELETE CASCADE
);

CREATE TABLE bundled (
    subject VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    PRIMARY KEY (subject, key, digest)
);

CREATE TABLE "change" (
    change_set_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    subject VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    fields VARCHAR NOT NULL,
    PRIMARY KEY (change_set_id, position),
    FOREIGN KEY (change_set_id) REFERENCES change_set (id) ON DELETE CASCADE
);

CREATE TABLE change_set (
	id INTEGER NOT NULL,
	at VARCHAR NOT NULL,
	"by" VARCHAR NOT NULL,
	command VARCHAR NOT NULL,
	undoes INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(undoes) REFERENCES change_set (id)
);

CREATE TABLE contact (
	"key" VARCHAR NOT NULL,
	party VARCHAR NOT NULL,
	institution VARCHAR NOT NULL,
	unit VARCHAR NOT NULL,
	person VARCHAR NOT NULL,
	position VARCHAR NOT NULL,
	types VARCHAR NOT NULL,
	agreements VARCHAR NOT NULL,
	frameworks VARCHAR NOT NULL,
	channel VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	languages VARCHAR NOT NULL,
	valid_from VARCHAR NOT NULL,
	valid_to VARCHAR NOT NULL,
	verified VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	notes VARCHAR NOT NULL,
	PRIMARY KEY ("key")
);

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

CREATE TABLE distinct_pair (
	one VARCHAR NOT NULL,
	other VARCHAR NOT NULL,
	PRIMARY KEY (one, other),
	FOREIGN KEY(one) REFERENCES issued_key ("key"),
	FOREIGN KEY(other) REFERENCES issued_key ("key")
);

CREATE TABLE framework (
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	short_name VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	established VARCHAR NOT NULL,
	ended VARCHAR NOT NULL,
	succeeded_by VARCHAR NOT NULL,
	seat VARCHAR NOT NULL,
	website VARCHAR NOT NULL,
	sources VARCHAR NOT NULL,
	notes VARCHAR NOT NULL,
	PRIMARY KEY ("key")
);

CREATE TABLE framework_act (
	framework_key VARCHAR NOT NULL,
	party_code VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	on_date VARCHAR NOT NULL,
	effect VARCHAR NOT NULL,
	reference VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	PRIMARY KEY (framework_key, party_code, kind, on_date),
	FOREIGN KEY(framework_key) REFERENCES framework ("key") ON DELETE CASCADE
);

CREATE TABLE framework_member (
	framework_key VARCHAR NOT NULL,
	party_code VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	joined VARCHAR NOT NULL,
	"left" VARCHAR NOT NULL,
	standing VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	source_url VARCHAR NOT NULL,
	PRIMARY KEY (framework_key, party_code, position),
	FOREIGN KEY(framework_key) REFERENCES framework ("key") ON DELETE CASCADE,
	FOREIGN KEY(party_code) REFERENCES party (code)
);

CREATE TABLE framework_type (
	framework_key VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	type_code VARCHAR NOT NULL,
	PRIMARY KEY (framework_key, position),
	FOREIGN KEY(framework_key) REFERENCES framework ("key") ON DELETE CASCADE,
	FOREIGN KEY(type_code) REFERENCES type (code)
);

CREATE TABLE identity (
    subject VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    PRIMARY KEY (subject, key),
    UNIQUE (uid)
);

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
WHERE one.signer <> one.party AND one.party <> other.party
    AND NOT (EXISTS (SELECT 1 FROM participation WHERE agreement_id = x.agreement_id AND party_code = one.party)
        AND EXISTS (SELECT 1 FROM participation WHERE agreement_id = x.agreement_id AND party_code = other.party))
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

CREATE TABLE issued_key (
	"key" VARCHAR NOT NULL,
	deleted_on VARCHAR,
	PRIMARY KEY ("key")
);

CREATE INDEX ix_agreement_counted ON agreement (parties, types, form, level, signed, signed_earliest, signed_latest, in_force, in_force_earliest, in_force_latest, ended, ended_earliest, ended_latest, asserted_status, status_on_earliest, status_on_latest, act_roles, confidence, disclosure);

CREATE INDEX ix_agreement_restricted ON agreement (key) WHERE disclosure <> '';

CREATE INDEX ix_agreement_signed ON agreement (signed_earliest, signed_latest);

CREATE INDEX ix_agreement_type_type ON agreement_type (type_code, agreement_id);

CREATE INDEX ix_change_deleted ON change (key) WHERE kind = 'delete';

CREATE INDEX ix_change_key ON change (key);

CREATE INDEX ix_origin_digest ON origin (digest);

CREATE INDEX ix_origin_key ON origin ("key");

CREATE INDEX ix_participation_party ON participation (party_code, agreement_id);

CREATE INDEX ix_reference_text ON reference (text);

CREATE INDEX ix_relation_target_key ON relation (target_key);

CREATE VIEW lineage AS
WITH RECURSIVE heir (signer, party, since, until) AS (
    SELECT code, code, '', '9999-12-31' FROM party
    UNION
    SELECT heir.signer, succession.successor, max(heir.since, succession.since_latest),
        min(heir.until, succession.since_latest)
    FROM heir JOIN succession ON succession.predecessor = heir.party AND succession.nature <> 'none'
)
SELECT signer, party, since, until FROM heir;

CREATE TABLE origin (
	change_set_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	digest VARCHAR NOT NULL,
	PRIMARY KEY (change_set_id, line),
	FOREIGN KEY(change_set_id) REFERENCES change_set (id) ON DELETE CASCADE,
	FOREIGN KEY("key") REFERENCES issued_key ("key")
);

CREATE VIEW pair_view AS SELECT * FROM signed_view UNION ALL SELECT * FROM inherited_view;

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
    FROM (
        SELECT id, key, day, asserted_status, act_roles, verdict, computed_status FROM agreement_view
        WHERE day_json = json_quote((SELECT day FROM present_day)) AND id IN (SELECT id FROM public_agreement)
        LIMIT -1
    ) AS v
    CROSS JOIN (
        SELECT agreement_id, a, b, inherited, inherited_from,
            min(inherited || (inherited_from LIKE '% %') || inherited_from)
        FROM pair_view
        WHERE a < b AND since <= (SELECT day FROM present_day)
        GROUP BY agreement_id, a, b
    ) AS p ON p.agreement_id = v.id
    WHERE v.verdict <> 'not-yet-signed'
);

CREATE TABLE participation (
	agreement_id INTEGER NOT NULL,
	party_code VARCHAR NOT NULL,
	PRIMARY KEY (agreement_id, party_code),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	FOREIGN KEY(party_code) REFERENCES party (code)
);

CREATE VIEW parties AS
SELECT a.key, p.code AS party, p.name, p.kind
FROM public_agreement AS a
JOIN participation AS x ON x.agreement_id = a.id
JOIN party AS p ON p.code = x.party_code;

CREATE TABLE party (
	code VARCHAR NOT NULL,
	alpha3 VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	since VARCHAR NOT NULL,
	until VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	PRIMARY KEY (code)
);

CREATE TABLE party_group (
	code VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	PRIMARY KEY (code)
);

CREATE TABLE party_group_member (
	group_code VARCHAR NOT NULL,
	party_code VARCHAR NOT NULL,
	PRIMARY KEY (group_code, party_code),
	FOREIGN KEY(group_code) REFERENCES party_group (code) ON DELETE CASCADE,
	FOREIGN KEY(party_code) REFERENCES party (code) ON DELETE CASCADE
);

CREATE TABLE party_life (
	agreement_id INTEGER NOT NULL,
	party_code VARCHAR NOT NULL,
	in_force_earliest VARCHAR,
	in_force_latest VARCHAR,
	ended_earliest VARCHAR,
	ended_latest VARCHAR,
	continued_earliest VARCHAR,
	continued_latest VARCHAR,
	PRIMARY KEY (agreement_id, party_code),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
);

CREATE TABLE party_name (
	party_code VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	since VARCHAR NOT NULL,
	until VARCHAR NOT NULL,
	PRIMARY KEY (party_code, name),
	FOREIGN KEY(party_code) REFERENCES party (code) ON DELETE CASCADE
);

CREATE VIEW present_day AS
SELECT date('now', 'localtime') AS day;

CREATE VIEW public_agreement AS
SELECT * FROM agreement WHERE disclosure = '';

CREATE VIEW public_contact AS
SELECT key, party, institution, unit, '' AS person, '' AS position, types, frameworks, channel, '' AS phone, '' AS email,
    languages, valid_from, valid_to, verified, source, notes
FROM contact;

CREATE VIEW public_signatory AS
SELECT agreement_id, position, party_code, institution, '' AS person, '' AS person_position FROM signatory;

CREATE TABLE reference (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	text VARCHAR NOT NULL,
	PRIMARY KEY (agreement_id, position),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
);

CREATE TABLE relation (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	verb VARCHAR NOT NULL,
	target_key VARCHAR NOT NULL,
	PRIMARY KEY (agreement_id, position),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
);

CREATE TABLE saved_question (
	"key" VARCHAR NOT NULL,
	question VARCHAR NOT NULL,
	saved VARCHAR NOT NULL,
	PRIMARY KEY ("key")
);

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

CREATE TABLE signatory (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	party_code VARCHAR NOT NULL,
	institution VARCHAR NOT NULL,
	person VARCHAR NOT NULL,
	person_position VARCHAR NOT NULL,
	PRIMARY KEY (agreement_id, position),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
	FOREIGN KEY(party_code) REFERENCES party (code)
);

CREATE VIEW signed_view AS
SELECT x.agreement_id, x.party_code AS a, y.party_code AS b, 0 AS inherited, '' AS inherited_from, '' AS since
FROM participation AS x
CROSS JOIN participation AS y ON y.agreement_id = x.agreement_id AND y.party_code <> x.party_code;

CREATE TABLE source (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	citation VARCHAR NOT NULL,
	url VARCHAR NOT NULL,
	PRIMARY KEY (agreement_id, position),
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
);

CREATE VIEW sources AS
SELECT a.key, x.position, x.citation, nullif(x.url, '') AS url
FROM public_agreement AS a
JOIN source AS x ON x.agreement_id = a.id;

-- index of a key of accepted_finding;

-- index of a key of act;

-- index of a key of act_kind;

-- index of a key of agreement;

-- index of a key of agreement_type;

-- index of a key of alembic_version;

-- index of a key of alias;

-- index of a key of assessment;

-- index of a key of bundled;

-- index of a key of change;

-- index of a key of contact;

-- index of a key of distinct_pair;

-- index of a key of framework;

-- index of a key of framework_act;

-- index of a key of framework_member;

-- index of a key of framework_type;

-- index of a key of identity;

-- index of a key of identity;

-- index of a key of issued_key;

-- index of a key of origin;

-- index of a key of participation;

-- index of a key of party;

-- index of a key of party_group;

-- index of a key of party_group_member;

-- index of a key of party_life;

-- index of a key of party_name;

-- index of a key of reference;

-- index of a key of relation;

-- index of a key of saved_question;

-- index of a key of signatory;

-- index of a key of source;

-- index of a key of succession;

-- index of a key of tally;

-- index of a key of type;

-- index of a key of type_alias;

-- index of a key of type_group;

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
    AND v.verdict <> 'not-yet-signed';

CREATE TABLE succession (
	predecessor VARCHAR NOT NULL,
	successor VARCHAR NOT NULL,
	since VARCHAR NOT NULL,
	since_latest VARCHAR NOT NULL,
	note VARCHAR NOT NULL, nature VARCHAR DEFAULT '' NOT NULL, territory VARCHAR DEFAULT '' NOT NULL,
	PRIMARY KEY (predecessor, successor),
	FOREIGN KEY(predecessor) REFERENCES party (code) ON DELETE CASCADE,
	FOREIGN KEY(successor) REFERENCES party (code) ON DELETE CASCADE
);

CREATE TABLE tally (
	"key" VARCHAR NOT NULL,
	about VARCHAR NOT NULL,
	parties VARCHAR NOT NULL,
	total VARCHAR NOT NULL,
	"full" VARCHAR NOT NULL,
	partial VARCHAR NOT NULL,
	none VARCHAR NOT NULL,
	unknown VARCHAR NOT NULL,
	"by" VARCHAR NOT NULL,
	"on" VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	notes VARCHAR NOT NULL,
	PRIMARY KEY ("key")
);

CREATE TABLE type (
	code VARCHAR NOT NULL,
	group_code VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (code),
	FOREIGN KEY(group_code) REFERENCES type_group (code)
);

CREATE TABLE type_alias (
	type_code VARCHAR NOT NULL,
	alias VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (type_code, alias),
	FOREIGN KEY(type_code) REFERENCES type (code) ON DELETE CASCADE
);

CREATE TABLE type_group (
	code VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (code)
);

CREATE VIRTUAL TABLE type_text USING fts5(
    code UNINDEXED, names,
    tokenize = "unicode61 remove_diacritics 0"
);

CREATE VIEW types AS
SELECT a.key, x.position, t.code AS type, t.label, t.group_code AS type_group
FROM public_agreement AS a
JOIN agreement_type AS x ON x.agreement_id = a.id
JOIN type AS t ON t.code = x.type_code;
