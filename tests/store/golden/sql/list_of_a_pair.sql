SELECT v.id, v.key, v.title, v.title_original, v.form, v.level, v.signed, v.place, v.in_force, v.ended, v.asserted_status, v.confidence, v.notes, v.renewal, v.disclosure, v.status_on, v.languages, v.entry_clause, v.termination_clause, v.depositary, v.archive_number, v.registration, v.responsible, v.binding, v.parties, v.types, v.derived_signed, v.derived_in_force, v.derived_ended, v.day, v.latest_score, (
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
    SELECT (
      SELECT coalesce(iif(v.act_roles <> ''
            AND v.act_roles LIKE '% party %', (
            SELECT CASE WHEN max(life.ended_latest <= '2024-01-01') THEN 'ended' WHEN max(life.ended_earliest <= '2024-01-01') THEN 'exit-undated' WHEN of_all IN ('ended', 'end-straddles', 'exit-undated', 'end-asserted', 'end-undated', 'suspended', 'suspension-straddles') THEN NULL WHEN sum(life.in_force_latest <= '2024-01-01') = 2 THEN 'in-force' WHEN of_all = 'in-force'
              AND max(life.in_force_earliest) > '2024-01-01' THEN 'not-yet-for-all' END
            FROM party_life AS life
            WHERE life.agreement_id = v.id
              AND life.party_code IN ('AL', 'XK')), NULL), of_all)
      FROM (
        SELECT v.verdict AS of_all) AS known) AS of_pair, v.verdict AS of_all) AS known) AS computed_status, (
  SELECT coalesce(iif(v.act_roles <> ''
        AND v.act_roles LIKE '% party %', (
        SELECT CASE WHEN max(life.ended_latest <= '2024-01-01') THEN 'ended' WHEN max(life.ended_earliest <= '2024-01-01') THEN 'exit-undated' WHEN of_all IN ('ended', 'end-straddles', 'exit-undated', 'end-asserted', 'end-undated', 'suspended', 'suspension-straddles') THEN NULL WHEN sum(life.in_force_latest <= '2024-01-01') = 2 THEN 'in-force' WHEN of_all = 'in-force'
          AND max(life.in_force_earliest) > '2024-01-01' THEN 'not-yet-for-all' END
        FROM party_life AS life
        WHERE life.agreement_id = v.id
          AND life.party_code IN ('AL', 'XK')), NULL), of_all)
  FROM (
    SELECT v.verdict AS of_all) AS known) AS verdict, s.inherited, s.inherited_from
FROM agreement_view AS v
JOIN (
  SELECT agreement_id, a, b, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
  FROM pair_view
  WHERE since <= '2024-01-01'
    AND a = 'AL'
    AND b = 'XK'
  GROUP BY agreement_id) AS s ON s.agreement_id = v.id
WHERE v.day_json = json_quote('2024-01-01')
  AND v.verdict <> 'not-yet-signed'
ORDER BY v.signed_earliest IS NULL, v.signed_earliest ASC, v.signed_latest ASC, rtrim(v.key, '0123456789'), CAST(replace(v.key, rtrim(v.key, '0123456789'), '') AS INTEGER), v.key;
