package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var gov001 = &Rule{
	Code:  "GOV-001",
	Title: value.Text{"en": "No data protection officer", "nl": "Geen functionaris voor gegevensbescherming"},
	Why: value.Text{
		"en": "Public bodies, and organisations whose core activity is to watch people or to process special data on a large scale, appoint a data protection officer. People and the supervisory authority must be able to reach the officer.",
		"nl": "Overheden, en organisaties met als kerntaak het op grote schaal volgen van mensen of verwerken van bijzondere gegevens, wijzen een functionaris voor gegevensbescherming aan. Mensen en de toezichthouder moeten die kunnen bereiken.",
	},
	Articles: []string{"Art. 37(1) GDPR", "Art. 37(7) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show a data protection officer, although the organisation is {reason}",
				"nl": "het register laat geen functionaris voor gegevensbescherming zien, terwijl de organisatie {reason} is",
			},
			Mend: value.Text{
				"en": "appoint an officer and fill in dpo under organisation: name, contact, notified and published",
				"nl": "wijs een functionaris aan en vul dpo in onder organisation: name, contact, notified en published",
			},
		},
		"core": {
			Says: value.Text{
				"en": "the register does not show a data protection officer, although a core activity of the organisation is {core}",
				"nl": "het register laat geen functionaris voor gegevensbescherming zien, terwijl een kerntaak van de organisatie {core} is",
			},
			Mend: value.Text{
				"en": "appoint an officer and fill in dpo under organisation: name, contact, notified and published",
				"nl": "wijs een functionaris aan en vul dpo in onder organisation: name, contact, notified en published",
			},
		},
		"scale": {
			Says: value.Text{
				"en": "the register does not show whether a data protection officer is needed: “{activity}” processes special or criminal data, or watches people, on a large scale",
				"nl": "het register laat niet zien of een functionaris voor gegevensbescherming nodig is: “{activity}” verwerkt op grote schaal bijzondere of strafrechtelijke gegevens of volgt mensen",
			},
			Mend: value.Text{
				"en": "fill in coreActivities under organisation, none where it is none of them; or dpo: the officer, or none: true with the reason",
				"nl": "vul coreActivities in onder organisation, none als het geen kerntaak is; of dpo: de functionaris, of none: true met de reden",
			},
		},
		"unsaid": {
			Says: value.Text{
				"en": "the register does not show whether a data protection officer is needed: “{activity}” processes special or criminal data, and nothing says whether on a large scale",
				"nl": "het register laat niet zien of een functionaris voor gegevensbescherming nodig is: “{activity}” verwerkt bijzondere of strafrechtelijke gegevens, en er staat niet of dat op grote schaal gebeurt",
			},
			Mend: value.Text{
				"en": "fill in largeScale of the activity, or coreActivities under organisation (none where it is none of them); where an officer is needed, dpo",
				"nl": "vul largeScale in bij de activiteit, of coreActivities onder organisation (none als het geen kerntaak is); is een functionaris nodig, dan dpo",
			},
		},
		"unknown": {
			Says: value.Text{
				"en": "the register does not show that {missing}",
				"nl": "het register laat niet zien dat {missing}",
			},
			Mend: value.Text{
				"en": "tell the authority, publish the contact details and fill in {field} under dpo",
				"nl": "meld het de toezichthouder, maak de contactgegevens bekend en vul {field} in onder dpo",
			},
		},
	},
	Register: func(c *Check) {
		o := c.view.Register().Organisation
		if o == nil {
			return
		}
		if c.hasOfficer(o.DPO) {
			c.knownOfficer(o.DPO)
		} else if hit, due := c.officerDue(o); due {
			c.Report(hit)
		}
	},
}

