-- One table for each kind of entry. To spare the questions work, a data use has
-- the subjects and purposes of its activity written out where it names none,
-- and data that a disclosure names and no data use overlaps are a use of their
-- own (only_for); unknown where the register does not say which.
CREATE TABLE activity (id INTEGER PRIMARY KEY, planned INTEGER, begins INTEGER, ends INTEGER);
CREATE TABLE data_use (
  activity INTEGER, id INTEGER, category INTEGER, only_for INTEGER, unknown INTEGER,
  PRIMARY KEY (activity, id)
) WITHOUT ROWID;
CREATE TABLE use_subject (use INTEGER, subject INTEGER, PRIMARY KEY (use, subject)) WITHOUT ROWID;
CREATE TABLE use_purpose (use INTEGER, purpose INTEGER, PRIMARY KEY (use, purpose)) WITHOUT ROWID;
CREATE TABLE disclosure (
  activity INTEGER, id INTEGER, party INTEGER, node INTEGER, role INTEGER,
  names_data INTEGER, names_subjects INTEGER, names_purposes INTEGER, begins INTEGER, ends INTEGER,
  PRIMARY KEY (activity, id)
) WITHOUT ROWID;
CREATE TABLE disclosure_data (disclosure INTEGER, category INTEGER, PRIMARY KEY (disclosure, category)) WITHOUT ROWID;
CREATE TABLE disclosure_subject (disclosure INTEGER, subject INTEGER, PRIMARY KEY (disclosure, subject)) WITHOUT ROWID;
CREATE TABLE disclosure_purpose (disclosure INTEGER, purpose INTEGER, PRIMARY KEY (disclosure, purpose)) WITHOUT ROWID;
