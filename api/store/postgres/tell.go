package postgres

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/openropa/ropa/api/store"
)

// channel is where servers tell one another which registers they changed.
const channel = "ropa_registers"

const (
	// mostTold is the most bytes that a notification takes.
	mostTold = 7 << 10
	// mostUntold is how many changed registers wait to be told of; where there are
	// more, anything may have changed.
	mostUntold = 1 << 10
	// tellingTakes bounds how long telling takes: after a second nobody believes what
	// they remember, told or not.
	tellingTakes = time.Second
)

// teller tells the other servers of changes that were committed. It does so beside
// the writes: commits that notify would come one after the other in one database,
// each with its own wait for the disk. A change that is not told of, because the
// server or the database ends before, matters for the second for which others
// believe what they remember.
type teller struct {
	pool   *pgxpool.Pool
	cancel context.CancelFunc
	ended  chan struct{}
	news   chan struct{}

	mu sync.Mutex
	// untold are the registers that changed since others were told.
	untold map[store.Key]bool
}

func tell(pool *pgxpool.Pool) *teller {
	ctx, cancel := context.WithCancel(context.Background())
	t := &teller{pool: pool, cancel: cancel, ended: make(chan struct{}), news: make(chan struct{}, 1), untold: make(map[store.Key]bool)}
	go func() {
		defer close(t.ended)
		for {
			select {
			case <-t.news:
				t.tell()
			case <-ctx.Done():
				t.tell()
				return
			}
		}
	}()
	return t
}

// close tells what is not told yet and ends.
func (t *teller) close() {
	t.cancel()
	<-t.ended
}

// changed notes that a register was changed, or may have been.
func (t *teller) changed(key store.Key) {
	t.mu.Lock()
	if len(t.untold) < mostUntold {
		t.untold[key] = true
	} else {
		t.untold[store.Key{}] = true
	}
	t.mu.Unlock()
	select {
	case t.news <- struct{}{}:
	default: // it is about to look
	}
}

// tell tells of all that changed since it was told last.
func (t *teller) tell() {
	t.mu.Lock()
	all := t.untold
	t.untold = make(map[store.Key]bool)
	t.mu.Unlock()
	if len(all) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), tellingTakes)
	defer cancel()
	batch := &pgx.Batch{}
	batch.Queue(`BEGIN`)
	batch.Queue(`SET LOCAL synchronous_commit = off`) // there is nothing to keep
	batch.Queue(`SELECT pg_notify($1, told) FROM unnest($2::text[]) AS told`, channel, payloads(all))
	batch.Queue(`COMMIT`)
	_ = t.pool.SendBatch(ctx, batch).Close() // what is not told is asked for in a second
}

// payloads are the notifications of some registers; an empty one says that anything
// may have changed.
func payloads(all map[store.Key]bool) []string {
	var told []string
	for key := range all {
		raw, err := json.Marshal([2]string{key.Tenant, key.Register})
		if err != nil || len(raw) > mostTold || key == (store.Key{}) {
			return []string{""}
		}
		told = append(told, string(raw))
	}
	return told
}
