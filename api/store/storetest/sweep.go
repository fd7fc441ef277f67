package storetest

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/openropa/ropa/api/store"
)

// swept are the tables of histories with what tells their rows apart. Answers to
// requests and tokens are no history: no hash covers them.
var swept = map[string][]string{
	"registers": {"tenant", "id"},
	"entries":   {"tenant", "register", "kind", "key"},
	"revisions": {"tenant", "register", "number"},
	"changes":   {"tenant", "register", "number", "seq"},
	"copies":    {"tenant", "register", "number"},
	"approvals": {"tenant", "register", "number"},
	"removals":  {"tenant", "register", "revision"},
}

// mostSwept is how many rows of a table are changed, column by column.
const mostSwept = 12

// sweep changes one column of one row after another, and puts it back.
type sweep struct {
	*histories
	db   *sql.DB
	mark string
	// found is how many changes were found out.
	found int
}

func (s *sweep) tables() {
	s.Helper()
	s.must(s.verify())
	for _, table := range slices.Sorted(maps.Keys(swept)) {
		columns, rows := s.rows(table)
		if len(rows) == 0 {
			s.Fatalf("there is nothing in %s", table)
		}
		for _, i := range s.random.Perm(len(rows))[:min(len(rows), mostSwept)] {
			for c := range columns {
				for _, other := range s.others(rows, i, c) {
					s.one(table, columns, rows[i], c, other)
				}
			}
		}
	}
	s.must(s.verify())
	if s.found == 0 {
		s.Error("nothing could be changed")
	}
}

// rows are the rows of a table.
func (s *sweep) rows(table string) (columns []string, all [][]any) {
	s.Helper()
	rows, err := s.db.QueryContext(s.ctx, `SELECT * FROM `+table)
	s.must(err)
	defer rows.Close()
	columns, err = rows.Columns()
	s.must(err)
	for rows.Next() {
		row, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		s.must(rows.Scan(into...))
		all = append(all, row)
	}
	s.must(rows.Err())
	return columns, all
}

// others are other values of a column: of another row, and some of no row.
func (s *sweep) others(rows [][]any, row, column int) []any {
	was := rows[row][column]
	var all []any
	switch v := was.(type) {
	case int64:
		all = []any{v + 1, v - 1, v + 1000}
	case string:
		all = []any{v + "x", ""}
	default:
		all = []any{nil, []byte(`{`), []byte(`{"id":"p1"}`)}
	}
	all = append(all, rows[s.random.IntN(len(rows))][column])
	return slices.DeleteFunc(all, func(other any) bool { return reflect.DeepEqual(was, other) })
}

// one changes a column of a row and puts it back.
func (s *sweep) one(table string, columns []string, row []any, column int, other any) {
	s.Helper()
	// The register's own fields stand in no list.
	if sameRead(columns[column], row[column], other) || columns[column] == "position" && row[2] == store.AtHead {
		return
	}
	changed := slices.Clone(row)
	changed[column] = other
	if s.set(table, columns, row, column, other) != nil {
		return // the database refuses it: of a key there is another row, or it must say something
	}
	if s.verify() == nil {
		s.Errorf("nobody finds out that %s of %s was changed from %q to %q in %q", columns[column], table, row[column], other, row)
	} else {
		s.found++
	}
	s.must(s.set(table, columns, changed, column, row[column]))
}

func (s *sweep) set(table string, columns []string, row []any, column int, to any) error {
	where, args := []string{}, []any{to}
	for _, name := range swept[table] {
		args = append(args, row[slices.Index(columns, name)])
		where = append(where, fmt.Sprintf("%s = %s%d", name, s.mark, len(args)))
	}
	_, err := s.db.ExecContext(s.ctx, fmt.Sprintf(`UPDATE %s SET %s = %s1 WHERE %s`, table, columns[column], s.mark, strings.Join(where, " AND ")), args...)
	return err
}

// sameRead reports whether two values of a column are read as the same: of what
// cannot be read as a time or as revisions there is none.
func sameRead(column string, a, b any) bool {
	var read func(any) any
	switch column {
	case "bases":
		read = func(v any) any {
			var bases map[string]int64
			if json.Unmarshal([]byte(v.(string)), &bases) != nil {
				return map[string]int64(nil)
			}
			return bases
		}
	case "approved_on":
		read = func(v any) any {
			on, err := time.Parse("2006-01-02T15:04:05.000000Z", v.(string))
			if err != nil {
				return time.Time{}
			}
			return on
		}
	default:
		return false
	}
	return reflect.DeepEqual(read(a), read(b))
}
