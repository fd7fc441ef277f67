package api

import (
	"container/list"
	"context"
	"fmt"
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
	// size is about how many bytes of memory it takes.
	size int64
	// entries are its entries in canonical form, and texts their words, once they were
	// asked for; own are the entries of each kind that it does not inherit.
	entries, texts, own sync.Map
}

// snapshots are the versions that were asked for last, as many as there is room
// for.
type snapshots struct {
	most   int64
	flight singleflight.Group
	mu     sync.Mutex
	size   int64
	by     map[snapshotKey]*list.Element
	// last are the tags of the newest versions that are kept.
	last  map[store.Key]string
	order list.List // of *snapshot, the last asked for in front
}

type snapshotKey struct {
	store.Key
	tag string
}

func newSnapshots(most int64) *snapshots {
	return &snapshots{most: most, by: make(map[snapshotKey]*list.Element), last: make(map[store.Key]string)}
}

// sizeOf is about how much memory a register takes, with its view and its data map,
// by the size of its canonical form. Measured: 9 times as much for a register of 14
// activities, 5 times for one of 1,000; its entries in that form and their words in
// small letters come on top.
func sizeOf(canonical int) int64 { return 64<<10 + 10*int64(canonical) }

// sizeAfter is the size of a register that had another size before some changes, 0
// for one that there was not.
func sizeAfter(before int64, changes []store.Change) int64 {
	canonical := canonicalOf(before)
	for _, c := range changes {
		canonical += len(c.After) - len(c.Before)
	}
	return sizeOf(max(0, canonical))
}

// canonicalOf is the other way round.
func canonicalOf(size int64) int { return int(max(0, size-64<<10) / 10) }

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
	// Others may wait for the same: whoever asked first may leave.
	flight := s.snapshots.flight.DoChan(key.Tenant+"\x00"+key.Register+"\x00"+info.Tag, func() (made any, err error) {
		defer func() {
			if fault := recover(); fault != nil { // on its own here, it would end the server
				err = fmt.Errorf("panic while a register was read\n%s", traceOf(fault))
			}
		}()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.timeout)
		defer cancel()
		if err := s.loads.Acquire(ctx, 1); err != nil {
			return nil, err
		}
		defer s.loads.Release(1)
		snap, err := s.readied(ctx, key, v)
		if err == nil {
			s.snapshots.put(snap)
		}
		return snap, err
	})
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case made := <-flight:
		if made.Err != nil {
			return nil, made.Err
		}
		return made.Val.(*snapshot), nil
	}
}

// readied gets a version of a register ready for questions: from an older one that
// is at hand where the store finds the way from there, as after each change that
// another server made; else from all of its entries.
func (s *Server) readied(ctx context.Context, key store.Key, v store.Version) (*snapshot, error) {
	if follower, ok := s.store.(store.Follower); ok && v.Newest() {
		if older := s.snapshots.newest(key); older != nil {
			copied, err := follower.Follow(ctx, &store.Copy{Info: older.Info, View: older.view, Size: canonicalOf(older.size)})
			if err != nil {
				return nil, err
			}
			snap := snapshotOf(copied)
			snap.chart = snap.charted(chartAfter(older, copied.View))
			older.handOn(snap)
			return snap, nil
		}
	}
	copied, err := s.store.Read(ctx, key, v)
	if err != nil {
		return nil, err
	}
	snap := snapshotOf(copied)
	snap.chart = snap.charted(func() *datamap.Map { return datamap.Build(copied.View) })
	return snap, nil
}

func snapshotOf(c *store.Copy) *snapshot {
	return &snapshot{Info: c.Info, view: c.View, size: sizeOf(c.Size)}
}

// newest is the newest version of a register that is kept, nil for none.
func (c *snapshots) newest(key store.Key) *snapshot {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.by[snapshotKey{key, c.last[key]}]; e != nil {
		return e.Value.(*snapshot)
	}
	return nil
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
	if newest := c.by[snapshotKey{s.Key, c.last[s.Key]}]; newest == nil || newest.Value.(*snapshot).Revision <= s.Revision {
		c.last[s.Key] = s.Tag
	}
	c.by[key] = c.order.PushFront(s)
	c.size += s.size
	for c.size > c.most && c.order.Len() > 1 {
		oldest := c.order.Back()
		old := oldest.Value.(*snapshot)
		delete(c.by, snapshotKey{old.Key, old.Tag})
		if c.last[old.Key] == old.Tag {
			delete(c.last, old.Key)
		}
		c.order.Remove(oldest)
		c.size -= old.size
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
