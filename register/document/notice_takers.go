package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document/internal/role"
)

// takerKey is a party with one of its services in one role.
type takerKey struct{ party, service, role string }

// taker is a party that gets data with one of its services in one role: directly,
// or from others.
type taker struct {
	takerKey
	// uses are the disclosures to it.
	uses []handing
	// steps are those by which others pass data on to it.
	steps []passing
}

// handing is a disclosure of an activity.
type handing struct {
	activity *register.Activity
	register.AddressedDisclosure
}

// passing is a step from another party.
type passing struct {
	from *taker
	*register.Onward
}

// findTakers finds all who get data: direct recipients in the order of the
// register, after each of them those to whom it passes data on.
func (n *notice) findTakers() {
	found := make(map[takerKey]*taker)
	var direct []*taker
	for _, a := range n.activities {
		for _, d := range n.disclosures(a) {
			t := findTaker(found, &direct, takerKey{d.To, d.Service, role.Direct(d.As, a.Role)})
			t.uses = append(t.uses, handing{a, d})
		}
	}
	reached := make(map[string]bool)
	for i := range n.ways {
		reached[n.ways[i].Party] = true
	}
	all := slices.Clone(direct)
	below := make(map[*taker][]*taker)
	for i := 0; i < len(all); i++ { // it grows
		t := all[i]
		for _, step := range n.stepsOf(t) {
			if !reached[step.Party] || n.over(step.From, step.Until) {
				continue
			}
			count := len(all)
			to := findTaker(found, &all, takerKey{step.Party, step.Service, step.role})
			if !slices.ContainsFunc(to.steps, func(p passing) bool { return p.from == t && p.Onward == step.Onward }) {
				to.steps = append(to.steps, passing{t, step.Onward})
			}
			if len(all) > count {
				below[t] = append(below[t], to)
			}
		}
	}
	var put func(list []*taker)
	put = func(list []*taker) {
		for _, t := range list {
			n.takers = append(n.takers, t)
			put(below[t])
		}
	}
	put(direct)
}

// findTaker finds a party, service and role, or adds them.
func findTaker(found map[takerKey]*taker, list *[]*taker, key takerKey) *taker {
	t := found[key]
	if t == nil {
		t = &taker{takerKey: key}
		found[key], *list = t, append(*list, t)
	}
	return t
}

// stepTo is a step with the role in which data come in.
type stepTo struct {
	*register.Onward
	role string
}

// stepsOf returns to whom a party passes data on: what is said nearest.
func (n *notice) stepsOf(t *taker) []stepTo {
	var all []stepTo
	add := func(engages, recipients []register.Onward) {
		engages, recipients = n.onward(t.party, t.service, engages, recipients)
		for _, list := range [][]register.Onward{engages, recipients} {
			for i := range list {
				engaged := i < len(engages) && &list[i] == &engages[i]
				step := stepTo{&list[i], role.Onward(t.role, list[i].As, engaged)}
				if !slices.Contains(all, step) {
					all = append(all, step)
				}
			}
		}
	}
	for i := range t.uses {
		add(t.uses[i].Engages, t.uses[i].Recipients)
	}
	if len(t.uses) == 0 {
		add(nil, nil)
	}
	return all
}

// ownPurposes returns for what a party uses data itself: what is said nearest; nil
// where the register does not say.
func (n *notice) ownPurposes(t *taker) []register.OwnPurpose {
	var own []register.OwnPurpose
	if p := n.view.Party(t.party); p != nil {
		own = p.OwnPurposes
	}
	if s := n.findService(t.party, t.service); s != nil {
		own = nearest(s.OwnPurposes, own)
	}
	var all []register.OwnPurpose
	said := false
	for i := range t.uses {
		if d := t.uses[i]; d.OwnPurposes != nil {
			said = true
			all = append(all, d.OwnPurposes...)
		}
	}
	if !said {
		return own
	}
	return nearest(all, []register.OwnPurpose{})
}
