-- +goose Up
CREATE TABLE registers (
  tenant   TEXT COLLATE "C" NOT NULL,
  id       TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL, -- the newest
  hash     TEXT COLLATE "C" NOT NULL,    -- of that revision
  changed  TEXT COLLATE "C" NOT NULL,
  extends  TEXT COLLATE "C" NOT NULL,    -- identifiers as a JSON list
  approved BIGINT NOT NULL, -- the newest approved revision, 0 for none
  PRIMARY KEY (tenant, id)
);

-- What the register says now: its own fields (kind register, no key) and its entries.
CREATE TABLE entries (
  tenant   TEXT COLLATE "C" NOT NULL,
  register TEXT COLLATE "C" NOT NULL,
  kind     TEXT COLLATE "C" NOT NULL,
  key      TEXT COLLATE "C" NOT NULL,
  position BIGINT NOT NULL,
  body     BYTEA NOT NULL, -- canonical JSON
  PRIMARY KEY (tenant, register, kind, key)
);

CREATE TABLE revisions (
  tenant      TEXT COLLATE "C" NOT NULL,
  register    TEXT COLLATE "C" NOT NULL,
  number      BIGINT NOT NULL,
  address     TEXT COLLATE "C" NOT NULL,
  action      TEXT COLLATE "C" NOT NULL,
  made_by     TEXT COLLATE "C" NOT NULL,
  reason      TEXT COLLATE "C" NOT NULL,
  made_on     TEXT COLLATE "C" NOT NULL,
  extends     TEXT COLLATE "C" NOT NULL,
  changes     BIGINT NOT NULL,
  whole       TEXT COLLATE "C" NOT NULL, -- the hash of the register as a whole, where the revision holds it
  previous    TEXT COLLATE "C" NOT NULL,
  hash        TEXT COLLATE "C" NOT NULL,
  approved_by TEXT COLLATE "C" NOT NULL,
  approved_on TEXT COLLATE "C" NOT NULL,
  approval    TEXT COLLATE "C" NOT NULL, -- the hash of the approval, "" for none
  PRIMARY KEY (tenant, register, number)
);

CREATE TABLE changes (
  tenant       TEXT COLLATE "C" NOT NULL,
  register     TEXT COLLATE "C" NOT NULL,
  number       BIGINT NOT NULL,
  seq          BIGINT NOT NULL,
  address      TEXT COLLATE "C" NOT NULL,
  position     BIGINT NOT NULL,
  body_before  BYTEA,
  body_after   BYTEA,
  PRIMARY KEY (tenant, register, number, seq)
);
CREATE INDEX changes_by_address ON changes (tenant, register, address, number);

-- The register as a whole at some revisions, so that an old one is soon put together.
CREATE TABLE copies (
  tenant   TEXT COLLATE "C" NOT NULL,
  register TEXT COLLATE "C" NOT NULL,
  number   BIGINT NOT NULL,
  body     BYTEA NOT NULL, -- canonical JSON
  PRIMARY KEY (tenant, register, number)
);

-- Answers to requests that may be sent again.
CREATE TABLE answers (
  tenant   TEXT COLLATE "C" NOT NULL,
  key      TEXT COLLATE "C" NOT NULL,
  request  TEXT COLLATE "C" NOT NULL,
  status   BIGINT NOT NULL,
  location TEXT COLLATE "C" NOT NULL,
  tag      TEXT COLLATE "C" NOT NULL,
  body     BYTEA NOT NULL,
  made_on  TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, key)
);
CREATE INDEX answers_by_time ON answers (tenant, made_on);

-- +goose Down
DROP TABLE answers;
DROP TABLE copies;
DROP TABLE changes;
DROP TABLE revisions;
DROP TABLE entries;
DROP TABLE registers;
