package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/binding"
	"github.com/openropa/ropa/register/value"
)

var prc001 = &Rule{
	Code:  "PRC-001",
	Title: value.Text{"en": "Processor without a contract", "nl": "Verwerker zonder overeenkomst"},
	Why: value.Text{
		"en": "A processor may process data only under a contract, or another legal act, that binds it to the controller, in writing.",
		"nl": "Een verwerker mag alleen gegevens verwerken op grond van een schriftelijke overeenkomst, of een andere rechtshandeling, die de verwerker aan de verwerkingsverantwoordelijke bindt.",
	},
	Articles: []string{"Art. 28(3) GDPR", "Art. 28(9) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show a contract with the processor “{party}”",
				"nl": "het register laat geen overeenkomst zien met de verwerker “{party}”",
			},
			Mend: value.Text{
				"en": "add it under agreements (kind: processor-contract, between: [{id}], signed) or name the law that binds the processor at the disclosure",
				"nl": "zet die onder agreements (kind: processor-contract, between: [{id}], signed) of noem bij de verstrekking de wet die de verwerker bindt (law)",
			},
		},
		"force": {
			Says: value.Text{
				"en": "the contract “{agreement}” with the processor “{party}” is not in force on {day} ({when}); the register does not show another",
				"nl": "de overeenkomst “{agreement}” met de verwerker “{party}” geldt niet op {day} ({when}); het register laat geen andere zien",
			},
			Mend: value.Text{
				"en": "correct signed, from or until, add the contract that is in force, or end the disclosure (until)",
				"nl": "verbeter signed, from of until, voeg de geldende overeenkomst toe, of beëindig de verstrekking (until)",
			},
		},
		"kind": {
			Says: value.Text{
				"en": "the agreement “{agreement}” that is named for the processor “{party}” is not a processor contract",
				"nl": "de afspraak “{agreement}” die voor de verwerker “{party}” is genoemd, is geen verwerkersovereenkomst",
			},
			Mend: value.Text{
				"en": "name the contract with the processor, or correct its kind or the role of the recipient",
				"nl": "noem de overeenkomst met de verwerker, of verbeter de soort (kind) of de rol van de ontvanger",
			},
		},
		"undated": {
			Says: value.Text{
				"en": "the register does not show when the contract “{agreement}” with “{party}” was signed, or where it can be found",
				"nl": "het register laat niet zien wanneer de overeenkomst “{agreement}” met “{party}” is getekend, of waar die te vinden is",
			},
			Mend: value.Text{
				"en": "fill in signed, or document",
				"nl": "vul signed in, of document",
			},
		},
		"client": {
			Says: value.Text{
				"en": "the register does not show a contract in force with {clients}, on whose behalf “{activity}” is carried out",
				"nl": "het register laat geen geldende overeenkomst zien met {clients}, namens wie “{activity}” wordt uitgevoerd",
			},
			Mend: value.Text{
				"en": "add the contract under agreements and name it under onBehalfOf",
				"nl": "zet de overeenkomst onder agreements en noem haar onder onBehalfOf",
			},
		},
	},
	Register: func(c *Check) {
		for _, uses := range c.directly(register.RoleProcessor) {
			if party := c.view.Party(uses[0].party); binding.Needs(party) {
				c.contractsOf(party, uses)
			}
		}
	},
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() && !a.Ended {
			c.clientContracts(a)
		}
	},
}

// contractsOf judges the contracts with a direct processor.
func (c *Check) contractsOf(party *register.Party, uses []*direct) {
	var none []*direct
	bad := make(map[string][]*direct)
	var order []string
	undated := make(map[string]bool)
	for _, x := range uses {
		agreement, ok := c.contractFor(x)
		switch {
		case x.law || c.clausesBind(party, x):
		case agreement == nil:
			none = append(none, x)
		case !ok:
			if bad[agreement.ID] == nil {
				order = append(order, agreement.ID)
			}
			bad[agreement.ID] = append(bad[agreement.ID], x)
		case agreement.Signed.IsZero() && agreement.From.IsZero() && agreement.Document == "" && !undated[agreement.ID]:
			undated[agreement.ID] = true
			c.Report(Hit{
				At: "agreements/" + agreement.ID, Variant: "undated", Key: party.ID, Lighter: true, Tentative: !x.live,
				Args: args("party", c.party(party.ID), "agreement", nameOr(agreement.Name, agreement.ID)), Related: x.at,
			})
		}
	}
	if len(none) > 0 {
		c.Report(Hit{
			At: "parties/" + party.ID, Args: args("party", c.party(party.ID), "id", party.ID), Related: placesOf(none),
			Lighter: party.Kind == register.PartyKindCategory, Tentative: tentativeAll(none),
		})
	}
	for _, id := range order {
		c.contractOutOfForce(party, c.view.Agreement(id), bad[id])
	}
}

func (c *Check) contractOutOfForce(party *register.Party, a *register.Agreement, uses []*direct) {
	h := Hit{
		At: "agreements/" + a.ID, Variant: "force", Key: party.ID, Related: placesOf(uses), Tentative: tentativeAll(uses),
		Args: args("party", c.party(party.ID), "agreement", nameOr(a.Name, a.ID), "day", c.on),
	}
	switch {
	case !binding.Binds(a):
		h.Variant = "kind"
	case !a.Until.IsZero() && a.Until < c.on:
		h.Args["when"] = value.Text{"en": "until " + a.Until.String(), "nl": "tot en met " + a.Until.String()}
	default:
		from := max(a.From, a.Signed)
		h.Args["when"] = value.Text{"en": "from " + from.String(), "nl": "vanaf " + from.String()}
	}
	c.Report(h)
}

// contractFor returns the contract under which a processor works, and whether it is
// one of Art. 28(3) and in force.
func (p *pass) contractFor(x *direct) (*register.Agreement, bool) {
	all, ok := p.contracts().Of(x.agreement, x.party)
	if len(all) == 0 {
		return nil, false
	}
	return all[0], ok
}

// clausesBind reports whether standard clauses for a transfer bind a processor:
// they take the place of a contract.
func (p *pass) clausesBind(party *register.Party, x *direct) bool {
	return binding.ByClauses(party, x.service, x.own, p.on)
}

// clientContracts looks for the contracts with those on whose behalf an activity
// is carried out.
func (c *Check) clientContracts(a *Activity) {
	var without []string
	for i := range a.OnBehalfOf {
		x := &a.OnBehalfOf[i]
		if !c.on.Between(x.From, x.Until) {
			continue
		}
		if _, ok := c.contractFor(&direct{directKey: directKey{party: x.Party, agreement: x.Agreement}}); !ok {
			without = append(without, x.Party)
		}
	}
	if len(without) > 0 {
		c.Report(Hit{At: a.At + "/onBehalfOf", Variant: "client", Args: args("clients", quotedNames(c, without), "activity", c.activityName(a))})
	}
}
