PRAGMA application_id = 2002936167;
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
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
CREATE TABLE party_name (
	party_code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	PRIMARY KEY (party_code, name), 
	FOREIGN KEY(party_code) REFERENCES party (code) ON DELETE CASCADE
);
CREATE TABLE succession (
	predecessor VARCHAR NOT NULL, 
	successor VARCHAR NOT NULL, 
	since VARCHAR NOT NULL, 
	since_latest VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	PRIMARY KEY (predecessor, successor), 
	FOREIGN KEY(predecessor) REFERENCES party (code) ON DELETE CASCADE, 
	FOREIGN KEY(successor) REFERENCES party (code) ON DELETE CASCADE
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
CREATE TABLE type_group (
	code VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (code)
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
CREATE TABLE issued_key (
	"key" VARCHAR NOT NULL, 
	deleted_on VARCHAR, 
	PRIMARY KEY ("key")
);
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
	seed_digest VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE ("key"), 
	FOREIGN KEY("key") REFERENCES issued_key ("key")
);
CREATE INDEX ix_agreement_form ON agreement (form);
CREATE INDEX ix_agreement_signed_earliest ON agreement (signed_earliest);
CREATE INDEX ix_agreement_signed_latest ON agreement (signed_latest);
CREATE TABLE participation (
	agreement_id INTEGER NOT NULL, 
	party_code VARCHAR NOT NULL, 
	ratified VARCHAR, 
	in_force VARCHAR, 
	PRIMARY KEY (agreement_id, party_code), 
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE, 
	FOREIGN KEY(party_code) REFERENCES party (code)
);
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
CREATE TABLE agreement_type (
	agreement_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	type_code VARCHAR NOT NULL, 
	PRIMARY KEY (agreement_id, position), 
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE, 
	FOREIGN KEY(type_code) REFERENCES type (code)
);
CREATE TABLE reference (
	agreement_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (agreement_id, position), 
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
);
CREATE TABLE source (
	agreement_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	citation VARCHAR NOT NULL, 
	url VARCHAR NOT NULL, 
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
CREATE TABLE assessment (
	agreement_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	on_date VARCHAR NOT NULL, 
	on_latest VARCHAR NOT NULL, 
	score VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	PRIMARY KEY (agreement_id, position), 
	FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
);
CREATE INDEX ix_participation_party_code ON participation (party_code);
CREATE INDEX ix_agreement_type_type_code ON agreement_type (type_code);
CREATE INDEX ix_reference_text ON reference (text);
CREATE INDEX ix_relation_target_key ON relation (target_key);
CREATE VIRTUAL TABLE agreement_text USING fts5(
    title, title_original, people, places, refs, sources, notes,
    tokenize = "unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE type_text USING fts5(
    code UNINDEXED, names,
    tokenize = "unicode61 remove_diacritics 0"
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
CREATE TABLE change (
	change_set_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	fields VARCHAR NOT NULL, 
	PRIMARY KEY (change_set_id, position), 
	FOREIGN KEY(change_set_id) REFERENCES change_set (id) ON DELETE CASCADE, 
	FOREIGN KEY("key") REFERENCES issued_key ("key")
);
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
CREATE TABLE origin (
	change_set_id INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	PRIMARY KEY (change_set_id, line), 
	FOREIGN KEY(change_set_id) REFERENCES change_set (id) ON DELETE CASCADE, 
	FOREIGN KEY("key") REFERENCES issued_key ("key")
);
CREATE TABLE distinct_pair (
	one VARCHAR NOT NULL, 
	other VARCHAR NOT NULL, 
	PRIMARY KEY (one, other), 
	FOREIGN KEY(one) REFERENCES issued_key ("key"), 
	FOREIGN KEY(other) REFERENCES issued_key ("key")
);
CREATE INDEX ix_change_key ON change ("key");
CREATE INDEX ix_origin_key ON origin ("key");
CREATE INDEX ix_origin_digest ON origin (digest);
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
FROM agreement AS a, json_each AS d;
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
FROM agreement AS a JOIN agreement_verdict AS v ON v.agreement_id = a.id;
CREATE VIEW lineage AS
WITH RECURSIVE heir (signer, party, since, until) AS (
    SELECT code, code, '', '9999-12-31' FROM party
    UNION
    SELECT heir.signer, succession.successor, max(heir.since, succession.since_latest),
        min(heir.until, succession.since_latest)
    FROM heir JOIN succession ON succession.predecessor = heir.party
)
SELECT signer, party, since, until FROM heir;
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
WHERE la.party < lb.party AND (g.signed_earliest IS NULL OR g.signed_earliest <= min(la.until, lb.until));
INSERT INTO "alembic_version" ("version_num") VALUES ('0003');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AD', 'AND', 'Andorra', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AE', 'ARE', 'United Arab Emirates', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AF', 'AFG', 'Afghanistan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AG', 'ATG', 'Antigua and Barbuda', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AI', 'AIA', 'Anguilla', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AL', 'ALB', 'Albania', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AM', 'ARM', 'Armenia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AO', 'AGO', 'Angola', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AR', 'ARG', 'Argentina', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AT', 'AUT', 'Austria', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AU', 'AUS', 'Australia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AW', 'ABW', 'Aruba', 'state', '', '', 'Country of the Kingdom of the Netherlands.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('AZ', 'AZE', 'Azerbaijan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BA', 'BIH', 'Bosnia and Herzegovina', 'state', '1992-03', '', 'Independence proclaimed in March 1992; entity ministries sign some instruments for it.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BB', 'BRB', 'Barbados', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BD', 'BGD', 'Bangladesh', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BE', 'BEL', 'Belgium', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BENELUX', '', 'Benelux', 'organisation', '', '', 'Belgium, Luxembourg and the Netherlands acting as one side; a record naming them one by one has BE, LU and NL as parties.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BF', 'BFA', 'Burkina Faso', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BG', 'BGR', 'Bulgaria', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BH', 'BHR', 'Bahrain', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BI', 'BDI', 'Burundi', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BJ', 'BEN', 'Benin', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BM', 'BMU', 'Bermuda', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BN', 'BRN', 'Brunei', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BO', 'BOL', 'Bolivia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BR', 'BRA', 'Brazil', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BS', 'BHS', 'Bahamas', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BT', 'BTN', 'Bhutan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BW', 'BWA', 'Botswana', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BY', 'BLR', 'Belarus', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('BZ', 'BLZ', 'Belize', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CA', 'CAN', 'Canada', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CD', 'COD', 'Democratic Republic of the Congo', 'state', '', '', 'Congo-Kinshasa; see CG for Congo-Brazzaville.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CF', 'CAF', 'Central African Republic', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CG', 'COG', 'Congo', 'state', '', '', 'Congo-Brazzaville; see CD for Congo-Kinshasa.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CH', 'CHE', 'Switzerland', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CI', 'CIV', 'Côte d''Ivoire', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CK', 'COK', 'Cook Islands', 'state', '', '', 'Self-governing, in free association with New Zealand.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CL', 'CHL', 'Chile', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CM', 'CMR', 'Cameroon', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CN', 'CHN', 'China', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CO', 'COL', 'Colombia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('COE', '', 'Council of Europe', 'organisation', '1949', '', 'Not to be confused with the institutions of the European Union.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CR', 'CRI', 'Costa Rica', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CS', 'SCG', 'Serbia and Montenegro', 'predecessor', '2003-02-04', '2006-06-05', 'State union, continued by Serbia (RS) when Montenegro (ME) separated; until 1993 CS was the ISO code of Czechoslovakia, which is not this party.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CU', 'CUB', 'Cuba', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CV', 'CPV', 'Cape Verde', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CW', 'CUW', 'Curaçao', 'state', '', '', 'Country of the Kingdom of the Netherlands.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CY', 'CYP', 'Cyprus', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('CZ', 'CZE', 'Czech Republic', 'state', '', '', 'Czechoslovakia (to the end of 1992) is not this party.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('DE', 'DEU', 'Germany', 'state', '', '', 'The German Democratic Republic (to 1990-10-03) is not this party.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('DJ', 'DJI', 'Djibouti', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('DK', 'DNK', 'Denmark', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('DM', 'DMA', 'Dominica', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('DO', 'DOM', 'Dominican Republic', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('DZ', 'DZA', 'Algeria', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('EC', 'ECU', 'Ecuador', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('EE', 'EST', 'Estonia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('EG', 'EGY', 'Egypt', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('EPPO', '', 'European Public Prosecutor''s Office', 'organisation', '2021-06-01', '', 'Date is the start of operations.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ER', 'ERI', 'Eritrea', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ES', 'ESP', 'Spain', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ET', 'ETH', 'Ethiopia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('EU', '', 'European Union', 'organisation', '1993-11-01', '', 'Until 2009-12-01 agreements of this kind were concluded by the European Community, which the Union replaced and succeeded.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('EULEX', '', 'EULEX Kosovo', 'administration', '2008-12-09', '', 'EU rule of law mission, established 2008-02-04, operational since 2008-12-09.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('EUROJUST', '', 'Eurojust', 'organisation', '2002', '', 'European Union Agency for Criminal Justice Cooperation since December 2019.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('EUROPOL', '', 'Europol', 'organisation', '1999-07-01', '', 'Took up its activities on 1999-07-01; until May 2017 named European Police Office.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('FI', 'FIN', 'Finland', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('FJ', 'FJI', 'Fiji', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('FK', 'FLK', 'Falkland Islands', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('FM', 'FSM', 'Micronesia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('FO', 'FRO', 'Faroe Islands', 'state', '', '', 'Self-governing part of the Kingdom of Denmark.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('FR', 'FRA', 'France', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('FRONTEX', '', 'Frontex', 'organisation', '2004', '', 'European Border and Coast Guard Agency since October 2016; its own texts are working arrangements, status agreements are concluded by the EU.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GA', 'GAB', 'Gabon', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GB', 'GBR', 'United Kingdom', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GD', 'GRD', 'Grenada', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GE', 'GEO', 'Georgia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GG', 'GGY', 'Guernsey', 'state', '', '', 'British Crown Dependency, not part of the United Kingdom.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GH', 'GHA', 'Ghana', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GI', 'GIB', 'Gibraltar', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GL', 'GRL', 'Greenland', 'state', '', '', 'Self-governing part of the Kingdom of Denmark.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GM', 'GMB', 'Gambia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GN', 'GIN', 'Guinea', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GQ', 'GNQ', 'Equatorial Guinea', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GR', 'GRC', 'Greece', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GT', 'GTM', 'Guatemala', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GW', 'GNB', 'Guinea-Bissau', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('GY', 'GUY', 'Guyana', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('HK', 'HKG', 'Hong Kong', 'state', '', '', 'Special administrative region of China since 1997-07-01; concludes its own legal-assistance agreements.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('HN', 'HND', 'Honduras', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('HR', 'HRV', 'Croatia', 'state', '1991-06-25', '', 'Independence declared 1991-06-25, effective 1991-10-08.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('HT', 'HTI', 'Haiti', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('HU', 'HUN', 'Hungary', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ICTY', '', 'ICTY', 'organisation', '1993-05-25', '2017-12-31', 'International Criminal Tribunal for the former Yugoslavia; its remaining functions passed to the IRMCT.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ID', 'IDN', 'Indonesia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IE', 'IRL', 'Ireland', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IL', 'ISR', 'Israel', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IM', 'IMN', 'Isle of Man', 'state', '', '', 'British Crown Dependency, not part of the United Kingdom.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IN', 'IND', 'India', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('INTERPOL', '', 'Interpol', 'organisation', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IOM', '', 'International Organization for Migration', 'organisation', '1951', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IQ', 'IRQ', 'Iraq', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IR', 'IRN', 'Iran', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IRMCT', '', 'International Residual Mechanism for Criminal Tribunals', 'organisation', '2012-07-01', '', 'Took over the functions of the ICTY, its Hague branch from 2013-07-01.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IS', 'ISL', 'Iceland', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('IT', 'ITA', 'Italy', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('JE', 'JEY', 'Jersey', 'state', '', '', 'British Crown Dependency, not part of the United Kingdom.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('JM', 'JAM', 'Jamaica', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('JO', 'JOR', 'Jordan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('JP', 'JPN', 'Japan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KE', 'KEN', 'Kenya', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KG', 'KGZ', 'Kyrgyzstan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KH', 'KHM', 'Cambodia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KI', 'KIR', 'Kiribati', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KM', 'COM', 'Comoros', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KN', 'KNA', 'Saint Kitts and Nevis', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KP', 'PRK', 'North Korea', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KR', 'KOR', 'South Korea', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KW', 'KWT', 'Kuwait', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KY', 'CYM', 'Cayman Islands', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('KZ', 'KAZ', 'Kazakhstan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LA', 'LAO', 'Laos', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LB', 'LBN', 'Lebanon', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LC', 'LCA', 'Saint Lucia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LI', 'LIE', 'Liechtenstein', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LK', 'LKA', 'Sri Lanka', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LR', 'LBR', 'Liberia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LS', 'LSO', 'Lesotho', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LT', 'LTU', 'Lithuania', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LU', 'LUX', 'Luxembourg', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LV', 'LVA', 'Latvia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('LY', 'LBY', 'Libya', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MA', 'MAR', 'Morocco', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MC', 'MCO', 'Monaco', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MD', 'MDA', 'Moldova', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ME', 'MNE', 'Montenegro', 'state', '2006-06-03', '', 'Declared independence from the state union of Serbia and Montenegro (CS) on 2006-06-03.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MG', 'MDG', 'Madagascar', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MH', 'MHL', 'Marshall Islands', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MK', 'MKD', 'North Macedonia', 'state', '1991-09-08', '', 'Before February 2019 the Republic of Macedonia, in the United Nations "the former Yugoslav Republic of Macedonia".');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ML', 'MLI', 'Mali', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MM', 'MMR', 'Myanmar', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MN', 'MNG', 'Mongolia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MO', 'MAC', 'Macao', 'state', '', '', 'Special administrative region of China since 1999-12-20; concludes its own legal-assistance agreements.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MR', 'MRT', 'Mauritania', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MS', 'MSR', 'Montserrat', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MT', 'MLT', 'Malta', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MU', 'MUS', 'Mauritius', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MV', 'MDV', 'Maldives', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MW', 'MWI', 'Malawi', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MX', 'MEX', 'Mexico', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MY', 'MYS', 'Malaysia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('MZ', 'MOZ', 'Mozambique', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NA', 'NAM', 'Namibia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NATO', '', 'NATO', 'organisation', '1949', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NE', 'NER', 'Niger', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NG', 'NGA', 'Nigeria', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NI', 'NIC', 'Nicaragua', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NL', 'NLD', 'Netherlands', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NO', 'NOR', 'Norway', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NP', 'NPL', 'Nepal', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NR', 'NRU', 'Nauru', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NU', 'NIU', 'Niue', 'state', '', '', 'Self-governing, in free association with New Zealand.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('NZ', 'NZL', 'New Zealand', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('OM', 'OMN', 'Oman', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('OSCE', '', 'OSCE', 'organisation', '1995-01-01', '', 'Before 1995 the Conference on Security and Co-operation in Europe (CSCE).');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PA', 'PAN', 'Panama', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PE', 'PER', 'Peru', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PG', 'PNG', 'Papua New Guinea', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PH', 'PHL', 'Philippines', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PK', 'PAK', 'Pakistan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PL', 'POL', 'Poland', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PS', 'PSE', 'Palestine', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PT', 'PRT', 'Portugal', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PW', 'PLW', 'Palau', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('PY', 'PRY', 'Paraguay', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('QA', 'QAT', 'Qatar', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('RO', 'ROU', 'Romania', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('RS', 'SRB', 'Serbia', 'state', '2006-06-05', '', 'Continues the state union of Serbia and Montenegro (CS); until 2006-06-05 a member republic of it.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('RU', 'RUS', 'Russia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('RW', 'RWA', 'Rwanda', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SA', 'SAU', 'Saudi Arabia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SB', 'SLB', 'Solomon Islands', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SC', 'SYC', 'Seychelles', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SD', 'SDN', 'Sudan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SE', 'SWE', 'Sweden', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SELEC', '', 'SELEC', 'organisation', '2011-10-07', '', 'Successor of the SECI Regional Center in Bucharest.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SG', 'SGP', 'Singapore', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SH', 'SHN', 'Saint Helena', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SI', 'SVN', 'Slovenia', 'state', '1991-06-25', '', 'Independence declared 1991-06-25, effective 1991-10-08.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SK', 'SVK', 'Slovakia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SL', 'SLE', 'Sierra Leone', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SM', 'SMR', 'San Marino', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SN', 'SEN', 'Senegal', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SO', 'SOM', 'Somalia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SR', 'SUR', 'Suriname', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SS', 'SSD', 'South Sudan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ST', 'STP', 'Sao Tome and Principe', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SV', 'SLV', 'El Salvador', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SX', 'SXM', 'Sint Maarten', 'state', '', '', 'Country of the Kingdom of the Netherlands.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SY', 'SYR', 'Syria', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SZ', 'SWZ', 'Eswatini', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TC', 'TCA', 'Turks and Caicos Islands', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TD', 'TCD', 'Chad', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TG', 'TGO', 'Togo', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TH', 'THA', 'Thailand', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TJ', 'TJK', 'Tajikistan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TL', 'TLS', 'Timor-Leste', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TM', 'TKM', 'Turkmenistan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TN', 'TUN', 'Tunisia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TO', 'TON', 'Tonga', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TR', 'TUR', 'Turkey', 'state', '', '', 'Known as Türkiye in the United Nations since June 2022.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TT', 'TTO', 'Trinidad and Tobago', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TV', 'TUV', 'Tuvalu', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TW', 'TWN', 'Taiwan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('TZ', 'TZA', 'Tanzania', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('UA', 'UKR', 'Ukraine', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('UG', 'UGA', 'Uganda', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('UN', '', 'United Nations', 'organisation', '1945-10-24', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('UNMIK', '', 'UNMIK', 'administration', '1999-06-10', '', 'United Nations administration under UNSCR 1244 (1999); signed for the territory of Kosovo before 2008, in some forums also later.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('UNODC', '', 'UNODC', 'organisation', '1997', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('US', 'USA', 'United States', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('UY', 'URY', 'Uruguay', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('UZ', 'UZB', 'Uzbekistan', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('VA', 'VAT', 'Holy See', 'state', '', '', 'Treaties are concluded by the Holy See, seldom by Vatican City State.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('VC', 'VCT', 'Saint Vincent and the Grenadines', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('VE', 'VEN', 'Venezuela', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('VG', 'VGB', 'British Virgin Islands', 'state', '', '', 'British overseas territory.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('VN', 'VNM', 'Vietnam', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('VU', 'VUT', 'Vanuatu', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('WS', 'WSM', 'Samoa', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('XK', 'XKX', 'Kosovo', 'state', '2008-02-17', '', 'XK and XKX are user-assigned codes in ISO 3166; the designation is without prejudice to positions on status.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('YE', 'YEM', 'Yemen', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('YU-FRY', '', 'FR Yugoslavia', 'predecessor', '1992-04-27', '2003-02-04', 'Serbia with Montenegro; became the state union of Serbia and Montenegro (CS).');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('YU-SFRY', '', 'SFR Yugoslavia', 'predecessor', '1945-11-29', '1992-04-27', 'Dissolved 1991-1992 into SI, HR, MK, BA and YU-FRY; until 1963-04-07 the Federal People''s Republic of Yugoslavia.');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ZA', 'ZAF', 'South Africa', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ZM', 'ZMB', 'Zambia', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('ZW', 'ZWE', 'Zimbabwe', 'state', '', '', '');
INSERT INTO "party" ("code", "alpha3", "name", "kind", "since", "until", "note") VALUES ('SU', '', 'Soviet Union', 'predecessor', '', '1991-12-26', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AE', 'UAE', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Albanie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Albanien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Albanija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Narodna Republika Albanija', '', '1946-01', '1976-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'People''s Republic of Albania', 'en', '1946-01', '1976-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'People''s Socialist Republic of Albania', 'en', '1976-12', '1991-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'RSH', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Repubblica Popolare Socialista d''Albania', 'it', '1976-12', '1991-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Repubblica Popolare d''Albania', 'it', '1946-01', '1976-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Repubblica d''Albania', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Repubblica di Albania', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Republic of Albania', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Republik Albanien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Republika Albanija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Republika Popullore Socialiste e Shqipërisë', 'sq', '1976-12', '1991-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Republika Popullore e Shqipërisë', 'sq', '1946-01', '1976-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Republika e Shqipërisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'République d''Albanie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'République populaire d''Albanie', 'fr', '1946-01', '1976-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'République populaire socialiste d''Albanie', 'fr', '1976-12', '1991-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Shqipëri', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Shqipëria', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Sozialistische Volksrepublik Albanien', 'de', '1976-12', '1991-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Volksrepublik Albanien', 'de', '1946-01', '1976-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Албанија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AL', 'Република Албанија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Austri', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Austria', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Repubblica d''Austria', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Republic of Austria', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Republik Österreich', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Republika Austrija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Republika e Austrisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'République d''Autriche', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Република Австрија', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('AT', 'Република Аустрија', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'B&H', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'BiH', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosna', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosna i Hercegovina', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosna in Hercegovina', 'sl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnia & Herzegovina', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnia Erzegovina', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnia Herzegovina', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnia e Erzegovina', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnia ed Erzegovina', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnia-Erzegovina', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnia-Herzegovina', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnie et Herzégovine', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnie-Herzégovine', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnien und Herzegowina', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnien-Herzegowina', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnja', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnja dhe Hercegovina', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnja e Hercegovina', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnja-Hercegovina', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnjë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnjë dhe Hercegovinë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnjë e Hercegovinë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Bosnjë-Hercegovinë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Repubblica di Bosnia ed Erzegovina', 'it', '1992-03', '1995-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Republic of Bosnia and Herzegovina', 'en', '1992-03', '1995-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Republik Bosnien und Herzegowina', 'de', '1992-03', '1995-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Republika Bosna i Hercegovina', '', '1992-03', '1995-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'République de Bosnie-Herzégovine', 'fr', '1992-03', '1995-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'БиХ', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Босна', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Босна и Херцеговина', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BA', 'Република Босна и Херцеговина', '', '1992-03', '1995-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BE', 'Belgjika', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BE', 'Belgjikë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BE', 'Kingdom of Belgium', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BE', 'Kraljevina Belgija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BE', 'Königreich Belgien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BE', 'Mbretëria e Belgjikës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BE', 'Regno del Belgio', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BE', 'Royaume de Belgique', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Beneluks', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Benelux Economic Union', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Benelux Union', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Benelux countries', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Benelux states', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Benelux-Staaten', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Benelux-Union', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Paesi del Benelux', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Union Benelux', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Unione Benelux', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'pays du Benelux', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'États du Benelux', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BENELUX', 'Бенелукс', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Bullgari', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Bullgaria', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Narodna Republika Bugarska', '', '1946-09', '1990-11');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'People''s Republic of Bulgaria', 'en', '1946-09', '1990-11');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Repubblica di Bulgaria', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Republic of Bulgaria', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Republik Bulgarien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Republika Bugarska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Republika e Bullgarisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'République de Bulgarie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Република Бугарија', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Република Бугарска', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BG', 'Република България', 'bg', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BN', 'Brunei Darussalam', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BO', 'Bolivia (Plurinational State of)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BO', 'Plurinational State of Bolivia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BS', 'The Bahamas', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BY', 'Belarus (Republic of)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('BY', 'Republic of Belarus', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CD', 'Congo, Democratic Republic of the', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CD', 'Congo-Kinshasa', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CD', 'DR Congo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CD', 'DRC', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CD', 'Zaire', 'en', '1971-10', '1997-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CG', 'Congo-Brazzaville', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CG', 'Republic of the Congo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Confederazione Svizzera', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Confédération suisse', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Konfederata Zvicerane', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Konfederata e Zvicrës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Schweizerische Eidgenossenschaft', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Swiss Confederation', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Zvicra', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Zvicër', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Švajcarska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Švajcarska Konfederacija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Švicarska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Švicarska Konfederacija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CH', 'Швајцарска Конфедерација', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CI', 'Cote d''Ivoire', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CI', 'Ivory Coast', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'Kina', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'Kinë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'NR Kina', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'Narodna Republika Kina', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'PRC', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'People''s Republic of China', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'Repubblica popolare cinese', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'Republika Popullore e Kinës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'République populaire de Chine', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CN', 'Volksrepublik China', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Conseil de l''Europe', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Consiglio d''Europa', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Europarat', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Këshilli i Europës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Këshilli i Evropës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Savet Evrope', 'sr-Latn', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Savjet Evrope', 'cnr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Svet Evrope', 'sl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Vijeće Europe', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Vijeće Evrope', 'bs', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Савет Европе', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Совет на Европа', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('COE', 'Советот на Европа', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Bashkësia Shtetërore e Serbisë dhe Malit të Zi', 'sq', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Communauté étatique de Serbie-et-Monténégro', 'fr', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Državna skupnost Srbija in Črna gora', 'sl', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Državna zajednica Srbija i Crna Gora', '', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'SCG', '', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbi dhe Mal i Zi', 'sq', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbi dhe Mali i Zi', 'sq', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbia & Montenegro', 'en', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbia dhe Mali i Zi', 'sq', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbia e Mali i Zi', 'sq', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbia e Montenegro', 'it', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbia-Montenegro', '', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbie et Monténégro', 'fr', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbie-Monténégro', 'fr', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbie-et-Monténégro', 'fr', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbien und Montenegro', 'de', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Serbien-Montenegro', 'de', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'SiCG', '', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Srbija i Crna Gora', '', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Srbija in Črna gora', 'sl', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Staatenunion Serbien und Montenegro', 'de', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'State Union of Serbia and Montenegro', 'en', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Unione statale di Serbia e Montenegro', 'it', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Unioni Shtetëror i Serbisë dhe Malit të Zi', 'sq', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Државна заедница Србија и Црна Гора', 'mk', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Државна заједница Србија и Црна Гора', 'sr-Cyrl', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'СЦГ', '', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'СиЦГ', '', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CS', 'Србија и Црна Гора', '', '2003-02-04', '2006-06-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CV', 'Cabo Verde', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CW', 'Curacao', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CY', 'Qipro', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CY', 'Qiproja', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CY', 'Repubblica di Cipro', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CY', 'Republic of Cyprus', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CY', 'Republik Zypern', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CY', 'Republika Cipar', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CY', 'Republika Kipar', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CY', 'République de Chypre', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Cechia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Czechia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Repubblica ceca', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Republika Çeke', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'République tchèque', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Tchéquie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Tschechien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Tschechische Republik', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Çeki', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Çekia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Česko', 'cs', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Česká republika', 'cs', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Češka', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Češka Republika', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Република Чешка', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('CZ', 'Чешка Република', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'BRD', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Bundesrepublik Deutschland', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'FRG', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Federal Republic of Germany', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Gjermani', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Gjermania', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Repubblica federale di Germania', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Republika Federale e Gjermanisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'République fédérale d''Allemagne', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'SR Nemačka', 'sr-Latn', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'SR Njemačka', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Savezna Republika Nemačka', 'sr-Latn', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Savezna Republika Njemačka', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'СР Германија', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'СР Немачка', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Савезна Република Немачка', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DE', 'Сојузна Република Германија', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DK', 'Danimarka', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DK', 'Danimarkë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DK', 'Kingdom of Denmark', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DK', 'Kraljevina Danska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DK', 'Königreich Dänemark', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DK', 'Mbretëria e Danimarkës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DK', 'Regno di Danimarca', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('DK', 'Royaume de Danemark', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EE', 'Estoni', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EE', 'Estonia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EE', 'Republic of Estonia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'EUStA', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'European Public Prosecutor Office', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Europäische Staatsanwaltschaft', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Kancelarija evropskog javnog tužioca', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Parquet européen', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Procura europea', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Prokuroria Publike Evropiane', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Ured europskog javnog tužitelja', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Ured evropskog javnog tužioca', 'bs', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Ured evropskog javnog tužitelja', 'bs', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Zyra e Prokurorit Publik Evropian', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Европско јавно обвинителство', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EPPO', 'Канцеларија на Европскиот јавен обвинител', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Kingdom of Spain', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Kraljevina Španija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Kraljevina Španjolska', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Königreich Spanien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Mbretëria e Spanjës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Regno di Spagna', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Royaume d''Espagne', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Spanja', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ES', 'Spanjë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Bashkim Evropian', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Bashkimi Europian', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Bashkimi Evropian', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Communauté européenne', 'fr', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Communauté économique européenne', 'fr', '', '1993-11-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Communautés européennes', 'fr', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Comunità economica europea', 'it', '', '1993-11-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Comunità europea', 'it', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Comunità europee', 'it', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'EC', 'en', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'EEC', 'en', '', '1993-11-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'European Communities', 'en', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'European Community', 'en', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'European Economic Community', 'en', '', '1993-11-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'European Union (EU)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Europska unija', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Europska zajednica', 'hr', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Europäische Gemeinschaft', 'de', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Europäische Gemeinschaften', 'de', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Europäische Union', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Europäische Wirtschaftsgemeinschaft', 'de', '', '1993-11-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Evropska ekonomska zajednica', '', '', '1993-11-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Evropska skupnost', 'sl', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Evropska unija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Evropska zajednica', '', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Evropske zajednice', '', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Komunitetet Evropiane', 'sq', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Komuniteti Europian', 'sq', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Komuniteti Evropian', 'sq', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'The European Union', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'UE', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Union européenne', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Unione europea', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Unioni Evropian', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'ЕУ', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Европска заедница', 'mk', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Европска заједница', 'sr-Cyrl', '', '2009-12-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EU', 'Европска унија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'EU Rule of Law Mission', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'EU Rule of Law Mission in Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'European Union Rule of Law Mission', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'European Union Rule of Law Mission in Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Misija Europske unije za uspostavu vladavine prava na Kosovu', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Misija Evropske unije za vladavinu prava na Kosovu', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Misija vladavine prava Evropske unije na Kosovu', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Misioni i BE-së për Sundimin e Ligjit në Kosovë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Misioni i Bashkimit Evropian për Sundimin e Ligjit në Kosovë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Mission « État de droit » de l''Union européenne au Kosovo', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Mission État de droit de l''Union européenne au Kosovo', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Missione dell''Unione europea sullo Stato di diritto in Kosovo', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Rechtsstaatlichkeitsmission der Europäischen Union im Kosovo', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'ЕУЛЕКС', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EULEX', 'Мисија владавине права Европске уније на Косову', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROJUST', 'European Judicial Cooperation Unit', 'en', '', '2019-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROJUST', 'European Union Agency for Criminal Justice Cooperation', 'en', '2019-12', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROJUST', 'European Union''s Judicial Cooperation Unit', 'en', '', '2019-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROJUST', 'Evrodžast', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROJUST', 'Евроџаст', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROJUST', 'Еуроџаст', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'Agence de l''Union européenne pour la coopération des services répressifs', 'fr', '2017-05', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'Agentur der Europäischen Union für die Zusammenarbeit auf dem Gebiet der Strafverfolgung', 'de', '2017-05', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'European Police Office', 'en', '', '2017-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'European Union Agency for Law Enforcement Cooperation', 'en', '2017-05', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'Europski policijski ured', 'hr', '', '2017-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'Europäisches Polizeiamt', 'de', '', '2017-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'Evropski policijski ured', '', '', '2017-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'Office européen de police', 'fr', '', '2017-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'Ufficio europeo di polizia', 'it', '', '2017-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('EUROPOL', 'Европол', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FI', 'Finlanda', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FI', 'Finlandë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FI', 'Repubblica di Finlandia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FI', 'Republic of Finland', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FI', 'Republik Finnland', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FI', 'Republika Finska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FI', 'République de Finlande', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FM', 'Federated States of Micronesia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FM', 'Micronesia (Federated States of)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Franca', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Francuska Republika', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Francë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Französische Republik', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'French Republic', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Repubblica francese', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Republic of France', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Republika Franceze', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Republika Francuska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Republika e Francës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'République française', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Република Франција', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Република Француска', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FR', 'Француска Република', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'Agence européenne de garde-frontières et de garde-côtes', 'fr', '2016-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'Agencija za europsku graničnu i obalnu stražu', 'hr', '2016-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'Agenzia europea della guardia di frontiera e costiera', 'it', '2016-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'Agjencia Evropiane e Rojës Kufitare dhe Bregdetare', 'sq', '2016-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'European Agency for the Management of Operational Cooperation at the External Borders', 'en', '', '2016-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'European Agency for the Management of Operational Cooperation at the External Borders of the Member States of the European Union', 'en', '', '2016-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'European Border and Coast Guard Agency', 'en', '2016-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'Europäische Agentur für die Grenz- und Küstenwache', 'de', '2016-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'Evropska agencija za graničnu i obalnu stražu', '', '2016-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('FRONTEX', 'Фронтекс', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Britain', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Britani e Madhe', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Britania e Madhe', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Gran Bretagna', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Grande-Bretagne', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Great Britain', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Großbritannien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Mbretëri e Bashkuar', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Mbretëria e Bashkuar', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Regno Unito', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Royaume-Uni', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'The United Kingdom', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'U.K.', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'UK', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Ujedinjeno Kraljevstvo', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Ujedinjeno Kraljevstvo Velike Britanije i Sjeverne Irske', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'United Kingdom of Great Britain and Northern Ireland', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Velika Britanija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Vereinigtes Königreich', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Велика Британија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Обединето Кралство', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GB', 'Уједињено Краљевство', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GM', 'The Gambia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Greqi', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Greqia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Griechische Republik', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Helenska Republika', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Hellenic Republic', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Hellenische Republik', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Kingdom of Greece', 'en', '', '1973-06');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Kraljevina Grčka', '', '', '1973-06');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Mbretëria e Greqisë', 'sq', '', '1973-06');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Repubblica ellenica', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Republic of Greece', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Republika Greke', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Republika Grčka', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Republika Helene', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Republika e Greqisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Royaume de Grèce', 'fr', '', '1973-06');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'République hellénique', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Ελληνική Δημοκρατία', 'el', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Република Грција', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Република Грчка', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('GR', 'Хеленска Република', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HK', 'Hong Kong SAR', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HK', 'Hong Kong, China', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Croatie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Croazia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Hrvatska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Hrvaška', 'sl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Kroaci', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Kroacia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Kroatien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'RH', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Repubblica di Croazia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Republic of Croatia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Republik Kroatien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Republika Hrvatska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Republika Hrvaška', 'sl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Republika e Kroacisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'République de Croatie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Република Хрватска', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HR', 'Хрватска', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Hungari', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Hungaria', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Hungarian People''s Republic', 'en', '1949-08', '1989-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Hungarian Republic', 'en', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Magyar Köztársaság', 'hu', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Magyar Népköztársaság', 'hu', '1949-08', '1989-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Magyarország', 'hu', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Narodna Republika Mađarska', '', '1949-08', '1989-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'People''s Republic of Hungary', 'en', '1949-08', '1989-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Repubblica d''Ungheria', 'it', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Repubblica di Ungheria', 'it', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Republic of Hungary', 'en', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Republik Ungarn', 'de', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Republika Mađarska', '', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Republika e Hungarisë', 'sq', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'République de Hongrie', 'fr', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'République populaire de Hongrie', 'fr', '1949-08', '1989-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'République populaire hongroise', 'fr', '1949-08', '1989-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Ungarische Volksrepublik', 'de', '1949-08', '1989-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Република Мађарска', 'sr-Cyrl', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('HU', 'Република Унгарија', 'mk', '1989-10', '2012-01');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Hague Tribunal', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Haški tribunal', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'IStGHJ', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'International Criminal Tribunal for the Former Yugoslavia (ICTY)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'International Criminal Tribunal for the former Yugoslavia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'International Tribunal for the former Yugoslavia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Internationaler Strafgerichtshof für das ehemalige Jugoslawien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'MKSJ', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Međunarodni kazneni sud za bivšu Jugoslaviju', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Međunarodni krivični sud za bivšu Jugoslaviju', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Međunarodni krivični tribunal za bivšu Jugoslaviju', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'TPIY', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Tribunal pénal international pour l''ex-Yougoslavie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Tribunale penale internazionale per l''ex Jugoslavia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Tribunali Penal Ndërkombëtar për ish-Jugosllavinë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Tribunali i Hagës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'МКСЈ', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Међународни кривични суд за бившу Југославију', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Меѓународен кривичен трибунал за поранешна Југославија', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ICTY', 'Хашки трибунал', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IE', 'Irlanda', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IE', 'Irlandë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IE', 'Republic of Ireland', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IE', 'Éire', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IL', 'Država Izrael', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IL', 'Izrael', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IL', 'Izraeli', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IL', 'Staat Israel', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IL', 'State of Israel', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IL', 'Stato d''Israele', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IL', 'État d''Israël', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'ICPO', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'ICPO-INTERPOL', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'International Criminal Police Organisation', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'International Criminal Police Organization', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'Internationale Kriminalpolizeiliche Organisation', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'Međunarodna organizacija kriminalističke policije', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'OIPC', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'OIPC-INTERPOL', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'Organisation internationale de police criminelle', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'Organizzazione internazionale della polizia criminale', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('INTERPOL', 'Интерпол', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'International Organisation for Migration', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'Internationale Organisation für Migration', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'Međunarodna organizacija za migracije', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'OIM', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'ONM', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'Organisation internationale pour les migrations', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'Organizata Ndërkombëtare për Migracionin', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'Organizata Ndërkombëtare për Migrim', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'Organizzazione internazionale per le migrazioni', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'Међународна организација за миграције', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IOM', 'Меѓународна организација за миграција', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IR', 'Iran (Islamic Republic of)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IR', 'Islamic Republic of Iran', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Internationaler Residualmechanismus für die Ad-hoc-Strafgerichtshöfe', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'MICT', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Meccanismo residuale internazionale per i tribunali penali', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Mechanism for International Criminal Tribunals', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Mekanizmi Ndërkombëtar Rezidual për Tribunalet Penale', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Međunarodni rezidualni mehanizam za kaznene sudove', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Međunarodni rezidualni mehanizam za krivične sudove', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Mécanisme international appelé à exercer les fonctions résiduelles des Tribunaux pénaux', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Residual Mechanism', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'UNMICT', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'United Nations International Residual Mechanism for Criminal Tribunals', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IRMCT', 'Међународни резидуални механизам за кривичне судове', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Itali', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Italia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Italian Republic', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Italienische Republik', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Italijanska Republika', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Repubblica italiana', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Republic of Italy', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Republika Italiane', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Republika Italija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Republika e Italisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'République italienne', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Talijanska Republika', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Италијанска Република', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('IT', 'Република Италија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('KN', 'St Kitts and Nevis', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('KP', 'DPRK', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('KP', 'Democratic People''s Republic of Korea', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('KR', 'Republic of Korea', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LA', 'Lao PDR', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LA', 'Lao People''s Democratic Republic', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LC', 'St Lucia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LI', 'Fürstentum Liechtenstein', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LI', 'Kneževina Lihtenštajn', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LI', 'Lihtenshtajn', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LI', 'Lihtenshtajni', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LI', 'Principality of Liechtenstein', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LI', 'Principato del Liechtenstein', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LI', 'Principauté de Liechtenstein', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LK', 'Ceylon', 'en', '', '1972-05');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LT', 'Lituani', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LT', 'Lituania', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LT', 'Republic of Lithuania', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LU', 'Grand Duchy of Luxembourg', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LU', 'Grand-Duché de Luxembourg', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LU', 'Granducato di Lussemburgo', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LU', 'Großherzogtum Luxemburg', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LU', 'Luksemburg', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LU', 'Luksemburgu', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LU', 'Veliko Vojvodstvo Luksemburg', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LV', 'Letoni', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LV', 'Letonia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('LV', 'Republic of Latvia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Moldavi', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Moldavia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Moldavija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Repubblica di Moldova', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Republic of Moldova', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Republik Moldau', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Republika Moldavija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Republika Moldova', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'Republika e Moldavisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'République de Moldavie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MD', 'République de Moldova', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Crna Gora', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Mal i Zi', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Mali i Zi', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Monténégro', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Repubblica del Montenegro', 'it', '', '2007-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Repubblica di Montenegro', 'it', '', '2007-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Republic of Montenegro', 'en', '', '2007-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Republik Montenegro', 'de', '', '2007-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Republika Crna Gora', '', '', '2007-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Republika e Malit të Zi', 'sq', '', '2007-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'République du Monténégro', 'fr', '', '2007-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Črna gora', 'sl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Република Црна Гора', '', '', '2007-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('ME', 'Црна Гора', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'ARYM', 'fr', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'BJRM', '', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Bivša Jugoslavenska Republika Makedonija', 'hr', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Bivša Jugoslovenska Republika Makedonija', '', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'FYR Macedonia', 'en', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'FYR of Macedonia', 'en', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'FYROM', 'en', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'IRJM', 'sq', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Ish-Republika Jugosllave e Maqedonisë', 'sq', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Macedonia', '', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Macedonia (FYROM)', 'en', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Macedonia del Nord', 'it', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Macédoine', 'fr', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Macédoine du Nord', 'fr', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Makedonien', 'de', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Makedonija', '', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Maqedoni', 'sq', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Maqedoni e Veriut', 'sq', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Maqedonia', 'sq', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Maqedonia e Veriut', 'sq', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Mazedonien', 'de', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Nordmazedonien', 'de', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Repubblica della Macedonia del Nord', 'it', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Repubblica di Macedonia', 'it', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Repubblica di Macedonia del Nord', 'it', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republic of Macedonia', 'en', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republic of North Macedonia', 'en', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republik Mazedonien', 'de', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republik Nordmazedonien', 'de', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republika Makedonija', '', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republika Severna Makedonija', '', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republika Sjeverna Makedonija', '', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republika e Maqedonisë', 'sq', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Republika e Maqedonisë së Veriut', 'sq', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'République de Macédoine', 'fr', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'République de Macédoine du Nord', 'fr', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Severna Makedonija', '', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Sjeverna Makedonija', '', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'die ehemalige jugoslawische Republik Mazedonien', 'de', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'ehemalige jugoslawische Republik Mazedonien', 'de', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'ex Repubblica jugoslava di Macedonia', 'it', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'ex-République yougoslave de Macédoine', 'fr', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'former Yugoslav Republic of Macedonia', 'en', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'l''ex-République yougoslave de Macédoine', 'fr', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'the former Yugoslav Republic of Macedonia', 'en', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'БЈРМ', 'sr-Cyrl', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Бивша Југословенска Република Македонија', 'sr-Cyrl', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Македонија', '', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'ПЈРМ', 'mk', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Поранешна Југословенска Република Македонија', 'mk', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Република Македонија', '', '', '2019-02');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Република Северна Македонија', '', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MK', 'Северна Македонија', '', '2019-02', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MM', 'Burma', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MO', 'Macau', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MT', 'Maltë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('MT', 'Republic of Malta', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'Nordatlantikpakt-Organisation', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'North Atlantic Treaty Organisation', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'North Atlantic Treaty Organization', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'OTAN', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'Organisation du traité de l''Atlantique nord', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'Organizata e Traktatit të Atlantikut të Veriut', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'Organizzazione del Trattato dell''Atlantico del Nord', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'Severnoatlantski savez', 'sr-Latn', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'Sjevernoatlantski savez', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NATO', 'НАТО', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Holanda', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Holandija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Holandë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Holland', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Kingdom of the Netherlands', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Kraljevina Holandija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Kraljevina Nizozemska', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Königreich der Niederlande', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Mbretëria e Holandës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Nizozemska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Olanda', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Regno dei Paesi Bassi', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Royaume des Pays-Bas', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'The Netherlands', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NL', 'Холандија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NO', 'Kingdom of Norway', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NO', 'Kraljevina Norveška', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NO', 'Königreich Norwegen', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NO', 'Mbretëria e Norvegjisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NO', 'Norvegji', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NO', 'Norvegjia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NO', 'Regno di Norvegia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('NO', 'Royaume de Norvège', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'OEBS', '', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'OESS', 'hr', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'OSBE', 'sq', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'OSZE', 'de', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organisation for Security and Co-operation in Europe', 'en', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organisation for Security and Cooperation in Europe', 'en', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organisation für Sicherheit und Zusammenarbeit in Europa', 'de', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organisation pour la sécurité et la coopération en Europe', 'fr', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organizacija za europsku sigurnost i suradnju', 'hr', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organizacija za evropsku bezbednost i saradnju', 'sr-Latn', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organizacija za evropsku bezbjednost i saradnju', 'cnr', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organizacija za sigurnost i saradnju u Evropi', 'bs', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organizata për Siguri dhe Bashkëpunim në Evropë', 'sq', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organization for Security and Co-operation in Europe', 'en', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organization for Security and Cooperation in Europe', 'en', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Organizzazione per la sicurezza e la cooperazione in Europa', 'it', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'ОБСЕ', 'mk', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'ОЕБС', 'sr-Cyrl', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Организација за безбедност и соработка на Европа', 'mk', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('OSCE', 'Организација за европску безбедност и сарадњу', 'sr-Cyrl', '1995-01', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PL', 'Poloni', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PL', 'Polonia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PL', 'Repubblica di Polonia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PL', 'Republic of Poland', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PL', 'Republik Polen', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PL', 'Republika Poljska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PL', 'Republika e Polonisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PL', 'République de Pologne', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PS', 'Palestinian Authority', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PS', 'State of Palestine', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PT', 'Portugali', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PT', 'Portugalska Republika', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PT', 'Portugiesische Republik', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PT', 'Portuguese Republic', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PT', 'Repubblica portoghese', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PT', 'Republika Portugeze', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('PT', 'République portugaise', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RO', 'Narodna Republika Rumunija', '', '1947-12', '1965-08');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RO', 'Narodna Republika Rumunjska', 'hr', '1947-12', '1965-08');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RO', 'People''s Republic of Romania', 'en', '1947-12', '1965-08');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RO', 'Romanian People''s Republic', 'en', '1947-12', '1965-08');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RO', 'România', 'ro', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RO', 'Rumani', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RO', 'Rumania', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RO', 'Socialist Republic of Romania', 'en', '1965-08', '1989-12');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Repubblica di Serbia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Republic of Serbia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Republik Serbien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Republika Srbija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Republika e Serbisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'République de Serbie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Serbi', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Serbia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Serbie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Serbien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Srbija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Република Србија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RS', 'Србија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RU', 'Federata Ruse', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RU', 'Federazione russa', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RU', 'Fédération de Russie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RU', 'Rusi', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RU', 'Rusia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RU', 'Ruska Federacija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RU', 'Russian Federation', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('RU', 'Russische Föderation', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SE', 'Kingdom of Sweden', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SE', 'Kraljevina Švedska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SE', 'Königreich Schweden', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SE', 'Mbretëria e Suedisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SE', 'Regno di Svezia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SE', 'Royaume de Suède', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SE', 'Suedi', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SE', 'Suedia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'Centar za provedbu zakona u jugoistočnoj Europi', 'hr', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'Centar za provođenje zakona u jugoistočnoj Evropi', 'bs', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'Centar za sprovođenje zakona u jugoistočnoj Evropi', '', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'Qendra e Zbatimit të Ligjit në Evropën Juglindore', 'sq', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'SECI Center', 'en', '', '2011-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'SECI Centre', 'en', '', '2011-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'SECI Regional Center', 'en', '', '2011-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'SECI Regional Center for Combating Trans-border Crime', 'en', '', '2011-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'SECI centar', '', '', '2011-10');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'SELEC Center', 'en', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'South East European Law Enforcement Center', 'en', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'Southeast European Law Enforcement Center', 'en', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'Southeast European Law Enforcement Centre', 'en', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SELEC', 'Центар за спроведување на законот во Југоисточна Европа', 'mk', '2011-10', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SH', 'Saint Helena, Ascension and Tristan da Cunha', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SH', 'St Helena', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SH', 'St Helena and Ascension', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Repubblica di Slovenia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Republic of Slovenia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Republik Slowenien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Republika Slovenija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Republika e Sllovenisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'République de Slovénie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Slloveni', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Sllovenia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Slovenija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Slovénie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Slowenien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Република Словенија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SI', 'Словенија', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Repubblica slovacca', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Republika Sllovake', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Republika Slovačka', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'République slovaque', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Sllovaki', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Sllovakia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Slovak Republic', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Slovačka Republika', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Slowakische Republik', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Република Словачка', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SK', 'Словачка Република', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SY', 'Syrian Arab Republic', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('SZ', 'Swaziland', 'en', '', '2018-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TL', 'East Timor', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Repubblica di Turchia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Republic of Turkey', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Republic of Turkiye', 'en', '2022-06', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Republic of Türkiye', 'en', '2022-06', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Republik Türkei', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Republika Turska', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Republika e Turqisë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'République de Turquie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Turkiye', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Turqi', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Turqia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Türkiye', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Türkiye Cumhuriyeti', 'tr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Република Турска', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TR', 'Република Турција', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('TZ', 'United Republic of Tanzania', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UA', 'Ukraina', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UA', 'Ukrainë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Kombet e Bashkuara', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Nations unies', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Nazioni Unite', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'OKB', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'ONU', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Organisation des Nations unies', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Organizacija Ujedinjenih nacija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Organizata e Kombeve të Bashkuara', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Organizzazione delle Nazioni Unite', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'UNO', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Ujedinjene nacije', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Ujedinjeni narodi', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'United Nations Organisation', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'United Nations Organization', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Vereinte Nationen', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'ООН', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Обединети нации', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Обединетите нации', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UN', 'Уједињене нације', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'MINUK', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Misija Ujedinjenih nacija na Kosovu', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Misija privremene uprave Ujedinjenih nacija na Kosovu', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Misija privremene uprave Ujedinjenih naroda na Kosovu', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Misioni i Administratës së Përkohshme të Kombeve të Bashkuara në Kosovë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Misioni i Kombeve të Bashkuara në Kosovë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Mission d''administration intérimaire des Nations unies au Kosovo', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Missione di amministrazione ad interim delle Nazioni Unite in Kosovo', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'UN Interim Administration Mission in Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'UN Mission in Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'UNMIK Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'UNMIK on behalf of Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'UNMIK/Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'United Nations Interim Administration Mission in Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'United Nations Interim Administration Mission in Kosovo (UNMIK)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'United Nations Mission in Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Übergangsverwaltungsmission der Vereinten Nationen im Kosovo', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Мисија на Обединетите нации во Косово', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'Мисија привремене управе Уједињених нација на Косову', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNMIK', 'УНМИК', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'Büro der Vereinten Nationen für Drogen- und Verbrechensbekämpfung', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'Kancelarija Ujedinjenih nacija za drogu i kriminal', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'ONUDC', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'Office des Nations unies contre la drogue et le crime', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'UN Office on Drugs and Crime', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'Ufficio delle Nazioni Unite contro la droga e il crimine', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'United Nations Office on Drugs and Crime', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'Ured Ujedinjenih nacija za droge i kriminal', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'Ured Ujedinjenih naroda za droge i kriminal', 'hr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('UNODC', 'Zyra e Kombeve të Bashkuara për Drogën dhe Krimin', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'SAD', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'SHBA', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'SHBA-ja', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Shtetet e Bashkuara', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Shtetet e Bashkuara të Amerikës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Sjedinjene Američke Države', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Stati Uniti', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Stati Uniti d''America', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'The United States', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'U.S.', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'U.S.A.', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'USA', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'United States of America', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Vereinigte Staaten', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Vereinigte Staaten von Amerika', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'États-Unis', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'États-Unis d''Amérique', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'САД', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Соединети Американски Држави', 'mk', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('US', 'Сједињене Америчке Државе', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Heiliger Stuhl', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Saint-Siège', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Santa Sede', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Selia e Shenjtë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Sveta Stolica', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Vatican', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Vatican City', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Vatican City State', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Vatikan', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VA', 'Vatikani', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VC', 'St Vincent and the Grenadines', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VE', 'Bolivarian Republic of Venezuela', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VE', 'Venezuela (Bolivarian Republic of)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VG', 'Virgin Islands (British)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('VN', 'Viet Nam', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'KOS', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'KS', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'KV', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Kosova', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Kosovo (UNSCR 1244)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Kosovo (UNSCR 1244/1999)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Kosovo (UNSCR 1244/99)', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Kosovo i Metohija', 'sr-Latn', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Kosovo under UNSCR 1244/1999', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Kosovo under UNSCR 1244/99', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Kosovë', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'RKS', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Repubblica del Kosovo', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Republic of Kosova', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Republic of Kosovo', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Republik Kosovo', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Republika Kosovo', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Republika e Kosovës', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'République du Kosovo', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'XKK', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Косово', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Косово и Метохија', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('XK', 'Република Косово', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'BR Jugoslawien', 'de', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Bundesrepublik Jugoslawien', 'de', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'FRY', 'en', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Federal Republic of Yugoslavia', 'en', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Federal Republic of Yugoslavia (Serbia and Montenegro)', 'en', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Iugoslavia', 'it', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Jugoslavia', 'it', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Jugoslavija', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Jugoslawien', 'de', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Jugosllavi', 'sq', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Jugosllavia', 'sq', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'RFJ', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'RFY', 'fr', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Repubblica Federale di Jugoslavia', 'it', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Republika Federale e Jugosllavisë', 'sq', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'République fédérale de Yougoslavie', 'fr', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'SR Jugoslavija', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'SRJ', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Savezna Republika Jugoslavija', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'YU', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'YUG', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Yougoslavie', 'fr', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Yugoslavia', 'en', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Yugoslavia (FR)', 'en', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Yugoslavia (Federal Republic of)', 'en', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Yugoslavia (Serbia and Montenegro)', 'en', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Yugoslavia, Federal Republic of', 'en', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'ZRJ', 'sl', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Zvezna republika Jugoslavija', 'sl', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Југославија', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'СР Југославија', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'СРЈ', '', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Савезна Република Југославија', 'sr-Cyrl', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-FRY', 'Сојузна Република Југославија', 'mk', '1992-04-27', '2003-02-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'FLRJ', 'sl', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'FNR Jugoslavija', '', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'FNRJ', '', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'FPRY', 'en', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Federal People''s Republic of Yugoslavia', 'en', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Federative People''s Republic of Yugoslavia', 'en', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Federativna Narodna Republika Jugoslavija', '', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Federativna ljudska republika Jugoslavija', 'sl', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Föderative Volksrepublik Jugoslawien', 'de', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Iugoslavia', 'it', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Jugoslavia', 'it', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Jugoslavija', '', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Jugoslawien', 'de', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Jugosllavi', 'sq', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Jugosllavia', 'sq', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'RPFY', 'fr', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'RSFJ', '', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'RSFY', 'fr', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Repubblica Federativa Popolare di Jugoslavia', 'it', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Repubblica Federativa Socialista di Jugoslavia', 'it', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Repubblica Popolare Federativa di Jugoslavia', 'it', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Repubblica Socialista Federativa di Jugoslavia', 'it', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Republika Federale Popullore e Jugosllavisë', 'sq', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Republika Popullore Federative e Jugosllavisë', 'sq', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Republika Socialiste Federative e Jugosllavisë', 'sq', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'République fédérative populaire de Yougoslavie', 'fr', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'République fédérative socialiste de Yougoslavie', 'fr', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'République populaire fédérative de Yougoslavie', 'fr', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'République socialiste fédérative de Yougoslavie', 'fr', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'SFR Jugoslavija', '', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'SFR Jugoslawien', 'de', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'SFRJ', '', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'SFRY', 'en', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Socialist Federal Republic of Yugoslavia', 'en', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Socialist Federative Republic of Yugoslavia', 'en', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Socialistična federativna republika Jugoslavija', 'sl', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Socijalistička Federativna Republika Jugoslavija', '', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Sozialistische Föderative Republik Jugoslawien', 'de', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'YU', '', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'YUG', '', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Yougoslavie', 'fr', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Yugoslavia', 'en', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Yugoslavia (SFR)', 'en', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Yugoslavia (Socialist Federal Republic of)', 'en', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Yugoslavia, Socialist Federal Republic of', 'en', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'bivša Jugoslavija', '', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'ehemaliges Jugoslawien', 'de', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'ex Jugoslavia', 'it', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'ex-Yougoslavie', 'fr', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'ex-Yugoslavia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'former Yugoslavia', 'en', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'ish-Jugosllavia', 'sq', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Југославија', '', '1945-11-29', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'СФР Југославија', '', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'СФРЈ', '', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Социјалистичка Федеративна Република Југославија', '', '1963-04', '1992-04-27');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'ФНР Југославија', '', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'ФНРЈ', '', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'Федеративна Народна Република Југославија', '', '1945-11-29', '1963-04');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'бивша Југославија', 'sr-Cyrl', '', '');
INSERT INTO "party_name" ("party_code", "name", "language", "since", "until") VALUES ('YU-SFRY', 'поранешна Југославија', 'mk', '', '');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('CS', 'ME', '2006-06-03', '2006-06-03', 'Declared independence; separated from the state union.');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('CS', 'RS', '2006-06-05', '2006-06-05', 'Continued the state union and its treaties after Montenegro separated.');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('UNMIK', 'XK', '2008-02-17', '2008-02-17', 'UNMIK signed for the territory of Kosovo; no succession of states.');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('YU-FRY', 'CS', '2003-02-04', '2003-02-04', 'Same state under a new name and charter.');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('YU-SFRY', 'BA', '1992-03', '1992-03-31', 'Badinter Commission, Opinion 11: 1992-03-06.');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('YU-SFRY', 'HR', '1991-10-08', '1991-10-08', 'Badinter Commission, Opinion 11: independence declared 1991-06-25, effective 1991-10-08.');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('YU-SFRY', 'MK', '1991-11', '1991-11-30', 'Badinter Commission, Opinion 11: 1991-11-17; independence voted 1991-09-08.');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('YU-SFRY', 'SI', '1991-10-08', '1991-10-08', 'Badinter Commission, Opinion 11: independence declared 1991-06-25, effective 1991-10-08.');
INSERT INTO "succession" ("predecessor", "successor", "since", "since_latest", "note") VALUES ('YU-SFRY', 'YU-FRY', '1992-04-27', '1992-04-27', 'Constitution of FR Yugoslavia; the last of the successions, end of SFR Yugoslavia.');
INSERT INTO "party_group" ("code", "label") VALUES ('wb6', 'Western Balkans six');
INSERT INTO "party_group" ("code", "label") VALUES ('ex-yu', 'Successors of SFR Yugoslavia');
INSERT INTO "party_group" ("code", "label") VALUES ('open-balkan', 'Open Balkan');
INSERT INTO "party_group" ("code", "label") VALUES ('eu-neighbours', 'EU neighbours');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('wb6', 'AL');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('wb6', 'BA');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('wb6', 'ME');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('wb6', 'MK');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('wb6', 'RS');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('wb6', 'XK');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('ex-yu', 'BA');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('ex-yu', 'HR');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('ex-yu', 'ME');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('ex-yu', 'MK');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('ex-yu', 'RS');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('ex-yu', 'SI');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('ex-yu', 'XK');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('open-balkan', 'AL');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('open-balkan', 'MK');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('open-balkan', 'RS');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('eu-neighbours', 'AT');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('eu-neighbours', 'BG');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('eu-neighbours', 'GR');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('eu-neighbours', 'HR');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('eu-neighbours', 'HU');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('eu-neighbours', 'IT');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('eu-neighbours', 'RO');
INSERT INTO "party_group_member" ("group_code", "party_code") VALUES ('eu-neighbours', 'SI');
INSERT INTO "type_group" ("code", "label", "position") VALUES ('justice', 'justice', 0);
INSERT INTO "type_group" ("code", "label", "position") VALUES ('police', 'police', 1);
INSERT INTO "type_group" ("code", "label", "position") VALUES ('border', 'border', 2);
INSERT INTO "type_group" ("code", "label", "position") VALUES ('crime', 'crime', 3);
INSERT INTO "type_group" ("code", "label", "position") VALUES ('migration', 'migration', 4);
INSERT INTO "type_group" ("code", "label", "position") VALUES ('customs-and-other', 'customs and other', 5);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('mla', 'justice', 'mutual legal assistance', 0);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('extradition', 'justice', 'extradition', 1);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('transfer-of-sentenced-persons', 'justice', 'transfer of sentenced persons', 2);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('enforcement-of-judgments', 'justice', 'enforcement of judgments', 3);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('prosecution', 'justice', 'prosecutorial cooperation', 4);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('joint-investigation-team', 'justice', 'joint investigation teams', 5);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('parallel-investigation', 'justice', 'parallel investigations', 6);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('witness-protection', 'justice', 'witness protection', 7);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('missing-persons', 'justice', 'missing persons', 8);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('judicial-training', 'justice', 'judicial training', 9);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('police-cooperation', 'police', 'police cooperation', 10);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('joint-patrol', 'police', 'joint patrols', 11);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('hot-pursuit', 'police', 'hot pursuit', 12);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('pcc', 'police', 'police cooperation centre', 13);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('liaison-officers', 'police', 'liaison officers', 14);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('information-exchange', 'police', 'information exchange', 15);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('training', 'police', 'police training', 16);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('border-control', 'border', 'border control', 17);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('border-crossing', 'border', 'border crossings', 18);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('local-border-traffic', 'border', 'local border traffic', 19);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('organised-crime', 'crime', 'organised crime', 20);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('trafficking', 'crime', 'trafficking in human beings', 21);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('drugs', 'crime', 'illicit drugs', 22);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('terrorism', 'crime', 'terrorism', 23);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('corruption', 'crime', 'corruption', 24);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('salw', 'crime', 'small arms and light weapons', 25);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('readmission', 'migration', 'readmission', 26);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('migration-asylum', 'migration', 'migration and asylum', 27);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('customs', 'customs-and-other', 'customs', 28);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('data-protection', 'customs-and-other', 'data protection', 29);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('civil-protection', 'customs-and-other', 'civil protection', 30);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('other', 'customs-and-other', 'other', 31);
INSERT INTO "type" ("code", "group_code", "label", "position") VALUES ('cybercrime', 'crime', 'Cybercrime', 32);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'MLA', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'legal assistance', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'judicial assistance', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'mutual assistance in criminal matters', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'judicial cooperation', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'judicial co-operation', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'ndihmë juridike', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'ndihmë e ndërsjellë juridike', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'ndihma e ndërsjellë juridike', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'bashkëpunim juridik ndërkombëtar', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'pravna pomoć', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'međunarodna pravna pomoć', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'uzajamna pravna pomoć', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'međusobna pravna pomoć', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'правна помош', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'меѓународна правна помош', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'Rechtshilfe', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'entraide judiciaire', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'assistenza giudiziaria', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('mla', 'assistenza giudiziaria in materia penale', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'extradition treaty', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'extradition agreement', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'extradition of offenders', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'ekstradim', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'ekstradimi', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'ekstradimi i personave', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'izručenje', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'izručivanje', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'ekstradicija', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'izdavanje okrivljenih i osuđenih lica', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'Auslieferung', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'Auslieferungsvertrag', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'Auslieferungsabkommen', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'traité d''extradition', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'estradizione', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('extradition', 'izročitev', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transfer of prisoners', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'prisoner transfer', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transfer of convicted persons', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transfer of sentenced offenders', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transferim i personave të dënuar', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transferimi i personave të dënuar', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transferimi i të dënuarve', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transfer osuđenih lica', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transfer osuđenih osoba', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'premještaj osuđenih osoba', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'трансфер на осудени лица', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'Überstellung verurteilter Personen', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'Überstellung von verurteilten Personen', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transfèrement des personnes condamnées', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'transfèrement des détenus', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'trasferimento delle persone condannate', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('transfer-of-sentenced-persons', 'trasferimento dei detenuti', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'enforcement of judgements', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'execution of judgments', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'execution of judgements', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'recognition and enforcement of judgments', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'mutual enforcement of court decisions', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'enforcement of court decisions', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'ekzekutimi i vendimeve gjyqësore', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'ekzekutimi i ndërsjellë i vendimeve gjyqësore', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'njohja dhe ekzekutimi i vendimeve gjyqësore', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'izvršavanje sudskih odluka', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'međusobno izvršavanje sudskih odluka', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'priznavanje i izvršavanje sudskih odluka', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'priznanje i izvršenje sudskih odluka', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'извршување судски одлуки', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'меѓусебно извршување судски одлуки', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'признавање и извршување на судски одлуки', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'Vollstreckung gerichtlicher Entscheidungen', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'Anerkennung und Vollstreckung gerichtlicher Entscheidungen', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'reconnaissance et exécution des décisions judiciaires', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('enforcement-of-judgments', 'riconoscimento ed esecuzione delle decisioni giudiziarie', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'prosecutorial co-operation', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'prosecutors', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'public prosecution', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'cooperation of prosecutors', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'cooperation between prosecution offices', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'prokuroria', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'prokurori', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'bashkëpunim ndërmjet prokurorive', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'tužilaštvo', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'državno odvjetništvo', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'saradnja tužilaštava', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'suradnja državnih odvjetništava', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'обвинителство', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'јавно обвинителство', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'соработка на јавните обвинителства', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'Staatsanwaltschaft', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'ministère public', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'coopération entre parquets', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'pubblico ministero', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('prosecution', 'cooperazione tra procure', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'JIT', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'JITs', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'joint investigation team', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'joint investigative team', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'joint investigative teams', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'HJIT', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'hybrid joint investigation team', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'joint investigative unit', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'ekip i përbashkët hetimor', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'ekipe të përbashkëta hetimore', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'zajednički istražni tim', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'zajednički istražni timovi', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'заеднички истражен тим', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'заеднички истражни тимови', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'gemeinsame Ermittlungsgruppe', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'gemeinsame Ermittlungsgruppen', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'équipe commune d''enquête', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'équipes communes d''enquête', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'squadra investigativa comune', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-investigation-team', 'squadre investigative comuni', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'parallel investigation', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'PIT', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'parallel investigation team', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'mirror investigation', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'mirror investigations', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'hetim paralel', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'hetime paralele', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'paralelna istraga', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'paralelne istrage', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'паралелни истраги', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'parallele Ermittlungen', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'Spiegelverfahren', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'enquête parallèle', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'enquêtes parallèles', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'enquête miroir', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'indagine parallela', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('parallel-investigation', 'indagini parallele', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'protection of witnesses', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'witness protection programme', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'witness protection program', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'witness relocation', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'relocation of witnesses', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'mbrojtja e dëshmitarëve', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'mbrojtje e dëshmitarëve', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'zhvendosja e dëshmitarëve', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'zaštita svjedoka', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'zaštita svedoka', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'premještaj svjedoka', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'заштита на сведоци', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'Zeugenschutz', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'protection des témoins', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'protezione dei testimoni', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('witness-protection', 'protezione testimoni', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'missing person', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'search for missing persons', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'tracing of missing persons', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'persona të zhdukur', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'personat e zhdukur', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'persona të pagjetur', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'personat e pagjetur', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'nestale osobe', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'nestala lica', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'traženje nestalih osoba', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'traženje nestalih lica', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'исчезнати лица', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'потрага по исчезнати лица', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'vermisste Personen', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'Vermisste', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'personnes disparues', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('missing-persons', 'persone scomparse', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'training of judges and prosecutors', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'training of judges', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'judicial education', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'trajnim gjyqësor', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'trajnimi i gjyqtarëve dhe prokurorëve', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'obuka sudija i tužilaca', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'edukacija sudija i tužilaca', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'obuka sudaca i državnih odvjetnika', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'обука на судии и јавни обвинители', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'justizielle Aus- und Fortbildung', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'Richterfortbildung', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'Fortbildung von Richtern und Staatsanwälten', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'formation judiciaire', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'formation des magistrats', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'formazione giudiziaria', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('judicial-training', 'formazione dei magistrati', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'police co-operation', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'cross-border police cooperation', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'cross-border police co-operation', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'law enforcement cooperation', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'law enforcement co-operation', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'bashkëpunim policor', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'bashkëpunimi policor', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'bashkëpunim policor ndërkufitar', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'policijska saradnja', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'policijska suradnja', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'prekogranična policijska saradnja', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'prekogranična policijska suradnja', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'полициска соработка', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'прекугранична полициска соработка', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'polizeiliche Zusammenarbeit', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'Polizeizusammenarbeit', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'coopération policière', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'coopération policière transfrontalière', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'cooperazione di polizia', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('police-cooperation', 'cooperazione transfrontaliera di polizia', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'joint patrol', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'mixed patrol', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'mixed patrols', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'patrullë e përbashkët', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'patrulla të përbashkëta', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'patrullim i përbashkët', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'patrullime të përbashkëta', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'zajednička patrola', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'zajedničke patrole', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'mješovite patrole', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'mešovite patrole', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'mješovite ophodnje', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'заеднички патроли', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'мешани патроли', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'gemeinsame Streifen', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'gemischte Streifen', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'patrouilles communes', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'patrouilles mixtes', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'pattuglie congiunte', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('joint-patrol', 'pattuglie miste', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'cross-border pursuit', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'cross-border hot pursuit', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'ndjekje ndërkufitare', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'ndjekja ndërkufitare', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'ndjekje e nxehtë', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'vruća potjera', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'vruća potera', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'prekogranična potjera', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'prekogranična potera', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'жешка потера', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'прекугранична потера', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'Nacheile', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'grenzüberschreitende Nacheile', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'poursuite transfrontalière', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'droit de poursuite', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'inseguimento transfrontaliero', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('hot-pursuit', 'inseguimento oltre frontiera', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'PCC', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'PCCC', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'police cooperation centres', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'police cooperation center', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'police and customs cooperation centre', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'joint centre for police cooperation', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'common contact centre', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'qendra e përbashkët për bashkëpunim policor', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'qendër e bashkëpunimit policor', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'centar za policijsku saradnju', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'centar za policijsku suradnju', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'zajednički kontakt centar', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'центар за полициска соработка', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'заеднички контакт центар', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'gemeinsames Zentrum der Polizei- und Zollzusammenarbeit', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'Polizeikooperationszentrum', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'centre de coopération policière et douanière', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'CCPD', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'centro di cooperazione di polizia', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('pcc', 'centro di cooperazione di polizia e doganale', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'liaison officer', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'police attaché', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'police attachés', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'liaison prosecutor', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'oficer ndërlidhës', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'oficerë ndërlidhës', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'oficerët e kontaktit', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'oficir za vezu', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'oficiri za vezu', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'časnik za vezu', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'časnici za vezu', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'policijski ataše', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'офицер за врска', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'офицери за врска', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'Verbindungsbeamter', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'Verbindungsbeamte', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'officier de liaison', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'officiers de liaison', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'ufficiale di collegamento', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('liaison-officers', 'ufficiali di collegamento', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'exchange of information', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'information sharing', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'intelligence sharing', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'data exchange', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'exchange of data', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'shkëmbim informacioni', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'shkëmbimi i informacionit', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'shkëmbimi i të dhënave', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'razmjena informacija', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'razmena informacija', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'razmjena podataka', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'razmena podataka', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'размена на информации', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'размена на податоци', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'Informationsaustausch', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'Datenaustausch', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'échange d''informations', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'échange de renseignements', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'scambio di informazioni', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('information-exchange', 'scambio di dati', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'law enforcement training', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'training of police officers', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'police education', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'police academies', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'trajnim', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'trajnime', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'trajnim policor', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'trajnimi i policisë', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'obuka', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'policijska obuka', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'stručno usavršavanje', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'полициска обука', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'Polizeiausbildung', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'polizeiliche Aus- und Fortbildung', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'formation policière', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'formation de la police', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'formazione di polizia', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('training', 'addestramento', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'border controls', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'border security', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'border management', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'integrated border management', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'IBM', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'border surveillance', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'kontroll kufitar', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'menaxhimi i integruar i kufirit', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'granična kontrola', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'kontrola granice', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'nadzor državne granice', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'integrirano upravljanje granicom', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'integrisano upravljanje granicom', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'интегрирано гранично управување', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'Grenzkontrolle', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'Grenzkontrollen', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'Grenzüberwachung', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'contrôle aux frontières', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'controllo delle frontiere', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-control', 'controlli di frontiera', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'border crossing', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'border crossing point', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'border crossing points', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'BCP', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'pikë e kalimit kufitar', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'pika të kalimit kufitar', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'vendkalim kufitar', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'vendkalime kufitare', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'granični prelaz', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'granični prelazi', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'granični prijelaz', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'granični prijelazi', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'граничен премин', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'гранични премини', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'Grenzübergang', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'Grenzübergänge', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'point de passage frontalier', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'points de passage frontaliers', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'valico di frontiera', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('border-crossing', 'valichi di frontiera', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'LBT', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'small border traffic', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'minor border traffic', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'frontier traffic', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'trafik i vogël kufitar', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'trafiku i vogël kufitar', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'trafiku lokal kufitar', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'pogranični saobraćaj', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'pogranični promet', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'malogranični saobraćaj', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'malogranični promet', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'пограничен промет', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'малограничен промет', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'kleiner Grenzverkehr', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'petit trafic frontalier', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'trafic frontalier local', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'piccolo traffico di frontiera', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'traffico frontaliero locale', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('local-border-traffic', 'obmejni promet', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'organized crime', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'serious and organised crime', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'serious and organized crime', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'transnational crime', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'transnational organised crime', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'cross-border crime', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'krim i organizuar', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'krimi i organizuar', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'organizovani kriminal', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'organizirani kriminal', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'organizirani kriminalitet', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'prekogranični kriminal', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'организиран криминал', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'прекуграничен криминал', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'organisierte Kriminalität', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'grenzüberschreitende Kriminalität', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'criminalité organisée', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'crime organisé', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'criminalità organizzata', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('organised-crime', 'crimine organizzato', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'THB', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'human trafficking', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'trafficking in persons', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'trafficking of human beings', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'anti-trafficking', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'child trafficking', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'trafikim i qenieve njerëzore', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'trafikimi i qenieve njerëzore', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'trafikimi me njerëz', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'trgovina ljudima', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'trgovina ljudskim bićima', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'трговија со луѓе', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'Menschenhandel', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'traite des êtres humains', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'traite des personnes', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'tratta di esseri umani', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'tratta degli esseri umani', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('trafficking', 'tratta di persone', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'drug', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'drug trafficking', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'narcotics', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'illicit trafficking in narcotic drugs', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'trafikimi i drogës', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'narkotikë', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'droga', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'opojne droge', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'trgovina drogom', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'krijumčarenje droge', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'недозволена трговија со дрога', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'наркотични дроги', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'Drogen', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'Suchtgift', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'Rauschgift', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'Drogenhandel', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'stupéfiants', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'trafic de drogue', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'stupefacenti', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('drugs', 'traffico di droga', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'counter-terrorism', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'counterterrorism', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'anti-terrorism', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'fight against terrorism', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'violent extremism', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'foreign terrorist fighters', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'FTF', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'terrorizëm', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'terrorizmi', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'lufta kundër terrorizmit', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'terorizam', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'borba protiv terorizma', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'борба против тероризмот', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'Terrorismus', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'Terrorismusbekämpfung', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'terrorisme', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'lutte contre le terrorisme', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'terrorismo', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'lotta al terrorismo', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('terrorism', 'lotta contro il terrorismo', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'anti-corruption', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'anticorruption', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'fight against corruption', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'prevention of corruption', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'bribery', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'korrupsion', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'korrupsioni', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'lufta kundër korrupsionit', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'korupcija', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'antikorupcija', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'borba protiv korupcije', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'sprečavanje korupcije', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'борба против корупцијата', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'спречување на корупцијата', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'Korruption', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'Korruptionsbekämpfung', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'lutte contre la corruption', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'corruzione', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'lotta alla corruzione', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('corruption', 'lotta contro la corruzione', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'SALW', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'small arms', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'light weapons', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'firearms', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'arms trafficking', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'armë të vogla dhe të lehta', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'armë zjarri', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'trafikimi i armëve', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'malo i lako oružje', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'malokalibarsko i lako oružje', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'vatreno oružje', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'krijumčarenje oružja', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'мало и лесно оружје', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'огнено оружје', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'Kleinwaffen und leichte Waffen', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'Feuerwaffen', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'armes légères et de petit calibre', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'armes à feu', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'armi leggere e di piccolo calibro', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('salw', 'armi da fuoco', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 're-admission', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'readmission agreement', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'return and readmission', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'readmission of persons', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'ripranim', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'ripranimi', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'ripranimi i personave', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'ri-pranimi', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'readmisija', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'readmisija lica', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'readmisija osoba', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'prihvat osoba', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'преземање на лица', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'Rückübernahme', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'Rückübernahmeabkommen', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'Rückübernahme von Personen', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'accord de réadmission', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'reprise et réadmission', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'riammissione', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('readmission', 'accordo di riammissione', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'migration', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'asylum', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'irregular migration', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'migrant smuggling', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'smuggling of migrants', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'migracion', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'migracioni', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'migracioni i parregullt', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'azil', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'migracije', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'nezakonite migracije', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'миграција и азил', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'криумчарење мигранти', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'Asyl', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'irreguläre Migration', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'asile', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'migration irrégulière', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'asilo', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'migrazione', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('migration-asylum', 'immigrazione', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'customs cooperation', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'customs co-operation', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'mutual assistance in customs matters', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'mutual administrative assistance in customs matters', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'doganë', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'doganat', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'bashkëpunim doganor', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'bashkëpunimi doganor', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'carina', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'carine', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'carinska saradnja', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'carinska suradnja', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'царинска соработка', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'Zoll', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'Zollzusammenarbeit', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'Amtshilfe in Zollsachen', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'douane', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'coopération douanière', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'dogana', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('customs', 'cooperazione doganale', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'personal data', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'protection of personal data', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'personal data protection', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'mbrojtja e të dhënave', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'mbrojtja e të dhënave personale', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'zaštita podataka', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'zaštita ličnih podataka', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'zaštita osobnih podataka', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'zaštita podataka o ličnosti', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'заштита на податоци', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'заштита на лични податоци', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'Datenschutz', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'Schutz personenbezogener Daten', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'protection des données', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'protection des données à caractère personnel', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'protezione dei dati', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('data-protection', 'protezione dei dati personali', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'civil emergencies', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'civil defence', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'civil defense', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'disaster relief', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'disaster response', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'protection against natural and other disasters', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'mbrojtja civile', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'mbrojtje civile', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'emergjencat civile', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'civilna zaštita', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'zaštita od prirodnih i drugih katastrofa', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'zaštita i spašavanje', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'vanredne situacije', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'заштита и спасување', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'Katastrophenschutz', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'Katastrophenhilfe', 15);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'Zivilschutz', 16);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'protection civile', 17);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'sécurité civile', 18);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('civil-protection', 'protezione civile', 19);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'others', 0);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'miscellaneous', 1);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'other matters', 2);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'tjetër', 3);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'të tjera', 4);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'ostalo', 5);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'drugo', 6);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'останато', 7);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'Sonstiges', 8);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'andere', 9);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'autre', 10);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'autres', 11);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'divers', 12);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'altro', 13);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('other', 'altri', 14);
INSERT INTO "type_alias" ("type_code", "alias", "position") VALUES ('cybercrime', 'krimi kibernetik', 0);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('AL-XK-2012-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('AL-XK-2018-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('HR-YU-FRY-1997-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('AT-YU-SFRY-1954-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('AL-BA-ME-2010-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('AL-ME-MK-XK-2019-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('RS-UNMIK-2002-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('ME-XK-nd-1', '2026-11-25');
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('MK-RS-nd-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('BA-EU-2008-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('AL-SU-1957-1', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('HR-YU-FRY-1997-2', NULL);
INSERT INTO "issued_key" ("key", "deleted_on") VALUES ('AL-MK-1995-1', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (1, 'AL-XK-2012-1', 'Protocol on joint patrols along the border', 'Protokoll për patrullimet e përbashkëta', 'protocol', 'ministry', '2012-03-10?', '2012-03-10', '2012-03-10', 'Prizren', '2012-05', '2012-05-01', '2012-05-31', NULL, NULL, NULL, NULL, 'high', 'Two lines,
both kept.', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (2, 'AL-XK-2018-1', 'Implementing arrangement', '', 'arrangement', 'agency', '2018-06', '2018-06-01', '2018-06-30', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'medium', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (3, 'HR-YU-FRY-1997-1', 'Treaty on extradition', 'Ugovor o izručenju', 'treaty', 'state', '1997-09-15', '1997-09-15', '1997-09-15', '', '1998-06-05', '1998-06-05', '1998-06-05', NULL, NULL, NULL, NULL, 'high', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (4, 'AT-YU-SFRY-1954-1', 'Treaty on legal aid', '', 'treaty', 'state', '1954-12-16', '1954-12-16', '1954-12-16', '', '1955-12-13', '1955-12-13', '1955-12-13', '2005~', '2005-01-01', '2005-12-31', 'superseded', 'high', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (5, 'AL-BA-ME-2010-1', 'Memorandum of three ministries', '', 'mou', 'ministry', '2010', '2010-01-01', '2010-12-31', '', NULL, NULL, NULL, NULL, NULL, NULL, 'in-force', 'low', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (6, 'AL-ME-MK-XK-2019-1', 'Agreement of four: "quoted", =1+1', '', 'agreement', 'government', '2019-10-31', '2019-10-31', '2019-10-31', 'Plav', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'medium', '100 % sure; it''s so', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (7, 'RS-UNMIK-2002-1', 'Споразум о полицијској сарадњи', 'Споразум', 'agreement', 'unknown', '2002-05-31~', '2002-05-31', '2002-05-31', '', NULL, NULL, NULL, NULL, NULL, NULL, 'negotiation', 'low', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (9, 'MK-RS-nd-1', 'Convention without a date', '', 'convention', 'unknown', NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'provisional', 'low', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (10, 'BA-EU-2008-1', 'Agreement on readmission', '', 'agreement', 'state', '2007-09-18', '2007-09-18', '2007-09-18', '', '2008-01-01', '2008-01-01', '2008-01-01', NULL, NULL, NULL, NULL, 'high', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (11, 'AL-SU-1957-1', 'Уговор Đorđević; ''quoted'' [annex 1]', '', 'treaty', 'unknown', '1957-04-12?', '1957-04-12', '1957-04-12', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'low', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (12, 'HR-YU-FRY-1997-2', 'Treaty on extradition and legal aid', '', 'treaty', 'unknown', '1997-09-15', '1997-09-15', '1997-09-15', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'low', '', NULL);
INSERT INTO "agreement" ("id", "key", "title", "title_original", "form", "level", "signed", "signed_earliest", "signed_latest", "place", "in_force", "in_force_earliest", "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "confidence", "notes", "seed_digest") VALUES (13, 'AL-MK-1995-1', 'Agreement on customs', '', 'agreement', 'unknown', '1995-02-10', '1995-02-10', '1995-02-10', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'low', '', NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (3, 'HR', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (3, 'YU-FRY', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (4, 'AT', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (4, 'YU-SFRY', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (5, 'AL', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (5, 'BA', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (5, 'ME', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (6, 'AL', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (6, 'ME', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (6, 'MK', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (6, 'XK', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (7, 'RS', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (7, 'UNMIK', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (9, 'MK', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (9, 'RS', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (10, 'BA', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (10, 'EU', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (11, 'AL', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (11, 'SU', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (1, 'AL', '2012-04-01', '2012-05-01');
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (1, 'XK', NULL, '2012-05-02');
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (12, 'HR', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (12, 'YU-FRY', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (13, 'AL', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (13, 'MK', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (2, 'AL', NULL, NULL);
INSERT INTO "participation" ("agreement_id", "party_code", "ratified", "in_force") VALUES (2, 'XK', NULL, NULL);
INSERT INTO "signatory" ("agreement_id", "position", "party_code", "institution", "person", "person_position") VALUES (5, 0, 'AL', 'Ministry of Interior', '', '');
INSERT INTO "signatory" ("agreement_id", "position", "party_code", "institution", "person", "person_position") VALUES (5, 1, 'BA', 'Ministry of Security', 'Sadik Ahmetović', '');
INSERT INTO "signatory" ("agreement_id", "position", "party_code", "institution", "person", "person_position") VALUES (5, 2, 'ME', 'Ministry of Interior', '', '');
INSERT INTO "signatory" ("agreement_id", "position", "party_code", "institution", "person", "person_position") VALUES (1, 0, 'AL', 'Ministry of Interior', 'Bujar Nishani', 'Minister');
INSERT INTO "signatory" ("agreement_id", "position", "party_code", "institution", "person", "person_position") VALUES (1, 1, 'XK', 'Ministry of Internal Affairs', 'Bajram Rexhepi', 'acting (interim), Minister');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (3, 0, 'extradition');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (3, 1, 'mla');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (4, 0, 'mla');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (5, 0, 'organised-crime');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (5, 1, 'trafficking');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (6, 0, 'border-crossing');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (7, 0, 'police-cooperation');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (7, 1, 'pcc');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (9, 0, 'customs');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (10, 0, 'readmission');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (11, 0, 'cybercrime');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (1, 0, 'joint-patrol');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (1, 1, 'border-control');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (12, 0, 'extradition');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (13, 0, 'customs');
INSERT INTO "agreement_type" ("agreement_id", "position", "type_code") VALUES (2, 0, 'joint-patrol');
INSERT INTO "reference" ("agreement_id", "position", "text") VALUES (3, 0, 'NN MU 13/1997');
INSERT INTO "reference" ("agreement_id", "position", "text") VALUES (10, 0, 'OJ L 334/66');
INSERT INTO "reference" ("agreement_id", "position", "text") VALUES (10, 1, 'OJ L 334/65');
INSERT INTO "reference" ("agreement_id", "position", "text") VALUES (1, 0, 'Law 04/L-113');
INSERT INTO "reference" ("agreement_id", "position", "text") VALUES (1, 1, 'GZ 12/2012');
INSERT INTO "source" ("agreement_id", "position", "citation", "url") VALUES (3, 0, 'Gazette', 'https://example.org/nn');
INSERT INTO "source" ("agreement_id", "position", "citation", "url") VALUES (10, 0, 'Official Journal', 'http://example.org/oj');
INSERT INTO "source" ("agreement_id", "position", "citation", "url") VALUES (11, 0, 'A', 'https://example.org/1');
INSERT INTO "source" ("agreement_id", "position", "citation", "url") VALUES (1, 0, 'Ministry of Interior', 'https://example.org/a?b=c&d');
INSERT INTO "source" ("agreement_id", "position", "citation", "url") VALUES (1, 1, 'A paper', '');
INSERT INTO "source" ("agreement_id", "position", "citation", "url") VALUES (2, 0, 'B', '');
INSERT INTO "relation" ("agreement_id", "position", "verb", "target_key") VALUES (2, 0, 'supplements', 'AL-XK-2012-1');
INSERT INTO "relation" ("agreement_id", "position", "verb", "target_key") VALUES (2, 1, 'implements', 'AL-XK-2012-1');
INSERT INTO "assessment" ("agreement_id", "position", "on_date", "on_latest", "score", "note", "source") VALUES (9, 0, '2020', '2020-12-31', 'unknown', '', '');
INSERT INTO "assessment" ("agreement_id", "position", "on_date", "on_latest", "score", "note", "source") VALUES (1, 0, '2013', '2013-12-31', 'none', 'nothing seen', 'Report 1');
INSERT INTO "assessment" ("agreement_id", "position", "on_date", "on_latest", "score", "note", "source") VALUES (1, 1, '2014-02-03', '2014-02-03', 'full', 'patrols', 'Report 2');
INSERT INTO "assessment" ("agreement_id", "position", "on_date", "on_latest", "score", "note", "source") VALUES (1, 2, '2024-06', '2024-06-30', 'partial', 'two of six', 'Report 12');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (1, 'protocol on joint patrols along the border', 'protokoll per patrullimet e perbashketa', 'ministry of interior bujar nishani minister ministry of internal affairs bajram rexhepi acting interim minister', 'prizren', 'al xk 2012 1 law 04 l 113 gz 12 2012', 'ministry of interior https example org a b c d a paper', 'two lines both kept 2013 none nothing seen report 1 2014 02 03 full patrols report 2 2024 06 partial two of six report 12');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (2, 'implementing arrangement', '', '', '', 'al xk 2018 1', 'b', '');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (3, 'treaty on extradition', 'ugovor o izrucenju', '', '', 'hr yu fry 1997 1 nn mu 13 1997', 'gazette https example org nn', '');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (4, 'treaty on legal aid', '', '', '', 'at yu sfry 1954 1', '', '');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (5, 'memorandum of three ministries', '', 'ministry of interior ministry of security sadik ahmetovic ministry of interior', '', 'al ba me 2010 1', '', '');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (6, 'agreement of four quoted 1 1', '', '', 'plav', 'al me mk xk 2019 1', '', '100 sure it s so');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (7, 'sporazum o policijskoj saradnji', 'sporazum', '', '', 'rs unmik 2002 1', '', '');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (9, 'convention without a date', '', '', '', 'mk rs nd 1', '', '2020 unknown');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (10, 'agreement on readmission', '', '', '', 'ba eu 2008 1 oj l 334 66 oj l 334 65', 'official journal http example org oj', '');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (11, 'ugovor dordevic quoted annex 1', '', '', '', 'al su 1957 1', 'a https example org 1', '');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (12, 'treaty on extradition and legal aid', '', '', '', 'hr yu fry 1997 2', '', '');
INSERT INTO "agreement_text" ("rowid", "title", "title_original", "people", "places", "refs", "sources", "notes") VALUES (13, 'agreement on customs', '', '', '', 'al mk 1995 1', '', '');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (1, 'border-control', 'border control zzz border control zzz grenzkontrolle zzz grenzkontrollen zzz grenzuberwachung zzz ibm zzz border controls zzz border management zzz border security zzz border surveillance zzz controlli di frontiera zzz controllo delle frontiere zzz controle aux frontieres zzz granicna kontrola zzz integrated border management zzz integrirano upravljanje granicom zzz integrisano upravljanje granicom zzz kontrola granice zzz kontroll kufitar zzz menaxhimi i integruar i kufirit zzz nadzor drzavne granice zzz integrirano granicno upravuvanje');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (2, 'border-crossing', 'border crossing zzz border crossings zzz bcp zzz grenzubergang zzz grenzubergange zzz border crossing zzz border crossing point zzz border crossing points zzz granicni prelaz zzz granicni prelazi zzz granicni prijelaz zzz granicni prijelazi zzz pika te kalimit kufitar zzz pike e kalimit kufitar zzz point de passage frontalier zzz points de passage frontaliers zzz valichi di frontiera zzz valico di frontiera zzz vendkalim kufitar zzz vendkalime kufitare zzz granicen premin zzz granicni premini');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (3, 'civil-protection', 'civil protection zzz civil protection zzz katastrophenhilfe zzz katastrophenschutz zzz zivilschutz zzz civil defence zzz civil defense zzz civil emergencies zzz civilna zastita zzz disaster relief zzz disaster response zzz emergjencat civile zzz mbrojtja civile zzz mbrojtje civile zzz protection against natural and other disasters zzz protection civile zzz protezione civile zzz securite civile zzz vanredne situacije zzz zastita i spasavanje zzz zastita od prirodnih i drugih katastrofa zzz zastita i spasuvanje');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (4, 'corruption', 'corruption zzz corruption zzz korruption zzz korruptionsbekampfung zzz anti corruption zzz anticorruption zzz antikorupcija zzz borba protiv korupcije zzz bribery zzz corruzione zzz fight against corruption zzz korrupsion zzz korrupsioni zzz korupcija zzz lotta alla corruzione zzz lotta contro la corruzione zzz lufta kunder korrupsionit zzz lutte contre la corruption zzz prevention of corruption zzz sprecavanje korupcije zzz borba protiv korupcijata zzz sprecuvanje na korupcijata');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (5, 'customs', 'customs zzz customs zzz amtshilfe in zollsachen zzz zoll zzz zollzusammenarbeit zzz bashkepunim doganor zzz bashkepunimi doganor zzz carina zzz carine zzz carinska saradnja zzz carinska suradnja zzz cooperazione doganale zzz cooperation douaniere zzz customs cooperation zzz customs cooperation zzz dogana zzz doganat zzz dogane zzz douane zzz mutual administrative assistance in customs matters zzz mutual assistance in customs matters zzz carinska sorabotka');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (6, 'cybercrime', 'cybercrime zzz cybercrime zzz krimi kibernetik');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (7, 'data-protection', 'data protection zzz data protection zzz datenschutz zzz schutz personenbezogener daten zzz mbrojtja e te dhenave zzz mbrojtja e te dhenave personale zzz personal data zzz personal data protection zzz protection des donnees zzz protection des donnees a caractere personnel zzz protection of personal data zzz protezione dei dati zzz protezione dei dati personali zzz zastita licnih podataka zzz zastita osobnih podataka zzz zastita podataka zzz zastita podataka o licnosti zzz zastita na licni podatoci zzz zastita na podatoci');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (8, 'drugs', 'drugs zzz illicit drugs zzz drogen zzz drogenhandel zzz rauschgift zzz suchtgift zzz droga zzz drug zzz drug trafficking zzz illicit trafficking in narcotic drugs zzz krijumcarenje droge zzz narcotics zzz narkotike zzz opojne droge zzz stupefacenti zzz stupefiants zzz traffico di droga zzz trafic de drogue zzz trafikimi i droges zzz trgovina drogom zzz narkoticni drogi zzz nedozvolena trgovija so droga');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (9, 'enforcement-of-judgments', 'enforcement of judgments zzz enforcement of judgments zzz anerkennung und vollstreckung gerichtlicher entscheidungen zzz vollstreckung gerichtlicher entscheidungen zzz ekzekutimi i ndersjelle i vendimeve gjyqesore zzz ekzekutimi i vendimeve gjyqesore zzz enforcement of court decisions zzz enforcement of judgements zzz execution of judgements zzz execution of judgments zzz izvrsavanje sudskih odluka zzz medusobno izvrsavanje sudskih odluka zzz mutual enforcement of court decisions zzz njohja dhe ekzekutimi i vendimeve gjyqesore zzz priznanje i izvrsenje sudskih odluka zzz priznavanje i izvrsavanje sudskih odluka zzz recognition and enforcement of judgments zzz reconnaissance et execution des decisions judiciaires zzz riconoscimento ed esecuzione delle decisioni giudiziarie zzz izvrsuvanje sudski odluki zzz megjusebno izvrsuvanje sudski odluki zzz priznavanje i izvrsuvanje na sudski odluki');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (10, 'extradition', 'extradition zzz extradition zzz auslieferung zzz auslieferungsabkommen zzz auslieferungsvertrag zzz ekstradicija zzz ekstradim zzz ekstradimi zzz ekstradimi i personave zzz estradizione zzz extradition agreement zzz extradition of offenders zzz extradition treaty zzz izdavanje okrivljenih i osudenih lica zzz izrocitev zzz izrucenje zzz izrucivanje zzz traite d extradition');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (11, 'hot-pursuit', 'hot pursuit zzz hot pursuit zzz nacheile zzz cross border hot pursuit zzz cross border pursuit zzz droit de poursuite zzz grenzuberschreitende nacheile zzz inseguimento oltre frontiera zzz inseguimento transfrontaliero zzz ndekja nderkufitare zzz ndekje e nxehte zzz ndekje nderkufitare zzz poursuite transfrontaliere zzz prekogranicna potera zzz prekogranicna potjera zzz vruca potera zzz vruca potjera zzz zeska potera zzz prekugranicna potera');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (12, 'information-exchange', 'information exchange zzz information exchange zzz datenaustausch zzz informationsaustausch zzz data exchange zzz exchange of data zzz exchange of information zzz information sharing zzz intelligence sharing zzz razmena informacija zzz razmena podataka zzz razmjena informacija zzz razmjena podataka zzz scambio di dati zzz scambio di informazioni zzz shkembim informacioni zzz shkembimi i informacionit zzz shkembimi i te dhenave zzz echange d informations zzz echange de renseignements zzz razmena na informacii zzz razmena na podatoci');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (13, 'joint-investigation-team', 'joint investigation team zzz joint investigation teams zzz hjit zzz jit zzz jits zzz ekip i perbashket hetimor zzz ekipe te perbashketa hetimore zzz gemeinsame ermittlungsgruppe zzz gemeinsame ermittlungsgruppen zzz hybrid joint investigation team zzz joint investigation team zzz joint investigative team zzz joint investigative teams zzz joint investigative unit zzz squadra investigativa comune zzz squadre investigative comuni zzz zajednicki istrazni tim zzz zajednicki istrazni timovi zzz equipe commune d enquete zzz equipes communes d enquete zzz zaednicki istrazen tim zzz zaednicki istrazni timovi');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (14, 'joint-patrol', 'joint patrol zzz joint patrols zzz gemeinsame streifen zzz gemischte streifen zzz joint patrol zzz mesovite patrole zzz mixed patrol zzz mixed patrols zzz mjesovite ophodnje zzz mjesovite patrole zzz patrouilles communes zzz patrouilles mixtes zzz patrulla te perbashketa zzz patrullim i perbashket zzz patrullime te perbashketa zzz patrulle e perbashket zzz pattuglie congiunte zzz pattuglie miste zzz zajednicka patrola zzz zajednicke patrole zzz zaednicki patroli zzz mesani patroli');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (15, 'judicial-training', 'judicial training zzz judicial training zzz fortbildung von richtern und staatsanwalten zzz richterfortbildung zzz edukacija sudija i tuzilaca zzz formation des magistrats zzz formation judiciaire zzz formazione dei magistrati zzz formazione giudiziaria zzz judicial education zzz justizielle aus und fortbildung zzz obuka sudaca i drzavnih odvjetnika zzz obuka sudija i tuzilaca zzz training of judges zzz training of judges and prosecutors zzz trajnim gjyqesor zzz trajnimi i gjyqtareve dhe prokuroreve zzz obuka na sudii i javni obviniteli');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (16, 'liaison-officers', 'liaison officers zzz liaison officers zzz verbindungsbeamte zzz verbindungsbeamter zzz liaison officer zzz liaison prosecutor zzz officier de liaison zzz officiers de liaison zzz oficer nderlidhes zzz oficere nderlidhes zzz oficeret e kontaktit zzz oficir za vezu zzz oficiri za vezu zzz police attache zzz police attaches zzz policijski atase zzz ufficiale di collegamento zzz ufficiali di collegamento zzz casnici za vezu zzz casnik za vezu zzz oficer za vrska zzz oficeri za vrska');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (17, 'local-border-traffic', 'local border traffic zzz local border traffic zzz lbt zzz frontier traffic zzz kleiner grenzverkehr zzz malogranicni promet zzz malogranicni saobracaj zzz minor border traffic zzz obmejni promet zzz petit trafic frontalier zzz piccolo traffico di frontiera zzz pogranicni promet zzz pogranicni saobracaj zzz small border traffic zzz traffico frontaliero locale zzz trafic frontalier local zzz trafik i vogel kufitar zzz trafiku i vogel kufitar zzz trafiku lokal kufitar zzz malogranicen promet zzz pogranicen promet');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (18, 'migration-asylum', 'migration asylum zzz migration and asylum zzz asyl zzz asile zzz asilo zzz asylum zzz azil zzz immigrazione zzz irregular migration zzz irregulare migration zzz migracije zzz migracion zzz migracioni zzz migracioni i parregullt zzz migrant smuggling zzz migration zzz migration irreguliere zzz migrazione zzz nezakonite migracije zzz smuggling of migrants zzz kriumcarenje migranti zzz migracija i azil');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (19, 'missing-persons', 'missing persons zzz missing persons zzz vermisste zzz missing person zzz nestala lica zzz nestale osobe zzz persona te pagjetur zzz persona te zhdukur zzz personat e pagjetur zzz personat e zhdukur zzz persone scomparse zzz personnes disparues zzz search for missing persons zzz tracing of missing persons zzz trazenje nestalih lica zzz trazenje nestalih osoba zzz vermisste personen zzz isceznati lica zzz potraga po isceznati lica');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (20, 'mla', 'mla zzz mutual legal assistance zzz mla zzz rechtshilfe zzz assistenza giudiziaria zzz assistenza giudiziaria in materia penale zzz bashkepunim juridik nderkombetar zzz entraide judiciaire zzz judicial assistance zzz judicial cooperation zzz judicial cooperation zzz legal assistance zzz medunarodna pravna pomoc zzz medusobna pravna pomoc zzz mutual assistance in criminal matters zzz ndihma e ndersjelle juridike zzz ndihme e ndersjelle juridike zzz ndihme juridike zzz pravna pomoc zzz uzajamna pravna pomoc zzz megjunarodna pravna pomos zzz pravna pomos');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (21, 'organised-crime', 'organised crime zzz organised crime zzz crime organise zzz criminalita organizzata zzz criminalite organisee zzz crimine organizzato zzz cross border crime zzz grenzuberschreitende kriminalitat zzz krim i organizuar zzz krimi i organizuar zzz organisierte kriminalitat zzz organized crime zzz organizirani kriminal zzz organizirani kriminalitet zzz organizovani kriminal zzz prekogranicni kriminal zzz serious and organised crime zzz serious and organized crime zzz transnational crime zzz transnational organised crime zzz organiziran kriminal zzz prekugranicen kriminal');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (22, 'other', 'other zzz other zzz sonstiges zzz altri zzz altro zzz andere zzz autre zzz autres zzz divers zzz drugo zzz miscellaneous zzz ostalo zzz other matters zzz others zzz tjeter zzz te tjera zzz ostanato');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (23, 'parallel-investigation', 'parallel investigation zzz parallel investigations zzz pit zzz spiegelverfahren zzz enquete miroir zzz enquete parallele zzz enquetes paralleles zzz hetim paralel zzz hetime paralele zzz indagine parallela zzz indagini parallele zzz mirror investigation zzz mirror investigations zzz paralelna istraga zzz paralelne istrage zzz parallel investigation zzz parallel investigation team zzz parallele ermittlungen zzz paralelni istragi');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (24, 'pcc', 'pcc zzz police cooperation centre zzz ccpd zzz pcc zzz pccc zzz polizeikooperationszentrum zzz centar za policijsku saradnju zzz centar za policijsku suradnju zzz centre de cooperation policiere et douaniere zzz centro di cooperazione di polizia zzz centro di cooperazione di polizia e doganale zzz common contact centre zzz gemeinsames zentrum der polizei und zollzusammenarbeit zzz joint centre for police cooperation zzz police and customs cooperation centre zzz police cooperation center zzz police cooperation centres zzz qendra e perbashket per bashkepunim policor zzz qender e bashkepunimit policor zzz zajednicki kontakt centar zzz zaednicki kontakt centar zzz centar za policiska sorabotka');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (25, 'police-cooperation', 'police cooperation zzz police cooperation zzz polizeizusammenarbeit zzz bashkepunim policor zzz bashkepunim policor nderkufitar zzz bashkepunimi policor zzz cooperazione di polizia zzz cooperazione transfrontaliera di polizia zzz cooperation policiere zzz cooperation policiere transfrontaliere zzz cross border police cooperation zzz cross border police cooperation zzz law enforcement cooperation zzz law enforcement cooperation zzz police cooperation zzz policijska saradnja zzz policijska suradnja zzz polizeiliche zusammenarbeit zzz prekogranicna policijska saradnja zzz prekogranicna policijska suradnja zzz policiska sorabotka zzz prekugranicna policiska sorabotka');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (26, 'prosecution', 'prosecution zzz prosecutorial cooperation zzz staatsanwaltschaft zzz bashkepunim ndermjet prokurorive zzz cooperation between prosecution offices zzz cooperation of prosecutors zzz cooperazione tra procure zzz cooperation entre parquets zzz drzavno odvjetnistvo zzz ministere public zzz prokurori zzz prokuroria zzz prosecutorial cooperation zzz prosecutors zzz pubblico ministero zzz public prosecution zzz saradnja tuzilastava zzz suradnja drzavnih odvjetnistava zzz tuzilastvo zzz obvinitelstvo zzz sorabotka na javnite obvinitelstva zzz javno obvinitelstvo');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (27, 'readmission', 'readmission zzz readmission zzz ruckubernahme zzz ruckubernahme von personen zzz ruckubernahmeabkommen zzz accord de readmission zzz accordo di riammissione zzz prihvat osoba zzz re admission zzz readmisija zzz readmisija lica zzz readmisija osoba zzz readmission agreement zzz readmission of persons zzz reprise et readmission zzz return and readmission zzz ri pranimi zzz riammissione zzz ripranim zzz ripranimi zzz ripranimi i personave zzz prezemanje na lica');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (28, 'salw', 'salw zzz small arms and light weapons zzz feuerwaffen zzz kleinwaffen und leichte waffen zzz salw zzz armes legeres et de petit calibre zzz armes a feu zzz armi da fuoco zzz armi leggere e di piccolo calibro zzz arms trafficking zzz arme te vogla dhe te lehta zzz arme zjarri zzz firearms zzz krijumcarenje oruzja zzz light weapons zzz malo i lako oruzje zzz malokalibarsko i lako oruzje zzz small arms zzz trafikimi i armeve zzz vatreno oruzje zzz malo i lesno oruzje zzz ogneno oruzje');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (29, 'terrorism', 'terrorism zzz terrorism zzz ftf zzz terrorismus zzz terrorismusbekampfung zzz anti terrorism zzz borba protiv terorizma zzz counter terrorism zzz counterterrorism zzz fight against terrorism zzz foreign terrorist fighters zzz lotta al terrorismo zzz lotta contro il terrorismo zzz lufta kunder terrorizmit zzz lutte contre le terrorisme zzz terorizam zzz terrorisme zzz terrorismo zzz terrorizmi zzz terrorizem zzz violent extremism zzz borba protiv terorizmot');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (30, 'trafficking', 'trafficking zzz trafficking in human beings zzz menschenhandel zzz thb zzz anti trafficking zzz child trafficking zzz human trafficking zzz trafficking in persons zzz trafficking of human beings zzz trafikim i qenieve njerezore zzz trafikimi i qenieve njerezore zzz trafikimi me njerez zzz traite des personnes zzz traite des etres humains zzz tratta degli esseri umani zzz tratta di esseri umani zzz tratta di persone zzz trgovina ljudima zzz trgovina ljudskim bicima zzz trgovija so lugje');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (31, 'training', 'training zzz police training zzz polizeiausbildung zzz addestramento zzz formation de la police zzz formation policiere zzz formazione di polizia zzz law enforcement training zzz obuka zzz police academies zzz police education zzz policijska obuka zzz polizeiliche aus und fortbildung zzz strucno usavrsavanje zzz training of police officers zzz trajnim zzz trajnim policor zzz trajnime zzz trajnimi i policise zzz policiska obuka');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (32, 'transfer-of-sentenced-persons', 'transfer of sentenced persons zzz transfer of sentenced persons zzz premjestaj osudenih osoba zzz prisoner transfer zzz transfer of convicted persons zzz transfer of prisoners zzz transfer of sentenced offenders zzz transfer osudenih lica zzz transfer osudenih osoba zzz transferim i personave te denuar zzz transferimi i personave te denuar zzz transferimi i te denuarve zzz transferement des detenus zzz transferement des personnes condamnees zzz trasferimento dei detenuti zzz trasferimento delle persone condannate zzz uberstellung verurteilter personen zzz uberstellung von verurteilten personen zzz transfer na osudeni lica');
INSERT INTO "type_text" ("rowid", "code", "names") VALUES (33, 'witness-protection', 'witness protection zzz witness protection zzz zeugenschutz zzz mbrojtja e deshmitareve zzz mbrojtje e deshmitareve zzz premjestaj svjedoka zzz protection des temoins zzz protection of witnesses zzz protezione dei testimoni zzz protezione testimoni zzz relocation of witnesses zzz witness protection program zzz witness protection programme zzz witness relocation zzz zastita svedoka zzz zastita svjedoka zzz zhvendosja e deshmitareve zzz zastita na svedoci');
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (1, '2026-11-25T02:46:34Z', 'archivist', 'import story.csv', NULL);
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (2, '2026-11-25T02:46:40Z', 'archivist', 'add --party AL --party SU --form treaty --type cybercrime --signed ''1957-04-12?'' --title ''Уговор Đorđević; ''"''"''quoted''"''"'' [annex 1]'' --confidence low --source ''A <https://example.org/1>''', NULL);
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (3, '2026-11-25T02:46:42Z', 'archivist', 'edit AL-XK-2012-1 --place Prizren --notes ''Two lines,
both kept.''', NULL);
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (4, '2026-11-25T02:46:44Z', 'archivist', 'assess AL-XK-2012-1 --score partial --on 2024-06 --note ''two of six'' --source ''Report 12''', NULL);
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (5, '2026-11-25T02:46:47Z', 'archivist', 'relate AL-XK-2018-1 implements AL-XK-2012-1', NULL);
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (6, '2026-11-25T02:46:48Z', 'archivist', 'delete ME-XK-nd-1 --yes', NULL);
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (7, '2026-11-25T02:46:51Z', 'archivist', 'import story-theirs.csv --on-duplicate add', NULL);
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (8, '2026-11-25T02:46:54Z', 'archivist', 'edit AL-XK-2018-1 --place Tirana', NULL);
INSERT INTO "change_set" ("id", "at", "by", "command", "undoes") VALUES (9, '2026-11-25T02:46:56Z', 'archivist', 'undo', 8);
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 0, 'AL-XK-2012-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 1, 'AL-XK-2018-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 2, 'HR-YU-FRY-1997-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 3, 'AT-YU-SFRY-1954-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 4, 'AL-BA-ME-2010-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 5, 'AL-ME-MK-XK-2019-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 6, 'RS-UNMIK-2002-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 7, 'ME-XK-nd-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 8, 'MK-RS-nd-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (1, 9, 'BA-EU-2008-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (2, 0, 'AL-SU-1957-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (3, 0, 'AL-XK-2012-1', 'edit', '{"place": ["Pristina", "Prizren"], "notes": ["First line\nsecond line", "Two lines,\nboth kept."]}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (4, 0, 'AL-XK-2012-1', 'edit', '{"implementation": ["2013 none: nothing seen [Report 1] | 2014-02-03 full: patrols [Report 2]", "2013 none: nothing seen [Report 1] | 2014-02-03 full: patrols [Report 2] | 2024-06 partial: two of six [Report 12]"]}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (5, 0, 'AL-XK-2018-1', 'edit', '{"relations": ["supplements AL-XK-2012-1", "supplements AL-XK-2012-1;implements AL-XK-2012-1"]}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (6, 0, 'ME-XK-nd-1', 'delete', '{"key": ["ME-XK-nd-1", ""], "title": ["Undated memorandum", ""], "form": ["mou", ""], "types": ["other", ""], "parties": ["ME;XK", ""], "level": ["unknown", ""], "confidence": ["low", ""]}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (7, 0, 'HR-YU-FRY-1997-2', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (7, 1, 'AL-MK-1995-1', 'add', '{}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (8, 0, 'AL-XK-2018-1', 'edit', '{"place": ["", "Tirana"]}');
INSERT INTO "change" ("change_set_id", "position", "key", "kind", "fields") VALUES (9, 0, 'AL-XK-2018-1', 'edit', '{"place": ["Tirana", ""]}');
INSERT INTO "batch" ("change_set_id", "file", "checksum", "mapping", "rows_read", "new", "updated", "unchanged", "left_alone", "refused") VALUES (1, 'story.csv', 'd8fdd36a93258b7f697a7336d4296db58c1009a3d0b0ea2116e8a44e67cf9a2d', '# How wbagree reads a list of this kind: wbagree import --use-map NAME FILE
', 10, 10, 0, 0, 0, 0);
INSERT INTO "batch" ("change_set_id", "file", "checksum", "mapping", "rows_read", "new", "updated", "unchanged", "left_alone", "refused") VALUES (7, 'story-theirs.csv', 'effbbd0fba4599c0b1c91893ec036d7e63302fbd64459847cc8c66ca73d391e9', '# How wbagree reads a list of this kind: wbagree import --use-map NAME FILE
', 2, 2, 0, 0, 0, 0);
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 2, 'AL-XK-2012-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 4, 'AL-XK-2018-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 5, 'HR-YU-FRY-1997-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 6, 'AT-YU-SFRY-1954-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 7, 'AL-BA-ME-2010-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 8, 'AL-ME-MK-XK-2019-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 9, 'RS-UNMIK-2002-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 10, 'ME-XK-nd-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 11, 'MK-RS-nd-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (1, 12, 'BA-EU-2008-1', '');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (7, 2, 'HR-YU-FRY-1997-2', '0c783620c6a6d7f2b22e3663d33c2a2e7cc9482ee4466c08ebfbce72e6a61ac6');
INSERT INTO "origin" ("change_set_id", "line", "key", "digest") VALUES (7, 3, 'AL-MK-1995-1', 'a81c804a24e7e65327b7c19ca8bbd03bbe17cbe7475f39fef90d6bb280260db4');
INSERT INTO "distinct_pair" ("one", "other") VALUES ('HR-YU-FRY-1997-1', 'HR-YU-FRY-1997-2');
COMMIT;
