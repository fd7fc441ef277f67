package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var spc001 = &Rule{
	Code:  "SPC-001",
	Title: value.Text{"en": "No condition for special categories of data", "nl": "Geen uitzondering voor bijzondere persoonsgegevens"},
	Why: value.Text{
		"en": "Data on health, religion, ethnic origin and the like may not be processed, unless a condition of Article 9(2) lifts the ban. The condition comes on top of the legal basis and belongs to each purpose.",
		"nl": "Gegevens over gezondheid, godsdienst, etnische afkomst en dergelijke mogen niet worden verwerkt, tenzij een uitzondering van artikel 9, lid 2, geldt. Die komt naast de rechtsgrond en hoort bij elk doel.",
	},
	Articles: []string{"Art. 9(1), 9(2) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the register does not show which condition allows {data} to be used for {purpose} in “{activity}”: special categories of data",
			"nl": "het register laat niet zien welke uitzondering toestaat dat de gegevens {data} voor {purpose} worden gebruikt in “{activity}”: bijzondere categorieën van persoonsgegevens",
		},
		Mend: value.Text{
			"en": "name the condition of Art. 9(2) under art9 of the purpose; where the purpose does not need these data, list the purposes that do under purposes of the data",
			"nl": "vul onder art9 bij het doel in welke uitzondering van art. 9 lid 2 geldt; heeft dit doel de gegevens niet nodig, noem dan onder purposes bij de gegevens de doelen die ze wel nodig hebben",
		},
	}},
	Activity: func(c *Check, a *Activity) {
		if !c.gdprControls(a) || !c.bearsAny(a, special) {
			return
		}
		var without []int
		for i := range a.Purposes {
			if len(a.Purposes[i].Article9) > 0 {
				continue
			}
			if at, _ := c.markedFor(a, []int{i}, special); len(at) > 0 {
				without = append(without, i)
			}
		}
		for _, g := range a.alike(without) {
			at, categories := c.markedFor(a, g, special)
			c.Report(Hit{
				At: a.PurposeAt(g[0]), Related: at,
				Args: args("data", c.quoted(register.KindDataCategories, categories),
					"purpose", c.quoted(register.KindPurposes, a.purposeIDs(g)), "activity", c.activityName(a)),
			})
		}
	},
}
