package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var gov003 = &Rule{
	Code:  "GOV-003",
	Title: value.Text{"en": "No owner or no review", "nl": "Geen eigenaar of geen beoordeling"},
	Why: value.Text{
		"en": "A controller must be able to show that processing follows the law, and look at that again when things change. That takes somebody who answers for each activity, and a look at it from time to time.",
		"nl": "Een verwerkingsverantwoordelijke moet kunnen aantonen dat de verwerking aan de wet voldoet, en dat opnieuw bekijken als er iets verandert. Daarvoor is bij elke activiteit iemand nodig die ervoor instaat, en af en toe een controle.",
	},
	Articles: []string{"Art. 5(2) GDPR", "Art. 24(1) GDPR"},
	Source:   Guidance,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"owner": {
			Says: value.Text{"en": "the register does not show who answers for “{activity}”", "nl": "het register laat niet zien wie voor “{activity}” instaat"},
			Mend: value.Text{"en": "name a person, a function or a department under owner or unit", "nl": "noem een persoon, een functie of een afdeling onder owner of unit"},
		},
		"owners": {
			Says: value.Text{"en": "the register does not show who answers for these activities: {activities}", "nl": "het register laat niet zien wie voor deze activiteiten instaat: {activities}"},
			Mend: value.Text{"en": "name a person, a function or a department under owner or unit of each activity", "nl": "noem bij elke activiteit een persoon, een functie of een afdeling onder owner of unit"},
		},
		"review": {
			Says: value.Text{"en": "the register does not show that “{activity}” was ever reviewed", "nl": "het register laat niet zien dat “{activity}” ooit is beoordeeld"},
			Mend: value.Text{"en": "look whether the entry still holds and fill in review: last and every", "nl": "ga na of de regel nog klopt en vul review in: last en every"},
		},
		"reviews": {
			Says: value.Text{"en": "the register does not show that these activities were ever reviewed: {activities}", "nl": "het register laat niet zien dat deze activiteiten ooit zijn beoordeeld: {activities}"},
			Mend: value.Text{
				"en": "look whether the entries still hold and fill in review at each, or approval of the register",
				"nl": "ga na of de regels nog kloppen en vul bij elk review in, of approval van het register",
			},
		},
		"late": {
			Says: value.Text{"en": "the register does not show that “{activity}” was reviewed since {last}, although that is due after {every}", "nl": "het register laat niet zien dat “{activity}” sinds {last} is beoordeeld, terwijl dat na {every} weer moet"},
			Mend: value.Text{"en": "look whether the entry still holds and put the day under review: last", "nl": "ga na of de regel nog klopt en zet de dag onder review: last"},
		},
		"changed": {
			Says: value.Text{"en": "the register does not show that the change of “{activity}” on {changed} was reviewed: the last look was on {last}", "nl": "het register laat niet zien dat de wijziging van “{activity}” op {changed} is beoordeeld: voor het laatst is op {last} gekeken"},
			Mend: value.Text{"en": "look at what changed and put the day under review: last", "nl": "bekijk wat er is gewijzigd en zet de dag onder review: last"},
		},
	},
	// What holds for most activities is told once, for the register.
	Register: func(c *Check) {
		k := c.keeping()
		if k.mostly(k.unowned) {
			c.Report(Hit{Variant: "owners", Key: "owners", Args: args("activities", c.quotedActivities(k.unowned)), Related: addressesOf(k.unowned)})
		}
		if k.mostly(k.unreviewed) {
			c.Report(Hit{Variant: "reviews", Key: "reviews", Args: args("activities", c.quotedActivities(k.unreviewed)), Related: addressesOf(k.unreviewed)})
		}
	},
	Activity: func(c *Check, a *Activity) {
		if a.Ended {
			return
		}
		if k := c.keeping(); !owned(a.Activity) && !k.mostly(k.unowned) {
			c.Report(Hit{At: a.At, Variant: "owner", Key: "owner", Args: args("activity", c.activityName(a))})
		}
		if !a.Tentative {
			c.reviewed(a)
		}
	},
}

// yearly is how often an activity is reviewed where the register does not say.
const yearly = value.Period("P1Y")

// approved is the day on which the register as a whole was approved, no date for
// none. Whoever approves it has looked at each activity.
func (p *pass) approved() value.Date {
	x := p.view.Register().Approval
	if on := approvedOn(x); on <= p.on {
		return on
	}
	return 0
}

// due reports whether an activity should have been reviewed by the day: a year
// after it was entered or begun.
func (p *pass) due(a *register.Activity) bool {
	since := max(a.Created, a.From)
	return since == 0 || yearly.After(since) < p.on
}

func (c *Check) reviewed(a *Activity) {
	last := max(lastLook(a.Activity), c.approved())
	every := yearly
	if a.Review != nil && a.Review.Every != "" {
		every = a.Review.Every
	}
	hit := Hit{At: a.At, Key: "review", Variant: "review"}
	switch {
	case last == 0:
		if k := c.keeping(); k.mostly(k.unreviewed) || !c.due(a.Activity) {
			return
		}
	case every.After(last) < c.on:
		hit.Variant = "late"
	case a.Updated > last && a.Updated <= c.on:
		hit.Variant, hit.Lighter = "changed", true
	default:
		return
	}
	hit.Args = args("activity", c.activityName(a), "last", last, "every", periodName(every), "changed", a.Updated)
	c.Report(hit)
}
