package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var dpi003 = &Rule{
	Code:  "DPI-003",
	Title: value.Text{"en": "Impact assessment that does not fit", "nl": "DPIA die niet past"},
	Why: value.Text{
		"en": "An assessment helps only while it fits what is done: its criteria, the risk as it is now, and what remains of it. Where a high risk remains, the authority must be consulted first.",
		"nl": "Een beoordeling helpt alleen zolang ze past bij wat er gebeurt: de criteria, het risico zoals het nu is, en wat ervan overblijft. Blijft een hoog risico over, dan moet eerst de toezichthouder worden geraadpleegd.",
	},
	Articles: []string{"Art. 35(1) GDPR", "Art. 35(11) GDPR", "Art. 36(1) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show that the authority was consulted on “{activity}”, though a high risk remains",
				"nl": "het register laat niet zien dat de toezichthouder over “{activity}” is geraadpleegd, al blijft een hoog risico over",
			},
			Mend: value.Text{
				"en": "lower the risk, or consult the authority and fill in consultation under dpia",
				"nl": "verklein het risico, of raadpleeg de toezichthouder en vul consultation in onder dpia",
			},
		},
		"criteria": {
			Says: value.Text{
				"en": "the criteria under dpia of “{activity}” do not show what the register says elsewhere: {criteria}",
				"nl": "de criteria onder dpia van “{activity}” laten niet zien wat het register elders zegt: {criteria}",
			},
			Mend: value.Text{
				"en": "add {words} to criteria, and look again whether an assessment is needed",
				"nl": "voeg {words} toe aan criteria, en ga opnieuw na of een beoordeling nodig is",
			},
		},
		"changed": {
			Says: value.Text{
				"en": "the register does not show that the impact assessment of “{activity}” ({done}) was looked at again since the risk changed ({changed})",
				"nl": "het register laat niet zien dat de gegevensbeschermingseffectbeoordeling van “{activity}” ({done}) opnieuw is bekeken sinds het risico veranderde ({changed})",
			},
			Mend: value.Text{
				"en": "assess the changed risk and fill in done",
				"nl": "beoordeel het veranderde risico en vul done in",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		d := a.DPIA
		if d == nil || !c.assesses(a) {
			return
		}
		if d.ResidualRisk == register.RiskLevelHigh && (d.Consultation.IsZero() || d.Consultation > c.on) {
			c.Report(Hit{At: a.At + "/dpia/residualRisk", Args: args("activity", c.activityName(a))})
		}
		if stated, any := ticked(d); any {
			if missing := c.unticked(a, stated); missing != 0 {
				c.Report(Hit{
					At: a.At + "/dpia/criteria", Variant: "criteria", Lighter: true,
					Args: args("activity", c.activityName(a), "criteria", enumerateAll(missing.says()), "words", enumerateAll(missing.words())),
				})
			}
		}
		if a.Risk != nil && !d.Done.IsZero() && d.Done < a.Risk.Changed && a.Risk.Changed <= c.on {
			c.Report(Hit{
				At: a.At + "/dpia/done", Variant: "changed", Lighter: true,
				Args: args("activity", c.activityName(a), "done", d.Done, "changed", a.Risk.Changed),
			})
		}
	},
}

// unticked returns the criteria that an activity meets and its assessment does
// not name. A reason why none is needed settles those that depend on how a
// purpose is meant, and the others as long as they are too few to ask for one.
func (c *Check) unticked(a *Activity, stated criteria) criteria {
	all, hard := c.derived(a)
	if len(a.DPIA.Reason) > 0 {
		if all = hard; (hard | stated).count() < law.DPIACriteriaMet {
			return 0
		}
	}
	return all &^ stated
}
