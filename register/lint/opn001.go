package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var opn001 = &Rule{
	Code:  "OPN-001",
	Title: value.Text{"en": "Open question", "nl": "Openstaande vraag"},
	Why: value.Text{
		"en": "Whoever keeps the record must be able to account for it. A question that is still open is a place where it cannot.",
		"nl": "Wie het register bijhoudt, moet er verantwoording over kunnen afleggen. Een vraag die nog openstaat, is een plaats waar dat niet kan.",
	},
	Articles: []string{"Art. 5(2) GDPR"},
	Source:   Guidance,
	Severity: diag.Info,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{"en": "a question about {entry} is still open: {question}", "nl": "een vraag over {entry} staat nog open: {question}"},
		Mend: value.Text{"en": "fill in the answer where it belongs and delete open", "nl": "vul het antwoord in waar het hoort en verwijder open"},
	}},
	Activity: func(c *Check, a *Activity) { c.tellOpen(c.sightsOf(a)) },
	Register: func(c *Check) { c.tellOpen(c.elsewhere()) },
}

func (c *Check) tellOpen(s *sights) {
	for i := range s.open {
		x := &s.open[i]
		c.Report(Hit{At: x.at, Args: args("entry", c.entry(x), "question", x.remarks.Open), Related: x.same})
	}
}
