package document

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// termKinds are the kinds of entities that are terms.
var termKinds = []register.Kind{
	register.KindDataCategories, register.KindDataSubjects, register.KindPurposes, register.KindEvents, register.KindOperations,
}

// builtIn is the name of the built-in vocabulary, whose terms explain themselves.
const builtIn = "common"

// vocabulary tells the terms that the register defines itself, and those of the
// registers on which it builds that are used.
func (k *book) vocabulary() []Section {
	table := Table{ID: "vocabulary-table", Columns: []Column{
		{ID: "term", Title: k.label("column.term"), Width: 1.6, Head: true},
		k.column("kind", 1), k.column("meaning", 2.4), k.column("parent", 1), k.column("includes", 1.4), k.column("marks", 1),
	}}
	var further []Fact
	for _, kind := range termKinds {
		for _, e := range k.entities(kind) {
			if layer, _ := k.view.Layer(kind, e.Key()); layer == builtIn {
				continue
			}
			row, facts := k.term(kind, e)
			table.Rows, further = append(table.Rows, row), append(further, facts...)
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []Section{{ID: "annex-vocabulary", Title: k.label("annex.vocabulary"), Wide: true, Blocks: append([]Block{trim(table)}, k.more(further)...)}}
}

func (k *book) term(kind register.Kind, e register.Entity) (Row, []Fact) {
	name := k.name(kind, e.Key())
	var description value.Text
	var remarks *register.Remarks
	var parent string
	var includes, marks []Inline
	switch t := e.(type) {
	case *register.DataCategory:
		description, remarks, parent = t.Description, &t.Remarks, t.Parent
		includes, marks = k.names(kind, t.Includes), values(k.builder, t.Marks)
	case *register.DataSubject:
		description, remarks, parent = t.Description, &t.Remarks, t.Parent
		marks = values(k.builder, t.Marks)
	case *register.Purpose:
		description, remarks, parent = t.Description, &t.Remarks, t.Parent
	case *register.Event:
		description, remarks, parent = t.Description, &t.Remarks, t.Parent
	case *register.Operation:
		description, remarks, parent = t.Description, &t.Remarks, t.Parent
	}
	first := append([]Inline{name, k.id(e.Key())}, k.remarks(remarks)...)
	var wider Inline
	if parent != "" {
		wider = k.name(kind, parent)
	}
	row := Row{At: k.at(kind, e.Key()), Cells: []Cell{
		headed(first), k.cell(k.label("term." + string(kind))), k.cell(k.text(description)), k.cell(wider), k.cell(includes...), k.cell(marks...),
	}}
	return row, k.extra(e, name, "parent", "includes", "marks")
}

// language names a language.
func (b *builder) language(l register.Language) Inline {
	if l == "" {
		return nil
	}
	return Text(b.words.LanguageName(l))
}

// layerOf tells from which register a thing comes: "" for the register itself.
func (k *book) layerOf(t thing) string {
	layer, _ := k.view.Layer(t.kind, t.id)
	return layer
}
