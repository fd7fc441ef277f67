package press_test

import (
	"bytes"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/press"
)

// Every kind can be made in every format, with its pictures, twice alike.
func TestWrite(t *testing.T) {
	r, src, problems := register.Load("../../../examples/webgems")
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	view, problems := register.Resolve(r, src, nil)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	m := datamap.Build(view)
	asOf, err := register.ParseDate("2026-11-22")
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range press.Kinds() {
		formats := press.Formats()
		if kind.Archive {
			formats = []press.Format{press.Archive()}
		}
		for _, format := range formats {
			o := document.Options{AsOf: asOf, Language: "nl", Audience: kind.Audience, Activity: "payments"}
			var files [2]bytes.Buffer
			for i := range files {
				if o.Figures, err = press.Figures(t.Context(), kind, format, view, m, o); err != nil {
					t.Fatal(err)
				}
				if err := press.Write(t.Context(), &files[i], kind, format, view, m, o, nil); err != nil {
					t.Fatalf("%s as %s: %v", kind.Name, format.Name, err)
				}
			}
			if files[0].Len() == 0 || !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
				t.Errorf("%s as %s: %d bytes, and other ones the second time", kind.Name, format.Name, files[0].Len())
			}
		}
	}
}

func TestFind(t *testing.T) {
	for _, kind := range press.Kinds() {
		if found, ok := press.FindKind(kind.Name); !ok || found.Name != kind.Name {
			t.Errorf("%s is not found", kind.Name)
		}
	}
	if _, ok := press.FindKind("zebra"); ok {
		t.Error("a kind that there is not was found")
	}
	if _, ok := press.FindFormat("zebra"); ok {
		t.Error("a format that there is not was found")
	}
}
