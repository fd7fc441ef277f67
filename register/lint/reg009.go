package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg009 = &Rule{
	Code:  "REG-009",
	Title: value.Text{"en": "No security measures", "nl": "Geen beveiligingsmaatregelen"},
	Why: value.Text{
		"en": "The record contains, where possible, a general description of the technical and organisational security measures, for controllers and processors alike.",
		"nl": "Het register bevat zo mogelijk een algemene beschrijving van de technische en organisatorische beveiligingsmaatregelen, voor verwerkingsverantwoordelijken en verwerkers.",
	},
	Articles: []string{"Art. 30(1)(g) GDPR", "Art. 30(2)(d) GDPR", "Art. 32(1) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show how the data of “{activity}” are secured", "nl": "het register laat niet zien hoe de gegevens van “{activity}” zijn beveiligd"},
			Mend: value.Text{"en": "list the measures under measures: of the activity, of allActivities or of organisation", "nl": "noem de maatregelen onder measures: bij de activiteit, bij allActivities of bij organisation"},
		},
		"several": {
			Says: value.Text{"en": "the register does not show how data are secured: it names no measures for {activities}, nor for the organisation as a whole", "nl": "het register laat niet zien hoe gegevens zijn beveiligd: het noemt geen maatregelen voor {activities} en ook niet voor de organisatie als geheel"},
			Mend: value.Text{"en": "list the measures that hold everywhere under measures of organisation, others under measures of each activity", "nl": "noem de maatregelen die overal gelden onder measures van organisation, andere onder measures van elke activiteit"},
		},
	},
	Register: func(c *Check) {
		r := c.View().Register()
		if r.Organisation != nil && r.Organisation.Measures != nil {
			return
		}
		bare := slices.DeleteFunc(c.running(true), c.saysHowSecured)
		if len(bare) > 1 && (r.AllActivities == nil || r.AllActivities.Measures == nil) {
			at := ""
			if r.Organisation != nil {
				at = "organisation"
			}
			c.Report(Hit{At: at, Variant: "several", Args: args("activities", c.quotedActivities(bare)), Related: addressesOf(bare)})
			return
		}
		for _, a := range bare {
			c.Report(Hit{At: "activities/" + a.ID, Args: args("activity", c.name(register.KindActivities, a.ID))})
		}
	},
}

// saysHowSecured reports whether measures are stated, or that there are none, for
// an activity, some of its data or a system in which they are kept.
func (p *pass) saysHowSecured(a *register.Activity) bool {
	if a.Measures != nil {
		return true
	}
	if all := p.view.Register().AllActivities; all != nil {
		for i := range all.Measures {
			if !slices.Contains(a.Except, all.Measures[i].Measure) {
				return true
			}
		}
	}
	secures := func(id string) bool {
		s := p.view.System(id)
		return s != nil && len(s.Measures) > 0
	}
	if slices.ContainsFunc(p.view.Systems(a), secures) {
		return true
	}
	return slices.ContainsFunc(a.Data, func(d register.DataUse) bool {
		return len(d.Measures) > 0 || slices.ContainsFunc(d.Systems, secures)
	})
}
