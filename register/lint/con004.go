package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var con004 = &Rule{
	Code:  "CON-004",
	Title: value.Text{"en": "One choice for several purposes", "nl": "Eén keuze voor verschillende doelen"},
	Why: value.Text{
		"en": "Consent is given for a purpose. Who can only say yes to several purposes at once is not free to choose.",
		"nl": "Toestemming geldt voor een doel. Wie alleen ja kan zeggen tegen verschillende doelen tegelijk, kan niet vrij kiezen.",
	},
	Articles: []string{"Art. 4(11) GDPR", "Art. 6(1)(a) GDPR", "Recital 32 GDPR", "Recital 43 GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{"en": "the register does not show a consent of its own for each of {purposes}: one choice covers them all", "nl": "het register laat geen eigen toestemming zien voor elk van {purposes}: één keuze geldt voor alle"},
		Mend: value.Text{"en": "offer a choice for each purpose and give each its own choice under consent", "nl": "bied voor elk doel een keuze aan en geef elk onder consent een eigen choice"},
	}},
	Register: func(c *Check) {
		choices := make(map[string]*choice)
		var order []*choice
		for _, x := range c.view.Activities() {
			if !asksChoice(x) {
				continue
			}
			a := &Activity{Activity: x, At: "activities/" + x.ID}
			a.Tentative, a.Ended = c.standing(x)
			c.eachConsent(a, func(i int, u *register.PurposeUse, consent *register.Consent) {
				if consent.Choice == "" {
					return
				}
				known := choices[consent.Choice]
				if known == nil {
					known = &choice{id: consent.Choice}
					choices[known.id], order = known, append(order, known)
				}
				known.at = append(known.at, a.PurposeAt(i))
				known.purposes = append(known.purposes, u.Purpose)
			})
		}
		for _, x := range order {
			if apart := c.apart(x.purposes); len(apart) > 1 {
				c.Report(Hit{At: x.at[0], Key: x.id, Related: x.at[1:min(len(x.at), relatedShown)],
					Args: args("purposes", c.quoted(register.KindPurposes, apart))})
			}
		}
	},
}

// choice is a choice that is put to people, and the purposes that it covers.
type choice struct {
	id           string
	at, purposes []string
}

func asksChoice(a *register.Activity) bool {
	for i := range a.Purposes {
		if consent := a.Purposes[i].Consent; consent != nil && consent.Choice != "" {
			return true
		}
	}
	return false
}

// apart returns the purposes of which none is another or narrower.
func (c *Check) apart(purposes []string) []string {
	given := make(map[string]bool, len(purposes))
	var once []string
	for _, p := range purposes {
		if !given[p] {
			given[p], once = true, append(once, p)
		}
	}
	return slices.DeleteFunc(once, func(p string) bool { return c.underOneOf(p, given) })
}

// underOneOf reports whether a purpose is narrower than one of others.
func (c *Check) underOneOf(purpose string, others map[string]bool) bool {
	for seen := map[string]bool{purpose: true}; ; seen[purpose] = true {
		x := c.view.Purpose(purpose)
		if x == nil || x.Parent == "" || seen[x.Parent] {
			return false
		}
		if purpose = x.Parent; others[purpose] {
			return true
		}
	}
}
