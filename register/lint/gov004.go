package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var gov004 = &Rule{
	Code:  "GOV-004",
	Title: value.Text{"en": "Ended, but not wound up", "nl": "Beëindigd, maar niet afgerond"},
	Why: value.Text{
		"en": "When an activity ends, its data go when their time is up, and processors give back or erase theirs. Otherwise data stay around for no purpose.",
		"nl": "Als een activiteit eindigt, verdwijnen de gegevens zodra hun tijd om is, en geven verwerkers de hunne terug of wissen die. Anders blijven er gegevens rondslingeren zonder doel.",
	},
	Articles: []string{"Art. 5(1)(e) GDPR", "Art. 28(3)(g) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show what became of {data} when “{activity}” ended: no time limit is given",
				"nl": "het register laat niet zien wat er met {data} is gebeurd toen “{activity}” eindigde: er is geen bewaartermijn",
			},
			Mend: value.Text{
				"en": "give a rule under retention, or list under replacedBy the activity that goes on with the data",
				"nl": "geef een bewaartermijn onder retention, of noem onder replacedBy de activiteit die met de gegevens verdergaat",
			},
		},
		"processor": {
			Says: value.Text{
				"en": "the register does not show that “{party}” no longer processes data for “{activity}”, which has ended",
				"nl": "het register laat niet zien dat “{party}” geen gegevens meer verwerkt voor “{activity}”, die is beëindigd",
			},
			Mend: value.Text{
				"en": "have the processor return or erase the data, and put the last day under until of the disclosure; end the agreement too where it serves nothing else",
				"nl": "laat de verwerker de gegevens teruggeven of wissen en zet de laatste dag onder until bij de verstrekking; beëindig ook de overeenkomst als die nergens anders voor dient",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if !a.Ended || a.IsProcessor() {
			return
		}
		c.leftData(a)
		for i := range a.Flows {
			if f := &a.Flows[i]; !f.Shared && c.stillServes(a, f.Disclosure) {
				c.Report(Hit{At: f.At, Variant: "processor", Lighter: f.Agreement == "", Args: args("party", c.party(f.To), "activity", c.activityName(a))})
			}
		}
	},
}

// leftData tells of which data of an ended activity nothing says how long they
// are kept. Those that the activity in its place holds live on there.
func (c *Check) leftData(a *Activity) {
	next := c.view.Activity(a.ReplacedBy)
	var categories []string
	for i := range a.Data {
		if d := &a.Data[i]; len(a.Kept(d)) == 0 && !(next != nil && c.goesOn(a, d, next)) {
			categories = union(categories, []string{d.Category})
		}
	}
	if len(categories) > 0 {
		c.Report(Hit{At: a.At, Key: "retention", Args: args("data", c.quoted(register.KindDataCategories, categories), "activity", c.activityName(a))})
	}
}

// goesOn reports whether an activity holds the data of another: the same
// categories about the same people.
func (c *Check) goesOn(a *Activity, d *register.DataUse, next *register.Activity) bool {
	people := subjectsUsed(a.Activity, d)
	for i := range next.Data {
		n := &next.Data[i]
		if c.terms.overlapAny(register.KindDataCategories, []string{d.Category}, []string{n.Category}) &&
			c.terms.overlapAny(register.KindDataSubjects, people, subjectsUsed(next, n)) {
			return true
		}
	}
	return false
}

// subjectsUsed returns the people whom a data use is about.
func subjectsUsed(a *register.Activity, d *register.DataUse) []string {
	if d.Subjects != nil {
		return d.Subjects
	}
	ids := make([]string, len(a.Subjects))
	for i := range ids {
		ids[i] = a.Subjects[i].Subject
	}
	return ids
}

// stillServes reports whether a disclosure to a processor seems to go on: it has
// no end, nothing says how long the processor keeps the data, its agreement is in
// force, and the processor serves no other activity for which it may be.
func (c *Check) stillServes(a *Activity, d *register.Disclosure) bool {
	if d.As != register.RoleProcessor || d.Retention != nil || !d.Until.IsZero() {
		return false
	}
	if x := c.view.Agreement(d.Agreement); x != nil && !x.Until.IsZero() && x.Until < c.on {
		return false
	}
	return !c.keeping().serving[d.To]
}
