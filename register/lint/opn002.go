package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var opn002 = &Rule{
	Code:  "OPN-002",
	Title: value.Text{"en": "Statement that is not certain", "nl": "Uitspraak die niet zeker is"},
	Why: value.Text{
		"en": "Whoever keeps the record must be able to account for it. What is only inferred or assumed has to be checked first; until then every answer that rests on it is marked.",
		"nl": "Wie het register bijhoudt, moet er verantwoording over kunnen afleggen. Wat alleen is afgeleid of aangenomen, moet eerst worden nagegaan; tot die tijd wordt elk antwoord dat erop rust gemarkeerd.",
	},
	Articles: []string{"Art. 5(2) GDPR"},
	Source:   Guidance,
	Severity: diag.Info,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"inferred": {
			Says: value.Text{"en": "what the register says of {entry} is only inferred, nobody has confirmed it", "nl": "wat het register over {entry} zegt, is alleen afgeleid; niemand heeft het bevestigd"},
			Mend: value.Text{"en": "check it, correct it where needed, and delete certainty", "nl": "ga het na, verbeter het zo nodig, en verwijder certainty"},
		},
		"assumed": {
			Says: value.Text{"en": "what the register says of {entry} is an assumption, still to be checked", "nl": "wat het register over {entry} zegt, is een aanname die nog moet worden nagegaan"},
			Mend: value.Text{"en": "check it, correct it where needed, and delete certainty", "nl": "ga het na, verbeter het zo nodig, en verwijder certainty"},
		},
		"inferred fields": {
			Says: value.Text{"en": "what the register says of {entry} under {fields} is only inferred, nobody has confirmed it", "nl": "wat het register over {entry} zegt onder {fields}, is alleen afgeleid; niemand heeft het bevestigd"},
			Mend: value.Text{"en": "check it, correct it where needed, and delete certainty and certaintyOf", "nl": "ga het na, verbeter het zo nodig, en verwijder certainty en certaintyOf"},
		},
		"assumed fields": {
			Says: value.Text{"en": "what the register says of {entry} under {fields} is an assumption, still to be checked", "nl": "wat het register over {entry} zegt onder {fields}, is een aanname die nog moet worden nagegaan"},
			Mend: value.Text{"en": "check it, correct it where needed, and delete certainty and certaintyOf", "nl": "ga het na, verbeter het zo nodig, en verwijder certainty en certaintyOf"},
		},
	},
	Activity: func(c *Check, a *Activity) { c.tellUnsure(c.sightsOf(a)) },
	Register: func(c *Check) { c.tellUnsure(c.elsewhere()) },
}

func (c *Check) tellUnsure(s *sights) {
	for i := range s.unsure {
		x := &s.unsure[i]
		h := Hit{At: x.at, Variant: string(x.remarks.Certainty), Args: args("entry", c.entry(x)), Related: x.same}
		if of := x.remarks.CertaintyOf; len(of) > 0 {
			h.Variant += " fields"
			fields := make([]register.Text, len(of))
			for i, f := range of {
				fields[i] = quoted(plain(f))
			}
			h.Args["fields"] = enumerate(fields)
		}
		c.Report(h)
	}
}
