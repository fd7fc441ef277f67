package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var con005 = &Rule{
	Code:  "CON-005",
	Title: value.Text{"en": "Consent of children without a parent", "nl": "Toestemming van kinderen zonder ouder"},
	Why: value.Text{
		"en": "Below an age that each country sets, between 13 and 16, a child cannot consent alone to a service offered to it online: a parent must. In the Netherlands that holds below 16 for every consent.",
		"nl": "Onder een leeftijd die elk land bepaalt, tussen 13 en 16 jaar, kan een kind niet alleen toestemmen bij een onlinedienst die het wordt aangeboden: een ouder moet dat doen. In Nederland geldt dat onder de 16 jaar voor elke toestemming.",
	},
	Articles: []string{"Art. 8 GDPR", "Art. 5 UAVG"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show who consents to {purposes} in “{activity}” for children under {age}", "nl": "het register laat niet zien wie voor kinderen onder de {age} jaar toestemming geeft voor {purposes} bij “{activity}”"},
			Mend: value.Text{"en": "ask a parent and set parentalConsent: true, or leave younger children out and fill in minimumAge", "nl": "vraag het een ouder en zet parentalConsent: true, of laat jongere kinderen buiten de dienst en vul minimumAge in"},
		},
		"younger": {
			Says: value.Text{"en": "the register does not show that a parent consents to {purposes} in “{activity}” for children under {age}: from {given} years on they do so alone", "nl": "het register laat niet zien dat een ouder voor kinderen onder de {age} jaar toestemming geeft voor {purposes} bij “{activity}”: vanaf {given} jaar doen zij dat zelf"},
			Mend: value.Text{"en": "ask a parent up to that age and set parentalConsent: true, or raise minimumAge to {age}", "nl": "vraag tot die leeftijd een ouder en zet parentalConsent: true, of verhoog minimumAge tot {age}"},
		},
		"minor": {
			Says: value.Text{"en": "the register does not show that a parent or guardian consents to {purposes} in “{activity}” for {subjects} under 16", "nl": "het register laat niet zien dat een wettelijk vertegenwoordiger toestemming geeft voor {purposes} bij “{activity}” voor wie van {subjects} jonger is dan 16 jaar"},
			Mend: value.Text{"en": "ask the parent or guardian and set parentalConsent: true, or fill in minimumAge", "nl": "vraag het de wettelijk vertegenwoordiger en zet parentalConsent: true, of vul minimumAge in"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		c.eachConsent(a, func(i int, u *register.PurposeUse, consent *register.Consent) {
			if consent.ParentalConsent == register.Yes {
				return
			}
			h, found := c.youngConsent(a, u, consent)
			if !found {
				return
			}
			if same := a.entryOf(i); same != nil {
				c.reportPurposes(a, same, h)
			}
		})
	},
}

// youngConsent tells whether children below the age of consent are asked alone.
func (c *Check) youngConsent(a *Activity, u *register.PurposeUse, consent *register.Consent) (h Hit, found bool) {
	if consent.OfferedToChildren != register.Yes {
		return c.dutchMinors(a, u, consent)
	}
	switch age := c.ageOfConsent(a); {
	case consent.MinimumAge == nil:
		return Hit{Args: args("age", itoa(age))}, true
	case *consent.MinimumAge < age:
		return Hit{Variant: "younger", Args: args("age", itoa(age), "given", itoa(*consent.MinimumAge))}, true
	}
	return Hit{}, false
}

// ageOfConsent returns the age from which a child consents alone to a service
// offered to it. Where the country is not known it is that of Art. 8(1) itself.
func (c *Check) ageOfConsent(a *Activity) int {
	country := value.Country("")
	if o := c.view.Register().Organisation; o != nil {
		country = o.Country
	}
	switch c.regulation(a) {
	case register.RegulationEudpr: // Art. 8(1) of Regulation (EU) 2018/1725
		return 13
	case register.RegulationUkGdpr:
		country = "GB"
	}
	if age, ok := law.ConsentAge(country, c.on); ok {
		return age
	}
	return 16
}

// dutchMinors tells which minors are asked alone for a consent that is about no
// service offered to them: Art. 5 UAVG asks for their representative there too.
func (c *Check) dutchMinors(a *Activity, u *register.PurposeUse, consent *register.Consent) (h Hit, found bool) {
	o := c.view.Register().Organisation
	if o == nil || o.Country != "NL" || !c.profile.Includes(NL) || c.regulation(a) != register.RegulationGdpr ||
		consent.MinimumAge != nil && *consent.MinimumAge >= 16 {
		return Hit{}, false
	}
	var minors []string
	for n := range a.Subjects {
		s := a.Subjects[n].Subject
		if c.concerns(u, s) && c.terms.markedSubject(s, register.SubjectMarkMinor) {
			minors = append(minors, s)
		}
	}
	return Hit{Variant: "minor", Lighter: true, Args: args("subjects", c.quoted(register.KindDataSubjects, minors))}, len(minors) > 0
}
