-- +goose Up
-- API tokens; of the token itself there is its SHA-256 alone.
CREATE TABLE tokens (
  id         TEXT NOT NULL,
  hash       BLOB NOT NULL,
  tenant     TEXT NOT NULL,
  name       TEXT NOT NULL,
  roles      TEXT NOT NULL, -- grants as a JSON list
  made_on    TEXT NOT NULL,
  expires_on TEXT NOT NULL, -- empty for never
  used_on    TEXT NOT NULL, -- empty for never
  revoked_on TEXT NOT NULL, -- empty where it was not
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX tokens_by_hash ON tokens (hash);
CREATE INDEX tokens_by_name ON tokens (tenant, name, made_on);

-- +goose Down
DROP TABLE tokens;
