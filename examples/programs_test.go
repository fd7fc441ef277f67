package examples_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
)

// program builds one of the programs for importers and returns a function that
// runs it in the folder of the repository.
func program(t *testing.T, name string) func(args ...string) (stdout, stderr string, status int) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), name)
	if out, err := exec.Command("go", "build", "-o", binary, "./"+name).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return func(args ...string) (string, string, int) {
		var stdout, stderr bytes.Buffer
		command := exec.Command(binary, args...)
		command.Dir, command.Stdout, command.Stderr = "..", &stdout, &stderr
		if err := command.Run(); err != nil && command.ProcessState == nil {
			t.Fatal(err)
		}
		return stdout.String(), stderr.String(), command.ProcessState.ExitCode()
	}
}

func TestAsk(t *testing.T) {
	ask := program(t, "ask")
	want := `Mollie (stated, directly)
PayPal (stated, directly)
credit assessors (assumed, via paypal)
investigating authorities (assumed, directly)
Lightspeed (assumed, directly)
Dutch tax authority (assumed, directly)
`
	if stdout, stderr, status := ask("examples/webgems", "bank-account"); stdout != want || stderr != "" || status != 0 {
		t.Errorf("status %d, stderr %q (-want +got):\n%s", status, stderr, cmp.Diff(want, stdout))
	}
	if _, stderr, status := ask("examples/webgems", "bank-acount"); status != 1 || stderr != "data: unknown id \"bank-acount\"; did you mean bank-account?\n" {
		t.Errorf("an unknown category: status %d, stderr %q", status, stderr)
	}
	if _, _, status := ask("examples/nowhere", "name"); status != 1 {
		t.Errorf("a path that does not exist: status %d", status)
	}
}

// TestBuild: what the program prints is a register that can be read back.
func TestBuild(t *testing.T) {
	stdout, stderr, status := program(t, "build")()
	if status != 0 || stderr != "" {
		t.Fatalf("status %d: %s", status, stderr)
	}
	r, src, problems := register.Parse("bike-repair.yaml", []byte(stdout))
	if err := problems.Err(); err != nil {
		t.Fatalf("%v\n%s", err, stdout)
	}
	if _, problems := register.Resolve(r, src, nil); problems.HasErrors() {
		t.Error(problems.Err())
	}
	if r.ID != "bike-repair" || r.Activities[0].Transfers == nil || r.Organisation.DPO.None != register.Yes {
		t.Errorf("what was said got lost:\n%s", stdout)
	}
}

// TestGate: the same register lets pass; one more category is told.
func TestGate(t *testing.T) {
	gate := program(t, "gate")
	if stdout, stderr, status := gate("examples/webgems", "examples/webgems"); status != 0 || stdout+stderr != "" {
		t.Errorf("nothing changed: status %d, %s%s", status, stdout, stderr)
	}
	after := t.TempDir()
	if err := os.CopyFS(after, os.DirFS("webgems")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(after, "activities.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(text, []byte("- to: [postnl, myparcel] # F14 F15\n        data: [name,"), []byte("- to: [postnl, myparcel] # F14 F15\n        data: [email, name,"), 1)
	if bytes.Equal(text, changed) {
		t.Fatal("the disclosure to PostNL has changed its form")
	}
	if err := os.WriteFile(file, changed, 0o644); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, status := gate("examples/webgems", after)
	// What the carriers get goes on to their subcontractors.
	want := `myparcel now gets email (activities/delivery/disclosures/myparcel)
myparcel-subcontractors now gets email (activities/delivery/disclosures/myparcel)
postnl now gets email (activities/delivery/disclosures/postnl)
postnl-subcontractors now gets email (activities/delivery/disclosures/postnl)
`
	if status != 1 || stderr != "" || stdout != want {
		t.Errorf("status %d, %s (-want +got):\n%s", status, stderr, cmp.Diff(want, stdout))
	}
}
