package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// many joins lines made of the numbers below n.
func many(n int, line func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i))
	}
	return b.String()
}

const begin = "schema: ropa/v1\nid: x\nlanguage: en\norganisation: {name: Org, country: NL}\n"

// Parties that all engage each other form more circles than can be told; each
// that is told shows a party that no other has shown.
func TestCirclesAreFew(t *testing.T) {
	const n = 40
	text := begin + "activities:\n  - {id: a, purposes: [payment], subjects: [customer], data: [name], disclosures: [{to: p0, as: processor}]}\nparties:\n" +
		many(n, func(i int) string {
			return fmt.Sprintf("  - {id: p%d, engages: [%s]}\n", i, strings.TrimSuffix(many(n, func(k int) string {
				if k == i {
					return ""
				}
				return fmt.Sprintf("p%d, ", k)
			}), ", "))
		})
	found := look(t, "dense.yaml", text, value.MustDate("2026-11-22"), lint.Options{Rules: []diag.Code{"PRC-003"}}).Findings
	if len(found) == 0 || len(found) >= n {
		t.Errorf("%d findings of %d parties", len(found), n)
	}
}

// A chain of thousands is told by its first and last parties, at a few places.
func TestLongChainIsToldShortly(t *testing.T) {
	const n = 3_000
	text := begin + "activities:\n  - {id: a, purposes: [payment], subjects: [customer], data: [name], disclosures: [{to: p0, as: processor}]}\nparties:\n" +
		many(n, func(i int) string { return fmt.Sprintf("  - {id: p%d, country: US, engages: [p%d]}\n", i, (i+1)%n) })
	found := look(t, "ring.yaml", text, value.MustDate("2026-11-22"), lint.Options{Rules: []diag.Code{"TRF-001", "PRC-003"}}).Findings
	if len(found) != n+1 {
		t.Errorf("%d findings", len(found))
	}
	for i := range found {
		if len(found[i].Message("en")) > 500 || len(found[i].Related) > 20 {
			t.Fatalf("%d places: %s", len(found[i].Related), found[i].Message("en"))
		}
	}
}

// Terms far below each other have the marks of those above them, and terms apart
// don't.
func TestDeepTerms(t *testing.T) {
	const n = 20_000
	text := begin + "activities:\n  - {id: a, purposes: [payment], subjects: [customer], data: [d" + fmt.Sprint(n-1) + "]}\n" +
		"dataCategories:\n  - {id: d0, marks: [special]}\n" +
		many(n-1, func(i int) string { return fmt.Sprintf("  - {id: d%d, parent: d%d}\n", i+1, i) })
	o := lint.Options{Rules: []diag.Code{"SPC-001"}}
	if found := look(t, "deep.yaml", text, value.MustDate("2026-11-22"), o).Findings; len(found) != 1 {
		t.Errorf("%d findings", len(found))
	}
	if found := look(t, "flat.yaml", strings.Replace(text, ", marks: [special]", "", 1), value.MustDate("2026-11-22"), o).Findings; len(found) != 0 {
		t.Errorf("%d findings without the mark", len(found))
	}
}

// A name that several parties bear is one thing to mend, and none where the
// activity shows one of them.
func TestNameOfMany(t *testing.T) {
	text := begin + "activities:\n  - {id: a, description: 'Firm Alpha prints; Firm Alpha sends.', purposes: [payment], subjects: [customer], data: [name]}\n" +
		"parties:\n" + many(30, func(i int) string { return fmt.Sprintf("  - {id: p%d, name: Firm Alpha}\n", i) })
	o := lint.Options{Rules: []diag.Code{"PRC-008"}}
	if found := look(t, "names.yaml", text, value.MustDate("2026-11-22"), o).Findings; len(found) != 1 {
		t.Errorf("%d findings", len(found))
	}
	shown := strings.Replace(text, "data: [name]}", "data: [name], disclosures: [{to: p7}]}", 1)
	if found := look(t, "shown.yaml", shown, value.MustDate("2026-11-22"), o).Findings; len(found) != 0 {
		t.Errorf("%d findings though one is a recipient", len(found))
	}
}
