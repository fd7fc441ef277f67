-- One table of flows: a row for each flow and each of its combinations of
-- subject and purpose, numbered by facet from 0. Begins and ends are those of
-- the activity and the disclosure together.
CREATE TABLE flow (
  activity INTEGER, category INTEGER, party INTEGER, node INTEGER, role INTEGER, facet INTEGER,
  subject INTEGER, purpose INTEGER, unknown INTEGER, begins INTEGER, ends INTEGER
);
