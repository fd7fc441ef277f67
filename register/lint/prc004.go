package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var prc004 = &Rule{
	Code:  "PRC-004",
	Title: value.Text{"en": "Processor with purposes of its own", "nl": "Verwerker met eigen doeleinden"},
	Why: value.Text{
		"en": "A processor that uses the data for purposes of its own is a controller for that use: it needs a legal basis, the disclosure to it too, and people have to be told.",
		"nl": "Een verwerker die de gegevens voor eigen doeleinden gebruikt, is daarvoor verwerkingsverantwoordelijke: daarvoor is een rechtsgrond nodig, ook voor de verstrekking, en betrokkenen moeten het weten.",
	},
	Articles: []string{"Art. 28(10) GDPR", "Art. 4(7) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the register shows “{party}” as a processor only, though it uses the data for purposes of its own ({purposes}); it does not show it as a controller for these{way}",
			"nl": "in het register staat “{party}” alleen als verwerker, hoewel het de gegevens voor eigen doeleinden gebruikt ({purposes}); het laat niet zien dat het daarvoor verwerkingsverantwoordelijke is{way}",
		},
		Mend: value.Text{
			"en": "add a disclosure to “{party}” as controller for these purposes (under recipients where another passes the data on), or have the use excluded by contract and state ownPurposes: none",
			"nl": "voeg een verstrekking aan “{party}” als controller toe voor deze doeleinden (onder recipients als een ander de gegevens doorgeeft), of sluit het gebruik bij overeenkomst uit en vul ownPurposes: none in",
		},
	}},
	Register: func(c *Check) {
		all := c.arrivals()
		told, controllers := make(map[string]bool), c.shownAsControllers()
		for i := range all {
			x := &all[i]
			if partyRole(x.Role) != "processor" || len(x.OwnPurposes) == 0 || controllers[x.Party] {
				continue
			}
			for _, s := range x.nearest(func(s *saidOf) bool { return s.ownPurposes != nil }) {
				if len(s.ownPurposes) > 0 && !told[s.at] && c.usesWhatItGets(x, s.ownPurposes) {
					told[s.at] = true
					c.Report(Hit{
						At: s.at + "/ownPurposes", Key: x.Party, Related: x.steps(), Tentative: c.tentative(x),
						Args: args("party", c.party(x.Party), "purposes", c.names(register.KindPurposes, ownOf(s.ownPurposes)), "way", c.way(x)),
					})
				}
			}
		}
	},
}

// shownAsControllers returns the parties that data reach as controllers too.
func (c *Check) shownAsControllers() map[string]bool {
	all := make(map[string]bool)
	for _, x := range c.arrivals() {
		if partyRole(x.Role) == "controller" {
			all[x.Party] = true
		}
	}
	return all
}

func ownOf(list []register.OwnPurpose) []string {
	var ids []string
	for i := range list {
		ids = append(ids, list[i].Purpose)
	}
	return ids
}

// usesWhatItGets reports whether a party uses for itself what it gets: not only
// what it gathers itself.
func (c *Check) usesWhatItGets(x *reached, list []register.OwnPurpose) bool {
	for i := range list {
		if len(list[i].Data) == 0 || c.overlapsWhatReaches(x, list[i].Data) {
			return true
		}
	}
	return false
}

func (c *Check) overlapsWhatReaches(x *reached, data []string) bool {
	found, err := c.chart.Ask(datamap.Data, datamap.Filter{AsOf: x.on, Recipients: []string{x.Party}, Planned: x.planned, Brief: true})
	if err != nil {
		return true
	}
	var gets []string
	for _, a := range found.Answers {
		gets = append(gets, a.ID)
	}
	return c.terms.overlapAny(register.KindDataCategories, data, gets)
}
