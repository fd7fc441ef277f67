package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// carried is what the register states for the transfer to a party in a third
// country (Art. 44-49).
type carried struct {
	*reached
	country  value.Country
	transfer *register.Transfer
	list     []register.Transfer // where it stands
	by       string              // the address of whoever states it
}

// at returns the address of the transfer.
func (t *carried) at() string {
	for i, name := range register.Names(t.list) {
		if &t.list[i] == t.transfer {
			return t.by + "/transfers/" + name
		}
	}
	return t.by + "/transfers"
}

// newCarried collects the transfers in force to whom data reach: those to a
// country that is named, and those to any for the countries that are known.
func newCarried(p *pass) []carried {
	var all []carried
	for i := range p.arrivals() {
		x := &p.arrivals()[i]
		for _, s := range transfersOf(x) {
			for j := range s.transfers {
				t := &s.transfers[j]
				if !x.on.Between(t.From, t.Until) {
					continue
				}
				for _, c := range p.abroad(x, t, s.transfers) {
					all = append(all, carried{x, c, t, s.transfers, s.at})
				}
			}
		}
	}
	return all
}

// transfersOf returns the lists of transfers that hold for a party.
func transfersOf(x *reached) []saidOf {
	return x.nearest(func(s *saidOf) bool { return s.transfers != nil })
}

// abroad returns the third countries that a transfer is to.
func (p *pass) abroad(x *reached, t *register.Transfer, list []register.Transfer) []value.Country {
	if t.Country != "" {
		if law.IsEEA(t.Country, x.on) || p.atHome(x, t.Country) {
			return nil
		}
		return []value.Country{t.Country}
	}
	var all []value.Country
	for i := range x.Countries {
		c, ok := x.Countries[i].Country.Country()
		named := slices.ContainsFunc(list, func(t register.Transfer) bool { return t.Country == c && x.on.Between(t.From, t.Until) })
		if ok && x.Countries[i].OutsideEEA && !named && !p.atHome(x, c) && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// atHome reports whether a country is no third country although it lies outside
// the EEA: the United Kingdom under its own law.
func (p *pass) atHome(x *reached, c value.Country) bool {
	return c == "GB" && p.lawOf(x) == register.RegulationUkGdpr
}

// decisionsApply reports whether the adequacy decisions of the Commission decide
// on a transfer (Art. 45; Art. 47 of Regulation 2018/1725). The United Kingdom and
// Directive 2016/680 have lists of their own.
func (p *pass) decisionsApply(x *reached) bool {
	r := p.lawOf(x)
	return r == register.RegulationGdpr || r == register.RegulationEudpr
}

// transferArgs name the transfer in a sentence.
func (p *pass) transferArgs(t *carried, more ...any) map[string]value.Text {
	all := args(more...)
	all["party"], all["country"] = p.party(t.Party), countryName(t.country)
	return all
}

// hit is a finding about a transfer.
func (t *carried) hit(c *Check, variant string, more ...any) Hit {
	at := t.at()
	return Hit{
		At: at, Variant: variant, Key: t.Party + " " + string(t.country), Args: c.transferArgs(t, more...),
		Related: t.steps(), Tentative: c.tentative(t.reached),
	}
}

// transfers calls a function for each transfer that is stated, once for each
// place where it stands and each country, those of today first.
func (c *Check) eachTransfer(look func(*carried)) {
	type key struct {
		t       *register.Transfer
		party   string
		country value.Country
	}
	seen := make(map[key]bool)
	all := c.transfers()
	for i := range all {
		t := &all[i]
		if k := (key{t.transfer, t.Party, t.country}); !seen[k] {
			seen[k] = true
			look(t)
		}
	}
}
