package document

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
)

// Everything that a register says is in the record of those who keep it.
func TestRegisterTellsEveryField(t *testing.T) {
	f, r := newFull()
	r.Activities = r.Activities[:2]
	r.Activities[1].Status = register.StatusEnded
	view, chart := resolved(r)
	tell := func() string {
		d, err := Register(t.Context(), view, chart, Options{AsOf: day, Audience: Internal})
		if err != nil {
			t.Fatal(err)
		}
		return dump(d)
	}
	whole := tell()
	// What several fields say alike is told if leaving it out shows, for one of the
	// activities at least.
	shown := make(map[string]bool)
	for _, l := range f.leaves {
		path := short(l.path)
		switch {
		case l.top == "/activities/2" || l.top == "/activities/3":
		case l.marker != "" && !strings.Contains(whole, l.marker):
			t.Errorf("%s of %s is not told: %s", l.field.Name, l.object, l.path)
		case l.marker == "" && !shown[path]:
			shown[path] = without(l, func() bool { return tell() != whole })
		}
	}
	for path, told := range shown {
		if !told {
			t.Errorf("%s is not told", path)
		}
	}
}

// short is the end of a path, which tells by whom a field is told: the same object
// at the same field of another is told alike.
func short(path string) string {
	names := strings.Split(digits.ReplaceAllString(path, ""), "/")
	last := 3
	if slices.Contains([]string{"certainty", "certaintyOf", "see"}, names[len(names)-1]) {
		last = 2
	}
	return strings.Join(names[max(0, len(names)-last):], "/")
}

var digits = regexp.MustCompile(`/\d+`)

// without tells what holds of a register that leaves a field out.
func without(l leaf, holds func() bool) bool {
	before := reflect.New(l.value.Type()).Elem()
	before.Set(l.value)
	l.value.SetZero()
	defer l.value.Set(before)
	return holds()
}

// The public learns nothing of what is internal or for authorities, of drafts, of
// plans and of notes: the document is the same without them.
func TestRegisterForThePublic(t *testing.T) {
	f, r := newFull()
	view, chart := resolved(r)
	tell := func() string {
		d, err := Register(t.Context(), view, chart, Options{AsOf: day, Audience: Public})
		if err != nil {
			t.Fatal(err)
		}
		return dump(d)
	}
	whole := tell()
	if len(whole) < 2000 {
		t.Fatalf("hardly anything is told:\n%s", whole)
	}
	for _, l := range f.leaves {
		hidden := l.top == "/activities/2" || l.top == "/activities/3"
		if l.audience == Public && !hidden {
			continue
		}
		if l.marker != "" && strings.Contains(whole, l.marker) {
			t.Errorf("%s (%s): %s is told", l.path, l.audience, l.marker)
		}
		if !decides(l, hidden) {
			l.value.SetZero()
		}
	}
	if diff := cmp.Diff(strings.Split(whole, "\n"), strings.Split(tell(), "\n")); diff != "" {
		t.Errorf("what the public does not see shows (-):\n%s", diff)
	}
}

// decides reports whether a field says what the public sees, though it does not
// see the field: whether and when something applies.
func decides(l leaf, hidden bool) bool {
	switch l.field.Name {
	case "from", "until", "except", "status", "publish":
		return true
	case "state":
		return l.object == "Approval" && hidden
	case "id":
		return hidden
	}
	return false
}

// Fields of the public are told, too.
func TestRegisterForThePublicTellsWhatItMay(t *testing.T) {
	f, r := newFull()
	view, chart := resolved(r)
	d, err := Register(t.Context(), view, chart, Options{AsOf: day, Audience: Public})
	if err != nil {
		t.Fatal(err)
	}
	whole := dump(d)
	missing := make(map[string]string)
	for _, l := range f.leaves {
		if l.audience == Public && slices.Contains([]string{"/activities/0", "/activities/1"}, l.top) && l.marker != "" && !strings.Contains(whole, l.marker) {
			missing[l.object+"."+l.field.Name] = l.path
		}
	}
	for field, path := range missing {
		t.Errorf("%s is not told: %s", field, path)
	}
}

// Drafts and plans are kept from the public also as an extract.
func TestExtractOfADraft(t *testing.T) {
	_, r := newFull()
	view, chart := resolved(r)
	for _, id := range []string{"activities-draft", "activities-planned"} {
		if _, err := Activity(t.Context(), view, chart, Options{AsOf: day, Audience: Public, Activity: id}); err == nil {
			t.Errorf("the public gets %s", id)
		}
		if _, err := Activity(t.Context(), view, chart, Options{AsOf: day, Audience: Authority, Activity: id}); err != nil {
			t.Errorf("an authority does not get %s: %v", id, err)
		}
	}
}
