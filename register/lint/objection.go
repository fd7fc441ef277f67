package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// usable reports whether the register shows how people can use a right.
func usable(r *register.Right) bool {
	return r.Available != register.No && (len(r.Channels) > 0 || len(r.Procedure) > 0)
}

// canUse reports whether people can use a right for a purpose of an activity, and
// whether nothing is weighed where it must not be.
func (p *pass) canUse(kind register.RightKind, a *Activity, purpose string, unconditional bool) bool {
	for _, r := range p.view.Register().Rights {
		if r.Right != kind || !usable(r) || unconditional && r.Unconditional != register.Yes {
			continue
		}
		if r.Activities != nil && !isOne(a.ID, r.Activities...) {
			continue
		}
		if r.Purposes == nil || p.terms.withinAny(register.KindPurposes, purpose, r.Purposes...) {
			return true
		}
	}
	return false
}

// rightAt returns the address of the first entry about a right, "" for none, and
// whether one of them shows how it can be used.
func (p *pass) rightAt(kind register.RightKind, unconditional bool) (at string, shown bool) {
	for _, r := range p.view.Register().Rights {
		if r.Right != kind {
			continue
		}
		if at == "" {
			at = "rights/" + r.Key()
		}
		shown = shown || usable(r) && (!unconditional || r.Unconditional == register.Yes)
	}
	return at, shown
}

// objection says what the right to object asks for at a purpose.
type objection uint8

const (
	noObjection objection = iota
	weighed               // Art. 21(1): granted unless compelling grounds override it
	absolute              // Art. 21(2), (3): against direct marketing, always granted
)

// objectionTo returns what the right to object asks for at a purpose of an
// activity.
func (p *pass) objectionTo(a *Activity, u *register.PurposeUse) objection {
	if restsOnlyOn(u, register.BasisConsent) || len(u.Basis) == 0 && u.SoftOptIn == nil {
		return noObjection // consent is withdrawn; and a basis is asked for first
	}
	switch regulation := p.regulation(a); {
	case regulation == register.RegulationLed:
		return noObjection
	case regulation == register.RegulationEudpr: // Art. 23 of Regulation (EU) 2018/1725
		if restsOn(u, register.BasisPublicTask) {
			return weighed
		}
		return noObjection
	}
	if p.isDirectMarketing(u) {
		if u.SoftOptIn != nil && u.SoftOptIn.OptOutInEachMessage == register.Yes {
			return noObjection
		}
		return absolute
	}
	if restsOn(u, register.BasisPublicTask, register.BasisLegitimateInterests, register.BasisRecognisedLegitimateInterests) {
		return weighed
	}
	return noObjection
}

// objections are the purposes of a register to which people may object, with no
// way shown to do so.
type objections struct {
	terms, at []string
	// firm: one of the activities is carried out, not only planned.
	firm bool
}

func (o *objections) add(a *Activity, i int) {
	if term := a.Purposes[i].Purpose; !slices.Contains(o.terms, term) {
		o.terms = append(o.terms, term)
	}
	if len(o.at) < relatedShown {
		o.at = append(o.at, a.PurposeAt(i))
	}
	o.firm = o.firm || !a.Tentative
}

// relatedShown is how many places a finding about the whole register names.
const relatedShown = 20
