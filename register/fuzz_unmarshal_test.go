package register

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzUnmarshal: an object of the model reads no more than its canonical form,
// never panics, and what it reads it writes again.
func FuzzUnmarshal(f *testing.F) {
	f.Add([]byte(`{"id":"payments","data":[{"category":"bank-account"}],"disclosures":"none"}`))
	f.Add([]byte(`{"id":"a","name":{"en":"x"},"disclosures":[{"to":"p","transfers":[{"country":"US","module":2}]}],"x-y":1.10}`))
	f.Add([]byte(`{"id":"a","ID":"evil"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var first, second Activity
		if err := json.Unmarshal(data, &first); err != nil {
			return
		}
		written, err := json.Marshal(first)
		if err != nil {
			t.Fatalf("read, but not written: %v\n%s", err, data)
		}
		if err := json.Unmarshal(written, &second); err != nil {
			t.Fatalf("written, but not read: %v\n%s", err, written)
		}
		if diff := cmp.Diff(first, second); diff != "" {
			t.Errorf("changed on the way (-first +second):\n%s", diff)
		}
	})
}
