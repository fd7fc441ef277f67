package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// The law asks for transfers where there are any. So a recipient of which the
// country is known raises no question here: what lies outside the EEA is the
// matter of TRF-001.
var reg007 = &Rule{
	Code:  "REG-007",
	Title: value.Text{"en": "Silence on transfers", "nl": "Niets over doorgiften"},
	Why: value.Text{
		"en": "The record names the third countries to which data go. Where it neither states transfers nor shows where the recipients are, nobody can tell whether there are any.",
		"nl": "Het register noemt de derde landen waar gegevens heen gaan. Als het geen doorgiften vermeldt en ook niet waar de ontvangers zijn, kan niemand zien of die er zijn.",
	},
	Articles: []string{"Art. 30(1)(e) GDPR", "Art. 30(2)(c) GDPR"},
	Source:   Law,
	// The reference has an error here; but a country that is not known is no transfer
	// that is not shown.
	Severity: diag.Warning,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show whether data of “{activity}” go to a third country: it states no country for {parties}", "nl": "het register laat niet zien of gegevens van “{activity}” naar een derde land gaan: het noemt geen land voor {parties}"},
			Mend: value.Text{"en": "fill in country or locations of these parties, or say under transfers of the activity to which countries data go (none where they go nowhere)", "nl": "vul country of locations in bij deze partijen, of noem onder transfers van de activiteit naar welke landen gegevens gaan (none als dat nergens heen is)"},
		},
		"shared": {
			Says: value.Text{"en": "the register does not show whether data that all activities disclose go to a third country: it states no country for {parties}", "nl": "het register laat niet zien of gegevens die alle activiteiten verstrekken naar een derde land gaan: het noemt geen land voor {parties}"},
			Mend: value.Text{"en": "fill in country or locations of these parties", "nl": "vul country of locations in bij deze partijen"},
		},
		"nobody": {
			Says: value.Text{"en": "the register does not show whether data of “{activity}” go to a third country: it names neither transfers nor anybody who receives data", "nl": "het register laat niet zien of gegevens van “{activity}” naar een derde land gaan: het noemt geen doorgiften en niemand die gegevens ontvangt"},
			Mend: value.Text{"en": "list under disclosures whom you engage, or say under transfers to which countries data go (none where they go nowhere)", "nl": "noem onder disclosures wie u inschakelt, of noem onder transfers naar welke landen gegevens gaan (none als dat nergens heen is)"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if a.Ended || a.Transfers != nil {
			return
		}
		if a.IsProcessor() && a.Disclosures == nil && len(a.Flows) == 0 && len(c.View().Disclosures(a.Activity)) == 0 {
			c.Report(Hit{At: a.At, Variant: "nobody", Args: args("activity", c.activityName(a))}) // of a controller REG-006 says it
			return
		}
		s := search{pass: c.pass, tentative: a.Tentative}
		for i := range a.Flows {
			if f := &a.Flows[i]; !f.Shared {
				s.disclosure(f.Disclosure)
			}
		}
		if len(s.found) > 0 {
			c.Report(Hit{At: a.At, Args: args("activity", c.activityName(a), "parties", c.quoted(register.KindParties, s.found)), Related: s.addresses()})
		}
	},
	Register: func(c *Check) {
		all := c.View().Register().AllActivities
		if all == nil || len(all.Disclosures) == 0 {
			return
		}
		silent := c.running(true)
		silent = slices.DeleteFunc(silent, func(a *register.Activity) bool { return a.Transfers != nil })
		s := search{pass: c.pass}
		for i := range all.Disclosures {
			d := &all.Disclosures[i]
			applies := func(a *register.Activity) bool {
				return !slices.Contains(a.Except, d.To) && (d.ID == "" || !slices.Contains(a.Except, d.ID))
			}
			if c.AsOf().Between(d.From, d.Until) && slices.ContainsFunc(silent, applies) {
				s.disclosure(d)
			}
		}
		if len(s.found) > 0 {
			c.Report(Hit{At: "allActivities/disclosures", Variant: "shared", Args: args("parties", c.quoted(register.KindParties, s.found)), Related: s.addresses()})
		}
	},
}
