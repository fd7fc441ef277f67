package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// REG-001 is about the organisation itself; Art. 30(1)(a) and 30(2)(a) ask for
// the same of these others.
var reg015 = &Rule{
	Code:  "REG-015",
	Title: value.Text{"en": "No name or contact details of joint controller, representative or officer", "nl": "Geen naam of contactgegevens van gezamenlijke verwerkingsverantwoordelijke, vertegenwoordiger of functionaris"},
	Why: value.Text{
		"en": "Where there is a joint controller, a representative or a data protection officer, the record contains their names and contact details too.",
		"nl": "Als er een gezamenlijke verwerkingsverantwoordelijke, een vertegenwoordiger of een functionaris voor gegevensbescherming is, bevat het register ook hun namen en contactgegevens.",
	},
	Articles: []string{"Art. 30(1)(a) GDPR", "Art. 30(2)(a) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"officer": {
			Says: value.Text{"en": "the register does not show how the data protection officer can be reached", "nl": "het register laat niet zien hoe de functionaris voor gegevensbescherming te bereiken is"},
			Mend: value.Text{"en": "fill in contact under dpo, with email, phone or address", "nl": "vul contact in onder dpo, met email, phone of address"},
		},
		"officerName": {
			Says: value.Text{"en": "the register does not show the name of the data protection officer", "nl": "het register laat niet zien hoe de functionaris voor gegevensbescherming heet"},
			Mend: value.Text{"en": "fill in name under dpo, or name of contact", "nl": "vul name in onder dpo, of name van contact"},
		},
		"representativeName": {
			Says: value.Text{"en": "the register does not show the name of the representative in the Union", "nl": "het register laat niet zien hoe de vertegenwoordiger in de Unie heet"},
			Mend: value.Text{"en": "fill in name under representative", "nl": "vul name in onder representative"},
		},
		"representative": {
			Says: value.Text{"en": "the register does not show how the representative in the Union can be reached", "nl": "het register laat niet zien hoe de vertegenwoordiger in de Unie te bereiken is"},
			Mend: value.Text{"en": "fill in contact under representative, with email, phone or address", "nl": "vul contact in onder representative, met email, phone of address"},
		},
		"controller": {
			Says: value.Text{"en": "the register does not show how “{party}” can be reached, controller of {activities} alone or jointly", "nl": "het register laat niet zien hoe “{party}” te bereiken is, alleen of gezamenlijk verwerkingsverantwoordelijke voor {activities}"},
			Mend: value.Text{"en": "fill in contact of this party, with email, phone or address", "nl": "vul contact in bij deze partij, met email, phone of address"},
		},
		"officerOf": {
			Says: value.Text{"en": "the register does not show how the data protection officer of “{party}” can be reached, on whose behalf the organisation processes data", "nl": "het register laat niet zien hoe de functionaris voor gegevensbescherming van “{party}” te bereiken is, voor wie de organisatie gegevens verwerkt"},
			Mend: value.Text{"en": "fill in contact under dpo of this party", "nl": "vul contact in onder dpo bij deze partij"},
		},
		"representativeOf": {
			Says: value.Text{"en": "the register does not show how the representative of “{party}” can be reached, on whose behalf the organisation processes data", "nl": "het register laat niet zien hoe de vertegenwoordiger van “{party}” te bereiken is, voor wie de organisatie gegevens verwerkt"},
			Mend: value.Text{"en": "fill in contact under representative of this party", "nl": "vul contact in onder representative bij deze partij"},
		},
	},
	Register: func(c *Check) {
		if o := c.View().Register().Organisation; o != nil {
			c.ownOfficer(o)
			c.ownRepresentative(o.Representative)
		}
		controllers, clients := newGathered(), newGathered()
		for _, a := range c.running(true) {
			c.collectControllers(a, controllers, clients)
		}
		for _, id := range controllers.ids {
			if x := c.View().Party(id); x != nil && !canBeReached(x.Contact) {
				all := controllers.of[id]
				c.Report(Hit{
					At: "parties/" + id, Variant: "controller", Args: args("party", c.party(id), "activities", c.quotedActivities(all)),
					Related: addressesOf(all), Tentative: c.allTentative(all),
				})
			}
		}
		for _, id := range clients.ids {
			x := c.View().Party(id)
			if x == nil {
				continue
			}
			tentative := c.allTentative(clients.of[id])
			if lacksOfficer(x.DPO) {
				c.Report(Hit{At: "parties/" + id + "/dpo", Variant: "officerOf", Args: args("party", c.party(id)), Tentative: tentative})
			}
			if lacksRepresentative(x.Representative) {
				c.Report(Hit{At: "parties/" + id + "/representative", Variant: "representativeOf", Args: args("party", c.party(id)), Tentative: tentative})
			}
		}
	},
}

// ownOfficer looks for the name and the contact details of the officer. That there
// is none at all is told by GOV-001.
func (c *Check) ownOfficer(o *register.Organisation) {
	x := o.DPO
	if c.applies("GOV-001") && !c.hasOfficer(x) {
		if _, due := c.officerDue(o); due {
			return
		}
	}
	switch {
	case lacksOfficer(x):
		c.Report(Hit{At: "organisation/dpo", Variant: "officer"})
	case x != nil && x.None != value.Yes && x.Name == "" && x.Company == "" && x.Contact.Name == "":
		c.Report(Hit{At: "organisation/dpo", Variant: "officerName", Lighter: true})
	}
}

func (c *Check) ownRepresentative(x *register.Representative) {
	switch {
	case lacksRepresentative(x):
		c.Report(Hit{At: "organisation/representative", Variant: "representative"})
	case x != nil && x.None != value.Yes && x.Name == "" && x.Contact.Name == "":
		c.Report(Hit{At: "organisation/representative", Variant: "representativeName", Lighter: true})
	}
}

// collectControllers notes the controllers of an activity beside the organisation,
// and those for whom it processes.
func (c *Check) collectControllers(a *register.Activity, controllers, clients *gathered) {
	if a.Role == register.ActivityRoleProcessor {
		for i := range a.OnBehalfOf {
			if x := &a.OnBehalfOf[i]; c.on.Between(x.From, x.Until) {
				clients.add(x.Party, a)
			}
		}
		return // how these can be reached is the matter of REG-011
	}
	for _, id := range a.Controllers {
		controllers.add(id, a)
	}
	joint := slices.Clone(a.JointWith)
	for i := range a.Purposes {
		joint = append(joint, a.Purposes[i].JointWith...)
	}
	for i := range joint {
		controllers.add(joint[i].Party, a)
	}
	for _, d := range c.view.Disclosures(a) {
		if d.As == register.RoleJointController && c.on.Between(d.From, d.Until) {
			controllers.add(d.To, a)
		}
	}
}

func lacksOfficer(x *register.Officer) bool {
	return x != nil && x.None != value.Yes && !canBeReached(x.Contact)
}

func lacksRepresentative(x *register.Representative) bool {
	return x != nil && x.None != value.Yes && !canBeReached(x.Contact)
}
