package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var trf007 = &Rule{
	Code:  "TRF-007",
	Title: value.Text{"en": "No fallback for the Data Privacy Framework", "nl": "Geen terugvaloptie voor het Data Privacy Framework"},
	Why: value.Text{
		"en": "Two decisions on transfers to the United States were annulled, from one day to the next, and the third is before the Court (C-703/25 P). Whoever has agreed on another tool beforehand can go on.",
		"nl": "Twee besluiten over doorgifte aan de Verenigde Staten zijn vernietigd, van de ene op de andere dag, en het derde ligt voor bij het Hof (C-703/25 P). Wie vooraf een ander instrument heeft afgesproken, kan verder.",
	},
	Articles: []string{"Art. 45 GDPR", "Art. 24 GDPR"},
	Source:   Guidance,
	Severity: diag.Info,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the transfer to “{party}” in {country} rests on the {framework} alone; the register does not show what takes over if it falls",
			"nl": "de doorgifte aan “{party}” in {country} berust alleen op het {framework}; het register laat niet zien wat ervoor in de plaats komt als het wegvalt",
		},
		Mend: value.Text{
			"en": "agree on another tool beforehand and name it in fallback, such as scc",
			"nl": "spreek vooraf een ander instrument af en noem het in fallback, zoals scc",
		},
	}},
	Register: func(c *Check) {
		c.eachTransfer(func(t *carried) {
			x := t.transfer
			decision, ok := law.Adequacy(t.country, t.on)
			if x.Tool != register.TransferToolAdequacy || !ok || !isListed(decision.Requires) || !c.decisionsApply(t.reached) {
				return
			}
			if x.Fallback == "" && !t.restsOnMore() {
				c.Report(t.hit(c, "", "framework", decision.Name))
			}
		})
	},
}

// restsOnMore reports whether another tool is stated beside a transfer for the
// same country.
func (t *carried) restsOnMore() bool {
	return slices.ContainsFunc(t.list, func(x register.Transfer) bool {
		return !isOne(x.Tool, "", register.TransferToolAdequacy) && (x.Country == t.country || x.Country == "") && t.on.Between(x.From, x.Until)
	})
}
