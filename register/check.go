package register

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
	"github.com/openropa/ropa/register/law"
)

// checker holds the statements of one layer against the identifiers that the
// view knows and against each other.
type checker struct {
	view  *View
	layer layer
	own   bool // the register itself, not a base
	// incomplete: a base could not be read, which may define what is not found.
	incomplete bool
	problems   diag.Problems
	// guesses is how many more names may be compared with what was meant:
	// guesses cost more than all the rest.
	guesses int
	// What references are looked up in is made once: there may be many.
	ids      map[Kind][]string
	names    called
	services map[string]map[string]bool
	shared   map[string]bool
}

// mostGuesses is about a second of guessing.
const mostGuesses = 1_000_000

func (c *checker) check() {
	visitor := visitor{
		ref:     c.reference,
		object:  c.object,
		missing: func(at string, f *schema.Field) { c.report(diag.NullValue, at, "field", f.Name) },
	}
	visitor.walk(reflect.ValueOf(c.layer.register).Elem(), "")
	if c.own {
		for _, a := range c.layer.register.Entities(KindActivities) {
			c.contradictions(a.(*Activity))
		}
	}
	c.reserved()
	for _, e := range c.layer.register.Entities(KindDataCategories) {
		d := e.(*DataCategory)
		if parent := c.view.DataCategory(d.Parent); parent != nil && parent.Includes != nil {
			c.report(diag.BundleParent, "dataCategories/"+d.ID+"/parent", "id", d.Parent)
		}
	}
}

// report adds a problem and returns it, or an empty one where there are so
// many that it is not listed.
func (c *checker) report(code diag.Code, at string, args ...string) *diag.Problem {
	if len(c.problems) >= tree.MaxProblems {
		return new(diag.Problem)
	}
	p := diag.New(code, at, c.layer.source.Place(at), args...)
	p.Layer = c.layer.name
	c.problems = append(c.problems, p)
	return &c.problems[len(c.problems)-1]
}

// reserved finds entities that bear a word which means something else where
// they would be referred to.
func (c *checker) reserved() {
	for _, kind := range kinds {
		for _, e := range kind.list(c.layer.register) {
			c.reservedWord(kind.name, e)
		}
	}
}

func (c *checker) reservedWord(kind Kind, e Entity) {
	if id := e.Key(); id == none || id == allData && kind == KindDataCategories {
		c.report(diag.ReservedID, string(kind)+"/"+id+"/id", "id", id)
	}
}

// allData is the word for every category that an activity holds.
const allData = "all"

// marks are what notProcessed may name beside categories.
var marks = schema.Words("DataMark")

// reference looks up one reference.
func (c *checker) reference(at string, object reflect.Value, f *schema.Field, id string) {
	switch f.Refs[0] {
	case "law":
		if _, ok := law.FindProvision(id); !ok {
			c.dangling(at, id, "law", provisionIDs())
		}
		return
	case "dpiaList":
		if _, ok := law.FindDPIAItem(id); !ok {
			c.dangling(at, id, "the lists of the authorities", nil)
		}
		return
	case "service":
		c.service(at, object, id)
		return
	case "allActivities":
		if c.shared == nil {
			c.shared = c.sharedNames()
		}
		if !c.shared[id] {
			c.dangling(at, id, "allActivities", slices.Collect(maps.Keys(c.shared)))
		}
		return
	}
	if id == allData && f.Refs[0] == string(KindDataCategories) {
		return
	}
	var kinds []Kind
	for _, ref := range f.Refs {
		if ref == "marks" {
			if slices.Contains(marks, id) {
				return
			}
			continue
		}
		kinds = append(kinds, Kind(ref))
		if c.known(Kind(ref), id) || c.incomplete && inherits(Kind(ref)) {
			return
		}
	}
	p := c.dangling(at, id, strings.Join(f.Refs, ", "), c.candidates(kinds), kinds...)
	if p.Args != nil && object.IsValid() && plainTextPossible(object.Type().Name()) {
		p.Args["hint"] = "plain-text"
	}
}

// known reports whether an identifier is defined. A base may also refer to
// entities of its own that are not inherited, such as agreements.
func (c *checker) known(k Kind, id string) bool {
	if c.view.Lookup(k, id) != nil {
		return true
	}
	if c.own {
		return false
	}
	return slices.ContainsFunc(c.layer.register.Entities(k), func(e Entity) bool { return e.Key() == id })
}

// candidates are the identifiers that may have been meant among those of kinds.
func (c *checker) candidates(kinds []Kind) []string {
	if c.guesses <= 0 {
		return nil
	}
	var all []string
	for _, k := range kinds {
		if _, ok := c.ids[k]; !ok {
			if c.ids == nil {
				c.ids = make(map[Kind][]string)
			}
			c.ids[k] = c.view.IDs(k)
		}
		all = append(all, c.ids[k]...)
	}
	return all
}

func (c *checker) dangling(at, id, kind string, candidates []string, kinds ...Kind) *diag.Problem {
	p := c.report(diag.DanglingReference, at, "id", id, "kind", kind)
	if p.Args != nil && c.guesses > 0 {
		c.guesses -= len(candidates)
		p.Suggestions = c.meant(id, kinds, candidates)
	}
	return p
}

