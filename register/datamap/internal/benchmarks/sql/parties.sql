-- What both engines of SQLite share: the trees of terms, the parties and the
-- chains. Terms, parties and roles are numbers; days are numbers such as
-- 20261122, 0 and 99999999 where an entry names none.

-- Pairs of terms of which one is the other or lies below it, with the narrower
-- one. Data 0 is the term above all others.
CREATE TABLE data_overlap (asked INTEGER, term INTEGER, narrower INTEGER, PRIMARY KEY (asked, term)) WITHOUT ROWID;
CREATE TABLE subject_overlap (asked INTEGER, term INTEGER, PRIMARY KEY (asked, term)) WITHOUT ROWID;
CREATE TABLE purpose_overlap (asked INTEGER, term INTEGER, PRIMARY KEY (asked, term)) WITHOUT ROWID;

-- A node is where data arrive: a party, one of its services, or a party under
-- what a disclosure or step says of it. What is nearest has been chosen already.
CREATE TABLE node (id INTEGER PRIMARY KEY, party INTEGER);
CREATE INDEX node_of_party ON node (party);
CREATE TABLE node_area (node INTEGER, area TEXT, PRIMARY KEY (node, area)) WITHOUT ROWID;

-- Who belongs to the EEA, and when.
CREATE TABLE membership (area TEXT, begins INTEGER, ends INTEGER, PRIMARY KEY (area, begins, ends)) WITHOUT ROWID;

-- A step by which data go on, with a row for each category that it names, or 0.
CREATE TABLE step (
  source INTEGER, target INTEGER, category INTEGER, role INTEGER, engaged INTEGER, begins INTEGER, ends INTEGER,
  PRIMARY KEY (source, target, category, role, engaged, begins, ends)
) WITHOUT ROWID;
CREATE INDEX step_back ON step (target, source, category, begins, ends);
