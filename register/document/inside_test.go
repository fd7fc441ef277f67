package document

import (
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// Where the register knows of everybody who gets data that they are in the EEA, it does
// not say that it keeps silent on transfers; where it does not know, it does.
func TestStaysInside(t *testing.T) {
	for name, test := range map[string]struct {
		party    register.Party
		systems  []register.Area
		audience Audience
		want     string
	}{
		"inside":                     {party: register.Party{Country: "NL"}, want: "EEA only"},
		"no country":                 {want: "not stated"},
		"outside":                    {party: register.Party{Country: "US"}, want: "United States"},
		"seen from elsewhere":        {party: register.Party{Country: "NL", RemoteAccess: []register.Country{"IN"}}, want: "India"},
		"engages inside":             {party: register.Party{Country: "NL", Engages: []register.Onward{{Party: "german"}}}, want: "EEA only"},
		"engages without country":    {party: register.Party{Country: "NL", Engages: []register.Onward{{Party: "unknown"}}}, want: "not stated"},
		"international organisation": {party: register.Party{Country: "NL", Kind: register.PartyKindInternationalOrganisation}, want: "not stated"},
		"system outside":             {party: register.Party{Country: "NL"}, systems: []register.Area{"US"}, want: "not stated"},
		"for the public":             {party: register.Party{Country: "NL"}, audience: Public, want: "not stated"},
	} {
		t.Run(name, func(t *testing.T) {
			test.party.ID = "host"
			r := &register.Register{
				ID: "inside", Organisation: &register.Organisation{Name: value.Text{"": "Shop"}},
				Parties:    []*register.Party{&test.party, {ID: "german", Country: "DE"}, {ID: "unknown"}},
				Systems:    []*register.System{{ID: "server", Locations: test.systems}},
				Activities: []*register.Activity{{ID: "orders", Systems: []string{"server"}, Disclosures: []register.Disclosure{{To: "host", As: register.RoleProcessor}}}},
			}
			overview := tables(t, Register, resolve(t, r), Options{Language: "en", Audience: test.audience})[Overview]
			if got := column(overview, "outside")["orders"]; got != test.want {
				t.Errorf("third countries of the activity: %q, want %q", got, test.want)
			}
		})
	}
}

// Who passes on all data passes on what it gets itself, which may be less than the
// activity has.
func TestPassesOnAllThatItReceives(t *testing.T) {
	r := &register.Register{
		ID: "passed", Organisation: &register.Organisation{Name: value.Text{"": "Shop"}},
		DataCategories: []*register.DataCategory{{ID: "name", Name: value.Text{"en": "name"}}, {ID: "salary", Name: value.Text{"en": "salary"}}},
		Parties: []*register.Party{
			{ID: "host", Name: value.Text{"en": "Host"}, Engages: []register.Onward{{Party: "below", Data: []string{everything}}}}, {ID: "below", Name: value.Text{"en": "Below"}},
		},
		Activities: []*register.Activity{{
			ID: "payroll", Data: []register.DataUse{{Category: "name"}, {Category: "salary"}},
			Disclosures: []register.Disclosure{{To: "host", As: register.RoleProcessor, Data: []string{"name"}}},
		}},
	}
	all := tables(t, Register, resolve(t, r), Options{Language: "en"})
	for _, id := range []string{"passed-on-table-of-payroll", "passes-on-table-of-host"} {
		if got, want := column(all[id], "data")["Below"], "all data that Host receives"; got != want {
			t.Errorf("data in %s: %q, want %q", id, got, want)
		}
	}
}

// Processors are told in a column of their own; that of the other recipients then says
// that none is named, not that the register keeps silent.
func TestOnlyProcessors(t *testing.T) {
	r := &register.Register{
		ID: "only", Organisation: &register.Organisation{Name: value.Text{"": "Shop"}},
		Parties:    []*register.Party{{ID: "host", Country: "NL"}},
		Activities: []*register.Activity{{ID: "orders", Disclosures: []register.Disclosure{{To: "host", As: register.RoleProcessor}}}},
	}
	view := resolve(t, r)
	d, err := Register(t.Context(), view, datamap.Build(view), Options{Language: "en", Layout: "gba", AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	told := make(map[string]string)
	d.Walk(func(s *Section, _ int) {
		for _, block := range s.Blocks {
			table, ok := block.(Table)
			if !ok || len(table.Rows) != 1 {
				continue
			}
			for i, c := range table.Columns {
				told[c.ID] = joined(table.Rows[0].Cells[i].Lines, " / ").String()
			}
		}
	})
	for id, want := range map[string]string{"recipients": "none listed", "countries": "EEA only"} {
		if told[id] != want {
			t.Errorf("column %s: %q, want %q", id, told[id], want)
		}
	}
}
