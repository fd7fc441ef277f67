package datamap

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
)

// answers makes the answers of what was gathered, or hands them out.
func (g *gathering) answers(each func(*Answer)) *Answers {
	order := g.finished()
	all := &Answers{Question: g.question, AsOf: g.filter.AsOf, Total: len(order), Undetermined: g.undetermined()}
	from, to := g.filter.page(len(order))
	if order = order[from:to]; len(order) == 0 {
		return all
	}
	if each != nil {
		g.handOut(order, each)
		return all
	}
	all.Answers = make([]Answer, len(order))
	behind := g.details(len(order))
	g.shown = make([]Evidence, 0, g.countShown(order))
	for i, at := range order {
		all.Answers[i].Details = &nothingBehind
		if behind != nil {
			all.Answers[i].Details = &behind[i]
		}
		g.answer(&all.Answers[i], &g.gathered[at])
	}
	return all
}

// handOut hands answers out. What is behind one is made where that of the one
// before was.
func (g *gathering) handOut(order []uint32, each func(*Answer)) {
	for _, at := range order {
		g.telling, g.toldOf = Answer{Details: &g.toldOf}, Details{}
		g.idRoom, g.shown = g.idRoom[:0], g.shown[:0]
		g.answer(&g.telling, &g.gathered[at])
		each(&g.telling)
	}
}

// finished brings what was gathered to the answers, and returns these in their
// order.
func (g *gathering) finished() []uint32 {
	if told := g.filter.Direct && g.source == nil; g.travels && !told {
		if r := g.routes(); r != nil {
			g.follow(r)
		} else {
			g.travel()
			g.tellArrivals()
		}
	}
	if g.byItem {
		g.deliver()
	}
	order := g.order()
	if _, ranked := g.ranks(); !ranked {
		g.sort(order)
	}
	return order
}

// page is the part of so many answers that the filter asks for.
func (f *Filter) page(total int) (from, to int) {
	from, to = min(max(f.From, 0), total), total
	if f.Most > 0 && f.Most < total-from {
		to = from + f.Most
	}
	return from, to
}

// countShown returns how many flows of evidence some answers show.
func (g *gathering) countShown(order []uint32) int {
	n := 0
	if !g.brief {
		for _, at := range order {
			n += min(len(g.gathered[at].evidence), g.most)
		}
	}
	return n
}

// details returns room for what is behind the answers, nil where that is left
// out.
func (g *gathering) details(n int) []Details {
	if g.brief && !slices.Contains(keepingDetails, g.question) {
		return nil
	}
	return make([]Details, n)
}

// keepingDetails are the questions of which a brief answer too tells what it is
// about.
var keepingDetails = []Question{Retention, Consents, Flows}

// order returns the answers that are told: stated ones first, then by id where
// there are ranks for it.
func (g *gathering) order() []uint32 {
	ranks, _ := g.ranks()
	if len(g.gathered)*16 > len(ranks) && ranks != nil {
		return g.orderMany(ranks)
	}
	keys := g.keys[:0]
	for i := range g.gathered {
		a := &g.gathered[i]
		k := uint64(i)
		if ranks != nil {
			k |= uint64(ranks[a.key.a]) << 32
		}
		if !a.stated {
			if g.filter.StatedOnly {
				continue
			}
			k |= 1 << 63
		}
		keys = append(keys, k)
	}
	slices.Sort(keys)
	g.keys = keys
	g.sorted = g.sorted[:0]
	for _, k := range keys {
		g.sorted = append(g.sorted, uint32(k))
	}
	return g.sorted
}

// orderMany does the same where that is many of all there could be.
func (g *gathering) orderMany(ranks []int32) []uint32 {
	g.byRank = room(g.byRank, len(ranks))
	ranked := g.byRank[:len(ranks)]
	for i := range g.gathered {
		ranked[ranks[g.gathered[i].key.a]] = int32(i) + 1
	}
	g.sorted, g.later = g.sorted[:0], g.later[:0]
	for rank, at := range ranked {
		if at == 0 {
			continue
		}
		ranked[rank] = 0
		if g.gathered[at-1].stated {
			g.sorted = append(g.sorted, uint32(at-1))
		} else if !g.filter.StatedOnly {
			g.later = append(g.later, uint32(at-1))
		}
	}
	g.sorted = append(g.sorted, g.later...)
	return g.sorted
}

