package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var con002 = &Rule{
	Code:  "CON-002",
	Title: value.Text{"en": "Consent without proof", "nl": "Toestemming zonder bewijs"},
	Why: value.Text{
		"en": "Who relies on consent must be able to prove that each person gave it: who, when, and to which words.",
		"nl": "Wie zich op toestemming beroept, moet kunnen bewijzen dat iedere betrokkene die gaf: wie, wanneer, en op welke tekst.",
	},
	Articles: []string{"Art. 7(1) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{"en": "the register does not show how it can be proved that people consented to {purposes} in “{activity}”", "nl": "het register laat niet zien hoe te bewijzen is dat betrokkenen toestemming gaven voor {purposes} bij “{activity}”"},
		Mend: value.Text{"en": "say under record of consent where it is kept who consented when and to which text", "nl": "zeg onder record van consent waar wordt bijgehouden wie wanneer op welke tekst toestemming gaf"},
	}},
	Activity: func(c *Check, a *Activity) {
		var missing []int
		c.eachConsent(a, func(i int, _ *register.PurposeUse, consent *register.Consent) {
			if !c.proved(a, i, consent) {
				missing = append(missing, i)
			}
		})
		c.reportPurposes(a, missing, Hit{})
	},
}

// proved reports whether the register shows a proof of consent: said in so many
// words, given by what is signed or recorded, or among the data of the activity.
func (c *Check) proved(a *Activity, i int, consent *register.Consent) bool {
	if len(consent.Record) > 0 || len(consent.Documents) > 0 ||
		isOne(consent.Mechanism, register.ConsentMechanismWritten, register.ConsentMechanismVerbal) {
		return true
	}
	for n := range a.Data {
		d := &a.Data[n]
		if c.terms.within(register.KindDataCategories, d.Category, "consent-records") && isOne(i, c.purposesOf(a, d)...) {
			return true
		}
	}
	return false
}
