package lint

import (
	"cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var bas005 = &Rule{
	Code:  "BAS-005",
	Title: value.Text{"en": "No balancing test that holds", "nl": "Geen belangenafweging die stand houdt"},
	Why: value.Text{
		"en": "A legitimate interest is a basis only where the interests of the data subjects do not outweigh it. The controller must be able to show that it weighed them, and weigh again when the processing changes.",
		"nl": "Een gerechtvaardigd belang is alleen een grondslag als de belangen van de betrokkenen niet zwaarder wegen. De verwerkingsverantwoordelijke moet die afweging kunnen laten zien, en haar overdoen als de verwerking verandert.",
	},
	Articles: []string{"Art. 6(1)(f) GDPR", "Art. 5(2) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show a balancing test for the legitimate interest behind {purposes} in “{activity}”", "nl": "het register laat geen belangenafweging zien voor het gerechtvaardigd belang achter {purposes} bij “{activity}”"},
			Mend: value.Text{"en": "weigh the interest against those of the data subjects, and fill in lia with document, outcome and date", "nl": "weeg het belang af tegen dat van de betrokkenen, en vul lia in met document, outcome en date"},
		},
		"outcome": {
			Says: value.Text{"en": "the register does not show whose interests prevail in the balancing test for {purposes} in “{activity}”", "nl": "het register laat niet zien wiens belangen zwaarder wegen in de belangenafweging voor {purposes} bij “{activity}”"},
			Mend: value.Text{"en": "fill in outcome under lia", "nl": "vul outcome in onder lia"},
		},
		"fail": {
			Says: value.Text{"en": "the register does not show a basis that holds for {purposes} in “{activity}”: in the balancing test the interests of the data subjects prevail", "nl": "het register laat geen grondslag zien die stand houdt voor {purposes} bij “{activity}”: in de belangenafweging wegen de belangen van de betrokkenen zwaarder"},
			Mend: value.Text{"en": "stop, choose another basis, or change the processing and weigh again; then change basis or lia", "nl": "stop, kies een andere grondslag, of verander de verwerking en weeg opnieuw af; wijzig daarna basis of lia"},
		},
		"older": {
			Says: value.Text{"en": "the register does not show a balancing test for {purposes} in “{activity}” from after the last change, on {changed}: the test is of {test}", "nl": "het register laat geen belangenafweging zien voor {purposes} bij “{activity}” van na de laatste wijziging, op {changed}: de afweging is van {test}"},
			Mend: value.Text{"en": "weigh again and change date under lia", "nl": "weeg opnieuw af en wijzig date onder lia"},
		},
		"expired": {
			Says: value.Text{"en": "the register does not show that the balancing test for {purposes} in “{activity}” was renewed, as it had to be by {expires}", "nl": "het register laat niet zien dat de belangenafweging voor {purposes} bij “{activity}” is vernieuwd, wat uiterlijk {expires} moest"},
			Mend: value.Text{"en": "weigh again and change the document under lia, or its expires", "nl": "weeg opnieuw af en wijzig het document onder lia, of expires daarvan"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) {
			return
		}
		for i := range a.Purposes {
			u := &a.Purposes[i]
			if !restsOn(u, register.BasisLegitimateInterests) || !c.underGDPR(a) {
				continue
			}
			if h, found := c.weigh(u); found {
				if same := a.entryOf(i); same != nil {
					c.reportPurposes(a, same, h)
				}
			}
		}
	},
}

// weigh tells what is missing in the balancing test of a purpose on the day.
func (c *Check) weigh(u *register.PurposeUse) (h Hit, found bool) {
	test := u.LIA
	if test == nil || test.Document == "" && test.Outcome == "" && len(test.Summary) == 0 {
		return Hit{}, true
	}
	done, expires := test.Date, value.Date(0)
	at := ""
	if d := c.view.Document(test.Document); d != nil {
		done, expires, at = cmp.Or(done, d.Date), d.Expires, "documents/"+d.ID
	}
	switch {
	case done > c.on: // still to be done
		return Hit{}, true
	case test.Outcome == register.AssessmentOutcomeFail:
		return Hit{Variant: "fail"}, true
	case test.Outcome == "" && len(test.Summary) == 0:
		return Hit{Variant: "outcome"}, true
	case !done.IsZero() && done < u.Changed && u.Changed <= c.on:
		return Hit{Variant: "older", Args: args("test", done, "changed", u.Changed)}, true
	case !expires.IsZero() && expires < c.on:
		return Hit{Variant: "expired", Args: args("expires", expires), Related: []string{at}}, true
	}
	return Hit{}, false
}
