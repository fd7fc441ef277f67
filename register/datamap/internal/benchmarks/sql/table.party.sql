,
arrives(node, category) AS MATERIALIZED (
  SELECT DISTINCT f.node, f.category
  FROM (SELECT DISTINCT node FROM upstream) r
  CROSS JOIN flow f INDEXED BY flow_by_node ON f.node = r.node
  WHERE f.facet = 0 AND f.unknown = 0 AND ?1 BETWEEN f.begins AND f.ends
)
SELECT DISTINCT w.narrower
FROM arrives a
CROSS JOIN upstream r ON r.node = a.node
CROSS JOIN data_overlap w ON w.asked = r.within AND w.term = a.category
