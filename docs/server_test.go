package docs_test

import (
	"context"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// pageAddress is an address on which a page lets a server listen. Servers listen
// elsewhere in tests, where nobody else does.
var pageAddress = regexp.MustCompile(`127\.0\.0\.1:80[0-9]{2}\b`)

// there is a line with the addresses at which servers listen in this test.
func (d *desk) there(t *testing.T, input string) string {
	t.Helper()
	return pageAddress.ReplaceAllStringFunc(input, func(address string) string {
		if d.servers[address] == "" {
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			d.servers[address] = listener.Addr().String()
			if err := listener.Close(); err != nil {
				t.Fatal(err)
			}
		}
		return d.servers[address]
	})
}

// back is an output with the addresses of the page.
func (d *desk) back(output string) string {
	for address, there := range d.servers {
		output = strings.ReplaceAll(output, there, address)
	}
	return output
}

// serve runs a command that ends in & for as long as its page is read, and waits
// until the server answers.
func (d *desk) serve(t *testing.T, input string) {
	t.Helper()
	input = strings.TrimSuffix(input, " &")
	address := pageAddress.FindString(input)
	if address == "" {
		address = "127.0.0.1:8080"
		command, redirected, _ := strings.Cut(input, " >")
		input = command + " --listen " + address + " >" + redirected
	}
	cmd := exec.Command("sh", "-c", "exec "+d.there(t, input))
	cmd.Dir, cmd.Env = d.dir, d.environment()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()         // by a signal
	})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+d.servers[address]+"/readyz", nil)
		if err != nil {
			t.Fatal(err)
		}
		if answer, err := http.DefaultClient.Do(r); err == nil {
			answer.Body.Close()
			return
		} else if ctx.Err() != nil {
			log, _ := exec.Command("sh", "-c", "cat "+filepath.Join(d.dir, "*.log")).CombinedOutput()
			t.Fatalf("%s: %v\n%s", input, err, log)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

var (
	problemKind  = regexp.MustCompile(`&kindOfProblem\{([0-9]{3}), "([a-z-]+)"`)
	problemError = regexp.MustCompile(`(?:(?:about|inBody)\([^,\n]+, |because\(|Code: )(?:"([a-z-]+)"|string\(diag\.([A-Za-z]+)\))`)
	diagCode     = regexp.MustCompile(`(?m)^\t([A-Za-z]+) +Code = "([a-z-]+)"$`)
	statusRow    = regexp.MustCompile("(?m)^\\| ([0-9]{3}) \\| `([a-z-]+)` \\|")
	codeRow      = regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\|")
)

// TestProblemsAreExplained holds that the page on the server has every problem of
// the server, and no other.
func TestProblemsAreExplained(t *testing.T) {
	sources, err := filepath.Glob("../api/*.go")
	if err != nil {
		t.Fatal(err)
	}
	named := make(map[string]string)
	for _, m := range diagCode.FindAllStringSubmatch(string(read(t, "../register/diag/catalogue.go")), -1) {
		named[m[1]] = m[2]
	}
	var kinds, codes []string
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, ".gen.go") {
			continue
		}
		text := string(read(t, name))
		for _, m := range problemKind.FindAllStringSubmatch(text, -1) {
			kinds = append(kinds, m[1]+" "+m[2])
		}
		for _, m := range problemError.FindAllStringSubmatch(text, -1) {
			codes = append(codes, m[1]+named[m[2]])
		}
	}
	if len(kinds) < 10 || len(codes) < 10 {
		t.Fatalf("only %d kinds and %d codes were found", len(kinds), len(codes))
	}
	page := string(read(t, "server.md"))
	var statusRows, codeRows []string
	for _, m := range statusRow.FindAllStringSubmatch(page, -1) {
		statusRows = append(statusRows, m[1]+" "+m[2])
	}
	for _, m := range codeRow.FindAllStringSubmatch(page, -1) {
		codeRows = append(codeRows, m[1])
	}
	for _, part := range [][2][]string{{kinds, statusRows}, {codes, codeRows}} {
		for i := range part {
			slices.Sort(part[i])
			part[i] = slices.Compact(part[i])
		}
		if diff := cmp.Diff(part[0], part[1]); diff != "" {
			t.Errorf("problems (-code +page):\n%s", diff)
		}
	}
}
