package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var ret002 = &Rule{
	Code:  "RET-002",
	Title: value.Text{"en": "Period without a start", "nl": "Termijn zonder begin"},
	Why: value.Text{
		"en": "A period says nothing as long as nobody knows from when it runs: from the order, from the end of the financial year, from the last login.",
		"nl": "Een termijn zegt niets zolang niemand weet vanaf wanneer hij loopt: vanaf de bestelling, vanaf het einde van het boekjaar, vanaf de laatste keer inloggen.",
	},
	Articles: []string{"Art. 5(1)(e) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show from when the period of “{rule}” runs ({period})",
				"nl": "het register laat niet zien vanaf wanneer de termijn van “{rule}” loopt ({period})",
			},
			Mend: value.Text{
				"en": "name the event under startsAt, such as financial-year-end or contract-end",
				"nl": "noem de gebeurtenis onder startsAt, zoals financial-year-end of contract-end",
			},
		},
		"several": {
			Says: value.Text{
				"en": "the register does not show which of several events starts the period of “{rule}” ({period})",
				"nl": "het register laat niet zien welke van de gebeurtenissen de termijn van “{rule}” laat beginnen ({period})",
			},
			Mend: value.Text{
				"en": "say first or last under whichever",
				"nl": "zeg first of last onder whichever",
			},
		},
	},
	Register: func(c *Check) {
		for _, r := range c.keeping().inUse() {
			// A criterion beside the period says in words what decides. Data that are not
			// kept at all need no start.
			if r.Period == "" || r.length == length("P0D") || len(r.Criterion) > 0 {
				continue
			}
			hit := Hit{At: r.at(), Args: args("rule", c.name(register.KindRetentionRules, r.ID), "period", periodName(r.Period))}
			switch {
			case len(r.StartsAt) > 1 && r.Whichever == "":
				hit.Variant, hit.Lighter, hit.At = "several", true, r.at()+"/startsAt"
			case len(r.StartsAt) > 0:
				continue
			}
			c.Report(hit)
		}
	},
}
