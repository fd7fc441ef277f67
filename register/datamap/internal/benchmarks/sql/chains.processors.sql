-- Through chains with roles: 0 none stated, 1 processor, 2 sub-processor,
-- 3 joint controller, 4 controller, 5 recipient.
WITH RECURSIVE
start(node, category, role) AS MATERIALIZED (
  /* start */
),
reached(node, category, role) AS (
  SELECT node, category, role FROM start
  UNION
  SELECT s.target, o.narrower, CASE
    WHEN s.role = 1 AND r.role IN (1, 2) THEN 2
    WHEN s.role <> 0 THEN s.role
    WHEN s.engaged = 0 OR r.role = 0 THEN 0
    WHEN r.role IN (1, 2) THEN 2
    ELSE 1 END
  FROM reached r
  CROSS JOIN step s ON s.source = r.node
  CROSS JOIN data_overlap o ON o.asked = s.category AND o.term = r.category
  WHERE ?1 BETWEEN s.begins AND s.ends
)
SELECT DISTINCT n.party
FROM reached r
CROSS JOIN node n ON n.id = r.node
CROSS JOIN data_overlap o ON o.asked = ?2 AND o.term = r.category
WHERE r.role IN (1, 2)
