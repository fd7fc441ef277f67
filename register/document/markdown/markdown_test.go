package markdown_test

import (
	"bytes"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/sample"
	"github.com/openropa/ropa/register/document/markdown"
)

func write(t testing.TB, d *document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := markdown.Write(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What each part of a document becomes.
func TestWrite(t *testing.T) {
	text := write(t, sample.Document(2))
	for _, want := range []string{
		"<div lang=\"nl\">\n\n# Register van verwerkingen\n\n**Voorbeeld B.V.**\n\n- **Contact:** [privacy@example.org](<mailto:privacy@example.org>)\n- **Letters:** " + sample.Letters + "\n",
		"## Inhoud\n\n- [Verwerking 1](#activity-1)\n- [Verwerking 2](#activity-2)\n",
		"<a id=\"activity-1\"></a>\n\n## Verwerking 1\n\n- **Doel:** Gegevens worden",
		"\n  - **Grondslag:** overeenkomst\n- **Belang:** *niet vermeld*\n",
		"<a id=\"activity-1-table\"></a>\n\n### Gegevens\n",
		"**Gegevens**\n\n| Gegevens | Betrokkenen | Bewaartermijn | Sinds |\n| --- | --- | --- | --- |\n| gegeven 0<br>**bijzonder** | [klant](#activity-1)<span lang=\"en\"> (customer)</span> |",
		"| *niet vermeld* | 22 november 2026 |",
		"- een\n- twee\n",
		"> **Let op: Let op**<br>\n> niet vermeld\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("missing:\n%s\nin:\n%.3000s", want, text)
		}
	}
	if !strings.HasSuffix(text, "\n</div>\n") {
		t.Error("the end")
	}
}

var (
	allowed  = regexp.MustCompile(`<br>|<div lang="[^"<>]*">|</div>|<span lang="[^"<>]*">|</span>|<a id="[^"<>]*"></a>|</?code>|</?strong>|\]\(<[^<>\s]*>\)`)
	links    = regexp.MustCompile(`\]\(([^)]*)\)`)
	controls = regexp.MustCompile(`[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{e0000}-\x{e007f}]`)
	bars     = regexp.MustCompile(`(^|[^\\])\|`)
)

// No text of a register becomes markup, and none is lost.
func TestHostile(t *testing.T) {
	text := write(t, sample.HostileDocument())
	if rest := allowed.ReplaceAllString(text, ""); strings.Contains(strings.ReplaceAll(rest, "\n> ", ""), "<") {
		i := strings.Index(rest, "<")
		t.Errorf("an element: %.80q", rest[i:])
	}
	if found := controls.FindString(text); found != "" {
		t.Errorf("%q is there", found)
	}
	for _, link := range links.FindAllStringSubmatch(text, -1) {
		if !strings.HasPrefix(link[1], "#") && !strings.HasPrefix(link[1], "<https://") && !strings.HasPrefix(link[1], "<mailto:") {
			// A bracket that is escaped begins no link.
			if i := strings.Index(text, link[0]); i == 0 || text[i-1] != '\\' {
				t.Errorf("a link to %q", link[1])
			}
		}
	}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "| ") && len(bars.FindAllString(line, -1)) != 3 {
			t.Errorf("not two cells: %.120q", line)
		}
	}
	if n, want := strings.Count(text, "KEPT"), 20*len(sample.Hostile); n < want {
		t.Errorf("%d texts are left, want %d or more", n, want)
	}
}

func TestStable(t *testing.T) {
	if write(t, sample.Document(20)) != write(t, sample.Document(20)) {
		t.Error("two times, two texts")
	}
}

// BenchmarkWrite writes 300 sections, beside what the standard library takes to
// escape the same text for HTML.
func BenchmarkWrite(b *testing.B) {
	d := sample.Document(300)
	text := write(b, d)
	var ours, theirs int64
	b.Run("document", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if err := markdown.Write(b.Context(), io.Discard, d); err != nil {
				b.Fatal(err)
			}
		}
		ours = b.Elapsed().Nanoseconds() / int64(b.N)
	})
	b.Run("library", func(b *testing.B) {
		for b.Loop() {
			if _, err := io.WriteString(io.Discard, html.EscapeString(text)); err != nil {
				b.Fatal(err)
			}
		}
		if theirs = b.Elapsed().Nanoseconds() / int64(b.N); theirs > 0 && ours > 0 {
			b.ReportMetric(float64(ours)/float64(theirs), "document/library")
		}
	})
}
