package lint

import (
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg008 = &Rule{
	Code:  "REG-008",
	Title: value.Text{"en": "No time limit for erasure", "nl": "Geen bewaartermijn"},
	Why: value.Text{
		"en": "The record of a controller gives, where possible, the time limits for erasure of the different categories of data. Where no period can be given, the criterion that decides can.",
		"nl": "Het register van een verwerkingsverantwoordelijke noemt zo mogelijk de termijnen waarbinnen de verschillende categorieën van gegevens moeten worden gewist. Kan er geen termijn worden genoemd, dan wel het criterium dat beslist.",
	},
	Articles: []string{"Art. 30(1)(f) GDPR", "Art. 5(1)(e) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show how long these data of “{activity}” are kept: {data}", "nl": "het register laat niet zien hoe lang deze gegevens van “{activity}” worden bewaard: {data}"},
			Mend: value.Text{"en": "refer under retention, of the activity or of these data, to a retention rule with a period or a criterion", "nl": "verwijs onder retention, bij de activiteit of bij deze gegevens, naar een bewaarregel met een termijn of een criterium"},
		},
		"policy": {
			Says: value.Text{"en": "the register does not show itself how long these data of “{activity}” are kept: {data}; it only refers to “{policy}”", "nl": "het register laat zelf niet zien hoe lang deze gegevens van “{activity}” worden bewaard: {data}; het verwijst alleen naar “{policy}”"},
			Mend: value.Text{"en": "take the time limits of the policy over into retention rules, and refer to them under retention", "nl": "neem de termijnen uit het beleid over in bewaarregels en verwijs daarnaar onder retention"},
		},
	},
	// Art. 30(2) does not ask it of a processor. What ended is the matter of GOV-004.
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() || a.Ended || len(a.Retention) > 0 {
			return
		}
		var kept []string
		var places []int
		for i := range a.Data {
			if len(a.Kept(&a.Data[i])) == 0 {
				kept, places = append(kept, a.Data[i].Category), append(places, i)
			}
		}
		if len(kept) == 0 {
			return
		}
		at := a.At
		if len(places) == 1 && len(a.Data) > 1 {
			at = a.DataAt(places[0])
		}
		h := Hit{
			// The key holds the data, so that it is a new finding when others come to it.
			At: at, Key: strings.Join(kept, " "),
			Args: args("activity", c.activityName(a), "data", c.names(register.KindDataCategories, distinct(kept))),
		}
		if p := a.RetentionPolicy; p != nil && p.Document != "" {
			h.Variant, h.Lighter = "policy", true
			h.Args["policy"] = c.name(register.KindDocuments, p.Document)
		}
		c.Report(h)
	},
}

// distinct returns the strings of a list, each once.
func distinct(list []string) []string {
	seen := make(map[string]bool, len(list))
	var all []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	return all
}
