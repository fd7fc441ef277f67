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
	view     *register.View
	terms    *terms
	parties  *names
	shared   *register.AllActivities
	segments []*segment
	starts   []int32 // position of the first activity of each segment
	chains   *chains
	index    func() map[*register.Activity]int32 // positions, made when needed
}

// Build compiles a view.
func Build(view *register.View) *Map {
	return build(view, nil)
}

// Next returns the map of a changed view; it reuses what did not change. It
// recognises what did not change by identity: a *register.Activity or
// *register.Party that both views share must not have been altered.
func (m *Map) Next(view *register.View) *Map { return build(view, m) }

// View returns the view that the map was built from.
func (m *Map) View() *register.View { return m.view }

// build compiles a view with what can be used of an older map.
func build(view *register.View, old *Map) *Map {
	m := &Map{view: view, shared: view.Register().AllActivities}
	blocks := (*reuse)(nil)
	if old == nil {
		m.terms, m.parties = readTerms(view, nil), &names{}
	} else {
		m.terms, m.parties = readTerms(view, old.terms), old.parties
		if m.terms.same(old.terms) {
			m.terms = old.terms
			if sameShared(m.shared, old.shared) {
				blocks = newReuse(old)
			}
			if old.chains.same(view) {
				m.chains = old.chains
			}
		}
	}
	if m.chains == nil {
		m.chains = newChains(view, m.terms, m.parties)
	}
	m.segments = newCompiler(m).segments(view.Activities(), blocks)
	start := int32(0)
	for _, s := range m.segments {
		m.starts = append(m.starts, start)
		start += int32(len(s.blocks))
	}
	m.index = sync.OnceValue(m.positions)
	return m
}

// positions returns where each activity stands.
func (m *Map) positions() map[*register.Activity]int32 {
	all := make(map[*register.Activity]int32)
	for i, s := range m.segments {
		for j, b := range s.blocks {
			all[b.activity] = m.starts[i] + int32(j)
		}
	}
	return all
}
