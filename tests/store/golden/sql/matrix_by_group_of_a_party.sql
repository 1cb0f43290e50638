SELECT g.code, g.label, t.code
FROM type_group AS g
JOIN type AS t ON t.group_code = g.code
ORDER BY g.position;

WITH found AS (
  SELECT v.id, v.form, v.level, v.computed_status, v.signed, v.latest_score, v.types, v.parties, substr(v.signed, 1, 4) AS year, s.inherited AS inherited, v.parties LIKE '%;%;%' AS wide
  FROM agreement_view AS v
  JOIN (
    SELECT agreement_id, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
    FROM pair_view
    WHERE since <= '2024-01-01'
      AND a = 'XK'
    GROUP BY agreement_id) AS s ON s.agreement_id = v.id
  WHERE v.day_json = json_quote('2024-01-01')
    AND v.form IN ('agreement')
    AND v.verdict <> 'not-yet-signed'),
signed AS (
  SELECT agreement_id, min(a, b) AS a, max(a, b) AS b, inherited, inherited_from
  FROM signed_view
  WHERE since <= '2024-01-01'
    AND a = 'XK'),
inherited AS (
  SELECT agreement_id, a, b, inherited, inherited_from
  FROM (
    SELECT agreement_id, min(a, b) AS a, max(a, b) AS b, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
    FROM inherited_view
    WHERE since <= '2024-01-01'
      AND a = 'XK'
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
  GROUP BY agreement_id, party)
SELECT DISTINCT p.a, p.b, t.group_code, found.id, p.inherited, found.computed_status, found.signed
FROM found
JOIN pairs AS p ON p.agreement_id = found.id
JOIN agreement_type AS at ON at.agreement_id = found.id
JOIN type AS t ON t.code = at.type_code;
