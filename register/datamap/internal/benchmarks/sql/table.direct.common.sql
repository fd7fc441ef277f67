-- ?1 day, ?2 category: the same for a category that stands nearly everywhere;
-- of each party the first flow that shows it is enough.
SELECT p.party
FROM (SELECT DISTINCT party FROM node) p
WHERE EXISTS (
  SELECT 1
  FROM data_overlap o
  CROSS JOIN flow f INDEXED BY flow_by_party ON f.category = o.term AND f.party = p.party
  WHERE o.asked = ?2 AND f.facet = 0 AND f.unknown = 0 AND ?1 BETWEEN f.begins AND f.ends)
