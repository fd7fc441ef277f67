package document

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// Register makes the record of processing activities (Art. 30). In the layout of
// the house it is all that the register says and the audience may see; in that of
// an authority what its template asks for, in the language of the authority where
// the options name none. The error is ErrNoDate where the options lack the day,
// or a *UnknownLayoutError.
func Register(ctx context.Context, view *register.View, m *datamap.Map, o Options) (*Document, error) {
	l, err := FindLayout(o.Layout)
	if err != nil {
		return nil, err
	}
	if l.Name != House {
		return inLayout(ctx, view, m, &l, o)
	}
	b, err := newBuilder(ctx, view, m, o)
	if err != nil {
		return nil, err
	}
	k := newBook(b, b.shown(view.Activities()))
	d := k.document("register")
	d.Subtitle = k.subtitle(d.Title)
	k.titled = d.Subtitle != ""
	d.Contents, d.ContentsTitle = 2, k.say("contents")
	d.Facts = k.title()
	d.Sections = sections(
		k.overview(),
		pictured("map", k.o.Figures.Map, true),
		k.part("controller", k.controls),
		k.part("processor", k.processes),
		k.shared(),
		k.annexes(),
		k.part("ended", k.ended),
		k.keeping(),
	)
	return b.finished(d)
}

// subtitle is the name of the register, where it is not what all are called.
func (k *book) subtitle(title string) string {
	if name := k.text(k.register.Name).String(); !strings.HasPrefix(name, title) {
		return name
	}
	return ""
}

// UnknownActivityError tells that there is no such activity, or none that the
// audience may see.
type UnknownActivityError struct{ ID string }

// Error says which.
func (e *UnknownActivityError) Error() string { return fmt.Sprintf("no activity %q", e.ID) }

// Activity makes an extract of the record for o.Activity: what an authority asks
// for one processing, with all that it refers to. The error is ErrNoDate or a
// *UnknownActivityError.
func Activity(ctx context.Context, view *register.View, m *datamap.Map, o Options) (*Document, error) {
	b, err := newBuilder(ctx, view, m, o)
	if err != nil {
		return nil, err
	}
	a := view.Activity(o.Activity)
	if a == nil || len(b.shown([]*register.Activity{a})) == 0 {
		return nil, &UnknownActivityError{o.Activity}
	}
	k := newBook(b, []*register.Activity{a})
	k.extract = true
	d := k.document("activity")
	d.Subtitle = k.nameOf(a).String()
	d.Contents, d.ContentsTitle = 2, k.say("contents")
	d.Facts = k.title()
	sheet := k.sheet(a)
	sheet.Sections = append(sheet.Sections, k.flowsOf(a.ID)...)
	d.Sections = sections([]Section{sheet}, k.shared(), k.annexes(), k.keeping())
	return b.finished(d)
}

// sections joins lists of sections.
func sections(lists ...[]Section) []Section { return slices.Concat(lists...) }

// shown returns the activities that the audience sees. The public sees none that
// has not begun or is over.
func (b *builder) shown(list []*register.Activity) []*register.Activity {
	var all []*register.Activity
	for _, a := range list {
		if b.o.shows(a) && (b.o.Audience != Public || b.status(a) == register.StatusActive) {
			all = append(all, a)
		}
	}
	return all
}

// status is where an activity is in its life on the day.
func (b *builder) status(a *register.Activity) register.Status {
	switch {
	case a.Status == register.StatusEnded, !a.Until.IsZero() && a.Until < b.o.AsOf:
		return register.StatusEnded
	case a.Status == register.StatusPlanned, a.From > b.o.AsOf:
		return register.StatusPlanned
	}
	return register.StatusActive
}

