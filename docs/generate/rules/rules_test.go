package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/lint"
)

// TestUpToDate holds that rules.md says what the catalogue says.
func TestUpToDate(t *testing.T) {
	want, err := page()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../rules.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("docs/rules.md is not as generated; run go generate ./docs (-generated +file):\n%s", diff)
	}
}

// TestNothingIsLeftOpen holds that every sentence of every rule is shown as an
// example gets it, with names in place of the words in braces.
func TestNothingIsLeftOpen(t *testing.T) {
	for _, r := range lint.Rules() {
		if sources[r.Source] == "" {
			t.Errorf("%s: no words for the source %q", r.Code, r.Source)
		}
		all, err := sentences(r)
		if err != nil {
			t.Fatalf("%s: %v", r.Code, err)
		}
		for _, s := range all {
			for _, of := range r.Sentences {
				if says := argument.ReplaceAllString(en(of.Says), "…"); strings.Contains(says, "…") && s.says == says {
					t.Errorf("%s: no example says %q", r.Code, says)
				}
			}
		}
	}
}

func TestExcerpt(t *testing.T) {
	got := excerpt(lint.Example{
		Failing: "schema: ropa/v1\nid: example\nlanguage: en\nactivities:\n  - id: a\n    b: 1\n    c: 2\n    d: 3\n    e: 4\nparties:\n  - id: p\n",
		Passing: "schema: ropa/v1\nid: example\nlanguage: en\nactivities:\n  - id: a\n    b: 1\n    c: 2\n    d: 3\n    e: 5\n    f: 6\nparties:\n  - id: p\n",
	}, false)
	want := "  activities:\n    - id: a\n  …\n      c: 2\n      d: 3\n-     e: 4\n+     e: 5\n+     f: 6\n  parties:\n    - id: p\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("excerpt (-want +got):\n%s", diff)
	}
}
