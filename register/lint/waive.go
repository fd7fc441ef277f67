package lint

import (
	"strings"

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

// waive takes out what the waivers of the register accept on the day, and adds
// what is wrong with the waivers themselves.
func (p *pass) waive(found diag.Findings, rules []*Rule) (diag.Findings, []Waived) {
	waivers := p.view.Register().Waivers
	if len(waivers) == 0 {
		return found, nil
	}
	used := make([]bool, len(waivers))
	var waived []Waived
	kept := found[:0]
	for _, f := range found {
		i := p.waiverFor(&f, waivers)
		if i < 0 {
			kept = append(kept, f)
			continue
		}
		used[i] = true
		waived = append(waived, Waived{f, waivers[i], waiverAt(i)})
	}
	return append(kept, p.aboutWaivers(used, rules)...), waived
}

// waiverFor returns the number of the waiver in force that accepts a finding, -1
// for none. The place of a waiver covers what lies within it.
func (p *pass) waiverFor(f *diag.Finding, waivers []*register.Waiver) int {
	for i := range waivers {
		w := waivers[i]
		if diag.Code(w.Rule) != f.Code || !p.on.Between(w.On, w.Until) {
			continue
		}
		if f.At == w.At || strings.HasPrefix(f.At, w.At+"/") {
			return i
		}
	}
	return -1
}

// aboutWaivers is filled in by the rules about waivers.
func (p *pass) aboutWaivers(used []bool, rules []*Rule) diag.Findings { return nil }

// waiverAt is the address of a waiver by its number.
func waiverAt(i int) string { return "waivers/" + itoa(i+1) }
