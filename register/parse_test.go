package register

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/diag"
)

// What YAML would guess never changes a value.
func TestYAMLGuessesNothing(t *testing.T) {
	for raw, want := range map[string]string{
		`05`: "05", `NO`: "NO", `no`: "no", `yes`: "yes", `true`: "true", `2018-05-25`: "2018-05-25", `0612345678`: "0612345678",
		`+31612345678`: "+31612345678", `1e3`: "1e3", `0x1F`: "0x1F", `1_000`: "1_000", `.5`: ".5", `12:30:45`: "12:30:45", `.inf`: ".inf", `0o17`: "0o17",
		`"05"`: "05", `'null'`: "null", `"~"`: "~", `"a\tb"`: "a\tb", `=`: "=", `'<<'`: "<<", `1.10`: "1.10", "|\n    a\n    b\n": "a\nb\n", "a\n    b": "a b",
	} {
		r, _, problems := Parse("x.yaml", []byte("schema: ropa/v1\nid: x\nversion: "+raw+"\nname: "+raw+"\n"))
		if len(problems) > 0 {
			t.Errorf("%s: %v", raw, problems)
			continue
		}
		if r.Version != want || r.Name["und"] != want {
			t.Errorf("%s became %q and %q, want %q", raw, r.Version, r.Name, want)
		}
	}
	r, _, problems := Parse("x.yaml", []byte("\ufeffschema: ropa/v1\r\nid: 05\r\nlanguage: no\r\ncreated: 2018-05-25\r\nidentifiers: x\r\n"))
	if !problems.HasErrors() || r.ID != "05" || r.Created.String() != "2018-05-25" || r.Language != "no" {
		t.Errorf("%+v, %v", r, problems)
	}
	r, _, problems = Parse("x.yaml", []byte("schema: ropa/v1\nid: x\norganisation: {country: NO, identifiers: {no: 05, kvk: 0123}}\nname: {no: ja, en: yes}\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := &Organisation{Country: "NO", Identifiers: Identifiers{"no": "05", "kvk": "0123"}}
	if diff := cmp.Diff(want, r.Organisation); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Text{"no": "ja", "en": "yes"}, r.Name); diff != "" {
		t.Error(diff)
	}
}

func TestExtensionsAreKept(t *testing.T) {
	for raw, want := range map[string]string{
		`5`: `5`, `-0.5e3`: `-0.5e3`, `05`: `"05"`, `0612`: `"0612"`, `true`: `true`, `yes`: `"yes"`, `"5"`: `"5"`, `~`: `null`, ``: `null`, `2018-05-25`: `"2018-05-25"`,
		`[1, a, [b]]`: `[1,"a",["b"]]`, `{a: 1, NO: {c: ""}}`: `{"a":1,"NO":{"c":""}}`, `[]`: `[]`, `{}`: `{}`, `.inf`: `".inf"`, `1e999`: `"1e999"`,
	} {
		r, _, problems := Parse("x.yaml", []byte("schema: ropa/v1\nid: x\nactivities: [{id: a, x-key: "+raw+"}]\n"))
		if len(problems) > 0 {
			t.Errorf("%s: %v", raw, problems)
			continue
		}
		if got := string(r.Activities[0].Extensions["x-key"]); got != want {
			t.Errorf("%s became %s, want %s", raw, got, want)
		}
	}
}

// The four abbreviations of the authoring form say what the canonical form
// says.
func TestAuthoringFormIsExpanded(t *testing.T) {
	authored := `{schema: ropa/v1, id: x, language: nl, name: Naam, extends: common, activities: [{id: a,
  subjects: [customer, {subject: guest, note: soms}], measures: [tls, twee sloten],
  purposes: {purpose: [p, q], basis: contract, law: nl-awr-52}, data: [{category: [email, phone], retention: quotes}, name],
  disclosures: [{to: [mollie, paypal], as: processor, engages: [b, {party: [c, d], data: name}]}],
  retention: {rule: r, when: later}, transfers: none, retentionPolicy: doc, systems: crm}],
 rights: [{right: [access, erasure], fee: geen}]}`
	canonical := `{"schema": "ropa/v1", "id": "x", "language": "nl", "name": {"nl": "Naam"}, "extends": ["common"], "activities": [{"id": "a",
  "subjects": [{"subject": "customer"}, {"subject": "guest", "note": {"nl": "soms"}}], "measures": [{"measure": "tls"}, {"text": {"nl": "twee sloten"}}],
  "purposes": [{"purpose": "p", "basis": ["contract"], "law": [{"id": "nl-awr-52"}]}, {"purpose": "q", "basis": ["contract"], "law": [{"id": "nl-awr-52"}]}],
  "data": [{"category": "email", "retention": [{"rule": "quotes"}]}, {"category": "phone", "retention": [{"rule": "quotes"}]}, {"category": "name"}],
  "disclosures": [
   {"to": "mollie", "as": "processor", "engages": [{"party": "b"}, {"party": "c", "data": ["name"]}, {"party": "d", "data": ["name"]}]},
   {"to": "paypal", "as": "processor", "engages": [{"party": "b"}, {"party": "c", "data": ["name"]}, {"party": "d", "data": ["name"]}]}],
  "retention": [{"rule": "r", "when": {"nl": "later"}}], "transfers": "none", "retentionPolicy": {"document": "doc"}, "systems": ["crm"]}],
 "rights": [{"right": "access", "fee": {"nl": "geen"}}, {"right": "erasure", "fee": {"nl": "geen"}}]}`
	got, _, problems := Parse("x.yaml", []byte(authored))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want, _, problems := Parse("x.json", []byte(canonical), Canonical())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got.Activities[0].Transfers == nil || len(got.Activities[0].Transfers) != 0 {
		t.Error("none is not the empty list")
	}
	got.Activities[0].Disclosures[0].Engages[0].Party = "changed"
	if got.Activities[0].Disclosures[1].Engages[0].Party != "b" {
		t.Error("entries of one line share their lists")
	}
}

func TestParseWithoutName(t *testing.T) {
	if _, _, problems := Parse("", []byte(" \n{\"schema\": \"ropa/v1\", \"id\": \"x\"}")); len(problems) > 0 {
		t.Error(problems)
	}
	if _, _, problems := Parse("", []byte("schema: ropa/v1\nid: x\n")); len(problems) > 0 {
		t.Error(problems)
	}
	if _, _, problems := Parse("", []byte("{schema: ropa/v1, id: x}")); len(problems) != 1 || problems[0].Code != diag.Syntax {
		t.Error(problems)
	}
}

func TestUnmarshalJSONIsStrict(t *testing.T) {
	var a Activity
	err := json.Unmarshal([]byte(`{"id": "a", "purposes": [{"purpose": "p", "basis": "contract"}], "Name": {"en": "x"}, "id": "evil"}`), &a)
	if err == nil || a.ID != "" {
		t.Fatalf("activity %+v, error %v", a, err)
	}
	problems := decodeObject([]byte(`{"id": "a", "purposes": [{"purpose": "p", "basis": "contract", "purpose": "q"}], "Name": {"en": "x"}}`), "Activity", &a)
	var got []string
	for _, p := range problems {
		got = append(got, string(p.Code)+" "+p.At+" "+p.Pointer)
	}
	want := []string{"duplicate-key  /purposes/0/purpose", "wrong-type activities/a/purposes/p/basis /purposes/0/basis", "unknown-field activities/a/Name /Name"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var problem diag.Problem
	if err := decodeCanonical([]byte(`[]`), "Activity", &a); !errors.As(err, &problem) || problem.Code != diag.WrongType {
		t.Errorf("error %v", err)
	}
	if err := decodeCanonical([]byte(`{"id": "a", "x-n": 1.50}`), "Activity", &a); err != nil || string(a.Extensions["x-n"]) != "1.50" {
		t.Errorf("activity %+v, error %v", a, err)
	}
}

// The schema has the last word: what the binder lets through by mistake is a
// problem that names the keyword and no value.
func TestSchemaHasTheLastWord(t *testing.T) {
	r := &Register{Schema: "ropa/v1", ID: "x", Version: "\x00secret", Name: Text{"Q": "secret"}}
	problems := check{value: reflect.ValueOf(r), plan: planOf(reflect.ValueOf(r).Type().Elem()), root: true}.run()
	if len(problems) != 2 {
		t.Fatal(problems)
	}
	for _, p := range problems {
		if p.Code != diag.Schema || strings.Contains(p.Error(), "secret") || p.Args["keyword"] == "" {
			t.Errorf("%v", p)
		}
	}
}
