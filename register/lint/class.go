package lint

import "github.com/openropa/ropa/register"

// classes are what purposes and data subjects are by their place in the trees, as
// far as rules ask it of each activity.
type classes struct {
	// beyond: a contract can do without the purpose; marketing: it is direct
	// marketing; strangers: these people are no party to a contract.
	beyond, marketing, strangers map[string]bool
}

func newClasses(p *pass) *classes {
	x := &classes{make(map[string]bool), make(map[string]bool), make(map[string]bool)}
	for _, id := range p.view.IDs(register.KindPurposes) {
		x.beyond[id] = p.terms.withinAny(register.KindPurposes, id, neverContract...) &&
			!p.terms.withinAny(register.KindPurposes, id, mayBeContract...)
		x.marketing[id] = p.terms.withinAny(register.KindPurposes, id, directMarketing...)
	}
	for _, id := range p.view.IDs(register.KindDataSubjects) {
		x.strangers[id] = p.terms.withinAny(register.KindDataSubjects, id, strangers...)
	}
	return x
}
