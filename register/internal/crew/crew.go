// Package crew lets goroutines share a task without a panic in one of them ending the
// program: whoever waits for them gets it, and can recover as from a panic of its own.
package crew

import (
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Crew is goroutines that work on one task. The zero Crew has none.
type Crew struct {
	wait  sync.WaitGroup
	fault atomic.Pointer[Fault]
}

// Go does work in a goroutine of its own.
func (c *Crew) Go(work func()) {
	c.wait.Go(func() {
		defer func() {
			if value := recover(); value != nil {
				c.fault.CompareAndSwap(nil, &Fault{value, debug.Stack()})
			}
		}()
		work()
	})
}

// Wait waits for all of them. It panics with the *Fault of the first of them that did.
func (c *Crew) Wait() {
	c.wait.Wait()
	if fault := c.fault.Load(); fault != nil {
		panic(fault)
	}
}

// Fault is a panic in a goroutine of a crew, and where it was.
type Fault struct {
	Value any
	Stack []byte
}

// Error says what the panic was, and where.
func (f *Fault) Error() string { return fmt.Sprintf("%v\n\n%s", f.Value, f.Stack) }

// Trace returns where it was, for logs: what a panic says may hold what somebody wrote.
func (f *Fault) Trace() []byte { return f.Stack }

// Unwrap returns the panic where it was an error.
func (f *Fault) Unwrap() error {
	err, _ := f.Value.(error)
	return err
}
