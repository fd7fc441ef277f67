package diagram

// Distances in a picture, in points.
const (
	nodeGap    = 5.5
	bandGap    = 8.0
	bandPad    = 6.0
	bandHeader = 12.0
)

// settle gives the slots their heights in the column: near those that they are tied
// to, one below the other.
func (a *arrangement) settle() {
	for c := range a.columns {
		y := 0.0
		for i, s := range a.columns[c] {
			if i > 0 {
				y += a.apart(a.columns[c][i-1], s)
			}
			a.slots[s].y = y
		}
		for _, s := range a.columns[c] {
			a.slots[s].y -= y / 2
		}
	}
	both := func(s *slot) []int { return append(s.before[:len(s.before):len(s.before)], s.after...) }
	for range 10 {
		for c := range a.columns {
			a.pull(c, func(s *slot) []int { return s.before })
		}
		for c := len(a.columns) - 1; c >= 0; c-- {
			a.pull(c, func(s *slot) []int { return s.after })
		}
		for c := range a.columns {
			a.pull(c, both)
		}
	}
}

// apart is how far the middles of two neighbours are apart at the least.
func (a *arrangement) apart(upper, lower int) float64 {
	u, l := &a.slots[upper], &a.slots[lower]
	d := (u.height+l.height)/2 + nodeGap
	if u.node < 0 && l.node < 0 {
		return 5
	}
	if u.band != l.band {
		d += bandGap + 2*bandPad + bandHeader - nodeGap
	}
	return d
}

// pull moves the slots of a column as near as it goes to the middle of those they
// are tied to, and keeps them apart: the least squares, by pooling neighbours that
// would overlap.
func (a *arrangement) pull(c int, tied func(*slot) []int) {
	type pool struct{ sum, n float64 }
	column := a.columns[c]
	var pools []pool
	shift := 0.0
	shifts := make([]float64, len(column))
	var sizes []int
	for i, s := range column {
		if i > 0 {
			shift += a.apart(column[i-1], s)
		}
		shifts[i] = shift
		want, weight := a.slots[s].y, 0.2
		if others := tied(&a.slots[s]); len(others) > 0 {
			want, weight = 0, float64(len(others))
			for _, o := range others {
				want += a.slots[o].y
			}
			want /= weight
		}
		pools, sizes = append(pools, pool{(want - shift) * weight, weight}), append(sizes, 1)
		for n := len(pools); n > 1 && pools[n-2].sum/pools[n-2].n > pools[n-1].sum/pools[n-1].n; n = len(pools) {
			pools[n-2].sum += pools[n-1].sum
			pools[n-2].n += pools[n-1].n
			sizes[n-2] += sizes[n-1]
			pools, sizes = pools[:n-1], sizes[:n-1]
		}
	}
	i := 0
	for n, p := range pools {
		for range sizes[n] {
			a.slots[column[i]].y = p.sum/p.n + shifts[i]
			i++
		}
	}
}