// service looks up a service at the party that the same entry names.
func (c *checker) service(at string, object reflect.Value, id string) {
	var party string
	switch o := object.Interface().(type) {
	case Disclosure:
		party = o.To
	case Onward:
		party = o.Party
	case System:
		party = o.Operator
	}
	p := c.view.Party(party)
	if p == nil {
		return // the party dangles, which is said already
	}
	known, ok := c.services[party]
	if !ok {
		known = make(map[string]bool, len(p.Services))
		for _, s := range p.Services {
			known[s.ID] = true
		}
		if c.services == nil {
			c.services = make(map[string]map[string]bool)
		}
		c.services[party] = known
	}
	if !known[id] {
		c.dangling(at, id, "parties/"+party+"/services", slices.Collect(maps.Keys(known)))
	}
}

// sharedNames are the names by which an activity opts out of allActivities.
func (c *checker) sharedNames() map[string]bool {
	names := make(map[string]bool)
	all := c.layer.register.AllActivities
	if all == nil {
		return names
	}
	for _, d := range all.Disclosures {
		names[d.To], names[d.ID] = true, true
	}
	for _, m := range all.Measures {
		names[m.Measure] = true
	}
	for _, id := range slices.Concat(all.Systems, all.Documents, all.Notices) {
		names[id] = true
	}
	delete(names, "")
	return names
}

// object checks what any object may get wrong beside its references.
func (c *checker) object(at string, v reflect.Value, o *schema.Object) {
	if from, until := dateOf(v, "From"), dateOf(v, "Until"); from != 0 && until != 0 && from > until {
		c.report(diag.FromAfterUntil, join(at, "from"), "from", from.String(), "until", until.String())
	}
	if remarks := v.FieldByName("Remarks").Interface().(Remarks); len(remarks.CertaintyOf) > 0 {
		c.certaintyOf(join(at, "certaintyOf"), remarks.CertaintyOf, o)
	}
}

// certaintyOf finds names of fields that an object does not have.
func (c *checker) certaintyOf(at string, names []string, o *schema.Object) {
	var n namer
	for i, name := range names {
		segment := n.name(name, i)
		if o.Field(name) != nil {
			continue
		}
		p := c.report(diag.CertaintyField, join(at, segment), "field", name)
		if c.guesses -= len(o.Fields); p.Args == nil || c.guesses <= 0 {
			continue
		}
		var fields []string
		for _, f := range o.Fields {
			fields = append(fields, f.Name)
		}
		p.Suggestions = diag.Suggest(name, fields)
	}
}

func dateOf(v reflect.Value, field string) Date {
	d, _ := fieldOf(v, field).(Date)
	return d
}

func fieldOf(v reflect.Value, field string) any {
	index := indexOf(v.Type(), field)
	if index == nil {
		return nil
	}
	return v.FieldByIndex(index).Interface()
}

// fieldName is a field of a type.
type fieldName struct {
	of   reflect.Type
	name string
}

// fieldIndexes are where fields stand: to look for them by name takes long.
var fieldIndexes sync.Map // of []int by fieldName

// indexOf is where a type has a field, nil where it has none.
func indexOf(t reflect.Type, field string) []int {
	key := fieldName{t, field}
	if index, ok := fieldIndexes.Load(key); ok {
		return index.([]int)
	}
	var index []int
	if f, ok := t.FieldByName(field); ok {
		index = f.Index
	}
	fieldIndexes.Store(key, index)
	return index
}

// contradictions finds an activity that says none where allActivities says
// some: one of the two is wrong, and an answer would have to choose.
func (c *checker) contradictions(a *Activity) {
	all := c.layer.register.AllActivities
	if all == nil {
		return
	}
	at := "activities/" + a.ID
	left := func(id string) bool { return !slices.Contains(a.Except, id) }
	if isNone(a.Disclosures) && slices.ContainsFunc(all.Disclosures, func(d Disclosure) bool {
		return left(d.To) && (d.ID == "" || left(d.ID))
	}) {
		c.report(diag.NoneContradicted, at+"/disclosures", "field", "disclosures")
	}
	if isNone(a.Systems) && slices.ContainsFunc(all.Systems, left) {
		c.report(diag.NoneContradicted, at+"/systems", "field", "systems")
	}
	if isNone(a.Measures) && slices.ContainsFunc(all.Measures, func(m MeasureUse) bool { return left(m.Measure) }) {
		c.report(diag.NoneContradicted, at+"/measures", "field", "measures")
	}
}

// isNone reports whether a list is stated to be none: empty, but not absent.
func isNone[T any](list []T) bool { return list != nil && len(list) == 0 }

// plainTextPossible reports whether an entry may be a text where no term fits.
func plainTextPossible(object string) bool {
	o := schema.Lookup(object)
	return o != nil && o.BareText != ""
}

func provisionIDs() []string {
	var ids []string
	for _, p := range law.Provisions() {
		ids = append(ids, p.ID)
	}
	return ids
}
