package lint

import "strings"

// sub is a party that a processor engages, directly or through others.
type sub struct {
	party string
	// agreement: one is stated between it and the one above.
	agreement bool
	*engagement
}

// circle is a chain of engagements that comes back to where it was.
type circle struct {
	parties []string // the first of them again at the end
	at      string   // of the step that closes it
}

// subChain holds whom a processor engages at any depth on a day.
type subChain struct {
	*engagements
	subs    []*sub
	circles []*circle
	key     string // tells chains apart
	// path leads to where the walk is, by number of the parties, and last has the
	// number of the last party of the path up to there that is in no circle, or -1.
	path []int32
	last []int
}

// chainOf walks the engagements below a direct processor (Art. 28(4)).
func (g *engagements) chainOf(x *direct) *subChain {
	g.walk++
	c := &subChain{engagements: g}
	c.enter(g.partyNumber(x.party))
	if x.own != nil && x.own.Engages != nil {
		c.steps(g.stepsOf(nil, x.at[0]+"/engages/", x.own.Engages))
	} else {
		c.from(g.node(engaged{x.party, x.service}))
	}
	c.leave()
	var key strings.Builder
	for _, s := range c.subs {
		key.WriteString(s.party)
		key.WriteByte(' ')
	}
	c.key = key.String()
	return c
}

// from follows what a party engages for a service.
func (c *subChain) from(node int32) {
	n := &c.nodes[node]
	if n.seen == c.walk {
		return
	}
	n.seen = c.walk
	c.steps(c.nodes[node].steps)
}

func (c *subChain) steps(all []engagement) {
	for i := range all {
		x := &all[i]
		if at := c.onPath[x.number]; at > 0 {
			c.close(int(at)-1, x)
			continue
		}
		if c.known[x.number] != c.walk {
			c.known[x.number] = c.walk
			c.subs = append(c.subs, &sub{x.Party, x.Agreement != "", x})
		}
		if c.nodes[x.to].seen != c.walk {
			c.enter(x.number)
			c.from(x.to)
			c.leave()
		}
	}
}

func (c *subChain) enter(party int32) {
	n, last := len(c.path), -1
	if !c.circled[party] {
		last = n
	} else if n > 0 {
		last = c.last[n-1]
	}
	c.path, c.last = append(c.path, party), append(c.last, last)
	c.onPath[party] = int32(n) + 1
}

func (c *subChain) leave() {
	n := len(c.path) - 1
	c.onPath[c.path[n]] = 0
	c.path, c.last = c.path[:n], c.last[:n]
}

// close notes a circle: from a party of the path back to it.
func (c *subChain) close(i int, x *engagement) {
	if c.last[len(c.last)-1] < i {
		return // all of them are in circles that were found
	}
	found := &circle{at: x.at()}
	for _, party := range c.path[i:] {
		found.parties = append(found.parties, c.ids[party])
	}
	found.parties = append(found.parties, x.Party)
	c.circles = append(c.circles, found)
	before := -1
	if i > 0 {
		before = c.last[i-1]
	}
	for n := i; n < len(c.path); n++ {
		c.circled[c.path[n]], c.last[n] = true, before
	}
}
