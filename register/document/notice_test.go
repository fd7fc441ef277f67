package document

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/words"
)

// The notices of the examples: in Dutch for everybody, in English for those who
// keep the register, with what it lacks; that of the bakery in German and French too.
func TestNoticeOfExamples(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, chart := example(t, name)
		all := []Options{{AsOf: day, Language: "nl"}, {AsOf: day, Language: "en", Audience: Internal, Version: "3", Hash: "0123"}}
		if name == "bakery" {
			all = append(all, Options{AsOf: day, Language: "de"}, Options{AsOf: day, Language: "fr"})
		}
		for _, o := range all {
			golden(t, "notice-"+name+"."+string(o.Language)+".txt", tellNotice(t, view, chart, o))
		}
	}
}

// newFullController is a full register whose activities are those of a controller
// but for one.
func newFullController() (*full, *register.Register) {
	f, r := newFull()
	for i, a := range r.Activities {
		if i != 1 {
			a.Role = register.ActivityRoleController
		}
		for j := range a.Purposes {
			a.Purposes[j].Basis, a.Purposes[j].Consent.Mechanism = []register.Basis{register.BasisConsent, register.BasisLegitimateInterests}, register.ConsentMechanismOptIn
		}
	}
	r.Organisation.DPO.None, r.Organisation.Representative.None = register.No, register.No
	r.Notices[0].Kind = register.NoticeKindPrivacyPolicy
	return f, r
}

func tellNotice(t *testing.T, view *register.View, chart *datamap.Map, o Options) string {
	t.Helper()
	d, err := Notice(t.Context(), view, chart, o)
	if err != nil {
		t.Fatal(err)
	}
	return dump(d)
}

// owedToPeople is what the law has people told though a record does not show it to
// the public: where data go and through whom (Art. 13(1)(e), (f)), and the essence of
// an arrangement between joint controllers (Art. 26(2)).
var owedToPeople = append([]string{"jointWith/0/agreement", "agreements/0/responsibilities", "agreements/0/contactPoint", "agreements/0/essence"}, publishedFor...)

// Nobody learns from a notice what is not for the public, whoever reads it: it is the
// same without it. What it is owed of third countries and processors it tells.
func TestNoticeIsForThePublic(t *testing.T) {
	f, r := newFullController()
	view, chart := resolved(r)
	tell := func() string { return tellNotice(t, view, chart, Options{AsOf: day}) }
	whole := tell()
	if len(whole) < 3000 {
		t.Fatalf("hardly anything is told:\n%s", whole)
	}
	public, authority, _ := strings.Cut(tellNotice(t, view, chart, Options{AsOf: day, Audience: Authority}), "  For: supervisory authority\n")
	if public+authority != whole {
		t.Error("an authority reads another notice than the public")
	}
	for _, l := range f.leaves {
		hidden := slices.Contains([]string{"/activities/1", "/activities/2", "/activities/3"}, l.top) // a processor's, a draft, a plan
		owed := slices.ContainsFunc(owedToPeople, func(name string) bool { return strings.Contains(l.path, "/"+name) })
		if !hidden && (l.audience == Public || owed) || l.field.Name == "extends" {
			continue
		}
		if l.marker != "" && strings.Contains(whole, l.marker) {
			t.Errorf("%s (%s): %s is told", l.path, l.audience, l.marker)
		}
		if !decides(l, hidden) && l.field.Name != "role" {
			l.value.SetZero()
		}
	}
	if diff := cmp.Diff(strings.Split(whole, "\n"), strings.Split(tell(), "\n")); diff != "" {
		t.Errorf("what the public does not see shows (-):\n%s", diff)
	}
}

// overridden is what a nearer entry of the full register says otherwise.
var overridden = regexp.MustCompile(`^/parties/0/.*(transfers|ownPurposes|engages|recipients)/|^/activities/0/retention/`)

// What the public may know and the articles ask for is told.
func TestNoticeTellsWhatItMay(t *testing.T) {
	f, r := newFullController()
	view, chart := resolved(r)
	whole := tellNotice(t, view, chart, Options{AsOf: day})
	untold := []string{
		"Register.", "Activity.number", "LawRef.", "Claim", "Agreement.name", "Party.contact", "Party.identifiers", "Service.id",
		"DataCategory.description", "DataSubject.description", "Purpose.description", "Event.description", "Operation.", "Measure.", "RetentionRule.name",
	}
	for _, l := range f.leaves {
		named := l.object + "." + l.field.Name
		if overridden.MatchString(l.path) {
			continue
		}
		if l.audience != Public || l.marker == "" || slices.ContainsFunc(untold, func(x string) bool { return strings.HasPrefix(named, x) }) || strings.HasPrefix(l.top, "/activities/") && l.top != "/activities/0" {
			continue
		}
		if !strings.Contains(whole, l.marker) {
			t.Errorf("%s is not told: %s", named, l.path)
		}
	}
}

// Every label of a notice is found, in each language.
func TestNoticeHasWords(t *testing.T) {
	_, r := newFullController()
	view, chart := resolved(r)
	for _, language := range words.Languages() {
		whole := tellNotice(t, view, chart, Options{AsOf: day, Language: language, Audience: Internal})
		for _, code := range []string{"notice.", "gap.", "%s", "%!"} {
			if strings.Contains(whole, code) {
				t.Errorf("%s: %q is told", language, code)
			}
		}
	}
}

// A notice needs a day.
func TestNoticeWithoutDay(t *testing.T) {
	view, chart := example(t, "bakery")
	if _, err := Notice(t.Context(), view, chart, Options{}); !errors.Is(err, ErrNoDate) {
		t.Errorf("%v, want ErrNoDate", err)
	}
}
