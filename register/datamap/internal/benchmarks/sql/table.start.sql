  -- ?1 day, ?2 category (0 for any), ?3 whether what is not said counts.
  SELECT DISTINCT f.node, f.category, f.role
  FROM data_overlap o
  CROSS JOIN flow f INDEXED BY flow_by_category ON f.category = o.term
  WHERE o.asked = ?2 AND f.facet = 0 AND f.unknown <= ?3 AND ?1 BETWEEN f.begins AND f.ends
