package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg003 = &Rule{
	Code:  "REG-003",
	Title: value.Text{"en": "Purpose that is too general", "nl": "Te algemeen doel"},
	Why: value.Text{
		"en": "Purposes must be specified and explicit. The authorities hold that words such as “marketing”, “improving services” or “future research” alone do not tell people what happens to their data.",
		"nl": "Doeleinden moeten welbepaald en uitdrukkelijk omschreven zijn. Volgens de toezichthouders zeggen woorden als “marketing”, “dienstverlening verbeteren” of “toekomstig onderzoek” alleen niet wat er met de gegevens gebeurt.",
	},
	Articles: []string{"Art. 5(1)(b) GDPR", "Art. 30(1)(b) GDPR"},
	Source:   Guidance, // WP203, Opinion 03/2013 on purpose limitation, p. 16
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show what “{purpose}” means in “{activity}”: the words are too general to tell what the data are used for", "nl": "het register laat niet zien wat “{purpose}” inhoudt bij “{activity}”: die woorden zijn te algemeen om te weten waarvoor de gegevens worden gebruikt"},
			Mend: value.Text{"en": "choose a narrower purpose, or say under description what is done, with what and for whom", "nl": "kies een specifieker doel, of schrijf onder description wat er gebeurt, waarmee en voor wie"},
		},
		"term": {
			Says: value.Text{"en": "the register does not show what the purpose “{purpose}” means: the words are too general to tell what the data are used for", "nl": "het register laat niet zien wat het doel “{purpose}” inhoudt: die woorden zijn te algemeen om te weten waarvoor de gegevens worden gebruikt"},
			Mend: value.Text{"en": "say under description what is done, with what and for whom", "nl": "schrijf onder description wat er gebeurt, waarmee en voor wie"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() || a.Ended {
			return
		}
		for i := range a.Purposes {
			u := &a.Purposes[i]
			if c.vague()[u.Purpose] && !c.own().defines(register.KindPurposes, u.Purpose) && !toldInFull(a.Activity, u) {
				c.Report(Hit{At: a.PurposeAt(i), Args: args("purpose", c.purpose(u.Purpose), "activity", c.activityName(a))})
			}
		}
	},
	// What the register itself calls so is mended once, where it is defined.
	Register: func(c *Check) {
		for _, x := range c.View().Register().Purposes {
			if !c.vague()[x.ID] {
				continue
			}
			if uses := barelyNamed(c, x.ID); len(uses) > 0 {
				c.Report(Hit{At: "purposes/" + x.ID, Variant: "term", Args: args("purpose", c.purpose(x.ID)), Related: uses})
			}
		}
	},
}

// toldInFull reports whether an activity says more of a purpose than its name:
// in words, or through the channel or the device that it uses.
func toldInFull(a *register.Activity, u *register.PurposeUse) bool {
	return saysMore(u.Description) || saysMore(a.Description) || len(u.Channel) > 0 || u.Device != ""
}

func saysMore(t register.Text) bool { return len(t) > 0 && !isVague(t) }

// barelyNamed returns the addresses of the activities, a few at most, that use a
// purpose and say no more of it.
func barelyNamed(c *Check, purpose string) []string {
	var all []string
	for _, a := range c.View().Activities() {
		for i := range a.Purposes {
			u := &a.Purposes[i]
			if u.Purpose != purpose || a.Role == register.ActivityRoleProcessor || toldInFull(a, u) {
				continue
			}
			if all = append(all, "activities/"+a.ID); len(all) == shown {
				return all
			}
			break
		}
	}
	return all
}
