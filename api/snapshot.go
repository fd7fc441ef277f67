package api

import (
	"container/list"
	"context"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/singleflight"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// snapshot is a version of a register, ready for questions. It never changes.
type snapshot struct {
	store.Info
	view *register.View
	// chart makes the data map when it is first asked for; made is it once it is there.
	chart func() *datamap.Map
	made  atomic.Pointer[datamap.Map]
	// kept are answers that were made of it.
	kept *kept
	// entries are its entries in canonical form, once they were asked for.
	entries sync.Map
}

// snapshots are the versions that were asked for last.
type snapshots struct {
	most, answers int
	flight        singleflight.Group
	mu            sync.Mutex
	by            map[snapshotKey]*list.Element
	order         list.List // of *snapshot, the last asked for in front
}

type snapshotKey struct {
	store.Key
	tag string
}

func newSnapshots(most, answers int) *snapshots {
	return &snapshots{most: most, answers: answers, by: make(map[snapshotKey]*list.Element)}
}

// snapshot returns a version of a register. The error is store.ErrNotFound, or
// one of the store's.
func (s *Server) snapshot(ctx context.Context, key store.Key, v store.Version) (*snapshot, error) {
	info, err := s.store.Head(ctx, key, v)
	if err != nil {
		return nil, err
	}
	if found := s.snapshots.get(snapshotKey{key, info.Tag}); found != nil {
		return found, nil
	}
	made, err, _ := s.snapshots.flight.Do(key.Tenant+"\x00"+key.Register+"\x00"+info.Tag, func() (any, error) {
		copied, err := s.store.Read(ctx, key, v)
		if err != nil {
			return nil, err
		}
		snap := &snapshot{
			Info: copied.Info, view: copied.View, kept: newKept(s.snapshots.answers),
		}
		snap.chart = snap.charted(func() *datamap.Map { return datamap.Build(copied.View) })
		s.snapshots.put(snap)
		return snap, nil
	})
	if err != nil {
		return nil, err
	}
	return made.(*snapshot), nil
}

func (c *snapshots) get(key snapshotKey) *snapshot {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.by[key]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*snapshot)
}

func (c *snapshots) put(s *snapshot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := snapshotKey{s.Key, s.Tag}
	if c.by[key] != nil {
		return
	}
	c.by[key] = c.order.PushFront(s)
	for c.order.Len() > c.most {
		oldest := c.order.Back()
		old := oldest.Value.(*snapshot)
		delete(c.by, snapshotKey{old.Key, old.Tag})
		c.order.Remove(oldest)
	}
}

// charted makes the data map once.
func (s *snapshot) charted(make func() *datamap.Map) func() *datamap.Map {
	return sync.OnceValue(func() *datamap.Map {
		m := make()
		s.made.Store(m)
		return m
	})
}
