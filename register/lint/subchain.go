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

// key is the same wherever one enters the circle.
func (c *circle) key() string {
	members := slices.Clone(c.parties[:len(c.parties)-1])
	slices.Sort(members)
	return strings.Join(members, " ")
}

// subChain holds whom a processor engages at any depth on a day.
type subChain struct {
	pass    *pass
	subs    []*sub
	circles []*circle
	seen    map[string]bool
	path    []string
}

// chainOf walks the engagements below a direct processor (Art. 28(4)).
func (p *pass) chainOf(x *direct) *subChain {
	c := &subChain{pass: p, seen: make(map[string]bool)}
	c.path = []string{x.party}
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
	if party == nil || c.seen[id+" "+service] {
		return
	}
	c.seen[id+" "+service] = true
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
	names := register.Names(list)
	for i := range list {
		x := &list[i]
		if !c.pass.on.Between(x.From, x.Until) || !isOne(x.As, "", register.RoleProcessor) {
			continue
		}
		c.step(x, at+names[i])
	}
}

func (c *subChain) step(x *register.Onward, at string) {
	if i := slices.Index(c.path, x.Party); i >= 0 {
		c.circles = append(c.circles, &circle{append(slices.Clone(c.path[i:]), x.Party), at})
		return
	}
	if !slices.ContainsFunc(c.subs, func(s *sub) bool { return s.party == x.Party }) {
		c.subs = append(c.subs, &sub{x.Party, at, x.Agreement != ""})
	}
	c.path = append(c.path, x.Party)
	c.from(x.Party, x.Service)
	c.path = c.path[:len(c.path)-1]
}
