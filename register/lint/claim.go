package lint

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// verdict is whether something lies within what a promise describes.
type verdict int8

const (
	outside  verdict = iota
	unstated         // the register lacks the fact that decides it
	assumed          // a default, a wider term or an inferred entry decides it
	within
)

// not turns a verdict round; a doubt stays one.
func (v verdict) not() verdict {
	switch v {
	case outside:
		return within
	case within:
		return outside
	}
	return v
}

// judged is a promise held against the register.
type judged struct {
	notice *register.Notice
	claim  *register.Claim
	at     string
	// against are the entries that contradict it, by how surely they do.
	against [within + 1]tally
	// words: the promise has no scope, so that nothing can be held against it.
	words bool
}

// promise is the promise as a sentence quotes it.
func (j *judged) promise() value.Text {
	t := make(value.Text, len(j.claim.Says))
	for l, s := range j.claim.Says {
		t[l] = strings.TrimRight(s, ". ")
	}
	return t
}

// newClaims holds the promises of all notices against the register, once for
// the rules about them.
func newClaims(p *pass) []*judged {
	var all []*judged
	var holdings []*holding
	for _, n := range p.view.Register().Notices {
		if n.Date > p.on {
			continue // a version of a later day promises nothing yet
		}
		names := register.Names(n.Claims)
		for i := range n.Claims {
			j := &judged{notice: n, claim: &n.Claims[i], at: "notices/" + n.ID + "/claims/" + names[i]}
			all = append(all, j)
			if j.claim.Excludes == nil && j.claim.Only == nil {
				j.words = true
				continue
			}
			for _, s := range []*register.ClaimScope{j.claim.Excludes, j.claim.Only} {
				if s != nil {
					holdings = append(holdings, newHolding(p, j, s))
				}
			}
		}
	}
	if holdings == nil {
		return all
	}
	for _, x := range p.view.Activities() {
		if p.ongoing(x) && !p.future(x) && x.Role != register.ActivityRoleProcessor {
			a := p.activityOf(x)
			notices := p.view.Notices(x)
			for _, h := range holdings {
				h.hold(a, notices)
			}
		}
	}
	return all
}

// holding holds one scope of a promise against the register.
type holding struct {
	*pass
	*judged
	scope, except *register.ClaimScope
	// only: what lies outside the scope contradicts the promise, else what lies
	// within it.
	only, ofRecipients bool
	// everywhere: no activity names the notice, which may then speak of any.
	everywhere bool
	// covered remembers which terms lie within a list of the scopes.
	covered map[termIn]verdict
	// direct are the parties to which data are disclosed and through those that
	// they reach from there, by the disclosure; get are those that get the data of
	// the scope, nil for all. seen are the ways out that were looked at.
	direct, through map[door][]*datamap.Reach
	get             map[string]bool
	seen            map[passage]bool
}

// door is a party as a disclosure names it.
type door struct{ party, service string }

// passage is a way out of the organisation as far as a promise tells ways apart.
type passage struct {
	door        door
	role        register.Role
	own         *register.Disclosure
	scope, rest verdict
	doubt       bool
	purpose     string
}

// ofRecipients reports whether a scope is about recipients rather than about what
// the organisation does itself.
func ofRecipients(s *register.ClaimScope) bool {
	return s.Recipients != nil || s.Roles != nil || s.OwnPurposes != nil ||
		s.RecipientContact != register.Unstated || s.OutsideEEA != register.Unstated
}

func newHolding(p *pass, j *judged, s *register.ClaimScope) *holding {
	h := &holding{pass: p, judged: j, scope: s, only: s == j.claim.Only, except: j.claim.Except, covered: make(map[termIn]verdict)}
	h.everywhere = !slices.ContainsFunc(p.view.Activities(), func(a *register.Activity) bool {
		return slices.Contains(p.view.Notices(a), j.notice.ID)
	})
	if h.ofRecipients = ofRecipients(s); h.ofRecipients {
		h.reachParties()
	}
	return h
}

func (h *holding) hold(a *Activity, notices []string) {
	switch {
	case !h.everywhere && !slices.Contains(notices, h.notice.ID):
	case h.ofRecipients:
		h.holdFlows(a)
	default:
		h.holdUses(a)
	}
}

// contradicts combines what lies within the scope with what the promise leaves out.
func (h *holding) contradicts(scope, except verdict, doubt bool) verdict {
	if h.only {
		scope = scope.not()
	}
	v := min(scope, except.not())
	if doubt {
		v = min(v, assumed)
	}
	return v
}

// tally are the entries that contradict a promise, each told once: the first few
// with what is said of them, and how many more there are.
type tally struct {
	list []*culprit
	more int
	// byKey are those that were seen, last is the one before; nil for one of more.
	byKey map[string]*culprit
	last  *culprit
	key   string
}

// culprit is an entry that contradicts a promise.
type culprit struct {
	name    value.Text
	details []value.Text
	at      []string
}

// activity returns the entry of an activity, nil where there are more than are
// told. Activities come one after the other.
func (t *tally) activity(id string, name func() value.Text) *culprit {
	if t.key == id {
		return t.last
	}
	t.key, t.last = id, nil
	if len(t.list) >= shown {
		t.more++
		return nil
	}
	t.last = &culprit{name: name()}
	t.list = append(t.list, t.last)
	return t.last
}

// party returns the entry of a party.
func (t *tally) party(id string, name func() value.Text) *culprit {
	if t.byKey == nil {
		t.byKey = make(map[string]*culprit)
	}
	c, seen := t.byKey[id]
	switch {
	case seen:
	case len(t.list) >= shown:
		t.more++
	default:
		c = &culprit{name: name()}
		t.list = append(t.list, c)
	}
	t.byKey[id] = c
	return c
}

func (c *culprit) detail(details ...value.Text) {
	for _, d := range details {
		if !slices.ContainsFunc(c.details, func(t value.Text) bool { return t.In("en") == d.In("en") }) {
			c.details = append(c.details, d)
		}
	}
}

func (c *culprit) see(at string) {
	if len(c.at) < shown && !slices.Contains(c.at, at) {
		c.at = append(c.at, at)
	}
}

// named lists the entries for a sentence.
func (t *tally) named() value.Text {
	all := make([]value.Text, len(t.list)+t.more) // those of more are counted, not named
	for i, c := range t.list {
		all[i] = withDetail(c.name, c.details)
	}
	return enumerate(all)
}

func (t *tally) related() []string {
	var all []string
	for _, c := range t.list {
		all = append(all, c.at...)
	}
	return all
}