// ranks returns the places of the answers in the order of their ids, where
// they are known for all of them.
func (g *gathering) ranks() ([]int32, bool) {
	var ranks []int32
	switch g.question {
	case Processors, Recipients:
		ranks = g.chains.ranks
	case Data:
		ranks = g.terms.data.ranks
	case Subjects:
		ranks = g.terms.subjects.ranks
	case Purposes:
		ranks = g.terms.purposes.ranks
	case Activities:
		if len(g.gathered) <= handful {
			return nil, false
		}
		ranks = g.ranked().rank
	default:
		return nil, false
	}
	for i := range g.gathered {
		if int(g.gathered[i].key.a) >= len(ranks) {
			return nil, false
		}
	}
	return ranks, true
}

// sort puts answers in order that have no ranks: stated ones first, then by id,
// flows of one disclosure by what is behind them.
func (g *gathering) sort(order []uint32) {
	ids := make([]string, len(g.gathered))
	for _, at := range order {
		ids[at] = g.idOf(&g.gathered[at])
	}
	slices.SortFunc(order, func(i, j uint32) int {
		a, b := &g.gathered[i], &g.gathered[j]
		if order := falseFirst(!a.stated, !b.stated); order != 0 {
			return order
		}
		if order := strings.Compare(ids[i], ids[j]); order != 0 {
			return order
		}
		if g.question == Flows {
			if order := g.compareFindings(&a.evidence[0], &b.evidence[0]); order != 0 {
				return order
			}
		}
		return cmp.Compare(i, j)
	})
}

// answer makes one answer.
func (g *gathering) answer(answer *Answer, a *gathered) {
	if a.details != nil {
		g.sortEvidence(a.evidence)
	}
	answer.Stated = a.stated
	g.name(answer, a)
	if g.brief {
		return
	}
	if g.filter.Evidence != EvidenceUncounted {
		answer.EvidenceCount = a.count
	}
	if !a.stated {
		answer.Why = g.reasons(a.why)
	}
	answer.Data = g.termIDs(g.terms.data, a.data)
	answer.Subjects = g.termIDs(g.terms.subjects, a.subjects)
	answer.Purposes = g.termIDs(g.terms.purposes, a.purposes)
	answer.Activities = g.activitiesOf(a)
	answer.Bases = basesIn(a.bases)
	if shown := min(len(a.evidence), g.most); shown > 0 {
		first := len(g.shown)
		for i := range a.evidence[:shown] {
			f := &a.evidence[i]
			at := g.placed(f)
			g.shown = append(g.shown, g.show(f, at.at, at.place, g.reasons(f.mask)))
		}
		answer.Evidence = g.shown[first:len(g.shown):len(g.shown)]
	}
}

// reasons returns the assumptions of a mask, made once for each.
func (g *gathering) reasons(m mask) []Assumption {
	for i := range g.why {
		if g.why[i].mask == m {
			return g.why[i].reasons
		}
	}
	g.why = append(g.why, why{m, slices.Clip(m.reasons())})
	return g.why[len(g.why)-1].reasons
}

// activity returns the activity at a position.
func (m *Map) activity(at int32) *register.Activity {
	i, found := slices.BinarySearch(m.starts, at)
	if !found {
		i--
	}
	return m.segments[i].activities[at-m.starts[i]]
}

// termIDs returns the ids of a set of terms in their order.
func (g *gathering) termIDs(t *tree, s set) []string {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	if n == 0 {
		return nil
	}
	ids, names := g.roomForIDs(n), t.all()
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			ids = append(ids, names[i*64+bits.TrailingZeros64(word)])
		}
	}
	slices.Sort(ids)
	return ids
}

// roomForIDs returns room for some identifiers of an answer. The answers of a
// question have theirs next to one another.
func (g *gathering) roomForIDs(n int) []string {
	if n > cap(g.idRoom)-len(g.idRoom) {
		g.idRoom = make([]string, 0, max(n, min(1024, 2*cap(g.idRoom)+8)))
	}
	first := len(g.idRoom)
	g.idRoom = g.idRoom[:first+n]
	return g.idRoom[first : first : first+n]
}