// officerDue tells why an organisation that shows no officer needs one, or may.
func (p *pass) officerDue(o *register.Organisation) (hit Hit, due bool) {
	hit.At = "organisation"
	if o.DPO != nil {
		hit.At = "organisation/dpo"
		// Courts acting as such need none (Art. 37(1)(a)): a reason may be that.
		hit.Lighter = len(o.DPO.Reason) > 0
	}
	switch r := p.regulation(nil); {
	case o.PublicBody == value.Yes || r == register.RegulationEudpr || r == register.RegulationLed:
		hit.Args = args("reason", value.Text{"en": "a public authority or body", "nl": "een overheidsinstantie of overheidsorgaan"})
		return hit, true
	case len(o.CoreActivities) > 0:
		hit.Variant, hit.Args = "core", args("core", coreWords[o.CoreActivities[0]])
		return hit, true
	case o.CoreActivities != nil || hit.Lighter:
		return hit, false
	}
	hit.Variant, hit.Lighter = "scale", true
	a := p.firstActivity(p.onLargeScale)
	if a == nil {
		hit.Variant, a = "unsaid", p.firstActivity(p.mayBeCore)
	}
	if a == nil {
		return hit, false
	}
	hit.Related, hit.Args = []string{a.At}, args("activity", p.activityName(a))
	return hit, true
}

var coreWords = map[register.CoreActivity]value.Text{
	register.CoreActivityLargeScaleMonitoring:  {"en": "watching people on a large scale", "nl": "het op grote schaal volgen van mensen"},
	register.CoreActivityLargeScaleSpecialData: {"en": "processing special or criminal data on a large scale", "nl": "het op grote schaal verwerken van bijzondere of strafrechtelijke gegevens"},
}

// hasOfficer reports whether the register names an officer who is in office on
// the day.
func (p *pass) hasOfficer(x *register.Officer) bool {
	return x != nil && x.None != value.Yes && (x.Name != "" || x.Company != "" || x.Contact != nil) && x.Appointed <= p.on
}

// knownOfficer looks whether people and the authority can reach the officer. That
// holds for one who was appointed without need too (WP243, 2.1).
func (c *Check) knownOfficer(x *register.Officer) {
	var missing, fields []value.Text
	if x.Notified.IsZero() || x.Notified > c.on {
		missing = append(missing, value.Text{"en": "the supervisory authority was told how to reach the data protection officer", "nl": "de toezichthouder weet hoe de functionaris voor gegevensbescherming te bereiken is"})
		fields = append(fields, plain("notified"))
	}
	if x.Published != value.Yes {
		missing = append(missing, value.Text{"en": "the contact details of the data protection officer are published", "nl": "de contactgegevens van de functionaris voor gegevensbescherming bekend zijn gemaakt"})
		fields = append(fields, plain("published"))
	}
	if len(missing) > 0 {
		c.Report(Hit{At: "organisation/dpo", Variant: "unknown", Lighter: true, Args: args("missing", enumerate(missing), "field", enumerate(fields))})
	}
}

// watching are purposes of which the point is to watch people.
var watching = []string{"camera-surveillance", "staff-monitoring", "targeted-advertising", "web-analytics"}

// firstActivity returns the first activity that is carried out and of which
// something holds, nil for none.
func (p *pass) firstActivity(holds func(*Activity) bool) *Activity {
	for _, x := range p.view.Activities() {
		a := &Activity{Activity: x, At: "activities/" + x.ID}
		if a.Tentative, a.Ended = p.standing(x); !a.Ended && !a.Tentative && holds(a) {
			return a
		}
	}
	return nil
}

// onLargeScale reports whether an activity processes special data or watches people
// on a large scale.
func (p *pass) onLargeScale(a *Activity) bool {
	return a.LargeScale == value.Yes && (p.bearsAny(a, special) || p.bearsAny(a, criminal) || p.isFor(a, watching...))
}

// mayBeCore reports whether an activity with special data serves what an
// organisation is there for, such as care or work for clients, and not only its
// own staff (WP243, 2.1.2), and nothing says on what scale.
func (p *pass) mayBeCore(a *Activity) bool {
	return a.LargeScale == value.Unstated && (p.bearsAny(a, special) || p.bearsAny(a, criminal)) &&
		(a.IsProcessor() || p.isFor(a, "service-provision"))
}

// isFor reports whether an activity has a purpose that is one of some, or
// narrower.
func (p *pass) isFor(a *Activity, purposes ...string) bool {
	return slices.ContainsFunc(a.Purposes, func(u register.PurposeUse) bool {
		return p.terms.withinAny(register.KindPurposes, u.Purpose, purposes...)
	})
}
