package datamap

import (
	"iter"

	"github.com/openropa/ropa/register"
)

// Row is a flow behind an answer, or what is held, as Map.Evidence finds it. What
// it tells is looked up when it is asked. A row may be kept and used by several
// goroutines; it keeps the map in memory.
type Row struct {
	found *gathering
	key   answerKey
	f     finding
}

// Evidence goes through what is behind the answers to a question, without making
// the answers: each flow with each answer that it supports, as they are found. The
// order is the same each time, and not that of Answers, where stated evidence
// stands first. Of the filter Brief and Evidence say nothing here, and StatedOnly
// leaves out the rows that are not stated themselves. What is undetermined is not
// told. The error is that of Ask.
func (m *Map) Evidence(question Question, f Filter) (iter.Seq[Row], error) {
	f.Brief = true // nothing is gathered
	q, err := m.query(question, f)
	if err != nil {
		return nil, err
	}
	q.travels, q.plainly, q.byItem = false, false, false
	return func(yield func(Row) bool) {
		g := newGathering(q, new(scratch)) // rows may be kept, so that it is not used again
		g.each = func(key answerKey) bool { return yield(Row{g, key, g.handed}) }
		q.scan(g)
	}, nil
}

// hand hands a finding out.
func (g *gathering) hand(key answerKey, f *finding) {
	if f != &g.handed {
		g.handed = *f
	}
	if !g.stopped && (f.mask == 0 || !g.filter.StatedOnly) {
		g.stopped = !g.each(key)
	}
}

// handDirect hands out a flow whose recipient the filter selects, where other
// parties are left out: nothing is kept of it.
func (g *gathering) handDirect(f *flow, d *disclosure, entry, rest mask, unknown bool, found []matches) {
	p := &g.allPoints[d.point]
	if g.recipients != nil && !g.recipients[p.party] {
		return
	}
	var n *node
	if g.judges {
		n = g.chains.at(d.point, p)
	}
	m, places, ok := g.selects(n, p.party, d.role, f.category, unknown, labelMask(kept|fromStart, entry))
	if !ok {
		return
	}
	one := &g.handed
	*one = finding{
		s: g.s, position: g.start + int32(d.block), block: int32(d.block), disc: int32(f.disc), row: -1,
		use: g.s.use(f.row), category: f.category, enters: f.category, mask: rest | m&g.asked | found[0].mask,
	}
	switch g.question {
	case Processors, Recipients:
		g.hand(answerKey{a: p.party}, one)
	case Countries:
		mask := one.mask
		for i, place := range places {
			if surpassed(places, i) {
				continue
			}
			one.mask = mask | place.mask&g.asked
			g.hand(answerKey{a: g.ids.number(string(place.area))}, one)
		}
	default:
		for i := range found {
			one.mask = rest | m&g.asked | found[i].mask
			g.add(one, found[i])
		}
	}
}

// surpassed reports whether the same country is in the list with less assumed, or
// before with as much.
func surpassed(places []matchedPlace, i int) bool {
	for j := range places {
		if places[j].area == places[i].area && (better(places[j].mask, places[i].mask) || j < i && places[j].mask == places[i].mask) {
			return true
		}
	}
	return false
}

// Answer returns the ID of the answer that the row is behind.
func (r *Row) Answer() string {
	switch r.found.question {
	case Processors, Recipients:
		return r.found.partyIDs[r.key.a]
	case Data:
		return r.found.categories[r.key.a]
	}
	answer := Answer{Details: &Details{}}
	r.found.name(&answer, &gathered{key: r.key, details: &details{evidence: []finding{r.f}}})
	return answer.ID
}

// Activity returns the activity.
func (r *Row) Activity() *register.Activity { return r.f.activity() }

// Data returns the category that flows, "" where that is not known.
func (r *Row) Data() string { return r.found.dataOf(&r.f) }

// Recipient returns the party that gets it; "" for data that are held.
func (r *Row) Recipient() string { return r.found.recipient(&r.f) }

// Role returns the role in which it acts, "" where none is stated.
func (r *Row) Role() string {
	return roleNames[r.f.role()]
}

// Direct reports whether the organisation itself discloses the data to the
// recipient; true for data that are held.
func (r *Row) Direct() bool { return r.f.depth() == 0 }

// Stated reports whether no default, broader match or inferred entry decides it.
func (r *Row) Stated() bool { return r.f.mask == 0 }

// At returns the address of the disclosure, or of what says that data are held.
func (r *Row) At() string { return r.found.at(&r.f) }

// Evidence returns all that an answer shows of the row.
func (r *Row) Evidence() Evidence {
	at := r.found.at(&r.f)
	return r.found.show(&r.f, at, r.found.view.Place(at), r.f.mask.reasons())
}
