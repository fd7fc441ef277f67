package lint_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/lint"
)

// No file brings the reader down, and what it accepts is written and read again
// as the same.
func FuzzReadBaseline(f *testing.F) {
	f.Add([]byte(`{"format": "ropa-baseline/v1", "findings": []}`))
	f.Add([]byte(`{"format": "ropa-baseline/v1", "findings": [{"fingerprint": "0123456789abcdef01234567", "code": "REG-002", "at": "activities/a"}]}`))
	f.Add([]byte(`{"format": "ropa-baseline/v1", "findings": null}`))
	f.Add([]byte(`{"format": "ropa-baseline/v1"`))
	f.Add([]byte(strings.Repeat("[", 10_000)))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := lint.ReadBaseline(bytes.NewReader(data))
		if err != nil {
			if b != nil || err.Error() == "" {
				t.Errorf("%v, %v", b, err)
			}
			return
		}
		var once, again bytes.Buffer
		if err := b.Write(&once); err != nil {
			t.Fatal(err)
		}
		b, err = lint.ReadBaseline(bytes.NewReader(once.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, once.Bytes())
		}
		if err := b.Write(&again); err != nil || !bytes.Equal(once.Bytes(), again.Bytes()) {
			t.Errorf("%v\n%s\n%s", err, once.Bytes(), again.Bytes())
		}
	})
}
