package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var spc005 = &Rule{
	Code:  "SPC-005",
	Title: value.Text{"en": "National number without a law", "nl": "Burgerservicenummer zonder wet"},
	Why: value.Text{
		"en": "In the Netherlands the citizen service number (BSN) may only be used where a law prescribes it, and only to carry out that law.",
		"nl": "Het burgerservicenummer (BSN) mag alleen worden gebruikt waar een wet het voorschrijft, en alleen om die wet uit te voeren.",
	},
	Articles: []string{"Art. 87 GDPR", "Art. 46 UAVG"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  NL,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the register does not show which law prescribes “{data}” in “{activity}”",
			"nl": "het register laat niet zien welke wet “{data}” voorschrijft in “{activity}”",
		},
		Mend: value.Text{
			"en": "name the law under law of the data; where there is none, do not ask for the number",
			"nl": "noem de wet onder law bij de gegevens; is er geen, vraag het nummer dan niet",
		},
	}},
	Activity: func(c *Check, a *Activity) {
		for i := range a.Data {
			d := &a.Data[i]
			if !c.bears(d, nationalNumber) || !c.gdprControls(a) {
				continue
			}
			if len(d.Law) == 0 && !c.prescribed(a, d) && c.dutchNumber(d) {
				c.Report(Hit{At: a.DataAt(i), Args: args("data", c.category(d.Category), "activity", c.activityName(a))})
			}
		}
	},
}

// dutchNumber reports whether Dutch law speaks of a number: the Dutch one, and
// that of an organisation of which the register does not say that it is elsewhere.
func (p *pass) dutchNumber(d *register.DataUse) bool {
	const bsn, home = "bsn", value.Country("NL")
	o := p.view.Register().Organisation
	return o == nil || o.Country == "" || o.Country == home || p.terms.within(register.KindDataCategories, d.Category, bsn)
}

// prescribed reports whether the number serves nothing but duties and tasks whose
// law the register names.
func (p *pass) prescribed(a *Activity, d *register.DataUse) bool {
	served := p.purposesOf(a, d)
	return len(served) > 0 && !slices.ContainsFunc(served, func(i int) bool {
		u := &a.Purposes[i]
		return len(u.Law) == 0 || !isOne(register.BasisLegalObligation, u.Basis...) && !isOne(register.BasisPublicTask, u.Basis...)
	})
}
