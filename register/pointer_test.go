package register

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/openropa/ropa/register/diag"
)

// pointedAt returns what a JSON pointer leads to.
func pointedAt(v any, pointer string) (any, bool) {
	if pointer == "" {
		return v, true
	}
	for step := range strings.SplitSeq(pointer[1:], "/") {
		switch at := v.(type) {
		case map[string]any:
			below, ok := at[strings.NewReplacer("~1", "/", "~0", "~").Replace(step)]
			if v = below; !ok {
				return nil, false
			}
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(at) {
				return nil, false
			}
			v = at[i]
		default:
			return nil, false
		}
	}
	return v, true
}

func TestPointer(t *testing.T) {
	_, s, problems := Parse("p.yaml", []byte(placesYAML+"x-a/b~c: 1\n"), Pointers())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for at, want := range map[string]string{
		"":                                      "",
		"id":                                    "/id",
		"activities/payments":                   "/activities/0",
		"activities/payments/subjects/customer": "/activities/0/subjects", // one for a list of one
		"activities/payments/data/name":         "/activities/0/data/0",
		"activities/payments/data/email/category":                  "/activities/0/data/0/category/1",
		"activities/payments/data/email/note":                      "/activities/0/data/0/note",
		"activities/payments/data/name~2":                          "/activities/0/data/1",
		"activities/payments/disclosures/paypal/to":                "/activities/0/disclosures/0/to/1",
		"activities/payments/disclosures/paypal/data/email":        "/activities/0/disclosures/0/data/1",
		"activities/payments/disclosures/paypal/transfers/bcr":     "/activities/0/disclosures/0/transfers/0",
		"activities/payments/disclosures/mollie~2/engages/b/party": "/activities/0/disclosures/1/engages/0/party/1",
		"activities/payments/measures/4/text":                      "/activities/0/measures/2",
		"rights/access~2/right":                                    "/rights/1",
		"waivers/1/at":                                             "/waivers/0/at",
		"x-a/b~c":                                                  "", // no address has a slash in a segment
		"activities/payments/disclosures/paypal/when":              "/activities/0/disclosures/0",
		"activities/other/data":                                    "/activities",
	} {
		if got := s.Pointer(at); got != want {
			t.Errorf("%q has the pointer %q, want %q", at, got, want)
		}
	}
	if got := (*Source)(nil).Pointer("id"); got != "" {
		t.Errorf("no source knows %q", got)
	}
	if _, s, _ = Parse("p.yaml", []byte(placesYAML)); s.Pointer("id") != "" || s.pieces != nil {
		t.Errorf("pointers are kept though nobody asked for them")
	}
}

// The pointer of every reference leads to what it names, in the form that people
// write and in the canonical one.
func TestPointersLeadToReferences(t *testing.T) {
	texts := map[string][]byte{"places": []byte(placesYAML)}
	for _, example := range []string{"bakery", "webgems"} {
		r, _, problems := Load("../examples/" + example)
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		text, err := Save(r, YAML)
		if err != nil {
			t.Fatal(err)
		}
		texts[example] = text
	}
	for _, text := range texts {
		r := leadsToReferences(t, "x.yaml", text)
		canonical, err := Save(r, CanonicalJSON)
		if err != nil {
			t.Fatal(err)
		}
		leadsToReferences(t, "x.json", canonical, Canonical())
	}
}

func leadsToReferences(t *testing.T, name string, data []byte, opts ...Option) *Register {
	t.Helper()
	r, s, problems := Parse(name, data, append(opts, Pointers())...)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil { // which takes JSON too
		t.Fatal(err)
	}
	view, _ := Resolve(r, nil, nil)
	count := 0
	for _, ref := range view.References() {
		kind, id := rootOf(ref.At)
		if f, ok := view.index[kind][id]; ok && f.layer > 0 {
			continue
		}
		count++
		if got, ok := pointedAt(v, s.Pointer(ref.At)); !ok || fmt.Sprint(got) != ref.ID {
			t.Errorf("%s: at %q stands %v, not %s", ref.At, s.Pointer(ref.At), got, ref.ID)
		}
	}
	if count < 10 {
		t.Errorf("only %d references", count)
	}
	return r
}

func TestEntitySource(t *testing.T) {
	body := []byte(`{"id":"shop","disclosures":[{"to":"a"},{"to":"b","data":["x","y"]}]}`)
	a := new(Activity)
	if err := json.Unmarshal(body, a); err != nil {
		t.Fatal(err)
	}
	s := EntitySource(body, a)
	for at, want := range map[string]string{"": "", "id": "/id", "disclosures/b/data/y": "/disclosures/1/data/1", "purposes": ""} {
		if got := s.Pointer(at); got != want {
			t.Errorf("%q has the pointer %q, want %q", at, got, want)
		}
	}
	if s := EntitySource([]byte(`{"id":7}`), a); s != nil {
		t.Error("a source of what cannot be read")
	}
}

// A problem says in which of the registers it lies.
func TestLayerOfProblems(t *testing.T) {
	group := &Register{Schema: "ropa/v1", ID: "group", Extends: []string{"./gone"}, Parties: []*Party{{ID: "a", PartOf: "b"}, {ID: "b", PartOf: "nobody"}}}
	own := &Register{Schema: "ropa/v1", ID: "own", Extends: []string{"./group"}, Parties: []*Party{{ID: "b", PartOf: "a"}, {ID: "c"}}, Activities: []*Activity{{ID: "c", From: 2, Until: 1}}}
	_, problems := Resolve(own, nil, mapBases{"./group": group})
	layers := map[diag.Code]string{}
	for _, p := range problems {
		layers[p.Code+" "+diag.Code(p.At)] = p.Layer
	}
	for problem, want := range map[diag.Code]string{"base-not-found extends/1": "./group", "cycle parties/b/partOf": "", "from-after-until activities/c/from": ""} {
		if got, ok := layers[problem]; !ok || got != want {
			t.Errorf("%s lies in %q (%t), want %q of %v", problem, got, ok, want, layers)
		}
	}
}
