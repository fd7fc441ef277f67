package document

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// who tells who the controller is and how it can be reached, with its data
// protection officer and representative (Art. 13(1)(a), (b)).
func (n *notice) who() []Section {
	s := n.place("who-we-are", "notice-who")
	o := n.register.Organisation
	if o == nil {
		n.lacks("controller", nil, nil, "organisation", "Art. 13(1)(a)")
		s.Blocks = n.cautions(s.ID)
		return []Section{s}
	}
	if name := n.text(o.Name); name != nil {
		s.Blocks = append(s.Blocks, Paragraph{n.tell("notice.responsible", strong(name))})
	} else {
		n.lacks("controller", nil, nil, "organisation/name", "Art. 13(1)(a)")
	}
	facts := append(n.only(o, "otherNames"), n.contact(n.label("notice.reach-us"), o.Contact)...)
	if o.Contact == nil {
		n.lacks("contact", nil, nil, "organisation/contact", "Art. 13(1)(a)")
	}
	facts = append(facts, n.only(o, "identifiers", "country")...)
	facts = append(facts, n.dpo(o)...)
	facts = append(facts, n.agent(o)...)
	if len(facts) > 0 {
		s.Blocks = append(s.Blocks, Facts{facts})
	}
	n.doubtful(nil, o, "organisation")
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	return []Section{s}
}

// dpo tells who the data protection officer is; nothing where there is none.
func (n *notice) dpo(o *register.Organisation) []Fact {
	switch {
	case o.DPO == nil:
		n.lacks("dpo", nil, nil, "organisation/dpo", "Art. 13(1)(b)")
		return nil
	case o.DPO.None == register.Yes:
		return nil
	}
	f := n.officer(Text(n.field("dpo")), o.DPO)
	if o.DPO.Contact == nil {
		n.lacks("dpo-contact", nil, nil, "organisation/dpo/contact", "Art. 13(1)(b)")
	}
	return told(f)
}

// agent tells who the representative in the Union is (Art. 27).
func (n *notice) agent(o *register.Organisation) []Fact {
	switch {
	case o.Representative != nil && o.Representative.None != register.Yes:
		return told(n.representative(Text(n.field("representative")), o.Representative))
	case o.Representative == nil && o.Country != "" && !law.IsEEA(o.Country, n.o.AsOf):
		n.lacks("representative", nil, nil, "organisation/representative", "Art. 13(1)(a)")
	}
	return nil
}

// complaint tells where people can complain (Art. 13(2)(d)).
func (n *notice) complaint() []Section {
	s := n.place("complaint", "notice-complaint")
	o := n.register.Organisation
	var facts []Fact
	if o == nil || o.Authority == "" {
		s.Blocks = []Block{Paragraph{n.label("notice.complain")}}
		n.lacks("authority", nil, nil, "organisation/authority", "Art. 13(2)(d)")
	} else {
		name := n.name(register.KindParties, o.Authority)
		s.Blocks = []Block{Paragraph{n.tell("notice.complain-to", strong(bare(name)))}}
		if p := n.view.Party(o.Authority); p != nil && p.Contact != nil {
			facts = n.contact(Text(n.words.Name(n.view, register.KindParties, o.Authority)), p.Contact)
		}
	}
	for _, r := range n.rightsOf(register.RightKindComplaint) {
		if how := n.howTo(r, nil); len(how) > 0 {
			facts = append(facts, Fact{Name: n.label("notice.how"), Text: how})
		}
	}
	if len(facts) > 0 {
		s.Blocks = append(s.Blocks, Facts{facts})
	}
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	return []Section{s}
}

// changes tells how people learn of changes, and where the notice can be read.
func (n *notice) changes() []Section {
	s := n.place("changes", "notice-changes")
	var list []*register.Notice
	for _, e := range n.view.Entities(register.KindNotices) {
		x := e.(*register.Notice)
		if x.Kind == register.NoticeKindPrivacyPolicy || x.Kind == register.NoticeKindCookiePolicy || x.Kind == register.NoticeKindStaffNotice {
			list = append(list, x)
		}
	}
	if len(list) == 0 {
		n.lacks("notice", nil, nil, "notices", "Art. 12(1)")
	}
	var facts []Fact
	for _, x := range list {
		at := "notices/" + x.ID
		name := n.text(x.Title)
		if name == nil {
			name = capitalLine(n.value(string(x.Kind)))
		}
		if changes := n.text(x.Changes); changes != nil {
			s.Blocks = append(s.Blocks, Paragraph{capitalLine(changes)})
		}
		facts = append(facts, told(Fact{Name: name, Facts: n.only(x, "reference", "date", "version")})...)
		if x.Date.IsZero() {
			n.lacks("notice-date", name, nil, at+"/date", "Art. 5(2)")
		}
		if x.Reference == "" {
			n.lacks("notice-where", name, nil, at+"/reference", "Art. 12(1)")
		}
	}
	if len(facts) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{n.label("notice.published")}, Facts{facts})
	}
	s.Blocks = append([]Block{Paragraph{n.tell("notice.as-of", Text(n.words.Date(n.o.AsOf)))}}, s.Blocks...)
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	return []Section{s}
}
