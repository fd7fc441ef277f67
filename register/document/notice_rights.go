package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// rightsOf returns what the register says of a right, as far as it concerns what is
// told.
func (n *notice) rightsOf(kind register.RightKind) []*register.Right {
	var all []*register.Right
	for _, r := range n.register.Rights {
		if r != nil && r.Right == kind && n.concerns(r) {
			all = append(all, r)
		}
	}
	return all
}

// bases are the bases on which what is told rests.
func (n *notice) bases() []register.Basis {
	var all []register.Basis
	for _, a := range n.activities {
		for i := range a.Purposes {
			for _, b := range a.Purposes[i].Basis {
				if !slices.Contains(all, b) {
					all = append(all, b)
				}
			}
		}
	}
	return all
}

// given reports whether the law gives a right for one of the bases; one that it
// gives for each of them also where none is stated.
func (n *notice) given(r *law.Right) bool {
	if r.ID == string(register.RightKindAutomatedDecisions) {
		return slices.ContainsFunc(n.activities, func(a *register.Activity) bool { return len(a.AutomatedDecisions) > 0 })
	}
	return len(r.Bases) == len(law.Bases()) || slices.ContainsFunc(n.bases(), func(b register.Basis) bool { return slices.Contains(r.Bases, string(b)) })
}

// rightsApart are the rights that have sections of their own.
var rightsApart = []register.RightKind{
	register.RightKindInformation, register.RightKindObjection, register.RightKindWithdrawConsent, register.RightKindComplaint,
}

// rights tells the rights that the law gives for the bases, and those that the
// register promises beyond, with how to use each (Art. 13(2)(b), 12).
func (n *notice) rights() []Section {
	s := n.place("rights", "notice-rights")
	table := Table{ID: "rights-table", Columns: []Column{
		{ID: "right", Title: n.label("notice.right"), Width: 1.1, Head: true},
		{ID: "means", Title: n.label("notice.means"), Width: 2.2}, {ID: "how", Title: n.label("notice.how"), Width: 2.2},
	}}
	charged := false
	for _, r := range law.Rights() {
		kind := register.RightKind(r.ID)
		entries := n.rightsOf(kind)
		if slices.Contains(rightsApart, kind) || !n.given(&r) && !slices.ContainsFunc(entries, func(x *register.Right) bool { return x.Available != register.No }) {
			continue
		}
		charged = charged || slices.ContainsFunc(entries, func(x *register.Right) bool { return len(x.Fee) > 0 })
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			headed([]Inline{capitalLine(n.value(r.ID)), Text(law.Cite(r.Article, n.o.Language))}),
			n.cell(n.rightMeans(kind, entries)...), n.cell(n.howToUse(kind, entries)...),
		}})
	}
	s.Blocks = []Block{Paragraph{n.label("notice.about-rights")}, trim(table), Paragraph{n.label("notice.answered")}}
	if !charged {
		s.Blocks = append(s.Blocks, Paragraph{n.label("notice.free")})
	}
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	return []Section{s}
}

// rightMeans tells what a right is, in plain words.
func (n *notice) rightMeans(kind register.RightKind, entries []*register.Right) []Inline {
	lines := []Inline{n.label("notice.right." + string(kind))}
	kept := func(b register.Basis) bool {
		return b == register.BasisLegalObligation || b == register.BasisPublicTask
	}
	if kind == register.RightKindErasure && slices.ContainsFunc(n.bases(), kept) {
		lines = append(lines, n.label("notice.erasure-limit"))
	}
	if slices.ContainsFunc(entries, func(r *register.Right) bool { return r.Unconditional == register.Yes }) {
		lines = append(lines, n.label("notice.unconditional"))
	}
	return lines
}

// howToUse tells how to use a right: as the register says, else by writing to the
// organisation.
func (n *notice) howToUse(kind register.RightKind, entries []*register.Right) []Inline {
	var lines []Inline
	for _, r := range entries {
		if r.Available == register.No {
			n.lacks("refused", capitalLine(n.value(string(kind))), nil, "rights/"+r.Key(), "Art. 12(2)")
			continue
		}
		lines = append(lines, n.howTo(r, n.reachUs())...)
	}
	if len(lines) > 0 {
		return lines
	}
	n.lacks("right", capitalLine(n.value(string(kind))), nil, "rights", "Art. 12(2)")
	return n.reachUs()
}

// reachUs is how the organisation can be reached.
func (n *notice) reachUs() []Inline {
	if o := n.register.Organisation; o != nil {
		return n.contactLines(o.Contact)
	}
	return nil
}

// howTo tells how to use a right: for what, by which ways, else by another, how
// people are identified, what happens then, how soon and for which charge.
func (n *notice) howTo(r *register.Right, otherwise []Inline) []Inline {
	var lines []Inline
	if len(r.Purposes) > 0 {
		lines = append(lines, n.after(n.label("notice.for-what"), n.list(register.KindPurposes, r.Purposes)))
	}
	if ids := n.seen(r.Activities); len(ids) > 0 {
		lines = append(lines, n.after(n.label("notice.for-what"), n.list(register.KindActivities, ids)))
	}
	ways := otherwise
	if len(r.Channels) > 0 {
		ways = nil
	}
	for i := range r.Channels {
		ways = append(ways, n.channel(&r.Channels[i]))
	}
	lines = append(lines, ways...)
	if text := n.text(r.Identification); text != nil {
		lines = append(lines, n.after(n.label("notice.identification"), text))
	}
	lines = append(lines, capitalLine(n.text(r.Procedure)))
	if r.Deadline != "" {
		lines = append(lines, n.after(Text(n.field("deadline")), Text(n.words.Period(r.Deadline))))
	}
	if fee := n.text(r.Fee); fee != nil {
		lines = append(lines, n.after(Text(n.field("fee")), fee))
	}
	return filled(lines)
}

// seen are the activities of a list that are told.
func (n *notice) seen(ids []string) []string {
	var all []string
	for _, id := range ids {
		if n.linked[anchor(register.KindActivities, id)] {
			all = append(all, id)
		}
	}
	return all
}

// channel is a way to use a right.
func (n *notice) channel(c *register.RightChannel) Inline {
	var parts []Inline
	if c.Email != "" {
		parts = append(parts, Inline{{Text: c.Email, Link: "mailto:" + c.Email}})
	}
	parts = append(parts, Text(c.Phone), address(c.URL))
	if c.Address != nil {
		parts = append(parts, n.addressLine(c.Address))
	}
	parts = filled(append(parts, n.text(c.Text)))
	if len(parts) == 1 && len(c.Text) > 0 {
		return capitalLine(parts[0])
	}
	return joined(parts, ", ")
}
