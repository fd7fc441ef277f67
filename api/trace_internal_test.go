package api

import (
	"strings"
	"testing"
)

// traced is a panic of a goroutine that was waited for.
type traced struct{}

func (traced) Trace() []byte { return []byte("rule.go:12") }

// The trace of a panic is that of the goroutine in which it was, and says nothing of
// what somebody wrote.
func TestTrace(t *testing.T) {
	for _, fault := range []any{traced{}, "ann@shop.example.org"} {
		var err error
		func() {
			defer recovered(&err)
			panic(fault)
		}()
		if err == nil || !strings.Contains(err.Error(), "trace_internal_test.go") || strings.Contains(err.Error(), "ann@") {
			t.Errorf("%v", err)
		}
		if _, ok := fault.(traced); ok && !strings.Contains(err.Error(), "rule.go:12") {
			t.Errorf("where it was is lost: %v", err)
		}
	}
}
