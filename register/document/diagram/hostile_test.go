package diagram_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/diagram"
)

// hostile are names that mean something to one of the formats, or turn what stands
// around them.
var hostile = []string{
	`<script>alert(1)</script>`, `"]; evil -> n1; "`, `]]></title></svg>`, `\N\G\l"`, "line\nline\r\nend", "`**x**`",
	"%%{init: {}}%%", "click n1 \"https://example.org\"", "end", "#quot;#60;script#62;", "&lt;b&gt;", "\u202eesrever\u202c", "\u2066isolate\u2069",
	"a\x00b\x07c\x1b[31m", "\xff\xfe", "שלום עולם", "مرحبا", "Ελληνικά Български Żółć ß é", strings.Repeat("long ", 4000), strings.Repeat("x", 20000), "", "   ",
	"=cmd|' /C calc'!A0", "</text><text onload=\"x\">", "${jndi:ldap://x}", "\U000e0041\U000e0042",
}

// hostileRegister has the names everywhere.
func hostileRegister() *register.Register {
	r := &register.Register{Schema: "ropa/v1", ID: "hostile", Language: "en", Organisation: &register.Organisation{Name: register.Text{"en": hostile[0]}}}
	for i, name := range hostile {
		id := "x" + string(rune('a'+i))
		text := register.Text{"en": name}
		r.Parties = append(r.Parties, &register.Party{ID: id, Name: text})
		r.DataCategories = append(r.DataCategories, &register.DataCategory{ID: id, Name: text})
		r.DataSubjects = append(r.DataSubjects, &register.DataSubject{ID: id, Name: text})
		if i < 20 {
			r.Activities = append(r.Activities, &register.Activity{
				ID: id, Name: text, Number: name, Unit: text, Subjects: []register.SubjectUse{{Subject: id}},
				Data:        []register.DataUse{{Category: id}},
				Disclosures: []register.Disclosure{{To: id, Data: []string{id}}},
			})
		}
	}
	return r
}

var (
	dotLine     = regexp.MustCompile(`^(digraph ropa \{|\t\t?(graph|node|edge) \[.*\]|\tsubgraph cluster_\d+_\d+ \{|\t\t?n\d+ \[label="([^"\\]|\\["\\n])*"(, \w+=("[^"\\]*"|\w+))*\]|\tn\d+ -> n\d+( \[style=dashed\])?|\t\t(label|color)="([^"\\]|\\["\\n])*"|\t?\})$`)
	mermaidLine = regexp.MustCompile(`^(flowchart LR|  acc(Title|Descr): [^"<>&#{};\x60]*|  ( {2})?n\d+(\["[^"<>&\x60]*((<br/>)[^"<>&\x60]*)*"\]|\(\["[^"<>&\x60]*"\]\))|  subgraph g\d+_\d+\["[^"<>&\x60]*"\]|  end|  n\d+ (-->|-\.->) n\d+|  classDef \w+ [\w#:,. -]+|  class [n\d,]+ \w+)$`)
)

// TestHostileNames: whatever things are called, each format stays what it is.
func TestHostileNames(t *testing.T) {
	view, problems := register.Resolve(hostileRegister(), nil, nil)
	if view == nil {
		t.Fatal(problems)
	}
	_, m := resolveAnyway(view)
	for _, o := range []diagram.Options{{}, {Activity: "xa"}, {Party: "xb"}, {Audience: document.Internal}} {
		o.AsOf = day
		g, err := diagram.New(view, m, o)
		if err != nil {
			t.Fatal(err)
		}
		var dot, mermaid bytes.Buffer
		if err := g.DOT(&dot); err != nil {
			t.Fatal(err)
		}
		if err := g.Mermaid(&mermaid); err != nil {
			t.Fatal(err)
		}
		everyLine(t, "DOT", dot.String(), dotLine)
		everyLine(t, "Mermaid", mermaid.String(), mermaidLine)
		p := draw(t, view, m, o)
		checkSVG(t, p.SVG(), p.Title)
		if f, err := p.Figure("map", true); err != nil || f.Width > 2000 || f.Height > 3000 {
			t.Errorf("a picture of %g × %g: %v", f.Width, f.Height, err)
		}
		for _, r := range p.SVG() {
			if r < ' ' && r != '\n' {
				t.Fatalf("the picture holds %q", r)
			}
		}
		if strings.ContainsAny(string(p.SVG()), "\u202e\u202c\u2066\u2069") {
			t.Error("the picture holds characters that turn the direction")
		}
	}
	for _, chart := range []func() (*diagram.Picture, error){
		func() (*diagram.Picture, error) { return diagram.RetentionChart(view, m, diagram.Options{AsOf: day}) },
		func() (*diagram.Picture, error) { return diagram.TransfersChart(view, m, diagram.Options{AsOf: day}) },
	} {
		p, err := chart()
		if err != nil {
			t.Fatal(err)
		}
		checkSVG(t, p.SVG(), p.Title)
	}
}

func everyLine(t *testing.T, format, s string, want *regexp.Regexp) {
	t.Helper()
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		if !want.MatchString(line) {
			t.Errorf("%s: %.200q", format, line)
		}
	}
}

// TestFullText: what is cut in the picture can be read in the title of its shape.
func TestFullText(t *testing.T) {
	view, _ := register.Resolve(hostileRegister(), nil, nil)
	_, m := resolveAnyway(view)
	svg := string(draw(t, view, m, diagram.Options{}).SVG())
	if !strings.Contains(svg, "<g><title>"+strings.Repeat("x", 20000)) && !strings.Contains(svg, strings.Repeat("x", 20000)) {
		t.Error("a name is not told in full")
	}
}
