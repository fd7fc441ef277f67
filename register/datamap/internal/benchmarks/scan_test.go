package benchmarks

import (
	"maps"
	"slices"

	"github.com/openropa/ropa/register"
)

// scan answers from the structs alone: it goes through all activities for each
// question, then along the chains.
type scan struct {
	view *register.View
	trees
}

func newScan(v *register.View) *scan { return &scan{v, readTrees(v)} }

// state is data of a category at a node, for a party in a role.
type state struct {
	node     node
	category string
	role     int
}

func (s *scan) answer(q *question) ([]string, error) {
	states := s.start(q)
	if !q.direct {
		s.follow(q, states)
	}
	found := map[string]bool{}
	data := s.data.wanted(list(q.data))
	for x := range states {
		switch {
		case data != nil && !data[x.category]:
		case q.recipient != "":
			if x.node.party == q.recipient {
				found[x.category] = true
			}
		case found[x.node.party]:
		case q.ofRole && x.role != processor && x.role != subProcessor:
		case q.outside && !isOutside(areas(s.view, x.node), today):
		default:
			found[x.node.party] = true
		}
	}
	return slices.Collect(maps.Keys(found)), nil
}

func list(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// start finds where flows that the question selects arrive first.
func (s *scan) start(q *question) map[state]bool {
	data, subjects, purposes := s.data.wanted(list(q.data)), s.subjects.wanted(list(q.subject)), s.purposes.wanted(list(q.purpose))
	found := map[state]bool{}
	for _, a := range s.view.Activities() {
		if !runs(a, today) || !touches(a, data) {
			continue
		}
		s.flows(a, today, func(f *flow) {
			if f.unknown && (data != nil || q.recipient != "") {
				return
			}
			if data != nil && !data[f.category] || !subjects.any(f.subjects) || !purposes.any(f.purposes) {
				return
			}
			x := state{entry(f.disclosure), f.category, 0}
			if q.ofRole {
				x.role = directRole(a, f.disclosure)
			}
			found[x] = true
		})
	}
	return found
}

// touches reports whether an activity holds or discloses data that fit.
func touches(a *register.Activity, data wanted) bool {
	if data == nil {
		return true
	}
	for i := range a.Data {
		if data[a.Data[i].Category] {
			return true
		}
	}
	for i := range a.Disclosures {
		if len(a.Disclosures[i].Data) > 0 && data.any(a.Disclosures[i].Data) {
			return true
		}
	}
	return false
}

// follow adds what is reached through others.
func (s *scan) follow(q *question, states map[state]bool) {
	onward := map[node][]edge{}
	open := slices.Collect(maps.Keys(states))
	for len(open) > 0 {
		x := open[len(open)-1]
		open = open[:len(open)-1]
		steps, ok := onward[x.node]
		if !ok {
			steps = edges(s.view, x.node)
			onward[x.node] = steps
		}
		for i := range steps {
			e := &steps[i]
			if !today.Between(e.from, e.until) {
				continue
			}
			next := state{node: e.to}
			if q.ofRole {
				next.role = onwardRole(x.role, e)
			}
			for _, c := range e.data {
				next.category = s.data.narrower(x.category, c)
				if next.category != "" && !states[next] {
					states[next] = true
					open = append(open, next)
				}
			}
		}
	}
}
