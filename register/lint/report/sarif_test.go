package report_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint/report"
)

func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	schema, err := compiler.Compile("testdata/sarif/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// What is written is valid by the schema of SARIF 2.1.0, whatever stands in the
// register.
func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	contents := map[string]report.Content{"shop": shop(), "plain": plain()}
	for _, text := range hostile {
		contents[text] = attacked(text)
	}
	for name, c := range contents {
		var document any
		if err := json.Unmarshal([]byte(write(t, report.SARIF, c)), &document); err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%q: %#v", name, err)
		}
	}
	// The schema does notice a fault.
	var document map[string]any
	if err := json.Unmarshal([]byte(write(t, report.SARIF, shop())), &document); err != nil {
		t.Fatal(err)
	}
	document["runs"].([]any)[0].(map[string]any)["results"].([]any)[0].(map[string]any)["level"] = "info"
	if schema.Validate(document) == nil {
		t.Error("a level that does not exist is valid")
	}
}

type sarifRead struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Rules []struct{ ID string }
			}
		}
		Results []struct {
			RuleID              string
			RuleIndex           int
			PartialFingerprints map[string]string
			Suppressions        []struct{ Kind, Status, Justification string }
			RelatedLocations    []struct{ ID int }
			Locations           []struct {
				PhysicalLocation *struct{ ArtifactLocation struct{ URI string } }
			}
		}
	}
}

// Results lead to their rules, keep the fingerprints of the findings, and say
// which are accepted.
func TestSARIFResults(t *testing.T) {
	c := shop()
	var read sarifRead
	if err := json.Unmarshal([]byte(write(t, report.SARIF, c)), &read); err != nil {
		t.Fatal(err)
	}
	run := read.Runs[0]
	if len(run.Results) != len(c.Findings)+len(c.Waived) {
		t.Fatalf("%d results", len(run.Results))
	}
	for i, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("result %d leads to another rule", i)
		}
		if i < len(c.Findings) {
			if r.PartialFingerprints["ropa/v1"] != c.Findings[i].Fingerprint() || len(r.Suppressions) != 0 || len(r.RelatedLocations) != len(c.Findings[i].Related) {
				t.Errorf("result %d: %+v", i, r)
			}
			continue
		}
		if len(r.Suppressions) != 1 || r.Suppressions[0].Justification != "ends this year, by the board, until 2026-12-31" {
			t.Errorf("result %d: %+v", i, r.Suppressions)
		}
	}
}

// The path of a file is a URI reference that leads back to it.
func TestSARIFPaths(t *testing.T) {
	for file, want := range map[string]string{
		"register.yaml": "register.yaml", "./a/b.yaml": "a/b.yaml", "../group.yaml": "../group.yaml",
		"/srv/my register/x.yaml": "file:///srv/my%20register/x.yaml", "C:/r/x.yaml": "file:///C:/r/x.yaml",
		"a:b.yaml": "./a:b.yaml", "100%?#.yaml": "100%25%3F%23.yaml", "é.yaml": "%C3%A9.yaml",
	} {
		c := shop()
		c.Findings[0].Place = diag.Place{File: file, Line: 1}
		var read sarifRead
		if err := json.Unmarshal([]byte(write(t, report.SARIF, c)), &read); err != nil {
			t.Fatal(err)
		}
		got := read.Runs[0].Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI
		u, err := url.Parse(got)
		if got != want || err != nil || !strings.HasSuffix(u.Path, strings.TrimPrefix(file, "./")) {
			t.Errorf("%s: %s, want %s (%v)", file, got, want, err)
		}
	}
}
