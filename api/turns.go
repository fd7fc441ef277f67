package api

import (
	"context"
	"hash/maphash"

	"github.com/openropa/ropa/api/store"
)

// turns let those who write to one register of this server go one after the other,
// so that none has to begin again. Some registers share a turn: their number is
// without end.
type turns struct {
	seed maphash.Seed
	free [256]chan struct{} // each holds one where it is nobody's turn
}

func newTurns() *turns {
	t := &turns{seed: maphash.MakeSeed()}
	for i := range t.free {
		t.free[i] = make(chan struct{}, 1)
		t.free[i] <- struct{}{}
	}
	return t
}

// take waits for the turn to write to a register, and returns what ends it. The error
// is that of the context.
func (t *turns) take(ctx context.Context, key store.Key) (end func(), err error) {
	free := t.free[maphash.String(t.seed, key.Tenant+"\x00"+key.Register)%uint64(len(t.free))]
	select {
	case <-free:
		return func() { free <- struct{}{} }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
