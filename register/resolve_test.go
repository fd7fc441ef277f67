package register

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

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
		{diag.CertaintyField, "activities/c/certaintyOf/puposes"},
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

// TestResolveKnowsNames: a term may be meant by its name in any language.
func TestResolveKnowsNames(t *testing.T) {
	_, problems := Resolve(&Register{ID: "r", Activities: []*Activity{{
		ID: "a", Subjects: []SubjectUse{{Subject: "klant"}}, Data: []DataUse{{Category: "telefoonnummer"}, {Category: "bank-account-number"}},
	}}}, nil, nil)
	got := map[string][]string{}
	for _, p := range problems {
		got[p.Args["id"]] = p.Suggestions
	}
	want := map[string][]string{"klant": {"customer"}, "telefoonnummer": {"phone"}, "bank-account-number": {"bank-account"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("suggestions (-want +got):\n%s", diff)
	}
}

// TestSuggestByName: a word that stands in the name of a term, in any language,
// leads to it where it is no name and like no identifier.
func TestSuggestByName(t *testing.T) {
	v, problems := Resolve(&Register{ID: "r", Parties: []*Party{{ID: "f", Name: Text{"en": "Example Forwarders"}, OtherNames: []string{"Voorbeeldtransport"}}}}, nil, nil)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	for _, test := range []struct {
		word string
		kind Kind
		want []string
	}{
		{"bankrekening", KindDataCategories, []string{"bank-account"}},
		{"bankrekenningnummer", KindDataCategories, []string{"bank-account"}},
		{"Bankverbindung", KindDataCategories, []string{"bank-account"}},
		{"transport", KindParties, []string{"f"}},
		{"forwarders", KindParties, []string{"f"}},
		{"xyz", KindDataCategories, nil},
		{"zzzzzzzz", KindDataCategories, nil},
		{strings.Repeat("bank", 100), KindDataCategories, nil},
	} {
		if diff := cmp.Diff(test.want, v.Suggest(test.word, test.kind)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.word, diff)
		}
	}
	if got := v.Suggest("nummer", KindDataCategories); len(got) != 3 {
		t.Errorf("a word of many names: %v", got)
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
		// What a base that is not to be had may define is not called missing.
		"no bases":         {[]string{"./group.yaml"}, nil, []problem{{diag.BaseNotFound, "extends/1"}}},
		"unknown":          {[]string{"./group.yaml"}, mapBases{}, []problem{{diag.BaseNotFound, "extends/1"}}},
		"unknown built-in": {[]string{"comon"}, nil, []problem{{diag.BaseNotFound, "extends/comon"}}},
		"cycle":            {[]string{"./a"}, mapBases{"./a": a, "./b": b}, []problem{{diag.Cycle, "extends/1"}}},
		"none":             {[]string{}, nil, nil},
		"common":           {nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := &Register{ID: "r", Extends: c.extends}
			if len(c.want) > 0 {
				r.Activities = []*Activity{{ID: "a", Data: []DataUse{{Category: "of-the-base"}}}}
			}
			_, got := resolveProblems(t, r, c.bases)
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

// A register made in Go may hold nil, which is a problem and no crash.
func TestResolveNil(t *testing.T) {
	r := &Register{
		Extends: noBases, Activities: []*Activity{nil, {ID: "a"}, nil}, Parties: []*Party{nil}, DataCategories: []*DataCategory{nil},
		Rights: []*Right{nil}, Waivers: []*Waiver{nil},
	}
	v, got := resolveProblems(t, r, nil)
	want := []problem{
		{diag.NullValue, "activities/1"}, {diag.NullValue, "activities/3"}, {diag.NullValue, "dataCategories/1"},
		{diag.NullValue, "parties/1"}, {diag.NullValue, "rights/1"}, {diag.NullValue, "waivers/1"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if len(v.Activities()) != 1 || len(v.Entities(KindActivities)) != 1 || len(v.References()) != 0 {
		t.Errorf("activities %v", v.Activities())
	}
}

// hostileRegister is a register of n entries that all refer to one another, or
// to nothing, with the most problems that may be told of it.
type hostileRegister struct {
	register *Register
	most     int
}

// hostileRegisters are such that work which grows with the square of a register
// would take for ever in a large one.
func hostileRegisters(n int) map[string]hostileRegister {
	id := func(i int) string { return fmt.Sprintf("c%d", i) }
	categories := func(change func(i int, c *DataCategory)) *Register {
		r := &Register{Extends: noBases}
		for i := range n {
			c := &DataCategory{ID: id(i)}
			change(i, c)
			r.DataCategories = append(r.DataCategories, c)
		}
		return r
	}
	services := &Register{Extends: noBases, Parties: []*Party{{ID: "p"}}, Activities: []*Activity{{ID: "a"}}}
	for i := range n {
		services.Parties[0].Services = append(services.Parties[0].Services, Service{ID: id(i)})
		services.Activities[0].Disclosures = append(services.Activities[0].Disclosures, Disclosure{To: "p", Service: id(i)})
	}
	shared := &Register{Extends: noBases, AllActivities: &AllActivities{}, Activities: []*Activity{{ID: "a"}}}
	for i := range n {
		shared.Systems = append(shared.Systems, &System{ID: id(i)})
		shared.AllActivities.Systems = append(shared.AllActivities.Systems, id(i))
		shared.Activities[0].Except = append(shared.Activities[0].Except, id(i))
	}
	return map[string]hostileRegister{
		"dangling": {categories(func(i int, c *DataCategory) { c.Parent = "z" + id(i) }), 20_000},
		"cycles": {categories(func(i int, c *DataCategory) {
			if c.Includes = []string{id((i + 1) % n)}; i > 0 && i < n-1 {
				c.Includes = append(c.Includes, id(0))
			}
		}), maxCycles},
		"chain":    {categories(func(i int, c *DataCategory) { c.Parent = id(max(i-1, 0)) }), 1},
		"services": {services, 0},
		"except":   {shared, 0},
	}
}

func TestResolveHostileRegisters(t *testing.T) {
	for name, c := range hostileRegisters(25_000) {
		t.Run(name, func(t *testing.T) {
			_, problems := Resolve(c.register, nil, nil)
			if len(problems) > c.most || c.most > 0 && len(problems) == 0 {
				t.Errorf("%d problems, at most %d", len(problems), c.most)
			}
		})
	}
}

// countingFS counts how often a file is opened.
type countingFS struct {
	fstest.MapFS
	opened map[string]int
}

func (c countingFS) Open(name string) (fs.File, error) {
	c.opened[name]++
	return c.MapFS.Open(name)
}

// Layers that multiply are bounded in problems and in work.
func TestFileBasesHostile(t *testing.T) {
	variants := func(name string, n int) string {
		text := ""
		for i := range n {
			text += fmt.Sprintf("  - ./x%d/../%s\n", i, name)
		}
		return text
	}
	files := countingFS{fstest.MapFS{
		"r.yaml": {Data: []byte(head + "extends:\n" + variants("b.yaml", 500))},
		"b.yaml": {Data: []byte("schema: ropa/v1\nid: b\nextends:\n" + variants("gone.yaml", 2000))},
	}, map[string]int{}}
	r, src, problems := LoadFS(files, "r.yaml")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	_, problems = Resolve(r, src, FileBases(files, "r.yaml"))
	if n := len(problems); n < 500 || n > maxLayers+1 {
		t.Errorf("%d problems", n)
	}
	if n := files.opened["b.yaml"]; n > 2 {
		t.Errorf("b.yaml was opened %d times: %v", n, slices.Sorted(maps.Keys(files.opened)))
	}
}

func TestFileBasesThatAreNotThere(t *testing.T) {
	// The name of a folder that looks like the key of the built-in register.
	files := fstest.MapFS{
		"r.yaml":             {Data: []byte(head + "extends: [common, ./gone.yaml, '../../etc/passwd', /etc/passwd, './a\\b', './common']\n")},
		"common/common.yaml": {Data: []byte("schema: ropa/v1\nid: c\nparties: [{id: mine}]\n")},
	}
	r, src, problems := LoadFS(files, "r.yaml")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	v, problems := Resolve(r, src, FileBases(files, "r.yaml"))
	if v.Party("mine") == nil || v.DataCategory("name") == nil {
		t.Error("a base of the name common hides the built-in register, or is hidden by it")
	}
	if len(problems) != 4 {
		t.Errorf("%d problems: %v", len(problems), problems)
	}
	for _, p := range problems {
		if p.Code != diag.BaseNotFound || p.Place.File != "r.yaml" || p.Place.Line != 3 {
			t.Errorf("%v", p)
		}
	}
}
