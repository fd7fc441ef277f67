package notice_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/lint/notice"
)

const twoServices = `
schema: ropa/v1
id: example
activities:
  - {id: a, purposes: newsletter, data: email, disclosures: [{to: [one, two], as: processor, data: [email]}]}
parties:
  - {id: one, name: Posthörn}
  - {id: two, name: Tellmore}
`

// What stands in a heading only is found in each layout, and what stands below a
// heading that names one party is about that party.
func TestHeadings(t *testing.T) {
	for _, x := range []struct{ about, name, text, want string }{
		{"lines without a blank", "p.txt", "Mailing Posthörn, Tellmore\nWe send the newsletter with Posthörn and nobody else.\n", "parties/two"},
		{"wrapped lines", "p.txt", "We send the newsletter with\nPosthörn and with the help of\nTellmore as you know.\n", ""},
		{"a line a sentence", "p.txt", "We send the newsletter with Posthörn,\nTellmore\nand nobody else.\n", ""},
		{"a heading of its own", "p.md", "# Posthörn\nThis party sends the newsletter for us.\n\n# Tellmore\nThis party counts.\n", ""},
		{"nothing below", "p.md", "## Posthörn\n\n## Tellmore\n\nThis party counts the data.\n", "parties/one"},
		{"a section within", "p.md", "# Posthörn\n## What it does\nIt sends our newsletter to you.\n\n# Tellmore\nIt counts the data.\n", ""},
		{"a list", "p.md", "We share your data with:\n\n- Posthörn\n- Tellmore\n", ""},
		{"a list without marks", "p.txt", "We share your data with:\nPosthörn\nTellmore\n", ""},
		{"underlined", "p.md", "Posthörn and Tellmore\n===\n\nPosthörn sends our newsletter to you.\n", "parties/two"},
		{"a table", "p.md", "| Who | What |\n|---|---|\n| Posthörn | the newsletter |\n| Tellmore | the data |\n", ""},
		{"HTML", "p.html", "<h2>Posth&ouml;rn &amp; <i>Tellmore</i></h2><p>Posthörn sends the newsletter.</p>", "parties/two"},
		{"bold HTML", "p.html", "<p><b>Posthörn & Tellmore</b></p><p>Posthörn sends the newsletter.</p>", "parties/two"},
		{"a list in HTML", "p.html", "<p>We share your data with</p><ul><li><p>Posthörn<li>Tellmore</ul>", ""},
		{"terms in HTML", "p.html", "<dl><dt>Posthörn<dd>It sends the newsletter.<dt>Tellmore<dd>It counts the data.</dl>", ""},
		{"unseen", "p.html", "<title>Tellmore</title><script>Tellmore</script><style>Tellmore{}</style><p>With Posthörn we send the newsletter.</p><h3>Tellmore</h3>", "parties/two"},
	} {
		if got := at(check(t, today, twoServices, x.name, x.text), "NTC-003"); got != x.want {
			t.Errorf("%s: NTC-003 at %q, not %q", x.about, got, x.want)
		}
	}
}

// Places count lines and characters of the file, whatever stands for a character.
func TestPlaces(t *testing.T) {
	const register = "schema: ropa/v1\nid: example\nparties: [{id: p, name: Posthörn}]\n"
	for _, x := range []struct{ name, text, want string }{
		{"p.txt", "The data are ours.\r\nËn dë Posthörn is not.", "p.txt:2:7"},
		{"p.html", "<p>The data are\n&eacute;&#233;n <b>by&nbsp;Posth&ouml;rn</b> of you.", "p.html:2:28"},
		{"policy", "<!DOCTYPE html><p>The data of you, and\n<p>Posthörn.", "policy:2:4"},
		{"p.md", "The data of you and **Posthörn**", "p.md:1:23"},
	} {
		for _, f := range check(t, today, register, x.name, x.text) {
			if f.Code == "NTC-001" && f.Place.String() != x.want {
				t.Errorf("%q: %s, not %s", x.text, f.Place, x.want)
			}
		}
	}
}

// Older programs write other bytes.
func TestEncodings(t *testing.T) {
	const text = "The data go to Posthörn and not to you.\n\nTellmore\n"
	latin, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	little, big := "\xff\xfe", "\xfe\xff"
	for _, u := range utf16.Encode([]rune(text)) {
		little += string([]byte{byte(u), byte(u >> 8)})
		big += string([]byte{byte(u >> 8), byte(u)})
	}
	for _, s := range []string{text, "\ufeff" + text, latin, little, big, strings.ReplaceAll(text, "\n", "\r\n")} {
		found := check(t, today, twoServices, "p.txt", s)
		if got := at(found, "NTC-002") + "; " + at(found, "NTC-003"); got != "; parties/two" {
			t.Errorf("%q: %s", s[:20], got)
		}
	}
}

// No text takes it down, however it was made.
func TestHostileTexts(t *testing.T) {
	r, src, _ := register.Parse("register.yaml", []byte(twoServices))
	view, _ := register.Resolve(r, src, nil)
	m := datamap.Build(view)
	for name, text := range map[string]string{
		"deep.html":     strings.Repeat("<div>", 200_000) + "the data of you and Tellmore",
		"bold.html":     "the data of you " + strings.Repeat("<b>", 200_000) + strings.Repeat("<p>a", 1000),
		"entities.html": "the data of you " + strings.Repeat("&", 500_000),
		"script.html":   "the data of you <script>" + strings.Repeat("x", 1<<20),
		"svg.html":      "the data of you " + strings.Repeat("<svg>", 100_000),
		"headings.md":   "the data of you\n" + strings.Repeat("# Tellmore\n", 60_000),
		"levels.md":     "the data of you\n" + strings.Repeat("# Tellmore\n## Posthörn\n### a\nTellmore.\n", 20_000),
		"names.txt":     strings.Repeat("the Tellmore ", 70_000),
		"word.txt":      "the data of you " + strings.Repeat("a", 900_000),
		"quotes.txt":    "the data of you " + strings.Repeat("a'", 400_000),
		"hyphens.txt":   "the data of you " + strings.Repeat("a-", 400_000),
		"mail.txt":      "the data of you " + strings.Repeat("a@", 400_000),
	} {
		text = strings.Repeat("the data of you ", 1000) + "\n" + text + strings.Repeat(" the data", 1000)
		if _, err := notice.Check(view, m, today, name, []byte(text)); err != nil && !errors.Is(err, notice.ErrLanguage) && !errors.Is(err, notice.ErrTooLong) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzCheck(f *testing.F) {
	policy, err := os.ReadFile("../../../examples/webgems/privacy-policy.nl.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add("p.txt", string(policy))
	f.Add("p.html", "<h2>Posth&ouml;rn &amp; Tellmore</h2><p>the data of you<li><p>Tellmore, Inc.")
	f.Add("p.md", "Tellmore\n---\n- the Posthörn's\n\n| a | Tellmore B.V. |\n")
	r, src, _ := register.Parse("register.yaml", []byte(twoServices))
	view, _ := register.Resolve(r, src, nil)
	m := datamap.Build(view)
	f.Fuzz(func(t *testing.T, name, text string) {
		found, err := notice.Check(view, m, today, name, []byte(text))
		if err != nil && found != nil {
			t.Error("findings and an error")
		}
		for i := range found {
			if p := found[i].Place; p.File == "" && name != "" || p.Line < 0 || p.Column < 0 {
				t.Errorf("%s at %s", found[i].Code, p)
			}
		}
	})
}
