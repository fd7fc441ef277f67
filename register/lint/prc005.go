package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var prc005 = &Rule{
	Code:  "PRC-005",
	Title: value.Text{"en": "Disclosure of data that are not held", "nl": "Verstrekking van gegevens die er niet zijn"},
	Why: value.Text{
		"en": "What is disclosed must be among the data of the activity. Otherwise the record leaves out either data or their purpose, or somebody gets more than was meant.",
		"nl": "Wat wordt verstrekt, moet bij de gegevens van de activiteit staan. Anders ontbreken in het register gegevens of hun doel, of krijgt iemand meer dan de bedoeling is.",
	},
	Articles: []string{"Art. 30(1)(c) GDPR", "Art. 30(1)(d) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the register shows that “{activity}” discloses {data} to “{party}”, but not that it holds such data",
			"nl": "volgens het register ontvangt “{party}” {data} uit “{activity}”, maar het laat niet zien dat de activiteit zulke gegevens heeft",
		},
		Mend: value.Text{
			"en": "add them under data of the activity, or take them out of the disclosure",
			"nl": "zet ze onder data van de activiteit, of haal ze uit de verstrekking",
		},
	}},
	Activity: func(c *Check, a *Activity) {
		if a.Ended || len(a.Data) == 0 {
			return // nothing is said of the data: REG-004
		}
		for i := range a.Flows {
			f := &a.Flows[i]
			if f.Shared {
				continue // of what each activity holds of it
			}
			var missing []string
			for _, id := range f.Data {
				if !c.hasData(a, id) {
					missing = append(missing, id)
				}
			}
			if len(missing) > 0 {
				c.Report(Hit{At: f.At + "/data", Args: args("activity", c.activityName(a), "data", quotedKinds(c, register.KindDataCategories, missing), "party", c.party(f.To))})
			}
		}
	},
}

// hasData reports whether an activity holds data of a category, wider and narrower
// ones included.
func (c *Check) hasData(a *Activity, id string) bool {
	if id == allData {
		return true
	}
	for i := range a.Data {
		if a.Data[i].Category == id {
			return true
		}
	}
	for i := range a.Data {
		if c.terms.overlapAny(register.KindDataCategories, []string{id}, []string{a.Data[i].Category}) {
			return true
		}
	}
	return false
}

// quotedKinds lists entities of a kind, each in quotation marks.
func quotedKinds(c *Check, k register.Kind, ids []string) value.Text {
	var all []value.Text
	for _, id := range ids {
		all = append(all, quoted(c.name(k, id)))
	}
	return enumerate(all)
}
