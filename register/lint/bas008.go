package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var bas008 = &Rule{
	Code:  "BAS-008",
	Title: value.Text{"en": "Legitimate interest in a public task", "nl": "Gerechtvaardigd belang bij een publieke taak"},
	Why: value.Text{
		"en": "A public authority cannot rely on a legitimate interest for its tasks: the law says what these are and what data they need. For other things, such as guarding its building, it can.",
		"nl": "Een overheidsinstantie kan zich bij haar taken niet op een gerechtvaardigd belang beroepen: de wet zegt wat die taken zijn en welke gegevens daarbij horen. Bij andere zaken, zoals de bewaking van haar gebouw, kan dat wel.",
	},
	Articles: []string{"Art. 6(1) GDPR, second subparagraph"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show a basis that a public body can use for {purposes} in “{activity}”: this is part of its task, and the basis is a legitimate interest", "nl": "het register laat geen grondslag zien die een overheidsinstantie kan gebruiken voor {purposes} bij “{activity}”: dit hoort bij haar taak, en de grondslag is een gerechtvaardigd belang"},
			Mend: value.Text{"en": "choose public-task or legal-obligation as basis and name the law", "nl": "kies public-task of legal-obligation als basis en noem de wet onder law"},
		},
		"unsaid": {
			Says: value.Text{"en": "the register does not show whether the task of this public body includes {purposes} in “{activity}”; only where it does not can a legitimate interest be the basis", "nl": "het register laat niet zien of de taak van deze overheidsinstantie ook {purposes} bij “{activity}” omvat; alleen als dat niet zo is, kan een gerechtvaardigd belang de grondslag zijn"},
			Mend: value.Text{"en": "fill in publicTask for the purpose", "nl": "vul publicTask in bij het doel"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		organisation := c.view.Register().Organisation
		if organisation == nil || organisation.PublicBody != register.Yes || !needsBasis(a) || len(a.Controllers) > 0 {
			return
		}
		var task, unsaid []int
		for i := range a.Purposes {
			u := &a.Purposes[i]
			// The second subparagraph of Art. 6(1) of the UK GDPR names the recognised ones too.
			if !restsOn(u, register.BasisLegitimateInterests, register.BasisRecognisedLegitimateInterests) ||
				u.PublicTask == register.No || !c.underGDPR(a) {
				continue
			}
			if u.PublicTask == register.Yes || c.terms.within(register.KindPurposes, u.Purpose, "public-task") {
				task = append(task, i)
			} else {
				unsaid = append(unsaid, i)
			}
		}
		c.reportPurposes(a, task, Hit{})
		c.reportPurposes(a, unsaid, Hit{Variant: "unsaid", Info: true})
	},
}
