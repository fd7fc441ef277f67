package datamap

import (
	"sync"

	"github.com/openropa/ropa/register"
)

// point is where a disclosure takes data into the chains: a party, one of its
// services, or a disclosure that says more than to whom.
type point struct {
	party      int32
	service    string
	disclosure *register.Disclosure // nil unless it says more
	activity   *register.Activity   // of that disclosure; nil for one of allActivities
}

// points numbers the points. Like names it only grows.
type points struct {
	mu    sync.RWMutex
	index map[point]int32
	list  []point
	built int // how many there were when the map was built
}

func newPoints() *points { return &points{index: make(map[point]int32)} }

// numbers returns the numbers of some points.
func (p *points) numbers(list []point) []int32 {
	p.mu.Lock()
	defer p.mu.Unlock()
	all := make([]int32, len(list))
	for i, x := range list {
		n, ok := p.index[x]
		if !ok {
			n = int32(len(p.list))
			p.list = append(p.list, x)
			if x.activity == nil { // no other disclosure is the same
				p.index[x] = n
			}
		}
		all[i] = n
	}
	return all
}

// all returns the points by number. The caller must not change them.
func (p *points) all() []point {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.list[:len(p.list):len(p.list)]
}

// worn reports whether most points are of disclosures that have gone.
func (p *points) worn() bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return len(p.list) > 2*p.built+1000
}

// says returns what the disclosure of a point says, nil where it is none.
func (p *point) says(shared *register.AllActivities) *said {
	if p.disclosure == nil {
		return nil
	}
	list, at := []register.Disclosure(nil), "allActivities"
	if p.activity != nil {
		list, at = p.activity.Disclosures, "activities/"+p.activity.ID
	} else if shared != nil {
		list = shared.Disclosures
	}
	for i := range list {
		if &list[i] == p.disclosure {
			at += "/disclosures/" + register.Names(list)[i]
			break
		}
	}
	return saidByDisclosure(p.disclosure, at)
}
