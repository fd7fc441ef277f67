package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// example is the register of the example.
func example(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := copyExamples(dir); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "webgems")
}

// TestExitStatusOfTheBinary: what a shell sees, which "go run" would hide.
func TestExitStatusOfTheBinary(t *testing.T) {
	good := example(t)
	bad := filepath.Join(t.TempDir(), "x.yaml")
	if err := os.WriteFile(bad, []byte("schema: ropa/v1\nid: x\nactivites:\n  - id: a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args   []string
		status int
	}{
		{[]string{"validate", good}, 0},
		{[]string{"validate", bad}, 1},
		{[]string{"validate", bad + "x"}, 2},
		{[]string{"query", "processors", good, "--receives", "bank-account"}, 0},
		{[]string{"query", "processors", good, "--receives", "diagnosis", "--stated"}, 0},
		{[]string{"query", "processors", bad, "--receives", "bank-account"}, 1},
		{[]string{"query", "processors", good, "--receives", "bank-acount"}, 2},
		{[]string{"query", "processors", good, "--as-of", "tomorrow"}, 2},
		{[]string{"show", good, "party", "nobody"}, 2},
		{[]string{"fmt", bad}, 1},
		{[]string{"lint", bad}, 1},
		{[]string{"lint", bad + "x"}, 2},
		{[]string{"lint", good, "--rule", "REG-2"}, 2},
		{[]string{"lint", good, "--rule", "REG-002"}, 0},
		{[]string{"lint", "--explain", "REG-002"}, 0},
		{[]string{"frobnicate"}, 2},
		{[]string{"--frobnicate"}, 2},
		{nil, 0},
	} {
		command := exec.Command(binary, test.args...)
		command.Env = []string{"HOME=" + t.TempDir()}
		err := command.Run()
		got := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			got = exit.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if got != test.status {
			t.Errorf("ropa %v: exit status %d, want %d", test.args, got, test.status)
		}
	}
}

// TestPipeThatCloses: ropa query … | head says nothing about the pipe.
func TestPipeThatCloses(t *testing.T) {
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	reader.Close()
	defer writer.Close()
	command := exec.Command(binary, "query", "recipients", example(t), "--format", "json", "--evidence", "all")
	var problems bytes.Buffer
	command.Stdout, command.Stderr = writer, &problems
	err = command.Run()
	if problems.Len() > 0 {
		t.Errorf("standard error: %s", problems.String())
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGPIPE {
		t.Errorf("ended with %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestWriteErrors: a closed pipe is no error, a full disk is one.
func TestWriteErrors(t *testing.T) {
	for _, test := range []struct {
		err    error
		status int
		says   string
	}{
		{syscall.EPIPE, 0, ""},
		{io.ErrClosedPipe, 0, ""},
		{syscall.ENOSPC, 2, "ropa: no space left on device\n"},
	} {
		var problems bytes.Buffer
		status := Run(context.Background(), []string{"version"}, Env{
			Stdin: strings.NewReader(""), Stdout: failing{test.err}, Stderr: &problems,
			Getenv: func(string) string { return "" }, Now: time.Now,
		})
		if status != test.status || problems.String() != test.says {
			t.Errorf("%v: status %d, %q", test.err, status, problems.String())
		}
	}
}

// onTerminal runs a command line as on a terminal of a width.
func onTerminal(width int, env map[string]string, args ...string) string {
	var out bytes.Buffer
	Run(context.Background(), args, Env{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: io.Discard, Width: width,
		Getenv: func(name string) string { return env[name] }, Now: time.Now,
	})
	return out.String()
}

// TestTerminal: tables fit the terminal; there is colour only on one, and not
// where it is not wanted.
func TestTerminal(t *testing.T) {
	path := example(t)
	for _, width := range []int{40, 60, 80, 120, 200} {
		for _, args := range [][]string{
			{"query", "recipients", path}, {"query", "retention", path}, {"query", "flows", path}, {"query", "consents", path},
			{"query", "recipients", path, "--outside-eea", "--own-purposes"},
			{"show", path, "party", "lightspeed"}, {"show", path, "activity", "cookies"}, {"show", path}, {"vocabulary"},
		} {
			for _, line := range strings.Split(onTerminal(width, map[string]string{"NO_COLOR": "1"}, args...), "\n") {
				if displayWidth(line) > width {
					t.Errorf("%v at %d columns: a line of %d: %q", args[:2], width, displayWidth(line), line)
					break
				}
			}
		}
	}
	args := []string{"query", "recipients", path}
	plain := onTerminal(80, map[string]string{"NO_COLOR": "1"}, args...)
	if strings.Contains(plain, "\x1b") {
		t.Error("NO_COLOR is not followed")
	}
	if dumb := onTerminal(80, map[string]string{"TERM": "dumb"}, args...); dumb != plain {
		t.Error("a dumb terminal gets colour")
	}
	coloured := onTerminal(80, nil, args...)
	if !strings.Contains(coloured, "\x1b[1mID") {
		t.Errorf("no bold titles on a terminal: %.60q", coloured)
	}
	if diff := cmp.Diff(plain, strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(coloured)); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(onTerminal(0, nil, args...), "\x1b") {
		t.Error("colour in a file")
	}
}

// TestSameOutput: the same question gives the same bytes.
func TestSameOutput(t *testing.T) {
	path := example(t)
	for _, args := range [][]string{
		{"query", "recipients", path, "--format", "json"}, {"query", "flows", path}, {"show", path, "party", "paypal", "--format", "json"},
		{"show", path, "activity", "cookies"}, {"vocabulary", "--format", "json"},
		{"lint", path, "--format", "json"}, {"lint", path, "--format", "sarif"},
	} {
		first, _, _ := run(nil, args...)
		for range 3 {
			if again, _, _ := run(nil, args...); again != first {
				t.Errorf("%v: another output", args)
			}
		}
	}
}

// TestToday: without --as-of, the day is that of the clock.
func TestToday(t *testing.T) {
	out, _, _ := run(nil, "query", "recipients", example(t), "--format", "json")
	if !strings.Contains(out, `"asOf": "2026-11-22"`) {
		t.Errorf("%.80s", out)
	}
}
