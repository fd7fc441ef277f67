package postgres

import (
	"sync"
	"time"

	"github.com/openropa/ropa/api/store"
)

const (
	// heldFor is how long a head is believed without asking: a notification that
	// never comes matters no longer.
	heldFor = time.Second
	// mostHeads is how many are remembered.
	mostHeads = 1 << 16
)

// heads are the newest and the approved versions of registers, as they were when
// they were last asked for. They are believed while somebody tells of changes.
type heads struct {
	now func() time.Time

	mu sync.Mutex
	// told: the listener is connected, so that changes are heard of.
	told bool
	// changes counts what was heard: what was asked for before a change is not
	// remembered after it.
	changes uint64
	by      map[headKey]head
	// resting are, by register, the heads that change with it.
	resting map[store.Key]map[headKey]bool
}

type headKey struct {
	store.Key
	approved bool
}

type head struct {
	info  store.Info
	asked time.Time
	bases []string
}

// asked is when something was asked for: the time, and what was heard until then.
type asked struct {
	at      time.Time
	changes uint64
}

func newHeads() *heads {
	h := &heads{now: time.Now}
	h.empty()
	return h
}

// empty forgets everything. The caller holds the lock, or is alone.
func (h *heads) empty() {
	h.changes++
	h.by, h.resting = make(map[headKey]head), make(map[store.Key]map[headKey]bool)
}

// get returns a head that can be believed. Where there is none, a goes with what
// is then asked for.
func (h *heads) get(key store.Key, approved bool) (info store.Info, a asked, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	a = asked{h.now(), h.changes}
	found, ok := h.by[headKey{key, approved}]
	if !ok || a.at.Sub(found.asked) >= heldFor {
		return store.Info{}, a, false
	}
	return found.info, a, true
}

// put remembers a head, unless anything changed since it was asked for.
func (h *heads) put(key store.Key, approved bool, info store.Info, bases []string, a asked) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.told || h.changes != a.changes {
		return
	}
	if len(h.by) >= mostHeads {
		h.empty()
	}
	k := headKey{key, approved}
	h.forget(k)
	h.by[k] = head{info, a.at, bases}
	for _, id := range bases {
		base := store.Key{Tenant: key.Tenant, Register: id}
		if h.resting[base] == nil {
			h.resting[base] = make(map[headKey]bool)
		}
		h.resting[base][k] = true
	}
}

// forget forgets a head. The caller holds the lock.
func (h *heads) forget(k headKey) {
	for _, id := range h.by[k].bases {
		base := store.Key{Tenant: k.Tenant, Register: id}
		delete(h.resting[base], k)
		if len(h.resting[base]) == 0 {
			delete(h.resting, base)
		}
	}
	delete(h.by, k)
}

// changed forgets what changes with a register.
func (h *heads) changed(key store.Key) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.changes++
	h.forget(headKey{key, false})
	h.forget(headKey{key, true})
	for k := range h.resting[key] {
		h.forget(k)
	}
}

// hearing says whether changes are heard of from now on. What was known before
// counts for nothing.
func (h *heads) hearing(told bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.told = told
	h.empty()
}
