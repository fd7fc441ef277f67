package docs_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the output of the commands into the pages")

// Names that a page uses for programs, and what is run instead: the built
// binary, because go run compiles anew and turns exit status 2 into 1.
const (
	goRunRopa    = "go run ./cmd/ropa "
	goRunProgram = "go run ."
)

// TestPagesSnapshot runs what the pages show: commands, registers and programs.
func TestPagesSnapshot(t *testing.T) {
	runs := 0
	for _, page := range pages(t) {
		all := blocks(t, page)
		if !slices.ContainsFunc(all, block.isRun) {
			continue
		}
		runs++
		t.Run(filepath.Base(page), func(t *testing.T) { newDesk(t).run(t, page, all) })
	}
	if runs < 4 {
		t.Errorf("only %d pages show something that is run", runs)
	}
}

// TestReplace holds that an update changes the output of commands and nothing else.
func TestReplace(t *testing.T) {
	page := strings.Split("a\n```console\n$ x\nold\n```\nb\n```yaml\nk: v\n```\n```console\n$ y\n```\nc", "\n")
	all := scan(t, "page", strings.Join(page, "\n"))
	got := replace(page, all, map[int][]string{2: {"$ x"}, 10: {"$ y", "new", "lines"}})
	want := strings.Split("a\n```console\n$ x\n```\nb\n```yaml\nk: v\n```\n```console\n$ y\nnew\nlines\n```\nc", "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("replace (-want +got):\n%s", diff)
	}
}

// desk is where the commands of one page are run, one after the other.
type desk struct {
	dir      string // a copy of the examples
	bin      string // found first in PATH
	programs int
	// servers are the addresses at which servers listen, by those of the page.
	servers map[string]string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{dir: t.TempDir(), bin: t.TempDir(), servers: make(map[string]string)}
	if err := os.CopyFS(filepath.Join(d.dir, "examples"), os.DirFS("../examples")); err != nil {
		t.Fatal(err)
	}
	ropa, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(ropa, filepath.Join(d.bin, "ropa")); err != nil {
		t.Fatal(err)
	}
	return d
}

// built is the folder of the binary, once there is one.
var built string

// binary builds the command line once for all pages.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "ropa-docs")
	if err != nil {
		return "", err
	}
	built = dir
	path := filepath.Join(dir, "ropa")
	if out, err := exec.Command("go", "build", "-o", path, "../cmd/ropa").CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the command line: %w\n%s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	status := m.Run()
	if built != "" {
		os.RemoveAll(built)
	}
	os.Exit(status)
}

func (d *desk) run(t *testing.T, page string, all []block) {
	lines := strings.Split(string(read(t, page)), "\n")
	changed := false
	written := make(map[int][]string) // what -update puts into a block, by its line
	for _, b := range all {
		if name := b.name(); name != "" {
			d.save(t, name, b.text())
		}
		switch {
		case b.isRegister():
			d.validate(t, b)
		case b.isProgram():
			d.build(t, b)
		case b.language == "console":
			got := d.console(t, b)
			if diff := cmp.Diff(b.lines, got); diff != "" {
				changed = true
				if !*update {
					t.Errorf("%s:%d: -page +run (-update writes it):\n%s", page, b.line, diff)
				}
			}
			written[b.line] = got
		}
	}
	if changed && *update {
		write(t, page, replace(lines, all, written))
	}
}

// replace puts the output of the commands into a page.
func replace(lines []string, all []block, written map[int][]string) []string {
	var page []string
	next := 0 // the first line that is not yet copied
	for _, b := range all {
		if got, ok := written[b.line]; ok {
			page = append(page, lines[next:b.line]...)
			page = append(page, got...)
			next = b.line + len(b.lines)
		}
	}
	return append(page, lines[next:]...)
}

