package cli

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/printable"
)

// showText writes all about one thing: its fields, then what the data map knows
// of it, then where it is named.
func (a *app) showText(l *loaded, s *shown) {
	view, folder := l.view, l.folder()
	title := a.kindWord(s.kind) + " " + s.id
	if name := a.nameOf(view, s.kind, s.id); name != s.id {
		title += ": " + name
	}
	a.heading(title)
	a.writeLines(a.definedIn(s, folder))
	r := a.reader(view)
	for _, e := range s.entities {
		fmt.Fprintln(&a.out)
		a.writeFields(r.fields(reflect.ValueOf(e).Elem()), "")
	}
	if activity, ok := s.entities[0].(*register.Activity); ok {
		a.sharedDisclosures(view, r, activity)
	}
	a.flowTables(view, s, folder)
	if len(s.mentions) > 0 {
		a.section("show.mentions")
		t := &table{titles: []string{a.say("column.at"), a.say("column.where")}}
		for _, m := range s.mentions {
			t.add(m.at, place(m.place, folder))
		}
		a.writeText(t)
	}
}

// heading writes a line in bold where letters can be.
func (a *app) heading(line string) {
	for _, line := range wrap(printable.Line(line), a.env.width()) {
		if a.env.colour() {
			line = "\x1b[1m" + line + "\x1b[0m"
		}
		fmt.Fprintln(&a.out, line)
	}
}

func (a *app) section(code string) {
	fmt.Fprintln(&a.out)
	a.heading(a.say(code))
}

// definedIn says which register defines a thing, and where.
func (a *app) definedIn(s *shown, folder string) string {
	line := a.say("show.own")
	if s.layer != "" {
		line = a.say("show.inherited", s.layer)
	}
	if at := place(s.place, folder); at != "" {
		line += " (" + at + ")"
	}
	return line
}

// writeFields writes fields, those of entries indented below them.
func (a *app) writeFields(fields []field, indent string) {
	for _, f := range fields {
		label := indent + a.label(f.name) + ":"
		if len(f.entries) == 0 {
			a.writeField(label, f.text, indent)
			continue
		}
		fmt.Fprintln(&a.out, label)
		for _, entry := range f.entries {
			a.writeEntry(entry, indent+"  ")
		}
	}
}

func (a *app) writeField(label, text, indent string) {
	const hanging = "    "
	for i, line := range wrap(printable.Line(label+" "+text), max(narrowest, a.env.width()-len(indent)-len(hanging))) {
		if i > 0 {
			line = hanging + line
		}
		fmt.Fprintln(&a.out, indent+line)
	}
}

// writeEntry writes an entry of a list behind a hyphen; one that says a single
// word takes a line.
func (a *app) writeEntry(entry []field, indent string) {
	before := a.out.Len()
	a.writeFields(entry, indent+"  ")
	written := string(a.out.Bytes()[before:])
	a.out.Truncate(before)
	a.out.WriteString(indent + "- " + strings.TrimPrefix(written, indent+"  "))
}

// sharedDisclosures writes what allActivities says of an activity.
func (a *app) sharedDisclosures(view *register.View, r *reader, activity *register.Activity) {
	var entries [][]field
	for _, d := range view.Disclosures(activity) {
		if d.Shared {
			entries = append(entries, r.fields(reflect.ValueOf(d.Disclosure).Elem()))
		}
	}
	if len(entries) > 0 {
		a.section("show.shared")
		for _, entry := range entries {
			a.writeEntry(entry, "")
		}
	}
}

// flowTables writes what the data map knows of the thing.
func (a *app) flowTables(view *register.View, s *shown, folder string) {
	maker := wire.Maker{View: view, Words: a.words()}
	reply := &reply{app: a, named: a.namedIn(view), asked: &asked{}, folder: folder, places: true}
	switch s.kind {
	case register.KindParties:
		a.flowTable(reply, s, "show.receives", "activity")
		if destinations := s.destinations(maker); len(destinations) > 0 {
			a.section("show.destinations")
			a.writeLines(reply.destinations(destinations))
		}
	case register.KindActivities:
		a.flowTable(reply, s, "show.discloses", "recipient")
	case register.KindDataCategories:
		for _, part := range []struct {
			title    string
			question datamap.Question
			answers  []datamap.Answer
		}{{"show.recipients", datamap.Recipients, s.recipients}, {"show.retention", datamap.Retention, s.retention}} {
			if len(part.answers) > 0 {
				a.section(part.title)
				answers := maker.Answers(&datamap.Answers{Question: part.question, Answers: part.answers})
				reply.answers = &answers
				a.writeText(reply.table())
			}
		}
	}
}

// flowRow is a row of flows that differ in nothing but their place, or their
// data.
type flowRow struct {
	name, role, via, certainty string
	data, where                []string
}

// flowTable writes flows: those of the same statement in a row with all their
// data, then rows that are alike but for their place in one.
func (a *app) flowTable(r *reply, s *shown, title, first string) {
	var byStatement, byData flowRows
	for _, e := range s.evidence() {
		row := a.flowRow(r, e, first)
		byStatement.merge(row, row.where, func(x *flowRow) { x.data = append(x.data, row.data...) })
	}
	for _, row := range byStatement.rows {
		byData.merge(row, row.data, func(x *flowRow) { x.where = append(x.where, row.where...) })
	}
	rows := byData.rows
	if len(rows) == 0 {
		return
	}
	a.section(title)
	t := &table{titles: r.titles(first, "data", "roles", "via", "certainty", "where")}
	for _, row := range rows {
		t.add(row.name, r.names(register.KindDataCategories, row.data), row.role, row.via, row.certainty, strings.Join(row.where, ", "))
	}
	a.writeText(t)
}

func (a *app) flowRow(r *reply, e datamap.Evidence, first string) flowRow {
	name := r.named(register.KindActivities, e.Activity)
	if first == "recipient" {
		name = r.named(register.KindParties, e.Recipient)
	}
	return flowRow{
		name: name, role: r.roles(single(e.Role), nil), via: r.names(register.KindParties, e.Via), certainty: r.certainty(e.Stated, e.Why),
		data: []string{e.Data}, where: []string{cmp.Or(place(e.Place, r.folder), e.At)},
	}
}

// flowRows are rows of which no two are alike.
type flowRows struct {
	rows []flowRow
	at   map[string]int
}

// merge adds a row, or joins it to one that is alike in words and in what.
func (all *flowRows) merge(row flowRow, what []string, join func(*flowRow)) {
	key := strings.Join(append([]string{row.name, row.role, row.via, row.certainty}, what...), "\x00")
	if i, ok := all.at[key]; ok {
		join(&all.rows[i])
		return
	}
	if all.at == nil {
		all.at = make(map[string]int)
	}
	all.at[key] = len(all.rows)
	all.rows = append(all.rows, row)
}
