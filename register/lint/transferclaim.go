package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// transferClaims holds what an activity says of its transfers against the flows
// (Art. 30(1)(e)).
func (c *Check) transferClaims(a *Activity) {
	name := c.activityName(a)
	shown := c.countriesOf(a)
	if len(a.Transfers) == 0 {
		if len(shown) > 0 {
			c.Report(Hit{At: a.At + "/transfers", Variant: "none", Args: args("activity", name, "parties", c.whoWhere(shown)), Related: places(shown)})
		}
		return
	}
	at := func(i int) string { return a.At + "/transfers/" + register.Names(a.Transfers)[i] }
	var missing []datamap.Answer
	for _, x := range shown {
		if !slices.ContainsFunc(a.Transfers, func(t register.TransferClaim) bool { return string(t.To) == x.ID || t.UnknownCountry == register.Yes }) {
			missing = append(missing, x)
		}
	}
	if len(missing) > 0 {
		c.Report(Hit{At: a.At + "/transfers", Variant: "incomplete", Lighter: true, Args: args("activity", name, "parties", c.whoWhere(missing)), Related: places(missing)})
	}
	for i := range a.Transfers {
		t := &a.Transfers[i]
		switch {
		case t.UnknownCountry == register.Yes:
			c.Report(Hit{At: at(i), Variant: "unknown", Args: args("activity", name)})
		case t.To == "" || law.IsEEA(t.To, c.on) || c.knownThere(a, t.To):
		case !slices.ContainsFunc(shown, func(x datamap.Answer) bool { return x.ID == string(t.To) }):
			c.Report(Hit{At: at(i), Variant: "claimed", Lighter: true, Args: args("activity", name, "country", countryName(t.To))})
		}
	}
}

// countriesOf returns the third countries that data of an activity reach, each
// with a flow that shows it.
func (c *Check) countriesOf(a *Activity) []datamap.Answer {
	if !c.mayGoAbroad(a) {
		return nil
	}
	found, err := c.chart.Ask(datamap.Countries, datamap.Filter{
		AsOf: max(c.on, a.From), Activities: []string{a.ID}, OutsideEEA: register.Yes, Planned: true, Evidence: shownPlaces,
	})
	if err != nil {
		return nil
	}
	uk := c.regulation(a) == register.RegulationUkGdpr
	return slices.DeleteFunc(slices.Clone(found.Answers), func(x datamap.Answer) bool {
		country, ok := value.Area(x.ID).Country()
		return !ok || law.IsEEA(country, max(c.on, a.From)) || uk && country == "GB" || c.allUnits(&x)
	})
}

// allUnits reports whether none but departments of the organisation are shown.
func (c *Check) allUnits(x *datamap.Answer) bool {
	return !slices.ContainsFunc(x.Evidence, func(e datamap.Evidence) bool {
		p := c.view.Party(e.Recipient)
		return p == nil || p.Kind != register.PartyKindUnit
	})
}

// knownThere reports whether a client or joint controller of an activity is in a
// country.
func (c *Check) knownThere(a *Activity, country value.Country) bool {
	in := func(id string) bool {
		p := c.view.Party(id)
		return p != nil && (p.Country == country || isOne(value.Area(country), p.Locations...))
	}
	return slices.ContainsFunc(a.OnBehalfOf, func(x register.Client) bool { return in(x.Party) }) ||
		slices.ContainsFunc(a.JointWith, func(x register.JointController) bool { return in(x.Party) }) ||
		slices.ContainsFunc(a.Controllers, in)
}

// whoWhere names parties with their countries.
func (c *Check) whoWhere(all []datamap.Answer) value.Text {
	var list []value.Text
	for _, x := range all {
		country := countryName(value.Country(x.ID))
		party := c.party(x.Evidence[0].Recipient)
		t := make(value.Text, 2)
		for _, l := range Languages() {
			t[l] = "“" + party.In(l) + "” (" + country[l] + ")"
		}
		list = append(list, t)
	}
	return enumerate(list)
}