func write(t *testing.T, page string, lines []string) {
	t.Helper()
	if err := os.WriteFile(page, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (d *desk) save(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(d.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// console runs a block and returns it with the output that there was.
func (d *desk) console(t *testing.T, b block) []string {
	t.Helper()
	var lines []string
	for _, c := range b.commands(t) {
		lines = append(lines, "$ "+c.input)
		if strings.HasSuffix(c.input, " &") {
			d.serve(t, c.input)
			continue
		}
		if out := strings.TrimSuffix(d.back(d.shell(t, d.there(t, c.input))), "\n"); out != "" {
			lines = append(lines, strings.Split(out, "\n")...)
		}
	}
	return lines
}

// shell runs a line in an environment that is the same everywhere.
func (d *desk) shell(t *testing.T, input string) string {
	t.Helper()
	if rest, ok := strings.CutPrefix(input, goRunRopa); ok {
		input = "ropa " + rest
	}
	if rest, ok := strings.CutPrefix(input, goRunProgram); ok && (rest == "" || rest[0] == ' ') {
		input = "program" + rest
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", input)
	cmd.Dir = d.dir
	cmd.Env = d.environment()
	out, err := cmd.CombinedOutput()
	// A status that the page wants to show, it shows with echo $?.
	if _, exit := err.(*exec.ExitError); err != nil && !exit || ctx.Err() != nil {
		t.Errorf("%s: %v", input, err)
	}
	return string(out)
}

// environment is the same everywhere.
func (d *desk) environment() []string {
	return []string{"PATH=" + d.bin + ":/usr/bin:/bin", "HOME=" + d.dir, "LC_ALL=C.UTF-8", "TZ=UTC"}
}

// validate holds that a register on a page is one.
func (d *desk) validate(t *testing.T, b block) {
	t.Helper()
	name := fmt.Sprintf("%s-%d.yaml", strings.TrimSuffix(filepath.Base(b.page), ".md"), b.line)
	dir := t.TempDir()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(b.text()), 0o644); err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(filepath.Join(d.bin, "ropa"), "validate", name)
	cmd.Dir, cmd.Stderr = dir, &stderr
	if err := cmd.Run(); err != nil || stderr.Len() > 0 {
		t.Errorf("%s:%d: the register has problems (%v):\n%s", b.page, b.line, err, &stderr)
	}
}

// build compiles a program on a page within this module: an overlay shows the
// compiler a file that is not in the tree.
func (d *desk) build(t *testing.T, b block) {
	t.Helper()
	source := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(source, []byte(b.text()), 0o644); err != nil {
		t.Fatal(err)
	}
	d.programs++
	dir, err := filepath.Abs(fmt.Sprintf("page%d", d.programs))
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(dir, "main.go"): source}})
	if err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(config, overlay, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "build", "-overlay", config, "-o", filepath.Join(d.bin, "program"), "./"+filepath.Base(dir)).CombinedOutput()
	if err != nil {
		t.Errorf("%s:%d: the program does not compile: %v\n%s", b.page, b.line, err, out)
	}
}

var named = regexp.MustCompile("`ropa ([a-z]+)")

// TestCommandsExist holds that a command named in a sentence is one.
func TestCommandsExist(t *testing.T) {
	d := newDesk(t)
	seen := map[string]bool{}
	for _, page := range pages(t) {
		for _, m := range named.FindAllStringSubmatch(string(read(t, page)), -1) {
			if seen[m[1]] {
				continue
			}
			seen[m[1]] = true
			if out, err := exec.Command(filepath.Join(d.bin, "ropa"), "help", m[1]).CombinedOutput(); err != nil {
				t.Errorf("%s: ropa %s: %v\n%s", page, m[1], err, out)
			}
		}
	}
	if len(seen) < 3 {
		t.Errorf("only %d commands are named", len(seen))
	}
}

var commandLine = regexp.MustCompile(`(?m)^  ([a-z]+)  +[A-Z]`)

// TestCommandsAreNamed holds that the table of what works names every command.
func TestCommandsAreNamed(t *testing.T) {
	ropa, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	help, err := exec.Command(ropa, "help", "--language", "en").Output()
	if err != nil {
		t.Fatal(err)
	}
	_, status, _ := strings.Cut(string(read(t, "../README.md")), "## Status")
	status, _, _ = strings.Cut(status, "## Documentation")
	all := commandLine.FindAllStringSubmatch(string(help), -1)
	if len(all) < 20 {
		t.Errorf("only %d commands were found", len(all))
	}
	for _, m := range all {
		if !strings.Contains(status, "`"+m[1]+"`") {
			t.Errorf("README.md: the table of what works does not name %s", m[1])
		}
	}
}
