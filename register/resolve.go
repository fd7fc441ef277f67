package register

import (
	"cmp"
	"slices"

	"github.com/openropa/ropa/register/diag"
)

// Resolve joins a register with what it extends and looks up every reference.
// It returns all problems at once: references that lead nowhere, terms that are
// their own parents, bases that cannot be had, nil among the entities. Of
// problems without end it lists some ten thousands. Src and bases may be nil: then
// no places are known, and only the built-in registers can be extended.
//
// The view can be asked even where there are problems; what dangles leads
// nowhere in it. It shares the entities of r, which must not change any more.
// The view of a nil register holds what the built-in register does.
func Resolve(r *Register, src *Source, bases Bases) (*View, diag.Problems) {
	if r == nil { // there was nothing to read, which Load or Parse has said
		r = &Register{}
	}
	v := &View{register: r, source: src}
	var problems diag.Problems
	v.layers, problems = layersOf(r, src, bases)
	v.build()
	// Where a base could not be read, what it may define is not missing.
	incomplete := problems.HasErrors()
	for i := range v.layers {
		if v.layers[i].builtIn {
			continue // held together by a test of the vocabulary
		}
		problems = append(problems, v.checkLayer(i, incomplete)...)
	}
	problems = append(problems, v.checkCycles()...)
	problems.Sort()
	v.sound = !problems.HasErrors()
	return v, problems
}

// build fills the index and the lists: an identifier defined again in a nearer
// layer replaces the farther one.
func (v *View) build() {
	v.index = make(map[Kind]map[string]found, len(kinds))
	v.lists = make(map[Kind][]Entity, len(kinds))
	for _, kind := range kinds {
		v.buildKind(kind)
	}
	v.activities = v.register.Activities
	if slices.Contains(v.activities, nil) {
		v.activities = slices.DeleteFunc(slices.Clone(v.activities), func(a *Activity) bool { return a == nil })
	}
}

// buildKind fills the index and the list of one kind.
func (v *View) buildKind(k kind) {
	index := make(map[string]found)
	var list []Entity
	for i, layer := range v.layers {
		if i > 0 && !k.inherited {
			break
		}
		for _, e := range k.list(layer.register) {
			if f, ok := index[e.Key()]; ok && (f.layer != i || k.name != KindRights) {
				continue
			} else if !ok {
				index[e.Key()] = found{e, i}
			}
			list = append(list, e)
		}
	}
	v.index[k.name], v.lists[k.name] = index, list
}

// checkLayer looks up the references of one layer and holds its statements
// against each other.
func (v *View) checkLayer(i int, incomplete bool) diag.Problems {
	c := checker{view: v, layer: v.layers[i], own: i == 0, incomplete: incomplete, guesses: mostGuesses}
	c.check()
	return c.problems
}

// checkCycles follows every relation by which an entity refers to one of its
// own kind.
func (v *View) checkCycles() diag.Problems {
	var problems diag.Problems
	for _, relation := range relations {
		problems = append(problems, v.cyclesOf(relation)...)
	}
	return problems
}

// relation is a field by which entities refer to others of their kind.
type relation struct {
	kind  Kind
	field string
	to    func(Entity) []string
}

var relations = []relation{
	{KindDataCategories, "parent", func(e Entity) []string { return one(e.(*DataCategory).Parent) }},
	{KindDataCategories, "includes", func(e Entity) []string { return e.(*DataCategory).Includes }},
	{KindDataSubjects, "parent", func(e Entity) []string { return one(e.(*DataSubject).Parent) }},
	{KindPurposes, "parent", func(e Entity) []string { return one(e.(*Purpose).Parent) }},
	{KindOperations, "parent", func(e Entity) []string { return one(e.(*Operation).Parent) }},
	{KindEvents, "parent", func(e Entity) []string { return one(e.(*Event).Parent) }},
	{KindMeasures, "parent", func(e Entity) []string { return one(e.(*Measure).Parent) }},
	{KindParties, "partOf", func(e Entity) []string { return one(e.(*Party).PartOf) }},
	{KindActivities, "replacedBy", func(e Entity) []string { return one(e.(*Activity).ReplacedBy) }},
}

func one(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// maxCycles bounds how many cycles of a relation are reported: each may be as
// long as the register.
const maxCycles = 1000

// maxCycleSteps bounds how long the cycles that are reported are together.
const maxCycleSteps = 1_000_000

// cyclesOf reports the cycles of a relation, each once and at the entity with
// the least identifier, of those in the nearest layer. It keeps its own stack, so that a long chain costs no depth.
func (v *View) cyclesOf(r relation) diag.Problems {
	const (
		unseen = iota
		open   // on the path that is being followed
		done
	)
	type step struct {
		id   string
		rest []string
	}
	var problems diag.Problems
	told := 0
	state := make(map[string]int)
	targets := func(id string) []string {
		if e := v.Lookup(r.kind, id); e != nil {
			return r.to(e)
		}
		return nil
	}
	for _, e := range v.lists[r.kind] {
		if state[e.Key()] != unseen {
			continue
		}
		path := []step{{e.Key(), r.to(e)}}
		state[e.Key()] = open
		for len(path) > 0 {
			top := &path[len(path)-1]
			if len(top.rest) == 0 {
				state[top.id] = done
				path = path[:len(path)-1]
				continue
			}
			next := top.rest[0]
			top.rest = top.rest[1:]
			switch state[next] {
			case unseen:
				state[next] = open
				path = append(path, step{next, targets(next)})
			case open:
				if len(problems) == maxCycles || told > maxCycleSteps {
					continue
				}
				start := slices.IndexFunc(path, func(s step) bool { return s.id == next })
				var ids []string
				for _, s := range path[start:] {
					ids = append(ids, s.id)
				}
				told += len(path)
				problems = append(problems, v.cycle(r, ids))
			}
		}
	}
	return problems
}

func (v *View) cycle(r relation, ids []string) diag.Problem {
	index := v.index[r.kind]
	first := slices.MinFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(index[a].layer, index[b].layer), cmp.Compare(a, b))
	})
	least := slices.Index(ids, first)
	ids = slices.Concat(ids[least:], ids[:least])
	at := join(join(string(r.kind), first), r.field)
	p := diag.New(diag.Cycle, at, v.Place(at), "field", r.field, "path", arrows(append(ids, first)))
	p.Layer = v.layers[index[first].layer].name
	return p
}

func arrows(ids []string) string {
	s := ""
	for i, id := range ids {
		if i == 8 && len(ids) > 9 {
			return s + " → … → " + ids[len(ids)-1]
		}
		if i > 0 {
			s += " → "
		}
		s += id
	}
	return s
}
