package datamap_test

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/law"
)

// country is a destination of a stop.
type country struct {
	datamap.Destination
	doubts doubts
}

func (o *oracle) isOutside(a register.Area) bool {
	return a != "EEA" && a != "EU" && !law.IsEEA(register.Country(a), o.f.AsOf)
}

func (o *oracle) countries(s *stop, at string) []country {
	transfers := lists(o, s, func(d *register.Disclosure) []register.Transfer { return d.Transfers },
		func(x *register.Onward) []register.Transfer { return x.Transfers },
		func(v *register.Service) []register.Transfer { return v.Transfers },
		func(p *register.Party) []register.Transfer { return p.Transfers }, at)
	var all []country
	add := func(a register.Area, how, by, at string, ds doubts) {
		var tools []register.Transfer
		for _, l := range transfers {
			if !l.left {
				tools = l.list
			}
		}
		for _, l := range transfers {
			if l.left && l.at == by {
				tools = l.list
			}
		}
		c := country{datamap.Destination{Country: a, How: how, At: at, OutsideEEA: o.isOutside(a)}, ds}
		for _, t := range slices.Backward(tools) {
			if t.Country == "" && c.OutsideEEA && o.f.AsOf.Between(t.From, t.Until) {
				c.Tool = t.Tool
			}
		}
		for _, t := range slices.Backward(tools) {
			if t.Country != "" && register.Area(t.Country) == a && o.f.AsOf.Between(t.From, t.Until) {
				c.Tool = t.Tool
			}
		}
		all = append(all, c)
	}
	if p := o.view.Party(s.party); p != nil && p.Country != "" {
		add(register.Area(p.Country), "seat", "parties/"+p.ID, "parties/"+p.ID+"/country", unsure(p.Remarks, countryInferred))
	}
	for _, l := range lists(o, s, func(d *register.Disclosure) []register.Area { return d.Locations },
		func(x *register.Onward) []register.Area { return x.Locations },
		func(v *register.Service) []register.Area { return v.Locations },
		func(p *register.Party) []register.Area { return p.Locations }, at) {
		for _, a := range l.list {
			add(a, "location", l.at, l.at+"/locations", join(unsure(l.remarks, countryInferred), ifLeft(l.left, countryInferred)))
		}
	}
	for _, l := range lists(o, s, func(d *register.Disclosure) []register.Country { return d.RemoteAccess },
		func(x *register.Onward) []register.Country { return x.RemoteAccess },
		func(v *register.Service) []register.Country { return v.RemoteAccess },
		func(p *register.Party) []register.Country { return p.RemoteAccess }, at) {
		for _, a := range l.list {
			add(register.Area(a), "remote-access", l.at, l.at+"/remoteAccess", join(unsure(l.remarks, countryInferred), ifLeft(l.left, countryInferred)))
		}
	}
	return all
}

// own is a purpose of its own of a party.
type own struct {
	purpose string
	doubts  doubts
}

func (o *oracle) ownPurposes(s *stop, at string) (purposes []own, none []doubts) {
	for _, l := range lists(o, s, func(d *register.Disclosure) []register.OwnPurpose { return d.OwnPurposes }, nil,
		func(v *register.Service) []register.OwnPurpose { return v.OwnPurposes },
		func(p *register.Party) []register.OwnPurpose { return p.OwnPurposes }, at) {
		by := join(unsure(l.remarks, ownInferred), ifLeft(l.left, ownInferred))
		if len(l.list) == 0 {
			none = append(none, by)
		}
		for _, p := range l.list {
			purposes = append(purposes, own{p.Purpose, join(by, unsure(p.Remarks, ownInferred))})
		}
	}
	return purposes, none
}

// places returns the countries of a stop that the filter asks for, and whether
// the register says too little.
func (o *oracle) places(s *stop, at string) (map[register.Area]doubts, bool) {
	all := o.countries(s, at)
	if len(all) == 0 {
		return nil, true
	}
	matched := map[register.Area]doubts{}
	every, vague := doubts{}, false
	for _, c := range all {
		every = join(every, c.doubts)
		if o.f.OutsideEEA == register.No && c.OutsideEEA {
			return nil, false
		}
		if len(o.f.Countries) > 0 && !slices.Contains(o.f.Countries, register.Country(c.Country)) {
			for _, wanted := range o.f.Countries {
				vague = vague || c.Country == "EEA" && law.IsEEA(wanted, o.f.AsOf) || c.Country == "EU" && law.IsEU(wanted, o.f.AsOf)
			}
			continue
		}
		if o.f.OutsideEEA == register.Yes && !c.OutsideEEA {
			continue
		}
		if old, ok := matched[c.Country]; !ok || fewer(c.doubts, old) {
			matched[c.Country] = c.doubts
		}
	}
	if o.f.OutsideEEA == register.No {
		for area := range matched {
			matched[area] = every
		}
	}
	return matched, len(matched) == 0 && vague && o.f.OutsideEEA != register.Yes
}
