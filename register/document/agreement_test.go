package document

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// tables are those of a document, by ID.
func tables(t *testing.T, build func(context.Context, *register.View, *datamap.Map, Options) (*Document, error), view *register.View, o Options) map[string]Table {
	t.Helper()
	o.AsOf = day
	d, err := build(t.Context(), view, datamap.Build(view), o)
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]Table)
	d.Walk(func(s *Section, _ int) {
		for _, block := range s.Blocks {
			if x, ok := block.(Table); ok {
				all[x.ID] = x
			}
		}
	})
	return all
}

// column is what a column of a table tells, by the first line of each row.
func column(table Table, id string) map[string]string {
	told := make(map[string]string)
	at := slices.IndexFunc(table.Columns, func(c Column) bool { return c.ID == id })
	for _, row := range table.Rows {
		if at >= 0 {
			told[row.Cells[0].Lines[0].String()] = joined(row.Cells[at].Lines, " / ").String()
		}
	}
	return told
}

func resolve(t *testing.T, r *register.Register) *register.View {
	t.Helper()
	view, problems := register.Resolve(r, nil, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return view
}

// A contract that one document names no other says to be missing: whether the
// disclosure names it, or it is known by its parties alone.
func TestDocumentsNameTheSameContracts(t *testing.T) {
	old := value.MustDate("2020-01-01")
	parties := []*register.Party{{ID: "named"}, {ID: "between"}, {ID: "without"}, {ID: "expired"}, {ID: "other"}, {ID: "member", PartOf: "between"}}
	activity := &register.Activity{ID: "a", Data: []register.DataUse{{Category: "name"}}}
	for _, p := range parties {
		d := register.Disclosure{To: p.ID, As: register.RoleProcessor}
		if p.ID == "named" {
			d.Agreement = "plain"
		}
		activity.Disclosures = append(activity.Disclosures, d)
	}
	view := resolve(t, &register.Register{
		Schema: "ropa/v1", ID: "x", Extends: []string{"common"}, Parties: parties, Activities: []*register.Activity{activity},
		Agreements: []*register.Agreement{
			{ID: "plain", Name: value.Text{"en": "Plain contract"}, Between: []string{"named"}},
			{ID: "processing", Name: value.Text{"en": "Processing contract"}, Between: []string{"between"}, Kind: register.AgreementKindProcessorContract},
			{ID: "past", Name: value.Text{"en": "Past contract"}, Between: []string{"expired"}, Kind: register.AgreementKindProcessorContract, Until: old},
			{ID: "theirs", Name: value.Text{"en": "Their contract"}, Between: []string{"named", "without"}},
		},
	})
	o := Options{Language: "en", Audience: Authority}
	want := map[string]string{
		"named": "Plain contract", "between": "Processing contract", "member": "Processing contract",
		"without": "not stated", "expired": "not stated", "other": "not stated",
	}
	if diff := cmp.Diff(want, column(tables(t, Processors, view, o)["processors-list"], "agreement")); diff != "" {
		t.Errorf("the list of processors (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, column(tables(t, Register, view, o)["recipients-table-of-a"], "agreement")); diff != "" {
		t.Errorf("the record (-want +got):\n%s", diff)
	}
}

// The list of processors says that a contract is missing where rule PRC-001 does, or
// where the one in force is over and no disclosure names it, and nowhere else.
func TestDocumentsMissTheContractsThatTheRulesMiss(t *testing.T) {
	missing := 0
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, chart := example(t, name)
		found, err := lint.Run(t.Context(), view, chart, lint.Options{AsOf: day, Rules: []diag.Code{"PRC-001"}})
		if err != nil {
			t.Fatal(err)
		}
		var none, told []string
		for _, f := range found.Findings {
			if id, ok := strings.CutPrefix(f.At, "parties/"); ok {
				name, _ := view.Party(id).Name.Find("en", "nl")
				none = append(none, name)
			}
		}
		for party, says := range column(tables(t, Processors, view, Options{Language: "en", Audience: Authority})["processors-list"], "agreement") {
			if says == "not stated" {
				told = append(told, party)
			}
		}
		slices.Sort(none)
		slices.Sort(told)
		if diff := cmp.Diff(none, told); diff != "" {
			t.Errorf("%s: without a contract by the rule (-) and in the list (+):\n%s", name, diff)
		}
		missing += len(none)
	}
	if missing == 0 {
		t.Error("no example lacks a contract: the test shows nothing")
	}
}

// Of the same parties that the list of transfers says have no country, the annex of
// the record says so; and of no authority.
func TestDocumentsLackTheSameCountries(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, _ := example(t, name)
		o := Options{Language: "en", Audience: Authority}
		record, transfers := tables(t, Register, view, o), tables(t, Transfers, view, o)
		var annex, list []string
		for party, where := range column(record["annex-parties-table"], "country") {
			if where == "not stated" {
				annex = append(annex, party)
			}
		}
		for party := range column(transfers["without-country-list"], "role") {
			list = append(list, party)
		}
		slices.Sort(annex)
		slices.Sort(list)
		if diff := cmp.Diff(list, annex); diff != "" {
			t.Errorf("%s: without a country in the list (-) and in the annex (+):\n%s", name, diff)
		}
		if slices.Contains(list, "Dutch tax authority") {
			t.Errorf("%s: the list doubts where a public authority is", name)
		}
	}
}

