package examples_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
)

// Each example must be free of problems, alone and with what it extends.
func TestExamplesAreWellFormed(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		t.Run(name, func(t *testing.T) {
			view := load(t, name)
			if len(view.Activities()) == 0 {
				t.Error("no activities were read")
			}
		})
	}
}

func load(t *testing.T, path string) *register.View {
	t.Helper()
	r, src, problems := register.Load(path)
	for _, p := range problems {
		t.Errorf("Load: %v", p.Error())
	}
	if r == nil {
		t.Fatal("nothing was read")
	}
	view, problems := register.Resolve(r, src, nil)
	for _, p := range problems {
		t.Errorf("Resolve: %v", p.Error())
	}
	return view
}

// Every fact of the policy stands beside what states it in the register, as a
// comment such as "# F10 F11"; and no comment names a fact that is not there.
func TestWebgemsStatesEveryFact(t *testing.T) {
	want := factList(t, "webgems/testdata/facts.txt")
	if len(want) != 54 {
		t.Errorf("the list holds %d facts, not 54", len(want))
	}
	got := factComments(t, "webgems/*.yaml")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("facts listed (-) and facts in comments (+):\n%s", diff)
	}
}

func factList(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var facts []string
	for line := range strings.Lines(string(data)) {
		fact, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		if words == "" || slices.Contains(facts, fact) {
			t.Errorf("%s: not a fact with a few words, or a second time: %q", path, line)
		}
		facts = append(facts, fact)
	}
	return facts
}

// factNumber finds the numbers of facts in a comment.
var factNumber = regexp.MustCompile(`\bF[0-9]+\b`)

// factComments returns the facts that comments name, each once, in order. The
// comment at the head of a file, above its first key, explains the numbers and
// states nothing.
func factComments(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	seen := make(map[string]bool)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, body, found := strings.Cut(string(data), "\nschema:")
		if !found {
			t.Errorf("%s: no line begins with schema:", file)
		}
		for line := range strings.Lines(body) {
			_, comment, _ := strings.Cut(line, "# ")
			for _, fact := range factNumber.FindAllString(comment, -1) {
				seen[fact] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// The texts of the web shop are there in both languages. Names of companies
// stand once.
func TestWebgemsSpeaksDutchAndEnglish(t *testing.T) {
	view := load(t, "webgems")
	r := view.Register()
	var texts []register.Text
	for _, a := range r.Activities {
		texts = append(texts, a.Name)
	}
	for _, n := range r.Notices {
		for _, c := range n.Claims {
			texts = append(texts, c.Says)
		}
	}
	for _, rule := range r.RetentionRules {
		texts = append(texts, rule.Name)
	}
	for _, text := range texts {
		if text["nl"] == "" || text["en"] == "" {
			t.Errorf("not in Dutch and English: %v", text)
		}
	}
}
