package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var prc009 = &Rule{
	Code:  "PRC-009",
	Title: value.Text{"en": "Recipient without a role", "nl": "Ontvanger zonder rol"},
	Why: value.Text{
		"en": "Whether a recipient is a processor, a joint controller or a controller decides what is needed: a contract, an arrangement or a legal basis of its own.",
		"nl": "Of een ontvanger verwerker, gezamenlijke verwerkingsverantwoordelijke of zelf verwerkingsverantwoordelijke is, bepaalt wat er nodig is: een overeenkomst, een regeling of een eigen rechtsgrond.",
	},
	Articles: []string{"Art. 4(7)-(10) GDPR", "Art. 28 GDPR", "Art. 30(1)(d) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show in which role “{party}” receives data, nor which data",
				"nl": "het register laat niet zien in welke rol “{party}” gegevens krijgt, en ook niet welke",
			},
			Mend: value.Text{
				"en": "fill in as (processor, joint-controller, controller or recipient) and data at the disclosure; for a processor, name the contract too (agreement)",
				"nl": "vul bij de verstrekking as in (processor, joint-controller, controller of recipient) en data; noem voor een verwerker ook de overeenkomst (agreement)",
			},
		},
		"role": {
			Says: value.Text{
				"en": "the register does not show in which role “{party}” receives data",
				"nl": "het register laat niet zien in welke rol “{party}” gegevens krijgt",
			},
			Mend: value.Text{
				"en": "fill in as (processor, joint-controller, controller or recipient) at the disclosure; for a processor, name the contract too (agreement)",
				"nl": "vul bij de verstrekking as in (processor, joint-controller, controller of recipient); noem voor een verwerker ook de overeenkomst (agreement)",
			},
		},
	},
	Register: func(c *Check) {
		for _, uses := range c.directly("") {
			party := c.view.Party(uses[0].party)
			switch party.Kind {
			case register.PartyKindAuthority, register.PartyKindPublic, register.PartyKindUnit, register.PartyKindPerson:
				continue // the kind tells enough
			}
			silent := slices.DeleteFunc(slices.Clone(uses), func(x *direct) bool { return x.data })
			h := Hit{At: "parties/" + party.ID, Args: args("party", c.party(party.ID)), Related: placesOf(uses), Tentative: tentativeAll(uses)}
			if len(silent) == 0 {
				h.Variant, h.Lighter = "role", true
			}
			c.Report(h)
		}
	},
}
