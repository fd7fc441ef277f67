package docs_test

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestHelpLinks holds that what SARIF says of a rule leads to its section.
func TestHelpLinks(t *testing.T) {
	d := newDesk(t)
	cmd := exec.Command(filepath.Join(d.bin, "ropa"), "lint", "examples/webgems", "--profile", "nl", "--as-of", "2026-11-22", "--format", "sarif")
	cmd.Dir = d.dir
	out, err := cmd.Output()
	if _, exit := err.(*exec.ExitError); err != nil && !exit {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID      string `json:"id"`
						HelpURI string `json:"helpUri"`
					} `json:"rules"`
				} `json:"driver"`
			} `json:"tool"`
		} `json:"runs"`
	}
	if err := json.Unmarshal(out, &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%v, %d runs", err, len(log.Runs))
	}
	rules := log.Runs[0].Tool.Driver.Rules
	if len(rules) < 70 {
		t.Errorf("only %d rules", len(rules))
	}
	for _, r := range rules {
		path, anchor, _ := strings.Cut(r.HelpURI, "#")
		if !strings.HasSuffix(path, "/docs/rules.md") || !anchors(t, "rules.md")[anchor] {
			t.Errorf("%s: %q leads nowhere", r.ID, r.HelpURI)
		}
	}
}
