-- Through chains, from the nodes at which the flows arrive (start, above: it
-- differs between the engines). A node is visited once for each category.
WITH RECURSIVE
start(node, category, role) AS MATERIALIZED (
  /* start */
),
reached(node, category) AS (
  SELECT node, category FROM start
  UNION
  SELECT s.target, o.narrower
  FROM reached r
  CROSS JOIN step s ON s.source = r.node
  CROSS JOIN data_overlap o ON o.asked = s.category AND o.term = r.category
  WHERE ?1 BETWEEN s.begins AND s.ends
)
SELECT DISTINCT n.party
FROM reached r
CROSS JOIN node n ON n.id = r.node
CROSS JOIN data_overlap o ON o.asked = ?2 AND o.term = r.category
