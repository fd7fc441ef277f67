// Package postgres keeps registers in PostgreSQL: the store for several servers on
// one database. What was acknowledged survives the end of a server and of the
// database; what one server writes, the others see within a second.
package postgres

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/internal/heads"
	"github.com/openropa/ropa/api/store/internal/tables"
)

// Store keeps registers in PostgreSQL. It is safe for concurrent use.
type Store struct {
	*heads.Store
	pool     *pgxpool.Pool
	listener *listener
}

var _ store.Store = (*Store)(nil)

// Open connects to a database, brings its tables up to date, and listens to what
// other servers write. The address is one of libpq's: a URL postgres://… or words
// and values; it may hold the parameters of pgxpool, such as pool_max_conns. An
// error never holds its password.
func Open(ctx context.Context, address string) (*Store, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, err
	}
	if config.ConnConfig.RuntimeParams["application_name"] == "" {
		config.ConnConfig.RuntimeParams["application_name"] = "ropa"
	}
	config.AfterConnect = prepare
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	db := stdlib.OpenDBFromPool(pool)
	d, err := dialect()
	if err != nil {
		pool.Close()
		return nil, err
	}
	kept, err := tables.Open(ctx, db, db, d)
	if err != nil {
		err = errors.Join(err, db.Close())
		pool.Close()
		return nil, err
	}
	s := &Store{Store: &heads.Store{Store: kept, Heads: heads.New()}, pool: pool}
	s.listener = listen(config.ConnConfig.Copy(), s.Heads)
	return s, nil
}

// prepare sees to it that what is acknowledged is on a disk, and that a server
// that is lost in the middle of a write does not keep the others from writing.
func prepare(ctx context.Context, c *pgx.Conn) error {
	_, err := c.Exec(ctx, `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
		UNION ALL SELECT set_config('idle_in_transaction_session_timeout', '60s', false) WHERE current_setting('idle_in_transaction_session_timeout') = '0'`)
	return err
}

func dialect() (tables.Dialect, error) {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300), lock.WithUnlockTimeout(1, 30))
	if err != nil {
		return tables.Dialect{}, err
	}
	return tables.Dialect{
		Name: "postgres", Goose: goose.DialectPostgres, Locker: locker, Numbered: true,
		ForUpdate: " FOR UPDATE", ForShare: " FOR SHARE",
		Reading:   &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
		Writing:   &sql.TxOptions{Isolation: sql.LevelReadCommitted},
		Committed: notify, Fault: faultOf,
	}, nil
}

// Close ends the connections.
func (s *Store) Close() error {
	s.listener.close()
	err := s.Store.Close()
	s.pool.Close()
	return err
}

// channel is where servers tell one another which registers they changed.
const channel = "ropa_registers"

// mostTold is the most bytes that a notification takes.
const mostTold = 7 << 10

// notify tells the other servers of a change, when and if it is committed.
func notify(ctx context.Context, tx *sql.Tx, key store.Key) error {
	told, err := json.Marshal([2]string{key.Tenant, key.Register})
	if err != nil {
		return err
	}
	if len(told) > mostTold {
		told = nil // anything may have changed
	}
	if _, err := tx.ExecContext(ctx, `SELECT pg_notify($1, $2)`, channel, string(told)); err != nil {
		return fmt.Errorf("telling of the change: %w", err)
	}
	return nil
}
