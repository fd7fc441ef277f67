package document_test

import (
	"context"
	"errors"
	"io"
	"sync/atomic"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/value"
)

// ending is a context that is over when it was asked so many times.
type ending struct {
	context.Context
	after int32
	asked atomic.Int32
}

func (c *ending) Err() error {
	if c.asked.Add(1) > c.after {
		return context.Canceled
	}
	return nil
}

// Builders look for each activity whether anybody still waits.
func TestBuildersStop(t *testing.T) {
	view, problems := register.Resolve(scale.Register(scale.Options{Seed: 1, Activities: 100, Parties: 20, Accounts: true}), nil, nil)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	m := datamap.Build(view)
	for _, layout := range []string{document.House, "ico", "gba"} {
		whole := &ending{Context: t.Context(), after: 1 << 30}
		o := document.Options{AsOf: value.MustDate("2026-11-22"), Layout: layout}
		if _, err := document.Register(whole, view, m, o); err != nil {
			t.Fatal(err)
		}
		if n := whole.asked.Load(); n < 90 { // some layouts leave out activities
			t.Errorf("%s: it looked %d times in 100 activities", layout, n)
		}
		halfway := &ending{Context: t.Context(), after: whole.asked.Load() / 2}
		if d, err := document.Register(halfway, view, m, o); d != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("%s: it was stopped halfway: %v", layout, err)
		}
	}
}

// Writers look often whether anybody still waits, and stop soon when nobody does.
func TestWritersStop(t *testing.T) {
	d := recordOf(t, scale.Register(scale.Options{Seed: 1, Activities: 100, Parties: 20, Accounts: true}), document.Options{Language: "en"})
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			whole := &ending{Context: t.Context(), after: 1 << 30}
			if err := f.write(whole, io.Discard, d); err != nil {
				t.Fatal(err)
			}
			if n := whole.asked.Load(); n < 100 {
				t.Errorf("it looked %d times in 100 activities", n)
			}
			const soon = 50
			halfway := &ending{Context: t.Context(), after: whole.asked.Load() / 2}
			if err := f.write(halfway, io.Discard, d); !errors.Is(err, context.Canceled) {
				t.Errorf("it was stopped halfway: %v", err)
			}
			if more := halfway.asked.Load() - halfway.after; more > soon {
				t.Errorf("it went on, and looked %d times more", more)
			}
		})
	}
}
