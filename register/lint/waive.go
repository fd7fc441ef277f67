package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// Waived is a finding that a waiver of the register accepts.
type Waived struct {
	diag.Finding
	Waiver *register.Waiver
	// By is the address of the waiver.
	By string
}

// Waiver is a waiver as a rule sees it when all other rules were applied.
type Waiver struct {
	*register.Waiver
	// At is its address; At of the waiver itself is what it is about.
	At string
	// InForce: it was decided on the day or before, and has not expired.
	InForce bool
	// Used: it accepts a finding.
	Used bool
}

// waive takes out what the waivers of the register accept on the day, and adds
// what the rules about waivers find. Those findings cannot be waived.
func (p *pass) waive(found diag.Findings) (diag.Findings, []Waived) {
	waivers := p.waivers()
	if len(waivers) == 0 {
		return found, nil
	}
	by := make(map[waivedAt][]*Waiver, len(waivers))
	order := make(map[*Waiver]int, len(waivers))
	for i, w := range waivers {
		order[w] = i
		if w.InForce {
			at := waivedAt{diag.Code(w.Rule), w.Waiver.At}
			by[at] = append(by[at], w)
		}
	}
	var waived []Waived
	kept := found[:0]
	for _, f := range found {
		accepted := covering(by, &f)
		for _, w := range accepted {
			w.Used = true
		}
		if len(accepted) == 0 {
			kept = append(kept, f)
			continue
		}
		first := slices.MinFunc(accepted, func(a, b *Waiver) int { return order[a] - order[b] })
		waived = append(waived, Waived{f, first.Waiver, first.At})
	}
	return append(kept, p.aboutWaivers(waivers)...), waived
}

// waivedAt is a rule and the place for which it is waived.
type waivedAt struct {
	code  diag.Code
	place string
}

// covering returns the waivers that accept a finding: what is waived at a place
// is waived for all that lies within it.
func covering(by map[waivedAt][]*Waiver, f *diag.Finding) []*Waiver {
	all := slices.Clip(by[waivedAt{f.Code, f.At}])
	if f.At == "" {
		return append(all, by[waivedAt{f.Code, wholeRegister}]...)
	}
	for i := range len(f.At) {
		if f.At[i] == '/' {
			all = append(all, by[waivedAt{f.Code, f.At[:i]}]...)
		}
	}
	return all
}

func (p *pass) waivers() []*Waiver {
	var all []*Waiver
	for i, w := range p.view.Register().Waivers {
		all = append(all, &Waiver{Waiver: w, At: "waivers/" + itoa(i+1), InForce: p.on.Between(w.On, w.Until)})
	}
	return all
}

// wholeRegister is the place of a waiver for what concerns no entry: findings
// about the register as a whole have no address.
const wholeRegister = "register"

// aboutWaivers applies the rules about waivers.
func (p *pass) aboutWaivers(waivers []*Waiver) diag.Findings {
	c := &Check{pass: p}
	for _, r := range p.rules {
		if c.rule = r; r.Waiver == nil {
			continue
		}
		for _, w := range waivers {
			r.Waiver(c, w)
		}
	}
	return c.found
}

// applies reports whether a rule is applied in this run.
func (p *pass) applies(code diag.Code) bool {
	return slices.ContainsFunc(p.rules, func(r *Rule) bool { return r.Code == code })
}
