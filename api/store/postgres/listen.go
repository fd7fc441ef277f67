package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/internal/heads"
)

const (
	// patience bounds connecting and trying.
	patience = 10 * time.Second
	// firstPause and longestPause are the times between attempts to connect.
	firstPause, longestPause = 50 * time.Millisecond, 2 * time.Second
)

// quiet is after how long without news the connection is tried.
var quiet = 15 * time.Second

// listener hears of what other servers change, over a connection of its own.
type listener struct {
	cancel context.CancelFunc
	ended  chan struct{}
}

func listen(config *pgx.ConnConfig, known *heads.Heads) *listener {
	ctx, cancel := context.WithCancel(context.Background())
	l := &listener{cancel, make(chan struct{})}
	go func() {
		defer close(l.ended)
		wait := firstPause
		for ctx.Err() == nil {
			if heard(ctx, config, known) {
				wait = firstPause
			}
			pause(ctx, wait/2+rand.N(wait))
			wait = min(2*wait, longestPause)
		}
	}()
	return l
}

// close ends the listening.
func (l *listener) close() {
	l.cancel()
	<-l.ended
}

func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}

// heard listens until the connection is lost, and reports whether there was one.
// What changed before it began, and after it was lost, is asked for anew.
func heard(ctx context.Context, config *pgx.ConnConfig, known *heads.Heads) bool {
	c, err := connected(ctx, config)
	if err != nil {
		return false // heads are asked for one by one meanwhile, and tell what is wrong
	}
	defer closed(c)
	known.Hearing(true)
	defer known.Hearing(false)
	for {
		if err := next(ctx, c, known); err != nil {
			return true
		}
	}
}

func connected(ctx context.Context, config *pgx.ConnConfig) (*pgx.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	c, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	if _, err := c.Exec(ctx, "LISTEN "+channel); err != nil {
		closed(c)
		return nil, err
	}
	return c, nil
}

func closed(c *pgx.Conn) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = c.Close(ctx) // it is lost or no longer needed
}

// next waits for a change and forgets what changed. Where it is quiet for long, it
// sees whether the connection is still there.
func next(ctx context.Context, c *pgx.Conn, known *heads.Heads) error {
	waiting, cancel := context.WithTimeout(ctx, quiet)
	defer cancel()
	news, err := c.WaitForNotification(waiting)
	if err != nil {
		if ctx.Err() != nil || !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		trying, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		return c.Ping(trying)
	}
	var names [2]string
	if json.Unmarshal([]byte(news.Payload), &names) != nil || news.Channel != channel {
		known.Hearing(true) // anything may have changed
		return nil
	}
	known.Changed(store.Key{Tenant: names[0], Register: names[1]})
	return nil
}
