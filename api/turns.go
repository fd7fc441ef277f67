package api

import (
	"hash/maphash"
	"sync"

	"github.com/openropa/ropa/api/store"
)

// turns let those who write to one register of this server go one after the other,
// so that none has to begin again. Some registers share a lock: their number is
// without end.
type turns struct {
	seed  maphash.Seed
	locks [256]sync.Mutex
}

func newTurns() *turns { return &turns{seed: maphash.MakeSeed()} }

// of is the lock of a register.
func (t *turns) of(key store.Key) *sync.Mutex {
	return &t.locks[maphash.String(t.seed, key.Tenant+"\x00"+key.Register)%uint64(len(t.locks))]
}
