package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg010 = &Rule{
	Code:  "REG-010",
	Title: value.Text{"en": "No system or location", "nl": "Geen systeem of plaats"},
	Why: value.Text{
		"en": "Whoever must give access to data, erase or secure them has to know in which systems they are, on paper too, and where these stand. The authorities advise to record it.",
		"nl": "Wie inzage moet geven, gegevens moet wissen of beveiligen, moet weten in welke systemen ze zijn, ook op papier, en waar die staan. De toezichthouders raden aan dat vast te leggen.",
	},
	Articles: []string{"Art. 5(2) GDPR", "Art. 24(1) GDPR"},
	Source:   Guidance,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show in which system the data of “{activity}” are kept", "nl": "het register laat niet zien in welk systeem de gegevens van “{activity}” worden bewaard"},
			Mend: value.Text{"en": "name the systems and paper files under systems, or write systems: none", "nl": "noem de systemen en papieren dossiers onder systems, of schrijf systems: none"},
		},
		"several": {
			Says: value.Text{"en": "the register does not show in which systems data are kept: it names none for {activities}", "nl": "het register laat niet zien in welke systemen gegevens worden bewaard: het noemt er geen voor {activities}"},
			Mend: value.Text{"en": "describe the systems and paper files under systems, and refer to them under systems of each activity or of allActivities", "nl": "beschrijf de systemen en papieren dossiers onder systems, en verwijs ernaar onder systems van elke activiteit of van allActivities"},
		},
		"place": {
			Says: value.Text{"en": "the register does not show where “{system}” stands, in which personal data are kept", "nl": "het register laat niet zien waar “{system}” staat, waarin persoonsgegevens worden bewaard"},
			Mend: value.Text{"en": "fill in locations, or operator where somebody else runs it", "nl": "vul locations in, of operator als een ander het beheert"},
		},
	},
	// Art. 30(2) does not go so far for a processor, nor does the guidance.
	Register: func(c *Check) {
		all := c.running(false)
		inUse := make(map[string]bool)
		for _, a := range all {
			c.collectSystems(a, inUse)
		}
		bare := slices.DeleteFunc(slices.Clone(all), c.saysWhereKept)
		switch {
		case len(bare) > 1 && len(bare) == len(all):
			c.Report(Hit{Variant: "several", Args: args("activities", c.quotedActivities(bare)), Related: addressesOf(bare)})
		default:
			for _, a := range bare {
				c.Report(Hit{At: "activities/" + a.ID, Args: args("activity", c.name(register.KindActivities, a.ID))})
			}
		}
		for _, id := range c.View().IDs(register.KindSystems) {
			if s := c.View().System(id); inUse[id] && !c.showsPlace(s) {
				c.Report(Hit{At: "systems/" + id, Variant: "place", Lighter: true, Args: args("system", c.name(register.KindSystems, id))})
			}
		}
	},
}

func (p *pass) collectSystems(a *register.Activity, inUse map[string]bool) {
	for _, id := range p.view.Systems(a) {
		inUse[id] = true
	}
	for i := range a.Data {
		for _, id := range a.Data[i].Systems {
			inUse[id] = true
		}
	}
}

// saysWhereKept reports whether an activity names systems, or says that there are
// none, for itself or for some of its data.
func (p *pass) saysWhereKept(a *register.Activity) bool {
	return a.Systems != nil || len(p.view.Systems(a)) > 0 ||
		slices.ContainsFunc(a.Data, func(d register.DataUse) bool { return d.Systems != nil })
}

// showsPlace reports whether a register shows where a system stands: in a country,
// in words, or with whoever operates it, else the organisation itself.
func (p *pass) showsPlace(s *register.System) bool {
	if len(s.Locations) > 0 || len(s.Description) > 0 {
		return true
	}
	if o := p.view.Register().Organisation; s.Operator == "" && o != nil && o.Country != "" {
		return true
	}
	x := p.view.Party(s.Operator)
	if x == nil {
		return false
	}
	return x.Country != "" || len(x.Locations) > 0 || x.Kind == register.PartyKindUnit ||
		slices.ContainsFunc(servicesOf(x, s.Service), func(v *register.Service) bool { return len(v.Locations) > 0 })
}
