package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// objection tells of the right to object, apart from all else (Art. 21(4)).
func (n *notice) objection() []Section {
	var interests, marketing []Inline
	for _, a := range n.activities {
		for i := range a.Purposes {
			p := &a.Purposes[i]
			name := n.purposeIn(a, p)
			if slices.ContainsFunc(p.Basis, weighed) {
				interests = appendNew(interests, name)
			}
			if n.isMarketing(p) {
				marketing = appendNew(marketing, name)
			}
		}
	}
	entries := n.rightsOf(register.RightKindObjection)
	entries = slices.DeleteFunc(entries, func(r *register.Right) bool { return r.Available == register.No })
	if len(interests)+len(marketing)+len(entries) == 0 {
		return nil
	}
	note := Note{Kind: Remark, Title: n.label("notice.can-object")}
	if len(interests) > 0 {
		note.Text = append(note.Text, n.tell("notice.object", joined(interests, ", ")))
	}
	if len(marketing) > 0 {
		note.Text = append(note.Text, n.tell("notice.object-marketing", joined(marketing, ", ")))
	}
	if slices.ContainsFunc(entries, func(r *register.Right) bool { return len(r.Activities)+len(r.Purposes) == 0 }) {
		note.Text = append(note.Text, n.label("notice.object-all"))
	}
	s := n.place("objection", "notice-objection")
	how := Fact{Name: n.label("notice.how"), Text: n.howToUse(register.RightKindObjection, entries)}
	s.Blocks = append([]Block{note, Facts{told(how)}}, n.cautions(s.ID)...)
	return []Section{s}
}

// weighed reports whether people may object to what rests on a basis (Art. 21(1)).
func weighed(b register.Basis) bool {
	return b == register.BasisLegitimateInterests || b == register.BasisPublicTask || b == register.BasisRecognisedLegitimateInterests
}

// purposeIn names a purpose, leading to the activity that it belongs to.
func (n *notice) purposeIn(a *register.Activity, p *register.PurposeUse) Inline {
	name := bare(n.name(register.KindPurposes, p.Purpose))
	for i := range name {
		name[i].Ref = anchor(register.KindActivities, a.ID)
	}
	return name
}

// isMarketing reports whether a purpose is direct marketing or advertising.
func (n *notice) isMarketing(p *register.PurposeUse) bool {
	if len(p.Channel) > 0 {
		return true
	}
	seen := make(map[string]bool)
	for id := p.Purpose; id != "" && !seen[id]; {
		seen[id] = true
		if id == "direct-marketing" || id == "advertising" {
			return true
		}
		x := n.view.Purpose(id)
		if x == nil {
			return false
		}
		id = x.Parent
	}
	return false
}

// withdrawal tells how consent is withdrawn, for each purpose that rests on it
// (Art. 7(3), 13(2)(c)).
func (n *notice) withdrawal() []Section {
	var facts []Fact
	asked := false
	for _, a := range n.activities {
		for i := range a.Purposes {
			p := &a.Purposes[i]
			if !slices.Contains(p.Basis, register.BasisConsent) && !slices.Contains(p.Article9, register.Article9ExplicitConsent) {
				continue
			}
			asked = true
			if p.Consent == nil || n.text(p.Consent.Withdrawal) == nil {
				continue
			}
			facts = withdrawn(facts, n.name(register.KindActivities, a.ID), capitalLine(n.text(p.Consent.Withdrawal)))
		}
	}
	if !asked {
		return nil
	}
	s := n.place("withdrawal", "notice-withdrawal")
	s.Blocks = []Block{Paragraph{n.label("notice.withdraw")}}
	entries := n.rightsOf(register.RightKindWithdrawConsent)
	facts = append(facts, told(Fact{Name: n.label("notice.in-general"), Text: n.howToUse(register.RightKindWithdrawConsent, entries)})...)
	s.Blocks = append(append(s.Blocks, Facts{facts}), n.cautions(s.ID)...)
	return []Section{s}
}

// withdrawn adds how consent to an activity is withdrawn; what is withdrawn alike
// stands together.
func withdrawn(facts []Fact, name, how Inline) []Fact {
	for i := range facts {
		if facts[i].Text[0].String() != how.String() {
			continue
		}
		if !slices.ContainsFunc(facts[i].Name, func(r Run) bool { return r.Ref == name[0].Ref }) {
			facts[i].Name = append(append(facts[i].Name, Run{Text: ", "}), name...)
		}
		return facts
	}
	return append(facts, Fact{Name: name, Text: []Inline{how}})
}
