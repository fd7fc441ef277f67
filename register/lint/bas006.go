package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var bas006 = &Rule{
	Code:  "BAS-006",
	Title: value.Text{"en": "No way to object", "nl": "Geen manier om bezwaar te maken"},
	Why: value.Text{
		"en": "Against processing for a public task or a legitimate interest people may object, and against direct marketing always: then it ends without any weighing. They must be told how.",
		"nl": "Tegen verwerking voor een taak van algemeen belang of een gerechtvaardigd belang kan de betrokkene bezwaar maken, en tegen direct marketing altijd: dan houdt die op, zonder afweging. De betrokkene moet weten hoe.",
	},
	Articles: []string{"Art. 21 GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show how people can object to {purposes}", "nl": "het register laat niet zien hoe betrokkenen bezwaar kunnen maken tegen {purposes}"},
			Mend: value.Text{"en": "add an entry under rights with right: objection and channels", "nl": "voeg onder rights een regel toe met right: objection en channels"},
		},
		"marketing": {
			Says: value.Text{"en": "the register does not show how people can end direct marketing ({purposes}) without their objection being weighed", "nl": "het register laat niet zien hoe betrokkenen direct marketing ({purposes}) kunnen beëindigen zonder dat hun bezwaar wordt afgewogen"},
			Mend: value.Text{"en": "add an entry under rights with right: objection, these purposes, channels and unconditional: true", "nl": "voeg onder rights een regel toe met right: objection, deze purposes, channels en unconditional: true"},
		},
		"here": {
			Says: value.Text{"en": "the register does not show how people can object to {purposes} in “{activity}”; the ways under rights are for something else", "nl": "het register laat niet zien hoe betrokkenen bezwaar kunnen maken tegen {purposes} bij “{activity}”; de kanalen onder rights gelden voor iets anders"},
			Mend: value.Text{"en": "let the entry with right: objection cover this purpose and this activity, or add one", "nl": "laat de regel met right: objection ook voor dit doel en deze activiteit gelden, of voeg er een toe"},
		},
		"marketing-here": {
			Says: value.Text{"en": "the register does not show how people can end {purposes} in “{activity}” without their objection being weighed; the ways under rights are for something else", "nl": "het register laat niet zien hoe betrokkenen {purposes} bij “{activity}” kunnen beëindigen zonder dat hun bezwaar wordt afgewogen; de kanalen onder rights gelden voor iets anders"},
			Mend: value.Text{"en": "let the entry with right: objection and unconditional: true cover this purpose and this activity, or add one", "nl": "laat de regel met right: objection en unconditional: true ook voor dit doel en deze activiteit gelden, of voeg er een toe"},
		},
	},
	Register: func(c *Check) {
		at, anyShown := c.rightAt(register.RightKindObjection, false)
		_, firmShown := c.rightAt(register.RightKindObjection, true)
		if firmShown {
			return
		}
		var all [absolute + 1]objections
		for _, x := range c.view.Activities() {
			c.collectObjections(x, &all)
		}
		if !anyShown {
			c.tellObjections("", at, &all[weighed])
		}
		c.tellObjections("marketing", at, &all[absolute])
	},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) {
			return
		}
		var against [absolute + 1][]int
		for i := range a.Purposes {
			u := &a.Purposes[i]
			kind := c.objectionTo(a, u)
			if kind == noObjection || c.canUse(register.RightKindObjection, a, u.Purpose, kind == absolute) {
				continue
			}
			// Where nothing under rights serves, it is told of the register as a whole.
			if _, shown := c.rightAt(register.RightKindObjection, kind == absolute); shown {
				against[kind] = append(against[kind], i)
			}
		}
		c.reportPurposes(a, against[weighed], Hit{Variant: "here"})
		c.reportPurposes(a, against[absolute], Hit{Variant: "marketing-here"})
	},
}

// collectObjections adds the purposes of an activity to which people may object.
func (c *Check) collectObjections(x *register.Activity, all *[absolute + 1]objections) {
	if x.Role == register.ActivityRoleProcessor {
		return
	}
	a := &Activity{Activity: x, At: "activities/" + x.ID}
	if a.Tentative, a.Ended = c.standing(x); a.Ended {
		return
	}
	for i := range x.Purposes {
		if kind := c.objectionTo(a, &x.Purposes[i]); kind != noObjection {
			all[kind].add(a, i)
		}
	}
}

// tellObjections tells once of all purposes for which nothing under rights says
// how to object: that is where it is mended.
func (c *Check) tellObjections(variant, at string, o *objections) {
	if len(o.terms) == 0 {
		return
	}
	c.Report(Hit{
		At: at, Variant: variant, Key: variant, Tentative: !o.firm, Related: o.at,
		Args: args("purposes", c.quoted(register.KindPurposes, o.terms)),
	})
}
