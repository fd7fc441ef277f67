package benchmarks

import (
	"database/sql"
	"embed"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/openropa/ropa/register"
)

//go:embed sql/*.sql
var texts embed.FS

// text returns a file of folder sql.
func text(tb testing.TB, name string) string {
	tb.Helper()
	data, err := texts.ReadFile("sql/" + name + ".sql")
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// database holds the facts of a view in SQLite, twice: as joined tables and as
// one table of flows.
type database struct {
	*sql.DB
	tb    testing.TB
	view  *register.View
	trees trees
	// Numbers of terms, parties and nodes, and the ids by number.
	data, subjects, purposes, parties numbers[string]
	nodes                             numbers[node]
	// What the engines know before they choose one of two forms of a query: the
	// flows of each category, and the steps that lead to each party.
	flows, steps map[string]int
}

// numbers counts things from 0 on.
type numbers[T comparable] struct {
	of   map[T]int
	list []T
}

func (n *numbers[T]) number(x T) int {
	i, ok := n.of[x]
	if !ok {
		if n.of == nil {
			n.of = map[T]int{}
		}
		i = len(n.list)
		n.of[x] = i
		n.list = append(n.list, x)
	}
	return i
}

// openDatabase loads a view into a database in memory, with indexes and
// statistics.
func openDatabase(tb testing.TB, v *register.View) *database {
	tb.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	d := &database{DB: db, tb: tb, view: v, trees: readTrees(v), flows: map[string]int{}, steps: map[string]int{}}
	for _, setting := range []string{"journal_mode = off", "synchronous = off", "cache_size = -2000000", "temp_store = memory", "locking_mode = exclusive"} {
		d.run("PRAGMA " + setting)
	}
	for _, name := range []string{"parties", "joins", "table"} {
		d.run(text(tb, name))
	}
	d.run("BEGIN")
	d.loadTerms()
	d.loadActivities()
	d.loadParties()
	d.run("COMMIT")
	for _, name := range []string{"joins.indexes", "table.indexes"} {
		d.run(text(tb, name))
	}
	d.run("ANALYZE")
	return d
}

func (d *database) run(statement string) {
	d.tb.Helper()
	if _, err := d.Exec(statement); err != nil {
		d.tb.Fatalf("%v in:\n%s", err, statement)
	}
}

// prepare prepares a statement for as long as the database is open.
func (d *database) prepare(statement string) *sql.Stmt {
	d.tb.Helper()
	s, err := d.Prepare(statement)
	if err != nil {
		d.tb.Fatalf("%v in:\n%s", err, statement)
	}
	d.tb.Cleanup(func() { s.Close() })
	return s
}

// inserter puts rows into a table.
type inserter struct {
	*database
	statement *sql.Stmt
}

func (d *database) into(table string, columns int) *inserter {
	values := strings.TrimSuffix(strings.Repeat("?,", columns), ",")
	return &inserter{d, d.prepare("INSERT OR IGNORE INTO " + table + " VALUES (" + values + ")")}
}

func (i *inserter) row(values ...any) {
	if _, err := i.statement.Exec(values...); err != nil {
		i.tb.Fatal(err)
	}
}

// sqlEngine answers from one of the two forms.
type sqlEngine struct {
	*database
	direct, common, three       *sql.Stmt
	chains, outside, processors *sql.Stmt
	party, hub                  *sql.Stmt
	// least is the number of flows of a category, for each party, from which
	// on the form for common categories is the faster one.
	least int
}

func (d *database) joins() engine { return d.engine("joins", 20) }
func (d *database) table() engine { return d.engine("table", 12) }

func (d *database) engine(name string, least int) *sqlEngine {
	start := text(d.tb, name+".start")
	chained := func(file string) *sql.Stmt {
		return d.prepare(strings.Replace(text(d.tb, file), "/* start */", start, 1))
	}
	upstream := func(file string) *sql.Stmt {
		return d.prepare(strings.Replace(text(d.tb, "upstream"), "/* flows */", text(d.tb, file), 1))
	}
	e := &sqlEngine{
		database: d, least: least,
		direct: d.prepare(text(d.tb, name+".direct")),
		common: d.prepare(text(d.tb, name+".direct.common")),
		three:  d.prepare(text(d.tb, name+".three")),
		chains: chained("chains"), outside: chained("chains.outside"), processors: chained("chains.processors"),
		party: upstream(name + ".party"),
	}
	e.hub = e.party
	if name == "table" {
		e.hub = upstream("table.party.common")
	}
	return e
}

func (e *sqlEngine) answer(q *question) ([]string, error) {
	category, unsaid := 0, 1
	if q.data != "" {
		category, unsaid = e.data.number(q.data), 0
	}
	switch {
	case q.recipient != "" && e.steps[q.recipient] > 3:
		return e.ids(e.hub, &e.data, int(today), e.parties.number(q.recipient))
	case q.recipient != "":
		return e.ids(e.party, &e.data, int(today), e.parties.number(q.recipient))
	case q.subject != "":
		return e.ids(e.three, &e.parties, int(today), category, e.subjects.number(q.subject), e.purposes.number(q.purpose))
	case q.direct && e.weight(q.data) > e.least*len(e.parties.list):
		return e.ids(e.common, &e.parties, int(today), category)
	case q.direct:
		return e.ids(e.direct, &e.parties, int(today), category)
	case q.outside:
		return e.ids(e.outside, &e.parties, int(today), category, unsaid)
	case q.ofRole:
		return e.ids(e.processors, &e.parties, int(today), category, unsaid)
	}
	return e.ids(e.chains, &e.parties, int(today), category, unsaid)
}

// weight is the number of flows that a filter on a category lets through.
func (e *sqlEngine) weight(category string) int {
	n := 0
	for c, flows := range e.flows {
		if e.trees.data.narrower(c, category) != "" {
			n += flows
		}
	}
	return n
}

// ids runs a query of which each row is a number.
func (e *sqlEngine) ids(s *sql.Stmt, names *numbers[string], args ...any) ([]string, error) {
	rows, err := s.Query(args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		all = append(all, names.list[id])
	}
	return all, rows.Err()
}
