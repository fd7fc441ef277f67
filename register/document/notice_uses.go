package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// uses tells which data are used, why and on which basis (Art. 13(1)(c), (d),
// 14(1)(d)): an activity a section, under those whom it concerns first where they
// are several.
func (n *notice) uses() []Section {
	s := n.place("uses", "notice-uses")
	if len(n.activities) == 0 {
		s.Blocks = []Block{Paragraph{n.label("no-activities")}}
		return []Section{s}
	}
	s.Blocks = []Block{Paragraph{n.label("notice.about-uses")}}
	people := n.people()
	if len(people) < 2 {
		for _, a := range n.activities {
			s.Sections = append(s.Sections, n.use(a, false))
		}
		return []Section{s}
	}
	for _, id := range people {
		s.Sections = append(s.Sections, n.usesFor(id))
	}
	return []Section{s}
}

// people are those whom the activities concern, in the order of the register; ""
// for those of whom it names none.
func (n *notice) people() []string {
	var ids []string
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, a := range n.activities {
		if len(a.Subjects) == 0 {
			add("")
		}
		for i := range a.Subjects {
			add(a.Subjects[i].Subject)
		}
	}
	return ids
}

// concerned is whom an activity concerns first.
func concerned(a *register.Activity) string {
	if len(a.Subjects) == 0 {
		return ""
	}
	return a.Subjects[0].Subject
}

// usesFor tells of the activities that concern some people first, and leads to the
// others that concern them too.
func (n *notice) usesFor(id string) Section {
	s := Section{ID: "for-" + id, Title: n.label("notice.for-all")}
	if id == "" {
		s.ID = "for-everybody"
	} else {
		s.Title = n.tell("notice.for", n.name(register.KindDataSubjects, id))
	}
	var also []string
	for _, a := range n.activities {
		switch {
		case concerned(a) == id:
			s.Sections = append(s.Sections, n.use(a, true))
		case slices.ContainsFunc(a.Subjects, func(u register.SubjectUse) bool { return u.Subject == id }):
			also = append(also, a.ID)
		}
	}
	if len(also) > 0 {
		code := "notice.also"
		if len(s.Sections) == 0 {
			code = "notice.only-also"
		}
		s.Blocks = append(s.Blocks, Paragraph{n.tell(code, n.list(register.KindActivities, also))})
	}
	return s
}

// use tells of one activity.
func (n *notice) use(a *register.Activity, grouped bool) Section {
	s := Section{ID: anchor(register.KindActivities, a.ID), Title: n.nameOf(a)}
	if text := n.text(a.Description); text != nil {
		s.Blocks = append(s.Blocks, Paragraph{text})
	}
	var facts []Fact
	if len(a.Subjects) > 1 || len(a.Subjects) == 1 && !grouped {
		facts = append(facts, Fact{Name: n.label("notice.concerns"), Text: []Inline{n.list(register.KindDataSubjects, n.subjectsOf(a))}})
	}
	if len(a.Subjects) == 0 {
		n.lacksOf(a, "subjects", nil, "subjects", "Art. 14(1)(d)")
	}
	facts = append(facts, n.responsible(a)...)
	facts = append(facts, n.reasons(a))
	facts = append(facts, n.dataOf(a)...)
	facts = append(facts, n.keptFor(a)...)
	facts = append(facts, n.receivers(a)...)
	facts = append(facts, n.decided(a)...)
	s.Blocks = append(s.Blocks, Facts{slices.DeleteFunc(facts, func(f Fact) bool { return len(f.Text)+len(f.Facts) == 0 })})
	n.doubtful(n.name(register.KindActivities, a.ID), a, string(register.KindActivities)+"/"+a.ID)
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	return s
}

func (n *notice) subjectsOf(a *register.Activity) []string {
	var ids []string
	for i := range a.Subjects {
		ids = append(ids, a.Subjects[i].Subject)
	}
	return ids
}

