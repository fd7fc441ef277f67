package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var prc007 = &Rule{
	Code:  "PRC-007",
	Title: value.Text{"en": "Joint controllers without an arrangement", "nl": "Gezamenlijke verwerkingsverantwoordelijken zonder regeling"},
	Why: value.Text{
		"en": "Those who decide jointly on purposes and means arrange who does what, above all towards the people concerned, and make the essence of it available to them.",
		"nl": "Wie samen doel en middelen bepalen, leggen vast wie wat doet, vooral tegenover de betrokkenen, en stellen de wezenlijke inhoud daarvan voor hen beschikbaar.",
	},
	Articles: []string{"Art. 26(1) GDPR", "Art. 26(2) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show an arrangement in force with the joint controller “{party}”",
				"nl": "het register laat geen geldende regeling zien met de gezamenlijke verwerkingsverantwoordelijke “{party}”",
			},
			Mend: value.Text{
				"en": "add it under agreements (kind: arrangement, between: [{id}]) with responsibilities and essence",
				"nl": "zet die onder agreements (kind: arrangement, between: [{id}]) met responsibilities en essence",
			},
		},
		"essence": {
			Says: value.Text{
				"en": "the register does not show where people find the essence of the arrangement “{agreement}” with “{party}”",
				"nl": "het register laat niet zien waar betrokkenen de wezenlijke inhoud van de regeling “{agreement}” met “{party}” vinden",
			},
			Mend: value.Text{
				"en": "publish the essence, and fill in essence (the text, or where it is)",
				"nl": "maak de wezenlijke inhoud openbaar en vul essence in (de tekst, of waar die staat)",
			},
		},
		"duties": {
			Says: value.Text{
				"en": "the register does not show who does what under the arrangement “{agreement}” with “{party}”",
				"nl": "het register laat niet zien wie wat doet volgens de regeling “{agreement}” met “{party}”",
			},
			Mend: value.Text{
				"en": "fill in responsibilities (and contactPoint), or document",
				"nl": "vul responsibilities (en contactPoint) in, of document",
			},
		},
		"placed": {
			Says: value.Text{
				"en": "the register shows “{party}” as a processor, though its technique on the site serves advertising or social media; whoever places it mostly decides jointly with that party",
				"nl": "in het register staat “{party}” als verwerker, hoewel zijn techniek op de site voor advertenties of sociale media dient; wie die plaatst, beslist meestal samen met die partij",
			},
			Mend: value.Text{
				"en": "check the role (as: joint-controller, with an arrangement), or note why the party decides nothing itself",
				"nl": "ga de rol na (as: joint-controller, met een regeling), of leg in note vast waarom de partij niets zelf bepaalt",
			},
		},
	},
	Register: func(c *Check) {
		for _, uses := range c.directly(register.RoleJointController) {
			c.arrangementsWith(c.view.Party(uses[0].party), uses)
		}
	},
	Activity: func(c *Check, a *Activity) {
		if !a.Ended && !a.IsProcessor() {
			c.placedTechnique(a)
		}
	},
}

// arrangementsWith judges the arrangements with a joint controller.
func (c *Check) arrangementsWith(party *register.Party, uses []*direct) {
	var none []*direct
	told := make(map[string]bool)
	for _, x := range uses {
		a := c.arrangementFor(x)
		switch {
		case x.law: // the law itself says who does what (Art. 26(1))
		case a == nil:
			none = append(none, x)
		case !told[a.ID]:
			told[a.ID] = true
			c.arrangement(a, party, uses)
		}
	}
	if len(none) > 0 && party.Kind != register.PartyKindUnit {
		c.Report(Hit{At: "parties/" + party.ID, Args: args("party", c.party(party.ID), "id", party.ID), Related: placesOf(none), Tentative: tentativeAll(none)})
	}
}

func (c *Check) arrangement(a *register.Agreement, party *register.Party, uses []*direct) {
	h := Hit{
		At: "agreements/" + a.ID, Related: placesOf(uses), Tentative: tentativeAll(uses),
		Args: args("agreement", nameOr(a.Name, a.ID), "party", c.party(party.ID)),
	}
	if a.Essence == nil {
		h.Variant, h.Key = "essence", party.ID+" essence"
		c.Report(h)
	}
	said := slices.ContainsFunc(uses, func(x *direct) bool { return x.duties })
	if a.Responsibilities == nil && a.Document == "" && !said {
		h.Variant, h.Key, h.Lighter = "duties", party.ID+" duties", true
		c.Report(h)
	}
}

// arrangementFor returns the arrangement in force that is named, or that is
// between the two; nil for none.
func (c *Check) arrangementFor(x *direct) *register.Agreement {
	if a := c.view.Agreement(x.agreement); a != nil && c.contracts().Holds(a) && a.Kind != register.AgreementKindProcessorContract {
		return a
	}
	for _, e := range c.view.Entities(register.KindAgreements) {
		a, ok := e.(*register.Agreement)
		if ok && a.Kind == register.AgreementKindArrangement && isOne(x.party, a.Between...) && c.contracts().Holds(a) {
			return a
		}
	}
	return nil
}

// placedTechnique looks for parties whose cookies or pixels serve advertising or
// social media and who are called processors (C-210/16, C-40/17).
func (c *Check) placedTechnique(a *Activity) {
	for i := range a.Flows {
		f := &a.Flows[i]
		if f.As != register.RoleProcessor || f.Note != nil {
			continue
		}
		for j := range a.Purposes {
			u := &a.Purposes[j]
			if u.Device != register.DeviceConsent || f.Purposes == nil && len(a.Purposes) > 1 || f.Purposes != nil && !isOne(u.Purpose, f.Purposes...) {
				continue
			}
			if c.terms.withinAny(register.KindPurposes, u.Purpose, "advertising", "social-sharing") {
				c.Report(Hit{At: f.At, Variant: "placed", Lighter: true, Args: args("party", c.party(f.To)), Related: []string{a.PurposeAt(j)}})
				break
			}
		}
	}
}
