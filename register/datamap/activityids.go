package datamap

import (
	"math/bits"
	"slices"
	"sync"
)

// ranking is the activities in the order of their ids, made when it is needed.
type ranking struct {
	once sync.Once
	rank []int32  // by position
	ids  []string // by rank
}

func (m *Map) ranked() *ranking {
	r := m.ranking
	r.once.Do(func() {
		n := 0
		for _, s := range m.segments {
			n += len(s.activities)
		}
		ids, order := make([]string, 0, n), make([]int32, n)
		for _, s := range m.segments {
			for _, a := range s.activities {
				ids = append(ids, a.ID)
			}
		}
		for i := range order {
			order[i] = int32(i)
		}
		slices.SortFunc(order, func(a, b int32) int { return compareIDs(ids[a], ids[b]) })
		r.rank, r.ids = make([]int32, n), make([]string, n)
		for i, at := range order {
			r.rank[at], r.ids[i] = int32(i), ids[at]
		}
	})
	return r
}

// handful is how many activities are put in order by themselves.
const handful = 32

// activitiesOf returns the ids of the activities of an answer.
func (g *gathering) activitiesOf(a *gathered) []string {
	switch {
	case !g.ofOne:
		return g.activityIDs(a.activities)
	case g.question == Flows:
		return append(g.roomForIDs(1), a.evidence[0].activity().ID)
	}
	return append(g.roomForIDs(1), g.Map.activity(a.key.a).ID)
}

// activityIDs returns the ids of the activities at some positions in their
// order, each once.
func (g *gathering) activityIDs(positions set) []string {
	n := positions.len()
	ids := g.roomForIDs(n)
	if n <= handful {
		for at := range positions.each {
			ids = append(ids, g.Map.activity(at).ID)
		}
		slices.Sort(ids)
		return slices.Compact(ids)
	}
	r := g.ranked()
	g.order64 = room(g.order64, (len(r.ids)+63)/64)
	for at := range positions.each {
		x := r.rank[at]
		g.order64[x/64] |= 1 << (x % 64)
	}
	for i, word := range g.order64 {
		for ; word != 0; word &= word - 1 {
			ids = append(ids, r.ids[i*64+bits.TrailingZeros64(word)])
		}
		g.order64[i] = 0
	}
	return slices.Compact(ids)
}
