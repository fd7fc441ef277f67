package register

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
)

const placesYAML = `schema: ropa/v1
id: places
language: nl
activities:
  - id: payments
    subjects: customer
    data:
      - category: [name, email]
        note: één regel
      - name
    disclosures:
      - {to: [mollie, paypal], data: [name, email], transfers: [{country: US, tool: [scc, bcr]}]}
      - to: mollie
        engages:
          - party: [a, b]
    measures: [tls, {measure: [backup, tls], note: x}, twee sloten op de deur]
rights:
  - {right: [access, erasure], fee: geen}
  - access
waivers:
  - {rule: A-1, at: x, reason: y}
`

func TestPlaces(t *testing.T) {
	_, s, problems := Parse("p.yaml", []byte(placesYAML))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for at, want := range map[string]string{
		"":                                      "p.yaml:1:1",
		"id":                                    "p.yaml:2:5",
		"activities":                            "p.yaml:4:1",
		"activities/payments":                   "p.yaml:5:5",
		"activities/payments/id":                "p.yaml:5:9",
		"activities/payments/subjects/customer": "p.yaml:6:15",
		"activities/payments/data/name":         "p.yaml:8:20",
		"activities/payments/data/email":        "p.yaml:8:26",
		"activities/payments/data/email/category":                  "p.yaml:8:26",
		"activities/payments/data/email/note":                      "p.yaml:9:15",
		"activities/payments/data/name~2":                          "p.yaml:10:9",
		"activities/payments/disclosures/paypal":                   "p.yaml:12:23",
		"activities/payments/disclosures/paypal/data/email":        "p.yaml:12:45",
		"activities/payments/disclosures/paypal/transfers/bcr":     "p.yaml:12:91",
		"activities/payments/disclosures/mollie~2":                 "p.yaml:13:9",
		"activities/payments/disclosures/mollie~2/engages/b/party": "p.yaml:15:24",
		"activities/payments/measures/tls~2":                       "p.yaml:16:40",
		"activities/payments/measures/4/text":                      "p.yaml:16:56",
		"rights/erasure":                                           "p.yaml:18:22",
		"rights/access~2/right":                                    "p.yaml:19:5",
		"waivers/1/at":                                             "p.yaml:21:21",
		// The nearest thing around what is not there.
		"activities/payments/disclosures/paypal/when": "p.yaml:12:23",
		"activities/other/data":                       "p.yaml:4:1",
		"parties/x":                                   "p.yaml:1:1",
	} {
		if got := s.Place(at).String(); got != want {
			t.Errorf("%q stands at %s, want %s", at, got, want)
		}
	}
	if got := (*Source)(nil).Place("id"); !got.IsZero() {
		t.Errorf("no source knows %v", got)
	}
}

// exact reports whether a source knows an address itself.
func (s *Source) exact(at string) bool {
	here, rest := uint32(0), at
	for rest != "" {
		segment, after, _ := strings.Cut(rest, "/")
		below, ok := s.child(here, s.segments[segment])
		if !ok {
			return false
		}
		here, rest = below, after
	}
	return true
}

// Every address that walking a register makes has a place of its own: the
// binder and Names name entries alike.
func TestBinderAndNamesAgree(t *testing.T) {
	r, s, problems := Parse("p.yaml", []byte(placesYAML))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	count := 0
	known := func(at string) {
		count++
		if !s.exact(at) && !s.exact(at[:max(0, strings.LastIndexByte(at, '/'))]) { // a lone value stands for entry and field
			t.Errorf("no place for %s", at)
		}
	}
	v := visitor{
		object: func(at string, _ reflect.Value, _ *schema.Object) { known(at) },
		ref:    func(at string, _ reflect.Value, _ *schema.Field, _ string) { known(at) },
	}
	v.walk(reflect.ValueOf(r).Elem(), "")
	if count < 30 {
		t.Errorf("only %d addresses", count)
	}
}

func TestPlacesInFolder(t *testing.T) {
	fsys := fstest.MapFS{
		"r/1.yaml":      {Data: []byte("schema: ropa/v1\nid: x\norganisation:\n  name: X\nactivities: {id: a}\nallActivities: {notices: [p]}\n")},
		"r/2.json":      {Data: []byte("{\"schema\": \"ropa/v1\",\n \"id\": \"x\", \"language\": \"nl\",\n \"organisation\": {\"country\": \"NL\", \"name\": {\"en\": \"Y\"}},\n \"activities\": [{\"id\": \"b\"}],\n \"allActivities\": {\"notices\": [\"p\", \"q\"]}}")},
		"r/3.yml":       {Data: []byte("schema: ropa/v1\n")},
		"r/.hidden.yml": {Data: []byte("activities: [")},
		"r/notes.txt":   {Data: []byte("schema: ropa/v1")},
		"r/sub/4.yaml":  {Data: []byte("schema: ropa/v1\nid: other\n")},
	}
	r, s, problems := LoadFS(fsys, "r")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff([]string{"r/1.yaml", "r/2.json", "r/3.yml"}, s.Files()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Text{"nl": "X", "en": "Y"}, r.Organisation.Name); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"p", "q"}, r.AllActivities.Notices); diff != "" {
		t.Error(diff)
	}
	for at, want := range map[string]diag.Place{
		"activities/a":                      {File: "r/1.yaml", Line: 5, Column: 13},
		"activities/b":                      {File: "r/2.json", Line: 4, Column: 17},
		"organisation":                      {File: "r/1.yaml", Line: 3, Column: 1},
		"organisation/country":              {File: "r/2.json", Line: 3, Column: 30},
		"allActivities/notices/q":           {File: "r/2.json", Line: 5, Column: 37},
		"activities/b/disclosures/somebody": {File: "r/2.json", Line: 4, Column: 17},
	} {
		if diff := cmp.Diff(want, s.Place(at)); diff != "" {
			t.Errorf("%s: %s", at, diff)
		}
	}
}

// A long list is not searched from its beginning for every place.
func TestPlacesOfALongList(t *testing.T) {
	const n = 6_000
	var text strings.Builder
	text.WriteString(head + "activities:\n  - id: a\n    disclosures:\n")
	for i := range n {
		fmt.Fprintf(&text, "      - to: p%d\n", i)
	}
	text.WriteString("      - to: p7\n      - to: p5999\n")
	_, s, problems := Parse("x.yaml", []byte(text.String()))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for i := range n {
		at := fmt.Sprintf("activities/a/disclosures/p%d", i)
		if got := s.Place(at).Line; got != 6+i {
			t.Fatalf("%s: line %d", at, got)
		}
	}
	for at, want := range map[string]int{"p7~2": 6 + n, "p5999~2": 7 + n, "p6000": 5} {
		if got := s.Place("activities/a/disclosures/" + at).Line; got != want {
			t.Errorf("%s: line %d, want %d", at, got, want)
		}
	}
}
