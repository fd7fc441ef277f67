package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg002 = &Rule{
	Code:  "REG-002",
	Title: value.Text{"en": "No purpose", "nl": "Geen doel"},
	Why: value.Text{
		"en": "The record of a controller contains the purposes of the processing. Without a purpose nobody can tell whether the data are needed, or for how long.",
		"nl": "Het register van een verwerkingsverantwoordelijke bevat de verwerkingsdoeleinden. Zonder doel is niet na te gaan of de gegevens nodig zijn, en hoe lang.",
	},
	Articles: []string{"Art. 30(1)(b) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{"en": "the register does not show for which purpose “{activity}” is carried out", "nl": "het register laat niet zien voor welk doel “{activity}” wordt uitgevoerd"},
		Mend: value.Text{"en": "add an entry under purposes", "nl": "voeg een regel toe onder purposes"},
	}},
	Activity: func(c *Check, a *Activity) {
		if !a.IsProcessor() && !a.Ended && len(a.Purposes) == 0 {
			c.Report(Hit{At: a.At, Args: args("activity", c.activityName(a))})
		}
	},
}
