package benchmarks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"github.com/jackc/pgx/v5"

	"github.com/openropa/ropa/api/internal/pgtest"
	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/postgres"
	"github.com/openropa/ropa/api/store/sqlite"
)

// databases are where stores are measured: files of SQLite in a folder, and
// databases of a PostgreSQL, where there is one.
type databases struct {
	folder  string
	count   int
	cluster *pgtest.Cluster
	// admin is the address at which databases are made; version says what answers there.
	admin, version string
	// missing says why there is no PostgreSQL.
	missing error
	ending  []func() error
}

func openDatabases() (*databases, error) {
	folder, err := os.MkdirTemp("", "ropa-benchmarks")
	if err != nil {
		return nil, err
	}
	d := &databases{folder: folder, admin: *address}
	if d.admin == "" {
		// What is acknowledged is on the disk: fsync and synchronous_commit are on.
		d.cluster, err = pgtest.Start("shared_buffers = '128MB'", "synchronous_commit = on", "max_connections = 200")
		if errors.Is(err, pgtest.ErrMissing) {
			d.missing = err
			return d, nil
		}
		if err != nil {
			return nil, errors.Join(err, d.close())
		}
		d.admin = d.cluster.Address("postgres")
	}
	if err := d.ask(`SELECT 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')`, &d.version); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// ask asks the PostgreSQL something, for one value or for none.
func (d *databases) ask(query string, value ...any) error {
	ctx := context.Background()
	c, err := pgx.Connect(ctx, d.admin)
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	if len(value) == 0 {
		_, err = c.Exec(ctx, query)
		return err
	}
	return c.QueryRow(ctx, query).Scan(value...)
}

func (d *databases) close() error {
	var err error
	for _, end := range d.ending {
		err = errors.Join(err, end())
	}
	if d.cluster != nil {
		d.cluster.Stop()
	}
	return errors.Join(err, os.RemoveAll(d.folder))
}

// place is an empty database.
type place struct {
	name    string
	address string
	// another opens a store on it: one more server, where replicas may share it.
	another  func() (store.Store, error)
	replicas bool
	// floor returns what makes one plain durable commit of some bytes in it, and what
	// ends that. Where notifying is set the commit tells others, as NOTIFY does.
	floor func(notifying bool) (func(body []byte) error, func(), error)
}

// places are an empty database of each kind.
func (d *databases) places() ([]*place, error) {
	all := []*place{d.sqlite()}
	if d.missing != nil {
		return all, nil
	}
	p, err := d.postgres("")
	return append(all, p), err
}

func (d *databases) sqlite() *place {
	d.count++
	path := filepath.Join(d.folder, fmt.Sprintf("ropa%d.db", d.count))
	return &place{
		name: "SQLite", address: path,
		another: func() (store.Store, error) { return sqlite.Open(context.Background(), path) },
		floor:   func(bool) (func([]byte) error, func(), error) { return plainSQLite(path + ".floor") },
	}
}

// postgres makes a database; parameters are added to its address.
func (d *databases) postgres(parameters string) (*place, error) {
	d.count++
	name := fmt.Sprintf("ropa_benchmark_%d_%d", os.Getpid(), d.count)
	if err := d.ask("CREATE DATABASE " + name); err != nil {
		return nil, err
	}
	d.ending = append(d.ending, func() error { return d.ask("DROP DATABASE " + name + " WITH (FORCE)") })
	at, err := url.Parse(d.admin)
	if err != nil {
		return nil, err
	}
	at.Path = "/" + name
	if parameters != "" {
		at.RawQuery += "&" + parameters
	}
	return &place{
		name: "PostgreSQL", address: at.String(), replicas: true,
		another: func() (store.Store, error) { return postgres.Open(context.Background(), at.String()) },
		floor:   func(notifying bool) (func([]byte) error, func(), error) { return plainPostgres(at.String(), notifying) },
	}, nil
}

// plainSQLite commits bytes to a table in a file of its own, opened as the store
// opens its own.
func plainSQLite(path string) (func([]byte) error, func(), error) {
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=busy_timeout(10000)&_txlock=immediate")
	if err != nil {
		return nil, nil, err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(`CREATE TABLE IF NOT EXISTS plain (id INTEGER PRIMARY KEY, body BLOB NOT NULL)`); err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return func(body []byte) error {
		_, err := db.Exec(`INSERT INTO plain (body) VALUES (?)`, body)
		return err
	}, func() { _ = db.Close() }, nil
}

// plainPostgres commits bytes to a table of the database.
func plainPostgres(address string, notifying bool) (func([]byte) error, func(), error) {
	ctx := context.Background()
	c, err := connect(ctx, address)
	if err != nil {
		return nil, nil, err
	}
	if _, err := c.Exec(ctx, `CREATE TABLE IF NOT EXISTS plain (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body BYTEA NOT NULL)`); err != nil {
		return nil, nil, errors.Join(err, c.Close(ctx))
	}
	insert := `INSERT INTO plain (body) VALUES ($1)`
	if notifying {
		insert = `WITH made AS (` + insert + ` RETURNING id) SELECT pg_notify('plain', id::text) FROM made`
	}
	return func(body []byte) error {
		_, err := c.Exec(ctx, insert, body)
		return err
	}, func() { _ = c.Close(ctx) }, nil
}
