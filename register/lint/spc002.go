package lint

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var spc002 = &Rule{
	Code:  "SPC-002",
	Title: value.Text{"en": "Condition for special data not borne out", "nl": "Uitzondering voor bijzondere gegevens niet onderbouwd"},
	Why: value.Text{
		"en": "Some conditions of Article 9(2) only hold where a law provides for them; in the Netherlands that is the UAVG. Consent lifts the ban only where it is explicit.",
		"nl": "Sommige uitzonderingen van artikel 9, lid 2, gelden alleen als een wet erin voorziet; in Nederland is dat de UAVG. Toestemming heft het verbod alleen op als zij uitdrukkelijk is.",
	},
	Articles: []string{"Art. 9(2) GDPR", "Art. 22-30 UAVG"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show on which law the condition of {article} rests that is named for “{purpose}” in “{activity}”",
				"nl": "het register laat niet zien op welke wet de uitzondering van {article} steunt die voor “{purpose}” in “{activity}” is genoemd",
			},
			Mend: value.Text{
				"en": "name the law under art9Law; in the Netherlands an article of Art. 22 to 30 UAVG, such as nl-uavg-30",
				"nl": "noem de wet onder art9Law; in Nederland een artikel uit art. 22 tot en met 30 UAVG, zoals nl-uavg-30",
			},
		},
		"explicit": {
			Says: value.Text{
				"en": "the register does not show that the consent is explicit on which special data rest for “{purpose}” in “{activity}”",
				"nl": "het register laat niet zien dat de toestemming uitdrukkelijk is waarop de bijzondere gegevens voor “{purpose}” in “{activity}” steunen",
			},
			Mend: value.Text{
				"en": "say under consent how it is given, and explicit: true where people state it in so many words; else ask again or name another condition",
				"nl": "zeg onder consent hoe toestemming wordt gegeven, en explicit: true als mensen het met zoveel woorden verklaren; vraag het anders opnieuw of noem een andere uitzondering",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		for i := range a.Purposes {
			u := &a.Purposes[i]
			if len(u.Article9) == 0 || !c.gdprControls(a) {
				continue
			}
			for _, condition := range u.Article9 {
				c.article9(a, i, condition)
			}
		}
	},
}

// article9 looks at one condition that a purpose names.
func (c *Check) article9(a *Activity, i int, condition register.Article9) {
	u := &a.Purposes[i]
	hit := Hit{At: a.PurposeAt(i) + "/art9", Key: string(condition)}
	switch {
	case condition == register.Article9ExplicitConsent:
		if saysExplicit(u.Consent) {
			return
		}
		hit.Variant, hit.Lighter = "explicit", mayBeExplicit(u.Consent)
	case !law.NeedsLaw(string(condition)) || c.article9Law(a, i, condition):
		return
	}
	hit.Args = args("article", articleOf(condition), "purpose", c.purpose(u.Purpose), "activity", c.activityName(a))
	c.Report(hit)
}

// saysExplicit reports whether consent is explicit: stated so, in a signed
// statement, or confirmed a second time (EDPB Guidelines 05/2020, 93-98).
func saysExplicit(x *register.Consent) bool {
	if x == nil || x.Explicit != value.Unstated {
		return x != nil && x.Explicit == value.Yes
	}
	return isOne(x.Mechanism, register.ConsentMechanismWritten, register.ConsentMechanismDoubleOptIn)
}

// mayBeExplicit reports whether it depends on the words alone.
func mayBeExplicit(x *register.Consent) bool {
	return x != nil && x.Explicit == value.Unstated &&
		isOne(x.Mechanism, register.ConsentMechanismOptIn, register.ConsentMechanismVerbal, register.ConsentMechanismBanner)
}

// article9Law reports whether the register names the law behind a condition: at
// the purpose, or at the special data that serve it.
func (p *pass) article9Law(a *Activity, i int, condition register.Article9) bool {
	u := &a.Purposes[i]
	if len(u.Article9Law) > 0 || slices.ContainsFunc(u.Law, func(l register.LawRef) bool { return strings.HasPrefix(l.ID, "nl-uavg-") }) {
		return true
	}
	// A contract with a health professional stands in place of a law (Art. 9(2)(h)).
	if condition == register.Article9HealthCare && isOne(register.BasisContract, u.Basis...) {
		return true
	}
	found := false
	for n := range a.Data {
		d := &a.Data[n]
		if !p.bears(d, special) || !slices.Contains(p.purposesOf(a, d), i) {
			continue
		}
		if len(d.Law) == 0 {
			return false
		}
		found = true
	}
	return found
}

// articleOf is the point of Art. 9(2) behind the word of the format.
func articleOf(condition register.Article9) value.Text {
	for _, x := range law.Conditions() {
		if x.ID == string(condition) {
			point := strings.TrimSuffix(x.Article[strings.LastIndexByte(x.Article, '(')+1:], ")")
			return value.Text{"en": x.Article, "nl": "art. 9 lid 2 onder " + point}
		}
	}
	return plain(string(condition))
}
