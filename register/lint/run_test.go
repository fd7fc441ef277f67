package lint_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// Whoever stops waiting gets the error of the context, and the rules that have not begun
// are not begun any more.
func TestRunStops(t *testing.T) {
	view, problems := register.Resolve(scale.Register(scale.Options{Seed: 1, Activities: 2000, Parties: 20}), nil, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	m := datamap.Build(view)
	ctx, cancel := context.WithCancel(t.Context())
	var looked atomic.Int64
	stops := &lint.Rule{
		Code: "STOP-001", Title: value.Text{"en": "Stops"}, Source: lint.Own, Severity: diag.Error,
		Sentences: map[string]lint.Sentence{"": {Says: value.Text{"en": "stop"}, Mend: value.Text{"en": "stop"}}},
		Activity: func(*lint.Check, *lint.Activity) {
			looked.Add(1)
			cancel()
		},
	}
	o := lint.Options{AsOf: value.MustDate(today), Rules: []diag.Code{stops.Code}, More: []*lint.Rule{stops}}
	if r, err := lint.Run(ctx, view, m, o); r != nil || !errors.Is(err, context.Canceled) {
		t.Fatalf("%v, %v", r, err)
	}
	if n := looked.Load(); n == 0 || n >= int64(len(view.Activities())) {
		t.Errorf("%d of %d activities were looked at", n, len(view.Activities()))
	}
	if _, err := lint.Run(t.Context(), view, m, o); err != nil {
		t.Error(err)
	}
}

// A rule that panics ends no program: who runs it can recover, whichever goroutine it was.
func TestRunPanics(t *testing.T) {
	view, problems := register.Resolve(scale.Register(scale.Options{Seed: 1, Activities: 200, Parties: 20}), nil, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	fault := errors.New("a fault of the rule")
	rule := &lint.Rule{
		Code: "BAD-001", Title: value.Text{"en": "Panics"}, Source: lint.Own,
		Activity: func(*lint.Check, *lint.Activity) { panic(fault) },
	}
	defer func() {
		if err, _ := recover().(error); !errors.Is(err, fault) {
			t.Errorf("the panic is %v", err)
		}
	}()
	r, err := lint.Run(t.Context(), view, datamap.Build(view), lint.Options{
		AsOf: value.MustDate(today), Rules: []diag.Code{rule.Code}, More: []*lint.Rule{rule},
	})
	t.Errorf("no panic: %v, %v", r, err)
}
