-- +goose Up
-- The revisions of all that a register extends, as they were when the revision was
-- made: by identifier as a JSON object; empty where it extends nothing, or where that
-- was not noted down.
ALTER TABLE revisions ADD COLUMN bases TEXT COLLATE "C" NOT NULL DEFAULT '';
-- Why it was approved.
ALTER TABLE revisions ADD COLUMN approval_reason TEXT COLLATE "C" NOT NULL DEFAULT '';

-- Each approval covers the one before it.
CREATE TABLE approvals (
  tenant   TEXT COLLATE "C" NOT NULL,
  register TEXT COLLATE "C" NOT NULL,
  number   BIGINT NOT NULL,
  revision BIGINT NOT NULL, -- up to which it approves
  after    BIGINT NOT NULL, -- what was approved before
  bases    TEXT COLLATE "C" NOT NULL, -- the revisions of what the register extends that are approved with it
  made_by  TEXT COLLATE "C" NOT NULL,
  reason   TEXT COLLATE "C" NOT NULL,
  made_on  TEXT COLLATE "C" NOT NULL,
  previous TEXT COLLATE "C" NOT NULL,
  hash     TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, register, number)
);

-- Registers that were removed: nothing of what they said.
CREATE TABLE removals (
  tenant    TEXT COLLATE "C" NOT NULL,
  register  TEXT COLLATE "C" NOT NULL,
  revision  BIGINT NOT NULL, -- the newest when it was removed
  last      TEXT COLLATE "C" NOT NULL, -- its hash
  approvals BIGINT NOT NULL, -- the number of the newest approval
  approval  TEXT COLLATE "C" NOT NULL, -- its hash
  made_by   TEXT COLLATE "C" NOT NULL,
  reason    TEXT COLLATE "C" NOT NULL,
  made_on   TEXT COLLATE "C" NOT NULL,
  hash      TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, register, revision)
);

-- The register that an answer speaks of: what was removed is not told again.
ALTER TABLE answers ADD COLUMN register TEXT COLLATE "C" NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE answers DROP COLUMN register;
DROP TABLE removals;
DROP TABLE approvals;
ALTER TABLE revisions DROP COLUMN approval_reason;
ALTER TABLE revisions DROP COLUMN bases;
