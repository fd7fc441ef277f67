package lint

import (
	"reflect"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/value"
)

// sights are what one walk through objects finds for the rules that look at every
// object.
type sights struct {
	open, unsure []sight
	empty        []emptyText
}

// sight is an object with remarks that call for attention.
type sight struct {
	at      string
	names   []register.Text
	where   string // the activity in which it stands
	remarks *register.Remarks
	// same are the addresses of its neighbours with the same remarks: in a file they
	// are mostly one entry.
	same []string
}

// emptyText is a field in which nothing is said.
type emptyText struct {
	sight
	field string
	text  register.Text
	// refers: the text only tells where to look.
	refers bool
}

// newSights walks through all of the register but its activities.
func newSights(p *pass) *sights {
	all := &sights{}
	r := *p.view.Register()
	r.Activities = nil
	all.collect(p, "", &r)
	return all
}

// sightsOf returns the sights of an activity; whichever rule asks first has it
// walked through.
func (p *pass) sightsOf(a *Activity) *sights {
	if a.sights == nil {
		a.sights = &sights{}
		a.sights.collect(p, a.At, a.Activity)
	}
	return a.sights
}

func (all *sights) collect(p *pass, at string, object any) {
	w := &walker{see: func(w *walker, v reflect.Value, s *shape) bool {
		if m := remarksOf(v, s); m != nil {
			if len(m.Open) > 0 {
				all.open = add(all.open, w.sight(p, v, s, m))
			}
			if isOne(m.Certainty, register.CertaintyInferred, register.CertaintyAssumed) {
				all.unsure = add(all.unsure, w.sight(p, v, s, m))
			}
		}
		for i := range s.words {
			all.read(p, w, v, s, &s.words[i])
		}
		return true
	}}
	w.walk(at, object)
}

// add adds a sight, to its neighbour if that says the same. Entities of the
// register itself stay apart.
func add(list []sight, x sight) []sight {
	if n := len(list) - 1; n >= 0 {
		last := &list[n]
		if p := parentAt(last.at); strings.Count(p, "/") > 1 && p == parentAt(x.at) && reflect.DeepEqual(last.remarks, x.remarks) {
			last.names, last.same = append(last.names, x.names...), append(last.same, x.at)
			return list
		}
	}
	return append(list, x)
}

func parentAt(at string) string { return at[:strings.LastIndexByte(at, '/')+1] }

func (w *walker) sight(p *pass, v reflect.Value, s *shape, m *register.Remarks) sight {
	x := sight{at: w.at(), names: []register.Text{w.nearestName(p, v, s)}, remarks: m}
	if id, ok := strings.CutPrefix(w.base, "activities/"); ok && len(w.path) > 0 {
		x.where = id
	}
	return x
}

// entry names what a sight is about, and the activity in which it stands.
func (p *pass) entry(x *sight) register.Text {
	names := make([]register.Text, len(x.names))
	for i, t := range x.names {
		names[i] = quoted(t)
	}
	entry := enumerate(names)
	if x.where == "" {
		return entry
	}
	activity := quoted(p.name(register.KindActivities, x.where))
	for l, word := range (value.Text{"en": " in ", "nl": " bij "}) {
		if !strings.EqualFold(entry[l], activity[l]) {
			entry[l] += word + activity[l]
		}
	}
	return entry
}

// read looks whether a field says something.
func (all *sights) read(p *pass, w *walker, v reflect.Value, s *shape, f *slot) {
	field := v.Field(f.index)
	if f.Kind != schema.Text {
		if text := field.String(); saysNothing(f, text) {
			all.note(p, w, v, s, f, plain(text))
		}
		return
	}
	if field.Len() == 0 {
		return
	}
	t, _ := field.Interface().(register.Text)
	for _, text := range t {
		if saysNothing(f, text) { // its other languages say no more
			all.note(p, w, v, s, f, t)
			return
		}
	}
}

func saysNothing(f *slot, text string) bool {
	return isShort(text) && (isPlaceholder(text) || f.content && onlyRefers(text))
}

func (all *sights) note(p *pass, w *walker, v reflect.Value, s *shape, f *slot, t register.Text) {
	x := emptyText{w.sight(p, v, s, nil), f.Name, t, false}
	for _, text := range t {
		x.refers = x.refers || f.content && onlyRefers(text)
	}
	if n := len(w.path); f.Name == "text" && n > 0 {
		x.field = w.path[n-1].field // of the list that it stands in
	}
	x.at = inside(x.at, f.Name)
	all.empty = append(all.empty, x)
}
