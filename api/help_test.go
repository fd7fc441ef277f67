package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"testing"

	"github.com/openropa/ropa/register"
)

// decode reads the body of an answer that went well.
func decode(t testing.TB, a answer, into any) {
	t.Helper()
	if a.status != http.StatusOK {
		t.Fatalf("status %d: %s", a.status, a.body)
	}
	if err := json.Unmarshal(a.body, into); err != nil {
		t.Fatalf("%v: %s", err, a.body)
	}
}

func jsonEqual(a, b any) bool {
	one, err := json.Marshal(a)
	other, otherErr := json.Marshal(b)
	return err == nil && otherErr == nil && bytes.Equal(one, other)
}

// kebab is the name of a kind in addresses: data-categories of dataCategories.
func kebab(name string) string {
	var b []byte
	for _, r := range []byte(name) {
		if r >= 'A' && r <= 'Z' {
			b = append(b, '-', r+'a'-'A')
			continue
		}
		b = append(b, r)
	}
	return string(b)
}

func mustDate(t testing.TB, s string) register.Date {
	t.Helper()
	d, err := register.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
