package inspection_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/inspection"
	"github.com/openropa/ropa/register/value"
)

var day = value.MustDate("2026-11-22")

func example(t *testing.T, name string) (*register.View, *datamap.Map) {
	t.Helper()
	r, src, problems := register.Load("../../../examples/" + name)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	view, problems := register.Resolve(r, src, nil)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	return view, datamap.Build(view)
}

// files writes an archive and returns the names of its files in their order, and
// what they hold.
func files(t *testing.T, view *register.View, m *datamap.Map, o inspection.Options) ([]string, map[string][]byte) {
	t.Helper()
	var b bytes.Buffer
	if err := inspection.Write(t.Context(), &b, view, m, o); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	held := make(map[string][]byte)
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if held[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		if !f.Modified.UTC().Equal(day.Time()) || f.Mode().Perm() != 0o644 {
			t.Errorf("%s is of %s, %s", f.Name, f.Modified, f.Mode())
		}
	}
	return names, held
}

var finding = diag.Finding{Code: "RET-001", Severity: diag.Error, At: "activities/payments", Says: value.Text{"en": "FOUND"}}

// What there is for whom: each file has its checksum and is named on the first
// page, and what has been left out is told there.
func TestWrite(t *testing.T) {
	view, m := example(t, "webgems")
	lists := []string{"processors.nl.pdf", "processors.nl.xlsx", "transfers.nl.pdf", "transfers.nl.xlsx", "retention.nl.pdf", "retention.nl.xlsx", "dpias.nl.pdf", "dpias.nl.xlsx"}
	head := []string{"README.html", "README.txt", "register.nl.docx", "register.nl.pdf", "register.nl.html", "register.nl.xlsx", "register.nl.data.json"}
	found := []string{"findings.nl.pdf", "findings.nl.xlsx"}
	for _, test := range []struct {
		audience document.Audience
		findings diag.Findings
		more     []string
		left     int
	}{
		{"", nil, nil, 3},
		{document.Authority, diag.Findings{finding}, found, 2},
		{document.Internal, diag.Findings{}, append(slices.Clone(found), "register.json"), 0},
	} {
		o := inspection.Options{Options: document.Options{AsOf: day, Language: "nl", Audience: test.audience, Findings: test.findings, Hash: "0123"}}
		names, held := files(t, view, m, o)
		if want := slices.Concat(head, lists, test.more, []string{"SHA256SUMS"}); !slices.Equal(names, want) {
			t.Errorf("%q: %q, want %q", test.audience, names, want)
		}
		var sums strings.Builder
		for _, name := range names[:len(names)-1] {
			fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(held[name]), name)
		}
		if string(held["SHA256SUMS"]) != sums.String() {
			t.Errorf("checksums: %s, want %s", held["SHA256SUMS"], sums.String())
		}
		text, page := string(held["README.txt"]), string(held["README.html"])
		for _, name := range names {
			if !strings.HasPrefix(name, "README") && (!strings.Contains(text, "* "+name+"\n") || !strings.Contains(page, `href="./`+name+`"`)) {
				t.Errorf("the first page does not name %s", name)
			}
		}
		_, left, _ := strings.Cut(text, "Wat is weggelaten")
		if n := strings.Count(left, "\n- "); n != test.left || !strings.Contains(text, "22 november 2026") {
			t.Errorf("%d things are left out, want %d:\n%s", n, test.left, text)
		}
		if quoted := strings.Contains(strings.Join(strings.Fields(left), " "), "behalve wat de bevindingen ervan vertellen"); quoted != (test.audience == document.Authority) {
			t.Errorf("%q: what is left out says that findings tell of notes: %t", test.audience, quoted)
		}
		if strings.Contains(string(held["register.nl.html"]), "FOUND") {
			t.Error("the record holds the findings")
		}
	}
}

