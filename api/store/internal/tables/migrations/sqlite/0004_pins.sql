-- +goose Up
-- The revisions of all that a register extends, as they were when the revision was
-- made: by identifier as a JSON object; empty where it extends nothing, or where that
-- was not noted down.
ALTER TABLE revisions ADD COLUMN bases TEXT NOT NULL DEFAULT '';
-- Why it was approved.
ALTER TABLE revisions ADD COLUMN approval_reason TEXT NOT NULL DEFAULT '';

-- Each approval covers the one before it.
CREATE TABLE approvals (
  tenant   TEXT NOT NULL,
  register TEXT NOT NULL,
  number   INTEGER NOT NULL,
  revision INTEGER NOT NULL, -- up to which it approves
  after    INTEGER NOT NULL, -- what was approved before
  bases    TEXT NOT NULL, -- the revisions of what the register extends that are approved with it
  made_by  TEXT NOT NULL,
  reason   TEXT NOT NULL,
  made_on  TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL,
  PRIMARY KEY (tenant, register, number)
) WITHOUT ROWID, STRICT;

-- Registers that were removed: nothing of what they said.
CREATE TABLE removals (
  tenant    TEXT NOT NULL,
  register  TEXT NOT NULL,
  revision  INTEGER NOT NULL, -- the newest when it was removed
  last      TEXT NOT NULL, -- its hash
  approvals INTEGER NOT NULL, -- the number of the newest approval
  approval  TEXT NOT NULL, -- its hash
  made_by   TEXT NOT NULL,
  reason    TEXT NOT NULL,
  made_on   TEXT NOT NULL,
  hash      TEXT NOT NULL,
  PRIMARY KEY (tenant, register, revision)
) WITHOUT ROWID, STRICT;

-- The register that an answer speaks of: what was removed is not told again.
ALTER TABLE answers ADD COLUMN register TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE answers DROP COLUMN register;
DROP TABLE removals;
DROP TABLE approvals;
ALTER TABLE revisions DROP COLUMN approval_reason;
ALTER TABLE revisions DROP COLUMN bases;
