package datamap

import "github.com/openropa/ropa/register"

// link is a step from one party to another, whatever the service and the day.
type link struct {
	from, to int32
	adds     []term
}

// readLinks returns the links of all parties and services.
func (c *chains) readLinks() []link {
	var all []link
	for id, p := range c.parties {
		from := c.names.number(id)
		add := func(lists ...[]register.Onward) {
			for _, list := range lists {
				for i := range list {
					all = append(all, link{from, c.names.number(list[i].Party), c.terms.data.expand(list[i].AddsData)})
				}
			}
		}
		add(p.Engages, p.Recipients)
		for i := range p.Services {
			add(p.Services[i].Engages, p.Services[i].Recipients)
		}
	}
	return all
}

// leadingTo returns the parties from which a link that is wanted can be
// reached: more than those from which it is, since days, data and services
// are not looked at.
func (c *chains) leadingTo(wanted func(to int32, adds []term) bool) []int32 {
	links := c.links()
	above := make(map[int32][]int32)
	seen := make(map[int32]bool)
	var found []int32
	for _, l := range links {
		above[l.to] = append(above[l.to], l.from)
		if wanted(l.to, l.adds) && !seen[l.from] {
			seen[l.from] = true
			found = append(found, l.from)
		}
	}
	for i := 0; i < len(found); i++ {
		for _, from := range above[found[i]] {
			if !seen[from] {
				seen[from] = true
				found = append(found, from)
			}
		}
	}
	return found
}
