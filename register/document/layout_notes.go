package document

import (
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
)

// notes tells what the layout leaves out, so that nothing is lost in silence.
func (p *page) notes(told int) Section {
	s := Section{ID: "layout-notes", Title: p.label("layout.notes")}
	var list List
	say := func(line string) { list.Items = append(list.Items, Text(line)) }
	say(p.sayf("layout.told", told))
	if n := p.otherwise(); n > 0 && p.layout.Role == register.ActivityRoleProcessor {
		say(p.sayf("layout.controller-activities", n))
	} else if n > 0 {
		say(p.sayf("layout.processor-activities", n))
	}
	if !p.layout.Grain.isForm() {
		say(p.say("layout.empty-cells"))
	}
	say(p.say("layout.more"))
	if names := p.hidden(); len(names) > 0 {
		say(p.sayf("layout.hidden", strings.Join(names, ", ")))
	}
	s.Blocks = []Block{list}
	table := Table{ID: "unfillable-table", Caption: p.label("layout.unfillable"), Columns: []Column{
		{ID: "column", Title: p.label("layout.column"), Width: 1, Head: true},
		{ID: "reason", Title: p.label("column.reason"), Width: 2},
	}}
	for _, columns := range [][]LayoutColumn{p.layout.Header, p.layout.List, p.layout.Columns} {
		for i := range columns {
			if c := &columns[i]; c.Unfillable != "" {
				table.Rows = append(table.Rows, Row{Cells: []Cell{{Lines: []Inline{p.titleOf(c)}}, {Lines: []Inline{p.label("layout.no-field")}}}})
			}
		}
	}
	if len(table.Rows) > 0 {
		s.Blocks = append(s.Blocks, table)
	}
	return s
}

// otherwise is how many activities belong to the other part of the record.
func (p *page) otherwise() int {
	n := 0
	for _, a := range p.activities {
		if !p.layout.tells(a) {
			n++
		}
	}
	return n
}

// hidden are the titles of the columns that the audience does not see.
func (p *page) hidden() []string {
	var names []string
	for i := range p.layout.Columns {
		if c := &p.layout.Columns[i]; !p.o.Audience.sees(c.audience()) {
			names = append(names, c.Title.In(p.o.Language))
		}
	}
	return names
}

// audience is who may see something in a column: the widest of its fields.
func (c *LayoutColumn) audience() Audience {
	widest := Internal
	for _, path := range c.Fields {
		if a, ok := fieldAudience(path); ok && widest.sees(a) {
			widest = a
		}
	}
	if len(c.Fields) == 0 { // it has nothing to tell
		return Public
	}
	return widest
}

// fieldAudience is who may see the field at a path such as
// activities[].purposes[].basis, and whether there is one.
func fieldAudience(path string) (Audience, bool) {
	object := schema.Lookup("Register")
	narrowest := Public
	for name := range strings.SplitSeq(strings.ReplaceAll(path, "[]", ""), ".") {
		if object == nil {
			return "", false
		}
		f := object.Field(name)
		if f == nil {
			return "", false
		}
		a := Audience(f.Audience)
		switch name {
		case "note", "see":
			a = Authority // remarks have their own rule
		case "open", "certainty", "certaintyOf":
			a = Internal
		}
		if !narrowest.sees(a) {
			narrowest = a
		}
		object = schema.Lookup(f.Type)
	}
	return narrowest, true
}
