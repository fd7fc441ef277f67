package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document/internal/role"
)

// contracts returns the agreements under which an activity gives data to a
// recipient: the one that the disclosure names, else those with a processor that
// are in force on the day and bind it (Art. 28(3)). All documents ask it, so that
// none misses a contract that another names. The activity is nil for what is said
// of all.
func (b *builder) contracts(a *register.Activity, d *register.Disclosure) []string {
	if d.Agreement != "" {
		return []string{d.Agreement}
	}
	as := string(d.As)
	if a != nil {
		as = role.Direct(d.As, a.Role)
	}
	if !role.Processes(as) {
		return nil
	}
	party := d.To
	for seen := 0; party != "" && seen < 8; seen++ { // a group may sign for its members
		if all := b.binding[party]; len(all) > 0 {
			return all
		}
		p := b.view.Party(party)
		if p == nil {
			return nil
		}
		party = p.PartOf
	}
	return nil
}

// bindingOnDay returns the agreements that are in force on the day and may bind a
// processor: those that are not said to be something else, or have the clauses.
func (b *builder) bindingOnDay() map[string][]string {
	all := make(map[string][]string)
	for _, e := range b.view.Entities(register.KindAgreements) {
		a := e.(*register.Agreement)
		binds := a.Kind == register.AgreementKindProcessorContract || len(a.Between) == 1 && (a.Kind == "" || len(a.Clauses) > 0)
		if !binds || b.over(a.From, a.Until) {
			continue
		}
		for _, party := range a.Between {
			if !slices.Contains(all[party], a.ID) {
				all[party] = append(all[party], a.ID)
			}
		}
	}
	return all
}

// asksContract reports whether the law asks for a contract or an arrangement with a
// recipient in some role (Art. 26(1), 28(3)).
func asksContract(as register.Role) bool {
	return as == register.RoleProcessor || as == register.RoleJointController
}

// contractCell names the agreements under which an activity gives data to a
// recipient, and tells where the register states none although the law asks for
// one.
func (k *book) contractCell(a *register.Activity, d *register.Disclosure) Cell {
	names := k.names(register.KindAgreements, k.contracts(a, d))
	if asksContract(d.As) {
		return k.stated(names...)
	}
	return k.cell(names...)
}

// contractsWith names the agreements under which a processor gets data from the
// activities that the audience sees.
func (p *parties) contractsWith(r *recipient) Cell {
	var ids []string
	for _, w := range r.activities {
		a := p.view.Activity(w)
		for _, d := range p.view.Disclosures(a) {
			if d.To != r.ID || d.As != register.RoleProcessor || p.over(d.From, d.Until) {
				continue
			}
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
	if p.over(a.From, a.Until) {
		lines = append(lines, muted(p.span(a.From, a.Until)))
	}
	if a.SubProcessors != nil && a.SubProcessors.Authorisation != "" {
		lines = append(lines, mutedText(p.sayf("may-engage", p.value(string(a.SubProcessors.Authorisation)).String())))
	}
	return lines
}
