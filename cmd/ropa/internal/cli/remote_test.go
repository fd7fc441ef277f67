package cli

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/api/store/sqlite"
	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/spf13/cobra"
)

// newShopServer runs a server over a database with the web shop in it.
func newShopServer(t *testing.T) *httptest.Server {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "ropa.db"))
	if err != nil {
		t.Fatal(err)
	}
	handler, err := api.New(api.Options{Store: s, Now: func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(func() {
		server.Close()
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	whole, _, problems := register.Load(filepath.Join(examplesDir, "webgems"))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	c, err := client.New(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Create(t.Context(), whole, ""); err != nil {
		t.Fatal(err)
	}
	return server
}

// TestQuestionsOfServer: a server answers what a folder answers, in every form and
// language: byte for byte where no places are shown, else without file and line.
func TestQuestionsOfServer(t *testing.T) {
	server := newShopServer(t)
	folder := example(t)
	view := (&app{language: "en"}).load(folder).view
	for _, q := range append(questions, everyQuestion()...) {
		for _, format := range []string{"text", "json", "csv", "markdown"} {
			for language, evidence := range map[register.Language]string{"en": "", "nl": "3"} {
				flags := append(q.args[1:len(q.args):len(q.args)], "--as-of", "2026-11-22", "--format", format)
				if evidence != "" {
					flags = append(flags, "--evidence", evidence)
				}
				want := withoutFiles(t, view, language, q.args[0], flags)
				if got := askedServer(t, server.URL, q.args[0], append(flags, "--language", string(language))); want != got {
					t.Errorf("%s %v (-folder without files +server):\n%s", q.args[0], flags, cmp.Diff(want, got))
				}
				if format == "json" || language == "nl" {
					continue // destinations have places in json always
				}
				flags = append(flags, "--evidence", "none", "--language", string(language))
				want, _, _ = run(nil, append([]string{"query", q.args[0], folder}, flags...)...)
				if got := askedServer(t, server.URL, q.args[0], flags); want != got {
					t.Errorf("%s %v (-folder +server):\n%s", q.args[0], flags, cmp.Diff(want, got))
				}
			}
		}
	}
}

func askedServer(t *testing.T, server, question string, flags []string) string {
	t.Helper()
	out, problems, status := run(nil, append([]string{"query", question, "--server", server, "--register", "webgems"}, flags...)...)
	if status != 0 {
		t.Fatalf("%s %v: %d %s", question, flags, status, problems)
	}
	return out
}

// everyQuestion asks every question about everything.
func everyQuestion() []question {
	var all []question
	for _, q := range datamap.Questions() {
		all = append(all, question{args: []string{string(q)}})
	}
	return all
}

// withoutFiles is what a folder answers, had its register no files.
func withoutFiles(t *testing.T, view *register.View, language register.Language, question string, flags []string) string {
	t.Helper()
	a := &app{language: language, env: Env{Stderr: io.Discard, Getenv: func(string) string { return "" }}}
	q := &asked{question: datamap.Question(question), format: choice{"text", []string{"text", "json", "csv", "markdown"}}}
	q.roles.allowed, q.bases.allowed = allowedRoles, allowedBases
	cmd := &cobra.Command{}
	a.queryFlags(cmd, q)
	if err := cmd.ParseFlags(flags); err != nil {
		t.Fatal(err)
	}
	f, places := q.shown(0)
	found, err := datamap.Build(view).Ask(q.question, f)
	if err != nil {
		t.Fatal(err)
	}
	answers := wire.Maker{View: view, Words: a.words()}.Answers(found)
	for i := range answers.Answers {
		for j := range answers.Answers[i].Evidence {
			answers.Answers[i].Evidence[j].File, answers.Answers[i].Evidence[j].Line = "", 0
		}
		for j := range answers.Answers[i].Destinations {
			answers.Answers[i].Destinations[j].File, answers.Answers[i].Destinations[j].Line = "", 0
		}
	}
	r := &reply{app: a, asked: q, answers: &answers, named: a.namedIn(view), places: places}
	if err := r.write(q.format.chosen); err != nil {
		t.Fatal(err)
	}
	return a.out.String()
}

// TestRemoteRefusals: what cannot be done is said, and no token is shown.
func TestRemoteRefusals(t *testing.T) {
	server := newShopServer(t)
	token := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(token, []byte("top secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := example(t)
	at := func(args ...string) []string { return append(args, "--server", server.URL) }
	for _, test := range []struct {
		args   []string
		status int
		says   string
	}{
		{at("query", "processors", "--register", "webgems", "--receives", "bank-acount"), 2, `did you mean "bank-account"`},
		{at("query", "processors", "--register", "webgems", "--receives", "bank-acount,name"), 2, "does not know one of bank-acount; name"},
		{at("query", "processors", "--register", "nobody"), 2, `no register "nobody"`},
		{at("query", "processors"), 2, "--register is missing"},
		{at("query", "processors", folder, "--register", "webgems"), 2, "exclude one another"},
		{[]string{"query", "processors", "--register", "webgems"}, 2, "--server is missing"},
		{[]string{"query", "processors", "--register", "webgems", "--server", "http://user:top@127.0.0.1"}, 2, "not the address"},
		{[]string{"query", "processors", "--register", "webgems", "--server", "http://127.0.0.1:1"}, 2, "nothing listens"},
		{at("pull", "webgems", "--token-file", token), 2, "does not hold a token"},
		{at("pull", "webgems", "--token-file", token+"x"), 2, "cannot be read"},
		{at("pull", "webgems", "--revision", "9"), 2, "but not in this version"},
		{at("pull", "nobody", "--revision", "9"), 2, "no register"},
		{at("pull", "webgems", "--revision", "1", "--approved"), 2, "exclude one another"},
		{[]string{"pull", "webgems"}, 2, "--server is missing"},
		{at("push", folder+"x"), 2, "no such"},
		{at("push", folder, "--revision", "7", "--register", "webgems"), 0, ""},
	} {
		_, problems, status := run(nil, test.args...)
		if test.says == "" { // the last one: it is the same register, but not revision 7
			if status != 1 || !strings.Contains(problems, "is revision 1 at the server, not 7") {
				t.Errorf("%v: %d %s", test.args, status, problems)
			}
			continue
		}
		if status != test.status || !strings.Contains(problems, test.says) || strings.Contains(problems, "top") {
			t.Errorf("%v: %d %s", test.args, status, problems)
		}
	}
	env := map[string]string{"ROPA_TOKEN": "secret"}
	if _, problems, status := run(env, "pull", "webgems", "--server", "http://ropa.example.org"); status != 2 || !strings.Contains(problems, "use https") {
		t.Errorf("a token over plain http: %d %s", status, problems)
	}
}

// TestPushPull: a register goes to a server and comes back the same; whoever was
// overtaken is told, and nothing is written.
func TestPushPull(t *testing.T) {
	server := newShopServer(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "webgems.yaml")
	ok := func(args ...string) string {
		t.Helper()
		out, problems, status := run(nil, append(args, "--server", server.URL)...)
		if status != 0 {
			t.Fatalf("%v: %d %s", args, status, problems)
		}
		return out
	}
	ok("pull", "webgems", "-o", file)
	if out := ok("push", file); !strings.Contains(out, "the same, revision 1") {
		t.Errorf("nothing changed: %s", out)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(raw), "id: mollie", "id: mollie\n    country: NL", 1)
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := ok("push", file, "--dry-run"); !strings.Contains(out, "replace parties/mollie\n") || !strings.Contains(out, "Nothing was written") {
		t.Errorf("dry run: %s", out)
	}
	if out := ok("push", file, "--revision", "1", "--reason", "Seat"); !strings.Contains(out, "is revision 2 now") {
		t.Errorf("push: %s", out)
	}
	_, problems, status := run(nil, "push", file, "--revision", "1", "--server", server.URL)
	if status != 1 || !strings.Contains(problems, "revision 2 at the server, not 1") || !strings.Contains(problems, "ropa pull webgems") {
		t.Errorf("overtaken: %d %s", status, problems)
	}
	if out := ok("push", file, "--register", "copy", "--format", "json"); !strings.Contains(out, `"revision": 1`) || !strings.Contains(out, `"action": "create"`) {
		t.Errorf("made: %s", out)
	}
	back := filepath.Join(dir, "back.json")
	ok("pull", "webgems", "-o", back)
	before, _, _ := register.Load(file)
	after, _, _ := register.Load(back)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("what came back is another register (-pushed +pulled):\n%s", diff)
	}
	// An extended register that the server does not have.
	base := filepath.Join(dir, "extending.yaml")
	for name, text := range map[string]string{base: "schema: ropa/v1\nid: extending\nextends: [./group.yaml]\n", filepath.Join(dir, "group.yaml"): "schema: ropa/v1\nid: group\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, problems, status = run(nil, "push", base, "--server", server.URL)
	group := filepath.Join(dir, "group.yaml")
	for _, said := range []string{
		`extends/1: the server has no register "group", which ./group.yaml is there, or not for you [base-not-found]`,
		"ropa push " + group + " --register group --server " + server.URL,
	} {
		if status != 1 || !strings.Contains(problems, said) || strings.Contains(problems, "…") {
			t.Errorf("pushed without what it extends: %d %s", status, problems)
		}
	}
	ok("push", group, "--register", "group") // as it says
	ok("push", base)
}

// TestServerIsAnother: an address with a slip is told of as such, in the language of
// the rest, and not as a register that is not there.
func TestServerIsAnother(t *testing.T) {
	shop := newShopServer(t).URL
	quiet := func(start func(*httptest.Server)) string {
		s := httptest.NewUnstartedServer(http.NotFoundHandler())
		s.Config.ErrorLog = log.New(io.Discard, "", 0)
		start(s)
		t.Cleanup(s.Close)
		return s.URL
	}
	safe, other := quiet((*httptest.Server).StartTLS), quiet((*httptest.Server).Start)
	for _, test := range []struct{ server, en, nl string }{
		{shop + "/v1", "has nothing at this address: give --server as ropa serve tells it", "heeft niets op dit adres"},
		{strings.Replace(shop, "http:", "https:", 1), "speaks http, not https", "spreekt http, geen https"},
		{safe, "is not one that this machine trusts", "dat deze machine vertrouwt"},
		{strings.Replace(safe, "https:", "http:", 1), "no server of ropa: 400 Bad Request", "geen server van ropa: 400"},
		{other, "no server of ropa: 404 Not Found", "geen server van ropa: 404"},
	} {
		for language, said := range map[string]string{"en": test.en, "nl": test.nl} {
			for _, args := range [][]string{{"query", "processors", "--register", "webgems"}, {"pull", "webgems"}, {"push", filepath.Join(examplesDir, "webgems")}} {
				_, problems, status := run(nil, append(args, "--server", test.server, "--language", language)...)
				if status != exitWrongUse || !strings.Contains(problems, said) {
					t.Errorf("%s %v: %d %s", test.server, args, status, problems)
				}
			}
		}
	}
}

// TestOvertaken: somebody who changes the register between the trial and the write
// is not overwritten.
func TestOvertaken(t *testing.T) {
	server := newShopServer(t)
	between := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-Match") != "" { // the write: somebody is quicker
			c, err := client.New(server.URL)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := c.Register("webgems").Parties().Create(r.Context(), &register.Party{ID: "quicker"}); err != nil {
				t.Error(err)
			}
		}
		server.Config.Handler.ServeHTTP(w, r)
	}))
	defer between.Close()
	file := filepath.Join(t.TempDir(), "webgems.yaml")
	if err := os.WriteFile(file, []byte("schema: ropa/v1\nid: webgems\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, problems, status := run(nil, "push", file, "--server", between.URL)
	if status != 1 || !strings.Contains(problems, "somebody else changed the register webgems") {
		t.Errorf("%d %s", status, problems)
	}
}
