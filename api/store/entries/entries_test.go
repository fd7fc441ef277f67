package entries_test

import (
	"bytes"
	"testing"

	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
)

// A register taken apart and put together is the same register, and every kind
// of entry is known.
func TestSplitJoin(t *testing.T) {
	for _, path := range []string{"webgems", "bakery", "harbour-clinic"} {
		r, _, problems := register.Load("../../../examples/" + path)
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		want, err := register.Save(r, register.CanonicalJSON)
		if err != nil {
			t.Fatal(err)
		}
		head, all, err := entries.Split(r)
		if err != nil {
			t.Fatal(err)
		}
		joined, err := entries.Join(head, all)
		if err != nil {
			t.Fatal(err)
		}
		got, err := register.Save(joined, register.CanonicalJSON)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is another register:\n%s\n%s", path, got, want)
		}
		if after, err := register.Save(r, register.CanonicalJSON); err != nil || !bytes.Equal(after, want) {
			t.Errorf("%s was changed", path)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, kind := range register.Kinds() {
		r := entries.With(new(register.Register), kind, []register.Entity{})
		if all := entries.Of(r, kind); all == nil || len(all) != 0 {
			t.Errorf("%s: none became silence", kind)
		}
	}
}
