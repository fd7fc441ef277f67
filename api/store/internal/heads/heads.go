// Package heads remembers for a moment what is known of registers, so that an
// answer that was made before costs no question to the database.
package heads

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

// Heads are the newest and the approved versions of registers, as they were when
// they were last asked for. They are believed while somebody tells of changes.
type Heads struct {
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

// Asked is when something was asked for: the time, and what was heard until then.
type Asked struct {
	at      time.Time
	changes uint64
}

// New returns heads that remember nothing until somebody hears of changes.
func New() *Heads {
	h := &Heads{now: time.Now}
	h.empty()
	return h
}

// empty forgets everything. The caller holds the lock, or is alone.
func (h *Heads) empty() {
	h.changes++
	h.by, h.resting = make(map[headKey]head), make(map[store.Key]map[headKey]bool)
}

// Get returns a head that can be believed. Where there is none, a goes with what
// is then asked for.
func (h *Heads) Get(key store.Key, approved bool) (info store.Info, a Asked, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	a = Asked{h.now(), h.changes}
	found, ok := h.by[headKey{key, approved}]
	if !ok || a.at.Sub(found.asked) >= heldFor {
		return store.Info{}, a, false
	}
	return found.info, a, true
}

// Put remembers a head, unless anything changed since it was asked for.
func (h *Heads) Put(key store.Key, approved bool, info store.Info, bases []string, a Asked) {
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
func (h *Heads) forget(k headKey) {
	for _, id := range h.by[k].bases {
		base := store.Key{Tenant: k.Tenant, Register: id}
		delete(h.resting[base], k)
		if len(h.resting[base]) == 0 {
			delete(h.resting, base)
		}
	}
	delete(h.by, k)
}

// Changed forgets what changes with a register.
func (h *Heads) Changed(key store.Key) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.changes++
	h.forget(headKey{key, false})
	h.forget(headKey{key, true})
	for k := range h.resting[key] {
		h.forget(k)
	}
}

// Hearing says whether changes are heard of from now on. What was known before
// counts for nothing.
func (h *Heads) Hearing(told bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.told = told
	h.empty()
}

// Known reports whether changes are heard of, and how many heads are remembered.
func (h *Heads) Known() (told bool, n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.told, len(h.by)
}
