package document_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/csv"
	"github.com/openropa/ropa/register/document/docx"
	"github.com/openropa/ropa/register/document/html"
	"github.com/openropa/ropa/register/document/json"
	"github.com/openropa/ropa/register/document/markdown"
	"github.com/openropa/ropa/register/document/pdf"
	"github.com/openropa/ropa/register/document/xlsx"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/value"
)

// formats are all in which a document can be written.
var formats = []struct {
	name  string
	write func(context.Context, io.Writer, *document.Document) error
}{
	{"html", html.Write}, {"docx", docx.Write}, {"xlsx", xlsx.Write}, {"pdf", pdf.Write},
	{"markdown", markdown.Write}, {"csv", csv.Write}, {"json", json.Write},
}

// recordOf makes the record of a register, with a data map of its own.
func recordOf(t *testing.T, r *register.Register, o document.Options) *document.Document {
	t.Helper()
	view, problems := register.Resolve(r, nil, nil)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	o.AsOf = value.MustDate("2026-11-22")
	d, err := document.Register(t.Context(), view, datamap.Build(view), o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// shop is the register of the example.
func shop(t *testing.T) *register.Register {
	t.Helper()
	r, _, problems := register.Load(filepath.Join("..", "..", "examples", "webgems"))
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	return r
}

// A register of 300 activities gives the same bytes in every format, each time
// that it is made from the beginning.
func TestSameBytes(t *testing.T) {
	made := func() *document.Document {
		r := scale.Register(scale.Options{Seed: 1, Activities: 300, Parties: 40, Accounts: true})
		return recordOf(t, r, document.Options{Language: "en"})
	}
	first, second := made(), made()
	for _, f := range formats {
		if a, b := hashOf(t, f.write, first), hashOf(t, f.write, second); a != b {
			t.Errorf("%s: two documents of the same register differ", f.name)
		}
	}
}

func hashOf(t *testing.T, write func(context.Context, io.Writer, *document.Document) error, d *document.Document) string {
	t.Helper()
	h := sha256.New()
	if err := write(t.Context(), h, d); err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// heading is a section as others refer to it.
type heading struct {
	ID, Title string
	Level     int
}

// One more activity in the middle leaves the sheets of the others as they are
// called and numbered, and in their order; so does one that is left out.
func TestOneMoreActivity(t *testing.T) {
	headings := func(leftOut int) (all []heading) {
		r := scale.Register(scale.Options{Seed: 1, Activities: 40, Parties: 30, Accounts: true})
		if leftOut >= 0 {
			r.Activities = append(r.Activities[:leftOut:leftOut], r.Activities[leftOut+1:]...)
		}
		recordOf(t, r, document.Options{Language: "en"}).Walk(func(s *document.Section, level int) {
			all = append(all, heading{s.ID, s.Title.String(), level})
		})
		return all
	}
	whole := headings(-1)
	for _, leftOut := range []int{0, 20, 39} {
		id := scale.ActivityID(leftOut)
		var want []heading
		for _, h := range whole {
			if !strings.HasSuffix(h.ID, id) {
				want = append(want, h)
			}
		}
		if diff := cmp.Diff(want, headings(leftOut)); diff != "" {
			t.Errorf("without %s (-with +without):\n%s", id, diff)
		}
	}
}
