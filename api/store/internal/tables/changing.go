package tables

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
)

// Statement is one that changes rows.
type Statement struct {
	Query string
	Args  []any
}

// mostWaiting is how many statements of a transaction wait to be sent.
const mostWaiting = 256

// transaction is one that changes rows. Its changes wait and are sent together: a
// database over a network is asked once for all of them.
type transaction struct {
	*sql.Tx
	store   *Store
	conn    *sql.Conn
	waiting []Statement
	// bases are registers of the tenant that were looked up for what rests on them.
	bases map[string]row
}

// changing runs work in a transaction and sends what waits at its end.
func (s *Store) changing(ctx context.Context, work func(*transaction) error) error {
	t, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer t.conn.Close() // back to the others
	if err = work(t); err == nil {
		err = t.send(ctx)
	}
	return ended(t.Tx, err)
}

// begin begins a transaction on a connection of its own. One that was lost
// while nobody used it is let go.
func (s *Store) begin(ctx context.Context) (*transaction, error) {
	for try := 1; ; try++ {
		conn, err := s.write.Conn(ctx)
		if err != nil {
			return nil, err
		}
		tx, err := conn.BeginTx(ctx, s.dialect.Writing)
		if err == nil {
			return &transaction{Tx: tx, store: s, conn: conn, bases: make(map[string]row)}, nil
		}
		_ = conn.Close() // what is wrong with it is told already
		if !errors.Is(err, driver.ErrBadConn) || try == mostTries {
			return nil, err
		}
	}
}

// change lets a statement wait until it is sent with others. What reads what it
// changed sends first.
func (t *transaction) change(ctx context.Context, query string, args ...any) error {
	t.waiting = append(t.waiting, Statement{t.store.q(query), args})
	if len(t.waiting) < mostWaiting {
		return nil
	}
	return t.send(ctx)
}

// send sends the statements that wait, in their order.
func (t *transaction) send(ctx context.Context) error {
	all := t.waiting
	t.waiting = nil
	switch {
	case len(all) == 0:
		return nil
	case t.store.dialect.Send != nil:
		return t.store.dialect.Send(ctx, t.conn, all)
	}
	return t.oneByOne(ctx, all)
}

func (t *transaction) oneByOne(ctx context.Context, all []Statement) error {
	prepared := make(map[string]*sql.Stmt)
	defer func() {
		for _, p := range prepared {
			_ = p.Close() // nothing is lost with it
		}
	}()
	for _, s := range all {
		p := prepared[s.Query]
		if p == nil {
			var err error
			if p, err = t.PrepareContext(ctx, s.Query); err != nil {
				return err
			}
			prepared[s.Query] = p
		}
		if _, err := p.ExecContext(ctx, s.Args...); err != nil {
			return err
		}
	}
	return nil
}
