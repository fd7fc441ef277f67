package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// compiler turns activities into blocks.
type compiler struct {
	view    *register.View
	terms   *terms
	parties *names
	// sharedNames are the names of the disclosures of allActivities.
	sharedNames []string
}

func newCompiler(m *Map) *compiler {
	c := &compiler{view: m.view, terms: m.terms, parties: m.parties}
	if m.shared != nil {
		c.sharedNames = register.Names(m.shared.Disclosures)
	}
	return c
}

// draft is a block being made.
type draft struct {
	*compiler
	block    *block
	subjects []told // of the activity
	uses     []purposeUse
	says     []statement // by data use
}

// purposeUse is a purpose of the activity with what it is limited to.
type purposeUse struct {
	purpose           term
	subjects, data    []term // nil: all of the activity
	bases             uint16
	mask, subjectMask mask
}

// compile makes the block of an activity.
func (c *compiler) compile(a *register.Activity) *block {
	d := &draft{compiler: c, block: &block{activity: a, systems: c.view.Systems(a)}}
	for i := range a.Subjects {
		s := &a.Subjects[i]
		for _, x := range c.terms.subjects.expand([]string{s.Subject}) {
			d.subjects = append(d.subjects, told{x, -1, certainty(&s.Remarks, colSubjects)})
		}
	}
	for i := range a.Purposes {
		d.uses = append(d.uses, c.purposeUse(&a.Purposes[i]))
	}
	d.hold()
	d.disclose()
	return d.block
}

func (c *compiler) purposeUse(p *register.PurposeUse) purposeUse {
	u := purposeUse{
		purpose:     c.terms.purposes.number(p.Purpose),
		subjects:    c.terms.subjects.expand(p.Subjects),
		data:        c.terms.data.expand(p.Data),
		bases:       basesOf(p.Basis),
		mask:        certainty(&p.Remarks, colPurposes, colBasis),
		subjectMask: certainty(&p.Remarks, colSubjects),
	}
	if slices.Contains(u.data, everything) {
		u.data = nil
	}
	return u
}

// hold makes the rows of the activity.
func (d *draft) hold() {
	a := d.block.activity
	whole := certainty(&a.Remarks, colActivity, colSystems)
	d.block.rows = append(d.block.rows, row{
		kind: rowActivity, category: none, use: -1, mask: whole,
		facets: d.intern(d.combine(d.subjects, nil)),
	})
	for i, u := range d.uses {
		subjects, left := d.subjects, mask(0)
		if u.subjects == nil {
			left = leftOut.in(colSubjects)
		} else {
			subjects = tell(u.subjects)
			left = u.subjectMask
		}
		purpose := []told{{u.purpose, int32(i), u.mask}}
		d.block.rows = append(d.block.rows, row{
			kind: rowPurpose, category: none, use: int32(i),
			mask:   whole | left | d.systemsMask(nil),
			facets: d.intern(d.combine(subjects, purpose)),
		})
	}
	categories := d.categories()
	for i := range a.Data {
		use := &a.Data[i]
		s, m := d.statement(use), d.useMask(use)
		d.says = append(d.says, s)
		for _, c := range categories[i] {
			d.block.rows = append(d.block.rows, row{
				kind: rowData, category: c, use: int32(i), mask: m, facets: d.facetsAlone(c, s),
			})
		}
	}
}

// categories returns the categories of each data use. The word all stands for
// the other categories of the activity, or where there are none for anything.
func (d *draft) categories() [][]term {
	a := d.block.activity
	all := make([][]term, len(a.Data))
	var named []term
	for i := range a.Data {
		if a.Data[i].Category == "" {
			continue
		}
		all[i] = d.terms.data.expand([]string{a.Data[i].Category})
		for _, c := range all[i] {
			if c != everything && !slices.Contains(named, c) {
				named = append(named, c)
			}
		}
	}
	for i, list := range all {
		at := slices.Index(list, everything)
		if at < 0 || len(named) == 0 {
			continue
		}
		all[i] = slices.Clone(named)
	}
	return all
}

func (d *draft) statement(use *register.DataUse) statement {
	return statement{d.terms.subjects.expand(use.Subjects), d.terms.purposes.expand(use.Purposes)}
}

// useMask returns what is assumed in a data use when it stands alone.
func (d *draft) useMask(use *register.DataUse) mask {
	m := certainty(&use.Remarks, colData) | certainty(&d.block.activity.Remarks, colActivity)
	for _, side := range []struct {
		list []string
		col  column
	}{{use.Subjects, colSubjects}, {use.Purposes, colPurposes}} {
		if len(side.list) == 0 {
			m |= leftOut.in(side.col)
		} else {
			m |= certainty(&use.Remarks, side.col)
		}
	}
	return m | d.systemsMask(use) | d.retentionMask(use)
}

// systemsMask returns what is assumed of the systems of a data use, or of
// something else of the activity where that is nil.
func (d *draft) systemsMask(use *register.DataUse) mask {
	switch {
	case use != nil && use.Systems != nil:
		return certainty(&use.Remarks, colSystems)
	case len(d.block.systems) == 0:
		return 0
	}
	return leftOut.in(colSystems) | certainty(&d.block.activity.Remarks, colSystems)
}

func (d *draft) retentionMask(use *register.DataUse) mask {
	a := d.block.activity
	var m mask
	list := a.Retention
	switch {
	case use != nil && use.Retention != nil:
		list = use.Retention
		m = certainty(&use.Remarks, colRetention)
	case len(list) > 0:
		m = leftOut.in(colRetention) | certainty(&a.Remarks, colRetention)
	}
	for i := range list {
		m |= certainty(&list[i].Remarks, colRetention)
	}
	return m
}
