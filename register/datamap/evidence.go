package datamap

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
)

func compareIDs(a, b string) int { return strings.Compare(a, b) }

func compareDestinations(a, b Destination) int {
	return cmp.Or(
		cmp.Compare(a.Country, b.Country), cmp.Compare(a.How, b.How),
		cmp.Compare(a.At, b.At), cmp.Compare(a.Tool, b.Tool),
	)
}

// sortEvidence puts findings in the order in which they are shown: stated ones
// first, then what is direct, then as the register lists the activities.
func (g *gathering) sortEvidence(list []finding) {
	slices.SortFunc(list, func(a, b finding) int { return g.compareFindings(&a, &b) })
}

func (g *gathering) compareFindings(a, b *finding) int {
	if order := cmp.Or(
		falseFirst(a.mask != 0, b.mask != 0),
		falseFirst(a.depth() > 0, b.depth() > 0),
		cmp.Compare(a.position, b.position),
	); order != 0 {
		return order
	}
	if order := g.compareData(a, b); order != 0 {
		return order
	}
	if a.s != b.s || a.disc != b.disc || a.disc < 0 {
		if order := cmp.Compare(g.at(a), g.at(b)); order != 0 {
			return order
		}
	}
	if order := slices.Compare(a.via(), b.via()); order != 0 {
		return order
	}
	return cmp.Or(
		cmp.Compare(g.recipient(a), g.recipient(b)),
		cmp.Compare(a.use, b.use),
		cmp.Compare(g.enters(a), g.enters(b)),
		cmp.Compare(g.termOf(a.category), g.termOf(b.category)), // of unknown data too
		slices.Compare(a.path(), b.path()),
	)
}

// compareData compares the categories of two findings, by their ids.
func (g *gathering) compareData(a, b *finding) int {
	if ranks := g.terms.data.ranks; int(max(a.category, b.category)) < len(ranks) && min(a.category, b.category) >= 0 && !a.unknown() && !b.unknown() {
		return cmp.Compare(ranks[a.category], ranks[b.category])
	}
	return cmp.Compare(g.dataOf(a), g.dataOf(b))
}

func falseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func (f *finding) depth() int32 {
	if f.item == nil {
		return 0
	}
	return f.item.best.depth
}

// via returns the parties between the organisation and the one that is reached.
func (f *finding) via() []string {
	if f.depth() == 0 {
		return nil
	}
	labels, l := f.item.closure.labels, f.item.best
	ids := pathIDs(labels, l)
	copy(ids[1:], ids)
	ids[0] = labels[0].node.id
	return ids
}

// path returns the addresses of the steps.
func (f *finding) path() []string {
	if f.depth() == 0 {
		return nil
	}
	return pathAddresses(f.item.closure.labels, f.item.best)
}

// dataOf returns the category of a finding, "" where it is not known.
func (g *gathering) dataOf(f *finding) string {
	if f.unknown() {
		return ""
	}
	return g.termOf(f.category)
}

func (g *gathering) termOf(category term) string {
	if category < 0 {
		return ""
	}
	return g.categories[category]
}

// enters returns the category of the direct flow behind a finding.
func (g *gathering) enters(f *finding) string {
	if f.disc < 0 {
		return ""
	}
	return g.categories[f.enters]
}

func (g *gathering) recipient(f *finding) string {
	switch {
	case f.item != nil:
		return f.item.best.node.id
	case f.disc >= 0: // directly
		return g.partyIDs[g.allPoints[f.s.discs.get(uint32(f.disc), discPoint)].party]
	}
	return ""
}

// role returns the role of the recipient.
func (f *finding) role() role {
	switch {
	case f.item != nil:
		return f.item.best.role
	case f.disc >= 0:
		return f.s.kinds[f.s.discs.get(uint32(f.disc), discKind)].role
	}
	return roleUnstated
}

// unknown reports whether the register does not say which data flow.
func (f *finding) unknown() bool {
	if f.item == nil {
		return f.disc >= 0 && f.use < 0 && f.category == everything
	}
	return f.item.unknown
}

// activity returns the activity of a finding.
func (f *finding) activity() *register.Activity { return f.s.activities[f.block] }

// at returns the address of the entry that shows a finding.
func (g *gathering) at(f *finding) string {
	parts := g.partsOf(f)
	return parts[0] + parts[1] + parts[2] + parts[3]
}

// partsOf returns what the address of a finding is made of.
func (g *gathering) partsOf(f *finding) [4]string {
	a := f.activity()
	switch {
	case f.disc >= 0:
		d := f.s.disc(uint32(f.disc))
		switch {
		case d.shared:
			return [4]string{g.address(a, &d)}
		case f.s.callings().disclosures.has(f.block):
			return [4]string{"activities/", a.ID, "/disclosures/", a.Disclosures[d.at].Key()}
		}
		return [4]string{"activities/", a.ID, "/disclosures/", register.NameAt(a.Disclosures, int(d.at))}
	case f.row >= 0 && f.s.callings().data.has(f.block):
		return [4]string{"activities/", a.ID, "/data/", a.Data[f.use].Key()}
	case f.row >= 0:
		return [4]string{"activities/", a.ID, "/data/", register.NameAt(a.Data, int(f.use))}
	case f.own >= 0:
		return [4]string{"activities/", a.ID, "/purposes/", register.NameAt(a.Purposes, int(f.own))}
	}
	return [4]string{"activities/", a.ID}
}

// joined returns the parts of an address as one. Many of them share their room.
func (g *gathering) joined(parts [4]string) string {
	n := 0
	for _, part := range parts {
		n += len(part)
	}
	if g.letters.Cap()-g.letters.Len() < n {
		room := min(1<<13, 2*g.letters.Cap()+64)
		g.letters = strings.Builder{} // what it held stays with those who have it
		g.letters.Grow(max(n, room))
	}
	first := g.letters.Len()
	for _, part := range parts {
		g.letters.WriteString(part)
	}
	return g.letters.String()[first:]
}

// placed returns the same, and where it stands. Evidence that stands side by side
// is mostly of one disclosure.
func (g *gathering) placed(f *finding) *placed {
	if last := &g.last; f.disc < 0 || f.s != last.s || f.disc != last.disc {
		at := g.joined(g.partsOf(f))
		*last = placed{at, g.view.Place(at), f.s, f.disc}
	}
	return &g.last
}

// placed is the address of a disclosure of a segment, and its place.
type placed struct {
	at    string
	place register.Place
	s     *segment
	disc  int32
}

// show makes the evidence of a finding at an address that assumes something for
// some reasons.
func (g *gathering) show(f *finding, at string, place register.Place, reasons []Assumption) Evidence {
	return Evidence{
		Activity: f.activity().ID,
		Data:     g.dataOf(f), Recipient: g.recipient(f),
		Role: roleNames[f.role()], Via: f.via(), Path: f.path(),
		Stated: f.mask == 0, Why: reasons, At: at, Place: place,
	}
}
