-- Covering, made after loading; those that need no subject and purpose hold
-- each flow once.
CREATE INDEX flow_by_facet ON flow (category, subject, purpose, party, begins, ends, unknown);
CREATE INDEX flow_by_party ON flow (category, party, begins, ends, unknown) WHERE facet = 0;
CREATE INDEX flow_by_category ON flow (category, node, role, begins, ends, unknown) WHERE facet = 0;
CREATE INDEX flow_by_node ON flow (node, category, begins, ends, unknown) WHERE facet = 0;
