package tables

import (
	"database/sql"
	"errors"
	"slices"

	"github.com/openropa/ropa/api/store"
)

// verifiedAtOnce is how many revisions one statement reads. The rows are gone through
// one by one; it is for the database, which brings them into order.
const verifiedAtOnce = 500

// written is a revision with all that was written with it.
type written struct {
	store.Revision
	// noted: it is there, and not only a copy or changes of it.
	noted bool
	// extends and approval are the columns of that name.
	extends, approval string
	// copy is the register as a whole, where it was copied.
	copied bool
	copy   []byte
	// disordered: its changes are not numbered from 0 on.
	disordered bool
}

// The kinds of rows of a revision, in their order.
const (
	rowOfCopy = iota
	rowOfRevision
	rowOfChange
)

// writtenRows has all rows of some revisions, in columns of revisions. It joins
// nothing: each row is sent once, and no plan compares each with each.
const writtenRows = `SELECT number, address, '', '', '', '', '', position, '', '', '', '', '', '', '', '', body_before, body_after, 2 AS kind, seq
		FROM changes WHERE tenant = ? AND register = ? AND number > ? AND number <= ?
	UNION ALL SELECT ` + revisionColumns + `, extends, approval, NULL, NULL, 1, 0
		FROM revisions WHERE tenant = ? AND register = ? AND number > ? AND number <= ?
	UNION ALL SELECT number, '', '', '', '', '', '', 0, '', '', '', '', '', '', '', '', NULL, body, 0, 0
		FROM copies WHERE tenant = ? AND register = ? AND number > ? AND number <= ?
	ORDER BY number, kind, seq`

// revisions compares the revisions after the last one, up to and with another one.
// It holds one of them at a time.
func (v *verification) revisions(last int64) error {
	some := []any{v.key.Tenant, v.key.Register, v.last.Number, last}
	rows, err := v.from.QueryContext(v.ctx, v.q(writtenRows), slices.Concat(some, some, some)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	r := new(written)
	for rows.Next() {
		number, add, err := scanWritten(rows.Scan)
		if err != nil {
			return err
		}
		if r.Number != number {
			if err := v.revision(r); err != nil {
				return err
			}
			r = &written{Revision: store.Revision{Number: number}}
		}
		add(r)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if err := v.revision(r); err != nil {
		return err
	}
	if v.last.Number != last {
		return tampered(store.RevisionMissing, v.last.Number+1)
	}
	return nil
}

// rowsOutside has the numbers of rows after one revision, and up to another one.
const rowsOutside = `SELECT number, 'revisions' FROM revisions WHERE tenant = ? AND register = ? AND (number > ? OR number <= ?)
	UNION ALL SELECT number, 'changes' FROM changes WHERE tenant = ? AND register = ? AND (number > ? OR number <= ?)
	UNION ALL SELECT number, 'copies' FROM copies WHERE tenant = ? AND register = ? AND (number > ? OR number <= ?) LIMIT 1`

// outside tells where there are rows of revisions after the newest, or of before the
// history began: a list of revisions would have them, and who asks for a time or a
// number.
func (v *verification) outside(newest int64) error {
	of := []any{v.key.Tenant, v.key.Register, newest, v.removed}
	var number int64
	var table string
	err := v.from.QueryRowContext(v.ctx, v.q(rowsOutside), slices.Concat(of, of, of)...).Scan(&number, &table)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	case number > newest:
		return tampered(store.RegisterChanged, newest)
	case v.removed == 0:
		return tampered(store.RevisionChanged, number)
	}
	return &store.TamperedError{Code: store.LeftBehind, Revision: v.removed, Table: table}
}

// scanWritten reads a row: the number of its revision, and what adds it to that.
func scanWritten(scan func(...any) error) (number int64, add func(*written), err error) {
	var extends, approval string
	var before, after []byte
	var kind, seq int64
	row, err := scanRevision(func(dest ...any) error {
		return scan(append(dest, &extends, &approval, &before, &after, &kind, &seq)...)
	})
	switch kind {
	case rowOfCopy:
		add = func(r *written) { r.copied, r.copy = true, after }
	case rowOfRevision:
		add = func(r *written) { r.noted, r.Revision, r.extends, r.approval = true, row, extends, approval }
	case rowOfChange:
		add = func(r *written) {
			r.disordered = r.disordered || seq != int64(len(r.Changes))
			r.Changes = append(r.Changes, store.Change{At: row.At, Position: row.Count, Before: before, After: after})
		}
	}
	return row.Number, add, err
}
