package datamap

import (
	"sync"

	"github.com/openropa/ropa/register"
)

// links are the steps from one party to another, whatever the service, the
// data and the day: who could pass something on to whom.
type links struct {
	above  [][]int32        // by party: those with a step to it
	adding map[term][]int32 // those with a step that adds a category

	mu     sync.Mutex
	adders map[term][]int32 // kept, by category
	size   int              // of what is kept
}

// readLinks reads the links of all parties and services.
func (c *chains) readLinks() *links {
	l := &links{adding: make(map[term][]int32)}
	for at, p := range c.parties {
		if p == nil {
			continue
		}
		add := func(list []register.Onward) {
			for i := range list {
				to := c.names.number(list[i].Party)
				grow(&l.above, int(to))
				l.above[to] = append(l.above[to], int32(at))
				for _, x := range c.terms.data.expand(list[i].AddsData) {
					l.adding[x] = append(l.adding[x], int32(at))
				}
			}
		}
		add(p.Engages)
		add(p.Recipients)
		for i := range p.Services {
			add(p.Services[i].Engages)
			add(p.Services[i].Recipients)
		}
	}
	l.forget()
	return l
}

func (l *links) forget() {
	l.adders, l.size = make(map[term][]int32), 0
}

// addersOf returns the parties from which a step that adds a category can be
// reached.
func (l *links) addersOf(category term) []int32 {
	l.mu.Lock()
	defer l.mu.Unlock()
	if known, ok := l.adders[category]; ok {
		return known
	}
	found := l.upward(l.adding[category])
	l.adders[category] = found
	return found
}

// upward returns some parties and those from which they can be reached.
func (l *links) upward(first []int32) []int32 {
	var seen set
	var found []int32
	put := func(list []int32) {
		for _, x := range list {
			if !seen.has(x) {
				seen.add(x)
				found = append(found, x)
			}
		}
	}
	put(first)
	for i := 0; i < len(found); i++ {
		if x := found[i]; int(x) < len(l.above) {
			put(l.above[x])
		}
	}
	if l.size += len(found); l.size > most {
		l.forget()
	}
	return found
}
