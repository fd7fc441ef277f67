package diagram

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document/internal/role"
)

// roleOrder is the order in which roles are told.
var roleOrder = []string{"processor", "sub-processor", "joint-controller", "controller", "recipient", ""}

// parties adds columns with parties, from a column on, and returns the node of each
// halt. Together says that parties stand in groups by role and place: the direct
// recipients, and those to whom they pass data on.
func (m *maker) parties(f *flows, first int, direct, onward bool, list []*register.Activity) []int {
	m.g.Grouped = m.g.Grouped || direct || onward
	for i := range f.halts {
		h := &f.halts[i]
		slices.SortFunc(h.roles, func(a, b string) int { return cmp.Compare(slices.Index(roleOrder, a), slices.Index(roleOrder, b)) })
		if len(h.roles) > 1 { // where one is stated, that another use states none matters less
			h.roles = slices.DeleteFunc(h.roles, func(r string) bool { return r == "" })
		}
	}
	for depth := range furthest + 1 {
		m.column([...]string{"recipients", "onward", "deeper", "blank"}[min(depth, 3)])
		if depth > 0 && onward {
			break
		}
	}
	if direct || onward {
		m.countBands(f)
	}
	nodes := make([]int, len(f.halts))
	members := make(map[int][]int)
	marked := [2]map[string]marks{m.marksOfParties(list, true), m.marksOfParties(list, false)}
	for i := range f.halts {
		h := &f.halts[i]
		key, at := h.party, first+h.depth
		if h.depth > 0 && onward {
			at = first + 1
		}
		kind := m.kind(&h.places)
		b := m.band(at, &h.places)
		if h.depth == 0 && direct || h.depth > 0 && onward {
			key = m.g.columns[at].bands[b].key
			if m.o.By == ByEEA { // few frames, so their kinds stand apart
				key = kindOf(h) + " " + key
			}
		}
		n, at := m.node(at, key, partyNode, "")
		n.band, n.place = b, kind
		n.mark(marked[min(h.depth, 1)][h.party])
		nodes[i] = at
		if !slices.ContainsFunc(members[at], func(j int) bool { return f.halts[j].party == h.party }) {
			members[at] = append(members[at], i)
		}
	}
	for i, list := range members { // in any order: they do not meet
		m.describeParties(&m.g.nodes[i], f, list)
	}
	for _, x := range f.hops {
		if from, to := nodes[x.from], nodes[x.to]; m.g.nodes[from].column < m.g.nodes[to].column {
			m.connect(from, to, x.assumed)
		}
	}
	m.dropEmpty()
	return nodes
}

// describeParties names a node of one party or of several.
func (m *maker) describeParties(n *node, f *flows, members []int) {
	h := &f.halts[members[0]]
	if len(members) == 1 {
		n.name = m.name(register.KindParties, h.party)
		var roles []string
		for _, role := range h.roles {
			roles = append(roles, m.role(role))
		}
		n.details = []string{strings.Join(roles, ", ")}
		if place := m.told(&h.places); place != "" {
			n.details = append(n.details, place)
		}
		return
	}
	var names []string
	for _, i := range members {
		names = append(names, m.name(register.KindParties, f.halts[i].party))
	}
	slices.Sort(names)
	if m.o.By == ByEEA {
		n.name = m.say("group."+kindOf(h)) + ": " + strconv.Itoa(len(members))
		n.details = []string{m.listed(names, 3)}
		return
	}
	n.name = m.say("count.parties", len(members))
	for _, kind := range []string{"processor", "engaged", "controller", "other"} {
		count := 0
		for _, i := range members {
			if kindOf(&f.halts[i]) == kind {
				count++
			}
		}
		if count > 0 {
			n.details = append(n.details, m.say("group."+kind)+": "+strconv.Itoa(count))
		}
	}
}

// kindOf is the kind of party that a halt is counted among.
func kindOf(h *halt) string {
	switch as := h.roles[0]; {
	case role.Processes(as) && h.depth > 0:
		return "engaged"
	case role.Processes(as):
		return "processor"
	case as == "controller" || as == "joint-controller":
		return "controller"
	}
	return "other"
}

func (m *maker) role(role string) string {
	if role == "" {
		return m.say("role-unknown")
	}
	return clean(m.words.Value(role))
}

// dropEmpty leaves out the last columns where nothing stands in them.
func (m *maker) dropEmpty() {
	used := 0
	for i := range m.g.nodes {
		used = max(used, m.g.nodes[i].column+1)
	}
	m.g.columns = m.g.columns[:min(used, len(m.g.columns))]
}
