package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg011 = &Rule{
	Code:  "REG-011",
	Title: value.Text{"en": "Incomplete record of a processor", "nl": "Onvolledig register van een verwerker"},
	Why: value.Text{
		"en": "The record of a processor names each controller on whose behalf it acts, with contact details, and the categories of processing that it carries out for each.",
		"nl": "Het register van een verwerker noemt elke verwerkingsverantwoordelijke voor wie hij handelt, met contactgegevens, en de categorieën van verwerkingen die hij voor elk uitvoert.",
	},
	Articles: []string{"Art. 30(2)(a) GDPR", "Art. 30(2)(b) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"controllers": {
			Says: value.Text{"en": "the register does not show on whose behalf “{activity}” is carried out", "nl": "het register laat niet zien voor wie “{activity}” wordt uitgevoerd"},
			Mend: value.Text{"en": "list the controllers under onBehalfOf", "nl": "noem de verwerkingsverantwoordelijken onder onBehalfOf"},
		},
		"operations": {
			Says: value.Text{"en": "the register does not show which categories of processing “{activity}” carries out for {controllers}", "nl": "het register laat niet zien welke categorieën van verwerkingen “{activity}” uitvoert voor {controllers}"},
			Mend: value.Text{"en": "list them under operations of the activity, or of the controller under onBehalfOf where they differ", "nl": "noem ze onder operations van de activiteit, of bij de verwerkingsverantwoordelijke onder onBehalfOf als ze verschillen"},
		},
		"contact": {
			Says: value.Text{"en": "the register does not show how “{party}” can be reached, on whose behalf the organisation carries out {activities}", "nl": "het register laat niet zien hoe “{party}” te bereiken is, voor wie de organisatie {activities} uitvoert"},
			Mend: value.Text{"en": "fill in contact of this party, with email, phone or address", "nl": "vul contact in bij deze partij, met email, phone of address"},
		},
		"category": {
			Says: value.Text{"en": "the register does not show each controller on whose behalf the organisation carries out {activities}: “{party}” names a group", "nl": "het register laat niet elke verwerkingsverantwoordelijke zien voor wie de organisatie {activities} uitvoert: “{party}” noemt een groep"},
			Mend: value.Text{"en": "list each controller as a party of its own under onBehalfOf, with contact", "nl": "noem elke verwerkingsverantwoordelijke als eigen partij onder onBehalfOf, met contact"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if !a.IsProcessor() || a.Ended {
			return
		}
		if len(a.OnBehalfOf) == 0 && len(a.Controllers) == 0 {
			c.Report(Hit{At: a.At, Variant: "controllers", Key: "controllers", Args: args("activity", c.activityName(a))})
		}
		if len(a.Operations) > 0 {
			return
		}
		if without := c.withoutOperations(a); len(without) > 0 || len(a.OnBehalfOf) == 0 {
			// A purpose also tells what is done, though not in these words.
			h := Hit{At: a.At, Variant: "operations", Key: "operations", Lighter: len(a.Purposes) > 0}
			h.Args = args("activity", c.activityName(a), "controllers", value.Text{"en": "the controllers", "nl": "de verwerkingsverantwoordelijken"})
			if len(without) > 0 {
				h.Args["controllers"] = c.quoted(register.KindParties, without)
			}
			c.Report(h)
		}
	},
	// How a controller can be reached is said once, at the party.
	Register: func(c *Check) {
		clients := newGathered()
		for _, a := range c.running(true) {
			if a.Role != register.ActivityRoleProcessor {
				continue
			}
			for i := range a.OnBehalfOf {
				if x := &a.OnBehalfOf[i]; c.AsOf().Between(x.From, x.Until) {
					clients.add(x.Party, a)
				}
			}
			for _, id := range a.Controllers {
				clients.add(id, a)
			}
		}
		for _, id := range clients.ids {
			x := c.View().Party(id)
			h := Hit{At: "parties/" + id, Variant: "contact", Key: "contact", Related: addressesOf(clients.of[id]), Tentative: c.allTentative(clients.of[id])}
			h.Args = args("party", c.party(id), "activities", c.quotedActivities(clients.of[id]))
			switch {
			case x == nil:
			case x.Kind == register.PartyKindCategory:
				h.Variant, h.Key, h.Lighter = "category", "category", true
				c.Report(h)
			case !canBeReached(x.Contact):
				c.Report(h)
			}
		}
	},
}

// withoutOperations returns the controllers for whom an activity says nothing of
// what it does for them.
func (c *Check) withoutOperations(a *Activity) []string {
	var all []string
	for i := range a.OnBehalfOf {
		if x := &a.OnBehalfOf[i]; len(x.Operations) == 0 && c.on.Between(x.From, x.Until) {
			all = append(all, x.Party)
		}
	}
	return all
}

// gathered are activities by the party that they have in common, in the order in
// which the register names them.
type gathered struct {
	ids []string
	of  map[string][]*register.Activity
}

func newGathered() *gathered { return &gathered{of: make(map[string][]*register.Activity)} }

func (g *gathered) add(id string, a *register.Activity) {
	list, ok := g.of[id]
	if !ok {
		g.ids = append(g.ids, id)
	}
	if len(list) == 0 || list[len(list)-1] != a {
		g.of[id] = append(list, a)
	}
}
