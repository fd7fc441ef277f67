package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// disclose makes the disclosures of the activity and their flows.
func (d *draft) disclose() {
	a := d.block.activity
	for i, name := range register.Names(a.Disclosures) {
		d.disclosure(&a.Disclosures[i], name, false)
	}
	all := d.view.Register().AllActivities
	if all == nil {
		return
	}
	for i, name := range d.sharedNames {
		s := &all.Disclosures[i]
		if slices.Contains(a.Except, s.To) || s.ID != "" && slices.Contains(a.Except, s.ID) {
			continue
		}
		d.disclosure(s, name, true)
	}
}

func (d *draft) disclosure(r *register.Disclosure, name string, shared bool) {
	if r.To == "" {
		return // nobody receives it; a problem told elsewhere
	}
	d.block.disclosures = append(d.block.disclosures, disclosure{
		Disclosure: r,
		name:       name,
		shared:     shared,
		party:      d.parties.number(r.To),
		role:       directRole(r.As, d.block.activity.Role),
		mask:       certainty(&r.Remarks, colRecipient, colRole),
		particular: r.Engages != nil || r.Recipients != nil || r.Locations != nil ||
			r.RemoteAccess != nil || r.Transfers != nil || r.OwnPurposes != nil,
	})
	d.flows(r, int32(len(d.block.disclosures)-1), shared)
}

// flows makes a flow of every data use and category that a disclosure
// overlaps, then one of each thing that it names and that overlaps none.
func (d *draft) flows(r *register.Disclosure, number int32, shared bool) {
	data := d.terms.data.expand(r.Data)
	s := statement{d.terms.subjects.expand(r.Subjects), d.terms.purposes.expand(r.Purposes)}
	m := certainty(&r.Remarks, colData)
	if len(data) == 0 {
		data = []term{everything}
		m |= leftOut.in(colData)
	}
	m |= d.sideMask(r)
	first, holds := len(d.block.flows), false
	met := make([]bool, len(data))
	for _, held := range d.block.rows {
		if held.kind != rowData {
			continue
		}
		holds = true
		use := d.says[held.use]
		for i, named := range data {
			c, ok := d.terms.data.narrower(held.category, named)
			if !ok {
				continue
			}
			facets, ok := d.facetsOf(c, use, s)
			if !ok {
				continue
			}
			met[i] = true
			f := flow{disclosure: number, use: held.use, category: c, facets: facets, mask: held.mask | m}
			if !slices.ContainsFunc(d.block.flows[first:], func(g flow) bool { return g.use == f.use && g.category == f.category }) {
				d.block.flows = append(d.block.flows, f)
			}
		}
	}
	for i, named := range data {
		if !met[i] {
			d.flowAlone(r, number, named, s, m, shared, holds)
		}
	}
}

// flowAlone makes the flow of a category that a disclosure names and no data
// use overlaps. What the activity says of itself is a statement even so; what
// is said of all activities concerns only what each of them holds.
func (d *draft) flowAlone(r *register.Disclosure, number int32, category term, s statement, m mask, shared, holds bool) {
	if shared && (holds || category != everything) {
		return
	}
	f := flow{disclosure: number, use: -1, category: category, unknown: category == everything}
	if shared {
		var ok bool
		if f.facets, ok = d.facetsOf(category, statement{}, s); !ok {
			return
		}
	} else {
		f.facets = d.facetsAlone(category, s)
	}
	f.mask = m | certainty(&d.block.activity.Remarks, colActivity) | d.systemsMask(nil) | d.retentionMask(nil)
	d.block.flows = append(d.block.flows, f)
}

// sideMask returns what is assumed of subjects and purposes because of a
// disclosure.
func (d *draft) sideMask(r *register.Disclosure) mask {
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
