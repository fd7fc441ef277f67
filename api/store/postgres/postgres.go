// Package postgres keeps registers in PostgreSQL: the store for several servers on
// one database. What was acknowledged survives the end of a server and of the
// database; what one server writes, the others see within a second.
package postgres

import (
	"context"
	"database/sql"
	"errors"

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
	teller   *teller
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
	teller := tell(pool)
	d, err := dialect(teller)
	if err != nil {
		teller.close()
		pool.Close()
		return nil, err
	}
	kept, err := tables.Open(ctx, db, db, d)
	if err != nil {
		teller.close()
		err = errors.Join(err, db.Close())
		pool.Close()
		return nil, err
	}
	s := &Store{Store: &heads.Store{Store: kept, Heads: heads.New()}, pool: pool, teller: teller}
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

func dialect(told *teller) (tables.Dialect, error) {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300), lock.WithUnlockTimeout(1, 30))
	if err != nil {
		return tables.Dialect{}, err
	}
	return tables.Dialect{
		Name: "postgres", Goose: goose.DialectPostgres, Locker: locker, Numbered: true,
		ForUpdate: " FOR UPDATE", ForShare: " FOR SHARE",
		Reading: &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
		Writing: &sql.TxOptions{Isolation: sql.LevelReadCommitted},
		Send:    send, Committed: told.changed, Fault: faultOf,
	}, nil
}

// Close ends the connections.
func (s *Store) Close() error {
	s.teller.close()
	s.listener.close()
	err := s.Store.Close()
	s.pool.Close()
	return err
}

// send sends several statements over a connection and waits once for all of them.
func send(ctx context.Context, on *sql.Conn, all []tables.Statement) error {
	return on.Raw(func(driver any) error {
		batch := &pgx.Batch{}
		for _, s := range all {
			batch.Queue(s.Query, s.Args...)
		}
		return driver.(*stdlib.Conn).Conn().SendBatch(ctx, batch).Close()
	})
}
