package api

import (
	"context"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/register/value"
)

// call is what is known of a request while it is answered. It is the context of
// the request: it ends with the connection and after the server's time for a
// request. The clock is set only when somebody waits for the end, for most answers
// are sent before anybody does.
type call struct {
	context.Context
	id, operation string
	// op is the operation where it is one of the contract; query is the query once
	// the gate has read it.
	op    *operation
	query url.Values
	// caller is who makes it, once that is known.
	caller *auth.Caller
	// day is today, once the answer depends on it.
	day value.Date

	deadline time.Time
	mu       sync.Mutex
	timed    context.Context
	stop     context.CancelFunc
	// gives gives back what it holds, where it holds something.
	gives func()
}

type callKey struct{}

func callOf(ctx context.Context) *call {
	if c, ok := ctx.Value(callKey{}).(*call); ok {
		return c
	}
	return &call{Context: ctx}
}

// Value returns the call itself, or what the request carries.
func (c *call) Value(key any) any {
	if key == (callKey{}) {
		return c
	}
	return c.Context.Value(key)
}

// Deadline is when the time for the request is over.
func (c *call) Deadline() (time.Time, bool) { return c.deadline, true }

// Done is closed when the request is over.
func (c *call) Done() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.timed == nil {
		c.timed, c.stop = context.WithDeadline(c.Context, c.deadline)
	}
	return c.timed.Done()
}

// Err tells why the request is over.
func (c *call) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.timed != nil {
		return c.timed.Err()
	}
	if err := c.Context.Err(); err != nil {
		return err
	}
	if !time.Now().Before(c.deadline) {
		return context.DeadlineExceeded
	}
	return nil
}

// atEnd has something given back when the request is answered: one thing.
func (c *call) atEnd(give func()) { c.gives = give }

// giveBack gives back what the request holds, if anything.
func (c *call) giveBack() {
	if c.gives != nil {
		c.gives()
	}
}

// end gives back the clock, and what the request held.
func (c *call) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stop != nil {
		c.stop()
	}
	c.giveBack()
}

// requestID is the identifier of a request.
func requestID(ctx context.Context) string { return callOf(ctx).id }

// queryOf is the query of a request, read once.
func queryOf(r *http.Request) url.Values {
	if c := callOf(r.Context()); c.query != nil {
		return c.query
	}
	return r.URL.Query()
}
