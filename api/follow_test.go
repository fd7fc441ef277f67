package api_test

import (
	"context"
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/sqlite"
)

// counting counts how registers are got from a store.
type counting struct {
	*sqlite.Store
	read, followed atomic.Int64
}

func (s *counting) Read(ctx context.Context, key store.Key, v store.Version) (*store.Copy, error) {
	s.read.Add(1)
	return s.Store.Read(ctx, key, v)
}

func (s *counting) Follow(ctx context.Context, older *store.Copy) (*store.Copy, error) {
	s.followed.Add(1)
	return s.Store.Follow(ctx, older)
}

// What another server changed is followed from what is at hand; the register is not
// read again, and the answers are those of a server that reads it.
func TestFollowed(t *testing.T) {
	registers := database(t)
	counted := &counting{Store: registers}
	writes, reads := over(t, registers), over(t, counted)
	writes.posted(webgems)
	const party, question = "/registers/webgems/entities/parties/mollie", "/registers/webgems/processors?receives=bank-account"
	reads.get(question)
	for _, country := range []string{"BE", "US", "NL"} {
		a := writes.write(http.MethodPatch, party, `{"country":"`+country+`"}`, "If-Match", reads.get(party).header.Get("ETag"))
		if a.status != http.StatusOK {
			t.Fatalf("%d %s", a.status, a.body)
		}
		if got, want := reads.get(question), over(t, registers).get(question); string(got.body) != string(want.body) {
			t.Errorf("after a change to %s:\n%s\nwant\n%s", country, got.body, want.body)
		}
		if got := reads.get(party); string(got.body) != string(a.body) {
			t.Errorf("%s\nwant\n%s", got.body, a.body)
		}
	}
	if r, f := counted.read.Load(), counted.followed.Load(); r != 1 || f != 3 {
		t.Errorf("it was read %d times and followed %d times", r, f)
	}
}