// A retention rule is told alike in the schedule and in the annex of the record.
func TestDocumentsTellTheSameOfRetention(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, _ := example(t, name)
		o := Options{Language: "nl", Audience: Authority}
		annex, schedule := tables(t, Register, view, o)["annex-retentionrules-table"], tables(t, Retention, view, o)["rules"]
		for _, pair := range [][2]string{{"starts-at", "startsAt"}, {"action", "action"}} {
			told := column(schedule, pair[1])
			if len(told) == 0 {
				t.Errorf("%s: the schedule has no column %s", name, pair[1])
			}
			for rule, says := range column(annex, pair[0]) {
				if told[rule] != says {
					t.Errorf("%s: %s of %q is %q in the annex and %q in the schedule", name, pair[0], rule, says, told[rule])
				}
			}
		}
	}
}

// How long a recipient keeps data is told of the activities by which it gets them.
func TestRetentionOfRecipients(t *testing.T) {
	rule := func(id string) []register.RetentionUse { return []register.RetentionUse{{Rule: id}} }
	data := []register.DataUse{{Category: "name"}}
	view := resolve(t, &register.Register{
		Schema: "ropa/v1", ID: "x", Extends: []string{"common"},
		RetentionRules: []*register.RetentionRule{{ID: "short", Period: "P1M"}, {ID: "long", Period: "P9Y"}},
		Parties:        []*register.Party{{ID: "shop", Retention: rule("short")}, {ID: "idle", Retention: rule("short")}, {ID: "shared"}},
		AllActivities:  &register.AllActivities{Disclosures: []register.Disclosure{{To: "shared", Retention: rule("long")}}},
		Activities: []*register.Activity{
			{ID: "a", Name: value.Text{"en": "A"}, Data: data, Disclosures: []register.Disclosure{{To: "shop"}}},
			{ID: "b", Name: value.Text{"en": "B"}, Data: data, Disclosures: []register.Disclosure{{To: "shop", Retention: rule("long")}}},
		},
	})
	table := tables(t, Retention, view, Options{Language: "en"})["kept-by-others"]
	var got []string
	for _, row := range table.Rows {
		got = append(got, row.Cells[0].Lines[0].String()+": "+row.Cells[1].Lines[0].String()+": "+row.Cells[2].Lines[0].String())
	}
	want := []string{"shared: every activity: 9 years", "shop: B: 9 years", "shop: A: 1 month", "idle: not used: 1 month"}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Of whom a party engages whose role is not stated, no document states a role.
func TestDocumentsStateNoRoleThatIsNotStated(t *testing.T) {
	view, _ := example(t, "webgems")
	o := Options{Language: "en", Audience: Authority}
	record := tables(t, Register, view, o)
	for _, told := range []struct{ table, says string }{
		{"passed-on-table-of-delivery", "not stated"},
		{"passes-on-table-of-postnl", "not stated / engaged by this party"},
		{"passes-on-table-of-feedback-company", "sub-processor / engaged by this party"},
	} {
		for party, role := range column(record[told.table], "role") {
			if role != told.says {
				t.Errorf("%s: %s is %q, not %q", told.table, party, role, told.says)
			}
		}
		if len(record[told.table].Rows) == 0 {
			t.Errorf("%s: there is none", told.table)
		}
	}
	if ways := column(record["annex-parties-table"], "ways")["subcontractors of PostNL"]; !strings.HasPrefix(ways, "role not stated") {
		t.Errorf("the annex says %q", ways)
	}
	if _, ok := column(tables(t, Processors, view, o)["without-role-list"], "data")["subcontractors of PostNL"]; !ok {
		t.Error("the list of processors does not end with those whose role is not stated")
	}
}

// The tables of what is handed over name all, not the first and how many more.
func TestTablesNameAll(t *testing.T) {
	made := resolve(t, scale.Register(scale.Options{Seed: 3, Activities: 60, Parties: 40, Accounts: true}))
	webgems, _ := example(t, "webgems")
	for name, view := range map[string]*register.View{"webgems": webgems, "made": made} {
		for _, build := range []func(context.Context, *register.View, *datamap.Map, Options) (*Document, error){Register, Processors, Retention, Transfers, Notice} {
			for id, table := range tables(t, build, view, Options{Language: "en"}) {
				for _, row := range table.Rows {
					for _, cell := range row.Cells {
						for _, line := range cell.Lines {
							if text := line.String(); strings.HasSuffix(text, " more") && strings.Contains(text, "and ") {
								t.Errorf("%s, %s: %s", name, id, text)
							}
						}
					}
				}
			}
		}
	}
}
