-- +goose Up
-- Who extends a register is asked at each change; few registers extend others of
-- their tenant, which paths name, and not only built-in terms. The index holds all
-- that is asked: else SQLite goes through the registers of the tenant.
CREATE INDEX registers_extending ON registers (tenant, id, revision, extends) WHERE extends LIKE '%/%';

-- +goose Down
DROP INDEX registers_extending;
