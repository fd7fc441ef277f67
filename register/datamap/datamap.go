// Package datamap answers questions about a register: which recipients get
// these data, in which role, through whom, in which countries, kept how long;
// each answer with the statements behind it.
//
// A Map holds what an activity holds and what it discloses: a flow for every
// data use and disclosure that overlap, with the category, the data subjects
// and the purposes that both have in common. What happens to the data after a
// disclosure is found in the parties when a question is asked.
//
// Absent says nothing. What an entry leaves out is all of the activity, and an
// answer that rests on that is marked as assumed, as is one that rests on a
// wider term or on an entry that is itself inferred or assumed. An answer is
// stated where at least one flow shows it without any of these.
package datamap

import (
	"sync"

	"github.com/openropa/ropa/register"
)

// Map is a register compiled for questions. It is immutable and safe for
// concurrent use.
type Map struct {
	view      *register.View
	terms     *terms
	parties   *names
	points    *points
	shared    *register.AllActivities
	sharedAt  []string // the addresses of its disclosures
	segments  []*segment
	starts    []int32 // position of the first activity of each segment, then their number
	directory *directory
	chains    *chains
	kept      *keeper
	ranking   *ranking
	scratches *sync.Pool
	compilers *sync.Pool
}

// Build compiles a view.
func Build(view *register.View) *Map {
	return build(view, nil)
}

// Next returns the map of a changed view; it reuses what did not change. It
// recognises what did not change by identity: a *register.Activity,
// *register.Party or term that both views share must not have been altered.
func (m *Map) Next(view *register.View) *Map {
	if m.points.worn() || m.parties.worn() || m.terms.worn() {
		return build(view, nil)
	}
	return build(view, m)
}

// View returns the view that the map was built from.
func (m *Map) View() *register.View { return m.view }

// build compiles a view with what can be used of an older map.
func build(view *register.View, old *Map) *Map {
	m := &Map{view: view, shared: view.Register().AllActivities, kept: &keeper{}, ranking: &ranking{}}
	blocks := (*reuse)(nil)
	if old == nil {
		m.terms, m.parties, m.points = readTerms(view, nil), readParties(view), newPoints()
		m.scratches = &sync.Pool{New: func() any { return new(scratch) }}
		m.compilers = &sync.Pool{New: func() any { return new(compiler) }}
	} else {
		m.terms, m.parties, m.points = readTerms(view, old.terms), old.parties, old.points
		m.scratches, m.compilers = old.scratches, old.compilers
		if m.terms == old.terms {
			if sameShared(m.shared, old.shared) {
				blocks = newReuse(old)
				m.shared = old.shared
			}
			if old.chains.same(view) && m.shared == old.shared {
				m.chains = old.chains
			}
		}
	}
	m.sharedAt = sharedAddresses(m.shared)
	jobs := m.compileAll(blocks)
	if old == nil {
		m.points.built = len(m.points.list)
	}
	start := int32(0)
	for _, s := range m.segments {
		m.starts = append(m.starts, start)
		start += int32(len(s.activities))
	}
	m.starts = append(m.starts, start)
	m.directory = newDirectory(m.segments, old)
	if m.chains == nil {
		m.chains = newChains(m)
	}
	if blocks != nil {
		if touched, known := m.touchedBy(jobs, old); known {
			m.kept = old.kept.carry(touched)
		}
	}
	return m
}

// sharedAddresses are those of the disclosures of all activities.
func sharedAddresses(shared *register.AllActivities) []string {
	if shared == nil {
		return nil
	}
	all := register.Names(shared.Disclosures)
	for i := range all {
		all[i] = "allActivities/disclosures/" + all[i]
	}
	return all
}

// readParties numbers the parties of a view.
func readParties(view *register.View) *names {
	n := &names{}
	for _, e := range view.Entities(register.KindParties) {
		if p, ok := e.(*register.Party); ok && p != nil {
			n.number(p.ID)
		}
	}
	n.settle()
	return n
}
