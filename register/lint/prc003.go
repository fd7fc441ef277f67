package lint

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/binding"
	"github.com/openropa/ropa/register/value"
)

var prc003 = &Rule{
	Code:  "PRC-003",
	Title: value.Text{"en": "Sub-processors", "nl": "Subverwerkers"},
	Why: value.Text{
		"en": "A processor may engage another only with the written authorisation of the controller, tells it of changes, and passes on the same duties, down to the last in the chain.",
		"nl": "Een verwerker mag alleen met schriftelijke toestemming van de verwerkingsverantwoordelijke een andere verwerker inschakelen, licht die in over veranderingen en legt dezelfde verplichtingen op, tot en met de laatste in de keten.",
	},
	Articles: []string{"Art. 28(2) GDPR", "Art. 28(4) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show that the contract “{agreement}” allows the processor “{party}” to engage others; it engages {subs}",
				"nl": "het register laat niet zien dat de verwerker “{party}” volgens de overeenkomst “{agreement}” anderen mag inschakelen; ingeschakeld: {subs}",
			},
			Mend: value.Text{
				"en": "fill in subProcessors: authorisation (general or specific), notice or authorised, and flowDown at the agreement",
				"nl": "vul bij de overeenkomst subProcessors in: authorisation (general of specific), notice of authorised, en flowDown",
			},
		},
		"prohibited": {
			Says: value.Text{
				"en": "the contract “{agreement}” allows the processor “{party}” to engage nobody, but the register shows that it does: {subs}",
				"nl": "volgens de overeenkomst “{agreement}” mag de verwerker “{party}” niemand inschakelen, maar het register laat zien dat het toch gebeurt: {subs}",
			},
			Mend: value.Text{
				"en": "have the engagement ended, or agree on an authorisation and change subProcessors",
				"nl": "laat de inschakeling beëindigen, of spreek toestemming af en wijzig subProcessors",
			},
		},
		"specific": {
			Says: value.Text{
				"en": "the register does not show an authorisation by name, under the contract “{agreement}”, for all whom “{party}” engages directly or through others; missing: {subs}",
				"nl": "het register laat niet voor iedereen die “{party}” rechtstreeks of via anderen inschakelt, toestemming bij naam zien onder de overeenkomst “{agreement}”; die ontbreekt voor {subs}",
			},
			Mend: value.Text{
				"en": "authorise them and add them to subProcessors: authorised, or have the engagement ended",
				"nl": "geef toestemming en zet hen onder subProcessors: authorised, of laat de inschakeling beëindigen",
			},
		},
		"notice": {
			Says: value.Text{
				"en": "the register does not show how long beforehand “{party}” announces new sub-processors under the contract “{agreement}”, so that one can object",
				"nl": "het register laat niet zien hoe lang van tevoren “{party}” volgens de overeenkomst “{agreement}” nieuwe subverwerkers aankondigt, zodat bezwaar mogelijk is",
			},
			Mend: value.Text{
				"en": "fill in subProcessors: notice (such as P30D)",
				"nl": "vul subProcessors: notice in (zoals P30D)",
			},
		},
		"duties": {
			Says: value.Text{
				"en": "the register does not show that “{party}” imposes the duties of the contract “{agreement}” on {subs}",
				"nl": "het register laat niet zien dat “{party}” de verplichtingen uit de overeenkomst “{agreement}” oplegt aan {subs}",
			},
			Mend: value.Text{
				"en": "fill in subProcessors: flowDown, or agreement at the engagement",
				"nl": "vul subProcessors: flowDown in, of agreement bij de inschakeling",
			},
		},
		"unnamed": {
			Says: value.Text{
				"en": "the register does not show by name whom “{party}” engages under the contract “{agreement}”, only {subs}",
				"nl": "het register laat niet bij naam zien wie “{party}” onder de overeenkomst “{agreement}” inschakelt, alleen {subs}",
			},
			Mend: value.Text{
				"en": "ask “{party}” for the list of its sub-processors and add each of them as a party under engages",
				"nl": "vraag “{party}” om de lijst van subverwerkers en zet elk daarvan als partij onder engages",
			},
		},
		"circle": {
			Says: value.Text{
				"en": "the sub-processors run in a circle ({circle}): the register does not show who works for whom",
				"nl": "de subverwerkers vormen een kring ({circle}): het register laat niet zien wie voor wie werkt",
			},
			Mend: value.Text{
				"en": "check who engages whom, and correct engages",
				"nl": "ga na wie wie inschakelt, en verbeter engages",
			},
		},
		"client": {
			Says: value.Text{
				"en": "the register does not show an authorisation by {clients} for the processor “{party}”, which is engaged for “{activity}”",
				"nl": "het register laat geen toestemming van {clients} zien voor de verwerker “{party}”, die voor “{activity}” is ingeschakeld",
			},
			Mend: value.Text{
				"en": "fill in subProcessors: authorisation (and authorised) at the contract with the client",
				"nl": "vul bij de overeenkomst met de opdrachtgever subProcessors: authorisation (en authorised) in",
			},
		},
	},
	Register: func(c *Check) {
		engagements := newEngagements(c.pass)
		for _, uses := range c.directly(register.RoleProcessor) {
			told := make(map[string]bool)
			chains := make(map[string]*subChain) // by service, where the disclosure says nothing else
			for _, x := range uses {
				a, ok := c.contractFor(x)
				if !ok && x.own == nil && engagements.walked(x) {
					continue // its circles are known, and there is no contract to hold it against
				}
				chain := chains[x.service]
				if chain == nil || x.own != nil {
					chain = engagements.chainOf(x)
					for _, circle := range chain.circles {
						c.Report(Hit{At: circle.at, Variant: "circle", Lighter: true, Tentative: !x.live, Args: args("circle", c.arrows(circle.parties))})
					}
				}
				if x.own == nil {
					chains[x.service] = chain
				}
				if ok && len(chain.subs) > 0 && !x.law && !told[a.ID+" "+chain.key] {
					told[a.ID+" "+chain.key] = true
					c.authorisation(a, x, chain)
				}
			}
		}
	},
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() && !a.Ended && len(a.OnBehalfOf) > 0 {
			c.clientAuthorisation(a)
		}
	},
}

