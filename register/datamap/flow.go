package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// tellDisclosure reads what a disclosure says, whatever the activity.
func (c *compiler) tellDisclosure(r *register.Disclosure) toldDisclosure {
	t := toldDisclosure{
		Disclosure: r,
		data:       c.terms.data.expand(r.Data),
		statement:  statement{c.terms.subjects.expand(r.Subjects), c.terms.purposes.expand(r.Purposes)},
		entry:      certainty(&r.Remarks, colRecipient, colRole),
		flow:       certainty(&r.Remarks, colData) | sideMask(r),
		particular: r.Engages != nil || r.Recipients != nil || r.Locations != nil ||
			r.RemoteAccess != nil || r.Transfers != nil || r.OwnPurposes != nil,
	}
	if len(t.data) == 0 {
		t.data = []term{everything}
		t.flow |= leftOut.in(colData)
	}
	t.silent = t.subjects == nil && t.purposes == nil && len(t.data) == 1 && t.data[0] == everything
	if r.To != "" {
		t.party = c.parties.number(r.To)
	}
	return t
}

// disclose makes the disclosures of the activity and their flows.
func (c *compiler) disclose() {
	a := c.activity
	for i := range a.Disclosures {
		if a.Disclosures[i].To == "" {
			continue // nobody receives it; a problem told elsewhere
		}
		t := c.tellDisclosure(&a.Disclosures[i])
		c.disclosure(&t, i, false)
	}
	for i := range c.shared {
		t := &c.shared[i]
		if t.To == "" || slices.Contains(a.Except, t.To) || t.ID != "" && slices.Contains(a.Except, t.ID) {
			continue
		}
		c.disclosure(t, i, true)
	}
}

func (c *compiler) disclosure(t *toldDisclosure, at int, shared bool) {
	s := c.s
	x := point{party: t.party, service: t.Service}
	if t.particular {
		x.disclosure = t.Disclosure
		if !shared {
			x.activity = c.activity
		}
	}
	number, ok := c.pointAt[x]
	if !ok {
		number = int32(len(c.points))
		c.points = append(c.points, x)
		c.pointAt[x] = number
	}
	block := c.blocks.len() - 1
	rows := c.rows.len() - c.blocks.get(block, blockRow)
	k := kind{
		mask: t.entry, flowMask: t.flow, role: directRole(t.As, c.activity.Role),
		doubts: doubtsOf(t.entry|t.flow&of(colData), everyColumn), shared: shared, particular: t.particular,
		uniform: c.dataMask == 0, whole: t.silent && rows > 0,
	}
	disc := c.discs.len()
	c.discs.add(uint32(at), block, uint32(number), c.flows.len(), numberIn(&s.kinds, c.kinds, k), c.span(c.days.within(t.Disclosure)))
	c.receivers = append(c.receivers, t.party)
	passes := c.holds
	if !k.whole {
		c.passes = c.passes[:0]
		c.flowsOf(t, shared)
		passes = c.passes
	}
	for _, x := range passes {
		c.listed = append(c.listed, listing{x, disc, block})
	}
}

// flowsOf makes a flow of every data use and category that a disclosure
// overlaps, then one of each thing that it names and that overlaps none.
func (c *compiler) flowsOf(t *toldDisclosure, shared bool) {
	first, end := c.blocks.get(c.blocks.len()-1, blockRow), c.rows.len()
	from := c.flows.len()
	var few [8]bool
	met := few[:0]
	for range t.data {
		met = append(met, false)
	}
	silent := t.subjects == nil && t.purposes == nil
	for i := first; i < end; i++ {
		held, use := term(c.rows.get(i, rowCategory)), c.rows.get(i, rowUse)
		for j, named := range t.data {
			category, ok := c.terms.data.narrower(held, named)
			if !ok {
				continue
			}
			set := c.rows.get(i, rowSet)
			if !silent || category != held {
				if set, ok = c.facetsOf(category, c.says[use], t.statement); !ok {
					continue
				}
			}
			met[j] = true
			if !c.has(from, first, category, use) {
				c.flow(i-first+1, set, category)
			}
		}
	}
	for j, named := range t.data {
		if !met[j] {
			c.flowAlone(t, named, shared, end > first)
		}
	}
}

// flow makes a flow of the last disclosure: of a row of the activity, from 1, or 0.
func (c *compiler) flow(row, set uint32, category term) {
	c.flows.add(row, set, uint32(category))
	if !slices.Contains(c.passes, category) {
		c.passes = append(c.passes, category)
	}
}

// has reports whether one of the flows from one on is of a data use, the last one
// so far, and a category. The rows of the activity begin at first.
func (c *compiler) has(from, first uint32, category term, use uint32) bool {
	for i := c.flows.len(); i > from && c.rows.get(first+c.flows.get(i-1, flowRow)-1, rowUse) == use; i-- {
		if term(c.flows.get(i-1, flowCategory)) == category {
			return true
		}
	}
	return false
}

// flowAlone makes the flow of a category that a disclosure names and no data
// use overlaps. What the activity says of itself is a statement even so; what
// is said of all activities concerns only what each of them holds.
func (c *compiler) flowAlone(t *toldDisclosure, category term, shared, holds bool) {
	if shared && (holds || category != everything) {
		return
	}
	if !shared {
		c.flow(0, c.facetsAlone(category, t.statement), category)
	} else if set, ok := c.facetsOf(category, statement{}, t.statement); ok {
		c.flow(0, set, category)
	}
}

// sideMask returns what is assumed of subjects and purposes because of a
// disclosure.
func sideMask(r *register.Disclosure) mask {
	m := certainty(&r.Remarks, colRecipient)
	if len(r.Subjects) == 0 {
		m |= leftOut.in(colSubjects)
	} else {
		m |= certainty(&r.Remarks, colSubjects)
	}
	if len(r.Purposes) == 0 {
		m |= leftOut.in(colPurposes)
	} else {
		m |= certainty(&r.Remarks, colPurposes)
	}
	return m
}
