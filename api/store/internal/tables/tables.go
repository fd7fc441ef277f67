// Package tables keeps registers in tables of a database. SQLite and PostgreSQL
// share it; what they do differently is their Dialect.
package tables

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"github.com/openropa/ropa/api/store"
)

// Dialect is what a database does in its own way.
type Dialect struct {
	// Name is sqlite or postgres: that of the folder of its migrations.
	Name string
	// Goose is how the migrations are written. Locker keeps other processes from
	// migrating at the same time; nil where the database has no such lock.
	Goose  goose.Dialect
	Locker lock.SessionLocker
	// Numbered: arguments are $1, $2 …, else question marks.
	Numbered bool
	// ForUpdate ends a query whose row is about to be changed, ForShare one whose row
	// must stay as it is until the transaction ends.
	ForUpdate, ForShare string
	// Reading is how a transaction begins that sees the tables as they are at one
	// moment, Writing one that changes them.
	Reading, Writing *sql.TxOptions
	// Send sends several statements of the transaction that runs on a connection at
	// once; nil where there is no network between, and they go one by one.
	Send func(ctx context.Context, on *sql.Conn, all []Statement) error
	// Committed is called after a register was changed, or may have been.
	Committed func(key store.Key)
	// Fault says what kind of error one of the database is.
	Fault func(error) Fault
}

// Store keeps registers in a database.
type Store struct {
	// read answers, write changes; they may be one.
	read, write *sql.DB
	dialect     Dialect
}

var _ store.Store = (*Store)(nil)

// Open brings the tables of a database up to date and returns the store. The
// error is ErrNewer where a later version of the program made them.
func Open(ctx context.Context, read, write *sql.DB, d Dialect) (*Store, error) {
	if err := migrate(ctx, write, d); err != nil {
		return nil, fmt.Errorf("bringing the tables up to date: %w", err)
	}
	return &Store{read, write, d}, nil
}

// Ready tells why the database cannot be read.
func (s *Store) Ready(ctx context.Context) error {
	var one int
	return s.told(s.read.QueryRowContext(ctx, `SELECT COUNT(*) FROM registers WHERE tenant = '' AND id = ''`).Scan(&one))
}

// Close closes the database.
func (s *Store) Close() error {
	err := s.read.Close()
	if s.write != s.read {
		err = errors.Join(err, s.write.Close())
	}
	return err
}

// q writes the arguments of a query as the database does.
func (s *Store) q(query string) string {
	if !s.dialect.Numbered {
		return query
	}
	var b strings.Builder
	n := 0
	for _, r := range query {
		if r == '?' {
			n++
			b.WriteString("$" + strconv.Itoa(n))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// stamp is how times are kept: they sort as texts.
const stamp = "2006-01-02T15:04:05.000000Z"

func stampOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(stamp)
}

func timeOf(s string) time.Time {
	t, err := time.Parse(stamp, s)
	if err != nil {
		return time.Time{}
	}
	return t
}

func listOf(names []string) string {
	raw, err := json.Marshal(append([]string{}, names...))
	if err != nil {
		return "[]"
	}
	return string(raw)
}

func namesIn(list string) []string {
	var names []string
	if json.Unmarshal([]byte(list), &names) != nil {
		return nil
	}
	return names
}
