package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/openropa/ropa/register/law"
)

// TestUpToDate holds that law.md says what the package law says.
func TestUpToDate(t *testing.T) {
	got, err := os.ReadFile("../../law.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(page()), string(got)); diff != "" {
		t.Errorf("docs/law.md is not as generated; run go generate ./docs (-generated +file):\n%s", diff)
	}
}

// TestTablesAreEven holds that every row has as many cells as its titles.
func TestTablesAreEven(t *testing.T) {
	columns, rows := 0, 0
	for i, line := range strings.Split(string(page()), "\n") {
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
		if columns != 0 && n != columns {
			t.Errorf("line %d has %d cells, want %d: %s", i+1, n, columns, line)
		}
		columns = n
		rows++
	}
	if rows < 200 {
		t.Errorf("only %d rows", rows)
	}
}

func TestUnverifiedIsSaid(t *testing.T) {
	var s sheet
	s.row(law.Verified{Source: "somewhere"}, "a|b")
	if got, want := s.String(), "| a\\|b | somewhere | not verified |\n"; got != want {
		t.Errorf("row = %q, want %q", got, want)
	}
}
