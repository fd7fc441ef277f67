package datamap

import (
	"cmp"
	"slices"
	"strings"
)

// gathering collects the answers to a query.
type gathering struct {
	*query
	*scratch
	telling Answer // the one that is handed out
	toldOf  Details
	ids     names           // of systems and countries
	idRoom  []string        // of the answers
	shown   []Evidence      // of all answers
	letters strings.Builder // room for addresses
	last    placed          // of what was shown last
	source  *entered        // how data enter the chains, where that was known
	most    int             // flows of evidence kept for an answer

	// each is told that one is found, in the place of the answers; stopped: it wants
	// no more.
	each    func(answerKey) bool
	handed  finding
	stopped bool

	entries    []uint64 // of entryBits; nil: entries are not noted
	leading    set      // nodes from which the recipients can be reached; nil: any
	someBlocks bool     // only those of blocks can hold an answer

	s           *segment
	number      int32 // of the segment
	start       int32 // position of its first activity
	lastBlock   int32
	lastSystems []string // of that block
	lastSet     uint32   // of facets, what was best in it, and whether there was something
	lastBest    mask
	lastFound   bool
}

// why is what a mask comes to.
type why struct {
	mask    mask
	reasons []Assumption
}

// answerKey tells answers apart; which numbers it holds depends on the question.
type answerKey struct{ a, b int32 }

// gathered is an answer being collected.
type gathered struct {
	key    answerKey
	stated bool
	full   bool    // the first of evidence are sorted, and as many as asked for
	shown  int     // how many those are
	roles  roleSet // of the recipient
	sure   roleSet // of the roles
	bases  uint16
	nodes  int32 // the first of a list of nodes, 0 for none
	why    mask  // of the finding that assumes least
	count  int
	*details
}

// details are what is left out of a brief answer.
type details struct {
	data       set
	subjects   set
	purposes   set
	activities set // positions
	evidence   []finding
}

// behind is room for what is behind the answers, used again for the next
// question.
type behind struct {
	rooms [][]details
	used  int
}

// roomOfDetails is how many stand in one room.
const roomOfDetails = 64

func (b *behind) next() *details {
	at := b.used
	b.used++
	if at/roomOfDetails == len(b.rooms) {
		b.rooms = append(b.rooms, make([]details, roomOfDetails))
	}
	return &b.rooms[at/roomOfDetails][at%roomOfDetails]
}

// How much room is kept for the next question: for so many answers, and in each for
// so many findings and so wide sets. What took more is rare.
const (
	mostRooms    = 64
	mostFindings = 128
	widestKept   = 64
)

// release forgets what it holds.
func (b *behind) release() {
	if len(b.rooms) > mostRooms {
		clear(b.rooms[mostRooms:])
		b.rooms, b.used = b.rooms[:mostRooms], min(b.used, mostRooms*roomOfDetails)
	}
	for at := range b.used {
		d := &b.rooms[at/roomOfDetails][at%roomOfDetails]
		if cap(d.evidence) > mostFindings {
			d.evidence = nil
		}
		clear(d.evidence[:cap(d.evidence)])
		d.evidence = d.evidence[:0]
		for _, s := range []*set{&d.data, &d.subjects, &d.purposes, &d.activities} {
			if *s = (*s)[:0]; cap(*s) > widestKept {
				*s = nil
			}
		}
	}
	b.used = 0
}

// finding is a flow or a held entry behind an answer.
type finding struct {
	s        *segment
	position int32 // of the activity
	block    int32 // of the activity in its segment
	disc     int32 // disclosure of the segment, -1 for what is held
	row      int32 // flow of the segment or, for what is held, row; -1 for what the activity says of itself
	own      int32 // purpose use of such an entry, -1 for the activity
	use      int32
	category term
	enters   term  // category of the direct flow
	item     *item // whom the flow reaches; nil for the direct recipient, too, where nothing is gathered
	mask     mask  // as far as it is asked
}

func newGathering(q *query, s *scratch) *gathering {
	g := &gathering{query: q, scratch: s}
	switch n := q.filter.Evidence; {
	case q.brief:
	case n == 0:
		g.most = 20
	case n > 0:
		g.most = n
	case n == EvidenceAll:
		g.most = int(^uint(0) >> 1)
	}
	s.byPoint = room(s.byPoint, len(q.allPoints))
	parties := len(q.partyIDs)
	s.maybe, s.byParty = room(s.maybe, parties), room(s.byParty, parties)
	if len(s.cells) == 0 {
		s.cells, s.nodes, s.arrivals = make([]cell, 1), make([]nodeList, 1), make([]arrival, 1)
		s.found = make(map[answerKey]int32)
	}
	g.noteEntries()
	return g
}

