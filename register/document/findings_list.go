package document

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
)

// Findings makes the list of what the register does not show although the law asks
// for it: o.Findings by severity and then by activity, and which of them the
// organisation accepted for a time, who decided so and why. Both are notes of the
// organisation itself: whoever makes the list for an authority hands over both.
// The error is ErrNoDate where the options lack the day, ErrNotPublic where the
// public is to read it.
func Findings(ctx context.Context, view *register.View, m *datamap.Map, o Options) (*Document, error) {
	if o.Audience == Public {
		return nil, ErrNotPublic
	}
	b, err := newBuilder(ctx, view, m, o)
	if err != nil {
		return nil, err
	}
	k := newBook(b, b.shown(view.Activities()))
	k.linked, k.leads = make(map[string]bool), nil // the record is another document
	d := k.begin("findings")
	d.Facts = append(d.Facts, k.counted()...)
	d.Sections = []Section{{ID: "findings", Title: k.label("findings"), Blocks: []Block{Paragraph{k.label("about.findings")}}}}
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		d.Sections = append(d.Sections, k.findingsOf(severity)...)
	}
	if len(o.Findings) == 0 {
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, Paragraph{k.label("no-findings")})
	}
	d.Sections = append(d.Sections, k.accepted()...)
	return b.finished(d)
}

// counted tells how many findings there are of each severity, and how many are
// accepted on the day.
func (k *book) counted() []Fact {
	var f Fact
	f.Name = k.label("findings")
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		if n := k.o.Findings.Count(severity); n > 0 {
			f.Text = append(f.Text, append(Text(strconv.Itoa(n)+" – "), k.label("findings."+severity.String())...))
		}
	}
	if len(f.Text) == 0 {
		f.Text = []Inline{k.label("none")}
	}
	n := 0
	for _, w := range k.register.Waivers {
		if w != nil && !k.over(0, w.Until) {
			n++
		}
	}
	return []Fact{f, {Name: k.label("waivers"), Text: []Inline{Text(strconv.Itoa(n))}}}
}

// findingsOf tells the findings of a severity: of the whole register first, then by
// activity.
func (k *book) findingsOf(severity diag.Severity) []Section {
	table := Table{ID: "findings-" + severity.String() + "-table", Columns: []Column{
		{ID: "about", Title: k.label("column.about"), Width: 1.2, Head: true},
		k.column("code", 0.7), k.column("finding", 2.6), k.column("articles", 1), k.column("fix", 2.2),
	}}
	about := make(map[string][]*diag.Finding)
	for i := range k.o.Findings {
		if f := &k.o.Findings[i]; f.Severity == severity {
			about[activityOf(f.At)] = append(about[activityOf(f.At)], f)
		}
	}
	add := func(list []*diag.Finding) {
		for _, f := range list {
			row := k.findingRow(k.entityAt(f.At), f)
			row.At, row.Cells = k.entryAt(f.At), slices.Delete(row.Cells, 1, 2) // the heading tells the severity
			table.Rows = append(table.Rows, row)
		}
	}
	add(about[""])
	for _, a := range k.activities {
		add(about[a.ID])
	}
	if len(table.Rows) == 0 {
		return nil
	}
	id := "findings-" + severity.String()
	return []Section{{ID: id, Title: k.label("findings." + severity.String()), Wide: true, Blocks: []Block{trim(table)}}}
}

// accepted tells the findings that the organisation accepts for a time.
func (k *book) accepted() []Section {
	table := Table{ID: "waivers-table", Columns: []Column{
		{ID: "about", Title: k.label("column.about"), Width: 1.6, Head: true},
		k.column("code", 0.7), k.column("reason", 2.4), k.column("by", 1), k.column("date", 0.9), k.column("until", 1),
	}}
	for _, w := range k.register.Waivers {
		if w == nil {
			continue
		}
		row := Row{Muted: k.over(0, w.Until), Cells: []Cell{
			k.cell(k.waived(w.At)...), k.cell(Inline{{Text: w.Rule, Style: Code}}),
			k.stated(append([]Inline{k.text(w.Reason)}, k.remarks(&w.Remarks)...)...), k.stated(Text(w.By)), k.date(w.On), k.date(w.Until),
		}}
		if w.Until.IsZero() {
			row.Cells[5] = k.stated()
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) == 0 {
		return nil
	}
	blocks := []Block{Paragraph{k.label("about.accepted")}, trim(table)}
	return []Section{{ID: "waivers", Title: k.label("waivers"), Wide: true, Blocks: blocks}}
}

// waived tells what an address is about, and the address.
func (k *book) waived(at string) []Inline {
	lines := []Inline{k.entityAt(at)}
	if strings.Contains(at, "/") {
		lines = append(lines, Inline{{Text: at, Style: Code}})
	}
	return lines
}

// entityAt names the activity, party, contract … that an address belongs to; the
// register as a whole where it is none of them.
func (k *book) entityAt(at string) Inline {
	kind, rest, _ := strings.Cut(at, "/")
	id, _, _ := strings.Cut(rest, "/")
	switch e := k.view.Lookup(register.Kind(kind), id); {
	case id == "" || e == nil:
		return k.label("whole-register")
	case kind == string(register.KindActivities):
		return k.nameOf(k.view.Activity(id))
	}
	name := k.name(register.Kind(kind), id)
	for i := range name {
		name[i].Ref = ""
	}
	return name
}
