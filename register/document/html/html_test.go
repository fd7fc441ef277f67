package html_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	nethtml "golang.org/x/net/html"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/html"
	"github.com/openropa/ropa/register/value"
)

var update = flag.Bool("update", false, "write the expected pages")

func TestSmall(t *testing.T) {
	got := write(t, small())
	name := filepath.Join("testdata", "small.html")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v; run the test with -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestSameBytes(t *testing.T) {
	for _, make := range []func() *document.Document{small, func() *document.Document { return large(20) }, hostile} {
		if write(t, make()) != write(t, make()) {
			t.Error("another time, another page")
		}
	}
}

// The page is what HTML asks for, so a parser has nothing to mend: what it reads
// is, written again, the same text.
func TestParsesAsWritten(t *testing.T) {
	for name, d := range map[string]*document.Document{"small": small(), "large": large(3), "hostile": hostile(), "empty": {}} {
		page := write(t, d)
		first := rendered(t, page)
		if again := rendered(t, first); again != first {
			t.Errorf("%s: read again, another page", name)
		}
		if a, b := tags(page), tags(first); !cmp.Equal(a, b) {
			t.Errorf("%s: the parser mended it (-written +read):\n%s", name, cmp.Diff(a, b))
		}
		checkPage(t, name, page)
	}
}

// The policy holds the hash of the style as it stands in the page.
func TestPolicy(t *testing.T) {
	page := write(t, hostile())
	_, rest, _ := strings.Cut(page, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	want := `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-` +
		base64.StdEncoding.EncodeToString(sum[:]) + `'; img-src data:; base-uri 'none'; form-action 'none'">`
	if !strings.Contains(page, want) {
		t.Errorf("no %s", want)
	}
}

// The words of the page are in the language of the document; where we have none
// they say which one they are in.
func TestLanguages(t *testing.T) {
	d := small()
	for language, want := range map[value.Language][]string{
		"fr":    {`<html lang="fr" dir="ltr">`, ">Aller au contenu<", ">Sommaire<", ">non renseigné<"},
		"de-AT": {`<html lang="de-AT" dir="ltr">`, ">Zum Inhalt springen<"},
		"el":    {`<html lang="el" dir="ltr">`, `<h2 id="_contents" lang="en" dir="ltr">Contents<`},
		"ar":    {`<html lang="ar" dir="rtl">`},
		"":      {`<html lang="und" dir="ltr">`},
		`"><b>`: {`<html lang="und" dir="ltr">`},
	} {
		d.Language = language
		page := write(t, d)
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%q: no %s", language, w)
			}
		}
	}
}

// A document without anything is a page, too, and errors of the writer come back.
func TestNothing(t *testing.T) {
	checkPage(t, "empty", write(t, &document.Document{}))
	if err := html.Write(t.Context(), io.Discard, nil); err == nil {
		t.Error("no document, no error")
	}
	full := errors.New("full")
	if err := html.Write(t.Context(), failing{full}, large(50)); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func rendered(t *testing.T, page string) string {
	t.Helper()
	root, err := nethtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := nethtml.Render(&b, root); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// tags are the elements of a page in their order, opening and closing.
func tags(page string) []string {
	var list []string
	for z := nethtml.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case nethtml.ErrorToken:
			return list
		case nethtml.StartTagToken:
			name, _ := z.TagName()
			list = append(list, string(name))
		case nethtml.SelfClosingTagToken:
			name, _ := z.TagName()
			list = append(list, string(name))
		case nethtml.EndTagToken:
			name, _ := z.TagName()
			list = append(list, "/"+string(name))
		}
	}
}