// The hash of the register is that of the file that holds it.
func TestWholeRegister(t *testing.T) {
	view, m := example(t, "bakery")
	hash, err := view.Register().Hash()
	if err != nil {
		t.Fatal(err)
	}
	_, held := files(t, view, m, inspection.Options{Options: document.Options{AsOf: day, Audience: document.Internal, Hash: hex.EncodeToString(hash[:])}})
	if sha256.Sum256(held["register.json"]) != hash {
		t.Error("register.json is not what the hash is of")
	}
}

// The record can be had in the layout of an authority besides.
func TestLayout(t *testing.T) {
	view, m := example(t, "bakery")
	o := inspection.Options{Options: document.Options{AsOf: day, Language: "en", Layout: "cnpd"}}
	names, held := files(t, view, m, o)
	for _, want := range []string{"register.en.docx", "register-cnpd.en.docx", "register-cnpd.en.pdf", "register-cnpd.en.xlsx"} {
		if !slices.Contains(names, want) || !strings.Contains(string(held["README.txt"]), want) {
			t.Errorf("no %s in %q", want, names)
		}
	}
	var unknown *document.UnknownLayoutError
	o.Layout = "nowhere"
	if err := inspection.Write(t.Context(), io.Discard, view, m, o); !errors.As(err, &unknown) {
		t.Errorf("an unknown layout: %v", err)
	}
}

// The same register gives the same bytes, and the progress is told step by step.
func TestStable(t *testing.T) {
	view, m := example(t, "harbour-clinic")
	var first, second bytes.Buffer
	var steps []string
	o := inspection.Options{Options: document.Options{AsOf: day, Language: "en"}}
	if err := inspection.Write(t.Context(), &first, view, m, o); err != nil {
		t.Fatal(err)
	}
	o.Progress = func(done, total int, name string) {
		steps = append(steps, fmt.Sprintf("%d of %d %s", done, total, name))
	}
	if err := inspection.Write(t.Context(), &second, view, m, o); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two times, two archives")
	}
	if steps[0] != "0 of 16 README.html" || steps[15] != "15 of 16 SHA256SUMS" || steps[16] != "16 of 16 " || len(steps) != 17 {
		t.Errorf("%q", steps)
	}
}

// failing is a file that takes no more than so many bytes.
type failing int

func (f *failing) Write(data []byte) (int, error) {
	if *f -= failing(len(data)); *f < 0 {
		return 0, io.ErrShortWrite
	}
	return len(data), nil
}

// What goes wrong is told: no day, nothing for the public, a full disk.
func TestErrors(t *testing.T) {
	view, m := example(t, "bakery")
	if err := inspection.Write(t.Context(), io.Discard, view, m, inspection.Options{}); !errors.Is(err, document.ErrNoDate) {
		t.Errorf("no day: %v", err)
	}
	if err := inspection.Write(t.Context(), io.Discard, view, m, inspection.Options{Options: document.Options{AsOf: day, Audience: document.Public}}); !errors.Is(err, document.ErrNotPublic) {
		t.Errorf("the public: %v", err)
	}
	for _, room := range []failing{10, 100_000} {
		if err := inspection.Write(t.Context(), &room, view, m, inspection.Options{Options: document.Options{AsOf: day}}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("a full disk: %v", err)
		}
	}
}

// A day that a ZIP cannot tell is told as near as can be.
func TestFarDays(t *testing.T) {
	view, m := example(t, "bakery")
	for on, want := range map[string]string{"1970-01-01": "1980-01-01", "2200-01-01": "2037-12-31"} {
		var b bytes.Buffer
		if err := inspection.Write(t.Context(), &b, view, m, inspection.Options{Options: document.Options{AsOf: value.MustDate(on)}}); err != nil {
			t.Fatal(err)
		}
		archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if got := archive.File[0].Modified.UTC().Format("2006-01-02"); got != want {
			t.Errorf("%s: %s, want %s", on, got, want)
		}
	}
}
