package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// compiler turns activities into the blocks of segments. It works for one
// segment at a time, and is used again.
type compiler struct {
	*Map
	// shared is what the disclosures of allActivities say.
	shared []toldDisclosure

	// Of the segment:
	s *segment

	blocks, discs, rows, own, flows, sets, members draft

	listed    []listing // by disclosure
	receivers []int32   // the parties, by disclosure
	next      []uint32
	spare     draft

	points   []point
	pointAt  map[point]int32
	masks    map[mask]uint32
	kinds    map[kind]uint32
	spans    map[span]uint32
	facetAt  map[facet]uint32
	setAt    map[string]uint32
	setBytes []byte

	subjectBlocks, purposeBlocks []termBlock

	// Of the activity:
	activity *register.Activity
	days     span   // of the activity
	systems  bool   // it has some
	subjects []told // of the activity
	uses     []purposeUse
	says     []statement // by data use
	dataMask mask        // of data uses: colData of any
	used     []uint32    // sets of facets
	holds    []term      // the categories of its rows
	passes   []term      // those of the flows of a disclosure
}

// toldDisclosure is what a disclosure says, its terms as numbers.
type toldDisclosure struct {
	*register.Disclosure
	data []term
	statement
	entry, flow mask // of the recipient and role; of its data, subjects and purposes
	silent      bool // it names neither data nor subjects nor purposes
	particular  bool
	party       int32
}

// begin makes a compiler ready for a map.
func (c *compiler) begin(m *Map) {
	c.Map = m
	if m.shared != nil {
		for i := range m.shared.Disclosures {
			c.shared = append(c.shared, c.tellDisclosure(&m.shared.Disclosures[i]))
		}
	}
}

// forget lets go of the map, and of what is of its activities.
func (c *compiler) forget() {
	c.Map, c.s, c.activity, c.shared = nil, nil, nil, nil
	clear(c.points[:cap(c.points)])
	clear(c.pointAt)
	clear(c.uses[:cap(c.uses)])
	clear(c.says[:cap(c.says)])
}

// start begins with a segment.
func (c *compiler) start(s *segment) {
	c.s, c.points = s, c.points[:0]
	c.blocks.begin(blockColumns)
	c.discs.begin(discColumns)
	c.rows.begin(rowColumns)
	c.own.begin(ownColumns)
	c.flows.begin(flowColumns)
	c.sets.begin(1)
	c.members.begin(1)
	c.listed, c.receivers = c.listed[:0], c.receivers[:0]
	if c.pointAt == nil {
		c.pointAt, c.masks = make(map[point]int32), make(map[mask]uint32)
		c.kinds, c.spans = make(map[kind]uint32), make(map[span]uint32)
		c.facetAt, c.setAt = make(map[facet]uint32), make(map[string]uint32)
	}
	c.subjectBlocks, c.purposeBlocks = c.subjectBlocks[:0], c.purposeBlocks[:0]
	clear(c.pointAt)
	clear(c.masks)
	clear(c.kinds)
	clear(c.spans)
	clear(c.facetAt)
	clear(c.setAt)
}

// purposeUse is a purpose of the activity with what it is limited to.
type purposeUse struct {
	purpose           term
	subjects, data    []term // nil: all of the activity
	bases             uint16
	mask, subjectMask mask
}