// book makes the record in the layout of the house.
type book struct {
	*builder
	// extract: it tells of one activity. titled: the name of the register stands on
	// top.
	extract, titled bool
	// activities are those told, in the order of the register: as a controller, as
	// a processor, and those that have ended.
	activities, controls, processes, ended []*register.Activity
	// used are the things that what is told refers to, by kind and identifier.
	used map[register.Kind]map[string]bool
	// users are the activities that refer to a thing themselves.
	users map[thing][]*register.Activity
	// namesOf are the names of entities, areaNames those of countries, once asked for.
	namesOf   map[thing]Inline
	areaNames map[register.Area]string
	// everywhere are the things that are said of all activities.
	everywhere map[thing]bool
	// marks are those of the categories of data, once they were asked for.
	marks map[string][]register.DataMark
	// abroad are the countries outside the EEA to which data come at a party through
	// others, chains how far the data of an activity go; both once asked for.
	abroad map[string][]site
	chains map[*register.Activity]*chain
}

// thing is an entity by kind and identifier.
type thing struct {
	kind register.Kind
	id   string
}

func newBook(b *builder, activities []*register.Activity) *book {
	k := &book{builder: b, activities: activities, namesOf: make(map[thing]Inline), areaNames: make(map[register.Area]string), marks: make(map[string][]register.DataMark), abroad: make(map[string][]site), chains: make(map[*register.Activity]*chain)}
	for _, a := range activities {
		switch {
		case k.status(a) == register.StatusEnded:
			k.ended = append(k.ended, a)
		case a.Role == register.ActivityRoleProcessor:
			k.processes = append(k.processes, a)
		default:
			k.controls = append(k.controls, a)
		}
	}
	k.findUses()
	k.link()
	return k
}

// link notes which sections there are.
func (k *book) link() {
	for _, a := range k.activities {
		k.linked[anchor(register.KindActivities, a.ID)] = true
	}
	k.leads = make(map[string]string)
	for _, e := range k.entities(register.KindParties) {
		if at := anchor(register.KindParties, e.Key()); k.hasMore(e.(*register.Party)) {
			k.linked[at] = true
		} else {
			k.leads[at] = annexOf(register.KindParties)
		}
	}
	for _, kind := range []register.Kind{
		register.KindAgreements, register.KindRetentionRules, register.KindSystems, register.KindMeasures,
		register.KindDocuments, register.KindNotices,
	} {
		for _, e := range k.entities(kind) {
			k.leads[anchor(kind, e.Key())] = annexOf(kind)
		}
	}
}

// name is the name of an entity as the builder tells it, worked out once.
func (k *book) name(kind register.Kind, id string) Inline {
	t := thing{kind, id}
	name, ok := k.namesOf[t]
	if !ok {
		name = k.builder.name(kind, id)
		if a, ok := k.view.Lookup(kind, id).(*register.Agreement); ok && a.Name == nil && a.Kind != "" && len(a.Between) > 0 {
			name = k.unnamed(a)
		}
		k.namesOf[t] = name
	}
	return slices.Clone(name)
}

// unnamed calls an agreement by what it is and with whom.
func (k *book) unnamed(a *register.Agreement) Inline {
	title := k.value(string(a.Kind)).String() + " – " + joined(k.names(register.KindParties, a.Between), ", ").String()
	return Inline{{Text: title, Ref: k.leads[anchor(register.KindAgreements, a.ID)]}}
}

// names names several entities, a line each.
func (k *book) names(kind register.Kind, ids []string) []Inline {
	all := make([]Inline, 0, len(ids))
	for _, id := range ids {
		all = append(all, k.name(kind, id))
	}
	return all
}

// area is the name of a country, of the EEA or the EU, worked out once.
func (k *book) area(a register.Area) string {
	name, ok := k.areaNames[a]
	if !ok {
		name = k.words.Area(a)
		k.areaNames[a] = name
	}
	return name
}

// part is a part of the record: the sheets of some activities.
func (k *book) part(code string, list []*register.Activity) []Section {
	if len(list) == 0 {
		return nil
	}
	s := Section{ID: "part-" + code, Title: k.label("part." + code), NewPage: true, Wide: true}
	s.Blocks = []Block{Paragraph{k.label("about." + code)}}
	for i, a := range list {
		sheet := k.sheet(a)
		sheet.NewPage = i > 0
		s.Sections = append(s.Sections, sheet)
	}
	return []Section{s}
}
