package document

import "github.com/openropa/ropa/register"

// staysInside reports whether the register shows of everybody who gets data of an
// activity that they are in the EEA: it then leaves no doubt whether there are
// transfers, though it does not say in so many words that there are none. The public
// does not see all places, so nothing is concluded for it.
func (k *book) staysInside(a *register.Activity) bool {
	if !k.o.Audience.sees(Authority) || a.Transfers != nil {
		return false
	}
	c := k.chainOf(a)
	if len(c.exports) > 0 || len(c.beyond) > 0 {
		return false
	}
	told := false
	for _, d := range k.disclosures(a) {
		if k.over(d.From, d.Until) {
			continue
		}
		if told = true; !k.inside(d.To, k.sitesOf(d.Disclosure)) {
			return false
		}
	}
	for _, h := range c.hops {
		if !k.inside(h.party, k.sites(h.party, h.service, h.step.Locations, h.step.RemoteAccess, h.step.Transfers)) {
			return false
		}
	}
	for _, id := range k.view.Systems(a) {
		if s := k.view.System(id); s == nil || !k.areInside(s.Locations) {
			return false
		}
	}
	return told
}

// inside reports whether a party is known to be in the EEA alone. A department of the
// organisation itself receives nothing; to an international organisation there is a
// transfer wherever its seat is (Art. 44).
func (k *book) inside(party string, sites []site) bool {
	if p := k.view.Party(party); p != nil {
		switch p.Kind {
		case register.PartyKindUnit:
			return true
		case register.PartyKindInternationalOrganisation:
			return false
		}
	}
	areas := make([]register.Area, len(sites))
	for i := range sites {
		areas[i] = sites[i].area
	}
	return len(areas) > 0 && k.areInside(areas)
}

func (k *book) areInside(areas []register.Area) bool {
	for _, area := range areas {
		if k.outside(area) {
			return false
		}
	}
	return true
}
