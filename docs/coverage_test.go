package docs_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
)

const (
	notKept   = "not kept" // begins the reason of a row without a path
	extension = "x-"       // the keys that every object takes
)

// row is a line of a table of coverage.md.
type row struct {
	section string
	line    int
	cells   []string
}

// where is the last cell: paths, or why there is none.
func (r row) where() string { return r.cells[len(r.cells)-1] }

// coverage reads the rows of all tables of coverage.md, without their heads.
func coverage(t *testing.T) []row {
	t.Helper()
	var rows []row
	var section string
	head := true
	for i, line := range strings.Split(string(read(t, "coverage.md")), "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
			section = strings.TrimLeft(line, "# ")
		case !strings.HasPrefix(line, "|"):
			head = true
		case head:
			head = false
		case strings.HasPrefix(line, "|---"):
		default:
			cells := strings.Split(strings.Trim(line, "|"), "|")
			for j := range cells {
				cells[j] = strings.TrimSpace(cells[j])
			}
			rows = append(rows, row{section: numbered.ReplaceAllString(section, ""), line: i + 1, cells: cells})
		}
	}
	if len(rows) == 0 {
		t.Fatal("coverage.md has no tables")
	}
	return rows
}

var (
	numbered = regexp.MustCompile(`^[0-9]+\. `)
	ruleID   = regexp.MustCompile(`^[A-Z]{3}-[0-9]{3}$`)
	quoted   = regexp.MustCompile("`([^`]*)`")
)

// TestCoverageRules holds that every input of every rule has its row, and that
// the rules are those of the catalogue.
func TestCoverageRules(t *testing.T) {
	got := map[string][]string{}
	for _, r := range coverage(t) {
		if ruleID.MatchString(r.cells[0]) {
			got[r.cells[0]] = append(got[r.cells[0]], r.cells[1])
		}
	}
	want := map[string][]string{}
	for rule, inputs := range list(t, "testdata/rules.txt") {
		want[rule] = strings.Split(inputs, "; ")
	}
	for _, r := range lint.Rules() {
		if len(got[string(r.Code)]) == 0 {
			t.Errorf("coverage.md says nothing of %s", r.Code)
		}
	}
	for code := range got {
		if _, ok := lint.FindRule(diag.Code(code)); !ok {
			t.Errorf("coverage.md speaks of %s, which is no rule", code)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rules and their inputs (-testdata/rules.txt +coverage.md):\n%s", diff)
	}
}

// TestCoverageColumns holds that the tables of the templates are whole.
func TestCoverageColumns(t *testing.T) {
	got := map[string]string{}
	for _, r := range coverage(t) {
		n, err := strconv.Atoi(r.cells[0])
		if err != nil {
			if !ruleID.MatchString(r.cells[0]) {
				t.Errorf("coverage.md:%d: %q is neither a rule nor a number", r.line, r.cells[0])
			}
			continue
		}
		if last, _ := strconv.Atoi(got[r.section]); n != last+1 {
			t.Errorf("coverage.md:%d: row %d of %q follows row %d", r.line, n, r.section, last)
		}
		got[r.section] = strconv.Itoa(n)
	}
	if diff := cmp.Diff(list(t, "testdata/columns.txt"), got); diff != "" {
		t.Errorf("templates and their rows (-testdata/columns.txt +coverage.md):\n%s", diff)
	}
}

// TestCoveragePaths holds that every row says where, and that the place exists.
func TestCoveragePaths(t *testing.T) {
	s := readSchema(t)
	for _, r := range coverage(t) {
		_, reason, without := strings.Cut(r.where(), notKept)
		if without && len(strings.Fields(reason)) < 4 {
			t.Errorf("coverage.md:%d: no reason after %q", r.line, notKept)
		}
		paths := quoted.FindAllStringSubmatch(r.where(), -1)
		if len(paths) == 0 && !without {
			t.Errorf("coverage.md:%d: neither a path nor a reason: %q", r.line, r.where())
		}
		for _, p := range paths {
			if p[1] == extension {
				continue
			}
			if err := s.resolve(p[1]); err != nil {
				t.Errorf("coverage.md:%d: %v", r.line, err)
			}
		}
	}
}

// TestResolve holds that a wrong path does not pass.
func TestResolve(t *testing.T) {
	s := readSchema(t)
	for _, c := range []struct{ path, fault string }{
		{"organisation.contact.address.street", ""},
		{"activities[].purposes[].consent.record", ""},
		{"activities", ""},
		{"activities.purposes", "activities is a list"},
		{"organisation[].name", "organisation is not a list"},
		{"activities[].pruposes", `Activity has no field "pruposes"`},
		{"organisation.name.nl", `Text has no field "nl"`},
		{"id.x", `Id has no field "x"`},
		{"", `Register has no field ""`},
	} {
		got := ""
		if err := s.resolve(c.path); err != nil {
			got = err.Error()
		}
		if (c.fault == "") != (got == "") || !strings.Contains(got, c.fault) {
			t.Errorf("resolve(%q) = %q, want %q", c.path, got, c.fault)
		}
	}
}

// node is what a path needs of a JSON Schema.
type node struct {
	Ref        string           `json:"$ref"`
	Properties map[string]*node `json:"properties"`
	Items      *node            `json:"items"`
}

// definitions are the objects of the schema by name.
type definitions map[string]*node

func readSchema(t *testing.T) definitions {
	t.Helper()
	var s struct {
		Defs definitions `json:"$defs"`
	}
	if err := json.Unmarshal(read(t, "../register/register.schema.json"), &s); err != nil {
		t.Fatal(err)
	}
	return s.Defs
}

// resolve walks a path such as activities[].purposes[].basis from the root.
func (d definitions) resolve(path string) error {
	at, object := &node{Ref: "#/$defs/Register"}, ""
	for part := range strings.SplitSeq(path, ".") {
		name, entries := strings.CutSuffix(part, "[]")
		at, object = d.follow(at, object)
		if at.Items != nil {
			return fmt.Errorf("%s: %s is a list: write []", path, object)
		}
		next, ok := at.Properties[name]
		if !ok {
			return fmt.Errorf("%s: %s has no field %q", path, object, name)
		}
		at, object = d.follow(next, name)
		if entries {
			if at.Items == nil {
				return fmt.Errorf("%s: %s is not a list", path, name)
			}
			at = at.Items
		}
	}
	return nil
}

// follow follows a reference to a definition and names it.
func (d definitions) follow(n *node, name string) (*node, string) {
	for strings.HasPrefix(n.Ref, "#/$defs/") {
		target, ok := d[strings.TrimPrefix(n.Ref, "#/$defs/")]
		if !ok {
			break
		}
		n, name = target, strings.TrimPrefix(n.Ref, "#/$defs/")
	}
	return n, name
}

// list reads lines of the form "key: value"; the key may hold colons.
func list(t *testing.T, name string) map[string]string {
	t.Helper()
	entries := map[string]string{}
	for line := range strings.Lines(string(read(t, name))) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cut := strings.LastIndex(line, ": ")
		if cut < 0 {
			t.Fatalf("%s: no colon in %q", name, line)
		}
		if _, ok := entries[line[:cut]]; ok {
			t.Errorf("%s: %q stands twice", name, line[:cut])
		}
		entries[line[:cut]] = line[cut+2:]
	}
	return entries
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
