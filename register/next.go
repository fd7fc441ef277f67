package register

import (
	"reflect"
	"slices"

	"github.com/openropa/ropa/register/diag"
)

// Next resolves a register that was made from that of the view by changing little:
// it shares the entities that did not change, and extends the same registers. The
// answer is that of Resolve with the bases that the view was made with; it takes
// far less time where a few entities were changed or added, and no places are
// known. It is false, and nothing else, where the view itself has problems or the
// register extends others.
func (v *View) Next(r *Register) (*View, diag.Problems, bool) {
	if r == nil || !v.sound || !slices.Equal(r.Extends, v.register.Extends) || (r.Extends == nil) != (v.register.Extends == nil) {
		return nil, nil, false
	}
	next := &View{register: r, layers: slices.Clone(v.layers)}
	next.layers[0].register, next.layers[0].source = r, nil
	changed, quick := v.changed(r)
	if !quick {
		next.build()
		problems := append(next.checkLayer(0, false), next.checkBases()...)
		return next.settled(append(problems, next.checkCycles()...))
	}
	next.rebuild(v, changed)
	c := checker{view: next, layer: next.layers[0], own: true, guesses: mostGuesses}
	for kind, all := range changed {
		for _, e := range all {
			c.entity(kind, e)
		}
	}
	for _, relation := range relations {
		if changed[relation.kind] != nil {
			c.problems = append(c.problems, next.cyclesOf(relation)...)
		}
	}
	return next.settled(c.problems)
}

func (v *View) settled(problems diag.Problems) (*View, diag.Problems, bool) {
	problems.Sort()
	v.sound = !problems.HasErrors()
	return v, problems, true
}

// checkBases looks at the registers that are extended: what they refer to may have
// been defined again.
func (v *View) checkBases() diag.Problems {
	var problems diag.Problems
	for i := 1; i < len(v.layers); i++ {
		if !v.layers[i].builtIn {
			problems = append(problems, v.checkLayer(i, false)...)
		}
	}
	return problems
}

// changed returns the entities that another register has in the place of those of
// the view, or beside them, by kind; and whether nothing else can be touched by
// that: nothing was removed, and no other entry looks into what was changed.
func (v *View) changed(r *Register) (changed map[Kind][]Entity, quick bool) {
	if !sameHead(v.register, r) {
		return nil, false
	}
	changed = make(map[Kind][]Entity)
	for _, kind := range kinds {
		before, after := kind.list(v.register), kind.list(r)
		i := 0
		for i < len(before) && i < len(after) && before[i] == after[i] {
			i++
		}
		before, after = before[i:], after[i:]
		for len(before) > 0 && len(after) > 0 && before[len(before)-1] == after[len(after)-1] {
			before, after = before[:len(before)-1], after[:len(after)-1]
		}
		if len(before) == 0 && len(after) == 0 {
			continue
		}
		if !v.replaces(kind.name, before, after) {
			return nil, false
		}
		changed[kind.name] = after
	}
	return changed, true
}

// mostChanged is how many entities may change before it takes less to look at all.
const mostChanged = 50

// replaces reports whether entities stand in the place of all of some others, and
// no other entry looks into them: only the identifiers of most kinds matter to
// others.
func (v *View) replaces(kind Kind, before, after []Entity) bool {
	if kind == KindDataCategories || kind == KindRights || len(after) > mostChanged {
		return false // bundles; several of one identifier
	}
	for _, e := range after {
		if e == nil || reflect.ValueOf(e).IsNil() {
			return false
		}
		f, known := v.index[kind][e.Key()]
		if known && f.layer == 0 && !slices.ContainsFunc(before, func(b Entity) bool { return b.Key() == e.Key() }) {
			return false // it stands elsewhere too
		}
		if p, ok := e.(*Party); ok && known && !sameServices(f.entity.(*Party), p) {
			return false
		}
	}
	return !slices.ContainsFunc(before, func(b Entity) bool {
		return slices.IndexFunc(after, func(e Entity) bool { return e.Key() == b.Key() }) < 0
	})
}

func sameServices(a, b *Party) bool {
	return slices.EqualFunc(a.Services, b.Services, func(x, y Service) bool { return x.ID == y.ID })
}

// sameHead reports whether two registers share all fields but their entities.
func sameHead(a, b *Register) bool {
	x, y := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for i := range x.NumField() {
		if _, ok := kindOf(x.Type().Field(i).Name); !ok && !same(x.Field(i), y.Field(i)) {
			return false
		}
	}
	return true
}

// kindOf is the kind of entities that a field of a register lists.
func kindOf(field string) (Kind, bool) {
	for _, kind := range kinds {
		if len(field) > 1 && string(kind.name[1:]) == field[1:] && kind.name[0] == field[0]+'a'-'A' {
			return kind.name, true
		}
	}
	return "", false
}

// same reports whether two values are one, or equal.
func same(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Slice:
		if a.Pointer() == b.Pointer() && (a.Kind() == reflect.Pointer || a.Len() == b.Len()) {
			return a.IsNil() == b.IsNil()
		}
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// rebuild takes over the index of an older view for the kinds that are the same.
func (v *View) rebuild(old *View, changed map[Kind][]Entity) {
	v.index = make(map[Kind]map[string]found, len(kinds))
	v.lists = make(map[Kind][]Entity, len(kinds))
	for _, kind := range kinds {
		if changed[kind.name] == nil {
			v.index[kind.name], v.lists[kind.name] = old.index[kind.name], old.lists[kind.name]
			continue
		}
		v.buildKind(kind)
	}
	v.activities = old.activities
	if changed[KindActivities] != nil {
		v.activities = v.register.Activities
	}
}

// entity looks at one entity of the register itself.
func (c *checker) entity(kind Kind, e Entity) {
	visitor := visitor{ref: c.reference, object: c.object}
	visitor.walk(reflect.ValueOf(e).Elem(), string(kind)+"/"+e.Key())
	if a, ok := e.(*Activity); ok {
		c.contradictions(a)
	}
	c.reservedWord(kind, e)
}
