// Package whereabouts tells of which parties it matters where they are. All documents and
// pictures ask it, so that none doubts where a party is that another leaves out.
package whereabouts

import "github.com/openropa/ropa/register"

// Matters reports whether a transfer cannot be ruled out while nobody knows where a
// party is; nil is one that the register does not describe. It does not matter of a
// department of the organisation, of a public authority, to which a law of the country
// discloses, of publication, and of an international organisation, to which each
// disclosure is a transfer. The rule REG-007 of lint asks of the same parties.
func Matters(p *register.Party) bool {
	if p == nil {
		return true
	}
	switch p.Kind {
	case register.PartyKindUnit, register.PartyKindAuthority, register.PartyKindPublic, register.PartyKindInternationalOrganisation:
		return false
	}
	return true
}
