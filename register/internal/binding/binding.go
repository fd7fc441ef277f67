// Package binding finds what binds a processor to the organisation (Art. 28(3)), so
// that the rules and the documents say the same of it.
package binding

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// Contracts are the contracts of a register with processors, as of a day.
type Contracts struct {
	view *register.View
	on   value.Date
	by   map[string][]*register.Agreement
}

// New lists them by the other party.
func New(view *register.View, on value.Date) *Contracts {
	c := &Contracts{view, on, make(map[string][]*register.Agreement)}
	for _, e := range view.Entities(register.KindAgreements) {
		if a, ok := e.(*register.Agreement); ok && len(a.Between) == 1 && Binds(a) {
			c.by[a.Between[0]] = append(c.by[a.Between[0]], a)
		}
	}
	return c
}

// Binds reports whether an agreement may be a contract of Art. 28(3): one that is not
// said to be something else, or that has its clauses.
func Binds(a *register.Agreement) bool {
	return a.Kind == "" || a.Kind == register.AgreementKindProcessorContract || len(a.Clauses) > 0
}

// Holds reports whether an agreement is signed and applies on the day.
func (c *Contracts) Holds(a *register.Agreement) bool {
	return c.on.Between(a.From, a.Until) && a.Signed <= c.on
}

// Of returns the contracts under which a processor works: the one that the disclosure
// names, "" for none, or those in force between the organisation and the party, else
// the party to which it belongs, and true; where none is in force, the one that is
// named or the last of the others, nothing where there is none, and false.
func (c *Contracts) Of(named, party string) ([]*register.Agreement, bool) {
	a := c.view.Agreement(named)
	if a != nil && Binds(a) && c.Holds(a) {
		return []*register.Agreement{a}, true
	}
	others := c.with(party)
	holding := slices.DeleteFunc(slices.Clone(others), func(a *register.Agreement) bool { return !c.Holds(a) })
	switch {
	case len(holding) > 0:
		return holding, true
	case a != nil:
		return []*register.Agreement{a}, false
	case len(others) > 0:
		return others[len(others)-1:], false
	}
	return nil, false
}

// with returns the contracts between the organisation and a party, or the party to
// which it belongs: a group may sign for its members.
func (c *Contracts) with(party string) []*register.Agreement {
	for seen := 0; party != "" && seen < 8; seen++ {
		if all := c.by[party]; len(all) > 0 {
			return all
		}
		p := c.view.Party(party)
		if p == nil {
			return nil
		}
		party = p.PartOf
	}
	return nil
}

// Needs reports whether a party can be the other side of a contract: a unit of the
// organisation cannot, nor can the public.
func Needs(p *register.Party) bool {
	return p == nil || p.Kind != register.PartyKindUnit && p.Kind != register.PartyKindPublic
}

// ByClauses reports whether standard clauses for a transfer bind a processor on a day,
// in the place of a contract: those of the disclosure, which may be nil, else of the
// service, else of the party.
func ByClauses(p *register.Party, service string, d *register.Disclosure, on value.Date) bool {
	if d != nil && d.Transfers != nil {
		return clauses(d.Transfers, on)
	}
	if p == nil {
		return false
	}
	i := slices.IndexFunc(p.Services, func(s register.Service) bool { return s.ID == service && s.Transfers != nil })
	if service != "" && i >= 0 {
		return clauses(p.Services[i].Transfers, on)
	}
	return clauses(p.Transfers, on)
}

// clauses reports whether standard clauses in force bind a processor as Art. 28(3)
// asks: modules 2 and 3 do (Decision (EU) 2021/914, recital 9).
func clauses(list []register.Transfer, on value.Date) bool {
	return slices.ContainsFunc(list, func(x register.Transfer) bool {
		return x.Tool == register.TransferToolScc && x.Module != nil && (*x.Module == 2 || *x.Module == 3) && on.Between(x.From, x.Until)
	})
}
