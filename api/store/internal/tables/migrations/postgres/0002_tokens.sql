-- +goose Up
-- API tokens; of the token itself there is its SHA-256 alone.
CREATE TABLE tokens (
  id         TEXT COLLATE "C" NOT NULL,
  hash       BYTEA NOT NULL,
  tenant     TEXT COLLATE "C" NOT NULL,
  name       TEXT COLLATE "C" NOT NULL,
  roles      TEXT COLLATE "C" NOT NULL, -- grants as a JSON list
  made_on    TEXT COLLATE "C" NOT NULL,
  expires_on TEXT COLLATE "C" NOT NULL, -- empty for never
  used_on    TEXT COLLATE "C" NOT NULL, -- empty for never
  revoked_on TEXT COLLATE "C" NOT NULL, -- empty where it was not
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX tokens_by_hash ON tokens (hash);
CREATE INDEX tokens_by_name ON tokens (tenant, name, made_on);

-- +goose Down
DROP TABLE tokens;
