package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var bas007 = &Rule{
	Code:  "BAS-007",
	Title: value.Text{"en": "Further use without a test of compatibility", "nl": "Verder gebruik zonder verenigbaarheidstoets"},
	Why: value.Text{
		"en": "Data collected for one purpose may be used for another only where the two are compatible, where people consent, or where a law asks for it. The controller must be able to show why.",
		"nl": "Gegevens die voor het ene doel zijn verzameld, mogen alleen voor een ander worden gebruikt als die verenigbaar zijn, als de betrokkene toestemt of als een wet het vraagt. De verwerkingsverantwoordelijke moet kunnen laten zien waarom.",
	},
	Articles: []string{"Art. 5(1)(b) GDPR", "Art. 6(4) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{"en": "the register does not show why using {data} from “{source}” for {purposes} in “{activity}” is compatible with the purpose of collection", "nl": "het register laat niet zien waarom het gebruik van {data} uit “{source}” voor {purposes} bij “{activity}” te verenigen is met het doel van verzameling"},
		Mend: value.Text{"en": "say under compatibility of the purpose why the two go together (Art. 6(4)), or choose consent as basis", "nl": "zeg onder compatibility van het doel waarom de twee verenigbaar zijn (art. 6 lid 4), of kies toestemming als grondslag"},
	}},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) {
			return
		}
		var found []furtherUse
		for n := range a.Data {
			for i := range a.Data[n].Source {
				if source := c.view.Activity(a.Data[n].Source[i].Activity); source != nil && source != a.Activity {
					found = c.furtherUses(found, a, n, source)
				}
			}
		}
		for i := range found {
			f := &found[i]
			c.reportPurposes(a, []int{f.purpose}, Hit{
				Key:     f.source.ID,
				Args:    args("data", c.quoted(register.KindDataCategories, f.data), "source", c.name(register.KindActivities, f.source.ID)),
				Related: append([]string{"activities/" + f.source.ID}, f.at...),
			})
		}
	},
}

// furtherUse is data of one activity that another uses for a purpose which they
// do not serve at the first.
type furtherUse struct {
	purpose  int
	source   *register.Activity
	data, at []string
}

// furtherUses adds what nothing accounts for in the use of data from another
// activity.
func (c *Check) furtherUses(all []furtherUse, a *Activity, n int, source *register.Activity) []furtherUse {
	d := &a.Data[n]
	before := c.purposesBefore(source, d.Category)
	if len(before) == 0 {
		return all // which purposes it had is asked at the source
	}
	for _, i := range c.purposesOf(a, d) {
		if c.accounted(&a.Purposes[i]) || c.terms.withinAny(register.KindPurposes, a.Purposes[i].Purpose, before...) {
			continue
		}
		k := slices.IndexFunc(all, func(f furtherUse) bool { return f.purpose == i && f.source == source })
		if k < 0 {
			k, all = len(all), append(all, furtherUse{purpose: i, source: source})
		}
		all[k].data, all[k].at = append(all[k].data, d.Category), append(all[k].at, a.DataAt(n))
	}
	return all
}

// purposesBefore returns the purposes that data serve in the activity from which
// they are taken; all of that activity where it does not list the data.
func (c *Check) purposesBefore(source *register.Activity, category string) []string {
	x := &Activity{Activity: source, At: "activities/" + source.ID}
	var before, all []string
	for i := range source.Purposes {
		all = append(all, source.Purposes[i].Purpose)
	}
	for n := range source.Data {
		d := &source.Data[n]
		if !c.terms.overlapAny(register.KindDataCategories, []string{d.Category}, []string{category}) {
			continue
		}
		for _, i := range c.purposesOf(x, d) {
			before = append(before, source.Purposes[i].Purpose)
		}
	}
	if before == nil {
		return all
	}
	return before
}

// presumed are purposes that the law presumes compatible with any other (Art.
// 5(1)(b), 89(1)).
var presumed = []string{"research", "statistics", "archiving"}

// accounted reports whether something allows a purpose to use data that were
// collected for another: a reason, consent, a law (Art. 6(4)), or what it is.
func (c *Check) accounted(u *register.PurposeUse) bool {
	return len(u.Compatibility) > 0 || restsOn(u, register.BasisConsent) ||
		basisInLaw(u) != "" && len(u.Law) > 0 ||
		c.terms.withinAny(register.KindPurposes, u.Purpose, presumed...)
}
