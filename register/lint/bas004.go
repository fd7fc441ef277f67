package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var bas004 = &Rule{
	Code:  "BAS-004",
	Title: value.Text{"en": "Legitimate interest not named", "nl": "Gerechtvaardigd belang niet genoemd"},
	Why: value.Text{
		"en": "Who relies on a legitimate interest must know and tell people which interest that is, and whose. Only then can it be weighed against theirs.",
		"nl": "Wie zich op een gerechtvaardigd belang beroept, moet weten en aan betrokkenen vertellen welk belang dat is, en van wie. Alleen dan is het tegen hun belang af te wegen.",
	},
	Articles: []string{"Art. 6(1)(f) GDPR", "Art. 13(1)(d) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{"en": "the register does not show which legitimate interest is behind {purposes} in “{activity}”, and whose it is", "nl": "het register laat niet zien welk gerechtvaardigd belang achter {purposes} bij “{activity}” zit, en van wie het is"},
		Mend: value.Text{"en": "say under interest what the interest is, and whether it is that of the organisation or of somebody else", "nl": "zeg onder interest wat het belang is, en of het dat van de organisatie of van een ander is"},
	}},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) {
			return
		}
		var missing []int
		for i := range a.Purposes {
			u := &a.Purposes[i]
			// The summary of the test says what the interest is.
			if restsOn(u, register.BasisLegitimateInterests) && len(u.Interest) == 0 &&
				(u.LIA == nil || len(u.LIA.Summary) == 0) && c.underGDPR(a) {
				missing = append(missing, i)
			}
		}
		c.reportPurposes(a, missing, Hit{})
	},
}
