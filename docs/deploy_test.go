package docs_test

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	variable = regexp.MustCompile(`\bROPA_[A-Z_]+\b`)
	flagRow  = regexp.MustCompile(`(?m)^ +(?:-[a-z], )?--([a-z-]+)`)
	started  = regexp.MustCompile(`(?m)^ExecStart=\S+/ropa (.+)$`)
	execForm = regexp.MustCompile(`(?m)^(?:HEALTHCHECK .*|ENTRYPOINT |CMD )(?:CMD )?(\[.+\])$`)
	told     = regexp.MustCompile(`(?m)^#.*\bropa /ropa (.+)$`) // docker exec ropa /ropa …
)

// flagsOf are the flags that the help of some commands shows.
func (d *desk) flagsOf(t *testing.T, commands ...string) []string {
	t.Helper()
	var all []string
	for _, command := range commands {
		for _, m := range flagRow.FindAllStringSubmatch(d.shell(t, "ropa help "+command), -1) {
			all = append(all, m[1])
		}
	}
	if len(all) < 5 {
		t.Fatalf("%v have only the flags %v", commands, all)
	}
	return all
}

// TestVariablesExist holds that each variable of the environment that the examples
// of deployment and the pages name is that of a flag.
func TestVariablesExist(t *testing.T) {
	d := newDesk(t)
	ofServer := d.flagsOf(t, "serve")
	ofAny := append(d.flagsOf(t, "token", "history", "backup", "healthcheck", "push"), ofServer...)
	for _, where := range []struct {
		glob  string
		flags []string
	}{{"deploy/*", ofServer}, {"*.md", ofAny}, {"../README.md", ofAny}} {
		found, err := filepath.Glob(where.glob)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v, %v", where.glob, found, err)
		}
		for _, name := range found {
			for _, v := range variable.FindAllString(string(read(t, name)), -1) {
				flag := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(v, "ROPA_"), "_", "-"))
				// The token is no flag: command lines can be read by others.
				if !slices.Contains(where.flags, flag) && v != "ROPA_TOKEN" && !strings.HasPrefix(v, "ROPA_BENCH_") {
					t.Errorf("%s: %s is the variable of no flag", name, v)
				}
			}
		}
	}
}

// TestDeploymentCalls holds that what the examples of deployment start can be called
// so: commands, flags and their values.
func TestDeploymentCalls(t *testing.T) {
	d := newDesk(t)
	var calls [][]string
	for _, m := range started.FindAllStringSubmatch(string(read(t, "deploy/ropa.service")), -1) {
		calls = append(calls, strings.Fields(m[1]))
	}
	image := string(read(t, "deploy/Dockerfile"))
	for _, m := range execForm.FindAllStringSubmatch(image, -1) {
		var args []string
		if err := json.Unmarshal([]byte(m[1]), &args); err != nil {
			t.Fatal(m[1], err)
		}
		if args = slices.DeleteFunc(args, func(s string) bool { return s == "/ropa" }); len(args) > 0 {
			calls = append(calls, args)
		}
	}
	for _, m := range told.FindAllStringSubmatch(image, -1) {
		calls = append(calls, strings.Fields(strings.ReplaceAll(m[1], "'", "")))
	}
	if len(calls) != 4 { // of the unit one; of the image the server, its health and a token
		t.Errorf("the examples call ropa with %v", calls)
	}
	for _, args := range calls {
		cmd := exec.Command(filepath.Join(d.bin, "ropa"), append(args, "--help")...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("ropa %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	if port := regexp.MustCompile(`ROPA_LISTEN=0\.0\.0\.0:([0-9]+)`).FindStringSubmatch(image); port == nil || !strings.Contains(image, "\nEXPOSE "+port[1]+"\n") {
		t.Errorf("the image listens at %v and exposes another port", port)
	}
}

// TestOperationsRun runs what the pages for operators tell them to type, against a
// store that is in use. What is not of ropa, or needs PostgreSQL, is left out.
func TestOperationsRun(t *testing.T) {
	d := newDesk(t)
	d.shell(t, "mkdir lib backup")
	in := strings.NewReplacer("/var/lib/ropa/", "lib/", "/mnt/backup/", "backup/", "sqlite:ropa.db", "sqlite:lib/ropa.db").Replace
	d.shell(t, "ropa token create bob --role 'admin:*' --store sqlite:lib/ropa.db > bob.txt")
	d.serve(t, "ropa serve --store sqlite:lib/ropa.db --listen 127.0.0.1:8080 > server.log 2>&1 &")
	if out := d.shell(t, d.there(t, "ropa push examples/webgems --server http://127.0.0.1:8080 --token-file bob.txt")); !strings.Contains(out, "is revision 1 now") {
		t.Fatal(out)
	}
	runs := 0
	for _, page := range []string{"access.md", "operations.md"} {
		for _, b := range blocks(t, page) {
			if b.language != "sh" {
				continue
			}
			for _, line := range b.lines {
				if !strings.HasPrefix(line, "ropa ") && !strings.HasPrefix(line, "(umask 077; ropa ") || strings.Contains(line, "postgres:") {
					continue
				}
				runs++
				if line == "ropa healthcheck" {
					line += " --listen 127.0.0.1:8080"
				}
				if out := d.shell(t, d.there(t, in(line))+" && echo done"); !strings.HasSuffix(out, "done\n") {
					t.Errorf("%s: %s\n%s", page, line, out)
				}
			}
		}
	}
	if runs < 8 {
		t.Errorf("only %d commands were run", runs)
	}
}
