package lint_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
)

func someFindings() diag.Findings {
	return diag.Findings{
		{Code: "TRF-001", At: "parties/mailer", Key: "US", Place: diag.Place{File: "a.yaml", Line: 9}},
		{Code: "REG-002", At: "activities/newsletter"},
		{Code: "TRF-001", At: "parties/mailer", Key: "IN"},
		{Code: "REG-001", At: ""},
	}
}

// A baseline knows its findings after it was written and read, wherever their
// lines have moved, and no other.
func TestBaseline(t *testing.T) {
	var file, reversed bytes.Buffer
	findings := someFindings()
	if err := lint.NewBaseline(findings[:3]).Write(&file); err != nil {
		t.Fatal(err)
	}
	if err := lint.NewBaseline(diag.Findings{findings[2], findings[1], findings[0], findings[1]}).Write(&reversed); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(file.String(), reversed.String()); diff != "" {
		t.Errorf("the order of findings shows in the file:\n%s", diff)
	}
	if lines := strings.Count(file.String(), "\n"); lines != 8 {
		t.Errorf("%d lines:\n%s", lines, file.String())
	}
	baseline, err := lint.ReadBaseline(&file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range findings {
		findings[i].Place.Line += 10
	}
	fresh, known := baseline.Filter(findings)
	if diff := cmp.Diff(findings[3:], fresh); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(findings[:3], known); diff != "" {
		t.Error(diff)
	}
	if entries := baseline.Entries(); len(entries) != 3 || entries[0].Code != "REG-002" {
		t.Errorf("entries %v", entries)
	}
}

func TestEmptyBaseline(t *testing.T) {
	var file bytes.Buffer
	if err := lint.NewBaseline(nil).Write(&file); err != nil {
		t.Fatal(err)
	}
	baseline, err := lint.ReadBaseline(&file)
	if err != nil {
		t.Fatal(err)
	}
	if fresh, known := baseline.Filter(someFindings()); len(fresh) != 4 || known != nil {
		t.Errorf("%d new, %d known", len(fresh), len(known))
	}
}

// What is no baseline must not silence findings.
func TestReadBaselineIsStrict(t *testing.T) {
	entry := `{"fingerprint":"0123456789abcdef01234567","code":"REG-001","at":""}`
	whole := func(list string) string { return `{"format":"ropa-baseline/v1","findings":` + list + `}` }
	if _, err := lint.ReadBaseline(strings.NewReader(whole("[" + entry + "]"))); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"empty":          "",
		"other JSON":     `{"findings":[]}`,
		"list":           "[]",
		"later version":  `{"format":"ropa-baseline/v2","findings":[]}`,
		"no findings":    `{"format":"ropa-baseline/v1"}`,
		"null":           whole("null"),
		"cut off":        whole("[" + entry)[:60],
		"two documents":  whole("[]") + whole("[]"),
		"twice":          `{"format":"ropa-baseline/v1","findings":[],"findings":[]}`,
		"other case":     `{"format":"ropa-baseline/v1","Findings":[]}`,
		"unknown field":  whole(`[{"fingerprint":"0123456789abcdef01234567","code":"REG-001","at":"","all":true}]`),
		"no fingerprint": whole(`[{"code":"REG-001","at":""}]`),
		"wrong letters":  whole(strings.Replace("["+entry+"]", "abcdef", "ABCDEF", 1)),
		"not UTF-8":      whole("[" + strings.Replace(entry, `"at":"`, "\"at\":\"\xff", 1) + "]"),
	} {
		var wrong *lint.BaselineError
		if _, err := lint.ReadBaseline(strings.NewReader(text)); !errors.As(err, &wrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestReadBaselineIsLimited(t *testing.T) {
	var wrong *lint.BaselineError
	if _, err := lint.ReadBaseline(endless{}); !errors.As(err, &wrong) {
		t.Error(err)
	}
}
