package tables

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/openropa/ropa/api/store"
)

// Fault is a kind of error of a database.
type Fault int

// Values of Fault.
const (
	// Other errors are told as they are.
	Other Fault = iota
	// Again: the database gave up a transaction in favour of another one; nothing was
	// changed, and it can be tried again.
	Again
	// Twice: there is a row of that key already.
	Twice
	// Away: the database cannot be reached, or is busy. Whether the transaction was
	// committed is not known.
	Away
)

// mostTries is how often a transaction is tried that is given up for others.
const mostTries = 5

// in runs work within a transaction that changes something. Work may be run more
// than once.
func (s *Store) in(ctx context.Context, work func(tx *transaction) error) error {
	return s.tried(ctx, func() error { return s.changing(ctx, work) })
}

// reading runs work that sees the tables as they are at one moment.
func (s *Store) reading(ctx context.Context, work func(from querier) error) error {
	return s.tried(ctx, func() error {
		tx, err := s.read.BeginTx(ctx, s.dialect.Reading)
		if err != nil {
			return err
		}
		return ended(tx, work(tx))
	})
}

// tried runs a transaction, again where the database gives it up.
func (s *Store) tried(ctx context.Context, transact func() error) error {
	for try := 1; ; try++ {
		err := transact()
		if err == nil || s.fault(err) != Again || try == mostTries {
			return s.told(err)
		}
		// Those who met wait for different times, so that they do not meet again.
		if err := pause(ctx, time.Duration(rand.Int64N(int64(try)*int64(10*time.Millisecond)))); err != nil {
			return err
		}
	}
}

// ended commits a transaction, or goes back where its work failed.
func ended(tx *sql.Tx, err error) error {
	if err != nil {
		// The error of the work says what is wrong; that of going back adds nothing.
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (s *Store) fault(err error) Fault {
	switch {
	case err == nil || s.dialect.Fault == nil:
		return Other
	case errors.Is(err, driver.ErrBadConn), errors.Is(err, sql.ErrConnDone):
		return Away
	}
	return s.dialect.Fault(err)
}

// told is an error in the words of stores.
func (s *Store) told(err error) error {
	switch s.fault(err) {
	case Again:
		return fmt.Errorf("%w: %w", store.ErrChanged, err)
	case Away:
		return fmt.Errorf("%w: %w", store.ErrUnavailable, err)
	}
	return err
}
