package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// mostInShort is how many names a line of the summary holds.
const mostInShort = 8

// inShort tells the notice in a few lines that lead to the rest.
func (n *notice) inShort(s *Section, rest []Section) {
	there := make(map[string]bool)
	for i := range rest {
		there[rest[i].ID] = true
	}
	var facts []Fact
	add := func(code, to string, line Inline) {
		if len(line) == 0 {
			return
		}
		name := n.label("notice.short-" + code)
		if there[to] {
			name[0].Ref = to
		}
		facts = append(facts, Fact{Name: name, Text: []Inline{line}})
	}
	o := n.register.Organisation
	if o != nil {
		s.Blocks = []Block{Paragraph{n.tell("notice.intro", n.text(o.Name))}}
		add("who", "who-we-are", n.text(o.Name))
	}
	add("whom", "uses", capitalLine(n.some(register.KindDataSubjects, slices.DeleteFunc(n.people(), func(id string) bool { return id == "" }))))
	add("why", "uses", capitalLine(n.some(register.KindPurposes, n.purposesUsed())))
	add("bases", "uses", capitalLine(joined(values(n.builder, n.bases()), ", ")))
	add("recipients", "recipients", n.some(register.KindParties, n.takersByName()))
	add("abroad", "outside-eea", n.countriesAbroad())
	if there["retention"] {
		add("retention", "retention", Inline{{Text: n.say("notice.see-retention"), Ref: "retention"}})
	}
	add("rights", "rights", capitalLine(joined(n.rightNames(there), ", ")))
	add("questions", "who-we-are", joined(n.reachUsShort(), ", "))
	s.Blocks = append(s.Blocks, Facts{facts})
}

// some names the first of some things, and how many more there are.
func (n *notice) some(kind register.Kind, ids []string) Inline {
	rest := 0
	if len(ids) > mostInShort+1 {
		rest, ids = len(ids)-mostInShort, ids[:mostInShort]
	}
	line := bare(n.list(kind, ids))
	if rest > 0 {
		line = append(line, Run{Text: n.sayf("and-more", rest)})
	}
	return line
}

func (n *notice) purposesUsed() []string {
	var ids []string
	for _, a := range n.activities {
		for i := range a.Purposes {
			if id := a.Purposes[i].Purpose; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// takersByName are the direct recipients: those of own first, for they tell more
// than those who get everything.
func (n *notice) takersByName() []string {
	var own, shared []string
	for _, t := range n.takers {
		switch {
		case len(t.uses) == 0:
		case slices.ContainsFunc(t.uses, func(h handing) bool { return !h.Shared }):
			own = append(own, t.party)
		default:
			shared = append(shared, t.party)
		}
	}
	var ids []string
	for _, id := range append(own, shared...) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// countriesAbroad are the countries outside the EEA to which data go.
func (n *notice) countriesAbroad() Inline {
	var names []Inline
	for i := range n.ways {
		for _, c := range n.ways[i].Countries {
			if c.OutsideEEA && n.takes(n.ways[i].Party) {
				names = appendNew(names, Text(n.area(c.Country)))
			}
		}
	}
	for _, a := range n.activities {
		for i := range a.Transfers {
			if to := register.Area(a.Transfers[i].To); to != "" && n.outside(to) {
				names = appendNew(names, Text(n.area(to)))
			}
		}
	}
	if len(names) == 0 && n.staysInside() {
		return n.label("notice.inside")
	}
	return joined(names, ", ")
}

// rightNames are the rights that are told.
func (n *notice) rightNames(there map[string]bool) []Inline {
	apart := map[register.RightKind]string{
		register.RightKindInformation: "-", register.RightKindObjection: "objection",
		register.RightKindWithdrawConsent: "withdrawal", register.RightKindComplaint: "complaint",
	}
	var names []Inline
	for _, r := range law.Rights() {
		kind := register.RightKind(r.ID)
		at, other := apart[kind]
		if other && !there[at] || !other && !n.given(&r) && len(n.rightsOf(kind)) == 0 {
			continue
		}
		name := n.value(r.ID)
		if other {
			name[0].Ref = at
		}
		names = append(names, name)
	}
	return names
}

// reachUsShort is the nearest way to reach the organisation.
func (n *notice) reachUsShort() []Inline {
	o := n.register.Organisation
	if o == nil || o.Contact == nil {
		return nil
	}
	c := o.Contact
	switch {
	case c.Email != "":
		return []Inline{{{Text: c.Email, Link: "mailto:" + c.Email}}}
	case c.Phone != "":
		return []Inline{Text(c.Phone)}
	}
	return n.contactLines(c)
}
