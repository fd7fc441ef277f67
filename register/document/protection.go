package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// protection tells where the data of an activity are and how they are protected
// (Art. 30(1)(g), 30(2)(d), 32).
func (k *book) protection(a *register.Activity) []Section {
	if !k.o.Audience.sees(Authority) {
		return nil
	}
	facts := []Fact{k.measuresOf(a)}
	systems := k.names(register.KindSystems, k.view.Systems(a))
	switch {
	case len(systems) > 0:
		facts = append(facts, Fact{Name: Text(k.field("systems")), Text: systems})
	case a.Systems != nil:
		facts = append(facts, Fact{Name: Text(k.field("systems")), Text: []Inline{k.label("none")}})
	}
	return []Section{{ID: "protection-of-" + a.ID, Title: k.label("protection"), Blocks: []Block{Facts{facts}}}}
}

// measuresOf tells the measures of an activity, with those of all activities and
// of the whole organisation.
func (k *book) measuresOf(a *register.Activity) Fact {
	f := Fact{Name: k.label("measures")}
	if a.Measures != nil && len(a.Measures) == 0 {
		f.Text = append(f.Text, k.label("no-own-measures"))
	}
	if len(a.Measures) > 0 {
		f.Text = append(f.Text, k.measures(a.Measures)...)
	}
	if all := k.register.AllActivities; all != nil {
		f.Text = append(f.Text, k.measuresFrom(all.Measures, a.Except, "of-all-activities")...)
	}
	if o := k.register.Organisation; o != nil {
		f.Text = append(f.Text, k.measuresFrom(o.Measures, nil, "of-organisation")...)
	}
	if len(f.Text) == 0 {
		return k.missing(f.Name)
	}
	return f
}

// measuresFrom tells measures that are said elsewhere, with where.
func (k *book) measuresFrom(list []register.MeasureUse, except []string, from string) []Inline {
	var lines []Inline
	for i := range list {
		if use := &list[i]; use.Measure == "" || !slices.Contains(except, use.Measure) {
			lines = append(lines, append(k.measure(use), Run{Text: " (" + k.say(from) + ")", Style: Muted}))
		}
	}
	return lines
}

// decisions are the automated decisions of an activity (Art. 22).
func (k *book) decisions(a *register.Activity) []Section {
	if a.AutomatedDecisions == nil {
		return nil
	}
	s := Section{ID: "decisions-of-" + a.ID, Title: k.label("decisions")}
	if len(a.AutomatedDecisions) == 0 {
		s.Blocks = []Block{Paragraph{k.label("no-decisions")}}
	}
	for i := range a.AutomatedDecisions {
		d := &a.AutomatedDecisions[i]
		name := k.text(d.Name)
		if name == nil {
			name = k.label("decision")
		}
		s.Blocks = append(s.Blocks, Facts{[]Fact{{Name: name, Text: filled([]Inline{k.id(d.ID)}), Facts: append(k.rest(d, "id", "name"), k.remarkFacts(&d.Remarks)...)}}})
	}
	return []Section{s}
}

// assessment tells the risk and the impact assessment of an activity, and its
// breaches (Art. 33(5), 35).
func (k *book) assessment(a *register.Activity) []Section {
	facts := k.only(a, "largeScale", "occasional", "confidentiality", "risk", "dpia", "breaches")
	if len(facts) == 0 {
		return nil
	}
	return []Section{{ID: "assessment-of-" + a.ID, Title: k.label("assessment"), Blocks: []Block{Facts{facts}}}}
}

// told are the fields of an activity that the other parts of its sheet tell.
var toldOfActivity = []string{
	"id", "name", "description", "number", "role", "regulation", "controllers", "jointWith", "onBehalfOf", "status", "from", "until",
	"unit", "group", "owner", "occasional", "largeScale", "confidentiality", "risk", "purposes", "subjects", "data", "notProcessed",
	"retention", "retentionPolicy", "operations", "systems", "measures", "disclosures", "transfers", "automatedDecisions", "dpia",
	"breaches", "notices", "documents",
}

// management tells how the entry is kept: notices, documents, review, approval.
func (k *book) management(a *register.Activity) []Section {
	var facts []Fact
	if notices := k.view.Notices(a); len(notices) > 0 {
		facts = append(facts, Fact{Name: Text(k.field("notices")), Text: k.names(register.KindNotices, notices)})
	}
	if documents := k.documentsOf(a); len(documents) > 0 {
		facts = append(facts, Fact{Name: Text(k.field("documents")), Text: k.names(register.KindDocuments, documents)})
	}
	facts = append(facts, k.rest(a, toldOfActivity...)...)
	if len(facts) == 0 {
		return nil
	}
	return []Section{{ID: "management-of-" + a.ID, Title: k.label("management"), Blocks: []Block{Facts{facts}}}}
}

// documentsOf returns the documents of an activity: its own and those of all
// activities that it does not except.
func (k *book) documentsOf(a *register.Activity) []string {
	if !k.o.Audience.sees(Authority) {
		return nil
	}
	all := slices.Clone(a.Documents)
	if shared := k.register.AllActivities; shared != nil {
		for _, id := range shared.Documents {
			if !slices.Contains(a.Except, id) && !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

// shared tells what is said once and is true of all activities.
func (k *book) shared() []Section {
	all := k.register.AllActivities
	o := k.register.Organisation
	var blocks []Block
	var facts []Fact
	if o != nil && o.Measures != nil && k.o.Audience.sees(Authority) {
		facts = append(facts, Fact{Name: k.label("measures-of-organisation"), Text: k.measures(o.Measures)})
	}
	if all != nil {
		if k.o.Audience.sees(Authority) && len(all.Measures) > 0 {
			facts = append(facts, Fact{Name: k.label("measures-of-all"), Text: k.measures(all.Measures)})
		}
		facts = append(facts, k.only(all, "systems", "documents", "notices")...)
		facts = append(facts, k.remarkFacts(&all.Remarks)...)
	}
	blocks = append(blocks, k.more(facts)...)
	if list := k.sharedDisclosures(); len(list) > 0 {
		blocks = append(blocks, k.disclosureTable("shared-recipients-table", nil, list))
		blocks = append(blocks, k.more(k.moreOfDisclosures(list))...)
	}
	if len(blocks) == 0 {
		return nil
	}
	return []Section{{ID: "shared", Title: k.label("shared"), Wide: true, NewPage: true, Blocks: blocks}}
}

// sharedDisclosures returns the disclosures that are said of all activities.
func (k *book) sharedDisclosures() []register.AddressedDisclosure {
	all := k.register.AllActivities
	if all == nil {
		return nil
	}
	var list []register.AddressedDisclosure
	for i, name := range register.Names(all.Disclosures) {
		d := &all.Disclosures[i]
		if k.o.Audience != Public || !k.over(d.From, d.Until) {
			list = append(list, register.AddressedDisclosure{Disclosure: d, At: "allActivities/disclosures/" + name})
		}
	}
	return list
}
