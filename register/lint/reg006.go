package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg006 = &Rule{
	Code:  "REG-006",
	Title: value.Text{"en": "No recipients", "nl": "Geen ontvangers"},
	Why: value.Text{
		"en": "The record of a controller names the categories of recipients to whom data have been or will be disclosed, processors among them. Silence does not say that there are none.",
		"nl": "Het register van een verwerkingsverantwoordelijke noemt de categorieën van ontvangers aan wie gegevens zijn of zullen worden verstrekt, ook verwerkers. Wie niets invult, zegt niet dat er geen zijn.",
	},
	Articles: []string{"Art. 30(1)(d) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show whether anybody receives the data of “{activity}”", "nl": "het register laat niet zien of iemand de gegevens van “{activity}” ontvangt"},
			Mend: value.Text{"en": "list the recipients under disclosures, processors too, or write disclosures: none", "nl": "noem de ontvangers onder disclosures, ook verwerkers, of schrijf disclosures: none"},
		},
		"operator": {
			Says: value.Text{"en": "“{operator}” operates “{system}”, but the register does not show it among the recipients of the data of {activities}, which are kept there", "nl": "“{operator}” beheert “{system}”, maar staat in het register niet bij de ontvangers van de gegevens van {activities}, die daarin worden bewaard"},
			Mend: value.Text{"en": "add it under disclosures of these activities or of allActivities, with its role under as; correct operator where it cannot reach the data", "nl": "voeg die partij toe onder disclosures van deze activiteiten of van allActivities, met de rol onder as; verbeter operator als zij niet bij de gegevens kan"},
		},
	},
	// Art. 30(2) does not ask it of a processor.
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() || a.Ended || a.Disclosures != nil || len(a.Flows) > 0 {
			return
		}
		if len(c.View().Disclosures(a.Activity)) == 0 { // those of other days count: to whom data have been or will be disclosed
			c.Report(Hit{At: a.At, Args: args("activity", c.activityName(a))})
		}
	},
	Register: func(c *Check) {
		operated := make(map[string][]*register.Activity)
		for _, a := range c.running(false) {
			c.collectOperated(a, operated)
		}
		for _, id := range c.View().IDs(register.KindSystems) {
			all := operated[id]
			if len(all) == 0 {
				continue
			}
			s := c.View().System(id)
			c.Report(Hit{
				At: "systems/" + id, Variant: "operator", Key: s.Operator, Lighter: true,
				Args:    args("operator", c.party(s.Operator), "system", c.name(register.KindSystems, id), "activities", c.quotedActivities(all)),
				Related: addressesOf(all),
			})
		}
	},
}

// collectOperated notes the systems of an activity whose operator gets none of its
// data as far as the register shows.
func (c *Check) collectOperated(a *register.Activity, operated map[string][]*register.Activity) {
	note := func(ids []string) {
		for _, id := range ids {
			s := c.view.System(id)
			if s == nil || s.Operator == "" || slices.Contains(operated[id], a) || !c.isOutsider(s.Operator) {
				continue
			}
			if !c.getsData(a, s.Operator) {
				operated[id] = append(operated[id], a)
			}
		}
	}
	note(a.Systems)
	if all := c.view.Register().AllActivities; all != nil && len(all.Systems) > 0 {
		note(c.view.Systems(a))
	}
	for i := range a.Data {
		note(a.Data[i].Systems)
	}
}

// isOutsider reports whether a party is somebody else than the organisation.
func (p *pass) isOutsider(id string) bool {
	x := p.view.Party(id)
	return x != nil && x.Kind != register.PartyKindUnit
}

// getsData reports whether an activity discloses data to a party, or to one that
// passes data on to it, whatever the day.
func (p *pass) getsData(a *register.Activity, party string) bool {
	seen := make(map[string]bool)
	var reach func(id string) bool
	reach = func(id string) bool {
		if id == party {
			return true
		}
		x := p.view.Party(id)
		if x == nil || seen[id] {
			return false
		}
		seen[id] = true
		return x.PartOf != "" && reach(x.PartOf) || passesTo(x, reach)
	}
	for _, d := range p.view.Disclosures(a) {
		if reach(d.To) || anyOnward(d.Engages, reach) || anyOnward(d.Recipients, reach) {
			return true
		}
	}
	return false
}

// passesTo reports whether one of the parties holds to whom a party, or one of its
// services, passes data on.
func passesTo(x *register.Party, holds func(string) bool) bool {
	if anyOnward(x.Engages, holds) || anyOnward(x.Recipients, holds) {
		return true
	}
	for i := range x.Services {
		if anyOnward(x.Services[i].Engages, holds) || anyOnward(x.Services[i].Recipients, holds) {
			return true
		}
	}
	return false
}

func anyOnward(list []register.Onward, holds func(string) bool) bool {
	return slices.ContainsFunc(list, func(o register.Onward) bool { return holds(o.Party) })
}
