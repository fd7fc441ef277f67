package register

import (
	"reflect"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
)

// none is the word that says that there are none, where silence says nothing.
const none = "none"

func saysNone(n *tree.Node) bool { return n.Kind == tree.Scalar && n.Raw == none }

// meansNone reports whether a value is what people write where the format has
// none: it must not become the name of something.
func meansNone(raw string) bool {
	switch strings.Trim(strings.ToLower(raw), ". ") {
	case "nvt", "n.v.t", "n/a", "n.a", "geen", "nee", "no", "nihil", "nil", "-", "–", "niet van toepassing", "not applicable", "keine", "aucun", "néant":
		return true
	}
	return false
}

// list reads the value of a field that is a list: several values, one that
// stands for a list of one, or none.
func (b *binder) list(n *tree.Node, target reflect.Value, f *plannedField) {
	items := n.Items
	switch {
	case saysNone(n) && f.None:
		target.Set(reflect.MakeSlice(target.Type(), 0, 0))
		return
	case saysNone(n):
		b.report(diag.NoneMisplaced, b.place(n), "field", f.Name)
		return
	case n.Kind == tree.List && len(items) == 0:
		p := b.report(diag.EmptyList, b.place(n), "field", f.Name)
		if f.None && p.Args != nil {
			p.Args["hint"] = "or-none"
		}
		return
	case f.None && n.Kind == tree.Scalar && !b.strict && meansNone(n.Raw):
		p := b.report(diag.UnknownValue, b.place(n), "found", n.Raw, "field", f.Name, "expected", "a list or none")
		p.Suggestions = []string{none}
		return
	case n.Kind != tree.List && b.strict:
		b.wrongType(n, f.Name, listWords(f))
		return
	case n.Kind != tree.List:
		items = []*tree.Node{n}
	}
	if f.Kind == schema.Nested {
		b.entries(items, target, f)
		return
	}
	b.items(items, target, f)
}

func listWords(f *plannedField) string {
	if f.None {
		return "a list or none"
	}
	return "a list"
}

// items reads a list of scalars, in which nothing stands twice.
func (b *binder) items(items []*tree.Node, target reflect.Value, f *plannedField) {
	list := reflect.MakeSlice(target.Type(), 0, len(items))
	first := seenItems{}
	var names namer
	for i, n := range items {
		b.path = append(b.path, step{index: i, item: true})
		if n.IsNull() {
			b.report(diag.NullValue, b.place(n), "field", f.Name)
			b.pop()
			continue
		}
		spot := b.source.begin(names.name(n.Raw, i), n.File, n.Line, n.Column)
		element := reflect.New(target.Type().Elem()).Elem()
		if b.scalar(n, element, f) {
			if other := first.add(n); other != nil {
				p := b.report(diag.DuplicateItem, b.place(n), "found", n.Raw, "field", f.Name)
				p.Related = []diag.Related{{Place: b.place(other)}}
			} else {
				list = reflect.Append(list, element)
			}
		}
		b.source.end(spot)
		b.pop()
	}
	if list.Len() > 0 {
		target.Set(list)
	}
}

// seenItems finds what stands twice; short lists need no map.
type seenItems struct {
	few  []*tree.Node
	many map[string]*tree.Node
}

// add returns the earlier node with the same text, or nil.
func (s *seenItems) add(n *tree.Node) *tree.Node {
	const most = 12
	if s.many != nil {
		if other, ok := s.many[n.Raw]; ok {
			return other
		}
		s.many[n.Raw] = n
		return nil
	}
	for _, other := range s.few {
		if other.Raw == n.Raw {
			return other
		}
	}
	if s.few = append(s.few, n); len(s.few) > most {
		s.many = make(map[string]*tree.Node, 2*most)
		for _, other := range s.few {
			s.many[other.Raw] = other
		}
	}
	return nil
}

