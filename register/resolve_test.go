package register

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// problem is what the tests compare of a problem.
type problem struct {
	Code diag.Code
	At   string
}

func resolveProblems(t *testing.T, r *Register, bases Bases) (*View, []problem) {
	t.Helper()
	v, problems := Resolve(r, nil, bases)
	var got []problem
	for _, p := range problems {
		got = append(got, problem{p.Code, p.At})
	}
	return v, got
}

var noBases = []string{}

func TestResolveFindsWhatDangles(t *testing.T) {
	r := &Register{
		ID: "r", Extends: noBases,
		Organisation: &Organisation{Authority: "ap-xx"},
		AllActivities: &AllActivities{
			Disclosures: []Disclosure{{To: "host", Service: "web"}},
			Systems:     []string{"crm"},
		},
		Activities: []*Activity{{
			ID:           "a",
			Purposes:     []PurposeUse{{Purpose: "sell", Law: []LawRef{{ID: "nl-awr-25"}}}},
			Subjects:     []SubjectUse{{Subject: "custmer"}},
			Data:         []DataUse{{Category: "all"}, {Category: "nmae", Source: []DataSource{{Party: "host"}}}},
			NotProcessed: []string{"special", "criminal-record"},
			Disclosures:  []Disclosure{{To: "host", Service: "wbe", Data: []string{"name", "emial"}}},
			Except:       []string{"host", "crm", "nobody"},
			DPIA:         &DPIA{ListItems: []string{"nl-ap-4", "nl-ap-99"}},
			Operations:   []OperationUse{{Operation: "storge"}},
			Remarks:      Remarks{See: []string{"policy", "contract"}},
		}},
		Parties:        []*Party{{ID: "host", Services: []Service{{ID: "web"}}}},
		DataCategories: []*DataCategory{{ID: "name"}, {ID: "email"}},
		DataSubjects:   []*DataSubject{{ID: "customer"}},
		Purposes:       []*Purpose{{ID: "sell"}},
		Systems:        []*System{{ID: "crm"}},
		Notices:        []*Notice{{ID: "policy"}},
	}
	v, problems := Resolve(r, nil, nil)
	type finding struct {
		At         string
		Suggestion string
		Hint       string
	}
	var got []finding
	for _, p := range problems {
		if p.Code != diag.DanglingReference {
			t.Errorf("unexpected problem: %v", p)
		}
		f := finding{At: p.At, Hint: p.Args["hint"]}
		if len(p.Suggestions) > 0 {
			f.Suggestion = p.Suggestions[0]
		}
		got = append(got, f)
	}
	want := []finding{
		{At: "activities/a/data/nmae/category", Suggestion: "name"},
		{At: "activities/a/disclosures/host/data/emial", Suggestion: "email"},
		{At: "activities/a/disclosures/host/service", Suggestion: "web"},
		{At: "activities/a/dpia/listItems/nl-ap-99"},
		{At: "activities/a/except/nobody"},
		{At: "activities/a/notProcessed/criminal-record"},
		{At: "activities/a/operations/storge/operation", Hint: "plain-text"},
		{At: "activities/a/purposes/sell/law/nl-awr-25/id", Suggestion: "nl-awr-52"},
		{At: "activities/a/see/contract"},
		{At: "activities/a/subjects/custmer/subject", Suggestion: "customer"},
		{At: "organisation/authority"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if v.Party("host") == nil || v.DataCategory("nmae") != nil {
		t.Error("the view does not find what is there, or finds what is not")
	}
}

func TestResolveFindsContradictions(t *testing.T) {
	date := value.MustDate
	r := &Register{
		ID: "r", Extends: noBases,
		AllActivities: &AllActivities{
			Disclosures: []Disclosure{{To: "host"}, {ID: "audit", To: "auditor"}},
			Measures:    []MeasureUse{{Measure: "tls"}},
			Systems:     []string{"crm"},
		},
		Activities: []*Activity{
			{ID: "a", Disclosures: []Disclosure{}, Systems: []string{}, Measures: []MeasureUse{}},
			{ID: "b", Disclosures: []Disclosure{}, Systems: []string{}, Measures: []MeasureUse{}, Except: []string{"host", "audit", "crm", "tls"}},
			{ID: "c", From: date("2026-02-01"), Until: date("2026-01-31"), Remarks: Remarks{CertaintyOf: []string{"puposes", "data"}}},
			{ID: "d", From: date("2026-02-01"), Until: date("2026-02-01")},
		},
		Parties:  []*Party{{ID: "host"}, {ID: "auditor"}},
		Measures: []*Measure{{ID: "tls"}},
		Systems:  []*System{{ID: "crm"}},
	}
	_, got := resolveProblems(t, r, nil)
	want := []problem{
		{diag.NoneContradicted, "activities/a/disclosures"},
		{diag.NoneContradicted, "activities/a/measures"},
		{diag.NoneContradicted, "activities/a/systems"},
		{diag.CertaintyField, "activities/c/certaintyOf"},
		{diag.FromAfterUntil, "activities/c/from"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestResolveFindsReservedWords(t *testing.T) {
	_, got := resolveProblems(t, &Register{
		ID: "r", Extends: noBases,
		Activities:     []*Activity{{ID: "all"}},
		Parties:        []*Party{{ID: "none"}},
		DataCategories: []*DataCategory{{ID: "all"}},
	}, nil)
	want := []problem{{diag.ReservedID, "dataCategories/all/id"}, {diag.ReservedID, "parties/none/id"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestResolveNothing(t *testing.T) {
	v, problems := Resolve(nil, nil, nil)
	if len(problems) > 0 || v.DataCategory("name") == nil || len(v.Activities()) != 0 {
		t.Errorf("the view of no register: %v", problems)
	}
}

func TestResolveFindsCycles(t *testing.T) {
	r := &Register{
		ID: "r", Extends: noBases,
		DataCategories: []*DataCategory{
			{ID: "c", Parent: "b"}, {ID: "b", Parent: "a"}, {ID: "a", Parent: "c"},
			{ID: "d", Parent: "a"},
			{ID: "x", Includes: []string{"y", "d"}}, {ID: "y", Includes: []string{"x"}},
			{ID: "under-bundle", Parent: "x"},
		},
		Purposes: []*Purpose{{ID: "self", Parent: "self"}},
		Parties:  []*Party{{ID: "p", PartOf: "q"}, {ID: "q", PartOf: "p"}},
		Activities: []*Activity{
			{ID: "old", ReplacedBy: "new"}, {ID: "new", ReplacedBy: "old"},
		},
	}
	_, problems := Resolve(r, nil, nil)
	got := map[string]string{}
	for _, p := range problems {
		got[p.At] = string(p.Code) + " " + p.Args["path"]
	}
	want := map[string]string{
		"activities/new/replacedBy":          "cycle new → old → new",
		"dataCategories/a/parent":            "cycle a → c → b → a",
		"dataCategories/x/includes":          "cycle x → y → x",
		"dataCategories/under-bundle/parent": "bundle-as-parent ",
		"parties/p/partOf":                   "cycle p → q → p",
		"purposes/self/parent":               "cycle self → self",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// mapBases finds bases by name, whoever asks.
type mapBases map[string]*Register

func (b mapBases) Base(_, name string) (string, *Register, *Source, diag.Problems, error) {
	r, ok := b[name]
	if !ok {
		return "", nil, nil, nil, errNoBase
	}
	return name, r, nil, nil, nil
}

type baseError string

func (e baseError) Error() string { return string(e) }

const errNoBase = baseError("not there")

func TestResolveLayers(t *testing.T) {
	text := func(s string) Text { return Text{"en": s} }
	bottom := &Register{Extends: noBases, DataCategories: []*DataCategory{
		{ID: "name", Name: text("bottom")}, {ID: "email", Name: text("bottom")}, {ID: "phone", Name: text("bottom")}, {ID: "bank", Name: text("bottom")},
	}}
	left := &Register{Extends: []string{"./bottom"}, DataCategories: []*DataCategory{{ID: "name", Name: text("left")}, {ID: "email", Name: text("left")}}}
	right := &Register{Extends: []string{"./bottom"}, DataCategories: []*DataCategory{{ID: "name", Name: text("right")}},
		Activities:   []*Activity{{ID: "inherited-never", Purposes: []PurposeUse{{Purpose: "lost"}}}},
		Organisation: &Organisation{Name: text("other")}}
	top := &Register{Extends: []string{"./left", "./right"}, DataCategories: []*DataCategory{{ID: "phone", Name: text("top")}},
		Activities: []*Activity{{ID: "a", Data: []DataUse{{Category: "bank"}}}}}
	v, got := resolveProblems(t, top, mapBases{"./bottom": bottom, "./left": left, "./right": right})
	if diff := cmp.Diff([]problem{{diag.DanglingReference, "activities/inherited-never/purposes/lost/purpose"}}, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	for id, want := range map[string]string{"name": "right", "email": "left", "phone": "top", "bank": "bottom"} {
		if got := v.DataCategory(id).Name.In("en"); got != want {
			t.Errorf("%s is defined in %q, want %q", id, got, want)
		}
	}
	if name, ok := v.Layer(KindDataCategories, "bank"); name != "./bottom" || !ok {
		t.Errorf("Layer(bank) = %q, %t", name, ok)
	}
	if v.Activity("inherited-never") != nil || len(v.Activities()) != 1 {
		t.Error("activities are inherited")
	}
	if n := len(v.Entities(KindDataCategories)); n != 4 {
		t.Errorf("%d categories, want 4", n)
	}
}

func TestResolveBasesThatCannotBeHad(t *testing.T) {
	a, b := &Register{Extends: []string{"./b"}}, &Register{Extends: []string{"./a"}}
	for name, c := range map[string]struct {
		extends []string
		bases   Bases
		want    []problem
	}{
		"no bases":         {[]string{"./group.yaml"}, nil, []problem{{diag.BaseNotFound, "extends"}}},
		"unknown":          {[]string{"./group.yaml"}, mapBases{}, []problem{{diag.BaseNotFound, "extends"}}},
		"unknown built-in": {[]string{"comon"}, nil, []problem{{diag.BaseNotFound, "extends"}}},
		"cycle":            {[]string{"./a"}, mapBases{"./a": a, "./b": b}, []problem{{diag.Cycle, "extends"}}},
		"none":             {[]string{}, nil, nil},
		"common":           {nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, got := resolveProblems(t, &Register{ID: "r", Extends: c.extends}, c.bases)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestViewDisclosures(t *testing.T) {
	r := &Register{
		Extends:       noBases,
		AllActivities: &AllActivities{Disclosures: []Disclosure{{To: "host"}, {ID: "audit", To: "auditor"}, {To: "host"}}},
		Activities: []*Activity{
			{ID: "a", Disclosures: []Disclosure{{To: "bank"}, {To: "bank"}}},
			{ID: "b", Except: []string{"host"}},
			{ID: "c", Except: []string{"audit"}},
		},
		Parties: []*Party{{ID: "host"}, {ID: "auditor"}, {ID: "bank"}},
	}
	v, problems := Resolve(r, nil, nil)
	if len(problems) > 0 {
		t.Fatal(problems.Err())
	}
	want := map[string][]string{
		"a": {"activities/a/disclosures/bank", "activities/a/disclosures/bank~2", "allActivities/disclosures/host", "allActivities/disclosures/audit", "allActivities/disclosures/host~2"},
		"b": {"allActivities/disclosures/audit"},
		"c": {"allActivities/disclosures/host", "allActivities/disclosures/host~2"},
	}
	for _, a := range v.Activities() {
		var got []string
		for _, d := range v.Disclosures(a) {
			got = append(got, d.At)
			if d.Shared != (d.At[:3] == "all") {
				t.Errorf("%s: shared is %t", d.At, d.Shared)
			}
		}
		if diff := cmp.Diff(want[a.ID], got); diff != "" {
			t.Errorf("disclosures of %s (-want +got):\n%s", a.ID, diff)
		}
	}
}
