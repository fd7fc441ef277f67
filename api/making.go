package api

import (
	"context"
	"sync"
)

// making are the keys of creates that are being answered by this server: whoever comes
// with one of them waits for the first.
type making struct {
	mu sync.Mutex
	by map[string]chan struct{}
}

func newMaking() *making { return &making{by: make(map[string]chan struct{})} }

// take waits until nobody has the key, and returns how to give it back. The error is
// that of the context.
func (b *making) take(ctx context.Context, key string) (give func(), err error) {
	for {
		b.mu.Lock()
		other, taken := b.by[key]
		if !taken {
			done := make(chan struct{})
			b.by[key] = done
			b.mu.Unlock()
			return func() {
				b.mu.Lock()
				delete(b.by, key)
				b.mu.Unlock()
				close(done)
			}, nil
		}
		b.mu.Unlock()
		select {
		case <-other:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}
