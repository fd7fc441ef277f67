package lint

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var trf002 = &Rule{
	Code:  "TRF-002",
	Title: value.Text{"en": "Adequacy decision not in force", "nl": "Adequaatheidsbesluit niet van kracht"},
	Why: value.Text{
		"en": "A transfer can rest on an adequacy decision only while the decision is in force. Decisions end, as Safe Harbour and the Privacy Shield did.",
		"nl": "Doorgifte kan alleen op een adequaatheidsbesluit berusten zolang het besluit van kracht is. Besluiten eindigen, zoals Safe Harbour en het Privacy Shield.",
	},
	Articles: []string{"Art. 45 GDPR", "Art. 46 GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the transfer to “{party}” in {country} is said to rest on an adequacy decision; there is none for that country on {day}",
				"nl": "de doorgifte aan “{party}” in {country} zou op een adequaatheidsbesluit berusten; op {day} is er voor dat land geen",
			},
			Mend: noDecision,
		},
		"ended": {
			Says: value.Text{
				"en": "the transfer to “{party}” in {country} is said to rest on the adequacy decision {decision}, which applied until {until}; the register does not show what took its place",
				"nl": "de doorgifte aan “{party}” in {country} zou berusten op het adequaatheidsbesluit {decision}, dat gold tot en met {until}; het register laat niet zien wat ervoor in de plaats kwam",
			},
			Mend: noDecision,
		},
	},
	Register: func(c *Check) { c.eachTransfer(c.adequacyInForce) },
}

var noDecision = value.Text{
	"en": "name another tool, such as scc with a transfer impact assessment (tia), or end the transfer",
	"nl": "noem een ander instrument (tool), zoals scc met een beoordeling van de doorgifte (tia), of beëindig de doorgifte",
}

func (c *Check) adequacyInForce(t *carried) {
	if t.transfer.Tool != register.TransferToolAdequacy || !c.decisionsApply(t.reached) {
		return
	}
	decision, holds := law.Adequacy(t.country, t.on)
	switch named, ok := namedDecision(t.transfer.Certification); {
	case ok && named.Country == t.country && !named.InForce(t.on):
		decision = named
	case holds:
		return
	default:
		decision = lastDecision(t.country, t.on)
	}
	if decision.Instrument == "" || decision.Until.IsZero() || decision.Until >= t.on {
		c.Report(t.hit(c, "", "day", t.on))
		return
	}
	name := decision.Instrument
	if decision.Name != "" {
		name = decision.Name + ", " + name
	}
	c.Report(t.hit(c, "ended", "decision", name, "until", decision.Until))
}

// schemes are words by which a certification under a framework is known.
var schemes = map[string]law.AdequacyRequirement{
	"dpf": law.RequiresDPFListing, "dataprivacyframework": law.RequiresDPFListing,
	"shield":  law.RequiresShieldListing,
	"harbour": law.RequiresHarbour, "harbor": law.RequiresHarbour,
}

// namedDecision returns the decision whose framework a certification names.
func namedDecision(x *register.TransferCertification) (law.AdequacyDecision, bool) {
	if x == nil {
		return law.AdequacyDecision{}, false
	}
	scheme := strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(x.Scheme))
	for word, requires := range schemes {
		if strings.Contains(scheme, word) {
			all := law.AdequacyDecisions()
			i := slices.IndexFunc(all, func(d law.AdequacyDecision) bool { return d.Requires == requires })
			return all[i], true
		}
	}
	return law.AdequacyDecision{}, false
}

// lastDecision returns the decision for a country that ended last before a day.
func lastDecision(country value.Country, on value.Date) (last law.AdequacyDecision) {
	for _, d := range law.AdequacyDecisions() {
		if d.Country == country && !d.Until.IsZero() && d.Until < on && d.Until > last.Until {
			last = d
		}
	}
	return last
}
