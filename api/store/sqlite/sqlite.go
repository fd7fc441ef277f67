// Package sqlite keeps registers in one file of SQLite: the store that is built
// in. What was acknowledged survives the end of the process and of the machine.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"
	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/internal/heads"
	"github.com/openropa/ropa/api/store/internal/tables"
)

// Store keeps registers in a file of SQLite. It is safe for concurrent use.
type Store struct {
	*heads.Store
	read *sql.DB
}

var _ store.Store = (*Store)(nil)

// Open opens the file at a path, and makes it, readable to its owner alone, where
// there is none. One process writes to it at a time.
func Open(ctx context.Context, path string) (*Store, error) {
	path, err := plain(path)
	if err != nil {
		return nil, err
	}
	if err := begin(path); err != nil {
		return nil, err
	}
	write, err := connect(path, "immediate")
	if err != nil {
		return nil, err
	}
	// SQLite has one writer: who waits, waits here and not by asking again.
	write.SetMaxOpenConns(1)
	read, err := connect(path, "deferred")
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", err, write.Close())
	}
	read.SetMaxOpenConns(8)
	s, err := tables.Open(ctx, read, write, tables.Dialect{Name: "sqlite", Goose: goose.DialectSQLite3, Fault: faultOf})
	if err != nil {
		_ = read.Close()
		_ = write.Close()
		return nil, err
	}
	known := heads.New()
	known.Hearing(true) // there is no other writer, and if there were, for a second
	return &Store{&heads.Store{Store: s, Heads: known}, read}, nil
}

// plain is the path of a file that SQLite takes for nothing else: of :memory: it
// would keep nothing, and two slashes would begin the name of a machine.
func plain(path string) (string, error) {
	for strings.HasPrefix(path, "//") {
		path = path[1:]
	}
	if filepath.IsAbs(path) {
		return path, nil
	}
	folder, err := os.Getwd()
	// Not filepath.Join: .. after a link is where the link leads.
	return folder + string(filepath.Separator) + path, err
}

// begin makes the file where there is none: what SQLite makes, all may read.
func begin(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// faultOf says what kind of error one of SQLite is.
func faultOf(err error) tables.Fault {
	var told *driver.Error
	if !errors.As(err, &told) {
		return tables.Other
	}
	switch told.Code() {
	case lib.SQLITE_CONSTRAINT_PRIMARYKEY, lib.SQLITE_CONSTRAINT_UNIQUE:
		return tables.Twice
	}
	switch told.Code() & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_FULL, lib.SQLITE_IOERR, lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN:
		return tables.Away
	}
	return tables.Other
}

// connect opens the file with a log ahead of it, of which each transaction reaches
// the disk before it is acknowledged.
func connect(path, lock string) (*sql.DB, error) {
	options := url.Values{"_pragma": {"journal_mode(WAL)", "synchronous(FULL)", "busy_timeout(10000)", "foreign_keys(ON)"}, "_txlock": {lock}}
	return sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: options.Encode()}).String())
}
