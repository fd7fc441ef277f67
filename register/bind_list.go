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
	items, alone := n.Items, n.Kind != tree.List
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
	case alone && b.strict:
		b.wrongType(n, f.Name, listWords(f))
		return
	case alone:
		items = []*tree.Node{n}
	}
	if f.Kind == schema.Nested {
		b.entries(items, alone, target, f)
		return
	}
	b.items(items, alone, target, f)
}

// indexIn is the index of an element, which is not written where it stands alone
// for a list of one.
func indexIn(i int, alone bool) int {
	if alone {
		return unwritten
	}
	return i
}

func listWords(f *plannedField) string {
	if f.None {
		return "a list or none"
	}
	return "a list"
}

// items reads a list of scalars, in which nothing stands twice.
func (b *binder) items(items []*tree.Node, alone bool, target reflect.Value, f *plannedField) {
	list := reflect.MakeSlice(target.Type(), len(items), len(items))
	made := 0
	first := seenItems{}
	var names namer
	for i, n := range items {
		index := indexIn(i, alone)
		b.path = append(b.path, step{index: index, item: true})
		if n.IsNull() {
			b.report(diag.NullValue, b.place(n), "field", f.Name)
			b.pop()
			continue
		}
		spot := b.begin(names.name(n.Raw, i), n.File, n.Line, n.Column, piece{position: int32(index)})
		element := list.Index(made)
		if b.scalar(n, element, f) {
			if other := first.add(n); other != nil {
				p := b.report(diag.DuplicateItem, b.place(n), "found", n.Raw, "field", f.Name)
				p.Related = []diag.Related{{Place: b.place(other)}}
				element.SetZero()
			} else {
				made++
			}
		}
		b.source.end(spot)
		b.pop()
	}
	if made > 0 {
		target.Set(list.Slice(0, made))
	}
}

// seenItems finds what stands twice; short lists need no map.
type seenItems struct {
	few  [12]*tree.Node // the first of them
	n    int
	many map[string]*tree.Node
}

// add returns the earlier node with the same text, or nil.
func (s *seenItems) add(n *tree.Node) *tree.Node {
	if s.many != nil {
		if other, ok := s.many[n.Raw]; ok {
			return other
		}
		s.many[n.Raw] = n
		return nil
	}
	for _, other := range s.few[:s.n] {
		if other.Raw == n.Raw {
			return other
		}
	}
	if s.n < len(s.few) {
		s.few[s.n] = n
		s.n++
		return nil
	}
	s.many = make(map[string]*tree.Node, 2*len(s.few))
	for _, other := range s.few {
		s.many[other.Raw] = other
	}
	s.many[n.Raw] = n
	return nil
}

// entryList is a list of entries that is being read.
type entryList struct {
	field *plannedField
	plan  *plan
	// target is the list, of pointers where the entries are entities.
	target   reflect.Value
	pointers bool
	names    namer
	made     int
	ids      map[string]definition
}

// definition is where an identifier was defined first.
type definition struct {
	at    string
	place diag.Place
}

// entries reads a list of objects.
func (b *binder) entries(items []*tree.Node, alone bool, target reflect.Value, f *plannedField) {
	element := target.Type().Elem()
	pointers := element.Kind() == reflect.Pointer
	if pointers {
		element = element.Elem()
	}
	l := &entryList{field: f, plan: planOf(element), pointers: pointers, target: target}
	target.Set(reflect.MakeSlice(target.Type(), 0, b.room(items, l.plan)))
	for i, n := range items {
		index := indexIn(i, alone)
		if n.IsNull() {
			b.path = append(b.path, step{index: index, item: true})
			b.report(diag.NullValue, b.place(n), "field", f.Name)
			b.pop()
			continue
		}
		if several := b.several(n, l.plan); several != nil {
			b.expand(l, n, several, index)
		} else {
			b.entry(l, n, n, index, override{field: -1})
		}
		if pointers {
			// An entity is read once: its tree need not stay in memory while
			// the rest of a large register is read.
			items[i] = nil
		}
	}
	if target.Len() == 0 {
		target.SetZero()
	}
}

// room returns for how many entries of a list there should be room from the
// start. Entries that stand for very many could be made to fill the memory.
func (b *binder) room(items []*tree.Node, p *plan) int {
	const most = 1024
	n := 0
	for _, item := range items {
		if several := b.several(item, p); several != nil {
			n += len(several.Items)
		} else {
			n++
		}
		if n > most {
			return most
		}
	}
	return n
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
	spot := b.begin(name, where.File, where.Line, where.Column, piece{position: int32(index)})
	defer b.source.end(spot)
	bare := n.Kind == tree.Scalar && !b.strict && l.plan.object.Bare != ""
	if n.Kind != tree.Map && !bare {
		b.wrongType(n, l.field.Name, entryWords(l.plan, b.strict))
		return
	}
	faults := b.faults
	pointer, v := l.add()
	if bare {
		b.bare(n, v, l.plan)
	} else {
		b.object(n, v, l.plan, over)
	}
	b.unique(l, n)
	if l.pointers && b.faults == faults {
		b.checks.add(check{value: pointer, plan: l.plan, at: b.at(), pointer: b.pointer(), place: b.place(where), strict: b.strict})
	}
}

// add makes an empty entry at the end of the list; pointer leads to it where the
// list is one of pointers.
func (l *entryList) add() (pointer, v reflect.Value) {
	n := l.target.Len()
	if n == l.target.Cap() {
		l.target.Grow(1)
	}
	l.target.SetLen(n + 1)
	v = l.target.Index(n)
	if l.pointers {
		pointer = reflect.New(l.plan.goType)
		v.Set(pointer)
		v = pointer.Elem()
	}
	return pointer, v
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
		if b.pointers && p.Code != "" {
			p.Pointer += "/" + l.plan.fields[l.plan.id].Name
		}
		return
	}
	if l.ids == nil {
		l.ids = make(map[string]definition)
	}
	l.ids[id.Raw] = definition{at: b.at(), place: b.place(id)}
}
