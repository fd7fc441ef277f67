package contract

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/openropa/ropa"

type listed struct {
	ImportPath string
	Imports    []string
	Deps       []string
	Standard   bool
}

func list(t *testing.T, args ...string) []listed {
	t.Helper()
	command := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,Deps,Standard"}, args...)...)
	command.Dir = "../../.."
	out, err := command.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %s", exit.Stderr)
		}
		t.Fatal(err)
	}
	var packages []listed
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// floors are the rooms of the module from the ground up: a package may import
// those of lower floors and, where beside is set, of its own. The first prefix
// that fits decides.
var floors = []struct {
	prefix string
	floor  int
	beside bool
}{
	{"register/value", 0, false},
	{"register/vocabulary", 0, false},
	{"register/printable", 0, false},
	{"register/internal/crew", 0, false},
	{"register/diag", 1, false},
	{"register/law", 1, false},
	{"register/internal/schema", 2, true},
	{"register/internal/tree", 2, true},
	{"register/internal/layout", 2, true},
	{"register/internal/words", 2, true},
	{"register/internal/registertest", 4, false},
	{"register/internal/scale", 4, false},
	{"register/internal/binding", 4, false},
	{"register/internal/contract", 11, false},
	{"register/datamap", 4, true},
	{"register/words", 4, false},
	{"register/lint", 5, true},
	{"register/document", 5, true},
	{"register", 3, false},
	{"api/wire", 6, false},
	{"api/store", 6, true},
	{"api/internal/accept", 5, false},
	{"api/reference", 6, false},
	{"api/internal/recent", 6, false},
	{"api/internal/operation", 6, false},
	{"api/auth", 7, false},
	{"api/client", 7, true},
	{"api", 8, true},
	{"cmd", 9, true},
	{"examples", 10, true},
	{"docs", 11, true},
}

func floorOf(path string) (floor int, beside, ok bool) {
	path = strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	for _, f := range floors {
		if path == f.prefix || strings.HasPrefix(path, f.prefix+"/") {
			return f.floor, f.beside, true
		}
	}
	return 0, false, false
}

// room is the part of a path by which packages of one floor are told apart.
func room(path string) string {
	parts := strings.Split(strings.TrimPrefix(path, module+"/"), "/")
	return strings.Join(parts[:min(2, len(parts))], "/")
}

func TestArrowsPointOneWay(t *testing.T) {
	packages := list(t, "./...")
	if len(packages) < 8 {
		t.Fatalf("only %d packages listed", len(packages))
	}
	for _, p := range packages {
		from, beside, ok := floorOf(p.ImportPath)
		if !ok {
			t.Errorf("%s has no floor: say in this test where it belongs", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if !strings.HasPrefix(imported, module+"/") {
				continue
			}
			to, _, ok := floorOf(imported)
			same := to == from && beside && room(imported) == room(p.ImportPath)
			if ok && to >= from && !same {
				t.Errorf("%s (floor %d) imports %s (floor %d)", p.ImportPath, from, imported, to)
			}
		}
	}
}

// TestImportersPayLittle holds what importing register compiles: beside the
// standard library the YAML parser, the schema validator and jsontext.
func TestImportersPayLittle(t *testing.T) {
	allowed := []string{
		module + "/",
		"go.yaml.in/yaml/v4",
		"github.com/santhosh-tekuri/jsonschema/v5",
		"github.com/go-json-experiment/json/jsontext",
		"github.com/go-json-experiment/json/internal",
	}
	for _, p := range list(t, "-deps", "./register", "./register/datamap") {
		if p.Standard || slices.ContainsFunc(allowed, func(a string) bool { return strings.HasPrefix(p.ImportPath, a) }) {
			continue
		}
		t.Errorf("importing register compiles %s", p.ImportPath)
	}
}

// TestLintersPayLittle holds that the engine of expressions is compiled only for
// those who let an organisation write rules of its own.
func TestLintersPayLittle(t *testing.T) {
	compiles := func(path string) bool {
		return slices.ContainsFunc(list(t, "-deps", path), func(p listed) bool {
			return strings.HasPrefix(p.ImportPath, "cel.dev/") || strings.HasPrefix(p.ImportPath, "google.golang.org/protobuf")
		})
	}
	if compiles("./register/lint") {
		t.Error("importing lint compiles CEL")
	}
	if !compiles("./register/lint/own") {
		t.Error("importing own compiles no CEL: this test looks for the wrong module")
	}
}

// TestLowerFloorsTouchNothing: below cmd and api nothing speaks to the network,
// writes logs, starts programs or reads the environment and the clock of its
// own accord. (os is needed to read the files of a register.)
func TestLowerFloorsTouchNothing(t *testing.T) {
	forbidden := []string{"log", "log/slog", "net", "net/http", "os/exec", "os/signal", "syscall", "flag", "math/rand"}
	for _, p := range list(t, "./register/...") {
		if strings.Contains(p.ImportPath, "/internal/contract") || strings.HasSuffix(p.ImportPath, "/generate") || strings.HasSuffix(p.ImportPath, "/registertest") {
			continue
		}
		for _, imported := range p.Imports {
			if slices.Contains(forbidden, imported) {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
	}
}

// TestLeavesAreLeaves: the smallest packages import the standard library only.
func TestLeavesAreLeaves(t *testing.T) {
	for _, p := range list(t, "./register/value", "./register/vocabulary", "./register/printable") {
		for _, imported := range p.Imports {
			if strings.Contains(imported, ".") {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
	}
}

// TestInputsAreArguments: the clock and the environment are inputs, given as
// arguments, so that the same input gives the same answer everywhere.
func TestInputsAreArguments(t *testing.T) {
	forbidden := map[string][]string{
		"time": {"Now", "Since", "Until"},
		"os":   {"Getenv", "LookupEnv", "Environ", "Getwd", "Hostname", "Stdout", "Stderr", "Stdin"},
	}
	files := 0
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "generate") {
			return err
		}
		files++
		tree, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if selector, ok := n.(*ast.SelectorExpr); ok {
				if of, ok := selector.X.(*ast.Ident); ok && slices.Contains(forbidden[of.Name], selector.Sel.Name) {
					t.Errorf("%s uses %s.%s", path, of.Name, selector.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || files < 20 {
		t.Fatalf("%d files looked at: %v", files, err)
	}
}
