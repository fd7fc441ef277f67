-- +goose Up
CREATE TABLE registers (
  tenant   TEXT NOT NULL,
  id       TEXT NOT NULL,
  revision INTEGER NOT NULL, -- the newest
  hash     TEXT NOT NULL,    -- of that revision
  changed  TEXT NOT NULL,
  extends  TEXT NOT NULL,    -- identifiers as a JSON list
  approved INTEGER NOT NULL, -- the newest approved revision, 0 for none
  PRIMARY KEY (tenant, id)
) WITHOUT ROWID, STRICT;

-- What the register says now: its own fields (kind register, no key) and its entries.
CREATE TABLE entries (
  tenant   TEXT NOT NULL,
  register TEXT NOT NULL,
  kind     TEXT NOT NULL,
  key      TEXT NOT NULL,
  position INTEGER NOT NULL,
  body     BLOB NOT NULL, -- canonical JSON
  PRIMARY KEY (tenant, register, kind, key)
) WITHOUT ROWID, STRICT;

CREATE TABLE revisions (
  tenant      TEXT NOT NULL,
  register    TEXT NOT NULL,
  number      INTEGER NOT NULL,
  address     TEXT NOT NULL,
  action      TEXT NOT NULL,
  made_by     TEXT NOT NULL,
  reason      TEXT NOT NULL,
  made_on     TEXT NOT NULL,
  extends     TEXT NOT NULL,
  changes     INTEGER NOT NULL,
  whole       TEXT NOT NULL, -- the hash of the register as a whole, where the revision holds it
  previous    TEXT NOT NULL,
  hash        TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  approved_on TEXT NOT NULL,
  approval    TEXT NOT NULL, -- the hash of the approval, "" for none
  PRIMARY KEY (tenant, register, number)
) WITHOUT ROWID, STRICT;

CREATE TABLE changes (
  tenant       TEXT NOT NULL,
  register     TEXT NOT NULL,
  number       INTEGER NOT NULL,
  seq          INTEGER NOT NULL,
  address      TEXT NOT NULL,
  position     INTEGER NOT NULL,
  body_before  BLOB,
  body_after   BLOB,
  PRIMARY KEY (tenant, register, number, seq)
) WITHOUT ROWID, STRICT;
CREATE INDEX changes_by_address ON changes (tenant, register, address, number);

-- The register as a whole at some revisions, so that an old one is soon put together.
CREATE TABLE copies (
  tenant   TEXT NOT NULL,
  register TEXT NOT NULL,
  number   INTEGER NOT NULL,
  body     BLOB NOT NULL, -- canonical JSON
  PRIMARY KEY (tenant, register, number)
) WITHOUT ROWID, STRICT;

-- Answers to requests that may be sent again.
CREATE TABLE answers (
  tenant   TEXT NOT NULL,
  key      TEXT NOT NULL,
  request  TEXT NOT NULL,
  status   INTEGER NOT NULL,
  location TEXT NOT NULL,
  tag      TEXT NOT NULL,
  body     BLOB NOT NULL,
  made_on  TEXT NOT NULL,
  PRIMARY KEY (tenant, key)
) WITHOUT ROWID, STRICT;
CREATE INDEX answers_by_time ON answers (tenant, made_on);

-- +goose Down
DROP TABLE answers;
DROP TABLE copies;
DROP TABLE changes;
DROP TABLE revisions;
DROP TABLE entries;
DROP TABLE registers;
