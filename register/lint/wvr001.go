package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var wvr001 = &Rule{
	Code:  "WVR-001",
	Title: value.Text{"en": "Waiver that has expired", "nl": "Verlopen ontheffing"},
	Why: value.Text{
		"en": "A waiver accepts a gap until a day that somebody chose. After that day the decision has to be taken again, and what was accepted is told as before.",
		"nl": "Een ontheffing aanvaardt een leemte tot een dag die iemand heeft gekozen. Na die dag moet opnieuw worden beslist, en wordt de leemte weer gemeld.",
	},
	Articles: []string{"Art. 5(2) GDPR", "Art. 24(1) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Art30,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the waiver of {rule} for “{place}” expired on {until}",
			"nl": "de ontheffing van {rule} voor “{place}” is verlopen op {until}",
		},
		Mend: value.Text{
			"en": "take the waiver out, or decide anew and fill in on and until",
			"nl": "haal de ontheffing weg, of beslis opnieuw en vul on en until in",
		},
	}},
	Waiver: func(c *Check, w *Waiver) {
		if !w.Until.IsZero() && w.Until < c.on {
			c.Report(Hit{At: w.At, Key: waiverKey(w), Args: args("rule", w.Rule, "place", w.Waiver.At, "until", w.Until)})
		}
	},
}

// waiverKey tells waivers apart whatever their number in the list is.
func waiverKey(w *Waiver) string { return w.Rule + " " + w.Waiver.At }
