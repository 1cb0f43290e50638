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
    SELECT v.verdict AS of_pair, v.verdict AS of_all) AS known) AS computed_status, v.verdict AS verdict, s.inherited, s.inherited_from
FROM agreement_view AS v
JOIN (
  SELECT agreement_id, a, b, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
  FROM pair_view
  WHERE since <= '2024-01-01'
    AND a < b
    AND a IN ('AL', 'ME', 'XK')
    AND b IN ('AL', 'ME', 'XK')
  GROUP BY agreement_id) AS s ON s.agreement_id = v.id
LEFT JOIN (
  SELECT rowid AS number, bm25(agreement_text, 10, 10, 4, 2, 3, 1, 1) AS rank
  FROM agreement_text
  WHERE agreement_text MATCH '"police"*') AS ranked ON ranked.number = v.id
WHERE v.day_json = json_quote('2024-01-01')
  AND v.id IN (
  SELECT agreement_id
  FROM agreement_type
  WHERE type_code IN ('mla', 'extradition'))
  AND (
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
    SELECT v.verdict AS of_pair, v.verdict AS of_all) AS known) IN ('ended', 'terminated', 'expired', 'superseded', 'in-force')
  AND v.id IN (
  SELECT id
  FROM agreement
  WHERE signed_earliest >= '2005-01-01'
    AND signed_latest >= '2005-06-01')
  AND v.verdict <> 'not-yet-signed'
  AND v.disclosure = ''
  AND v.id IN (
  SELECT rowid
  FROM agreement_text
  WHERE agreement_text MATCH '"police"*'
  UNION
  SELECT agreement_id
  FROM type_text
  CROSS JOIN agreement_type ON type_code = type_text.code
  WHERE type_text MATCH '"police"*')
  AND v.id NOT IN (
  SELECT rowid
  FROM agreement_text
  WHERE agreement_text MATCH '"border"'
  UNION
  SELECT agreement_id
  FROM type_text
  CROSS JOIN agreement_type ON type_code = type_text.code
  WHERE type_text MATCH '"border"')
ORDER BY ranked.rank IS NULL, ranked.rank, v.key
LIMIT 20;
