package document

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// The data that go to a country are those that go there in that role: of a party with
// services in two countries not all that it gets.
func TestTransfersTellTheirOwnData(t *testing.T) {
	name := func(s string) value.Text { return value.Text{"en": s} }
	to := func(service string, as register.Role, data string) []register.Disclosure {
		return []register.Disclosure{{To: "cloud", As: as, Service: service, Data: []string{data}}}
	}
	view := resolve(t, &register.Register{
		Schema: "ropa/v1", ID: "x",
		DataCategories: []*register.DataCategory{{ID: "payroll", Name: name("payroll")}, {ID: "mail", Name: name("mail")}, {ID: "photos", Name: name("photos")}},
		Parties: []*register.Party{{ID: "cloud", Services: []register.Service{
			{ID: "us", Locations: []register.Area{"US"}}, {ID: "in", Locations: []register.Area{"IN"}},
		}}},
		Activities: []*register.Activity{
			{ID: "a", Name: name("A"), Data: []register.DataUse{{Category: "payroll"}}, Disclosures: to("us", register.RoleProcessor, "payroll")},
			{ID: "b", Name: name("B"), Data: []register.DataUse{{Category: "mail"}}, Disclosures: to("in", register.RoleProcessor, "mail")},
			{ID: "c", Name: name("C"), Data: []register.DataUse{{Category: "photos"}}, Disclosures: to("us", register.RoleController, "photos")},
		},
	})
	found := make(map[string]bool)
	for id, table := range tables(t, Transfers, view, Options{Language: "en", Audience: Authority}) {
		if !strings.HasPrefix(id, "safeguards-table-of-") {
			continue
		}
		for _, row := range table.Rows {
			cells := make(map[string]string)
			for i, c := range row.Cells {
				cells[table.Columns[i].ID] = joined(c.Lines, ", ").String()
			}
			found[id+": "+cells["role"]+": "+cells["data"]+": "+cells["activities"]] = true
		}
	}
	for _, want := range []string{"safeguards-table-of-us", "safeguards-table-of-in"} {
		if !strings.Contains(strings.ToLower(strings.Join(slices.Sorted(maps.Keys(found)), "\n")), want) {
			t.Errorf("nothing goes to %s: %v", want, slices.Sorted(maps.Keys(found)))
		}
	}
	for row := range found {
		n := 0
		for _, data := range []string{"payroll", "mail", "photos"} {
			if strings.Contains(row, data) {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%d categories in %q", n, row)
		}
	}
	if len(found) != 3 {
		t.Errorf("%d rows: %v", len(found), slices.Sorted(maps.Keys(found)))
	}
}

// An extract of one activity does not tell to whom another one discloses.
func TestExtractKeepsToItsActivity(t *testing.T) {
	rule := []register.RetentionUse{{Rule: "short"}}
	view := resolve(t, &register.Register{
		Schema: "ropa/v1", ID: "x", DataCategories: []*register.DataCategory{{ID: "mail"}},
		RetentionRules: []*register.RetentionRule{{ID: "short", Period: "P1M"}},
		Parties:        []*register.Party{{ID: "elsewhere", Name: value.Text{"en": "Elsewhere Ltd"}}},
		Activities: []*register.Activity{
			{ID: "a", Name: value.Text{"en": "A"}, Data: []register.DataUse{{Category: "mail", Retention: rule}}},
			{ID: "b", Name: value.Text{"en": "B"}, Data: []register.DataUse{{Category: "mail", Retention: rule}}, Disclosures: []register.Disclosure{{To: "elsewhere", Retention: rule}}},
		},
	})
	all := tables(t, Activity, view, Options{Language: "en", Audience: Authority, Activity: "a"})
	if len(all["annex-retentionrules-table"].Rows) == 0 {
		t.Error("the rule is not told")
	}
	for id, table := range all {
		for _, row := range table.Rows {
			for _, c := range row.Cells {
				if s := joined(c.Lines, ", ").String(); strings.Contains(s, "Elsewhere") {
					t.Errorf("%s: %s", id, s)
				}
			}
		}
	}
}
