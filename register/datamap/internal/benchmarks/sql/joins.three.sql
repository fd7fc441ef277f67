-- ?1 day, ?2 category, ?3 subject, ?4 purpose.
SELECT DISTINCT d.party
FROM data_overlap o
CROSS JOIN data_use u INDEXED BY use_by_category ON u.category = o.term AND u.unknown = 0
CROSS JOIN activity a ON a.id = u.activity
CROSS JOIN disclosure d ON d.activity = u.activity
WHERE o.asked = ?2 AND a.planned = 0 AND ?1 BETWEEN a.begins AND a.ends
  AND EXISTS (
    SELECT 1 FROM use_purpose x CROSS JOIN purpose_overlap z ON z.asked = ?4 AND z.term = x.purpose
    WHERE x.use = u.id)
  AND EXISTS (
    SELECT 1 FROM use_subject x CROSS JOIN subject_overlap z ON z.asked = ?3 AND z.term = x.subject
    WHERE x.use = u.id)
  AND ?1 BETWEEN d.begins AND d.ends
  AND (u.only_for IS NULL OR u.only_for = d.id)
  AND (d.names_data = 0 OR EXISTS (
    SELECT 1 FROM disclosure_data x
    CROSS JOIN data_overlap y ON y.asked = u.category AND y.term = x.category
    CROSS JOIN data_overlap z ON z.asked = ?2 AND z.term = x.category
    WHERE x.disclosure = d.id))
  AND (d.names_subjects = 0 OR EXISTS (
    SELECT 1 FROM use_subject x CROSS JOIN subject_overlap v ON v.asked = ?3 AND v.term = x.subject
    CROSS JOIN disclosure_subject y ON y.disclosure = d.id
    CROSS JOIN subject_overlap z ON z.asked = x.subject AND z.term = y.subject
    CROSS JOIN subject_overlap t ON t.asked = ?3 AND t.term = y.subject
    WHERE x.use = u.id))
  AND (d.names_purposes = 0 OR EXISTS (
    SELECT 1 FROM use_purpose x CROSS JOIN purpose_overlap v ON v.asked = ?4 AND v.term = x.purpose
    CROSS JOIN disclosure_purpose y ON y.disclosure = d.id
    CROSS JOIN purpose_overlap z ON z.asked = x.purpose AND z.term = y.purpose
    CROSS JOIN purpose_overlap t ON t.asked = ?4 AND t.term = y.purpose
    WHERE x.use = u.id))
