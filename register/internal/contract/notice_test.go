package contract

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestNotice: NOTICE names each module that the program is built with, and no
// other.
func TestNotice(t *testing.T) {
	text, err := os.ReadFile("../../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/ropa")
	command.Dir = "../../.."
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := strings.Fields(string(out))
	slices.Sort(modules)
	modules = slices.DeleteFunc(slices.Compact(modules), func(m string) bool { return m == module })
	var named []string
	for line := range strings.Lines(string(text)) {
		if first, _, ok := strings.Cut(line, " "); ok && strings.Contains(first, "/") {
			named = append(named, first)
		}
	}
	if !slices.Equal(named, modules) {
		t.Errorf("NOTICE names %v, the program holds %v", named, modules)
	}
}
