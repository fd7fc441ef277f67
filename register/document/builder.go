package document

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/binding"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// ErrNoDate tells that the options lack the day.
var ErrNoDate = errors.New("no date as of which the document is true")

// builder makes the parts of documents.
type builder struct {
	ctx      context.Context
	view     *register.View
	chart    *datamap.Map
	register *register.Register
	o        Options
	words    words.Words
	// fields are known by type.
	objects objects
	// linked are the sections to which references may lead.
	linked map[string]bool
	// leads are the sections that tell of what has none of its own, by the ID
	// that it would have.
	leads map[string]string
	// services are those of all parties, the nearest of an identifier; made when
	// first asked for.
	services map[string]*register.Service
	// reaches are who gets data on the day, by party.
	reaches map[string][]datamap.Reach
	// bound are the contracts that bind processors.
	bound *binding.Contracts
	// seen are the activities that the audience sees; made when first asked for.
	seen []*register.Activity
	// positions are those of the activities in the register, keepers the recipients
	// that keep data by each rule; both made when first asked for.
	positions map[string]int
	keepers   map[string][]Inline
}

func newBuilder(ctx context.Context, view *register.View, chart *datamap.Map, o Options) (*builder, error) {
	if o.AsOf.IsZero() {
		return nil, ErrNoDate
	}
	if o.Audience == "" {
		o.Audience = Authority
	}
	b := &builder{ctx: ctx, view: view, chart: chart, register: view.Register(), o: o, words: words.In(o.Language), linked: map[string]bool{}}
	b.o.Language = b.words.Language()
	b.reaches = make(map[string][]datamap.Reach)
	for _, r := range b.reachesOnDay() {
		b.reaches[r.Party] = append(b.reaches[r.Party], r)
	}
	b.bound = binding.New(view, o.AsOf)
	return b, nil
}

// reachesOnDay tells who gets data on the day; to the public only of the activities
// that it sees.
func (b *builder) reachesOnDay() []datamap.Reach {
	if b.o.Audience != Public {
		return b.chart.Reaches(b.o.AsOf, true)
	}
	all := b.view.Activities()
	if shown := b.shown(all); len(shown) < len(all) {
		return b.chart.ReachesFrom(shown, b.o.AsOf)
	}
	return b.chart.Reaches(b.o.AsOf, false)
}

// abandoned reports whether nobody waits for the document any more. What is made then
// is thrown away.
func (b *builder) abandoned() bool { return b.ctx.Err() != nil }

// finished is a document that was made, or the error of a context that ended first.
func (b *builder) finished(d *Document) (*Document, error) {
	if err := b.ctx.Err(); err != nil {
		return nil, err
	}
	return d, nil
}

// say returns a label of the documents.
func (b *builder) say(code string) string {
	for _, labels := range allLabels {
		if pair, ok := labels[code]; ok {
			return pair.In(b.o.Language)
		}
	}
	return code // a test rules that out
}

// has reports whether there is a label.
func has(code string) bool {
	for _, labels := range allLabels {
		if _, ok := labels[code]; ok {
			return true
		}
	}
	return false
}

// label is a label as text.
func (b *builder) label(code string) Inline { return Text(b.say(code)) }

// text returns a text in the language of the document, or as it is, marked with
// its own.
func (b *builder) text(t value.Text) Inline {
	s, language := t.Find(b.o.Language, b.register.Language)
	if s == "" {
		return nil
	}
	run := Run{Text: s}
	if language != b.o.Language && language != value.Undetermined {
		run.Language = language
	}
	return Inline{run}
}

// document begins a document.
func (b *builder) document(kind string) *Document {
	d := &Document{Kind: kind, Title: b.say("title." + kind), Language: b.o.Language, AsOf: b.o.AsOf, Origin: b.origin()}
	if o := b.register.Organisation; o != nil {
		d.Author = b.text(o.Name).String()
	}
	d.Subtitle = d.Author
	if kind == "register" && b.o.Audience == Internal {
		d.Register = b.register
	}
	return d
}

// anchor is the ID of the section about an entity.
func anchor(kind register.Kind, id string) string {
	return strings.ToLower(string(kind)) + "-" + id
}

// name returns the name of an entity, leading to what the document says of it.
func (b *builder) name(kind register.Kind, id string) Inline {
	name := b.text(words.NameOf(b.view.Lookup(kind, id)))
	if name == nil {
		name = Text(b.words.Name(b.view, kind, id))
	}
	at := anchor(kind, id)
	if !b.linked[at] {
		at = b.leads[at]
	}
	for i := range name {
		name[i].Ref = at
	}
	return name
}

// names returns the names of several entities, a line each.
func (b *builder) names(kind register.Kind, ids []string) []Inline {
	all := make([]Inline, 0, len(ids))
	for _, id := range ids {
		all = append(all, b.name(kind, id))
	}
	return all
}

// cell is a cell of some lines, or one that says that nothing is stated.
func (b *builder) cell(lines ...Inline) Cell {
	lines = slices.DeleteFunc(lines, func(in Inline) bool { return len(in) == 0 })
	return Cell{Lines: lines}
}

// stated is a cell that tells where the register says nothing.
func (b *builder) stated(lines ...Inline) Cell {
	c := b.cell(lines...)
	if len(c.Lines) == 0 {
		return Cell{Lines: []Inline{b.label("not-stated")}, Missing: true}
	}
	return c
}

// or tells none for a list that says so, else what stands in it.
func (b *builder) or(none bool, lines []Inline) Cell {
	if none {
		return Cell{Lines: []Inline{b.label("none")}}
	}
	return b.stated(lines...)
}

// date is a cell that holds a day.
func (b *builder) date(d value.Date) Cell {
	if d.IsZero() {
		return Cell{}
	}
	return Cell{Lines: []Inline{Text(b.words.Date(d))}, Date: d}
}

// column is a column with a label.
func (b *builder) column(id string, width float64) Column {
	return Column{ID: id, Title: b.label("column." + id), Width: width}
}

// joined puts texts on one line.
func joined(parts []Inline, between string) Inline {
	var all Inline
	for i, p := range parts {
		if i > 0 {
			all = append(all, Run{Text: between})
		}
		all = append(all, p...)
	}
	return all
}