func places(all []datamap.Answer) []string {
	var list []string
	for _, x := range all {
		list = append(append(list, x.Evidence[0].At), x.Evidence[0].Path...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// inWords reports whether every activity of which data reach a party names the
// country and, in words, the safeguards.
func (p *pass) inWords(x *reached, country value.Country) bool {
	claims := func(a *register.Activity) bool {
		return slices.ContainsFunc(a.Transfers, func(t register.TransferClaim) bool { return t.To == country && t.Safeguards != nil })
	}
	if x.Activity != nil && !claims(x.Activity) {
		return false // one of them: the others need not be looked for
	}
	found, err := p.chart.Ask(datamap.Activities, datamap.Filter{AsOf: x.on, Recipients: []string{x.Party}, Planned: x.planned, Brief: true})
	if err != nil || len(found.Answers) == 0 {
		return false
	}
	return !slices.ContainsFunc(found.Answers, func(a datamap.Answer) bool { return !claims(p.view.Activity(a.ID)) })
}

// mayGoAbroad reports whether data of an activity may reach a third country: a
// quick look before the flows are asked.
func (c *Check) mayGoAbroad(a *Activity) bool {
	for i := range a.Flows {
		if d := a.Flows[i].Disclosure; c.leadsAbroad(d.To) || d.Locations != nil || d.RemoteAccess != nil || d.Engages != nil || d.Recipients != nil {
			return true
		}
	}
	return a.Tentative // begins later: what is in force then is not known here
}

// leadsAbroad reports whether a party, or one to whom it may pass data on, is in
// a third country.
func (p *pass) leadsAbroad(party string) bool { return p.abroadOf()[party] }

// newAbroad works out which parties lead abroad: backwards along the steps.
func newAbroad(p *pass) map[string]bool {
	from := make(map[string][]string)
	abroad := make(map[string]bool)
	var todo []string
	mark := func(id string) {
		if !abroad[id] {
			abroad[id] = true
			todo = append(todo, id)
		}
	}
	for _, e := range p.view.Entities(register.KindParties) {
		party, ok := e.(*register.Party)
		if !ok {
			continue
		}
		for _, x := range stepsOf(party) {
			from[x.Party] = append(from[x.Party], party.ID)
			if anyOutside(x.Locations, x.RemoteAccess, p.on) {
				mark(party.ID)
			}
		}
		if isOutside(party, p.on) {
			mark(party.ID)
		}
	}
	for len(todo) > 0 {
		id := todo[0]
		todo = todo[1:]
		for _, above := range from[id] {
			mark(above)
		}
	}
	return abroad
}

// stepsOf returns all steps that a party or one of its services states.
func stepsOf(p *register.Party) []*register.Onward {
	var all []*register.Onward
	add := func(lists ...[]register.Onward) {
		for _, list := range lists {
			for i := range list {
				all = append(all, &list[i])
			}
		}
	}
	add(p.Engages, p.Recipients)
	for i := range p.Services {
		add(p.Services[i].Engages, p.Services[i].Recipients)
	}
	return all
}

func isOutside(p *register.Party, on value.Date) bool {
	if p.Country != "" && !law.IsEEA(p.Country, on) || anyOutside(p.Locations, p.RemoteAccess, on) {
		return true
	}
	return slices.ContainsFunc(p.Services, func(s register.Service) bool { return anyOutside(s.Locations, s.RemoteAccess, on) })
}

func anyOutside(locations []value.Area, remote []value.Country, on value.Date) bool {
	return slices.ContainsFunc(locations, func(a value.Area) bool {
		c, ok := a.Country()
		return ok && !law.IsEEA(c, on)
	}) || slices.ContainsFunc(remote, func(c value.Country) bool { return !law.IsEEA(c, on) })
}
