package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var clm002 = &Rule{
	Code:  "CLM-002",
	Title: value.Text{"en": "Promise that cannot be checked", "nl": "Belofte die niet na te gaan is"},
	Why: value.Text{
		"en": "A public promise can be held against the register only where its scope is filled in and the register states the facts that decide it.",
		"nl": "Een openbare belofte is alleen met het register te vergelijken als is ingevuld waarover zij gaat en het register de feiten noemt die de doorslag geven.",
	},
	Articles: []string{"Art. 5(1)(a) GDPR", "Art. 5(2) GDPR"},
	Source:   Law,
	Severity: diag.Info,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show whether the promise “{claim}” of “{notice}” is kept: it lacks facts about {entries}",
				"nl": "het register laat niet zien of de belofte “{claim}” uit “{notice}” wordt nagekomen: het mist feiten over {entries}",
			},
			Mend: value.Text{
				"en": "fill in there what the promise is about: {fields}",
				"nl": "vul daar in waarover de belofte gaat: {fields}",
			},
		},
		"words": {
			Says: value.Text{
				"en": "the register does not show whether the promise “{claim}” of “{notice}” is kept: it is there in words only",
				"nl": "het register laat niet zien of de belofte “{claim}” uit “{notice}” wordt nagekomen: zij staat er alleen in woorden",
			},
			Mend: value.Text{
				"en": "say under excludes or only what the promise is about, as far as the fields allow it; else look after it by hand",
				"nl": "zeg onder excludes of only waarover de belofte gaat, voor zover de velden dat toelaten; bewaak haar anders met de hand",
			},
		},
	},
	Register: func(c *Check) {
		for _, j := range c.claims() {
			said := args("notice", noticeTitle(j.notice), "claim", j.promise())
			if j.words {
				c.Report(Hit{At: j.at, Variant: "words", Args: said})
				continue
			}
			// What the register contradicts is told already (CLM-001).
			open := &j.against[unstated]
			if len(open.list) == 0 || len(j.against[within].list)+len(j.against[assumed].list) > 0 {
				continue
			}
			said["entries"], said["fields"] = open.named(), enumerate(j.fields())
			c.Report(Hit{At: j.at, Args: said, Related: open.related()})
		}
	},
}

func speaksOfRoles(s *register.ClaimScope) bool { return s.Roles != nil }
func speaksOfOwn(s *register.ClaimScope) bool {
	return s.OwnPurposes != nil || s.RecipientContact != register.Unstated
}
func speaksOfCountries(s *register.ClaimScope) bool { return s.OutsideEEA != register.Unstated }

// speaks reports whether a scope of the promise speaks of something.
func (j *judged) speaks(of func(*register.ClaimScope) bool) bool {
	for _, s := range []*register.ClaimScope{j.claim.Excludes, j.claim.Only, j.claim.Except} {
		if s != nil && of(s) {
			return true
		}
	}
	return false
}

// fields returns the fields on which a promise depends.
func (j *judged) fields() []value.Text {
	var all []value.Text
	for _, f := range []struct {
		name string
		on   bool
	}{
		{"purposes", j.speaks(speaksOfPurposes)},
		{"basis", j.speaks(speaksOfBases)},
		{"data", j.speaks(speaksOfData)},
		{"subjects", j.speaks(speaksOfSubjects)},
		{"as", j.speaks(speaksOfRoles)},
		{"ownPurposes", j.speaks(speaksOfOwn)},
		{"country", j.speaks(speaksOfCountries)},
		{"locations", j.speaks(speaksOfCountries)},
	} {
		if f.on {
			all = append(all, plain(f.name))
		}
	}
	return all
}
