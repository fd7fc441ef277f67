package datamap

// scratch is what an answer is worked out in. It is used again for the next
// question, so that a question makes nothing but its answers.
type scratch struct {
	cells   []cell           // the first is none
	byPoint []int32          // by point: its first cell
	cellsOf map[uint64]int32 // of the points with many, by cellKey: the first of the category

	arrivals   []arrival  // the first is none
	arrivalsAt []int32    // by number of the node: its first arrival
	queued     [4][]int32 // arrivals of which something is fresh, by their number of doubts
	heads      [4]int     // how many of those were taken
	words      []uint64   // the sets of the arrivals

	moving    footstep   // by which data move just now
	footsteps []footstep // by arrival: how its first data came, where that is noted
	traced    bool

	entryBits  []uint64 // by point and category of the filter: how flows entered
	noted      []int32  // the words of which one is set
	fitNumbers []int32  // by category: its place among those of the filter

	walked []int32 // the stops that are reached
	marked []bool  // by stop

	blocks, spare set // of the segment

	verdicts []verdict      // by what nodes are like
	matched  []matchedPlace // of one of them
	judged   []int32        // of which there is one

	gathered []gathered
	behind   behind  // the answers
	slots    []int32 // by the first part of the key: number in gathered, from 1
	found    map[answerKey]int32
	nodes    []nodeList // the first is none
	maybe    []fact     // by party
	told     []int32    // the parties of which there is one
	answered set

	bundles    []bundle // the first is none
	why        []why    // what masks come to: the same for all questions
	way        [2][]*edge
	earliest   []int32
	items      []item // of one cell
	byParty    []int32
	chunk      []item // room for items
	matches    []matches
	sets       [][]matches // of the segment, by set of facets
	looked     []uint32    // in which sets were looked up
	keys       []uint64
	order64    []uint64 // activities by rank, none of them between two answers
	sorted     []uint32
	later      []uint32
	byRank     []int32 // by rank: number in gathered, from 1
	touched    []int32 // the points with cells
	lastSpread *spread // to be used again
}

// mostWhys is what of how many masks is kept for the next question.
const mostWhys = 32

// nodeList is a list of nodes.
type nodeList struct {
	node *node
	next int32
}

// forgetArrivals makes room for those of another question.
func (s *scratch) forgetArrivals() {
	for i := range s.arrivals {
		if n := s.arrivals[i].node; n != nil {
			s.arrivalsAt[n.number] = 0
		}
	}
	clear(s.arrivals)
	s.arrivals = append(s.arrivals[:0], arrival{})
	for i := range s.queued {
		s.queued[i], s.heads[i] = s.queued[i][:0], 0
	}
	s.words = s.words[:0]
	s.moving, s.traced = footstep{}, false
	clear(s.footsteps)
	s.footsteps = s.footsteps[:0]
}

// How much room of bundles is kept for the next question: of so many, and in each for
// so many flows.
const (
	mostBundles = 1 << 12
	mostFlows   = 1 << 8
)

// forgetBundles makes room for those of another question. They hold numbers alone.
func (s *scratch) forgetBundles() {
	if cap(s.bundles) > mostBundles {
		s.bundles = nil
	}
	for i := range s.bundles {
		if b := &s.bundles[i]; cap(b.flows) > mostFlows {
			b.flows = nil
		}
	}
	s.bundles = s.bundles[:0]
}

// release makes a scratch ready for the next question. It forgets what it holds
// of a map, so that the map can go.
func (s *scratch) release() {
	s.forgetArrivals()
	for _, at := range s.noted {
		s.entryBits[at] = 0
	}
	s.noted = s.noted[:0]
	for _, p := range s.touched {
		s.byPoint[p] = 0
	}
	for i := range s.gathered {
		if k := s.gathered[i].key.a; int(k) < len(s.slots) {
			s.slots[k] = 0
		}
	}
	for _, n := range s.judged {
		s.verdicts[n] = verdict{}
	}
	for _, p := range s.told {
		s.maybe[p] = 0
	}
	clear(s.found)
	clear(s.cellsOf)
	clear(s.answered)
	clear(s.cells)
	s.forgetBundles()
	clear(s.items[:cap(s.items)])
	clear(s.way[0][:cap(s.way[0])])
	clear(s.way[1][:cap(s.way[1])])
	clear(s.gathered)
	s.behind.release()
	clear(s.nodes)
	clear(s.chunk)
	s.touched, s.judged, s.told = s.touched[:0], s.judged[:0], s.told[:0]
	s.cells = append(s.cells[:0], cell{})
	if len(s.why) > mostWhys {
		s.why = nil
	}
	s.gathered, s.nodes = s.gathered[:0], append(s.nodes[:0], nodeList{})
	s.chunk = s.chunk[:0]
}

// room makes a list at least as long.
func room[T any](list []T, n int) []T {
	if n > len(list) {
		return append(list, make([]T, n-len(list))...)
	}
	return list
}
