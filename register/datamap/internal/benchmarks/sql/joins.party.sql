,
arrives(node, category) AS MATERIALIZED (
  SELECT DISTINCT d.node, CASE WHEN x.category IS NULL THEN u.category ELSE y.narrower END
  FROM (SELECT DISTINCT node FROM upstream) r
  CROSS JOIN disclosure d INDEXED BY disclosure_by_node ON d.node = r.node
  CROSS JOIN activity a ON a.id = d.activity
  CROSS JOIN data_use u ON u.activity = d.activity
  LEFT JOIN disclosure_data x ON d.names_data = 1 AND x.disclosure = d.id
  LEFT JOIN data_overlap y ON y.asked = u.category AND y.term = x.category
  WHERE u.unknown = 0 AND a.planned = 0 AND ?1 BETWEEN a.begins AND a.ends AND ?1 BETWEEN d.begins AND d.ends
    AND (u.only_for IS NULL OR u.only_for = d.id)
    AND (d.names_data = 0 OR y.narrower IS NOT NULL)
    AND (d.names_subjects = 0 OR EXISTS (
      SELECT 1 FROM use_subject x CROSS JOIN disclosure_subject y ON y.disclosure = d.id
      CROSS JOIN subject_overlap z ON z.asked = x.subject AND z.term = y.subject
      WHERE x.use = u.id))
    AND (d.names_purposes = 0 OR EXISTS (
      SELECT 1 FROM use_purpose x CROSS JOIN disclosure_purpose y ON y.disclosure = d.id
      CROSS JOIN purpose_overlap z ON z.asked = x.purpose AND z.term = y.purpose
      WHERE x.use = u.id))
)
SELECT DISTINCT w.narrower
FROM arrives a
CROSS JOIN upstream r ON r.node = a.node
CROSS JOIN data_overlap w ON w.asked = r.within AND w.term = a.category
