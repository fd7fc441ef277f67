package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the golden files anew")

// binary is the program as users run it, built once for all tests.
var binary string

func TestMain(m *testing.M) {
	testscript.Main(built{m}, map[string]func(){
		"ropa": func() { os.Exit(Run(context.Background(), os.Args[1:], Process())) },
	})
}

// built builds the program before the tests run. A process that testscript
// starts for a command does not come here.
type built struct{ m *testing.M }

func (b built) Run() int {
	dir, err := os.MkdirTemp("", "ropa")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	binary = filepath.Join(dir, "ropa")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", binary, "../..").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s\n%v\n", out, err)
		return 1
	}
	return b.m.Run()
}

// examplesDir holds the registers that scripts work on.
const examplesDir = "../../../../examples"

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			if strings.HasSuffix(env.WorkDir, "remote") {
				env.Setenv("SERVER", newShopServer(t).URL)
			}
			return copyExamples(filepath.Join(env.WorkDir, "examples"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"status": status},
	})
}

// copyExamples gives a script the example as the documentation names it.
func copyExamples(to string) error {
	return os.CopyFS(filepath.Join(to, "webgems"), registerFiles{os.DirFS(filepath.Join(examplesDir, "webgems"))})
}

// registerFiles is a folder without the folders in it.
type registerFiles struct{ fs.FS }

func (r registerFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(r.FS, name)
	var files []fs.DirEntry
	for _, e := range entries {
		if !e.IsDir() {
			files = append(files, e)
		}
	}
	return files, err
}

// status runs a command and checks its exit status: status 2 ropa query.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command [arguments]")
	}
	want, err := strconv.Atoi(args[0])
	if err != nil {
		ts.Fatalf("%q is no exit status", args[0])
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}
