package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// lawFact is one thing that is said in a row: a key and a value for machines,
// and words for people.
type lawFact struct {
	key   string
	words string
	value any
	// only machines read it.
	hidden bool
}

// lawRow is a legal fact: one object in JSON, one line in a table.
type lawRow []lawFact

// MarshalJSON writes the facts of the row in their order.
func (r lawRow) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range r {
		if i > 0 {
			b.WriteByte(',')
		}
		value, err := json.Marshal(f.value)
		if err != nil {
			return nil, err
		}
		key, err := json.Marshal(f.key)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// lawSheet is the facts of a topic. Its rows may say different things: a table
// then leaves cells empty.
type lawSheet struct {
	titles []string // keys, in the order of the columns
	rows   []lawRow
}

func (a *app) writeLaw(s lawSheet, format string) error {
	switch format {
	case "json":
		return a.writeJSON(s.objects())
	case "csv":
		return a.writeCSV(a.lawTable(s, true))
	case "markdown":
		a.writeMarkdown(a.lawTable(s, false))
	default:
		a.writeLawText(a.lawTable(s, false))
		if day := s.verified(); day != "" {
			fmt.Fprintln(&a.out)
			a.writeLines(a.say("law.sources", day))
		}
	}
	return nil
}

// objects are the rows with every key of the topic, null where a row says
// nothing of it.
func (s lawSheet) objects() []lawRow {
	all := make([]lawRow, 0, len(s.rows))
	for _, row := range s.rows {
		object := make(lawRow, len(s.titles))
		for i, key := range s.titles {
			object[i] = row.fact(key)
		}
		all = append(all, object)
	}
	return all
}

// verified is the last day on which facts were verified, "" where none was.
func (s lawSheet) verified() string {
	last := ""
	for _, row := range s.rows {
		last = max(last, row.cell("verified", true))
	}
	return last
}

// writeLawText writes a table, or a single fact that is too long for a line one
// thing a line.
func (a *app) writeLawText(t *table) {
	natural, _, _ := t.measure()
	if len(t.rows) == 1 && total(natural)+gap*(len(natural)-1) > a.env.width() {
		t.writeRecords(&a.out, a.env.width(), a.env.colour())
		return
	}
	a.writeText(t)
}

// lawTable makes a table of a sheet: for machines every column with the values
// of the format, for people those that are not hidden and hold something.
func (a *app) lawTable(s lawSheet, machine bool) *table {
	t := &table{whole: map[int]bool{}}
	var keys []string
	for _, key := range s.titles {
		if !machine && (!s.shown(key) || key == "from" && s.same(key)) {
			continue
		}
		keys = append(keys, key)
		if machine {
			t.titles = append(t.titles, key)
			continue
		}
		t.titles = append(t.titles, a.say("law.column."+key))
		t.whole[len(keys)-1] = key == "from" || key == "until" || key == "id"
	}
	for _, row := range s.rows {
		cells := make([]string, len(keys))
		for i, key := range keys {
			cells[i] = row.cell(key, machine)
		}
		t.add(cells...)
	}
	return t
}

// shown reports whether a column holds something for people.
func (s lawSheet) shown(key string) bool {
	return slices.ContainsFunc(s.rows, func(r lawRow) bool { return r.cell(key, false) != "" })
}

// same reports whether several rows all say the same: a column that helps
// nobody.
func (s lawSheet) same(key string) bool {
	return len(s.rows) > 2 && !slices.ContainsFunc(s.rows, func(r lawRow) bool { return r.cell(key, true) != s.rows[0].cell(key, true) })
}

// fact returns what the row says under a key: null where it says nothing.
func (r lawRow) fact(key string) lawFact {
	for _, f := range r {
		if f.key == key {
			return f
		}
	}
	return lawFact{key: key}
}

func (r lawRow) cell(key string, machine bool) string {
	f := r.fact(key)
	switch {
	case machine:
		return machineWords(f)
	case f.hidden:
		return ""
	}
	return f.words
}

// machineWords is a value as machines read it in a cell.
func machineWords(f lawFact) string {
	switch v := f.value.(type) {
	case string:
		return v
	case []string:
		return joined(v)
	case bool:
		if v {
			return "true"
		}
		return "false"
	case nil:
		return ""
	}
	return f.words
}

// word is a value that people read as it is; "" is null.
func word(key, v string) lawFact { return named(key, v, v) }

// named is a value with words of its own; "" is null.
func named(key, v, words string) lawFact {
	if v == "" {
		return lawFact{key: key}
	}
	return lawFact{key: key, words: words, value: v}
}

// date is a day; none is null.
func date(key string, d value.Date) lawFact { return word(key, d.String()) }

// many is a list; none is an empty one.
func many(key string, v []string, words string) lawFact {
	if v == nil {
		v = []string{}
	}
	return lawFact{key: key, value: v, words: words}
}

// hidden is a fact that only machines read.
func hidden(f lawFact) lawFact {
	f.hidden = true
	return f
}

// text is a text by language; none is null.
func (a *app) text(key string, t value.Text) lawFact {
	if len(t) == 0 {
		return lawFact{key: key}
	}
	return lawFact{key: key, words: t.In(a.language), value: t}
}

// yes is a fact that is true or not; people read only that it is.
func (a *app) yes(key string, v bool) lawFact {
	f := lawFact{key: key, value: v}
	if v {
		f.words = a.say("tristate.true")
	}
	return f
}

// span is the time of a fact.
func span(t law.Term) []lawFact { return []lawFact{date("from", t.From), date("until", t.Until)} }

// quietSpan is span for facts that have not changed yet: people read only when
// one ended.
func quietSpan(t law.Term) []lawFact {
	return []lawFact{hidden(date("from", t.From)), date("until", t.Until)}
}

// source is where a fact comes from, and for people whether it was verified.
func (a *app) source(v law.Verified) []lawFact {
	words := v.Source
	if v.On.IsZero() {
		words += " (" + a.say("law.unverified") + ")"
	}
	return []lawFact{named("source", v.Source, words), hidden(date("verified", v.On))}
}

// quietSource is source for facts whose article says where they come from:
// people read it only of those that were not verified.
func (a *app) quietSource(v law.Verified) []lawFact {
	all := a.source(v)
	all[0].hidden = !v.On.IsZero()
	return all
}

// values says words of the format for people.
func (a *app) values(list []string) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = a.value(v)
	}
	return strings.Join(words, ", ")
}

// row joins facts.
func row(parts ...[]lawFact) lawRow {
	var all lawRow
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// facts is a list of facts.
func facts(f ...lawFact) []lawFact { return f }
