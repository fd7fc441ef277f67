package diagram

import (
	"cmp"
	"context"
	"slices"
)

// slot is a node, or the bend of a line that goes past a column, on its way to a
// place in its column.
type slot struct {
	node          int // -1 for a bend
	column, band  int
	width, height float64
	y             float64 // of its middle
	before, after []int   // slots on the left and on the right that it is tied to
}

// tie is a piece of an edge between two columns that stand side by side.
type tie struct{ from, to, edge int }

// arrangement is the order of the slots in each column.
type arrangement struct {
	slots   []slot
	columns [][]int
	ties    []tie
}

// arrange puts the nodes of a graph into columns and bends the edges that go past
// one.
func arrange(g *Graph) *arrangement {
	a := &arrangement{columns: make([][]int, len(g.columns))}
	for i := range g.nodes {
		n := &g.nodes[i]
		a.add(slot{node: i, column: n.column, band: n.band})
	}
	for i, e := range g.edges {
		at := e.from
		for c := g.nodes[e.from].column + 1; c < g.nodes[e.to].column; c++ {
			band := 0
			if len(g.columns[c].bands) > 0 {
				band = -1 // above all frames
			}
			bend := a.add(slot{node: -1, column: c, band: band, height: 2})
			a.tie(at, bend, i)
			at = bend
		}
		a.tie(at, e.to, i)
	}
	for _, column := range a.columns {
		slices.SortStableFunc(column, func(x, y int) int { return cmp.Compare(a.slots[x].band, a.slots[y].band) })
	}
	return a
}

func (a *arrangement) add(s slot) int {
	a.slots = append(a.slots, s)
	i := len(a.slots) - 1
	a.columns[s.column] = append(a.columns[s.column], i)
	return i
}

func (a *arrangement) tie(from, to, edge int) {
	a.ties = append(a.ties, tie{from, to, edge})
	a.slots[from].after = append(a.slots[from].after, to)
	a.slots[to].before = append(a.slots[to].before, from)
}

// sweeps is how often the columns are put in a better order from left to right and
// back again.
const sweeps = 16

// uncross looks for an order with few crossings: each slot goes to the middle of
// those that it is tied to (Sugiyama), and neighbours change places where that
// helps. Those of a frame stay together, and the frames keep their order.
func (a *arrangement) uncross(ctx context.Context) error {
	best, fewest := a.copied(), a.crossings()
	for n := range 2 * sweeps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if n%2 == 0 {
			for c := 1; c < len(a.columns); c++ {
				a.sort(c, func(s *slot) []int { return s.before })
			}
		} else {
			for c := len(a.columns) - 2; c >= 0; c-- {
				a.sort(c, func(s *slot) []int { return s.after })
			}
		}
		for c := range a.columns {
			a.swap(c)
		}
		if now := a.crossings(); now < fewest {
			best, fewest = a.copied(), now
		}
	}
	a.columns = best
	return nil
}

func (a *arrangement) copied() [][]int {
	all := make([][]int, len(a.columns))
	for i := range all {
		all[i] = slices.Clone(a.columns[i])
	}
	return all
}

// positions are those of the slots in their columns.
func (a *arrangement) positions() []int {
	at := make([]int, len(a.slots))
	for _, column := range a.columns {
		for i, s := range column {
			at[s] = i
		}
	}
	return at
}

func (a *arrangement) sort(c int, tied func(*slot) []int) {
	at := a.positions()
	weight := make(map[int]float64, len(a.columns[c]))
	for i, s := range a.columns[c] {
		weight[s] = float64(i)
		if others := tied(&a.slots[s]); len(others) > 0 {
			sum := 0
			for _, o := range others {
				sum += at[o]
			}
			weight[s] = float64(sum) / float64(len(others))
			// Columns may differ in length.
			neighbours := a.columns[a.slots[others[0]].column]
			weight[s] *= float64(len(a.columns[c])) / float64(len(neighbours))
		}
	}
	slices.SortStableFunc(a.columns[c], func(x, y int) int { return a.compare(x, y, weight[x], weight[y]) })
}

// compare keeps frames together.
func (a *arrangement) compare(x, y int, wx, wy float64) int {
	return cmp.Or(cmp.Compare(a.slots[x].band, a.slots[y].band), cmp.Compare(wx, wy))
}

// swap lets neighbours change places where that saves crossings.
func (a *arrangement) swap(c int) {
	at := a.positions()
	column := a.columns[c]
	for range len(column) {
		changed := false
		for i := 0; i+1 < len(column); i++ {
			x, y := &a.slots[column[i]], &a.slots[column[i+1]]
			if x.band != y.band {
				continue
			}
			now := crossed(x.before, y.before, at) + crossed(x.after, y.after, at)
			then := crossed(y.before, x.before, at) + crossed(y.after, x.after, at)
			if then < now {
				column[i], column[i+1] = column[i+1], column[i]
				changed = true
			}
		}
		if !changed {
			return
		}
	}
}

// crossed counts the crossings of the ties of a slot with those of the one below it.
func crossed(upper, lower []int, at []int) int {
	n := 0
	for _, u := range upper {
		for _, l := range lower {
			if at[u] > at[l] {
				n++
			}
		}
	}
	return n
}

// crossings counts all crossings.
func (a *arrangement) crossings() int {
	at := a.positions()
	n := 0
	for _, column := range a.columns {
		for i := range column {
			for j := i + 1; j < len(column); j++ {
				n += crossed(a.slots[column[i]].after, a.slots[column[j]].after, at)
			}
		}
	}
	return n
}
