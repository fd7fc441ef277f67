package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document/internal/role"
	"github.com/openropa/ropa/register/internal/binding"
)

// contracts returns the agreements under which an activity gives data to a
// recipient: the one that the disclosure names or, of a processor, those that bind it
// as the rules see it (Art. 28(3)). All documents ask it, so that none misses a
// contract that another names. The activity is nil for what is said of all.
func (b *builder) contracts(a *register.Activity, d *register.Disclosure) []string {
	as := string(d.As)
	if a != nil {
		as = role.Direct(d.As, a.Role)
	}
	if !role.Processes(as) {
		if d.Agreement == "" {
			return nil
		}
		return []string{d.Agreement}
	}
	all, holds := b.bound.Of(d.Agreement, d.To)
	if !holds && d.Agreement == "" {
		return nil
	}
	if !holds {
		return []string{d.Agreement}
	}
	ids := make([]string, len(all))
	for i, x := range all {
		ids[i] = x.ID
	}
	return ids
}

// asksContract reports whether the law asks for a contract or an arrangement with a
// recipient (Art. 26(1), 28(3)): not where a law or standard clauses bind a processor,
// nor with one that can be no other side.
func (b *builder) asksContract(d *register.Disclosure) bool {
	if d.As == register.RoleJointController {
		return true
	}
	p := b.view.Party(d.To)
	return d.As == register.RoleProcessor && len(d.Law) == 0 && binding.Needs(p) && !binding.ByClauses(p, d.Service, d, b.o.AsOf)
}

// contractCell names the agreements under which an activity gives data to a
// recipient, with those of them that do not apply marked, and tells where the register
// states none although the law asks for one.
func (k *book) contractCell(a *register.Activity, d *register.Disclosure) Cell {
	var lines []Inline
	for _, id := range k.contracts(a, d) {
		line := k.name(register.KindAgreements, id)
		if note := k.notInForce(id); note != nil {
			line = append(append(line, Run{Text: " "}), note...)
		}
		lines = append(lines, line)
	}
	if k.asksContract(d) {
		return k.stated(lines...)
	}
	return k.cell(lines...)
}

// notInForce tells from when or until when an agreement applies that does not on the
// day, nil for one that does.
func (b *builder) notInForce(id string) Inline {
	a := b.view.Agreement(id)
	if a == nil || b.bound.Holds(a) {
		return nil
	}
	return muted(b.span(max(a.From, a.Signed), a.Until))
}

// contractsWith names the agreements under which a processor gets data from the
// activities that the audience sees.
func (p *parties) contractsWith(r *recipient) Cell {
	var ids []string
	asked := len(r.activities) == 0
	for _, w := range r.activities {
		a := p.view.Activity(w)
		for _, d := range p.view.Disclosures(a) {
			if d.To != r.ID || d.As != register.RoleProcessor || p.over(d.From, d.Until) {
				continue
			}
			asked = asked || p.asksContract(d.Disclosure)
			for _, id := range p.contracts(a, d.Disclosure) {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	var lines []Inline
	for _, id := range ids {
		lines = append(lines, p.contract(id)...)
	}
	if !asked {
		return p.cell(lines...)
	}
	return p.stated(lines...)
}

// contract names an agreement, tells when it was signed, whether it does not apply
// on the day, and whether it allows to engage others.
func (p *parties) contract(id string) []Inline {
	a := p.view.Agreement(id)
	if a == nil {
		return []Inline{p.name(register.KindAgreements, id)}
	}
	line := p.name(register.KindAgreements, id)
	if a.Name == nil && a.Kind != "" {
		line = append(p.value(string(a.Kind)), Run{Text: " "}, Run{Text: a.ID, Style: Code})
	}
	if a.Signed != 0 {
		line = append(line, Run{Text: " (" + p.sayf("signed", p.words.Date(a.Signed)) + ")", Style: Muted})
	}
	lines := []Inline{line}
	if note := p.notInForce(id); note != nil {
		lines = append(lines, note)
	}
	if a.SubProcessors != nil && a.SubProcessors.Authorisation != "" {
		lines = append(lines, mutedText(p.sayf("may-engage", p.value(string(a.SubProcessors.Authorisation)).String())))
	}
	return lines
}