// add puts a finding under every answer that it supports.
func (g *gathering) add(f *finding, x matches) {
	switch g.question {
	case Processors, Recipients:
		g.put(answerKey{a: f.item.party}, f, x)
	case Activities:
		g.put(answerKey{a: f.position}, f, x)
	case Data:
		g.put(answerKey{a: f.category}, f, x)
	case Subjects, Purposes:
		g.put(answerKey{a: x.key}, f, x)
	case Consents:
		g.put(answerKey{f.position, x.key}, f, x)
	case Retention:
		g.put(answerKey{f.position, f.use}, f, x)
	case Countries:
		g.put(answerKey{a: g.ids.number(string(f.item.area))}, f, x)
	case Flows:
		g.put(answerKey{a: int32(len(g.gathered))}, f, x)
	case Systems:
		for _, id := range g.systemsAt(f.position-g.start, f.use) {
			if len(g.filter.Systems) == 0 || slices.Contains(g.filter.Systems, id) {
				g.put(answerKey{a: g.ids.number(id)}, f, x)
			}
		}
	}
}

// answerAt returns the answer with a key, a new one where there is none yet.
func (g *gathering) answerAt(key answerKey) *gathered {
	switch g.question {
	case Consents, Retention:
		at, ok := g.found[key]
		if !ok {
			at = g.begin(key)
			g.found[key] = at
		}
		return &g.gathered[at]
	case Flows:
		return &g.gathered[g.begin(key)]
	}
	g.slots = room(g.slots, int(key.a)+1)
	if g.slots[key.a] == 0 {
		g.slots[key.a] = g.begin(key) + 1
	}
	return &g.gathered[g.slots[key.a]-1]
}

func (g *gathering) begin(key answerKey) int32 {
	g.gathered = append(g.gathered, gathered{key: key})
	if a := &g.gathered[len(g.gathered)-1]; !g.brief || g.question == Flows {
		a.details = g.behind.next()
	}
	return int32(len(g.gathered) - 1)
}

// weigh notes findings of an answer that assume the same.
func (a *gathered) weigh(m mask, n int) {
	if a.count == 0 || better(m, a.why) {
		a.why = m
	}
	a.count += n
	a.stated = a.stated || m == 0
}

// received notes how the party of an item comes into an answer.
func (g *gathering) received(a *gathered, it *item) {
	a.roles |= it.roles
	a.sure |= it.sure
	g.addNode(a, it.first)
	for _, n := range it.nodes {
		g.addNode(a, n)
	}
}

func (g *gathering) addNode(a *gathered, n *node) {
	for at := a.nodes; at != 0; at = g.nodes[at].next {
		if g.nodes[at].node == n {
			return
		}
	}
	g.nodes = append(g.nodes, nodeList{n, a.nodes})
	a.nodes = int32(len(g.nodes) - 1)
}

func (g *gathering) put(key answerKey, f *finding, x matches) {
	if g.each != nil {
		g.hand(key, f)
		return
	}
	if g.filter.StatedOnly && g.question == Flows && f.mask != 0 {
		return
	}
	a := g.answerAt(key)
	a.weigh(f.mask, 1)
	if f.item != nil {
		g.received(a, f.item)
	}
	if g.brief && g.question != Flows {
		return
	}
	g.noteFacets(a, f.position, &x)
	if f.item == nil || !f.item.unknown {
		a.data.add(f.category)
	}
	g.keep(a, f)
}

// noteFacets adds what stands in the facets of a finding to an answer.
func (g *gathering) noteFacets(a *gathered, position int32, x *matches) {
	a.bases |= x.bases
	if !g.ofOne {
		a.activities.add(position)
	}
	for _, s := range x.subjects {
		a.subjects.add(s)
	}
	for _, p := range x.purposes {
		a.purposes.add(p)
	}
}

// keep keeps a finding as evidence if it is among the first.
func (g *gathering) keep(a *gathered, f *finding) {
	if g.most == 0 && g.question != Flows {
		return
	}
	if a.full && g.compareFindings(f, &a.evidence[g.most-1]) > 0 {
		return
	}
	a.evidence = append(a.evidence, *f)
	if g.most > 1<<20 || len(a.evidence) < 4*(g.most+1) {
		return
	}
	g.sortEvidence(a.evidence)
	a.evidence, a.full, a.shown = a.evidence[:g.most], g.most > 0, g.most
}

// undetermined returns the parties that may belong and are no answer.
func (g *gathering) undetermined() []Undetermined {
	n := 0
	for _, party := range g.told {
		if !g.answered.has(party) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	all := make([]Undetermined, 0, n)
	for _, party := range g.told {
		if g.answered.has(party) {
			continue
		}
		u := Undetermined{ID: g.partyIDs[party], Missing: factNames[g.maybe[party]]}
		if p := g.chains.party(party); p != nil {
			u.Name = p.Name
		}
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b Undetermined) int { return cmp.Compare(a.ID, b.ID) })
	return all
}
