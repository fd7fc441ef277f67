-- Covering, made after loading.
CREATE INDEX use_by_category ON data_use (category, unknown, activity, id, only_for);
CREATE INDEX disclosure_by_party ON disclosure (party, activity, id, names_data, names_subjects, names_purposes, begins, ends);
CREATE INDEX disclosure_by_node ON disclosure (node, activity, id, names_data, names_subjects, names_purposes, begins, ends);
