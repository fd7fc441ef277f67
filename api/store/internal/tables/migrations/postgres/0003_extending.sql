-- +goose Up
-- Who extends a register is asked at each change; few registers extend others of
-- their tenant, which paths name, and not only built-in terms.
CREATE INDEX registers_extending ON registers (tenant) WHERE extends LIKE '%/%';

-- +goose Down
DROP INDEX registers_extending;
