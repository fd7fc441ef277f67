package benchmarks

import (
	"github.com/openropa/ropa/register"
)

// tree is a tree of terms by identifier.
type tree struct {
	parent map[string]string
	rooted bool // everything lies below all
}

const allData = "all"

// within reports whether a is b or lies below it.
func (t *tree) within(a, b string) bool {
	if t.rooted && b == allData {
		return true
	}
	for a != "" {
		if a == b {
			return true
		}
		a = t.parent[a]
	}
	return false
}

// narrower returns the narrower of two terms that overlap, else "".
func (t *tree) narrower(a, b string) string {
	switch {
	case a == b || t.within(a, b):
		return a
	case t.within(b, a):
		return b
	}
	return ""
}

// meet returns the narrower term of each pair that overlaps.
func (t *tree) meet(a, b []string) []string {
	var both []string
	for _, x := range a {
		for _, y := range b {
			if z := t.narrower(x, y); z != "" {
				both = append(both, z)
			}
		}
	}
	return both
}

// ids returns all terms, the root first.
func (t *tree) ids() []string {
	var all []string
	if t.rooted {
		all = append(all, allData)
	}
	for id := range t.parent {
		if id != allData {
			all = append(all, id)
		}
	}
	return all
}

// trees are those of a view.
type trees struct{ data, subjects, purposes *tree }

func readTrees(v *register.View) trees {
	t := trees{&tree{map[string]string{}, true}, &tree{map[string]string{}, false}, &tree{map[string]string{}, false}}
	for _, e := range v.Entities(register.KindDataCategories) {
		c := e.(*register.DataCategory)
		t.data.parent[c.ID] = c.Parent
	}
	for _, e := range v.Entities(register.KindDataSubjects) {
		s := e.(*register.DataSubject)
		t.subjects.parent[s.ID] = s.Parent
	}
	for _, e := range v.Entities(register.KindPurposes) {
		p := e.(*register.Purpose)
		t.purposes.parent[p.ID] = p.Parent
	}
	return t
}

// wanted tells how terms fit one that is asked for; nil lets all through.
type wanted map[string]bool

func (t *tree) wanted(ids []string) wanted {
	if len(ids) == 0 {
		return nil
	}
	fits := wanted{}
	for _, x := range t.ids() {
		for _, id := range ids {
			if t.narrower(x, id) != "" {
				fits[x] = true
			}
		}
	}
	return fits
}

func (w wanted) any(ids []string) bool {
	if w == nil {
		return true
	}
	for _, id := range ids {
		if w[id] {
			return true
		}
	}
	return false
}
