package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg004 = &Rule{
	Code:  "REG-004",
	Title: value.Text{"en": "No data subjects or no data", "nl": "Geen betrokkenen of geen gegevens"},
	Why: value.Text{
		"en": "The record of a controller describes the categories of data subjects and of personal data. Everything else in it is about these.",
		"nl": "Het register van een verwerkingsverantwoordelijke beschrijft de categorieën van betrokkenen en van persoonsgegevens. Al het andere gaat daarover.",
	},
	Articles: []string{"Art. 30(1)(c) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"subjects": {
			Says: value.Text{"en": "the register does not show whose data are processed in “{activity}”", "nl": "het register laat niet zien van wie in “{activity}” gegevens worden verwerkt"},
			Mend: value.Text{"en": "list the categories of data subjects under subjects", "nl": "noem de categorieën van betrokkenen onder subjects"},
		},
		"data": {
			Says: value.Text{"en": "the register does not show which personal data are processed in “{activity}”", "nl": "het register laat niet zien welke persoonsgegevens in “{activity}” worden verwerkt"},
			Mend: value.Text{"en": "list the categories of personal data under data", "nl": "noem de categorieën van persoonsgegevens onder data"},
		},
	},
	// Art. 30(2) does not ask it of a processor.
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() || a.Ended {
			return
		}
		if len(a.Subjects) == 0 && !a.namesSubjects() {
			c.Report(Hit{At: a.At, Variant: "subjects", Key: "subjects", Args: args("activity", c.activityName(a))})
		}
		if len(a.Data) == 0 {
			c.Report(Hit{At: a.At, Variant: "data", Key: "data", Args: args("activity", c.activityName(a))})
		}
	},
}

// namesSubjects reports whether the data or the purposes of an activity say whom
// they concern, where the activity itself does not.
func (a *Activity) namesSubjects() bool {
	for i := range a.Data {
		if len(a.Data[i].Subjects) > 0 {
			return true
		}
	}
	for i := range a.Purposes {
		if len(a.Purposes[i].Subjects) > 0 {
			return true
		}
	}
	return false
}
