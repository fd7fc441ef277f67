package document

import (
	"reflect"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/law"
)

// keeping is what serves those who keep the record: open questions, what is not
// sure, findings and those that are accepted.
func (k *book) keeping() []Section {
	list := sections(k.questions(), k.findings(), k.waivers())
	if len(list) == 0 {
		return nil
	}
	return []Section{{ID: "keeping", Title: k.label("keeping"), NewPage: true, Wide: true, Sections: list}}
}

// questions are the open questions and the entries that are not sure.
func (k *book) questions() []Section {
	if k.o.Audience != Internal {
		return nil
	}
	table := Table{ID: "questions-table", Columns: []Column{
		{ID: "about", Title: k.label("column.about"), Width: 1.2, Head: true},
		k.column("entry", 1.6), k.column("question", 2.4), k.column("certainty", 1.2),
	}}
	note := func(about Inline, path []Inline, r *register.Remarks) {
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			k.cell(about), k.cell(joined(path, " › ")), k.cell(k.text(r.Open)), k.cell(k.doubt(r)),
		}})
	}
	visit := func(about Inline, object any) {
		k.doubts(reflect.ValueOf(object), nil, func(path []Inline, r *register.Remarks) { note(about, path, r) })
	}
	if r := k.register; !k.extract && (r.Open != nil || r.Certainty != "") {
		note(k.label("whole-register"), nil, &r.Remarks)
	}
	if !k.extract {
		visit(Text(k.field("organisation")), k.register.Organisation)
	}
	visit(k.label("every-activity"), k.register.AllActivities)
	for _, a := range k.activities {
		visit(k.name(register.KindActivities, a.ID), a)
	}
	for _, kind := range register.Kinds()[1:] {
		for _, e := range k.entities(kind) {
			if k.layerOf(thing{kind, e.Key()}) == "" {
				visit(k.name(kind, e.Key()), e)
			}
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []Section{{ID: "questions", Title: k.label("questions"), Wide: true, Blocks: []Block{table}}}
}

// doubts visits the remarks of an object, and of those that it holds, that ask
// something or are not sure.
func (k *book) doubts(v reflect.Value, path []Inline, visit func([]Inline, *register.Remarks)) {
	v = reflect.Indirect(v)
	if !v.IsValid() {
		return
	}
	if r := v.FieldByName("Remarks"); r.IsValid() {
		if remarks, ok := r.Addr().Interface().(*register.Remarks); ok && (remarks.Open != nil || remarks.Certainty != "") {
			visit(path, remarks)
		}
	}
	for _, f := range k.objects.of(v.Type()) {
		if f.Kind != schema.Nested {
			continue
		}
		x := v.FieldByIndex(f.index)
		here := append(path[:len(path):len(path)], Text(k.words.Field(f.Name)))
		if x.Kind() != reflect.Slice {
			k.doubts(x, here, visit)
			continue
		}
		for i := range x.Len() {
			k.doubts(x.Index(i), append(here[:len(here):len(here)], k.entryName(f.Type, x.Index(i))...), visit)
		}
	}
}

// entryName names an entry of a list by what identifies it.
func (k *book) entryName(object string, v reflect.Value) []Inline {
	v = reflect.Indirect(v)
	o := schema.Lookup(object)
	if o == nil || len(o.Key) == 0 || !v.IsValid() {
		return nil
	}
	key := o.Key[len(o.Key)-1] // before it stands only an id
	for _, f := range k.objects.of(v.Type()) {
		if f.Name == key {
			if x := v.FieldByIndex(f.index); x.Kind() != reflect.Slice && !x.IsZero() {
				return []Inline{k.valueOf(f.Field, x)}
			}
		}
	}
	return nil
}

// findings are what the record does not show although the law asks for it.
func (k *book) findings() []Section {
	if k.o.Findings == nil || k.o.Audience == Public {
		return nil
	}
	table := Table{ID: "findings-table", Empty: k.label("no-findings"), Columns: []Column{
		{ID: "about", Title: k.label("column.about"), Width: 1.2, Head: true},
		k.column("severity", 0.7), k.column("code", 0.7), k.column("finding", 2.4), k.column("articles", 1), k.column("fix", 2),
	}}
	about := make(map[string][]int)
	for i := range k.o.Findings {
		id := activityOf(k.o.Findings[i].At)
		about[id] = append(about[id], i)
	}
	add := func(name Inline, list []int) {
		for _, i := range list {
			table.Rows = append(table.Rows, k.findingRow(name, &k.o.Findings[i]))
		}
	}
	if !k.extract {
		for _, i := range about[""] {
			add(k.entityAt(k.o.Findings[i].At), []int{i})
		}
	}
	for _, a := range k.activities {
		add(k.name(register.KindActivities, a.ID), about[a.ID])
	}
	return []Section{{ID: "findings", Title: k.label("findings"), Wide: true, Blocks: []Block{Paragraph{k.label("about.findings")}, table}}}
}

func (k *book) findingRow(about Inline, f *diag.Finding) Row {
	var where []Inline
	if rest := strings.Split(f.At, "/"); activityOf(f.At) == "" && len(rest) > 1 {
		where = append(where, Inline{{Text: f.At, Style: Code}})
	}
	var articles []Inline
	for _, article := range f.Articles {
		articles = append(articles, Text(law.Cite(article, k.o.Language)))
	}
	return Row{Cells: []Cell{
		k.cell(append([]Inline{about}, where...)...), k.cell(k.label("severity." + f.Severity.String())), k.cell(Inline{{Text: string(f.Code), Style: Code}}),
		k.cell(k.findingText(f.Says, f.Message)), k.cell(articles...), k.cell(k.findingText(f.Mend, f.Fix)),
	}}
}

// findingText is what a finding says, whole in English where it has no words in the
// language of the document.
func (b *builder) findingText(told register.Text, say func(register.Language) string) Inline {
	if _, ok := told[b.o.Language]; ok || b.o.Language == "en" {
		return Text(say(b.o.Language))
	}
	text := say("en")
	if text == "" {
		return nil
	}
	return Inline{{Text: text, Language: "en"}}
}

// activityOf returns the activity that an address belongs to, "" for none.
func activityOf(at string) string {
	rest, ok := strings.CutPrefix(at, string(register.KindActivities)+"/")
	if !ok {
		return ""
	}
	id, _, _ := strings.Cut(rest, "/")
	return id
}

// waivers are the findings that somebody decided to accept for a time.
func (k *book) waivers() []Section {
	if k.o.Audience != Internal || k.extract {
		return nil
	}
	table := Table{ID: "waivers-table", Columns: []Column{
		{ID: "code", Title: k.label("column.code"), Width: 0.8, Head: true},
		k.column("at", 1.8), k.column("reason", 2.4), k.column("by", 1), k.column("date", 0.9), k.column("until", 0.9),
	}}
	for _, w := range k.register.Waivers {
		if w == nil {
			continue
		}
		first := append([]Inline{{{Text: w.Rule, Style: Code}}}, k.remarks(&w.Remarks)...)
		table.Rows = append(table.Rows, Row{Muted: k.over(0, w.Until), Cells: []Cell{
			headed(first), k.cell(Inline{{Text: w.At, Style: Code}}), k.cell(k.text(w.Reason)), k.cell(Text(w.By)), k.date(w.On), k.date(w.Until),
		}})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []Section{{ID: "waivers", Title: k.label("waivers"), Wide: true, Blocks: []Block{table}}}
}
