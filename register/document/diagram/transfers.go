package diagram

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document/internal/whereabouts"
)

// mostCountries is the most countries of a chart.
const mostCountries = 16

// abroad is a country outside the EEA with the parties there: those that get data
// directly, and those that get them only through others.
type abroad struct {
	name            string
	direct, through int
	unknown         bool
}

func (a *abroad) parties() int { return a.direct + a.through }

// TransfersChart draws to which countries outside the EEA data go, nil where the
// register shows none and states all countries. The error is ErrNoDate.
func TransfersChart(view *register.View, chart *datamap.Map, o Options) (*Picture, error) {
	o.Activity, o.Party = "", ""
	m, err := newMaker(view, chart, o)
	if err != nil {
		return nil, err
	}
	rows := m.abroad()
	if len(rows) == 0 {
		return nil, nil
	}
	return m.transfersPicture(rows), nil
}

// abroad finds the countries, those with the most parties first, and at the end how
// many parties state none.
func (m *maker) abroad() []*abroad {
	of := make(map[register.Area]*abroad)
	unknown := &abroad{name: capital(m.say("transfers.unknown")), unknown: true}
	for _, p := range m.destinations() {
		if len(p.direct)+len(p.through) == 0 && whereabouts.Matters(m.view.Party(p.party)) {
			unknown.add(p.isDirect)
		}
		direct := m.transferredTo(p.direct)
		for _, area := range m.transferredTo(slices.Concat(p.direct, p.through)) {
			if of[area] == nil {
				of[area] = &abroad{name: capital(clean(m.words.Area(area)))}
			}
			of[area].add(slices.Contains(direct, area))
		}
	}
	rows := slices.SortedFunc(maps.Values(of), func(a, b *abroad) int {
		return cmp.Or(cmp.Compare(b.parties(), a.parties()), strings.Compare(a.name, b.name))
	})
	if unknown.parties() > 0 {
		rows = append(rows, unknown)
	}
	return rows
}

func (a *abroad) add(direct bool) {
	if direct {
		a.direct++
	} else {
		a.through++
	}
}

// reached is a party that data reach, with the countries that are stated for what
// it gets directly and through others.
type reached struct {
	party           string
	direct, through []datamap.Destination
	isDirect        bool
}

// destinations returns the parties that data of the activities reach.
func (m *maker) destinations() []reached {
	var all []reached
	for _, r := range m.chart.ReachesFrom(m.activities(), m.o.AsOf) { // by party
		if len(all) == 0 || all[len(all)-1].party != r.Party {
			all = append(all, reached{party: r.Party})
		}
		p := &all[len(all)-1]
		to := &p.through
		if len(r.Via) == 0 {
			to, p.isDirect = &p.direct, true
		}
		for _, c := range r.Countries {
			*to = append(*to, c.Destination)
		}
	}
	return all
}

// transferredTo returns the countries outside the EEA to which a party takes data:
// its seat only where nothing is said of where it processes them.
func (m *maker) transferredTo(all []datamap.Destination) []register.Area {
	var p places
	for _, d := range all {
		if d.How == "seat" {
			p.add(places{seats: []register.Area{d.Country}})
		} else {
			p.add(places{sites: []register.Area{d.Country}})
		}
	}
	list := p.sites
	if len(list) == 0 {
		list = p.seats
	}
	return slices.DeleteFunc(list, func(a register.Area) bool { return !m.outside(a) })
}

// transfersPicture draws a bar for each country: those that get data directly, then
// those that get them only through others.
func (m *maker) transfersPicture(rows []*abroad) *Picture {
	rest := 0
	if len(rows) > mostCountries {
		rest = len(rows) - mostCountries
		rows = append(rows[:mostCountries-1:mostCountries-1], rows[len(rows)-1])
	}
	most := 1
	for _, r := range rows {
		most = max(most, r.parties())
	}
	c := newChart(float64(most)*1.02, steps(float64(most), []float64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000}, whole), len(rows), 20)
	var told []string
	for i, r := range rows {
		y := c.top + float64(i)*20 + 10
		c.label(y+2.8, r.name, marks{})
		told = append(told, r.name+": "+m.bar(c, r, y))
	}
	c.key(func(x, y float64) { c.s.box(x-9, y-3.5, 18, 7, 1, blue, none, 0) }, m.say("transfers.direct"))
	c.key(func(x, y float64) { c.s.box(x-9, y-3.5, 18, 7, 1, paleBlue, blue, 0.9) }, m.say("transfers.through"))
	if rest > 0 {
		c.note(m.say("transfers.rest", rest))
	}
	p := &Picture{Title: m.say("transfers.title"), Description: m.say("transfers.about") + " " + strings.Join(told, "; ") + ".", plain: c.s}
	p.headed = headed(c.s, p.Title, m.say("transfers.about"))
	return p
}

// bar draws the bar of a country and returns what it says.
func (m *maker) bar(c *chart, r *abroad, y float64) string {
	top, height := y-5, 10.0
	direct, all := float64(r.direct)*c.unit, float64(r.parties())*c.unit
	if r.unknown {
		c.s.box(c.zero, top, all, height, 1, paper, grey, 0.9, 2, 2)
	} else {
		if r.through > 0 {
			c.s.box(c.zero+direct, top, all-direct, height, 1, paleBlue, blue, 0.9)
		}
		if r.direct > 0 {
			c.s.box(c.zero, top, direct, height, 1, blue, none, 0)
		}
	}
	text := m.say("count.party")
	if r.parties() != 1 {
		text = m.say("count.parties", r.parties())
	}
	switch {
	case r.unknown:
	case r.direct == 0:
		text += ", " + m.say("transfers.only")
	case r.through > 0:
		text += ", " + m.say("transfers.some", r.through)
	}
	c.s.text(c.zero+all+6, y+2.8, text, detailSize, false, black)
	return text
}
