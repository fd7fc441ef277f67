-- Through chains, as above, then only nodes outside the EEA.
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
),
nodes(id) AS MATERIALIZED (
  SELECT DISTINCT r.node FROM reached r CROSS JOIN data_overlap o ON o.asked = ?2 AND o.term = r.category
)
SELECT DISTINCT n.party
FROM nodes r
CROSS JOIN node n ON n.id = r.id
WHERE EXISTS (
  SELECT 1 FROM node_area x
  WHERE x.node = r.id AND x.area NOT IN ('EEA', 'EU')
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.area = x.area AND ?1 BETWEEN m.begins AND m.ends))
