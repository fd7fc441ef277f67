package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg005 = &Rule{
	Code:  "REG-005",
	Title: value.Text{"en": "Data without a purpose, purpose without data", "nl": "Gegevens zonder doel, doel zonder gegevens"},
	Why: value.Text{
		"en": "Data must be necessary for a purpose. Data that serve none of the purposes of an activity need not be there; a purpose for which no data are named is not fully described.",
		"nl": "Gegevens moeten nodig zijn voor een doel. Gegevens die geen van de doelen van een activiteit dienen, horen er niet bij; een doel waarvoor geen gegevens zijn genoemd, is niet volledig beschreven.",
	},
	Articles: []string{"Art. 5(1)(c) GDPR", "Art. 30(1)(b) GDPR", "Art. 30(1)(c) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"data": {
			Says: value.Text{"en": "the register does not show for which purpose of “{activity}” the data “{data}” are needed", "nl": "het register laat niet zien voor welk doel van “{activity}” de gegevens “{data}” nodig zijn"},
			Mend: value.Text{"en": "name under purposes of these data a purpose of the activity, add the purpose, or delete the data", "nl": "noem onder purposes bij deze gegevens een doel van de activiteit, voeg het doel toe, of schrap de gegevens"},
		},
		"purpose": {
			Says: value.Text{"en": "the register does not show which data “{activity}” needs for “{purpose}”: all its data serve other purposes", "nl": "het register laat niet zien welke gegevens “{activity}” nodig heeft voor “{purpose}”: alle gegevens dienen andere doelen"},
			Mend: value.Text{"en": "add the data, name the purpose under purposes of data that serve it, or delete the purpose", "nl": "voeg de gegevens toe, noem het doel onder purposes bij gegevens die het dienen, of schrap het doel"},
		},
	},
	// Data that name no purpose serve all of the activity: that is no gap.
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() || a.Ended || len(a.Purposes) == 0 || len(a.Data) == 0 || !a.linksData() {
			return
		}
		served := make([]bool, len(a.Purposes))
		for i := range a.Data {
			needed := false
			for j := range a.Purposes {
				if c.serves(&a.Data[i], &a.Purposes[j]) {
					needed, served[j] = true, true
				}
			}
			if !needed {
				c.Report(Hit{At: a.DataAt(i), Variant: "data", Args: args("activity", c.activityName(a), "data", c.category(a.Data[i].Category))})
			}
		}
		for j, ok := range served {
			if !ok { // a contradiction, but no data too many
				c.Report(Hit{At: a.PurposeAt(j), Variant: "purpose", Lighter: true, Args: args("activity", c.activityName(a), "purpose", c.purpose(a.Purposes[j].Purpose))})
			}
		}
	},
}

// linksData reports whether an activity says somewhere which data serve which
// purpose.
func (a *Activity) linksData() bool {
	for i := range a.Data {
		if a.Data[i].Purposes != nil {
			return true
		}
	}
	for i := range a.Purposes {
		if a.Purposes[i].Data != nil {
			return true
		}
	}
	return false
}

// serves reports whether a data use serves a purpose use of its activity.
func (p *pass) serves(d *register.DataUse, u *register.PurposeUse) bool {
	if d.Purposes != nil && !slices.Contains(d.Purposes, u.Purpose) && !p.terms.overlapAny(register.KindPurposes, []string{u.Purpose}, d.Purposes) {
		return false
	}
	return u.Data == nil || slices.Contains(u.Data, d.Category) || p.terms.overlapAny(register.KindDataCategories, []string{d.Category}, u.Data)
}
