package lint

import "github.com/openropa/ropa/register"

// trait is what a term is to the rules that ask it of every activity: worked out
// once for all terms, so that asking costs a look into a map.
type trait uint16

// Traits of categories of data, then of purposes.
const (
	special        trait = 1 << iota // Art. 9
	criminal                         // Art. 10
	nationalNumber                   // Art. 87
	online                           // seen when somebody is online
	onDevice                         // lives on the device of the user
	outsideBooks                     // does not belong to the books of a business
	advertises                       // advertising and the like
	measures                         // measuring how something is used
	promotes                         // direct marketing
	forBooks                         // keeping the books
)

// traits are those of the terms of a register, and of what it inherits.
type traits struct{ data, purposes map[string]trait }

func newTraits(p *pass) *traits {
	s := &traits{make(map[string]trait), make(map[string]trait)}
	for _, id := range p.view.IDs(register.KindDataCategories) {
		s.data[id] = traitsOfData(&p.terms, id)
	}
	for _, id := range p.view.IDs(register.KindPurposes) {
		within := func(wide ...string) bool { return p.terms.withinAny(register.KindPurposes, id, wide...) }
		s.purposes[id] = when(advertises, within(advertisingPurposes...)) | when(measures, within(measuringPurposes...)) |
			when(promotes, within("direct-marketing")) | when(forBooks, within(bookPurposes...))
	}
	return s
}

func traitsOfData(t *terms, id string) trait {
	all := when(special, t.marked(id, register.DataMarkSpecial)) | when(criminal, t.marked(id, register.DataMarkCriminal)) |
		when(nationalNumber, t.marked(id, register.DataMarkNationalIdentifier)) |
		when(outsideBooks, t.withinAny(register.KindDataCategories, id, neverBooks...))
	for _, x := range t.members(register.KindDataCategories, id) {
		all |= when(online, t.within(register.KindDataCategories, x, "online-data")) |
			when(onDevice, t.withinAny(register.KindDataCategories, x, deviceData...))
	}
	return all
}

func when(s trait, holds bool) trait {
	if holds {
		return s
	}
	return 0
}
