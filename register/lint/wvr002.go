package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var wvr002 = &Rule{
	Code:  "WVR-002",
	Title: value.Text{"en": "Waiver that nothing needs", "nl": "Ontheffing die nergens voor nodig is"},
	Why: value.Text{
		"en": "A waiver of something that is not found is either a leftover or stands at the wrong place. Left alone, it would hide a gap that comes up later.",
		"nl": "Een ontheffing van iets dat niet wordt gevonden, is overgebleven of staat op de verkeerde plaats. Blijft ze staan, dan verbergt ze een leemte die later ontstaat.",
	},
	Articles: []string{"Art. 5(2) GDPR", "Art. 24(1) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Art30,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the waiver of {rule} accepts nothing: the rule finds nothing at “{place}”",
			"nl": "de ontheffing van {rule} aanvaardt niets: de regel vindt niets bij “{place}”",
		},
		Mend: value.Text{
			"en": "take the waiver out, or put right the place under at",
			"nl": "haal de ontheffing weg, of verbeter de plaats onder at",
		},
	}},
	// Whether a rule finds anything shows only where it was applied.
	Waiver: func(c *Check, w *Waiver) {
		if w.InForce && !w.Used && c.applies(diag.Code(w.Rule)) {
			c.Report(Hit{At: w.At, Key: waiverKey(w), Args: args("rule", w.Rule, "place", w.Waiver.At)})
		}
	},
}
