-- ?1 day, ?2 category.
SELECT DISTINCT f.party
FROM data_overlap o
CROSS JOIN flow f INDEXED BY flow_by_party ON f.category = o.term
WHERE o.asked = ?2 AND f.facet = 0 AND f.unknown = 0 AND ?1 BETWEEN f.begins AND f.ends