// compile appends the block of an activity to the segment.
func (c *compiler) compile(a *register.Activity) {
	c.activity = a
	c.systems = len(a.Systems) > 0 || len(c.view.Systems(a)) > 0
	c.used = c.used[:0]
	c.subjects, c.uses, c.says = c.subjects[:0], c.uses[:0], c.says[:0]
	for i := range a.Subjects {
		s := &a.Subjects[i]
		m := certainty(&s.Remarks, colSubjects)
		for _, x := range c.terms.subjects.expand([]string{s.Subject}) {
			c.subjects = append(c.subjects, told{x, -1, m})
		}
	}
	for i := range a.Purposes {
		c.uses = append(c.uses, c.purposeUse(&a.Purposes[i]))
	}
	c.s.activities = append(c.s.activities, a)
	c.days = spanOf(a)
	whenAlone := c.mask(certainty(&a.Remarks, colActivity) | c.systemsMask(nil) | c.retentionMask(nil))
	c.blocks.add(c.discs.len(), c.rows.len(), c.own.len(), whenAlone, c.span(c.days))
	c.hold()
	c.disclose()
	c.tellFacets()
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

// numberIn returns the number of something in a list to which it is added where it
// is not there yet.
func numberIn[T comparable](list *[]T, numbers map[T]uint32, x T) uint32 {
	n, ok := numbers[x]
	if !ok {
		n = uint32(len(*list))
		numbers[x] = n
		*list = append(*list, x)
	}
	return n
}

// mask returns the number of a mask in the segment.
func (c *compiler) mask(m mask) uint32 { return numberIn(&c.s.masks, c.masks, m) }

func (c *compiler) span(x span) uint32 { return numberIn(&c.s.spans, c.spans, x) }

// hold makes the rows of the activity.
func (c *compiler) hold() {
	a := c.activity
	whole := certainty(&a.Remarks, colActivity, colSystems)
	c.own.add(0, c.intern(c.combine(c.subjects, nil)), c.mask(whole))
	systems := c.systemsMask(nil)
	for i, u := range c.uses {
		subjects, left := c.subjects, mask(0)
		if u.subjects == nil {
			left = leftOut.in(colSubjects)
		} else {
			subjects = tell(u.subjects)
			left = u.subjectMask
		}
		purpose := []told{{u.purpose, int32(i), u.mask}}
		c.own.add(uint32(i)+1, c.intern(c.combine(subjects, purpose)), c.mask(whole|left|systems))
	}
	c.dataMask, c.holds = 0, c.holds[:0]
	categories := c.categories()
	at := c.blocks.len() - 1
	for i := range a.Data {
		use := &a.Data[i]
		says, m := c.statement(use), c.useMask(use)
		c.says = append(c.says, says)
		c.dataMask |= m & of(colData)
		number := c.mask(m)
		for _, x := range categories[i] {
			c.rows.add(uint32(x), uint32(i), c.facetsAlone(x, says), number, at)
			if !slices.Contains(c.holds, x) {
				c.holds = append(c.holds, x)
			}
		}
	}
}

// categories returns the categories of each data use. The word all stands for
// the other categories of the activity, or where there are none for anything.
func (c *compiler) categories() [][]term {
	a := c.activity
	all := make([][]term, len(a.Data))
	wide := false
	for i := range a.Data {
		if a.Data[i].Category == "" {
			continue
		}
		all[i] = c.terms.data.expand([]string{a.Data[i].Category})
		wide = wide || slices.Contains(all[i], everything)
	}
	if !wide {
		return all
	}
	var named []term
	for _, list := range all {
		for _, x := range list {
			if x != everything && !slices.Contains(named, x) {
				named = append(named, x)
			}
		}
	}
	for i, list := range all {
		if slices.Contains(list, everything) && len(named) > 0 {
			all[i] = slices.Clone(named)
		}
	}
	return all
}

func (c *compiler) statement(use *register.DataUse) statement {
	return statement{c.terms.subjects.expand(use.Subjects), c.terms.purposes.expand(use.Purposes)}
}

// useMask returns what is assumed in a data use when it stands alone.
func (c *compiler) useMask(use *register.DataUse) mask {
	m := certainty(&use.Remarks, colData) | certainty(&c.activity.Remarks, colActivity)
	if len(use.Subjects) == 0 {
		m |= leftOut.in(colSubjects)
	} else {
		m |= certainty(&use.Remarks, colSubjects)
	}
	if len(use.Purposes) == 0 {
		m |= leftOut.in(colPurposes)
	} else {
		m |= certainty(&use.Remarks, colPurposes)
	}
	return m | c.systemsMask(use) | c.retentionMask(use)
}

// systemsMask returns what is assumed of the systems of a data use, or of
// something else of the activity where that is nil.
func (c *compiler) systemsMask(use *register.DataUse) mask {
	switch {
	case use != nil && use.Systems != nil:
		return certainty(&use.Remarks, colSystems)
	case !c.systems:
		return 0
	}
	return leftOut.in(colSystems) | certainty(&c.activity.Remarks, colSystems)
}

func (c *compiler) retentionMask(use *register.DataUse) mask {
	a := c.activity
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
