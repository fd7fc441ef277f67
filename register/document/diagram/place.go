package diagram

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// places are where a party processes data or from where it reaches them, and where
// its seat is.
type places struct {
	seats []register.Area
	sites []register.Area
}

func (p *places) add(q places) {
	for _, a := range q.seats {
		if !slices.Contains(p.seats, a) {
			p.seats = append(p.seats, a)
		}
	}
	for _, a := range q.sites {
		if !slices.Contains(p.sites, a) {
			p.sites = append(p.sites, a)
		}
	}
}

// placesOf returns the places of a party for a use: what is said there comes before
// what its service says, and that before what it says itself.
func (m *maker) placesOf(id, service string, locations []register.Area, access []register.Country) places {
	party := m.view.Party(id)
	var p places
	if party != nil {
		if party.Country != "" {
			p.seats = []register.Area{register.Area(party.Country)}
		} else if o := m.view.Register().Organisation; party.Kind == register.PartyKindUnit && o != nil && o.Country != "" {
			p.seats = []register.Area{register.Area(o.Country)}
		}
		for i := range party.Services {
			if s := &party.Services[i]; s.ID == service {
				if locations == nil {
					locations = s.Locations
				}
				if access == nil {
					access = s.RemoteAccess
				}
			}
		}
		if locations == nil {
			locations = party.Locations
		}
		if access == nil {
			access = party.RemoteAccess
		}
	}
	for _, a := range locations {
		p.add(places{sites: []register.Area{a}})
	}
	for _, c := range access {
		p.add(places{sites: []register.Area{register.Area(c)}})
	}
	return p
}

func (m *maker) outside(a register.Area) bool {
	c, ok := a.Country()
	return ok && !law.IsEEA(c, m.o.AsOf)
}

// kind says what the law minds: a seat elsewhere is no transfer by itself where it
// is said that the data stay in the EEA.
func (m *maker) kind(p *places) placeKind {
	list := p.sites
	if len(list) == 0 {
		list = p.seats
	}
	switch {
	case len(list) == 0:
		return unknownPlace
	case slices.ContainsFunc(list, m.outside):
		return outsideEEA
	}
	return inEEA
}

// told names the countries of a party, "" where none is stated.
func (m *maker) told(p *places) string {
	list := p.sites
	if len(list) == 0 {
		list = p.seats
	}
	names := m.areaNames(list)
	s := m.listed(names, 5)
	if rest := slices.DeleteFunc(slices.Clone(p.seats), func(a register.Area) bool { return slices.Contains(list, a) }); len(rest) > 0 {
		s += " (" + m.say("seat", strings.Join(m.areaNames(rest), ", ")) + ")"
	}
	return s
}

func (m *maker) areaNames(list []register.Area) []string {
	var names []string
	for _, a := range list {
		names = append(names, clean(m.words.Area(a)))
	}
	slices.Sort(names)
	return names
}

// band returns the frame of a column in which a party stands.
func (m *maker) band(c int, p *places) int {
	b := m.bandOf(p)
	if m.large != nil && b.place != unknownPlace && !m.large[b.key] {
		code := "band.eea-other"
		if b.place == outsideEEA {
			code = "band.outside-other"
		}
		b.key, b.title = code, m.say(code)
	}
	return m.g.columns[c].bandAt(b.key, b.title, b.place)
}

// mostBands is how many countries have frames of their own, by how many parties are
// there.
const mostBands = 8

// countBands finds the countries with frames of their own, where not all have one.
func (m *maker) countBands(f *flows) {
	if m.o.By != ByCountry {
		return
	}
	m.large = m.largest(func(add func(string)) {
		for i := range f.halts {
			add(m.bandOf(&f.halts[i].places).key)
		}
	}, mostBands)
}

func (m *maker) bandOf(p *places) band {
	kind := m.kind(p)
	code := [...]string{"band.eea", "band.outside", "band.unknown"}[kind]
	if m.o.By == ByEEA || kind == unknownPlace {
		return band{code, m.say(code), kind}
	}
	list := p.sites
	if len(list) == 0 {
		list = p.seats
	}
	if kind == outsideEEA { // the countries that matter
		list = slices.DeleteFunc(slices.Clone(list), func(a register.Area) bool { return !m.outside(a) })
	}
	name := capital(m.listed(m.areaNames(list), 2))
	if kind == outsideEEA {
		name = m.say("country-out", name)
	}
	return band{code + name, name, kind}
}
