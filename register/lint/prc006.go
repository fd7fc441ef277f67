package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var prc006 = &Rule{
	Code:  "PRC-006",
	Title: value.Text{"en": "One party in two roles", "nl": "Eén partij in twee rollen"},
	Why: value.Text{
		"en": "For one purpose a party either acts on behalf of the controller or decides itself. It can do both only where the register tells apart for what.",
		"nl": "Voor één doel werkt een partij óf namens de verwerkingsverantwoordelijke, óf ze beslist zelf. Beide kan alleen als het register uit elkaar houdt waarvoor.",
	},
	Articles: []string{"Art. 4(7) GDPR", "Art. 4(8) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "in “{activity}” the register shows “{party}” as processor and as controller for the same purpose; it does not show which it is",
			"nl": "in “{activity}” staat “{party}” voor hetzelfde doel als verwerker én als verwerkingsverantwoordelijke; het register laat niet zien welke van de twee",
		},
		Mend: value.Text{
			"en": "give the two disclosures the purposes (or data) that each of them serves, or correct as",
			"nl": "noem bij beide verstrekkingen de doelen (purposes) of gegevens (data) waarvoor ze gelden, of verbeter as",
		},
	}},
	Activity: func(c *Check, a *Activity) {
		if a.Ended {
			return
		}
		for i := range a.Flows {
			x := &a.Flows[i]
			if x.As != register.RoleProcessor {
				continue
			}
			for j := range a.Flows {
				y := &a.Flows[j]
				if y.To == x.To && isOne(y.As, register.RoleController, register.RoleJointController) && c.cannotTell(x, y) {
					c.Report(Hit{At: x.At, Key: x.To, Args: args("activity", c.activityName(a), "party", c.party(x.To)), Related: []string{y.At}})
					break
				}
			}
		}
	},
}

// cannotTell reports whether nothing tells two disclosures to a party apart:
// neither service nor purposes, data or people.
func (c *Check) cannotTell(x, y *register.AddressedDisclosure) bool {
	if x.Service != "" && y.Service != "" && x.Service != y.Service {
		return false
	}
	same := func(k register.Kind, some, others []string) bool {
		return some == nil || others == nil || c.terms.overlapAny(k, some, others)
	}
	return same(register.KindPurposes, x.Purposes, y.Purposes) && same(register.KindDataCategories, x.Data, y.Data) &&
		same(register.KindDataSubjects, x.Subjects, y.Subjects)
}
