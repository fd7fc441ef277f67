package lint

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
)

// sub is a party that a processor engages, directly or through others.
type sub struct {
	party string
	at    string
	// agreement: one is stated between it and the one above.
	agreement bool
}

// circle is a chain of engagements that comes back to where it was.
type circle struct {
	parties []string // the first of them again at the end
	at      string   // of the step that closes it
}

// subChain holds whom a processor engages at any depth on a day.
type subChain struct {
	pass    *pass
	subs    []*sub
	circles []*circle
	// circled are the parties of circles that were found. A circle among them alone
	// is not told: parties that all engage each other form more than can be counted.
	circled map[string]bool
	known   map[string]bool // the parties of subs
	seen    map[engaged]bool
	// path leads to where the walk is, onPath has the numbers in it, and last the
	// number of the last party of the path up to there that is in no circle, or -1.
	path   []string
	onPath map[string]int
	last   []int
}

// engaged is a party with the service for which it is engaged.
type engaged struct{ party, service string }

// chainOf walks the engagements below a direct processor (Art. 28(4)).
func (p *pass) chainOf(x *direct, circled map[string]bool) *subChain {
	c := &subChain{
		pass: p, circled: circled, known: make(map[string]bool), seen: make(map[engaged]bool), onPath: make(map[string]int),
	}
	c.enter(x.party)
	if x.own != nil && x.own.Engages != nil {
		c.steps(x.at[0]+"/engages/", x.own.Engages)
		return c
	}
	c.from(x.party, x.service)
	return c
}

// key tells chains apart.
func (c *subChain) key() string {
	var ids []string
	for _, s := range c.subs {
		ids = append(ids, s.party)
	}
	return strings.Join(ids, " ")
}

// from follows what a party engages for a service: what is said at the service,
// else at the party and, where no service is named, at all of them.
func (c *subChain) from(id, service string) {
	party := c.pass.view.Party(id)
	if party == nil || c.seen[engaged{id, service}] {
		return
	}
	c.seen[engaged{id, service}] = true
	at := "parties/" + id
	own := true
	for i := range party.Services {
		s := &party.Services[i]
		if s.Engages == nil || service != "" && s.ID != service {
			continue
		}
		own = own && service == ""
		c.steps(at+"/services/"+register.Names(party.Services)[i]+"/engages/", s.Engages)
	}
	if own {
		c.steps(at+"/engages/", party.Engages)
	}
}

func (c *subChain) steps(at string, list []register.Onward) {
	var names []string
	for i := range list {
		x := &list[i]
		if !c.pass.on.Between(x.From, x.Until) || !isOne(x.As, "", register.RoleProcessor) {
			continue
		}
		c.step(x, func() string {
			if names == nil {
				names = register.Names(list)
			}
			return at + names[i]
		})
	}
}

func (c *subChain) step(x *register.Onward, at func() string) {
	if i, ok := c.onPath[x.Party]; ok {
		c.close(i, x.Party, at)
		return
	}
	if !c.known[x.Party] {
		c.known[x.Party] = true
		c.subs = append(c.subs, &sub{x.Party, at(), x.Agreement != ""})
	}
	if c.seen[engaged{x.Party, x.Service}] {
		return
	}
	c.enter(x.Party)
	c.from(x.Party, x.Service)
	c.leave()
}

func (c *subChain) enter(party string) {
	n, last := len(c.path), -1
	if !c.circled[party] {
		last = n
	} else if n > 0 {
		last = c.last[n-1]
	}
	c.path, c.last = append(c.path, party), append(c.last, last)
	c.onPath[party] = n
}

func (c *subChain) leave() {
	n := len(c.path) - 1
	delete(c.onPath, c.path[n])
	c.path, c.last = c.path[:n], c.last[:n]
}

// close notes a circle: from a party of the path back to it.
func (c *subChain) close(i int, party string, at func() string) {
	if c.last[len(c.last)-1] < i {
		return // all of them are in circles that were found
	}
	c.circles = append(c.circles, &circle{append(slices.Clone(c.path[i:]), party), at()})
	before := -1
	if i > 0 {
		before = c.last[i-1]
	}
	for n := i; n < len(c.path); n++ {
		c.circled[c.path[n]], c.last[n] = true, before
	}
}
