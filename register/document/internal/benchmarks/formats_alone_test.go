package benchmarks

import (
	"bytes"
	"strings"
	"testing"
)

// Each library writes all texts of the document that it is measured by; those that
// pack them are given as many.
func TestLibrariesWriteAll(t *testing.T) {
	in, err := inputsFor(3)
	if err != nil {
		t.Fatal(err)
	}
	cells := 0
	for i := range in.contents.tables {
		cells += len(in.contents.tables[i].rows) * len(in.contents.tables[i].heads)
	}
	if cells < 500 || in.contents.texts < 100 {
		t.Fatalf("hardly anything to write: %s", size(in.contents))
	}
	for _, f := range formats {
		var ours, theirs bytes.Buffer
		if err := f.write(t.Context(), &ours, in.document); err != nil {
			t.Fatal(err)
		}
		if err := f.alone(&theirs, in); err != nil {
			t.Fatal(err)
		}
		if ours.Len() == 0 || theirs.Len() == 0 {
			t.Errorf("%s: %d bytes, %s %d", f.name, ours.Len(), f.library, theirs.Len())
		}
		if f.name == "html" || f.name == "markdown" {
			for _, p := range in.contents.parts {
				if !strings.Contains(theirs.String(), p.Heading) {
					t.Errorf("%s lacks %q", f.library, p.Heading)
				}
			}
		}
	}
}

// A process of its own tells what it took to write a document.
func TestGrow(t *testing.T) {
	g, err := grow("csv=3")
	*only = ""
	if err != nil || g.length == 0 || g.build == 0 || g.write == 0 {
		t.Errorf("%+v, %v", g, err)
	}
}
