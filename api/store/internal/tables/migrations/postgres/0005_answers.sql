-- +goose Up
-- The revision that an answer tells of; 0 where that was not noted down.
ALTER TABLE answers ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE answers DROP COLUMN revision;