// idOf is the identifier of an answer, which depends on the question.
func (g *gathering) idOf(a *gathered) string {
	switch g.question {
	case Processors, Recipients:
		return g.partyIDs[a.key.a]
	case Activities:
		return g.Map.activity(a.key.a).ID
	case Data:
		return g.categories[a.key.a]
	case Subjects:
		return g.terms.subjects.all()[a.key.a]
	case Purposes:
		return g.terms.purposes.all()[a.key.a]
	case Countries, Systems:
		return g.ids.all()[a.key.a]
	case Retention:
		return atUse(g.Map.activity(a.key.a), a.key.b)
	case Consents:
		return atPurpose(g.Map.activity(a.key.a), a.key.b)
	case Flows:
		return g.placed(&a.evidence[0]).at
	}
	return ""
}

// name fills in what an answer is about.
func (g *gathering) name(answer *Answer, a *gathered) {
	answer.ID = g.idOf(a)
	switch g.question {
	case Processors, Recipients:
		if int(a.key.a) < len(g.chains.texts) {
			answer.Name = g.chains.texts[a.key.a]
		}
		answer.Roles = a.roles.names()
		if g.brief {
			return
		}
		answer.RolesAssumed = (a.roles &^ a.sure).names()
		answer.Destinations = g.destinations(a.nodes)
		answer.OwnPurposes = g.ownPurposes(a.nodes)
	case Activities:
		answer.Name = g.Map.activity(a.key.a).Name
	case Data:
		if c := g.view.DataCategory(answer.ID); c != nil {
			answer.Name = c.Name
		}
	case Subjects:
		if s := g.view.DataSubject(answer.ID); s != nil {
			answer.Name = s.Name
		}
	case Purposes:
		g.namePurpose(answer, answer.ID)
	case Systems:
		if s := g.view.System(answer.ID); s != nil {
			answer.Name = s.Name
		}
	case Retention:
		g.nameRetention(answer, a.key)
	case Consents:
		use := &g.Map.activity(a.key.a).Purposes[a.key.b]
		answer.Consent = use.Consent
		g.namePurpose(answer, use.Purpose)
	case Flows:
		g.nameFlow(answer, a)
	}
}

func (g *gathering) namePurpose(answer *Answer, id string) {
	if p := g.view.Purpose(id); p != nil {
		answer.Name = p.Name
	}
}

func (g *gathering) nameRetention(answer *Answer, key answerKey) {
	activity := g.Map.activity(key.a)
	answer.Retention, answer.Systems = retentionOf(activity, key.b), g.Map.systemsOf(activity, key.b)
	if c := g.view.DataCategory(activity.Data[key.b].Category); c != nil {
		answer.Name = c.Name
	}
}

func (g *gathering) nameFlow(answer *Answer, a *gathered) {
	f := &a.evidence[0]
	answer.Roles = a.roles.names()
	if !g.brief {
		answer.RolesAssumed = (a.roles &^ a.sure).names()
	}
	if p := g.view.Party(g.recipient(f)); p != nil {
		answer.Name = p.Name
	}
}

// destinations returns the countries of the parties at some nodes. The caller
// must not change them.
func (g *gathering) destinations(nodes int32) []Destination {
	if first := &g.nodes[nodes]; nodes == 0 || first.next == 0 {
		return first.node.destinationsOn(g.filter.AsOf)
	}
	var all []Destination
	for at := nodes; at != 0; at = g.nodes[at].next {
		all = append(all, g.nodes[at].node.destinationsOn(g.filter.AsOf)...)
	}
	slices.SortFunc(all, compareDestinations)
	return slices.Clip(slices.Compact(all))
}

// ownPurposes returns the purposes of their own of the parties at some nodes.
func (g *gathering) ownPurposes(nodes int32) []string {
	var all []string
	for at := nodes; at != 0; at = g.nodes[at].next {
		for _, p := range g.nodes[at].node.ownPurposes {
			all = append(all, p.purpose)
		}
	}
	if len(all) > 1 {
		slices.Sort(all)
		all = slices.Compact(all)
	}
	return all
}
