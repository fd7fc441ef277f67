package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var dpi002 = &Rule{
	Code:  "DPI-002",
	Title: value.Text{"en": "On the authority's list without an impact assessment", "nl": "Op de lijst van de AP zonder DPIA"},
	Why: value.Text{
		"en": "The Dutch authority has listed processing for which an impact assessment (DPIA) is always required before it begins, such as credit scores, cameras in public places and health data on a large scale.",
		"nl": "De Autoriteit Persoonsgegevens heeft een lijst van verwerkingen waarvoor vooraf altijd een gegevensbeschermingseffectbeoordeling (DPIA) verplicht is, zoals creditscores, cameratoezicht en gezondheidsgegevens op grote schaal.",
	},
	Articles: []string{"Art. 35(4) GDPR", "Staatscourant 2019, 64418"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  NL,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show an impact assessment of “{activity}”, though the list of the Dutch authority always asks for one: {items}",
				"nl": "het register laat geen gegevensbeschermingseffectbeoordeling van “{activity}” zien, al vraagt de lijst van de AP er altijd een: {items}",
			},
			Mend: value.Text{
				"en": "assess the risks and fill in done and report under dpia; where the item does not apply, say under reason why",
				"nl": "beoordeel de risico's en vul done en report in onder dpia; geldt het onderdeel niet, zeg dan onder reason waarom",
			},
		},
		"begun": {
			Says: value.Text{
				"en": "the register does not show that the impact assessment of “{activity}” is finished, though the list of the Dutch authority asks for it before the processing begins: {items}",
				"nl": "het register laat niet zien dat de gegevensbeschermingseffectbeoordeling van “{activity}” klaar is, al vraagt de lijst van de AP haar vóór het begin: {items}",
			},
			Mend: value.Text{
				"en": "finish the assessment and fill in done and report under dpia",
				"nl": "maak de beoordeling af en vul done en report in onder dpia",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if !c.assesses(a) || c.assessed(a.DPIA) || underWay(a.DPIA) && c.future(a.Activity) {
			return
		}
		items := c.listed(a)
		if len(items) == 0 {
			return
		}
		var names []value.Text
		for _, x := range items {
			names = append(names, value.Text{"en": "no. " + itoa(x.Number) + " “" + x.Says["en"] + "”", "nl": "nr. " + itoa(x.Number) + " “" + x.Name + "”"})
		}
		h := Hit{At: a.dpiaAt(), Args: args("activity", c.activityName(a), "items", enumerateAll(names))}
		h.Lighter = !slices.ContainsFunc(items, func(x law.DPIAItem) bool { return !c.doubtful(a, x.ID) })
		if underWay(a.DPIA) {
			h.Variant = "begun"
		}
		c.Report(h)
	},
}

// profiling is the item that an automated decision may meet, cameras the one about
// places that are open to the public.
const (
	profiling = "nl-ap-15"
	cameras   = "nl-ap-9"
)

// doubtful reports whether only the organisation can say that an item applies, and
// does not: whether the profile behind a decision is extensive (Art. 35(3)(a)), and
// whether cameras that record staff alone hang where the public comes.
func (c *Check) doubtful(a *Activity, item string) bool {
	switch {
	case a.DPIA != nil && slices.Contains(a.DPIA.ListItems, item):
		return false
	case item == cameras:
		return len(a.Subjects) > 0 && !slices.ContainsFunc(a.Subjects, func(s register.SubjectUse) bool {
			return !c.terms.markedSubject(s.Subject, register.SubjectMarkEmployee)
		})
	}
	return item == profiling
}

// listed returns the items of the list of the Dutch authority that an activity
// meets: those that it states, and those to which its terms point unless a
// reason is given why no assessment is needed.
func (c *Check) listed(a *Activity) []law.DPIAItem {
	if !c.underDutchAuthority() {
		return nil
	}
	var ids []string
	if d := a.DPIA; d != nil {
		ids = slices.Clone(d.ListItems)
	}
	if a.DPIA == nil || len(a.DPIA.Reason) == 0 {
		ids = c.pointed(a, ids)
	}
	var all []law.DPIAItem
	for _, id := range ids {
		if item, ok := law.FindDPIAItem(id); ok && item.InForce(c.on) {
			all = append(all, item)
		}
	}
	slices.SortFunc(all, func(x, y law.DPIAItem) int { return x.Number - y.Number })
	return all
}

// pointed adds the items to which the terms of an activity point. Most ask for a
// large scale or for systematic monitoring besides.
func (c *Check) pointed(a *Activity, ids []string) []string {
	met, _ := c.derived(a)
	stated, _ := ticked(a.DPIA)
	met |= stated
	add := func(items []string) {
		for _, id := range items {
			if !slices.Contains(ids, id) && meets(id, met) {
				ids = append(ids, id)
			}
		}
	}
	items := c.risks().items
	for i := range a.Data {
		add(items[register.KindDataCategories][a.Data[i].Category])
	}
	for i := range a.Purposes {
		add(items[register.KindPurposes][a.Purposes[i].Purpose])
	}
	for i := range a.AutomatedDecisions {
		// Art. 35(3)(a): an evaluation on which decisions are based.
		if d := &a.AutomatedDecisions[i]; d.Profiling == register.Yes && d.Significant == register.Yes {
			add([]string{profiling})
		}
	}
	return ids
}

func meets(id string, met criteria) bool {
	item, ok := law.FindDPIAItem(id)
	return ok && (item.Criteria == nil || slices.ContainsFunc(item.Criteria, func(id string) bool {
		return met&criterion(register.DPIACriterion(id)) != 0
	}))
}

// underDutchAuthority reports whether the list of the Dutch authority is that of
// the organisation, as far as the register says.
func (c *Check) underDutchAuthority() bool {
	o := c.view.Register().Organisation
	switch {
	case o == nil:
		return true
	case o.Authority != "":
		return o.Authority == "ap-nl"
	}
	return o.Country == "" || o.Country == "NL"
}
