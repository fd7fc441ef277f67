-- ?1 day, ?2 category, ?3 subject, ?4 purpose.
SELECT DISTINCT f.party
FROM data_overlap o
CROSS JOIN subject_overlap s ON s.asked = ?3
CROSS JOIN purpose_overlap p ON p.asked = ?4
CROSS JOIN flow f INDEXED BY flow_by_facet ON f.category = o.term AND f.subject = s.term AND f.purpose = p.term
WHERE o.asked = ?2 AND f.unknown = 0 AND ?1 BETWEEN f.begins AND f.ends
