package wire_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// What is written at once is what encoding/json makes of the answers, to the byte:
// for every question, on every page, with names and without.
func TestAppendIsEncodingJSON(t *testing.T) {
	filled := make(map[string]bool)
	for name, view := range map[string]*register.View{"webgems": webgems(t), "odd": odd(t)} {
		chart := datamap.Build(view)
		for _, language := range []value.Language{"en", "nl"} {
			maker := wire.Maker{View: view, Words: words.In(language)}
			for _, question := range datamap.Questions() {
				for i, f := range filters {
					for _, names := range []bool{false, true} {
						f.AsOf = value.MustDate("2026-11-22")
						all, err := chart.Ask(question, f)
						if err != nil {
							t.Fatal(err)
						}
						if f.From > 0 {
							part := *all
							part.Undetermined, all = nil, &part
						}
						want := maker.Answers(all)
						note(filled, reflect.ValueOf(want), "")
						want.Next = fmt.Sprint("after ", all.Total)
						if names {
							want.Names = namesOf(maker, all)
						}
						got, err := maker.Append([]byte("before "), chart, wire.Asked{
							Question: question, Filter: f, Names: names,
							Next: func(total int) string { return fmt.Sprint("after ", total) },
						})
						if err != nil {
							t.Fatal(err)
						}
						if want := "before " + encoded(t, want); plainly(string(got)) != want {
							t.Fatalf("%s, %s, %s, filter %d:\n%s\nwant\n%s", name, language, question, i, got, want)
						}
					}
				}
			}
		}
	}
	for _, v := range []any{wire.Answers{}, wire.Answer{}, wire.Evidence{}, wire.Destination{}, wire.Retention{}, wire.Consent{}, wire.Undetermined{}} {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
			if at := reflect.TypeOf(v).Name() + "." + f.Name; !filled[at] && at != "Answers.Next" && at != "Answers.Names" {
				t.Errorf("%s is empty in all answers, so that nothing is known of it", at)
			}
		}
	}
}

var filters = []datamap.Filter{
	{}, {Brief: true}, {Evidence: datamap.EvidenceAll}, {Evidence: datamap.EvidenceNone}, {From: 1, Most: 2}, {From: 1 << 20}, {Direct: true},
	{OutsideEEA: register.Yes}, {Data: []string{"email"}, StatedOnly: true}, {Brief: true, From: 1, Most: 1}, {OwnPurposes: register.No},
}

// plainly is JSON in which what is odd to JavaScript alone, and what stands for broken
// letters, has no backslash: both forms are the same.
func plainly(s string) string {
	return strings.NewReplacer(`\u2028`, "\u2028", `\ufffd`, "\ufffd").Replace(s)
}

// encoded is a value as the command line encodes it.
func encoded(t *testing.T, v any) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		t.Fatal(err)
	}
	return plainly(b.String())
}

// note notes which fields are filled somewhere.
func note(filled map[string]bool, v reflect.Value, at string) {
	if v.IsZero() {
		return
	}
	filled[at] = true
	switch v.Kind() {
	case reflect.Pointer:
		note(filled, v.Elem(), at)
	case reflect.Slice:
		for i := range v.Len() {
			note(filled, v.Index(i), at)
		}
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(v.Type()) {
			note(filled, v.FieldByIndex(f.Index), v.Type().Name()+"."+f.Name)
		}
	}
}

// namesOf are the names of what answers speak of.
func namesOf(m wire.Maker, all *datamap.Answers) wire.Names {
	names := make(wire.Names)
	add := func(kind register.Kind, ids ...string) {
		for _, id := range ids {
			if names[kind] == nil && id != "" {
				names[kind] = make(map[string]string)
			}
			if id != "" {
				names[kind][id] = m.Words.Name(m.View, kind, id)
			}
		}
	}
	for _, a := range all.Answers {
		add(register.KindDataCategories, a.Data...)
		add(register.KindDataSubjects, a.Subjects...)
		add(register.KindPurposes, append(a.Purposes, a.OwnPurposes...)...)
		add(register.KindActivities, a.Activities...)
		add(register.KindSystems, a.Systems...)
		for _, e := range a.Evidence {
			add(register.KindActivities, e.Activity)
			add(register.KindDataCategories, e.Data)
			add(register.KindParties, append([]string{e.Recipient}, e.Via...)...)
		}
	}
	return names
}

func webgems(t testing.TB) *register.View {
	r, source, problems := register.Load("../../examples/webgems")
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	view, problems := register.Resolve(r, source, nil)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return view
}

// odd is a register with names that JSON writes otherwise than they are.
func odd(t *testing.T) *register.View {
	text := func(s string) register.Text { return register.Text{"en": s} }
	r := &register.Register{
		ID: "odd", Language: "en",
		Parties: []*register.Party{
			{ID: "quoted", Name: text(`"A\B" <script>&amp;</script>`), Country: "US", Engages: []register.Onward{{Party: "lines"}}},
			{ID: "lines", Name: text("one\ntwo\tthree\u2028four \x01\x7f")},
			{ID: "broken", Name: text("caf\xff\xe9 \xe2\x80"), Country: "IN", Transfers: []register.Transfer{{Country: "IN", Tool: register.TransferToolScc}}},
		},
		RetentionRules: []*register.RetentionRule{{ID: "year", Period: "P1Y"}},
		Systems:        []*register.System{{ID: "crm", Name: text("CRM – “één”")}},
		Activities: []*register.Activity{{
			ID: "a", Name: text("É\r\n\\"), Systems: []string{"crm"},
			Data: []register.DataUse{{Category: "email"}, {Category: "name"}},
			Purposes: []register.PurposeUse{
				{Purpose: "payment", Basis: []register.Basis{register.BasisContract}},
				{Purpose: "newsletter", Basis: []register.Basis{register.BasisConsent}, Consent: &register.Consent{Record: text("“log”")}},
			},
			Retention:   []register.RetentionUse{{Rule: "year", When: text("<when>")}},
			Disclosures: []register.Disclosure{{To: "quoted", As: register.RoleProcessor}, {To: "broken", Data: []string{"email"}}},
		}},
	}
	view, problems := register.Resolve(r, nil, nil)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return view
}
