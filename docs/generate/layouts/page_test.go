package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/document"
)

// TestUpToDate holds that layouts.md says what the layouts say.
func TestUpToDate(t *testing.T) {
	got, err := os.ReadFile("../../layouts.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(page()), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("docs/layouts.md is not as generated; run go generate ./docs (-generated +file):\n%s", diff)
	}
}

// TestWords holds that each grain and each language has words.
func TestWords(t *testing.T) {
	for _, l := range document.Layouts()[1:] {
		if grains[l.Grain] == "" || languages[string(l.Language)] == "" {
			t.Errorf("%s: no words for %q or %q", l.Name, l.Grain, l.Language)
		}
	}
}
