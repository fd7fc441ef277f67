package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var rgt005 = &Rule{
	Code:  "RGT-005",
	Title: value.Text{"en": "Answer that takes too long", "nl": "Antwoord dat te lang duurt"},
	Why: value.Text{
		"en": "Who uses a right gets an answer within a month. Only a complex request may take two months more, and the person is told so within the first month.",
		"nl": "Wie een recht gebruikt, krijgt binnen een maand antwoord. Alleen een ingewikkeld verzoek mag twee maanden langer duren, en dat hoort de betrokkene binnen de eerste maand.",
	},
	Articles: []string{"Art. 12(3) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the register does not show that requests for {right} are answered within a month: it gives {deadline} as the deadline",
			"nl": "het register laat niet zien dat verzoeken om {right} binnen een maand worden beantwoord: het noemt {deadline} als termijn",
		},
		Mend: value.Text{
			"en": "answer within a month and set deadline to P1M; describe longer time for complex requests under procedure",
			"nl": "antwoord binnen een maand en zet deadline op P1M; beschrijf langere tijd voor ingewikkelde verzoeken onder procedure",
		},
	}},
	Register: func(c *Check) {
		allowed := make(map[string]value.Period)
		for _, r := range law.Rights() {
			allowed[r.ID] = r.Deadline
		}
		january := value.MustDate("2026-01-01") // a month of 31 days: P31D is no more than a month
		for _, r := range c.view.Register().Rights {
			most := allowed[string(r.Right)]
			if r.Deadline == "" || most == "" || r.Deadline.After(january) <= most.After(january) {
				continue
			}
			c.Report(Hit{At: "rights/" + r.Key() + "/deadline", Args: args("right", rightNames[r.Right], "deadline", string(r.Deadline))})
		}
	},
}
