package document

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/value"
)

// shortDocuments are the builders of the small documents.
var shortDocuments = []struct {
	kind  string
	build func(context.Context, *register.View, *datamap.Map, Options) (*Document, error)
}{{"processors", Processors}, {"retention", Retention}, {"transfers", Transfers}}

// The small documents of each example: in Dutch for their usual readers, in
// English for those who keep the register; those of the clinic also in German and
// French.
func TestShortDocumentsOfExamples(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, chart := example(t, name)
		for _, doc := range shortDocuments {
			all := []Options{{AsOf: day, Language: "nl"}, {AsOf: day, Language: "en", Audience: Internal, Version: "3", Hash: "0123"}}
			if name == "harbour-clinic" {
				all = append(all, Options{AsOf: day, Language: "de"}, Options{AsOf: day, Language: "fr"})
			}
			for _, o := range all {
				d, err := doc.build(t.Context(), view, chart, o)
				if err != nil {
					t.Fatal(err)
				}
				golden(t, doc.kind+"-"+name+"."+string(o.Language)+".txt", dump(d))
			}
		}
	}
}

// What a published list of processors or transfers is for: where data go, and
// through whom.
var publishedFor = []string{"locations", "remoteAccess", "engages"}

// The public learns of those documents nothing that is internal or for authorities
// but what they are published for, and nothing of drafts, plans and notes.
func TestShortDocumentsForThePublic(t *testing.T) {
	for _, doc := range shortDocuments {
		f, r := newFull()
		for _, l := range f.leaves {
			if l.field.Name == "as" {
				l.value.SetString(string(register.RoleProcessor))
			}
		}
		view, chart := resolved(r)
		tell := func() string {
			d, err := doc.build(t.Context(), view, chart, Options{AsOf: day, Audience: Public})
			if err != nil {
				t.Fatal(err)
			}
			return dump(d)
		}
		whole := tell()
		if len(whole) < 500 {
			t.Fatalf("hardly anything is told:\n%s", whole)
		}
		for _, l := range f.leaves {
			hidden := l.top == "/activities/2" || l.top == "/activities/3"
			published := l.field.Name == "from" || slices.ContainsFunc(publishedFor, func(name string) bool { return strings.Contains(l.path, "/"+name) })
			if !hidden && (l.audience == Public || doc.kind != "retention" && published) {
				continue
			}
			if l.marker != "" && strings.Contains(whole, l.marker) {
				t.Errorf("%s: %s (%s): %s is told", doc.kind, l.path, l.audience, l.marker)
			}
			if !decides(l, hidden) {
				l.value.SetZero()
			}
		}
		if diff := cmp.Diff(strings.Split(whole, "\n"), strings.Split(tell(), "\n")); diff != "" {
			t.Errorf("%s: what the public does not see shows (-):\n%s", doc.kind, diff)
		}
	}
}

// A retention schedule leaves out nothing that a rule says.
func TestRetentionTellsAllOfARule(t *testing.T) {
	f, r := newFull()
	view, chart := resolved(r)
	d, err := Retention(t.Context(), view, chart, Options{AsOf: day, Audience: Authority})
	if err != nil {
		t.Fatal(err)
	}
	whole := dump(d)
	for _, l := range f.leaves {
		if l.object == "RetentionRule" && l.marker != "" && l.audience != Internal && l.field.Name != "note" && !strings.Contains(whole, l.marker) {
			t.Errorf("%s is not told", l.path)
		}
	}
}

// The transfer and what it rests on is told whole to an authority.
func TestTransfersTellAllOfATransfer(t *testing.T) {
	f, r := newFull()
	view, chart := resolved(r)
	d, err := Transfers(t.Context(), view, chart, Options{AsOf: day, Audience: Authority})
	if err != nil {
		t.Fatal(err)
	}
	whole := dump(d)
	for _, name := range []string{"safeguards", "copy", "notified", "subjectsInformed"} {
		told := slices.ContainsFunc(f.leaves, func(l leaf) bool {
			return l.object == "Transfer" && l.field.Name == name && strings.Contains(whole, l.marker)
		})
		if !told {
			t.Errorf("%s of no transfer is told", name)
		}
	}
}

// No country, decision or clause is taken to hold on a day on which it does not.
func TestTransfersOnADay(t *testing.T) {
	r := &register.Register{
		ID: "x", Language: "en",
		Parties: []*register.Party{
			{ID: "old", Name: value.Text{"en": "Old Clauses"}, Country: "US", Transfers: []register.Transfer{{Tool: register.TransferToolScc, Version: register.SCCVersion201087}}},
			{ID: "shield", Name: value.Text{"en": "Shielded"}, Country: "US", Transfers: []register.Transfer{{Tool: register.TransferToolAdequacy}}},
			{ID: "british", Name: value.Text{"en": "British"}, Country: "GB"},
			{ID: "epo", Name: value.Text{"en": "European Patent Office"}, OtherNames: []string{"EPO"}, Kind: register.PartyKindInternationalOrganisation},
		},
		Activities: []*register.Activity{{ID: "a", Name: value.Text{"en": "A"}, Data: []register.DataUse{{Category: "name"}}, Disclosures: []register.Disclosure{
			{To: "old", As: register.RoleProcessor}, {To: "shield", As: register.RoleProcessor}, {To: "british", As: register.RoleController}, {To: "epo", As: register.RoleRecipient},
		}}},
	}
	view, problems := register.Resolve(r, nil, nil)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	tell := func(on string) string {
		d, err := Transfers(t.Context(), view, datamap.Build(view), Options{AsOf: value.MustDate(on)})
		if err != nil {
			t.Fatal(err)
		}
		return dump(d)
	}
	for on, want := range map[string]map[string]bool{
		"2019-01-01": {"# United States": true, "# United Kingdom": false, "2010/87/EU": true, "2010/87/EU (ended": false, "(EU) 2016/1250": true, "# European Patent Office": true},
		"2022-12-28": {"# United Kingdom": true, "2010/87/EU (ended on 27 December 2022)": true, "No adequacy decision is in force on 28 December 2022": true, "(C-311/18)": true},
		"2026-11-22": {"(EU) 2023/1795": true, "C(2025) 8771": true},
	} {
		text := tell(on)
		for part, told := range want {
			if strings.Contains(text, part) != told {
				t.Errorf("on %s, %q: told is not %t:\n%s", on, part, told, text)
			}
		}
	}
}

// BenchmarkShort makes each of the small documents of 300 activities and of ten
// times as many.
func BenchmarkShort(b *testing.B) {
	for _, size := range []struct {
		name       string
		activities int
	}{{"300", 300}, {"3000", 3000}} {
		view, problems := register.Resolve(scale.Register(scale.Options{Seed: 1, Activities: size.activities, Parties: 150, Accounts: true}), nil, nil)
		if problems.HasErrors() {
			b.Fatal(problems.Err())
		}
		chart := datamap.Build(view)
		for _, doc := range shortDocuments {
			b.Run(doc.kind+"/"+size.name, func(b *testing.B) {
				for b.Loop() {
					if _, err := doc.build(b.Context(), view, chart, Options{AsOf: day, Audience: Authority}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
