WITH found AS (
  SELECT v.id, v.form, v.level, v.computed_status, v.signed, v.latest_score, v.types, v.parties, substr(v.signed, 1, 4) AS year, s.inherited AS inherited, v.parties LIKE '%;%;%' AS wide
  FROM agreement_view AS v
  JOIN (
    SELECT agreement_id, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
    FROM pair_view
    WHERE since <= '2024-01-01'
      AND a = 'RS'
      AND NOT inherited
    GROUP BY agreement_id) AS s ON s.agreement_id = v.id
  WHERE v.day_json = json_quote('2024-01-01')
    AND v.signed IS NOT NULL
    AND v.verdict <> 'not-yet-signed'),
signed AS (
  SELECT agreement_id, min(a, b) AS a, max(a, b) AS b, inherited, inherited_from
  FROM signed_view
  WHERE since <= '2024-01-01'
    AND a = 'RS'
    AND NOT inherited),
inherited AS (
  SELECT agreement_id, a, b, inherited, inherited_from
  FROM (
    SELECT agreement_id, min(a, b) AS a, max(a, b) AS b, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
    FROM inherited_view
    WHERE since <= '2024-01-01'
      AND a = 'RS'
      AND NOT inherited
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
SELECT coalesce(found.year, 'undated') AS name, coalesce(found.year, 'undated') AS place, count(*) FILTER (WHERE NOT found.inherited) AS records, total(found.form IN ('agreement', 'treaty', 'convention')) FILTER (WHERE NOT found.inherited) AS agreements, total(found.form IN ('mou')) FILTER (WHERE NOT found.inherited) AS mous, total(found.form IN ('protocol')) FILTER (WHERE NOT found.inherited) AS protocols, total(found.computed_status = 'in-force') FILTER (WHERE NOT found.inherited) AS in_force, total(found.inherited) AS inherited, min(found.signed) FILTER (WHERE NOT found.inherited) AS first, max(found.signed) FILTER (WHERE NOT found.inherited) AS last, count(found.signed) FILTER (WHERE NOT found.inherited) AS dated, total(found.wide) FILTER (WHERE NOT found.inherited) AS wider
FROM found
WHERE 1
GROUP BY name;
