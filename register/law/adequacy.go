package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// AdequacyDecision is a time in which the Commission holds that a country or
// an international organisation ensures an adequate level of protection
// (Art. 45). A decision that was prolonged or renewed stands here once for each
// of its terms.
type AdequacyDecision struct {
	// Country is the country or territory; "" for an organisation.
	Country value.Country
	// Organisation is the international organisation, such as EPO; "" for a
	// country.
	Organisation string
	// Name is what the framework behind the decision is called; "" for none.
	Name string
	// Instrument is the decision with its number.
	Instrument string
	// Kind is a decision of the Commission, or an agreement of the Union that
	// had the same effect for a time.
	Kind AdequacyKind
	// Adopted is the day of the decision.
	Adopted value.Date
	// Term is the time in which transfers could rest on it: from the day of
	// adoption, on which decisions are notified, or from that which it names.
	Term
	// Ended says how a decision that is over ended; "" while it is in force.
	Ended AdequacyEnd
	// EndedBy is the judgment or act that ended it.
	EndedBy string
	// Requires is a word for the fact about the recipient that a register has to
	// show; "" where the decision covers every recipient.
	Requires AdequacyRequirement
	// Condition says the same for people. Nil: none.
	Condition value.Text
	// Scope is what is left out, or what alone is covered. Nil: everything.
	Scope value.Text
	// Note is what else bears on the decision. Nil: nothing.
	Note value.Text
	// Reviews are the reports of the Commission on how it works (Art. 45(3)).
	Reviews []Review
	Verified
}

// AdequacyKind says what kind of act an AdequacyDecision is.
type AdequacyKind string

// Kinds of acts.
const (
	AdequacyByDecision  AdequacyKind = "decision"
	AdequacyByAgreement AdequacyKind = "agreement"
)

// AdequacyEnd says how an AdequacyDecision ended.
type AdequacyEnd string

// Ends of decisions.
const (
	AdequacyAnnulled  AdequacyEnd = "annulled"  // declared invalid by the Court
	AdequacyReplaced  AdequacyEnd = "replaced"  // a decision took its place
	AdequacyProlonged AdequacyEnd = "prolonged" // its next term followed
	AdequacyLapsed    AdequacyEnd = "lapsed"    // the country joined the Union
)

// AdequacyRequirement is a fact about the recipient on which a decision
// depends.
type AdequacyRequirement string

// Requirements of decisions.
const (
	RequiresDPFListing    AdequacyRequirement = "dpf-listing"
	RequiresShieldListing AdequacyRequirement = "privacy-shield-listing"
	RequiresHarbour       AdequacyRequirement = "safe-harbour-listing"
	RequiresPIPEDA        AdequacyRequirement = "pipeda"
	RequiresAPPI          AdequacyRequirement = "appi"
	RequiresPIPA          AdequacyRequirement = "pipa"
	RequiresLGPD          AdequacyRequirement = "lgpd"
	RequiresAutomated     AdequacyRequirement = "automated-processing"
)

// Review is a report of the Commission on a decision.
type Review struct {
	On       value.Date
	Report   string
	Verified Verified
}

// AdequacyDecisions returns the whole history: by country, then organisations,
// each in the order of time.
func AdequacyDecisions() []AdequacyDecision { return cloned(adequacy) }

// Adequacy returns the decision for a country that is in force on a day,
// neither ended nor later, and whether there is one. Whether it covers a
// certain recipient, Requires and Scope say. A member of the EEA needs none.
func Adequacy(country value.Country, on value.Date) (AdequacyDecision, bool) {
	return adequacyWhere(func(d AdequacyDecision) bool {
		return country != "" && d.Country == country && d.InForce(on)
	})
}

// AdequacyOfOrganisation is Adequacy for an international organisation such as
// EPO.
func AdequacyOfOrganisation(organisation string, on value.Date) (AdequacyDecision, bool) {
	return adequacyWhere(func(d AdequacyDecision) bool {
		return organisation != "" && d.Organisation == organisation && d.InForce(on)
	})
}

func adequacyWhere(fits func(AdequacyDecision) bool) (AdequacyDecision, bool) {
	i := slices.IndexFunc(adequacy, fits)
	if i < 0 {
		return AdequacyDecision{}, false
	}
	return adequacy[i].copied(), true
}