// responsible tells who is responsible where that is not the organisation alone
// (Art. 26(2)).
func (n *notice) responsible(a *register.Activity) []Fact {
	var all []Fact
	if len(a.Controllers) > 0 {
		all = append(all, Fact{Name: Text(n.field("controllers")), Text: n.names(register.KindParties, a.Controllers)})
	}
	all = append(all, n.together(a, a.JointWith, "jointWith")...)
	for i := range a.Purposes {
		all = append(all, n.together(a, a.Purposes[i].JointWith, "purposes/"+a.Purposes[i].Purpose+"/jointWith")...)
	}
	return all
}

// together tells with whom the organisation decides, who does what, and where the
// essence of the arrangement can be read.
func (n *notice) together(a *register.Activity, list []register.JointController, field string) []Fact {
	var all []Fact
	for i := range list {
		j := &list[i]
		f := Fact{Name: n.label("notice.together-with"), Text: []Inline{n.name(register.KindParties, j.Party)}}
		if p := n.view.Party(j.Party); p != nil {
			f.Text = append(f.Text, n.contactLines(p.Contact)...)
		}
		f.Text = append(f.Text, filled([]Inline{capitalLine(n.text(j.Responsibilities))})...)
		if g := n.view.Agreement(j.Agreement); g != nil {
			f.Facts = n.only(g, "responsibilities", "contactPoint", "essence")
		}
		if len(f.Facts) == 0 && len(j.Responsibilities) == 0 {
			n.lacksOf(a, "essence", n.name(register.KindParties, j.Party), field, "Art. 26(2)")
		}
		all = append(all, f)
	}
	return all
}

// receivers names those who get data of an activity directly, with those who get
// data of all.
func (n *notice) receivers(a *register.Activity) []Fact {
	f := Fact{Name: n.label("notice.receivers")}
	list := n.disclosures(a)
	for _, d := range list {
		if d.Shared {
			continue
		}
		line := n.name(register.KindParties, d.To)
		if d.Service != "" {
			line = append(append(append(line, Run{Text: " ("}), n.serviceOf(d.To, d.Service)...), Run{Text: ")"})
		}
		f.Text = appendNew(f.Text, n.after(line, n.text(d.When)))
	}
	f.Text = append(f.Text, n.sharedReceivers(list, len(f.Text) > 0)...)
	switch {
	case len(list) > 0:
	case a.Disclosures != nil:
		f.Text = []Inline{n.label("notice.nobody")}
	default:
		n.lacksOf(a, "recipients", nil, "disclosures", "Art. 13(1)(e)")
	}
	return []Fact{f}
}

// mostShared is how many of those who get data of all activities each of them names:
// of more it leads to the list of recipients, or the notice would be told many times.
const mostShared = 8

// sharedReceivers names those who get data of all activities, on one line where they
// do so in the same case.
func (n *notice) sharedReceivers(list []register.AddressedDisclosure, others bool) []Inline {
	type group struct {
		names []Inline
		when  Inline
	}
	var groups []*group
	count := 0
	for _, d := range list {
		if !d.Shared {
			continue
		}
		when := n.text(d.When)
		at := slices.IndexFunc(groups, func(g *group) bool { return g.when.String() == when.String() })
		if at < 0 {
			at = len(groups)
			groups = append(groups, &group{when: when})
		}
		before := len(groups[at].names)
		groups[at].names = appendNew(groups[at].names, n.name(register.KindParties, d.To))
		count += len(groups[at].names) - before
	}
	var lines []Inline
	for _, g := range groups {
		lines = append(lines, n.after(joined(g.names, ", "), g.when))
	}
	if count <= mostShared {
		return lines
	}
	line := n.label("notice.shared-only")
	if others {
		line = n.label("notice.and-shared")
	}
	for i := range line {
		line[i].Ref = "recipients"
	}
	return []Inline{line}
}

// decided leads to the automated decisions of an activity.
func (n *notice) decided(a *register.Activity) []Fact {
	f := Fact{Name: n.label("section.notice-decisions")}
	for i := range a.AutomatedDecisions {
		f.Text = append(f.Text, Inline{{Text: capital(n.decisionName(&a.AutomatedDecisions[i]).String()), Ref: "decisions"}})
	}
	return []Fact{f}
}
