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
	block := uint32(len(s.blocks) - 1)
	s.discs = append(s.discs, disclosure{
		at: uint32(at), block: block, shared: shared, particular: t.particular, point: number, party: t.party,
		role: directRole(t.As, c.activity.Role), mask: c.mask(t.entry), flowMask: c.mask(t.flow),
		uniform: c.dataMask == 0, doubts: doubtsOf(t.entry|t.flow&of(colData), everyColumn), span: s.blocks[block].within(t.Disclosure),
	})
	c.flows(t, shared)
}

// flows makes a flow of every data use and category that a disclosure
// overlaps, then one of each thing that it names and that overlaps none.
func (c *compiler) flows(t *toldDisclosure, shared bool) {
	rows := c.s.rows[c.s.blocks[len(c.s.blocks)-1].row:]
	first, disc := len(c.raw), uint32(len(c.s.discs)-1)
	var few [8]bool
	met := few[:0]
	for range t.data {
		met = append(met, false)
	}
	silent := t.subjects == nil && t.purposes == nil
	for i := range rows {
		held := &rows[i]
		for j, named := range t.data {
			category, ok := c.terms.data.narrower(held.category, named)
			if !ok {
				continue
			}
			set := held.set
			if !silent || category != held.category {
				if set, ok = c.facetsOf(category, c.says[held.use], t.statement); !ok {
					continue
				}
			}
			met[j] = true
			if !c.has(first, rows, category, held.use) {
				c.raw = append(c.raw, rawFlow{category, flow{disc, uint32(len(c.s.rows) - len(rows) + i), set}})
			}
		}
	}
	for j, named := range t.data {
		if !met[j] {
			c.flowAlone(t, named, shared, len(rows) > 0)
		}
	}
}

// has reports whether one of the flows from the first on is of a data use, the
// last one so far, and a category.
func (c *compiler) has(first int, rows []row, category term, use int32) bool {
	offset := uint32(len(c.s.rows) - len(rows))
	for i := len(c.raw) - 1; i >= first && rows[c.raw[i].row-offset].use == use; i-- {
		if c.raw[i].category == category {
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
	f := flow{disc: uint32(len(c.s.discs) - 1), row: alone}
	if shared {
		var ok bool
		if f.set, ok = c.facetsOf(category, statement{}, t.statement); !ok {
			return
		}
	} else {
		f.set = c.facetsAlone(category, t.statement)
	}
	c.raw = append(c.raw, rawFlow{category, f})
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
