package scale

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// ChangeActivity returns the register with another activity at a position. It
// shares everything else with the register that the options give, which is not
// altered.
func ChangeActivity(r *register.Register, o Options, at int) *register.Register {
	m := newMaker(o)
	m.services = make([][]register.Service, len(r.Parties))
	for i, p := range r.Parties {
		m.services[i] = p.Services
	}
	changed := *r
	changed.Activities = slices.Clone(r.Activities)
	changed.Activities[at] = m.activity(at, second)
	return &changed
}

// ChangeParty returns the register with another party at a position: another
// seat and other sub-processors, with the same services. It shares everything
// else with the register that the options give, which is not altered.
func ChangeParty(r *register.Register, o Options, at int) *register.Register {
	p := newMaker(o).partyOf(at, second)
	p.Services = r.Parties[at].Services
	changed := *r
	changed.Parties = slices.Clone(r.Parties)
	changed.Parties[at] = p
	return &changed
}
