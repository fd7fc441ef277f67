package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var bas001 = &Rule{
	Code:  "BAS-001",
	Title: value.Text{"en": "No legal basis", "nl": "Geen grondslag"},
	Why: value.Text{
		"en": "Each purpose needs one of the legal bases that the law lists, and the controller must be able to show which one. What people may ask for depends on it.",
		"nl": "Voor elk doel is een van de grondslagen nodig die de wet opsomt, en de verwerkingsverantwoordelijke moet kunnen laten zien welke. Welke rechten de betrokkene heeft, hangt ervan af.",
	},
	Articles: []string{"Art. 6(1) GDPR", "Art. 5(2) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show a legal basis for {purposes} in “{activity}”", "nl": "het register laat niet zien wat de grondslag is voor {purposes} bij “{activity}”"},
			Mend: value.Text{"en": "choose a basis of Art. 6(1) for each purpose and fill in basis", "nl": "kies voor elk doel een grondslag van art. 6 lid 1 en vul basis in"},
		},
		"unknown": {
			Says: value.Text{"en": "the register does not show a legal basis for {purposes} in “{activity}” that {law} knows on {date}: it names {basis}", "nl": "het register laat niet zien wat de grondslag is voor {purposes} bij “{activity}”: het noemt {basis}, en dat kent {law} op {date} niet"},
			Mend: value.Text{"en": "choose a basis that this law knows and change basis, or name the law that applies under regulation", "nl": "kies een grondslag die deze wet kent en wijzig basis, of noem onder regulation de wet die van toepassing is"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) {
			return
		}
		regulation := c.regulation(a)
		var none, unknown []int
		for i := range a.Purposes {
			u := &a.Purposes[i]
			switch {
			case len(u.Basis) == 0:
				if !basisElsewhere(u, regulation) {
					none = append(none, i)
				}
			case !anyKnown(u.Basis, regulation, c.on):
				unknown = append(unknown, i)
			}
		}
		c.reportPurposes(a, none, Hit{})
		for _, i := range unknown {
			c.reportPurposes(a, a.entryOf(i), Hit{Variant: "unknown", Args: args(
				"law", regulationNames[regulation], "date", c.on, "basis", basisNames[a.Purposes[i].Basis[0]])})
		}
	},
}

// basisElsewhere reports whether something else than a basis answers for a
// purpose: the conditions for mailing own customers, or the law that Directive
// (EU) 2016/680 asks for in its place (Art. 8, 24(1)(g)).
func basisElsewhere(u *register.PurposeUse, regulation register.Regulation) bool {
	return softOptIn(u) || regulation == register.RegulationLed && len(u.Law) > 0
}

func anyKnown(bases []register.Basis, regulation register.Regulation, on value.Date) bool {
	for _, b := range bases {
		if knownBasis(b, regulation, on) {
			return true
		}
	}
	return false
}

// basisNames are the bases that not every regulation knows.
var basisNames = map[register.Basis]value.Text{
	register.BasisLegitimateInterests:           {"en": "legitimate interests", "nl": "gerechtvaardigd belang"},
	register.BasisRecognisedLegitimateInterests: {"en": "recognised legitimate interests", "nl": "erkend gerechtvaardigd belang"},
}

var regulationNames = map[register.Regulation]value.Text{
	register.RegulationGdpr:   {"en": "the GDPR", "nl": "de AVG"},
	register.RegulationUkGdpr: {"en": "the UK GDPR", "nl": "de AVG van het Verenigd Koninkrijk"},
	register.RegulationEudpr:  {"en": "Regulation (EU) 2018/1725", "nl": "Verordening (EU) 2018/1725"},
	register.RegulationLed:    {"en": "Directive (EU) 2016/680", "nl": "Richtlijn (EU) 2016/680"},
}
