package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var con001 = &Rule{
	Code:  "CON-001",
	Title: value.Text{"en": "Consent hard to withdraw", "nl": "Toestemming lastig in te trekken"},
	Why: value.Text{
		"en": "People may withdraw their consent at any time, and that must be as easy as giving it: the same way, no more steps.",
		"nl": "De betrokkene kan toestemming altijd intrekken, en dat moet even eenvoudig zijn als het geven ervan: langs dezelfde weg, in niet meer stappen.",
	},
	Articles: []string{"Art. 7(3) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show how people withdraw their consent to {purposes} in “{activity}”", "nl": "het register laat niet zien hoe betrokkenen hun toestemming voor {purposes} bij “{activity}” intrekken"},
			Mend: value.Text{"en": "say how under withdrawal of consent, or add an entry under rights with right: withdraw-consent and channels", "nl": "zeg onder withdrawal van consent hoe dat gaat, of voeg onder rights een regel toe met right: withdraw-consent en channels"},
		},
		"harder": {
			Says: value.Text{"en": "the register does not show that withdrawing consent to {purposes} in “{activity}” is as easy as giving it: that takes {give}, withdrawing takes {withdraw}", "nl": "het register laat niet zien dat toestemming voor {purposes} bij “{activity}” intrekken even eenvoudig is als geven: geven kost {give}, intrekken {withdraw}"},
			Mend: value.Text{"en": "let people withdraw in the way in which they consent, and change stepsToWithdraw", "nl": "laat betrokkenen intrekken op de manier waarop zij toestemmen, en wijzig stepsToWithdraw"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		var missing []int
		c.eachConsent(a, func(i int, u *register.PurposeUse, consent *register.Consent) {
			if give, withdraw := consent.StepsToGive, consent.StepsToWithdraw; give != nil && withdraw != nil && *withdraw > *give {
				if same := a.entryOf(i); same != nil {
					c.reportPurposes(a, same, Hit{Variant: "harder", Args: args("give", steps(*give), "withdraw", steps(*withdraw))})
				}
			} else if len(consent.Withdrawal) == 0 && !c.canUse(register.RightKindWithdrawConsent, a, u.Purpose, false) {
				missing = append(missing, i)
			}
		})
		c.reportPurposes(a, missing, Hit{})
	},
}

func steps(n int) value.Text {
	if n == 1 {
		return value.Text{"en": "1 step", "nl": "1 stap"}
	}
	return value.Text{"en": itoa(n) + " steps", "nl": itoa(n) + " stappen"}
}
