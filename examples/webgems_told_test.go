package examples_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// Every fact of the policy comes out again: as lines of the record, of the notice
// where people are owed it, and as a finding where it is a fault.
func TestWebgemsTellsEveryFact(t *testing.T) {
	var facts []string
	for _, f := range webgemsTold {
		facts = append(facts, f.fact)
		if len(f.notice)+len(f.record)+len(f.findings) == 0 {
			t.Errorf("%s comes out nowhere", f.fact)
		}
		if len(f.notice) == 0 && f.why == "" {
			t.Errorf("%s is not in the notice, and nothing says why", f.fact)
		}
	}
	if diff := cmp.Diff(factList(t, "webgems/testdata/facts.txt"), facts); diff != "" {
		t.Errorf("facts listed (-) and told (+):\n%s", diff)
	}
	for _, language := range []value.Language{"nl", "en"} {
		record := webgemsLines(t, document.Register, document.Authority, language)
		internal := webgemsLines(t, document.Register, document.Internal, language)
		notice := webgemsLines(t, document.Notice, document.Public, language)
		for _, f := range webgemsTold {
			for _, x := range f.record {
				if !x.in(record, language) {
					t.Errorf("%s: the record for an authority does not say %q", f.fact, x[column(language)])
				}
			}
			for _, x := range f.internal {
				if !x.in(internal, language) {
					t.Errorf("%s: the record for those who keep it does not say %q", f.fact, x[column(language)])
				}
			}
			for _, x := range f.notice {
				if !x.in(notice, language) {
					t.Errorf("%s: the notice does not say %q", f.fact, x[column(language)])
				}
			}
		}
	}
}

// The findings that the facts refer to are found.
func TestWebgemsFaultsAreFindings(t *testing.T) {
	found := lintExample(t, "webgems", lint.Accountability, today).Findings
	for _, f := range webgemsTold {
		for _, want := range f.findings {
			code, at, _ := strings.Cut(want, " ")
			if !slices.ContainsFunc(found, func(x diag.Finding) bool { return string(x.Code) == code && x.At == at }) {
				t.Errorf("%s: no finding %s", f.fact, want)
			}
		}
	}
}

// Each line that tells a fact is needed: without it the fact is missed.
func TestWebgemsMissesALine(t *testing.T) {
	lines := webgemsLines(t, document.Notice, document.Public, "nl")
	for _, f := range webgemsTold {
		for _, x := range f.notice {
			without := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return x.in([]string{line}, "nl") })
			if len(without) == len(lines) || x.in(without, "nl") {
				t.Errorf("%s: nobody would miss %q", f.fact, x[0])
			}
		}
	}
}

// The notice does not repeat the faults of the policy.
func TestWebgemsNoticeRepeatsNoFault(t *testing.T) {
	for _, language := range []value.Language{"nl", "en", "de", "fr"} {
		for _, line := range webgemsLines(t, document.Notice, document.Public, language) {
			for _, fault := range webgemsFaults {
				if strings.Contains(strings.ToLower(line), fault.says) {
					t.Errorf("%s (%s): the notice says %q: %s", fault.fact, language, fault.says, line)
				}
			}
		}
	}
}

// toldFact is where a fact comes out.
type toldFact struct {
	fact string
	// record are lines of the record for an authority, internal of that for those who
	// keep it, notice of the privacy notice.
	record, internal, notice []saying
	// findings are codes and addresses of findings.
	findings []string
	// why tells why it is not in the notice.
	why string
}

// saying is a part of a line in Dutch and in English; what stands between … may be
// anything.
type saying [2]string

func column(language value.Language) int {
	if language == "nl" {
		return 0
	}
	return 1
}

// in reports whether one of the lines says it.
func (x saying) in(lines []string, language value.Language) bool {
	return slices.ContainsFunc(lines, func(line string) bool {
		for part := range strings.SplitSeq(x[column(language)], "…") {
			i := strings.Index(line, part)
			if i < 0 {
				return false
			}
			line = line[i+len(part):]
		}
		return true
	})
}

// webgemsLines are the lines of a document of the web shop, each after the title of
// its section.
func webgemsLines(t *testing.T, build func(context.Context, *register.View, *datamap.Map, document.Options) (*document.Document, error), audience document.Audience, language value.Language) []string {
	t.Helper()
	view := load(t, "webgems")
	d, err := build(t.Context(), view, datamap.Build(view), document.Options{AsOf: today, Language: language, Audience: audience})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	add := func(parts ...string) {
		lines = append(lines, strings.ReplaceAll(strings.Join(parts, " > "), "\u00ad", ""))
	}
	addFacts(add, nil, d.Facts)
	d.Walk(func(s *document.Section, _ int) {
		title := s.Title.String()
		for _, block := range s.Blocks {
			switch x := block.(type) {
			case document.Paragraph:
				add(title, x.Text.String())
			case document.List:
				for _, item := range x.Items {
					add(title, item.String())
				}
			case document.Facts:
				addFacts(add, []string{title}, x.List)
			case document.Note:
				add(title, x.Title.String(), joinLines(x.Text))
			case document.Table:
				for _, r := range x.Rows {
					var cells []string
					for _, c := range r.Cells {
						cells = append(cells, joinLines(c.Lines))
					}
					add(title, strings.Join(cells, " | "))
				}
			}
		}
	})
	return lines
}

func addFacts(add func(...string), above []string, facts []document.Fact) {
	for _, f := range facts {
		path := append(slices.Clone(above), f.Name.String())
		for _, text := range f.Text {
			add(append(slices.Clone(path), text.String())...)
		}
		addFacts(add, path, f.Facts)
	}
}

func joinLines(lines []document.Inline) string {
	var all []string
	for _, line := range lines {
		all = append(all, line.String())
	}
	return strings.Join(all, " / ")
}
