SELECT v.id, v.key, v.title, v.title_original, v.form, v.level, v.signed, v.place, v.in_force, v.ended, v.asserted_status, v.confidence, v.notes, v.renewal, v.disclosure, v.status_on, v.languages, v.entry_clause, v.termination_clause, v.depositary, v.archive_number, v.registration, v.responsible, v.binding, v.parties, v.types, v.day, v.computed_status, v.verdict, v.latest_score, s.inherited, s.inherited_from
FROM agreement_view AS v
JOIN (
  SELECT agreement_id, inherited, inherited_from, min(inherited || (inherited_from LIKE '% %') || inherited_from)
  FROM pair_view
  WHERE since <= '2024-01-01'
    AND a = 'AL'
    AND b = 'XK'
  GROUP BY agreement_id) AS s ON s.agreement_id = v.id
WHERE v.day_json = json_quote('2024-01-01')
  AND v.verdict <> 'not-yet-signed'
ORDER BY v.signed IS NULL, v.signed_earliest ASC, v.signed_latest ASC, rtrim(v.key, '0123456789'), CAST(replace(v.key, rtrim(v.key, '0123456789'), '') AS INTEGER), v.key;
