package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// noConsent is what is known of a consent of which nothing is said.
var noConsent = new(register.Consent)

// eachConsent visits the purposes of an activity that rest on consent: as their
// basis, or as the condition for special categories of data (Art. 9(2)(a)). A
// processor asks for none of its own, and law enforcement knows none.
func (c *Check) eachConsent(a *Activity, visit func(i int, u *register.PurposeUse, consent *register.Consent)) {
	if !needsBasis(a) {
		return
	}
	for i := range a.Purposes {
		u := &a.Purposes[i]
		if !onConsent(u) || c.regulation(a) == register.RegulationLed {
			continue
		}
		consent := u.Consent
		if consent == nil {
			consent = noConsent
		}
		visit(i, u, consent)
	}
}

func onConsent(u *register.PurposeUse) bool {
	return slices.Contains(u.Basis, register.BasisConsent) || slices.Contains(u.Article9, register.Article9ExplicitConsent)
}
