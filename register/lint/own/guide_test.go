package own

import (
	"os"
	"strings"
	"testing"
)

// The guide names every field of a rule, everything that a rule can look at and
// see, and every function.
func TestGuideIsWhole(t *testing.T) {
	data, err := os.ReadFile("../../../docs/own-rules.md")
	if err != nil {
		t.Fatal(err)
	}
	guide := string(data)
	for _, f := range ruleFields {
		if !strings.Contains(guide, "| `"+f+"` |") {
			t.Errorf("the guide lacks the field %s", f)
		}
	}
	for i := range subjects {
		s := &subjects[i]
		if !strings.Contains(guide, "| `"+s.word+"` |") {
			t.Errorf("the guide lacks for: %s", s.word)
		}
		names := s.names()
		for _, name := range s.braces {
			names = append(names, "{"+name+"}")
		}
		for _, name := range names {
			if !strings.Contains(guide, "`"+name+"`") {
				t.Errorf("the guide lacks %s", name)
			}
		}
	}
	for _, name := range functionNames() {
		if !strings.Contains(guide, "`"+name+"(") && !strings.Contains(guide, "`"+name+"`") && !strings.Contains(guide, name+"(list)") {
			t.Errorf("the guide lacks the function %s", name)
		}
	}
	for _, object := range []string{"Reached", "ReachedCountry"} {
		for _, name := range known().byName[object].names() {
			if !strings.Contains(guide, "`"+name+"`") {
				t.Errorf("the guide lacks %s of %s", name, object)
			}
		}
	}
}