// entryList is a list of entries that is being read.
type entryList struct {
	field  *plannedField
	plan   *plan
	target reflect.Value
	names  namer
	made   int
	ids    map[string]definition
}

// definition is where an identifier was defined first.
type definition struct {
	at    string
	place diag.Place
}

// entries reads a list of objects.
func (b *binder) entries(items []*tree.Node, target reflect.Value, f *plannedField) {
	element := target.Type().Elem()
	pointers := element.Kind() == reflect.Pointer
	if pointers {
		element = element.Elem()
	}
	l := &entryList{field: f, plan: planOf(element)}
	l.target = reflect.MakeSlice(target.Type(), 0, len(items))
	for i, n := range items {
		if n.IsNull() {
			b.path = append(b.path, step{index: i, item: true})
			b.report(diag.NullValue, b.place(n), "field", f.Name)
			b.pop()
			continue
		}
		several := b.several(n, l.plan)
		if several == nil {
			b.entry(l, n, n, i, override{field: -1})
			continue
		}
		b.expand(l, n, several, i)
	}
	if l.target.Len() > 0 {
		target.Set(l.target)
	}
}

// entry reads one element of a list of objects; where is the node at which it
// stands.
func (b *binder) entry(l *entryList, n, where *tree.Node, index int, over override) {
	if !b.spend(n) {
		return
	}
	name := l.names.name(b.key(n, l.plan, over), l.made)
	l.made++
	b.push(name, index)
	defer b.pop()
	spot := b.source.begin(name, where.File, where.Line, where.Column)
	defer b.source.end(spot)
	pointer := reflect.New(l.plan.goType)
	faults := b.faults
	switch {
	case n.Kind == tree.Map:
		b.object(n, pointer.Elem(), l.plan, over)
	case n.Kind == tree.Scalar && !b.strict && l.plan.object.Bare != "":
		b.bare(n, pointer.Elem(), l.plan)
	default:
		b.wrongType(n, l.field.Name, entryWords(l.plan, b.strict))
		return
	}
	b.unique(l, n)
	if l.target.Type().Elem().Kind() != reflect.Pointer {
		l.target = reflect.Append(l.target, pointer.Elem())
		return
	}
	l.target = reflect.Append(l.target, pointer)
	if b.faults == faults {
		b.checks.add(check{value: pointer, plan: l.plan, at: b.at(), pointer: b.pointer(), place: b.place(where)})
	}
}

func entryWords(p *plan, strict bool) string {
	if strict || p.object.Bare == "" {
		return "a list of mappings"
	}
	return "a list of mappings or of single values"
}

// key returns what names an entry in its address, as its method Key will.
func (b *binder) key(n *tree.Node, p *plan, over override) string {
	for _, name := range p.object.Key {
		value := n
		switch {
		case over.field >= 0 && p.fields[over.field].Name == name:
			value = over.node
		case n.Kind == tree.Map:
			value = n.Get(name)
		case name != p.object.Bare:
			value = nil
		}
		if value != nil && value.Kind == tree.Scalar && !value.IsNull() && value.Raw != "" {
			return value.Raw
		}
	}
	return ""
}

// unique reports an identifier that an earlier entry of the list has.
func (b *binder) unique(l *entryList, n *tree.Node) {
	if l.plan.id < 0 || n.Kind != tree.Map {
		return
	}
	id := n.Get(l.plan.fields[l.plan.id].Name)
	if id == nil || id.Kind != tree.Scalar || id.IsNull() || id.Raw == "" {
		return
	}
	if first, ok := l.ids[id.Raw]; ok {
		p := b.report(diag.DuplicateID, b.place(id), "id", id.Raw, "kind", l.field.Name)
		p.Related = []diag.Related{{At: first.at, Place: first.place}}
		return
	}
	if l.ids == nil {
		l.ids = make(map[string]definition)
	}
	l.ids[id.Raw] = definition{at: b.at(), place: b.place(id)}
}
