package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
)

// run runs a command line in this process.
func run(env map[string]string, args ...string) (stdout, stderr string, status int) {
	var out, problems bytes.Buffer
	status = Run(context.Background(), args, Env{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems,
		Getenv: func(name string) string { return env[name] },
		Now:    func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) },
	})
	return out.String(), problems.String(), status
}

// golden compares what was written with a file, or writes the file anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got), run the test with -update:\n%s", name, diff)
	}
}

func commands(t *testing.T) []*cobra.Command {
	t.Helper()
	root := (&app{language: "en", env: Env{Getenv: func(string) string { return "" }}}).root()
	all := append([]*cobra.Command{root}, root.Commands()...)
	if len(all) < 10 {
		t.Fatalf("only %d commands", len(all))
	}
	return all
}

// TestHelp: every command has a page in both languages, with a summary, what it
// does, its flags and at least two examples.
func TestHelp(t *testing.T) {
	for _, cmd := range commands(t) {
		for _, language := range []string{"en", "nl"} {
			args := []string{"--help", "--language", language}
			if cmd.HasParent() {
				args = append([]string{cmd.Name()}, args...)
			}
			page, problems, status := run(nil, args...)
			if status != 0 || problems != "" {
				t.Fatalf("%v: status %d, %s", args, status, problems)
			}
			golden(t, filepath.Join("testdata", "help", cmd.Name()+"."+language+".txt"), page)
			if n := len(examples[cmd.Name()]); n < 2 {
				t.Errorf("%s has %d examples", cmd.Name(), n)
			}
			summary, _, _ := strings.Cut(page, "\n\n")
			if !strings.HasSuffix(summary, ".") {
				t.Errorf("%s: the summary is no sentence: %q", cmd.Name(), summary)
			}
			for _, line := range strings.Split(page, "\n") {
				if displayWidth(line) > helpWidth {
					t.Errorf("%s: a line is wider than %d: %q", cmd.Name(), helpWidth, line)
				}
			}
		}
	}
}

// TestExamplesOfHelp: what help shows is possible. The registers named are
// those of the examples or need not exist.
func TestExamplesOfHelp(t *testing.T) {
	server := newShopServer(t).URL
	dir := t.TempDir()
	if err := copyExamples(filepath.Join(dir, "examples")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if _, problems, status := run(nil, "init", "."); status != 0 {
		t.Fatal(problems)
	}
	shopIn(t, "ropa.db")
	for file, text := range map[string]string{"hashes.json": "[]", "token.txt": "ropa_token"} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, lines := range examples {
		for _, line := range lines {
			line = strings.ReplaceAll(line, "127.0.0.1:8080", strings.TrimPrefix(server, "http://"))
			line, _, _ = strings.Cut(line, " >")
			line = strings.TrimSuffix(strings.TrimPrefix(line, "source <("), ")")
			args := strings.Fields(strings.ReplaceAll(line, "'", ""))
			env := map[string]string{}
			if name, value, ok := strings.Cut(args[0], "="); ok {
				env[name], args = value, args[1:]
			}
			if args[0] != "ropa" {
				t.Errorf("%s: %q is no example of ropa", name, line)
				continue
			}
			_, problems, status := runExample(t, name, env, args[1:])
			if status != 0 && (name != "lint" || status != 1 || problems != "") { // an example may have findings
				t.Errorf("%s: status %d: %s", line, status, problems)
			}
		}
	}
}

// runExample runs an example. A server is told to stop as soon as it listens.
func runExample(t *testing.T, name string, env map[string]string, args []string) (stdout, stderr string, status int) {
	t.Helper()
	if name != "serve" {
		return run(env, args...)
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	told := &listening{stop: stop}
	status = Run(ctx, append(args, "--listen", "127.0.0.1:0"), Env{
		Stdin: strings.NewReader(""), Stdout: &bytes.Buffer{}, Stderr: told, Getenv: func(string) string { return "" }, Now: time.Now,
	})
	return "", told.String(), status
}

// listening is told what a server says, and stops it when it listens.
type listening struct {
	bytes.Buffer
	stop func()
}

func (l *listening) Write(p []byte) (int, error) {
	if strings.Contains(string(p), "listening on ") { // a line of its own, or of the log
		l.stop()
	}
	return l.Buffer.Write(p)
}

// TestLanguage: the flag comes before the locale, the locale before English.
func TestLanguage(t *testing.T) {
	for _, test := range []struct {
		env  map[string]string
		args []string
		want string
	}{
		{nil, nil, "Keep a GDPR record"},
		{map[string]string{"LANG": "nl_NL.UTF-8"}, nil, "Houd een AVG"},
		{map[string]string{"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, nil, "Keep a GDPR record"},
		{map[string]string{"LANG": "en_GB", "LC_MESSAGES": "nl_BE"}, nil, "Houd een AVG"},
		{map[string]string{"LANG": "nl_NL"}, []string{"--language", "en"}, "Keep a GDPR record"},
		{nil, []string{"--language=nl-BE"}, "Houd een AVG"},
		{map[string]string{"LANG": "nl_NL"}, []string{"document", "--help", "--language", "de"}, "Maak een document"},
		{map[string]string{"LANG": "de_DE"}, nil, "Keep a GDPR record"},
	} {
		page, _, _ := run(test.env, test.args...)
		if !strings.HasPrefix(page, test.want) {
			t.Errorf("%v %v: %.40q", test.env, test.args, page)
		}
	}
}
