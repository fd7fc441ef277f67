package crew_test

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/openropa/ropa/register/internal/crew"
)

// Who waits gets the panic of a goroutine, with where it was; the others end their work.
func TestPanic(t *testing.T) {
	fault := errors.New("out of range")
	var done atomic.Int32
	defer func() {
		f, ok := recover().(*crew.Fault)
		if !ok || !errors.Is(f, fault) || !strings.Contains(f.Error(), "crew_test.go") {
			t.Errorf("the panic is %v", f)
		}
		if done.Load() != 2 {
			t.Errorf("%d others ended their work", done.Load())
		}
	}()
	var c crew.Crew
	c.Go(func() { done.Add(1) })
	c.Go(func() { panic(fault) })
	c.Go(func() { done.Add(1) })
	c.Wait()
	t.Error("no panic")
}
