SELECT t.code, t.label, t.code, g.label
FROM type AS t
JOIN type_group AS g ON g.code = t.group_code
ORDER BY t.position;

WITH found AS (
  SELECT v.id, v.form, v.level, v.computed_status, v.verdict, v.act_roles, v.asserted_status, v.verdict AS pair_verdict, (
    SELECT iif(s.inherited
        AND of_pair NOT IN ('ended', 'end-asserted')
        AND NOT (of_all = 'asserted'
          AND v.asserted_status IN ('negotiation', 'not-in-force'))
        AND NOT (v.act_roles <> ''
          AND (EXISTS (
            SELECT 1
            FROM participation
            WHERE agreement_id = v.id
              AND party_code = s.a) OR EXISTS (
            SELECT 1
            FROM party_life
            WHERE agreement_id = v.id
              AND party_code = s.a
              AND continued_latest <= '2024-01-01'))
          AND (EXISTS (
            SELECT 1
            FROM participation
            WHERE agreement_id = v.id
              AND party_code = s.b) OR EXISTS (
            SELECT 1
            FROM party_life
            WHERE agreement_id = v.id
              AND party_code = s.b
              AND continued_latest <= '2024-01-01'))), 'inherited', CASE of_pair WHEN of_all THEN v.computed_status WHEN 'ended' THEN 'ended' WHEN 'in-force' THEN 'in-force' WHEN 'not-yet-for-all' THEN 'signed' ELSE 'unknown' END)
    FROM (
      SELECT v.verdict AS of_pair, v.verdict AS of_all) AS known) AS status, v.signed_earliest AS signed, v.latest_score, v.types, v.parties, substr(v.signed_earliest, 1, 4) AS year, s.inherited AS inherited, v.parties LIKE '%;%;%' AS wide
  FROM agreement_view AS v
  JOIN (
    SELECT agreement_id, a, b, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
    FROM pair_view
    WHERE since <= '2024-01-01'
      AND a < b
      AND a IN ('AL', 'ME', 'XK')
      AND b IN ('AL', 'ME', 'XK')
    GROUP BY agreement_id) AS s ON s.agreement_id = v.id
  WHERE v.day_json = json_quote('2024-01-01')
    AND v.verdict <> 'not-yet-signed'),
signed AS (
  SELECT agreement_id, min(a, b) AS a, max(a, b) AS b, inherited, inherited_from
  FROM signed_view
  WHERE since <= '2024-01-01'
    AND a < b
    AND a IN ('AL', 'ME', 'XK')
    AND b IN ('AL', 'ME', 'XK')),
inherited AS (
  SELECT agreement_id, a, b, inherited, inherited_from
  FROM (
    SELECT agreement_id, min(a, b) AS a, max(a, b) AS b, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
    FROM inherited_view
    WHERE since <= '2024-01-01'
      AND a < b
      AND a IN ('AL', 'ME', 'XK')
      AND b IN ('AL', 'ME', 'XK')
    GROUP BY 1, 2, 3)),
pairs AS (
  SELECT *
  FROM signed
  UNION ALL
  SELECT *
  FROM inherited),
bound AS (
  SELECT agreement_id, party, min(inherited) AS inherited
  FROM (
    SELECT agreement_id, a AS party, inherited
    FROM pairs
    UNION ALL
    SELECT agreement_id, b, inherited
    FROM pairs)
  GROUP BY agreement_id, party), judged AS MATERIALIZED (
  SELECT id, act_roles, asserted_status, verdict, computed_status, signed
  FROM found)
SELECT DISTINCT p.a, p.b, t.code, found.id, p.inherited, (
  SELECT iif(p.inherited
      AND of_pair NOT IN ('ended', 'end-asserted')
      AND NOT (of_all = 'asserted'
        AND found.asserted_status IN ('negotiation', 'not-in-force'))
      AND NOT (found.act_roles <> ''
        AND (EXISTS (
          SELECT 1
          FROM participation
          WHERE agreement_id = found.id
            AND party_code = p.a) OR EXISTS (
          SELECT 1
          FROM party_life
          WHERE agreement_id = found.id
            AND party_code = p.a
            AND continued_latest <= '2024-01-01'))
        AND (EXISTS (
          SELECT 1
          FROM participation
          WHERE agreement_id = found.id
            AND party_code = p.b) OR EXISTS (
          SELECT 1
          FROM party_life
          WHERE agreement_id = found.id
            AND party_code = p.b
            AND continued_latest <= '2024-01-01'))), 'inherited', CASE of_pair WHEN of_all THEN found.computed_status WHEN 'ended' THEN 'ended' WHEN 'in-force' THEN 'in-force' WHEN 'not-yet-for-all' THEN 'signed' ELSE 'unknown' END)
  FROM (
    SELECT (
      SELECT coalesce(iif(found.act_roles <> ''
            AND found.act_roles LIKE '% party %', (
            SELECT CASE WHEN max(life.ended_latest <= '2024-01-01') THEN 'ended' WHEN max(life.ended_earliest <= '2024-01-01') THEN 'exit-undated' WHEN of_all IN ('ended', 'end-straddles', 'exit-undated', 'end-asserted', 'end-undated', 'suspended', 'suspension-straddles') THEN NULL WHEN sum(life.in_force_latest <= '2024-01-01') = 2 THEN 'in-force' WHEN of_all = 'in-force'
              AND max(life.in_force_earliest) > '2024-01-01' THEN 'not-yet-for-all' END
            FROM party_life AS life
            WHERE life.agreement_id = found.id
              AND life.party_code IN (p.a, p.b)), NULL), of_all)
      FROM (
        SELECT found.verdict AS of_all) AS known) AS of_pair, found.verdict AS of_all) AS known), found.signed, (
  SELECT coalesce(iif(found.act_roles <> ''
        AND found.act_roles LIKE '% party %', (
        SELECT CASE WHEN max(life.ended_latest <= '2024-01-01') THEN 'ended' WHEN max(life.ended_earliest <= '2024-01-01') THEN 'exit-undated' WHEN of_all IN ('ended', 'end-straddles', 'exit-undated', 'end-asserted', 'end-undated', 'suspended', 'suspension-straddles') THEN NULL WHEN sum(life.in_force_latest <= '2024-01-01') = 2 THEN 'in-force' WHEN of_all = 'in-force'
          AND max(life.in_force_earliest) > '2024-01-01' THEN 'not-yet-for-all' END
        FROM party_life AS life
        WHERE life.agreement_id = found.id
          AND life.party_code IN (p.a, p.b)), NULL), of_all)
  FROM (
    SELECT found.verdict AS of_all) AS known)
FROM judged AS found
JOIN pairs AS p ON p.agreement_id = found.id
JOIN agreement_type AS at ON at.agreement_id = found.id
JOIN type AS t ON t.code = at.type_code;
