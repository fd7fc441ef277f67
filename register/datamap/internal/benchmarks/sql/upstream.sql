-- ?1 day, ?2 party: what reaches it, from the party back to the disclosures.
-- Within is what the steps on the way let through, 0 for everything.
WITH RECURSIVE
upstream(node, within) AS (
  SELECT id, 0 FROM node WHERE party = ?2
  UNION
  SELECT s.source, o.narrower
  FROM upstream r
  CROSS JOIN step s INDEXED BY step_back ON s.target = r.node
  CROSS JOIN data_overlap o ON o.asked = s.category AND o.term = r.within
  WHERE ?1 BETWEEN s.begins AND s.ends
)
/* flows */
