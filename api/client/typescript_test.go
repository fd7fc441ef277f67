package client_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/api"
)

// A TypeScript program of which the types are made of the contract compiles
// strictly and does what it should.
func TestTypeScript(t *testing.T) {
	tools, err := filepath.Abs("../../node_modules")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(tools, ".bin", "tsc")); err != nil {
		t.Fatal("the tools of package.json are missing; run .ci/needs: ", err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("typescript")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(tools, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "openapi.json"), api.Contract(), 0o600); err != nil {
		t.Fatal(err)
	}
	address, stop := exampleServer()
	defer stop()
	node := func(args ...string) string {
		t.Helper()
		command := exec.CommandContext(t.Context(), "node", args...)
		command.Dir = dir
		command.Env = append(os.Environ(), "ROPA_SERVER="+address)
		out, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	node("node_modules/openapi-typescript/bin/cli.js", "openapi.json", "-o", "contract.d.ts")
	node("node_modules/typescript/bin/tsc", "-p", ".")
	want := `mollie processor stated
paypal processor stated
lightspeed processor assumed
created courier 201
changed NL
patched no country courier
conflict 412 precondition-failed
dangling-reference activities/gifts/purposes/paymnt/purpose payment
`
	if diff := cmp.Diff(want, node("shop.js")); diff != "" {
		t.Errorf("what it says (-want +got):\n%s", diff)
	}
}