// authorisation holds the sub-processors of a direct processor against its
// contract.
func (c *Check) authorisation(a *register.Agreement, x *direct, chain *subChain) {
	report := func(variant string, subs []*sub, lighter bool) {
		h := Hit{
			At: "agreements/" + a.ID, Variant: variant, Key: strings.TrimSpace(x.party + " " + x.service + " " + variant), Lighter: lighter, Tentative: !x.live,
			Args: args("agreement", nameOr(a.Name, a.ID), "party", c.party(x.party), "subs", c.subNames(subs)),
		}
		for _, s := range subs[:min(len(subs), shownPlaces)] {
			h.Related = append(h.Related, s.at())
		}
		c.Report(h)
	}
	// All of them must be known by name at any time (EDPB Opinion 22/2024).
	if unnamed := slices.DeleteFunc(slices.Clone(chain.subs), c.isNamed); len(unnamed) > 0 {
		report("unnamed", unnamed, true)
	}
	terms := a.SubProcessors
	if terms == nil || terms.Authorisation == "" {
		report("", chain.subs, false)
		return
	}
	switch terms.Authorisation {
	case register.AuthorisationProhibited:
		report("prohibited", chain.subs, false)
		return
	case register.AuthorisationSpecific:
		if others := slices.DeleteFunc(slices.Clone(chain.subs), func(s *sub) bool { return isOne(s.party, terms.Authorised...) }); len(others) > 0 {
			report("specific", others, false)
		}
	case register.AuthorisationGeneral:
		if terms.Notice == "" { // the law asks for notice, not for a period
			report("notice", chain.subs, true)
		}
	}
	if terms.FlowDown == register.Yes {
		return
	}
	unbound := slices.DeleteFunc(slices.Clone(chain.subs), func(s *sub) bool { return terms.FlowDown != register.No && s.agreement })
	if len(unbound) > 0 {
		report("duties", unbound, terms.FlowDown != register.No)
	}
}

// isNamed reports whether a sub-processor is more than a category.
func (c *Check) isNamed(s *sub) bool {
	p := c.view.Party(s.party)
	return p != nil && p.Kind != register.PartyKindCategory
}

// clientAuthorisation asks whether the clients authorised whom the organisation
// engages for them.
func (c *Check) clientAuthorisation(a *Activity) {
	for i := range a.Flows {
		d := a.Flows[i].Disclosure
		party := c.view.Party(d.To)
		if d.As != register.RoleProcessor || party == nil || !binding.Needs(party) {
			continue
		}
		var clients []string
		for j := range a.OnBehalfOf {
			x := &a.OnBehalfOf[j]
			if c.on.Between(x.From, x.Until) && !c.clientAllows(x, d.To) {
				clients = append(clients, x.Party)
			}
		}
		if len(clients) > 0 {
			c.Report(Hit{
				At: a.At + "/onBehalfOf", Variant: "client", Key: d.To, Related: []string{a.Flows[i].At},
				Args: args("clients", quotedNames(c, clients), "party", c.party(d.To), "activity", c.activityName(a)),
			})
		}
	}
}

// clientAllows reports whether the contract with a client authorises a processor.
// A client without one is told by PRC-001.
func (c *Check) clientAllows(x *register.Client, party string) bool {
	a, ok := c.contractFor(&direct{directKey: directKey{party: x.Party, agreement: x.Agreement}})
	switch {
	case !ok:
		return true
	case a.SubProcessors == nil:
		return false
	case a.SubProcessors.Authorisation == register.AuthorisationSpecific:
		return isOne(party, a.SubProcessors.Authorised...)
	}
	return a.SubProcessors.Authorisation == register.AuthorisationGeneral
}

// arrows names parties as a path.
func (c *Check) arrows(ids []string) value.Text {
	t := make(value.Text, 2)
	for _, l := range Languages() {
		t[l] = c.pathIn(l, ids)
	}
	return t
}

func (c *Check) subNames(subs []*sub) value.Text {
	ids := make([]string, len(subs))
	for i, s := range subs {
		ids[i] = s.party
	}
	return quotedNames(c, ids)
}

// quotedNames lists parties, each in quotation marks.
func quotedNames(c *Check, ids []string) value.Text {
	var all []value.Text
	for _, id := range ids {
		all = append(all, quoted(c.party(id)))
	}
	return enumerate(all)
}
